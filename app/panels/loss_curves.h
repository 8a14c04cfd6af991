// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include "app/panels/loss_axis.h"

namespace rnnscope {

/// One value over the updates, in a plot.
struct UpdateCurve {
    const UpdateColumns* columns = nullptr;
    UpdateValue value = UpdateValue::Loss;
    QColor color;  ///< opaque
    qreal width = 2;
};

/// A line where updates are apart, and a line over each pixel column's extremes where they are
/// not; cut at the plot. What is not finite is a gap, a lone value a dot.
void paintUpdateCurve(QPainter& painter, const QRectF& plot, const UpdateCurve& curve,
                      const UpdateAxis& updates, const SizeAxis& sizes);
/// A tick between the two heights for every column of pixels with a clipped update.
void paintEngagement(QPainter& painter, const UpdateColumns& columns, const UpdateAxis& updates,
                     qreal top, qreal bottom, const QColor& color, qreal width);

/// Whether a painter makes a file of vectors, where nothing may stand outside by a clip alone.
bool paintsVectors(const QPainter& painter);

}  // namespace rnnscope
