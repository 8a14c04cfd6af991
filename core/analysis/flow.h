// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <functional>
#include <utility>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// Gradient flow of one trace: how much each step's loss depends on each step's state.
struct Flow {
    /// Per carried state, in the cell's order, (T, T): 2-norm of ∂loss_t/∂state_k at row t,
    /// column k. Without later layers looking back, zero above the diagonal. With a window, zero
    /// across its borders, where nothing is carried.
    std::vector<Eigen::MatrixXd> states;
};

/// The flow of every trace of the network. `outputGradient` is ∂loss/∂output, whose column t is the
/// derivative of loss_t alone. Empty where `stale`, called from this thread only, says on the way
/// that nobody waits for it any more.
///
/// The adjoints of all later losses go back together, one product a step, on several threads. Only
/// several layers in two directions, where no order of steps suits all traces, take one backward
/// pass for each loss.
std::vector<Flow> gradientFlow(const Network& network, const Record& record,
                               const Eigen::MatrixXd& outputGradient,
                               const std::function<bool()>& stale = {});

/// Times [first, second) of the states of a trace that the loss at one time can depend on at all:
/// no gradient runs forwards in time, nor over a border of truncated backpropagation. Empty where
/// there is no loss.
std::pair<int, int> reachableStates(const NetworkShape& shape, std::size_t trace, int loss,
                                    int steps);

/// Memory that the flow of all traces takes.
double flowBytes(const NetworkShape& shape, Index steps);
/// The longest sequence whose flow takes no more than so many bytes.
Index mostFlowSteps(const NetworkShape& shape, double bytes);

}  // namespace rnnscope
