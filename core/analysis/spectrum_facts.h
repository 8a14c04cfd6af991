// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/analysis/jacobian.h"

namespace rnnscope {

/// What the largest singular values σ₁ of all steps say together.
struct SpectrumFacts {
    int steps = 0;
    int over = 0;        ///< steps at which σ₁ > 1, beyond rounding
    double largest = 0;  ///< σ₁ over all steps
    /// Geometric mean of σ₁ over the steps where it is finite: the product of all Jacobians shrinks
    /// at least as fast. 0 where a whole Jacobian is zero.
    double perStep = 0;
    std::optional<int> zero;      ///< a step at which the whole Jacobian is zero
    std::optional<int> overflow;  ///< first step, in the order of computation, that is no number

    /// Under 1 at every step: sufficient for vanishing.
    bool mustVanish() const;
    /// Share of the gradient that is lost per step at least, where `perStep` is under 1.
    double lostPerStep() const { return 1 - perStep; }
    /// So little under 1 that all steps together need lose no more than a hundredth.
    bool nearlyHolds() const;
    /// Over 1 somewhere: necessary for exploding, not sufficient.
    bool mayExplode() const { return over > 0; }
};
SpectrumFacts factsOf(const Spectrum& spectrum, bool reverse);

/// Whether a singular value is zero but for rounding, beside the largest one of its step.
bool isZero(double size, double largest);

}  // namespace rnnscope
