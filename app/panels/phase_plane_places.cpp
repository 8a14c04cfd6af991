// SPDX-License-Identifier: GPL-3.0-or-later
// Where things stand in the phase plane: ranges, margins, ticks, the read-out.
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/phase_plane_panel.h"
#include "app/panels/time_rows.h"
#include "app/plot/axes.h"
#include "app/plot/overlay.h"

namespace rnnscope {

// Units stand on one scale, the same for all of them; components each on their own.
void PhasePlanePanel::setRanges() {
    if (path_.axes == PlaneAxes::Components) {
        const auto rangeOf = [this](int axis) {
            const Eigen::VectorXd row = path_.points.row(axis);
            return finiteRange({row.data(), std::size_t(row.size())}, 0.08);
        };
        QCPRange first = rangeOf(0), second = rangeOf(1);
        if (path_.components.share[0] == 0)
            first = {-1, 1};
        // What is flat but for rounding looks flat.
        if (second.size() < 1e-6 * first.size())
            second = {second.center() - first.size() / 2, second.center() + first.size() / 2};
        plot_->xAxis->setRange(first);
        plot_->yAxis->setRange(second);
        return;
    }
    const Quantity& of = quantity();
    double limit = of.high;
    if (!std::isfinite(of.low) || !std::isfinite(of.high)) {
        const auto index = std::size_t(&of - snapshot()->shape().cell->quantities().data());
        const auto [low, high] = finiteExtent(stepValues(values(), index));
        limit = std::max(-low, high);
        for (const double each : path_.points.reshaped())
            if (std::isfinite(each))
                limit = std::max(limit, std::min(std::abs(each), 1e240));
        // A gated hidden state starts wherever it is put, and then stays within ±1.
        const bool gated = index == snapshot()->shape().cell->hiddenState() && of.low < 0;
        limit = roundLimit(gated ? std::max(limit, 1.0) : limit);
    }
    const double low = of.low < 0 ? -limit : 0;
    const double room = 0.06 * (limit - low);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis})
        axis->setRange(low - room, limit + room);
}

/// As many numbers along an axis as have room; returns the width of the widest.
double PhasePlanePanel::fitTicks(QCPAxis& axis, double length,
                                 const std::function<double(const QString&)>& extent) const {
    const QFontMetricsF metrics(theme().font(11));
    double widest = 0;
    for (int count = 5; count >= 1; --count) {
        axis.ticker()->setTickCount(count);
        QVector<double> ticks;
        QVector<QString> labels;
        axis.ticker()->generate(axis.range(), plot_->locale(), QLatin1Char('g'), 4, ticks, nullptr,
                                &labels);
        double needed = 0;
        widest = 0;
        for (qsizetype k = 0; k < labels.size(); ++k) {
            // The ticker names one tick beyond each end as well.
            if (!axis.range().contains(ticks[k]))
                continue;
            needed += extent(labels[k]);
            widest = std::max(widest, metrics.horizontalAdvance(labels[k]));
        }
        if (needed <= length)
            break;
    }
    return widest;
}

void PhasePlanePanel::layOut(const QSizeF& size) {
    if (!snapshot() || path_.points.size() == 0)
        return;
    const QFontMetricsF small(theme().font(11)), words(theme().font(12));
    const bool named = size.height() >= theme().px(170) && size.width() >= theme().px(240);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis})
        axis->setLabel(named ? axisLabel(axis == plot_->xAxis ? 0 : 1) : QString());
    const double numbers = fitTicks(*plot_->yAxis, size.height() - theme().px(60),
                                    [&](const QString&) { return 2 * small.height(); });
    const double word = named ? words.height() + theme().px(4) : 0;
    QMarginsF margins(numbers + theme().px(9) + word, theme().px(6), theme().px(12),
                      small.height() + theme().px(8) + word);
    const double wide = size.width() - margins.left() - margins.right();
    const double high = size.height() - margins.top() - margins.bottom();
    const bool square = path_.axes != PlaneAxes::Components;
    double beside = 0;
    if (square && wide > high) {
        // The numbers stand beside the square where there is room for them.
        beside = wide - high >= theme().px(130) ? std::min(wide - high, theme().px(190)) : 0;
        const double spare = (wide - high - beside) / 2;
        margins += QMarginsF(spare, 0, spare + beside, 0);
    } else if (square) {
        margins += QMarginsF(0, 0, 0, high - wide);
    }
    fitTicks(*plot_->xAxis, size.width() - margins.left() - margins.right(),
             [&](const QString& label) { return small.horizontalAdvance(label) + theme().px(10); });
    plot_->axisRect()->setMargins({qCeil(margins.left()), qCeil(margins.top()),
                                   qCeil(margins.right()), qCeil(margins.bottom())});
    plot_->setViewport(QRect(QPoint(), size.toSize()));
    settleLayout(*plot_);
    std::vector<QPointF> pixels;
    pixels.reserve(std::size_t(path_.points.cols()));
    for (Index k = 0; k < path_.points.cols(); ++k) {
        const double x = plot_->xAxis->coordToPixel(path_.points(0, k));
        const double y = plot_->yAxis->coordToPixel(path_.points(1, k));
        // Clamping lets NaN through, which is a gap.
        pixels.emplace_back(std::clamp(x, -1e6, 1e6), std::clamp(y, -1e6, 1e6));
    }
    trail_.setPoints(std::move(pixels), plotArea(), theme().scale);
    readOutPlace_ = {};
    if (beside > 0)
        readOutPlace_ = QRectF(plotArea().right() + theme().px(14), plotArea().top(),
                               beside - theme().px(14), plotArea().height());
    else
        placeReadOut();
}

// In the corner that hides least of the path; nowhere where the plot is small.
void PhasePlanePanel::placeReadOut() {
    const QFontMetricsF metrics(theme().font(11));
    const double lines = path_.descent.size() > 0 ? 4 : 3;
    const QSizeF room(
        metrics.horizontalAdvance(QStringLiteral("−∂L/∂h: 0.00·10⁻⁰⁰")) + theme().px(12),
        lines * metrics.height() + theme().px(6));
    const QRectF area =
        plotArea().adjusted(theme().px(4), theme().px(4), -theme().px(4), -theme().px(4));
    if (area.width() < 1.8 * room.width() || area.height() < 2.2 * room.height())
        return;
    std::ptrdiff_t least = std::numeric_limits<std::ptrdiff_t>::max();
    for (const QPointF& corner :
         {QPointF(area.right() - room.width(), area.top()), area.topLeft(),
          QPointF(area.right() - room.width(), area.bottom() - room.height()),
          QPointF(area.left(), area.bottom() - room.height())}) {
        const QRectF place(corner, room);
        const auto& points = trail_.points();
        const auto hidden = std::count_if(points.begin(), points.end(), [&](const QPointF& point) {
            return place.contains(point);
        });
        if (hidden < least) {
            least = hidden;
            readOutPlace_ = place;
        }
    }
}

}  // namespace rnnscope
