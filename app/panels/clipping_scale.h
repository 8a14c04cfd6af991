// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace rnnscope {

/// How long a bar is for a norm.
struct LengthScale {
    bool logarithmic = false;
    double low = 0;   ///< length 0; the norm itself, or its exponent of ten
    double high = 1;  ///< length 1, likewise

    /// 0 … 1; 0 for a norm of 0, nothing for NaN and ∞.
    std::optional<double> length(double norm) const;
};

/// Linear from 0 to the next 1, 2 or 5 × 10ⁿ that holds the norms and 1.2 times the threshold, so
/// that it stands still while a threshold is dragged. Logarithmic over whole decades where a norm
/// is above 10⁶, or 10⁴ times another. Zeros and what is not finite do not count.
LengthScale lengthScale(std::span<const double> norms, double threshold);

}  // namespace rnnscope
