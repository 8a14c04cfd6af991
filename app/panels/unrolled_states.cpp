// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_states.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/plot/colormap.h"

namespace rnnscope {

using Eigen::Index;

void paintBars(QPainter& painter, const QRectF& area, const States& values, const StateMarks& marks,
               const Theme& theme) {
    const double pitch = area.width() / static_cast<double>(values.size());
    const double width = pitch > theme.px(3) ? pitch * 0.8 : pitch;
    const double zero = area.center().y();
    const double half = area.height() / 2;
    const QColor hue = theme.isDark ? theme.quantityText(u"h") : theme.quantity(u"h");
    const QColor below = blend(hue, theme.card, theme.isDark ? 0.66 : 0.58);
    painter.setPen(Qt::NoPen);
    if (marks.unit && values.size() > 1) {
        const double wider = std::max(theme.px(3) - pitch, 0.0) / 2;
        const QRectF column(area.left() + pitch * *marks.unit - wider, area.top(),
                            pitch + 2 * wider, area.height());
        painter.setBrush(blend(hue, theme.card, theme.isDark ? 0.24 : 0.16));
        painter.drawRect(column);
        painter.setBrush(theme.strong);
        painter.drawRect(QRectF(column.left(), area.bottom(), column.width(), theme.px(2)));
    }
    painter.setBrush(blend(theme.mutedText, theme.card, 0.5));
    painter.drawRect(QRectF(area.left(), zero - theme.px(0.5), area.width(), theme.px(1)));
    for (Index k = 0; k < values.size(); ++k) {
        const double value = std::clamp(values[k] / marks.limit, -1.0, 1.0);
        const double x = area.left() + pitch * static_cast<double>(k) + (pitch - width) / 2;
        painter.setBrush(value < 0 ? below : hue);
        painter.drawRect(
            QRectF(x, std::min(zero, zero - value * half), width, std::abs(value) * half));
    }
}

void paintStrip(QPainter& painter, const QRectF& area, const States& values,
                const StateMarks& marks, const Theme& theme) {
    const auto units = static_cast<double>(values.size());
    const auto room = std::max<Index>(1, static_cast<Index>(area.height()));
    const Index lines = std::min(values.size(), room);
    const double high = area.height() / static_cast<double>(lines);
    const ColorScale scale = ColorScale::diverging(marks.limit, theme.signedColors);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (Index line = 0; line < lines; ++line) {
        // The largest of those that share a line, so that a single active unit is seen.
        double shown = 0;
        for (Index k = line * values.size() / lines; k < (line + 1) * values.size() / lines; ++k)
            if (std::abs(values[k]) >= std::abs(shown))
                shown = values[k];
        const double top = area.top() + high * static_cast<double>(line);
        painter.fillRect(QRectF(area.left(), top, area.width(), high), QColor(scale.color(shown)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (!marks.unit)
        return;
    const double y = area.top() + area.height() * (*marks.unit + 0.5) / units;
    const double x = area.left() - theme.px(1), side = theme.px(4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.strong);
    painter.drawPolygon(QPolygonF{{x, y}, {x - side, y - side}, {x - side, y + side}});
}

}  // namespace rnnscope
