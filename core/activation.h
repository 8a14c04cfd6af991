// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace rnnscope {

/// y_k = 1 / (1 + exp(−x_k)) for k < count, to 3 ulp; NaN stays NaN. `x` and `y` may be the same
/// array but must not overlap otherwise.
void logistic(const double* x, double* y, Eigen::Index count);

/// y_k = tanh x_k, to 3 ulp, exact to the last digits near 0 as well; NaN stays NaN.
void hyperbolicTangent(const double* x, double* y, Eigen::Index count);

/// y_k = max(0, x_k); NaN stays NaN, as in PyTorch.
void rectify(const double* x, double* y, Eigen::Index count);

}  // namespace rnnscope
