// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <cmath>

namespace rnnscope {

/// 2-norm without overflow or underflow of the squares on the way; NaN where an entry is NaN.
template <typename Derived>
double scaledNorm(const Eigen::MatrixBase<Derived>& entries) {
    const double largest = entries.cwiseAbs().template maxCoeff<Eigen::PropagateNaN>();
    return largest > 0 && std::isfinite(largest) ? largest * (entries / largest).norm() : largest;
}

}  // namespace rnnscope
