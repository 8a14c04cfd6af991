// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace rnnscope {

/// Probabilities of the classes at each step: exp ŷ_o / Σ exp ŷ, column by column. O × T, as
/// `output`. A column with NaN, or with +∞, is NaN throughout.
Eigen::MatrixXd softmax(const Eigen::MatrixXd& output);

}  // namespace rnnscope
