// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include "core/scaling.h"

namespace rnnscope {

/// value = offset + factor · scaled.
struct ScalingLine {
    double offset = 0;
    double factor = 1;
};

/// The way back from what scaled() makes of a column: of a constant the factor is 0; beyond the
/// largest double it is infinite. Scaling::None and LogDifferences have no line: 0 and 1.
ScalingLine scalingLine(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling);

/// Answers in the file's own values. `output` is rows × steps, of which the first column belongs to
/// step `from`. Log-differences beyond the steps that have a base go on from the value before them.
Eigen::MatrixXd unscaled(const Unscaling& unscaling, const Eigen::MatrixXd& output,
                         Eigen::Index from = 0);

}  // namespace rnnscope
