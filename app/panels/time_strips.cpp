// SPDX-License-Identifier: GPL-3.0-or-later
// The strips of a time plot: their curves, heatmaps and axes.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/panels/time_ghost.h"
#include "app/panels/time_paint.h"
#include "app/panels/time_parts.h"
#include "app/panels/time_strip.h"
#include "app/plot/axes.h"

namespace rnnscope {

namespace {

void set(QCPGraph* graph, const QVector<QPointF>& points) {
    QVector<QCPGraphData> all(points.size());
    std::transform(points.begin(), points.end(), all.begin(),
                   [](const QPointF& point) { return QCPGraphData(point.x(), point.y()); });
    graph->data()->set(all, true);
}

}  // namespace

/// The row at which a strip stands.
int TimePanel::placeOf(std::size_t strip) const {
    return shared_ && strip < shared_->rows.size() ? shared_->rows[strip] : int(strip);
}

// Makes the plot's parts anew where the strips are not the same as before.
void TimePanel::rebuild() {
    const auto fits = [&](const Strip& strip, const TimeRow& row) {
        std::size_t lines = 0;
        bool marks = false;
        for (const TimeSeries& series : row.series) {
            marks = marks || series.marks;
            if (!row.heat && !series.marks)
                lines += std::size_t(std::min(series.values.units, mostForcedLines));
        }
        return row.heat == (strip.heat != nullptr) && marks == (strip.marks != nullptr) &&
               lines == strip.lines.size();
    };
    bool same = drawnTheme_ && drawnTheme_->id == theme().id &&
                drawnTheme_->scale == theme().scale && strips_.size() == rows_.size();
    for (std::size_t k = 0; same && k < rows_.size(); ++k)
        same = fits(strips_[k], rows_[k]);
    std::vector<int> places{shared_ ? shared_->rowCount : 0};
    for (std::size_t k = 0; k < rows_.size(); ++k)
        places.push_back(placeOf(k));
    if (std::exchange(drawnPlaces_, places) == places && same)
        return;
    drawnTheme_ = theme();
    window_.reset();
    plot_->clearPlottables();
    plot_->plotLayout()->clear();
    strips_.clear();
    for (const TimeRow& row : rows_) {
        Strip strip;
        strip.rect = new QCPAxisRect(plot_);
        strip.rect->setAutoMargins(QCP::msNone);
        strip.rect->setMargins({});
        strip.rect->setMinimumSize(1, 1);
        plot_->plotLayout()->addElement(placeOf(strips_.size()), 0, strip.rect);
        if (row.heat)
            strip.heat = new Heatmap(strip.axis(QCPAxis::atTop), strip.axis(QCPAxis::atLeft));
        else
            addLines(strip, row);
        for (std::size_t k = 0; k < row.series.size(); ++k)
            if (row.series[k].marks) {
                strip.marks = addMarks(strip.axis(QCPAxis::atBottom),
                                       strip.axis(row.heat ? QCPAxis::atLeft : QCPAxis::atRight));
                strip.marked = k;
            }
        strips_.push_back(std::move(strip));
    }
    // At least one cell, though empty: columns without rows are what a layout complains of.
    plot_->plotLayout()->expandTo(std::max(1, shared_ ? shared_->rowCount : 0), 1);
    styleAxes(*plot_, theme());
    for (const Strip& strip : strips_) {
        for (QCPAxis* axis : strip.rect->axes()) {
            axis->setTickLabels(false);
            // Of no length and without caps, so that nothing is drawn; without a colour SVG would
            // draw them black and PDF would fill empty paths.
            axis->setTickPen(QPen(theme().plotFrame, 1, Qt::SolidLine, Qt::FlatCap));
            if (strip.heat)
                axis->setBasePen(Qt::NoPen);  // its colours are frame enough
        }
        strip.axis(QCPAxis::atBottom)->setTicks(false);
        strip.axis(QCPAxis::atLeft)->grid()->setVisible(!strip.heat);
    }
    if (!strips_.empty()) {
        QCPAxis* last = strips_.back().axis(QCPAxis::atBottom);
        last->setTicks(true);
        last->setTicker(QSharedPointer<QCPAxisTickerFixed>::create());
        last->setNumberFormat(QStringLiteral("f"));
        last->setNumberPrecision(0);
        last->setTickLabelPadding(qRound(theme().px(5)));
    }
}

void TimePanel::addLines(Strip& strip, const TimeRow& row) {
    for (std::size_t k = 0; k < row.series.size(); ++k) {
        const TimeSeries& series = row.series[k];
        if (series.marks)
            continue;
        QCPAxis* values = strip.axis(series.probability ? QCPAxis::atRight : QCPAxis::atLeft);
        const int count = std::min(series.values.units, mostForcedLines);
        for (int j = 0; j < count; ++j)
            strip.lines.push_back(
                {new FastGraph(strip.axis(QCPAxis::atBottom), values), nullptr, k, j});
    }
    // After all that stands behind them.
    for (Strip::Line& line : strip.lines)
        line.graph = new FastGraph(line.ghost->keyAxis(), line.ghost->valueAxis());
}

void TimePanel::fill() {
    const auto [lower, upper] = timeRange();
    const TimeWindow window = windowFor(lower, upper, steps());
    const bool chosen = drawnUnit_ == view().unit || snapshot()->shape().hidden <= mostForcedLines;
    if (window == window_ && chosen)
        return;
    window_ = window;
    drawnUnit_ = view().unit;
    for (std::size_t k = 0; k < strips_.size(); ++k) {
        Strip& strip = strips_[k];
        const TimeRow& row = rows_[k];
        if (strip.heat) {
            const StepValues& values = row.first().values;
            strip.heat->setData(pooledCells(values, window), values.units, window.buckets());
            strip.heat->setScale(row.scale);
            strip.heat->fitValueAxis();
        }
        std::vector<std::vector<QVector<QPointF>>> lines(row.series.size());
        for (std::size_t j = strip.heat ? 1 : 0; j < lines.size(); ++j)
            lines[j] = pooledLines(row.series[j].values, window);
        for (Strip::Line& line : strip.lines) {
            const auto& all = lines[line.series];
            line.unit = drawnUnit(line.number, int(all.size()), view().unit);
            set(line.graph, all[std::size_t(line.unit)]);
        }
        fillGhost(strip, row);
        if (strip.marks)
            set(strip.marks, lines[strip.marked].front());
        if (strip.marks && strip.heat)
            for (QCPGraphData& point : *strip.marks->data())
                point.value += 0.5;  // the middle of the class's row
    }
}

// What did not change would only thicken the line before it.
void TimePanel::fillGhost(Strip& strip, const TimeRow& row) {
    std::vector<std::vector<QVector<QPointF>>> lines(row.series.size());
    for (const Strip::Line& line : strip.lines) {
        const TimeSeries& series = row.series[line.series];
        const TimeSeries* before = previousOf(series, before_);
        const bool drawn = before && differs(series.values, before->values, line.unit);
        if (drawn && lines[line.series].empty())
            lines[line.series] = pooledLines(before->values, *window_);
        set(line.ghost, drawn ? lines[line.series][std::size_t(line.unit)] : QVector<QPointF>());
    }
}

// Of many units the chosen one's alone: all of them would hide what is there now.
void TimePanel::styleGhost(const Strip& strip, const TimeRow& row, bool dense) {
    for (const Strip::Line& line : strip.lines) {
        const TimeSeries& series = row.series[line.series];
        const int units = series.values.units;
        const bool chosen = units > 1 && content_ != Content::Inputs && line.unit == view().unit;
        line.ghost->setVisible(units <= mostLines || chosen);
        const QColor colour = chosen || units == 1 ? theme().quantityLine(series.id)
                                                   : theme().unitShade(series.id, line.unit, units);
        line.ghost->setLine(theme().faint(colour, chosen || units == 1 ? 0.6 : 0.4),
                            dense ? 1 : theme().px(chosen ? 1.8 : 1.3),
                            dense ? Qt::SolidLine : Qt::DashLine);
        line.ghost->setAntialiased(!dense);
    }
}

bool TimePanel::drawsPrevious() const {
    return std::any_of(strips_.begin(), strips_.end(), [](const Strip& strip) {
        return std::any_of(strip.lines.begin(), strip.lines.end(), [](const Strip::Line& line) {
            return line.ghost->visible() && !line.ghost->data()->isEmpty();
        });
    });
}

// Pens and ranges of the values; the selected unit stands out.
void TimePanel::style() {
    const Theme& look = theme();
    const auto [lower, upper] = timeRange();
    // Where many steps share a pixel a line is a filled band: neither its smoothness nor its dashes
    // show, but they would take most of the time.
    const bool dense = upper - lower > 2.0 * std::max(200, width());
    shades_.assign(rows_.size(), {});
    for (std::size_t k = 0; k < strips_.size(); ++k) {
        Strip& strip = strips_[k];
        const TimeRow& row = rows_[k];
        for (const TimeSeries& series : row.series) {
            auto& shades = shades_[k].emplace_back();
            for (int unit = 0; unit < series.values.units && !row.heat; ++unit)
                shades.push_back(look.unitShade(series.id, unit, series.values.units));
        }
        for (const Strip::Line& line : strip.lines) {
            const TimeSeries& series = row.series[line.series];
            const int units = series.values.units;
            const int unit = line.unit;
            const bool selected = content_ != Content::Inputs && units > 1 && unit == view().unit;
            const QColor colour = selected ? look.quantityText(series.id)
                                           : shades_[k][line.series][std::size_t(unit)];
            const double thick = dense ? 1 : look.px(selected ? 2.6 : units == 1 ? 1.8 : 1.4);
            line.graph->setLine(colour, thick,
                                dense ? Qt::SolidLine : look.quantityDash(series.id));
            line.graph->setAntialiased(!dense);
            if (selected)
                line.graph->setLayer(line.graph->layer());  // to the front
        }
        styleGhost(strip, row, dense);
        if (strip.marks)
            strip.marks->setScatterStyle(
                QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(look.card, 1),
                                look.quantityLine(u"target"), look.px(5.5)));
        if (strip.heat)
            continue;
        const double room = linePadding * (row.high - row.low);
        strip.axis(QCPAxis::atLeft)->setRange(row.low - room, row.high + room);
        strip.axis(QCPAxis::atRight)->setRange(-linePadding, 1 + linePadding);
        const bool crosses = row.low < 0 && row.high > 0;
        strip.axis(QCPAxis::atLeft)->setTicker(ruleAt(crosses ? 0 : (row.low + row.high) / 2));
    }
}

void TimePanel::applyRange() {
    const auto [lower, upper] = timeRange();
    for (const Strip& strip : strips_) {
        strip.axis(QCPAxis::atBottom)->setRange(lower, upper);
        if (!strip.heat)
            continue;
        // Column j of the heatmap stands for `width` steps.
        const auto column = [&, window = *window_](double key) {
            return (key - window.first - 0.5) / window.width - 0.5;
        };
        strip.axis(QCPAxis::atTop)->setRange(column(lower), column(upper));
    }
}

// Margins and the ticks' distance follow the size; the plot sees to the rest.
void TimePanel::layOut(const QSizeF& size) {
    const TimeMargins margins = this->margins(size.width());
    const int half = margins.gap / 2;
    plot_->plotLayout()->setMargins({margins.left, half + (marker_ ? margins.marker : 0),
                                     margins.right, half + (axis_ ? margins.axis : 0)});
    plot_->plotLayout()->setRowSpacing(margins.gap);
    if (strips_.empty())
        return;
    QCPAxis* times = strips_.back().axis(QCPAxis::atBottom);
    times->setTickLabels(axis_);
    const auto [lower, upper] = timeRange();
    const QString widest = QString::number(std::ceil(upper), 'f', 0);
    const double label =
        QFontMetricsF(times->tickLabelFont()).horizontalAdvance(widest) + theme().px(14);
    times->ticker().staticCast<QCPAxisTickerFixed>()->setTickStep(
        timeTickStep(upper - lower, size.width() - margins.left - margins.right, label));
}

}  // namespace rnnscope
