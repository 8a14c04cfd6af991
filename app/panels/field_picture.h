// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <array>
#include <vector>

#include "app/plot/theme.h"
#include "core/analysis/field.h"

class QPainter;

namespace rnnscope {

/// The three arrows at a grid point.
enum class FieldArrow { Plain, ByValue, ByNorm };
inline constexpr std::array fieldArrows = {FieldArrow::Plain, FieldArrow::ByValue,
                                           FieldArrow::ByNorm};
const GradientField::Arrows& arrowsOf(const GradientField& field, FieldArrow kind);
QColor arrowColor(FieldArrow kind, const Theme& theme);

/// How long an arrow is for a size.
struct ArrowScale {
    double largest = 0;  ///< has length 1; 0: there are no arrows
    bool logarithmic = false;

    /// 0 … 1; NaN for what is not finite.
    double length(double size) const;
};

/// One scale for all three kinds, whichever are shown: the root of the size, or its logarithm down
/// to a ten-thousandth of the largest where sizes are further apart than a thousandfold.
ArrowScale arrowScale(const GradientField& field);

/// Losses as colours: log where they lie further apart than a hundredfold.
struct FieldShades {
    double low = 0, high = 0;  ///< over the finite losses
    bool logarithmic = false;
    bool known = true;  ///< there is a finite loss

    /// 0 … 1; NaN for what is not finite.
    double part(double loss) const;
};
FieldShades fieldShades(const GradientField& field);

/// Where the field stands.
struct FieldPlaces {
    QRectF plot;
    double cell = 1;  ///< pixels between grid points
    int side = 1;
    int stride = 1;  ///< every so many-th grid point has arrows, the middle one always

    QPointF point(int column, int row) const;
    bool hasArrows(int column, int row) const;
    /// The grid point nearest to a place in the plot.
    std::pair<int, int> columnRow(const QPointF& at) const;
};
/// The largest square with room for the labels; empty where there is no room.
FieldPlaces fieldPlaces(const QRectF& area, const GradientField& field, const Theme& theme);

/// "weight_hh_l0[2, 5]", counted from 0 as PyTorch does.
QString entryText(const WeightEntry& entry);

/// Colours, contours, axes, the arrows that are `shown` (by FieldArrow), and the present point.
void paintField(QPainter& painter, const FieldPlaces& at, const GradientField& field,
                const std::array<bool, 3>& shown, const Theme& theme);
/// One arrow from a point along (dx, dy), in pixels.
void paintArrow(QPainter& painter, const QPointF& from, const QPointF& along, FieldArrow kind,
                const Theme& theme);

}  // namespace rnnscope
