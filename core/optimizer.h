// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "core/parameters.h"

namespace rnnscope {

/// Ways to turn a gradient into a change of the parameters; the constants are PyTorch's defaults.
enum class OptimizerKind {
    Sgd,       ///< p −= η g
    Momentum,  ///< v = 0.9 v + g;  p −= η v
    Adam,      ///< Kingma & Ba 2015: β₁ 0.9, β₂ 0.999, ε 1e-8
    RmsProp,   ///< Tieleman & Hinton 2012: α 0.99, ε 1e-8
};

/// A row a kind, in the order of menus.
struct OptimizerName {
    OptimizerKind kind;
    std::string_view id;    ///< as on the command line: "adam"
    std::string_view name;  ///< as on the screen: "Adam"
};
std::span<const OptimizerName> optimizers();

/// What an optimizer remembers from update to update, in the shapes of the parameters; empty for
/// what its kind does not need, and before the first step.
struct OptimizerState {
    int steps = 0;
    Parameters first;   ///< velocity; of Adam the mean of the gradients
    Parameters second;  ///< mean of the squared gradients
};

/// One update, as the torch.optim class of that kind does it. `absent` biases stay as they are.
void descend(OptimizerKind kind, Parameters& parameters, const Parameters& gradient, double rate,
             OptimizerState& state);

}  // namespace rnnscope
