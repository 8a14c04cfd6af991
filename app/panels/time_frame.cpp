// SPDX-License-Identifier: GPL-3.0-or-later
// Where times and values are among the strips.
#include <algorithm>
#include <cmath>

#include "app/panels/time_paint.h"
#include "app/panels/time_scale.h"

namespace rnnscope {
namespace {

TimeMargins bareMargins(const Theme& theme) {
    const auto px = [&](double length) { return qRound(theme.px(length)); };
    return {.left = px(20),
            .right = px(7),
            .gap = px(6),
            .marker = px(20),
            .axis = px(22),
            .narrow = true,
            .bare = true};
}

}  // namespace

TimeMargins TimeMargins::of(double width, const Theme& theme, bool bare) {
    if (bare)
        return bareMargins(theme);
    const bool narrow = width < theme.px(520);
    const auto px = [&](double length) { return qRound(theme.px(length)); };
    return {.left = px(narrow ? 54 : 148),
            .right = std::max(px(62), int(std::ceil(timeScaleWidth(theme)))),
            .gap = px(8),
            .marker = px(20),
            .axis = px(22),
            .narrow = narrow,
            .bare = false};
}

QRectF TimeFrame::area() const {
    if (!strips.empty())
        return strips.front().rect;
    return QRectF(QPointF(), size).adjusted(margins.left, 0, -margins.right, 0);
}

double TimeFrame::x(double key) const {
    const QRectF rect = area();
    return rect.left() + (key - lower) / (upper - lower) * rect.width();
}

double TimeFrame::y(const Strip& strip, const TimeSeries& series, double value) const {
    const double low = series.probability ? 0 : strip.row->low;
    const double high = series.probability ? 1 : strip.row->high;
    const double room = linePadding * (high - low);
    const double part = (value - low + room) / (high - low + 2 * room);
    return strip.rect.bottom() - std::clamp(part, 0.0, 1.0) * strip.rect.height();
}

double TimeFrame::unitTop(const Strip& strip, int unit) const {
    return strip.rect.top() + unit * strip.rect.height() / strip.row->first().values.units;
}

}  // namespace rnnscope
