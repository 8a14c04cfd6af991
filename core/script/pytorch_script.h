// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/experiment.h"
#include "core/result.h"

namespace rnnscope {

/// Most numbers that a script holds, weights and sequences together: about 20 MB of text.
inline constexpr double mostScriptNumbers = 1e6;

/// A Python program that needs PyTorch and nothing else, and that computes this pass again: the
/// network with the weights it has at the snapshot's update, its initial states, what is held, the
/// sequences as the network is given them, loss and clipping, in double precision. One `name value`
/// a line, of 17 significant digits, it prints what traceArrays() calls
///   loss, grad_norm, clipped_norm (where the setup clips), and the 2-norm of every grad.NAME.
/// Where PyTorch has the cell, the program uses its module; otherwise, and where something is held
/// or backpropagation is truncated, a loop over time made from the cell's operations.
///
/// Refused are a snapshot without a target, and more than mostScriptNumbers.
Result<std::string> pytorchScript(const Snapshot& snapshot);

}  // namespace rnnscope
