// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/flow_panel.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "app/panels/time_parts.h"
#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/heatmap.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"

namespace rnnscope {

namespace {

constexpr int mostScreenCells = 2048;  // more than a screen shows
constexpr int mostFigureCells = 250;   // a file of vectors has a shape for each

}  // namespace

FlowPanel::FlowPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent),
      plot_(makeSilentPlot(this)),
      overlay_(new Overlay(this, [this](QCPPainter& painter) {
          if (snapshot())
              paintFlowCursor(painter, frame());
      })) {
    setObjectName(QStringLiteral("flow"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    plot_->plotLayout()->clear();
    plot_->plotLayout()->setAutoMargins(QCP::msNone);
    new PaintItem(plot_, [this](QPainter& painter) {
        if (snapshot())
            paintFlowLabels(painter, frame());
    });
    auto* cursor = new PaintItem(plot_, [this](QPainter& painter) {
        if (paintsCursor_ && snapshot())
            paintFlowCursor(painter, frame());
    });
    cursor->setLayer(QStringLiteral("overlay"));
    connect(plot_, &QCustomPlot::afterReplot, overlay_, qOverload<>(&QWidget::update));
    style();
}

FlowPanel::~FlowPanel() {
    delete plot_;  // before what its items look at
}

QSizeF FlowPanel::figureSize() const {
    return {theme().px(pinned_ ? 860 : 520), theme().px(460)};
}

QSize FlowPanel::sizeHint() const {
    return QSizeF(theme().px(380), theme().px(300)).toSize();
}

QSize FlowPanel::minimumSizeHint() const {
    return QSizeF(theme().px(220), theme().px(130)).toSize();
}

QString FlowPanel::message() const {
    if (!snapshot())
        return {};
    if (!snapshot()->backward)
        return withoutLossText(*snapshot(),
                               tr("Choose a target to see which loss depends on which state"));
    const auto& known = analyses();
    if (!known || !(known->request.wanted & FlowAnalysis) || !known->of->backward)
        return tr("Working it out…");
    if (known->flow)
        return {};
    const NetworkShape& shape = known->of->shape();
    return tr("Too long for the memory: every loss by every state would take %1 GB. Choose a "
              "sequence of at most %L2 steps to see this.")
        .arg(QString::number(1e-9 * flowBytes(shape, known->of->steps()), 'f', 1))
        .arg(mostFlowSteps(shape, mostFlowBytes));
}

void FlowPanel::setState(std::size_t state) {
    if (state == state_)
        return;
    state_ = state;
    if (pinned_)
        pinned_->state = std::min(state, pinned_->shape.cell->states().size() - 1);
    invalidate();
    updateTool();
}

void FlowPanel::setPinned(bool on) {
    if (on == isPinned())
        return;
    pinned_.reset();
    if (on && !maps_.empty())
        pinned_ = maps_.back().matrix.detached();
    invalidate();
    updateTool();
}

void FlowPanel::setWide(bool on) {
    if (on == wide_)
        return;
    wide_ = on;
    invalidate();
}

void FlowPanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const FlowPanel&>(shown);
    state_ = other.state_;
    wide_ = other.wide_;
    pinned_ = other.pinned_;
    if (other.span_)
        choose(other.span_);
    invalidate();
    updateTool();
}

std::vector<const FlowMatrix*> FlowPanel::shown() const {
    std::vector<const FlowMatrix*> all;
    for (const Map& map : maps_)
        all.push_back(&map.matrix);
    return all;
}

// What was worked out tells which span is chosen; but the first to arrive after a click may have
// been asked for before it.
void FlowPanel::adoptSpan() {
    if (!analyses() || seen_.lock() == analyses())
        return;
    seen_ = analyses();
    if (!std::exchange(asked_, false))
        span_ = analyses()->request.span;
}

std::optional<Span> FlowPanel::shownSpan() const {
    if (!span_ || maps_.empty())
        return std::nullopt;
    const FlowMatrix& matrix = maps_.back().matrix;
    const bool fits =
        span_->trace == matrix.trace && span_->from < matrix.steps() && span_->to < matrix.steps();
    return fits ? span_ : std::nullopt;
}

void FlowPanel::readMatrices() {
    maps_.resize(message().isEmpty() ? 1 : 0);
    if (maps_.empty())
        return;
    const std::size_t states = analyses()->of->shape().cell->states().size();
    const FlowMatrix present{analyses(), traceOf(*analyses()->of), std::min(state_, states - 1)};
    if (pinned_)
        maps_.insert(maps_.begin(), Map{*pinned_, {}, nullptr, nullptr});
    maps_.back().matrix = present;
}

void FlowPanel::refresh() {
    followScreen(*plot_);
    adoptSpan();
    readMatrices();
    rebuild();
    fill(mostScreenCells);
    style();
    layOut(size());
    describe();
    updateTool();
    if (isVisible())
        replot();
}

void FlowPanel::replot() {
    if (!plot_->size().isEmpty())  // not laid out yet: its first size draws it
        plot_->replot(QCustomPlot::rpQueuedRefresh);
    overlay_->update();
}

void FlowPanel::moveCursor() {
    overlay_->update();
}

void FlowPanel::rebuild() {
    plot_->clearPlottables();
    plot_->plotLayout()->clear();
    for (std::size_t k = 0; k < maps_.size(); ++k) {
        Map& map = maps_[k];
        map.rect = new QCPAxisRect(plot_);
        map.rect->setAutoMargins(QCP::msNone);
        map.rect->setMargins({});
        map.rect->setMinimumSize(1, 1);
        plot_->plotLayout()->addElement(0, int(k), map.rect);
        map.heat = new Heatmap(map.rect->axis(QCPAxis::atTop), map.rect->axis(QCPAxis::atRight));
    }
}

void FlowPanel::fill(int mostCells) {
    for (Map& map : maps_) {
        map.cells = flowCells(map.matrix, mostCells);
        const FlowCells& cells = map.cells;
        map.heat->setData(cells.values, cells.rows, cells.columns);
        map.heat->setSpans(cells.spans);
        map.cells.values.clear();  // the heatmap has them
        // The last cell may stand for fewer steps than the others: it is cut.
        const double whole = double(map.matrix.steps()) / cells.width;
        map.rect->axis(QCPAxis::atTop)->setRange(-0.5, whole - 0.5);
        QCPAxis* rows = map.rect->axis(QCPAxis::atRight);
        rows->setRangeReversed(true);
        rows->setRange(0, map.matrix.singleLoss() ? 1 : whole);
    }
}

void FlowPanel::style() {
    styleAxes(*plot_, theme());
    for (const Map& map : maps_) {
        map.heat->setScale(flowScale(wide_));
        for (QCPAxis* axis : map.rect->axes()) {
            axis->setTickLabels(false);
            axis->setTicks(false);
            axis->grid()->setVisible(false);
            axis->setBasePen(Qt::NoPen);  // the frame is painted over the cells
            axis->setTickPen(QPen(theme().plotFrame, 1, Qt::SolidLine, Qt::FlatCap));
        }
        const bool first = &map == &maps_.front();
        const bool sameTimes = map.matrix.steps() == maps_.front().matrix.steps();
        QCPAxis* states = map.rect->axis(QCPAxis::atBottom);
        QCPAxis* losses = map.rect->axis(QCPAxis::atLeft);
        for (QCPAxis* axis : {states, losses}) {
            const bool named =
                axis == states || ((first || !sameTimes) && !map.matrix.singleLoss());
            axis->setTicks(named);
            axis->setTickLabels(named);
            axis->setRange(0.5, map.matrix.steps() + 0.5);
            axis->setRangeReversed(axis == losses);
            axis->setTicker(QSharedPointer<QCPAxisTickerFixed>::create());
            axis->setNumberFormat(QStringLiteral("f"));
            axis->setNumberPrecision(0);
            axis->setTickLabelPadding(qRound(theme().px(4)));
        }
    }
}

// Margins and the ticks' distance follow the size; the plot sees to the rest.
void FlowPanel::layOut(const QSizeF& size) {
    area_ = size;
    const FlowMargins margins = frame().margins;
    plot_->setViewport(QRect(QPoint(), size.toSize()));
    plot_->plotLayout()->setMargins({margins.left, margins.top, margins.right, margins.bottom});
    plot_->plotLayout()->setColumnSpacing(margins.gap);
    const auto count = double(std::max<std::size_t>(1, maps_.size()));
    const double width =
        (size.width() - margins.left - margins.right - (count - 1) * margins.gap) / count;
    const double height = size.height() - margins.top - margins.bottom;
    for (const Map& map : maps_) {
        const int steps = map.matrix.steps();
        const QFontMetricsF metrics(theme().font(11));
        const double label = metrics.horizontalAdvance(QString::number(steps)) + theme().px(12);
        const auto space = [&](QCPAxisRect* rect, QCPAxis::AxisType type, double length,
                               double each) {
            rect->axis(type)->ticker().staticCast<QCPAxisTickerFixed>()->setTickStep(
                timeTickStep(steps, length, each));
        };
        space(map.rect, QCPAxis::atBottom, width, label);
        space(map.rect, QCPAxis::atLeft, height, 1.6 * metrics.height());
    }
    settleLayout(*plot_);
}

FlowFrame FlowPanel::frame() const {
    FlowContent content;
    content.maps = std::max(1, int(maps_.size()));
    for (const Map& map : maps_) {
        content.steps = std::max(content.steps, map.matrix.steps());
        content.headings = content.headings || map.matrix.singleLoss() || maps_.size() > 1;
    }
    content.spanChosen = shownSpan().has_value();
    FlowFrame frame{.theme = theme(),
                    .size = area_,
                    .margins = flowMargins(area_, content, theme()),
                    .maps = {},
                    .scale = flowScale(wide_),
                    .view = view(),
                    .pointed = pointed_,
                    .span = shownSpan(),
                    .analyses = analyses().get(),
                    .message = message(),
                    .focused = byKeyboard_,
                    .figure = paintsCursor_};
    if (frame.message.isEmpty() && maps_.empty())
        frame.message = tr("Working it out…");  // hidden, and not yet brought up to date
    if (!pointed_ && view().pair)
        frame.pointed = FlowCell{view().pair->loss, view().pair->state};
    for (const Map& map : maps_) {
        const bool present = &map == &maps_.back();
        QString heading;
        if (maps_.size() > 1)
            heading = present ? map.matrix.title() : tr("pinned: %1").arg(map.matrix.title());
        if (map.matrix.singleLoss())
            heading += (heading.isEmpty() ? QString() : QStringLiteral(" · ")) +
                       tr("one loss, at t = %1").arg(map.matrix.steps());
        frame.notANumber = frame.notANumber || map.cells.notANumber;
        frame.maps.push_back({areaOf(*map.rect), &map.matrix, heading, present});
    }
    return frame;
}

void FlowPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    plot_->setGeometry(rect());
    overlay_->setGeometry(rect());
    layOut(size());
    replot();  // the plot has drawn itself already, with the margins of the size before
}

void FlowPanel::describe() {
    setAccessibleName(tr("Gradient flow: which loss depends on which state"));
    if (maps_.empty()) {
        setAccessibleDescription(message());
        return;
    }
    const FlowMatrix& matrix = maps_.back().matrix;
    const int last = matrix.steps() - 1;
    const auto [first, end] = reachableStates(matrix.shape, matrix.trace, last, matrix.steps());
    const int far = matrix.reverse() && !matrix.singleLoss() ? end - 1 : first;
    setAccessibleDescription(tr("%1: %2 = %3. %4")
                                 .arg(matrix.title(), matrix.symbol(last, far),
                                      shortNumber(matrix.norm(last, far)), stripText()));
}

void FlowPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    const auto type = painter.paintEngine()->type();
    const bool vectors = type == QPaintEngine::SVG || type == QPaintEngine::Pdf;
    freshen();
    if (vectors)
        fill(mostFigureCells);
    layOut(QSizeF(area.size().toSize()).expandedTo({1, 1}));
    paintsCursor_ = true;
    paintPlot(painter, *plot_, area);
    paintsCursor_ = false;
    if (vectors)
        fill(mostScreenCells);
    layOut(size());
}

DataTable FlowPanel::data() const {
    DataTable table;
    if (maps_.empty())
        return table;
    const FlowMatrix& matrix = maps_.back().matrix;
    const int steps = matrix.steps();
    table.names = {QStringLiteral("t_loss"), QStringLiteral("k_state"),
                   QStringLiteral("norm_dL_d") + matrix.stateSymbol()};
    table.columns.resize(3);
    for (int loss = 0; loss < steps; ++loss) {
        const auto [first, last] = reachableStates(matrix.shape, matrix.trace, loss, steps);
        for (int k = first; k < last; ++k) {
            table.columns[0].push_back(loss + 1);
            table.columns[1].push_back(k + 1);
            table.columns[2].push_back(matrix.norm(loss, k));
        }
    }
    return table;
}

}  // namespace rnnscope
