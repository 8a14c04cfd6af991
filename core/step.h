// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/cell.h"

namespace rnnscope {

/// Units [first, first + count) of one quantity of a step, kept at a value whatever its equation
/// says. The backward pass tells their ∂L/∂ but goes no further through them.
struct StepHold {
    std::size_t quantity;
    Index first, count;
    double value;
};
using StepHolds = std::span<const StepHold>;

// A step, operation by operation, as its cell lists them. Columns are as in Cell::forward and
// Cell::backward. These are what a cell without loops of its own runs on, what holds run on, and
// what the drawing of a step is filled from.

/// Fills `now`, whose pre-activations hold W_ih x_t + b_ih.
void stepForward(const Cell& cell, const PreparedWeights& weights, const double* previous,
                 double* now, StepHolds holds = {});
/// Fills `nowGradient`, which holds ∂L/∂(states), and adds to `previousGradient`. With
/// `innerGradient`, H values for each inner value, those are filled as well.
void stepBackward(const Cell& cell, const PreparedWeights& weights, const double* previous,
                  const double* now, double* previousGradient, double* nowGradient,
                  StepHolds holds = {}, double* innerGradient = nullptr);
/// For a step whose ∂L/∂(quantities) are all known: fills `innerGradient`, and adds to
/// `previousGradient` what the step alone passes on.
void fillInnerGradient(const Cell& cell, const PreparedWeights& weights, const double* previous,
                       const double* now, const double* nowGradient, double* previousGradient,
                       double* innerGradient, StepHolds holds = {});
/// H values for each of the cell's inner values, from a whole column.
void fillInner(const Cell& cell, const PreparedWeights& weights, const double* previous,
               const double* now, double* inner);
/// H values for each slope, as Cell::fillSlopes.
void fillSlopes(const Cell& cell, const PreparedWeights& weights, const double* previous,
                const double* now, std::span<const Slope> slopes, StepHolds holds, double* values);

}  // namespace rnnscope
