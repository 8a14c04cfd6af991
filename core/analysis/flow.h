// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// Gradient flow of one trace: how much each step's loss depends on each step's state.
struct Flow {
    /// Per carried state, in the cell's order, (T, T): 2-norm of ∂loss_t/∂state_k at row t,
    /// column k. Without later layers looking back, zero above the diagonal.
    std::vector<Eigen::MatrixXd> states;
};

/// The flow of every trace of the network. `outputGradient` is ∂loss/∂output, whose column t is the
/// derivative of loss_t alone. Runs one backward pass a step.
std::vector<Flow> gradientFlow(const Network& network, const Record& record,
                               const Eigen::MatrixXd& outputGradient);

}  // namespace rnnscope
