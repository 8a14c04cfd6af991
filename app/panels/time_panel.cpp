// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_panel.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "app/panels/time_paint.h"
#include "app/panels/time_parts.h"
#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/heatmap.h"
#include "app/plot/lines.h"

namespace rnnscope {

/// Curtain, playhead and read-outs above the plot: moving them costs no replot.
class TimeOverlay : public QWidget {
  public:
    explicit TimeOverlay(TimePanel* panel) : QWidget(panel), panel_(panel) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        if (!panel_->isCurrent())
            return;
        QPainter painter(this);
        paintTimeCursor(painter, panel_->frame());
    }

  private:
    TimePanel* panel_;
};

struct TimePanel::Strip {
    QCPAxisRect* rect = nullptr;
    Heatmap* heat = nullptr;
    QCPGraph* marks = nullptr;
    struct Line {
        FastGraph* graph;
        std::size_t series;
        int number;    // among those drawn
        int unit = 0;  // of the series
    };
    std::vector<Line> lines;
    std::size_t marked = 0;  // series of the marks

    QCPAxis* axis(QCPAxis::AxisType type) const { return rect->axis(type); }
};

TimePanel::TimePanel(const Theme& look, Content content, QWidget* parent)
    : Panel(look, parent), content_(content), plot_(new QCustomPlot(this)) {
    overlay_ = new TimeOverlay(this);
    setMouseTracking(true);
    plot_->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->plotLayout()->clear();
    plot_->plotLayout()->setAutoMargins(QCP::msNone);
    plot_->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical);
    plot_->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    new PaintItem(plot_, [this](QPainter& painter) {
        if (isCurrent())
            paintTimeLabels(painter, frame());
    });
    new PaintItem(plot_, [this](QPainter& painter) {
        if (paintsCursor_ && isCurrent())
            paintTimeCursor(painter, frame());
    });
    connect(plot_, &QCustomPlot::afterReplot, overlay_, qOverload<>(&QWidget::update));
}

TimePanel::~TimePanel() {
    delete plot_;  // before what its items look at
}

void TimePanel::setDisplay(Display display) {
    if (display == display_)
        return;
    display_ = display;
    invalidate();
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

int TimePanel::rowCount(const Snapshot& snapshot) const {
    return timeRowCount(snapshot, content_, display_, gradients_ && snapshot.backward);
}

int TimePanel::spareHeight(bool marker, bool axis) const {
    const TimeMargins margins = TimeMargins::of(width(), theme());
    return (marker ? margins.marker : 0) + (axis ? margins.axis : 0);
}

bool TimePanel::isCurrent() const {
    return snapshot() && source_.lock() == snapshot();
}

void TimePanel::readRows() {
    const TimeChoice choice{content_, trace(), showsGradients(), display_};
    const bool sameTheme = drawnTheme_ && drawnTheme_->isDark == theme().isDark;
    if (isCurrent() && choice == choice_ && sameTheme)
        return;
    choice_ = choice;
    rows_ = timeRows(*snapshot(), choice, theme().isDark);
    source_ = snapshot();
    window_.reset();
}

void TimePanel::refresh() {
    const qreal ratio = devicePixelRatioF();
    if (plot_->bufferDevicePixelRatio() != ratio)
        plot_->setBufferDevicePixelRatio(ratio);
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
    if (same)
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
        plot_->plotLayout()->addElement(int(strips_.size()), 0, strip.rect);
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
            strip.lines.push_back({new FastGraph(strip.axis(QCPAxis::atBottom), values), k, j});
    }
}

void TimePanel::fill() {
    const auto [lower, upper] = timeRange();
    const TimeWindow window = windowFor(lower, upper, steps());
    const bool chosen = drawnUnit_ == view().unit || snapshot()->shape().hidden <= mostForcedLines;
    if (window == window_ && chosen)
        return;
    window_ = window;
    drawnUnit_ = view().unit;
    const auto set = [](QCPGraph* graph, const QVector<QPointF>& points) {
        QVector<QCPGraphData> all(points.size());
        std::transform(points.begin(), points.end(), all.begin(),
                       [](const QPointF& point) { return QCPGraphData(point.x(), point.y()); });
        graph->data()->set(all, true);
    };
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
        if (strip.marks)
            set(strip.marks, lines[strip.marked].front());
        if (strip.marks && strip.heat)
            for (QCPGraphData& point : *strip.marks->data())
                point.value += 0.5;  // the middle of the class's row
    }
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
    const TimeMargins margins = TimeMargins::of(size.width(), theme());
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

TimeFrame TimePanel::frame() const {
    const auto [lower, upper] = timeRange();
    const QSize size = plot_->viewport().size();
    TimeFrame frame{.theme = theme(),
                    .margins = TimeMargins::of(size.width(), theme()),
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
                    .emptyText = emptyText()};
    for (std::size_t k = 0; k < strips_.size(); ++k)
        frame.strips.push_back({QRectF(strips_[k].rect->rect()), &rows_[k], &shades_[k]});
    const auto& overflow = snapshot()->overflow;
    if (overflow && (choice_.gradients || overflow->pass != Overflow::Pass::Backward))
        frame.overflow = int(overflow->time);
    return frame;
}

QString TimePanel::emptyText() const {
    const auto name = snapshot()->shape().cell->name();
    return tr("%1 has no cell state").arg(QString::fromUtf8(name.data(), qsizetype(name.size())));
}

std::vector<QRectF> TimePanel::stripRects() const {
    std::vector<QRectF> rects;
    for (const Strip& strip : strips_)
        rects.push_back(QRectF(strip.rect->rect()));
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
    paintStrips(painter, area.adjusted(theme().px(8), 0, 0, 0), true, true);
}

void TimePanel::paintStrips(QCPPainter& painter, const QRectF& area, bool withMarker,
                            bool withAxis) {
    if (!snapshot())
        return;
    refresh();  // it may be hidden, and behind
    const bool marker = std::exchange(marker_, withMarker);
    const bool axis = std::exchange(axis_, withAxis);
    paintsCursor_ = true;
    layOut(area.size());
    plot_->setBackground(Qt::NoBrush);  // or it would cut into the panel above
    paintPlot(painter, *plot_, area);
    plot_->setBackground(QBrush(theme().card));
    paintsCursor_ = false;
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

DataTable TimePanel::data() const {
    if (!snapshot())
        return {};
    const TimeChoice choice{content_, trace(), showsGradients(), display_};
    return timeData(timeRows(*snapshot(), choice, theme().isDark), steps(), choice.gradients);
}

}  // namespace rnnscope
