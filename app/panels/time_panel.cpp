// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_panel.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "app/panels/time_editing.h"
#include "app/panels/time_ghost.h"
#include "app/panels/time_handles.h"
#include "app/panels/time_paint.h"
#include "app/panels/time_strip.h"
#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"
#include "app/words.h"

namespace rnnscope {

void setRange(TimeRow& row, std::pair<double, double> range) {
    std::tie(row.low, row.high) = range;
    if (row.scale.kind == ColorKind::Diverging)
        row.scale = ColorScale::diverging(std::max(-row.low, row.high), row.scale.colors);
}

TimePanel::TimePanel(const Theme& look, Content content, QWidget* parent)
    : Panel(look, parent), content_(content), plot_(makeSilentPlot(this)) {
    overlay_ = new Overlay(this, [this](QCPPainter& painter) {
        if (!isCurrent())
            return;
        const TimeFrame now = frame();
        paintTimeCursor(painter, now);
        paintEditing(painter, now);
    });
    if (content == Content::Inputs)
        makeEditing();
    setMouseTracking(true);
    plot_->plotLayout()->clear();
    plot_->plotLayout()->setAutoMargins(QCP::msNone);
    plot_->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical);
    plot_->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    new PaintItem(plot_, [this](QPainter& painter) {
        if (!isCurrent())
            return;
        const TimeFrame now = frame();
        paintTimeLabels(painter, now);
        if (!edited_.empty() && !now.strips.empty())
            paintEditedInputs(painter, now, now.strips.front(), edited_);
    });
    new PaintItem(plot_, [this](QPainter& painter) {
        if (paintsCursor_ && isCurrent())
            paintTimeCursor(painter, frame());
    });
    connect(plot_, &QCustomPlot::afterReplot, overlay_, qOverload<>(&QWidget::update));
}

void TimePanel::setDisplay(Display display) {
    if (display == display_)
        return;
    display_ = display;
    invalidate();
}

void TimePanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const TimePanel&>(shown);
    setDisplay(other.display_);
    setGradients(other.gradients_);
}

void TimePanel::setGradients(bool on) {
    if (on == gradients_)
        return;
    gradients_ = on;
    invalidate();
}

bool TimePanel::showsGradients() const {
    return gradients_ && snapshot() && snapshot()->backward;
}

void TimePanel::setTimeRange(std::optional<std::pair<double, double>> range) {
    if (range == range_)
        return;
    range_ = range;
    if (!isVisible() || !isCurrent())
        return invalidate();
    fill();
    style();
    applyRange();
    layOut(size());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

std::pair<double, double> TimePanel::timeRange() const {
    if (range_)
        return *range_;
    return {0.5, (snapshot() ? steps() : 1) + 0.5};
}

void TimePanel::setEnds(bool marker, bool axis) {
    if (marker == marker_ && axis == axis_)
        return;
    marker_ = marker;
    axis_ = axis;
    invalidate();
}

void TimePanel::setShared(TimeShared shared) {
    if (shared_ == shared)
        return;
    shared_ = std::move(shared);
    source_.reset();  // read anew
}

TimeMargins TimePanel::margins(double width) const {
    return TimeMargins::of(width, theme(), shared_.has_value());
}

int TimePanel::rowCount(const Snapshot& snapshot) const {
    return timeRowCount(snapshot, content_, display_, gradients_ && snapshot.backward);
}

int TimePanel::spareHeight(bool marker, bool axis) const {
    const TimeMargins room = margins(width());
    return (marker ? room.marker : 0) + (axis ? room.axis : 0);
}

bool TimePanel::isCurrent() const {
    return snapshot() && source_.lock() == snapshot();
}

void TimePanel::readRows() {
    const TimeChoice choice{content_, trace(), showsGradients(), display_};
    const bool sameTheme = drawnTheme_ && drawnTheme_->signedColors == theme().signedColors;
    if (isCurrent() && choice == choice_ && sameTheme && ghost() == ghostSource_)
        return;
    choice_ = choice;
    rows_ = timeRows(*snapshot(), choice, theme().signedColors);
    for (std::size_t k = 0; shared_ && k < std::min(rows_.size(), shared_->ranges.size()); ++k)
        setRange(rows_[k], shared_->ranges[k]);
    source_ = snapshot();
    before_.clear();
    ghostSource_ = ghost();
    if (ghost() && (ghost()->backward || !choice.gradients))
        before_ = timeRows(*ghost(), {content_, traceOf(*ghost()), choice.gradients, display_},
                           theme().signedColors);
    for (TimeRow& row : rows_)
        makeRoom(row, before_);
    if (fixedAxis_ && !rows_.empty())
        std::tie(rows_.front().low, rows_.front().high) = *fixedAxis_;
    edited_.clear();
    if (editing_ && !choice.gradients && !snapshot()->generated)
        edited_ = editedInputs(snapshot()->setup, snapshot()->update);
    window_.reset();
}

void TimePanel::refresh() {
    followScreen(*plot_);
    readRows();
    rebuild();
    fill();
    style();
    layOut(size());
    applyRange();
    plot_->replot(QCustomPlot::rpQueuedReplot);
    overlay_->update();
}

void TimePanel::moveCursor() {
    overlay_->update();
}

TimeFrame TimePanel::frame() const {
    const auto [lower, upper] = timeRange();
    const QSize size = plot_->viewport().size();
    TimeFrame frame{.theme = theme(),
                    .margins = margins(size.width()),
                    .size = size,
                    .strips = {},
                    .lower = lower,
                    .upper = upper,
                    .steps = steps(),
                    .view = view(),
                    .gradients = choice_.gradients,
                    .reversed = view().reverse && snapshot()->shape().bidirectional,
                    .marker = marker_,
                    .axis = axis_,
                    .selectable = content_ != Content::Inputs,
                    .overflow = {},
                    .emptyText = emptyText(),
                    .namesPrevious = namesPrevious_};
    for (std::size_t k = 0; k < strips_.size(); ++k)
        frame.strips.push_back({areaOf(*strips_[k].rect), &rows_[k], &shades_[k],
                                shared_ && k < shared_->symbols.size() && shared_->symbols[k]});
    const auto& overflow = snapshot()->overflow;
    if (overflow && (choice_.gradients || overflow->pass != Overflow::Pass::Backward))
        frame.overflow = int(overflow->time);
    return frame;
}

QString TimePanel::emptyText() const {
    return tr("%1 has no cell state").arg(inWords(snapshot()->shape().cell->name()));
}

QPointF TimePanel::inputPoint(InputPlace place) const {
    const TimeFrame now = frame();
    return inputSpot(now, now.strips.front(), place, inputAt(place));
}

std::vector<QRectF> TimePanel::stripRects() const {
    std::vector<QRectF> rects;
    for (const Strip& strip : strips_)
        rects.push_back(areaOf(*strip.rect));
    return rects;
}

void TimePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    if (isCurrent())
        layOut(size());
    plot_->setGeometry(rect());
    overlay_->setGeometry(rect());
}

void TimePanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    freshen();
    paintStrips(painter, area.adjusted(theme().px(8), 0, 0, 0), true, true, drawsPrevious());
}

void TimePanel::paintStrips(QCPPainter& painter, const QRectF& area, bool withMarker, bool withAxis,
                            bool withPrevious) {
    if (!snapshot())
        return;
    refresh();  // it may be hidden, and behind
    const bool marker = std::exchange(marker_, withMarker);
    const bool axis = std::exchange(axis_, withAxis);
    namesPrevious_ = withPrevious;
    paintsCursor_ = true;
    layOut(area.size());
    plot_->setBackground(Qt::NoBrush);  // or it would cut into the panel above
    paintPlot(painter, *plot_, area);
    plot_->setBackground(QBrush(theme().card));
    paintsCursor_ = namesPrevious_ = false;
    marker_ = marker;
    axis_ = axis;
    layOut(size());
}

QSizeF TimePanel::figureSize() const {
    const int rows = snapshot() ? std::max(1, rowCount(*snapshot())) : 1;
    return {theme().px(900), rows * theme().px(78) + spareHeight(true, true)};
}

QSize TimePanel::sizeHint() const {
    const int rows = snapshot() ? rowCount(*snapshot()) : 1;
    return {qRound(theme().px(720)), rows * qRound(theme().px(60)) + spareHeight(marker_, axis_)};
}

QSize TimePanel::minimumSizeHint() const {
    const int rows = snapshot() ? rowCount(*snapshot()) : 1;
    const int height = rows > 0 ? rows * qRound(theme().px(26)) + spareHeight(marker_, axis_)
                                : qRound(theme().px(24));
    return {qRound(theme().px(240)), height};
}

/// What has been played of the unit that is looked at.
QString TimePanel::summary() const {
    if (!isCurrent())
        return {};
    const int step = view().position.step;
    const auto [first, last] =
        hiddenSteps(view().position, choice_.gradients, view().reverse, steps());
    if (step >= first && step < last)
        return tr("not played yet");
    QStringList told;
    for (const TimeRow& row : rows_)
        for (const TimeSeries& series : row.series) {
            const int unit = content_ == Content::Inputs ? 0 : view().unit;
            if (unit < series.values.units && series.values.covers(step))
                told << QStringLiteral("%1 = %2").arg(
                    series.values.units > 1
                        ? tr("%1, unit %2").arg(series.symbol, series.unitName(unit))
                        : series.symbol,
                    shortNumber(series.values.at(unit, step)));
        }
    return told.join(QStringLiteral("; "));
}

DataTable TimePanel::data() const {
    if (!snapshot())
        return {};
    const TimeChoice choice{content_, trace(), showsGradients(), display_};
    return timeData(timeRows(*snapshot(), choice, theme().signedColors), steps(), choice.gradients);
}

}  // namespace rnnscope
