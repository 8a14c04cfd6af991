// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_bars.h"

#include <algorithm>
#include <cmath>

#include "app/plot/axes.h"

namespace rnnscope {

ShareBars::ShareBars(QCPAxis* keyAxis, QCPAxis* valueAxis)
    : QCPAbstractPlottable(keyAxis, valueAxis) {
    setSelectable(QCP::stNone);
}

void ShareBars::setColours(const QColor& up, const QColor& down) {
    up_ = up;
    down_ = down;
}

QCPRange ShareBars::getKeyRange(bool& found, QCP::SignDomain) const {
    found = !values_.empty();
    return {0.5, double(values_.size()) + 0.5};
}

QCPRange ShareBars::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    QCPRange range(0, 0);
    for (const double value : values_)
        if (std::isfinite(value))
            range.expand(value);
    found = !values_.empty();
    return range;
}

void ShareBars::drawBar(QCPPainter& painter, const QRectF& area, qreal left, qreal right,
                        double value) const {
    const auto y = [&](double share) {
        return std::clamp(mValueAxis->coordToPixel(share), area.top(), area.bottom());
    };
    const qreal zero = y(0), end = y(value);
    if (std::abs(end - zero) >= 0.25)  // less would be a line of dust along zero
        painter.fillRect(
            QRectF(QPointF(left, std::min(zero, end)), QPointF(right, std::max(zero, end))),
            value > 0 ? up_ : down_);
}

void ShareBars::draw(QCPPainter* painter) {
    const QRectF area = areaOf(*mKeyAxis->axisRect());
    const auto x = [&](double key) { return mKeyAxis->coordToPixel(key); };
    const auto steps = values_.size();
    const qreal pitch = x(2) - x(1);
    painter->save();
    painter->setAntialiasing(pitch >= 3);
    if (pitch >= 1) {
        const double half = pitch >= 3 ? 0.41 : 0.5;
        for (std::size_t step = 0; step < steps; ++step)
            if (const double value = values_[step]; std::isfinite(value) && value != 0)
                drawBar(*painter, area, x(double(step) + 1 - half), x(double(step) + 1 + half),
                        value);
    }
    for (std::size_t step = 0; pitch < 1 && step < steps;) {
        const qreal column = std::floor(x(double(step) + 1));
        double low = 0, high = 0;
        for (; step < steps && std::floor(x(double(step) + 1)) == column; ++step)
            if (std::isfinite(values_[step])) {
                low = std::min(low, values_[step]);
                high = std::max(high, values_[step]);
            }
        for (const double value : {low, high})
            if (value != 0)
                drawBar(*painter, area, column, column + 1, value);
    }
    painter->restore();
}

void ShareBars::drawLegendIcon(QCPPainter* painter, const QRectF& rect) const {
    painter->fillRect(rect, up_);
}

}  // namespace rnnscope
