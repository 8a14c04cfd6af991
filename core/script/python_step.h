// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/cell.h"

namespace rnnscope {

/// A step of a cell as the body of a Python method, line by line and without indent, made from the
/// cell's operations: it takes the weights of a layer and direction apart, computes gates,
/// candidates and states as the equations have them, and returns the states. Of the quantities
/// `held`, `held(…)` says what is used of them.
///
/// The method has the arguments `self`, `suffix`, `x` and the states before the step; and `t`,
/// where anything is held.
std::vector<std::string> pythonStep(const Cell& cell, std::span<const std::size_t> held);

/// The states before a step as that method names them: "h_before, c_before".
std::string pythonStatesBefore(const Cell& cell);

/// What the rows of a block compute, in words: "forget gate".
std::string blockName(const Cell& cell, std::size_t block);

}  // namespace rnnscope
