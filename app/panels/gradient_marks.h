// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <vector>

#include "app/plot/theme.h"

class QCPPainter;

namespace rnnscope {

/// What a curve says where the playhead stands.
struct CursorValue {
    double value = 0;
    qreal y = 0;  ///< of its dot; unused where the value is not finite
    QColor color, ink;
};

/// The playhead's line at `x`, a dot and a number for each value; numbers stand to the left where
/// there is room, or with `rightward` to the right. Where they would hide the plot, dots alone.
void paintValueCursor(QCPPainter& painter, const QRectF& area, qreal x,
                      const std::vector<CursorValue>& values, bool rightward, const Theme& theme);
/// A red line with the words "overflowed here".
void paintOverflowMark(QCPPainter& painter, const QRectF& area, qreal x, const Theme& theme);
/// "0" on the floor of a logarithmic axis, which is no value itself.
void paintZeroMark(QCPPainter& painter, const QRectF& area, qreal x, const Theme& theme);

}  // namespace rnnscope
