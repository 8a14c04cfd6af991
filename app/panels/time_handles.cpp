// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_handles.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

QPointF inputSpot(const TimeFrame& frame, const TimeFrame::Strip& strip, InputPlace place,
                  double value) {
    const double x = frame.x(double(place.time) + 1);
    if (strip.row->heat)
        return {
            x,
            (frame.unitTop(strip, int(place.row)) + frame.unitTop(strip, int(place.row) + 1)) / 2};
    const double shown = std::isfinite(value) ? value : strip.row->low;
    return {x, frame.y(strip, strip.row->first(), shown)};
}

void paintEditedInputs(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip,
                       const std::vector<InputPlace>& places) {
    const Theme& theme = frame.theme;
    const TimeSeries& series = strip.row->first();
    const double cell = strip.rect.height() / std::max(1, series.values.units);
    const double size =
        strip.row->heat ? std::clamp(cell / 3, theme.px(1.2), theme.px(3)) : theme.px(3.2);
    painter.setPen(strip.row->heat ? QPen(theme.strong, theme.px(1.2))
                                   : QPen(theme.quantityLine(series.id), theme.px(1.4)));
    painter.setBrush(theme.card);
    for (const InputPlace& place : places) {
        const double key = double(place.time) + 1;
        if (key < frame.lower || key > frame.upper || place.row >= series.values.units)
            continue;
        const double value = series.values.at(int(place.row), int(place.time));
        painter.drawEllipse(inputSpot(frame, strip, place, value), size, size);
    }
}

void paintInputHandle(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip,
                      const InputHandle& handle) {
    const double key = double(handle.place.time) + 1;
    if (key < frame.lower || key > frame.upper)
        return;
    const Theme& theme = frame.theme;
    const TimeSeries& series = strip.row->first();
    const QPointF spot = inputSpot(frame, strip, handle.place, handle.value);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(strip.row->heat ? theme.strong : theme.quantityLine(series.id), theme.px(2)));
    painter.setBrush(strip.row->heat ? QBrush(Qt::NoBrush) : QBrush(theme.card));
    painter.drawEllipse(spot, theme.px(5.5), theme.px(5.5));
    if (!handle.told)
        return;

    painter.setFont(theme.boldFont(11));
    QString text = shortNumber(handle.value);
    if (series.values.units > 1)
        text = series.unitName(int(handle.place.row)) + QStringLiteral(" = ") + text;
    const QFontMetricsF metrics(painter.font());
    QRectF label(0, 0, metrics.horizontalAdvance(text) + theme.px(10),
                 metrics.height() + theme.px(2));
    // Beside the point, where neither pointer nor line is in the way.
    const double away = theme.px(12);
    const bool right = spot.x() + away + label.width() <= strip.rect.right();
    label.moveLeft(right ? spot.x() + away : spot.x() - away - label.width());
    label.moveTop(std::clamp(spot.y() - label.height() / 2, 0.0,
                             std::max(0.0, frame.size.height() - label.height())));
    painter.setPen(QPen(theme.cardBorder, theme.px(1)));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(label, theme.px(3), theme.px(3));
    painter.setPen(theme.quantityText(series.id));
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace rnnscope
