// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_ghost.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace rnnscope {

const TimeSeries* previousOf(const TimeSeries& series, const std::vector<TimeRow>& before) {
    for (const TimeRow& row : before)
        for (const TimeSeries& each : row.series)
            if (each.id == series.id && each.symbol == series.symbol &&
                each.marks == series.marks && each.probability == series.probability)
                return &each;
    return nullptr;
}

bool differs(const StepValues& now, const StepValues& before, int unit) {
    if (unit >= before.units)
        return false;
    const int begin = std::max(now.firstStep, before.firstStep);
    const int end = std::min(now.firstStep + now.steps, before.firstStep + before.steps);
    for (int step = begin; step < end; ++step) {
        const double a = now.at(unit, step), b = before.at(unit, step);
        if (a != b && !(std::isnan(a) && std::isnan(b)))
            return true;
    }
    return false;
}

std::optional<double> previousValue(const TimeSeries& series, const std::vector<TimeRow>& before,
                                    int unit, int step) {
    const TimeSeries* previous = previousOf(series, before);
    if (!previous || unit >= previous->values.units || !previous->values.covers(step))
        return std::nullopt;
    return previous->values.at(unit, step);
}

void makeRoom(TimeRow& row, const std::vector<TimeRow>& before) {
    if (row.heat)
        return;
    double low = row.low, high = row.high;
    for (const TimeSeries& series : row.series) {
        const TimeSeries* previous = previousOf(series, before);
        if (!previous || series.probability || series.marks)
            continue;
        const auto [least, largest] = finiteExtent(previous->values);
        low = std::min(low, least);
        high = std::max(high, largest);
    }
    if (high - low > 2 * (row.high - row.low))
        return;
    row.low = low;
    row.high = high;
}

void paintPreviousSample(QPainter& painter, const TimeFrame& frame) {
    const Theme& theme = frame.theme;
    const QRectF& last = frame.strips.back().rect;
    QRectF place(0, last.bottom() + frame.margins.gap / 2.0, frame.margins.left - theme.px(10),
                 frame.margins.axis - frame.margins.gap);
    painter.setFont(theme.font(frame.margins.narrow ? 9 : 11));
    if (!frame.margins.narrow) {
        QPen pen(theme.faint(theme.mutedText, 0.6), theme.px(1.3), Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({4, 2.5});
        painter.setPen(pen);
        painter.drawLine(QPointF(1, place.center().y()), QPointF(theme.px(17), place.center().y()));
        place.setLeft(theme.px(24));  // where the strips' legends have their words
    }
    painter.setPen(theme.mutedText);
    painter.drawText(place,
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                     QCoreApplication::translate("rnnscope::TimePanel", "previous"));
}

}  // namespace rnnscope
