// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace rnnscope {

/// What is done to a column of a file before the network sees it. A squashing unit fed with
/// hundreds is saturated at every step, and no gradient passes.
enum class Scaling {
    None,
    Standard,  ///< mean 0, standard deviation 1 (over all n values)
    MinMax     ///< 0 … 1
};

/// The column scaled by its own figures; a constant becomes 0. Never overflows on the way.
Eigen::VectorXd scaled(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling);

}  // namespace rnnscope
