// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "core/network.h"

namespace rnnscope {

enum class PathKind {
    Straight,  ///< along the carried state, past all recurrent weights
    Weights,   ///< through one block of recurrent weights
    Peephole,  ///< through the peephole of one gate
};

/// Where the gradient of one trace went on its way back, step by step.
///
/// What reaches the state before a step is a sum over paths: straight along the carried state (of
/// an LSTM f ∘ ∂L/∂c into c, of a GRU z ∘ ∂L/∂h into h), and through each gate's and the
/// candidate's recurrent weights into h. Peepholes bring some into c. An RNN has one path alone,
/// its recurrent weights. Nothing crosses a border of truncated backpropagation, or goes through
/// what is held.
struct GradientPaths {
    struct Path {
        std::string id;  ///< quantity it is named and coloured after: "f", "i", "h"
        PathKind kind;
        Eigen::VectorXd norm;  ///< (T): 2-norm of what it brings from time t to the step before
    };
    /// The straight one first, where there is one; then the recurrent weights' blocks in order,
    /// then peepholes.
    std::vector<Path> paths;
    /// (T): ‖∂L/∂s_t‖ of the carried state s: c of an LSTM, h of the others.
    Eigen::VectorXd whole;
    /// (T): the same if nothing but the straight path carried it from the last step that has a
    /// gradient, in the order of computation: ‖∏ f ∘ ∂L/∂c_T‖ (f of t + 1 … T). Zero where
    /// truncated backpropagation cut it off. Empty for a cell without a straight path.
    Eigen::VectorXd direct;
    std::string carried;  ///< id of the carried state: "c" or "h"
};

/// `gradients` are those of any loss over `record`: the whole loss, or one step's alone.
GradientPaths gradientPaths(const Network& network, const Record& record,
                            const Gradients& gradients, std::size_t trace);

/// One path's share of the gradient itself.
struct PathGradient {
    std::string id;
    PathKind kind;
    std::size_t into;          ///< state that it leads to, a quantity of the cell
    Eigen::MatrixXd gradient;  ///< H × T: column t is what it brings from time t to the step before
};

/// In the order of GradientPaths. The sum of those into one state is all that its gradient at the
/// step before has from the step itself.
std::vector<PathGradient> pathGradients(const Network& network, const Record& record,
                                        const Gradients& gradients, std::size_t trace);

}  // namespace rnnscope
