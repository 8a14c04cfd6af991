// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/dimming.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegion>

namespace rnnscope {

void dimAround(QPainter& painter, const QRegion& region, const QPainterPath& holes,
               const QColor& shade, double strength) {
    QColor over = shade;
    over.setAlphaF(float(strength));
    // Whole rectangles are filled at once; a path costs only where it has edges.
    const QRect edges = holes.boundingRect().toAlignedRect();
    for (const QRect& part : region.subtracted(edges))
        painter.fillRect(part, over);
    for (const QRect& part : region& edges) {
        QPainterPath rest;
        rest.addRect(part);
        painter.fillPath(rest.subtracted(holes), over);
    }
}

}  // namespace rnnscope
