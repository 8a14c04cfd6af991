// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <QRectF>
#include <optional>

#include "app/plot/theme.h"

class QPainter;

namespace rnnscope {

/// Up to so many units are drawn as bars, more as a strip of coloured cells.
inline constexpr Eigen::Index mostBars = 32;

struct StateMarks {
    double limit = 1;         ///< |h| of a full bar, or of the outermost colours
    std::optional<int> unit;  ///< the selected one, where it is to be marked
};

using States = Eigen::Ref<const Eigen::VectorXd>;

/// A hidden state as signed bars, a unit each, from left to right. All values must be finite.
void paintBars(QPainter& painter, const QRectF& area, const States& values, const StateMarks& marks,
               const Theme& theme);
/// The same for many units: a strip from top to bottom, in the heatmaps' colours.
void paintStrip(QPainter& painter, const QRectF& area, const States& values,
                const StateMarks& marks, const Theme& theme);

}  // namespace rnnscope
