// SPDX-License-Identifier: GPL-3.0-or-later
// Where the steps of the gradient's curves stand, and what the pointer does over them.
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/panels/gradient_panel.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

void GradientPanel::setTimeRange(std::optional<std::pair<double, double>> range) {
    if (range == range_)
        return;
    range_ = range;
    invalidate();
}

std::pair<double, double> GradientPanel::timeRange() const {
    return range_.value_or(std::pair(0.5, (snapshot() ? steps() : 1) + 0.5));
}

bool GradientPanel::isSeen(int step) const {
    const auto [lower, upper] = timeRange();
    return step + 1 >= lower && step + 1 <= upper;
}

QRectF GradientPanel::plotArea() const {
    return areaOf(*plot_->axisRect());
}

qreal GradientPanel::xOf(int step) const {
    return plot_->xAxis->coordToPixel(step + 1);
}

int GradientPanel::stepAt(qreal x) const {
    const double key = plot_->xAxis->pixelToCoord(x);
    return int(std::clamp(std::round(key) - 1, 0.0, steps() - 1.0));
}

QRectF GradientPanel::plotRect() const {
    return plotArea().translated(plot_->pos());
}

QPoint GradientPanel::pointOf(int step) const {
    return plot_->mapTo(this, QPointF(xOf(step), plotArea().center().y()).toPoint());
}

QString GradientPanel::hoverText(int step) const {
    const Snapshot& shown = *snapshot();
    const QString direction = isReverse() ? tr("backwards in time") : tr("forwards in time");
    QStringList place{tr("<b>t = %1</b>, layer %2").arg(step + 1).arg(view().layer + 1)};
    if (shown.shape().bidirectional)
        place << direction;
    QString text = joined(place);
    text += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    for (const GradientCurve& curve : curves_) {
        const double norm = curve.norms[std::size_t(step)];
        const auto before =
            std::find_if(before_.begin(), before_.end(),
                         [&](const GradientCurve& each) { return each.id == curve.id; });
        const bool had = before != before_.end() && step < int(before->norms.size());
        text +=
            QStringLiteral("<tr><td><b>%1</b></td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
                .arg(curve.symbol, shortNumber(norm),
                     had ? fullNumber(norm) +
                               tr(", before: %1").arg(shortNumber(before->norms[std::size_t(step)]))
                         : fullNumber(norm));
    }
    text += QStringLiteral("</table>");
    return text + (message().isEmpty()
                       ? tr("2-norms over all units, H = %1").arg(shown.shape().hidden)
                       : message());
}

void GradientPanel::hover(QMouseEvent* event) {
    if (!snapshot())
        return;
    const QPointF point = event->position();
    emit quantityHovered(stateAt(point));
    if (dragging_)
        emit stepRequested(stepAt(point.x()));
    if (dragging_ || plotArea().contains(point))
        QToolTip::showText(event->globalPosition().toPoint(), hoverText(stepAt(point.x())), plot_);
    else
        QToolTip::hideText();
}

std::optional<std::size_t> GradientPanel::stateAt(const QPointF& point) const {
    std::vector<LegendChip> chips = legend();
    layOutLegend(chips, width());
    for (std::size_t k = 0; k < curves_.size(); ++k)
        if (chips[k].rect.translated(0, plot_->height()).contains(point))
            return curves_[k].state;
    if (!plotArea().contains(point))
        return std::nullopt;
    const double place = std::clamp(plot_->xAxis->pixelToCoord(point.x()) - 1, 0.0, steps() - 1.0);
    const auto step = std::size_t(place);
    double least = theme().px(9);
    std::optional<std::size_t> nearest;
    for (const GradientCurve& curve : curves_) {
        const auto y = [&](std::size_t at) {
            return plot_->yAxis->coordToPixel(axis_.position(curve.norms[at]));
        };
        const double here = y(step), next = y(std::min(step + 1, curve.norms.size() - 1));
        const double away = std::abs(here + (place - double(step)) * (next - here) - point.y());
        if (away <= least) {  // never where it is not a number
            least = away;
            nearest = curve.state;
        }
    }
    return nearest;
}

void GradientPanel::mouseMoveEvent(QMouseEvent* event) {
    if (snapshot())
        emit quantityHovered(stateAt(event->position()));
}

void GradientPanel::leaveEvent(QEvent* event) {
    emit quantityHovered({});
    Panel::leaveEvent(event);
}

bool GradientPanel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return Panel::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    std::vector<LegendChip> chips = legend();
    layOutLegend(chips, width());
    for (const LegendChip& chip : chips)
        if (chip.rect.translated(0, plot_->height()).contains(help->pos()))
            QToolTip::showText(help->globalPos(), labelled(chip.text, chip.tip), this);
    return true;
}

}  // namespace rnnscope
