// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace rnnscope {

/// What is done to a column of a file before the network sees it. A squashing unit fed with
/// hundreds is saturated at every step, and no gradient passes.
enum class Scaling {
    None,
    Standard,       ///< mean 0, standard deviation 1 (over all n values)
    MinMax,         ///< 0 … 1
    LogDifferences  ///< ln(x_t / x_{t−1}), one step fewer; of positive values
};

/// The way back from scaled values to a file's own, for the rows of an output, row t of step t.
struct Unscaling {
    Scaling kind = Scaling::None;
    /// Standard, MinMax: one a row; value = offset + factor · scaled.
    Eigen::VectorXd offset, factor;
    /// LogDifferences: rows × steps; value at step t = base(row, t) · exp(scaled).
    Eigen::MatrixXd base = {};
};

/// The column scaled by its own figures; a constant becomes 0. Never overflows on the way. Log-
/// differences are one fewer than the column's values, which must be above 0 (see FileSteps).
Eigen::VectorXd scaled(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling);

}  // namespace rnnscope
