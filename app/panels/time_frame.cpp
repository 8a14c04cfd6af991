// SPDX-License-Identifier: GPL-3.0-or-later
// Where times and values are among the strips.
#include <algorithm>

#include "app/panels/time_paint.h"

namespace rnnscope {

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
