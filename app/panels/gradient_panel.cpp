// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/gradient_panel.h"

#include <QLabel>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/gradient_marks.h"
#include "app/panels/pair_marks.h"
#include "app/panels/time_paint.h"
#include "app/panels/verdict.h"
#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"
#include "app/plot/size_bands.h"
#include "app/plot/style.h"

namespace rnnscope {

namespace {

/// Can be drawn apart from the plot too: in other colours, and in part.
class Curve : public FastGraph {
  public:
    using FastGraph::draw;
    using FastGraph::FastGraph;
};

}  // namespace

GradientPanel::GradientPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent), plot_(makeMousePlot(this)) {
    setObjectName(QStringLiteral("gradients"));
    overlay_ = new Overlay(plot_, [this](QCPPainter& painter) { paintScreenOverlay(painter); });
    figureOverlay_ = new PaintItem(plot_, [this](QCPPainter& painter) {
        painter.setAntialiasing(true);
        if (const std::optional<PlayedSteps> part = played())
            paintCurves(painter, *part);
        paintMarks(painter);
    });
    figureOverlay_->setLayer(QStringLiteral("overlay"));
    figureOverlay_->setVisible(false);
    connect(plot_, &QCustomPlot::afterReplot, this, [this] {
        full_ = pointed_ = QPixmap();
        overlay_->setGeometry(plot_->rect());
        overlay_->update();
    });
    connect(plot_, &QCustomPlot::mouseMove, this, &GradientPanel::hover);
    connect(plot_, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        dragging_ = event->button() == Qt::LeftButton && snapshot();
        if (dragging_)
            emit stepRequested(stepAt(event->position().x()));
    });
    connect(plot_, &QCustomPlot::mouseRelease, this, [this] { dragging_ = false; });
    setMouseTracking(true);
    style();
}

QWidget* GradientPanel::headerTool() {
    if (!chip_) {
        chip_ = new QLabel(this);
        chip_->setProperty("role", "chip");
        updateChip();
    }
    return chip_;
}

QSize GradientPanel::sizeHint() const {
    return QSizeF(theme().px(380), theme().px(250)).toSize();
}

QSize GradientPanel::minimumSizeHint() const {
    return QSizeF(theme().px(220), theme().px(150)).toSize();
}

bool GradientPanel::isReverse() const {
    return snapshot()->record.traces[trace()].reversed();
}

std::optional<PlayedSteps> GradientPanel::played() const {
    if (!snapshot() || !snapshot()->backward)
        return std::nullopt;
    return playedBack(view().position, isReverse(), steps());
}

std::optional<Decay> GradientPanel::decayOf(const Snapshot& snapshot) const {
    if (!snapshot.backward)
        return std::nullopt;
    return snapshot.backward->decay[traceOf(snapshot)];
}

std::optional<Decay> GradientPanel::decay() const {
    return snapshot() ? decayOf(*snapshot()) : std::nullopt;
}

QString GradientPanel::verdictBefore() const {
    if (!ghost() || !ghost()->backward)
        return {};
    const QString before = verdictText(decayOf(*ghost()));
    return before == verdict() ? QString() : before;
}

QString GradientPanel::verdict() const {
    return verdictText(decay());
}

QString GradientPanel::message() const {
    if (snapshot() && !snapshot()->backward)
        return withoutLossText(*snapshot(), tr("Choose a target to see a gradient"));
    return {};
}

DataTable GradientPanel::data() const {
    DataTable table;
    if (!snapshot())
        return table;
    table.names << QStringLiteral("t");
    std::vector<double>& times = table.columns.emplace_back();
    for (int step = 0; step < steps(); ++step)
        times.push_back(step + 1);
    for (GradientCurve& curve : gradientCurves(*snapshot(), trace())) {
        table.names << curve.id;
        table.columns.push_back(std::move(curve.norms));
    }
    return table;
}

void GradientPanel::updateChip() {
    if (!chip_)
        return;
    chip_->setText(verdict());
    const QString before = verdictBefore();
    chip_->setToolTip(before.isEmpty()
                          ? verdictDetail(decay())
                          : tr("was: %1").arg(before) + QLatin1Char('\n') + verdictDetail(decay()));
    chip_->setAccessibleName(chip_->text());
    setTone(*chip_, verdictTone(decay()));
}

void GradientPanel::refresh() {
    curves_ = gradientCurves(*snapshot(), trace());
    before_.clear();
    if (ghost() && !curves_.empty())
        before_ = gradientCurves(*ghost(), traceOf(*ghost()));
    std::erase_if(before_, [this](const GradientCurve& before) {  // hidden by those of now
        return std::any_of(curves_.begin(), curves_.end(), [&](const GradientCurve& now) {
            return now.id == before.id && now.norms == before.norms;
        });
    });
    const LogAxis own = gradientAxis(curves_), wide = gradientAxis(before_);
    axis_ = shared_.value_or(LogAxis{std::min(own.low, wide.low), std::max(own.high, wide.high)});
    zero_ = zeroStep(curves_);
    overflow_ = firstOverflow(*snapshot(), trace(), curves_);
    fillPlot();
    style();
    updateChip();
    setAccessibleName(tr("Gradient through time"));
    setAccessibleDescription(message().isEmpty() ? verdict() : message());
    layOut();
    full_ = pointed_ = QPixmap();
    if (isVisible() && !plot_->size().isEmpty())
        plot_->replot(QCustomPlot::rpQueuedRefresh);
    update();
}

void GradientPanel::setShared(const LogAxis& axis) {
    shared_ = axis;
}

void GradientPanel::moveCursor() {
    showPointed();
    overlay_->update();
}

QCPGraph* GradientPanel::addCurve(const GradientCurve& curve) {
    std::vector<double> positions(curve.norms.size());
    for (std::size_t step = 0; step < positions.size(); ++step)
        positions[step] = std::isfinite(curve.norms[step])
                              ? axis_.position(curve.norms[step])
                              : std::numeric_limits<double>::quiet_NaN();
    auto* graph = new Curve(plot_->xAxis, plot_->yAxis);  // the plot owns it
    graph->setValues(positions, 1);
    return graph;
}

void GradientPanel::fillPlot() {
    plot_->clearGraphs();
    graphs_.clear();
    for (const GradientCurve& curve : before_)
        static_cast<Curve*>(addCurve(curve))
            ->setLine(theme().faint(curveColor(curve, theme()), 0.55), theme().px(1.5),
                      Qt::DotLine);
    for (const GradientCurve& curve : curves_)
        graphs_.push_back(addCurve(curve));
    setLines(true);
    const auto [lower, upper] = timeRange();
    plot_->xAxis->setRange(lower, upper);
}

void GradientPanel::style() {
    const Theme& look = theme();
    // The floor is named "0" only where zeros stand on it.
    setLogAxis(*plot_->yAxis, {zero_ ? axis_.low : -300, axis_.high});
    plot_->yAxis->setRange(axis_.low, axis_.high);
    plot_->xAxis->setTicker(timeTicker());
    styleAxes(*plot_, look);
    addPlainSizeBands(*plot_->axisRect(), look);

    // Fixed margins, so that the legend stands under the axes whatever is drawn.
    const QFontMetricsF metrics(look.font(11));
    plot_->yAxis->setTickLabels(!shared_);
    if (shared_) {
        const TimeMargins room = TimeMargins::of(0, look, true);
        plot_->axisRect()->setAutoMargins(QCP::msNone);
        plot_->axisRect()->setMargins(
            QMargins(room.left, room.gap / 2, room.right, qCeil(metrics.height() + look.px(9))));
        return;
    }
    const qreal lastStep = snapshot() ? metrics.horizontalAdvance(QString::number(steps())) : 0;
    const QString widest = QStringLiteral("10") + superscript(int(axis_.low));
    plot_->axisRect()->setAutoMargins(QCP::msNone);
    plot_->axisRect()->setMargins(
        QMargins(qCeil(metrics.horizontalAdvance(widest) + look.px(9)), qCeil(metrics.height() / 2),
                 qCeil(lastStep / 2 + look.px(1)), qCeil(metrics.height() + look.px(9))));
}

void GradientPanel::layOut() {
    std::vector<LegendChip> chips = legend();
    const qreal under = layOutLegend(chips, width());
    // Times stand apart also in a narrow plot.
    plot_->xAxis->ticker()->setTickCount(std::clamp(int(width() / theme().px(50)), 1, 5));
    plot_->setGeometry(0, 0, width(), std::max(1, qFloor(height() - under)));
}

void GradientPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    layOut();
}

void GradientPanel::setLines(bool faint, bool wide) {
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
        const GradientCurve& curve = curves_[i];
        const QColor color = curveColor(curve, theme());
        const qreal lone = curve.norms.size() == 1 ? theme().px(5) : 0;  // a dot, not a line
        static_cast<Curve*>(graphs_[i])
            ->setLine(faint ? theme().faint(color, 0.3) : color,
                      std::max(lone, theme().px((curve.dashed ? 1.5 : 2) * (wide ? 1.8 : 1))),
                      curve.dashed ? Qt::DashLine : Qt::SolidLine);
    }
}

void GradientPanel::paintCurves(QCPPainter& painter, const PlayedSteps& part, bool pointedOnly) {
    setLines(false, pointedOnly);
    painter.save();
    if (!painter.modes().testFlag(QCPPainter::pmVectorized))
        painter.setClipRect(plotArea());
    for (std::size_t i = 0; i < graphs_.size(); ++i) {
        if (pointedOnly && !isPointed(curves_[i]))
            continue;
        auto* curve = static_cast<Curve*>(graphs_[i]);
        curve->setRevealed(part.first + 1, part.last + 1);
        curve->draw(&painter);
        curve->revealAll();
    }
    painter.restore();
    setLines(true);
}

QPixmap GradientPanel::pictureOfCurves(bool pointedOnly) {
    const qreal ratio = devicePixelRatioF();
    QPixmap picture((QSizeF(plot_->size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QCPPainter inner(&picture);
    paintCurves(inner, {0, steps() - 1}, pointedOnly);
    return picture;
}

void GradientPanel::paintScreenOverlay(QCPPainter& painter) {
    if (!snapshot())
        return;
    const qreal ratio = devicePixelRatioF();
    if (!qFuzzyCompare(plot_->bufferDevicePixelRatio(), ratio)) {  // moved to another screen
        plot_->setBufferDevicePixelRatio(ratio);
        QMetaObject::invokeMethod(
            plot_, [this] { plot_->replot(); }, Qt::QueuedConnection);
    }
    const bool pointed = std::any_of(curves_.begin(), curves_.end(),
                                     [this](const GradientCurve& each) { return isPointed(each); });
    if (pointed) {
        if (pointed_.isNull())
            pointed_ = pictureOfCurves(true);
        painter.setOpacity(0.4);  // also where nothing has been played
        painter.drawPixmap(0, 0, pointed_);
        painter.setOpacity(1);
    }
    if (const std::optional<PlayedSteps> part = played()) {
        // All of the curves is painted once; each step shows another part of the picture.
        if (full_.isNull())
            full_ = pictureOfCurves(false);
        const QRectF area = plotArea();
        const qreal left = part->first == 0 ? area.left() : std::max(area.left(), xOf(part->first));
        const qreal right =
            part->last == steps() - 1 ? area.right() : std::min(area.right(), xOf(part->last));
        painter.setClipRect(QRectF(left, area.top(), std::max(0.0, right - left), area.height()));
        painter.drawPixmap(0, 0, full_);
        if (pointed)
            painter.drawPixmap(0, 0, pointed_);
        painter.setClipping(false);
    }
    painter.setAntialiasing(true);
    paintMarks(painter);
}

bool GradientPanel::isPointed(const GradientCurve& curve) const {
    return view().quantity && curve.state == view().quantity;
}

void GradientPanel::showPointed() {
    if (pointedState_ == view().quantity)
        return;
    pointedState_ = view().quantity;
    pointed_ = QPixmap();
    update(0, plot_->height(), width(), height() - plot_->height());  // the chips
}

void GradientPanel::paintMarks(QCPPainter& painter) const {
    const QRectF area = plotArea();
    // What the numbers under the axis count.
    painter.setFont(theme().font(11));
    painter.setPen(QPen(theme().mutedText));
    if (!shared_)
        painter.drawText(
            QRectF(0, area.bottom() + theme().px(6), area.left() - theme().px(6), theme().px(16)),
            Qt::AlignRight | Qt::AlignTop, QStringLiteral("t"));
    // Over the curves, which would cross them.
    const QCPRange sizes = plot_->yAxis->range();
    if (!shared_)
        paintSizeBandNames(painter, area, sizes.lower, sizes.upper, theme());
    if (!message().isEmpty()) {
        painter.setFont(theme().font(13));
        const auto place = Qt::AlignCenter | Qt::TextWordWrap;
        const qreal gap = theme().px(8);
        const qreal side = theme().px(68);  // the bands' names stand at the right
        const QRectF text =
            painter.boundingRect(area.marginsRemoved({side, 0, side, 0}), place, message());
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().card);
        painter.drawRoundedRect(text.marginsAdded({gap, gap / 2, gap, gap / 2}), gap, gap);
        painter.restore();
        painter.drawText(text, place, message());
    }
    if (zero_ && isSeen(*zero_))
        paintZeroMark(painter, area, xOf(*zero_), theme());
    if (overflow_ && isSeen(*overflow_))
        paintOverflowMark(painter, area, xOf(*overflow_), theme());
    if (const auto& pair = view().pair; pair && pair->loss < steps() && pair->state < steps())
        paintPairMarks(painter, area, *pair, xOf(pair->loss), xOf(pair->state), true, theme());

    const int step = std::clamp(view().position.step, 0, steps() - 1);
    if (!isSeen(step))
        return;
    std::vector<CursorValue> values;
    if (played())
        for (const GradientCurve& curve : curves_) {
            const double norm = curve.norms[std::size_t(step)];
            values.push_back({norm, plot_->yAxis->coordToPixel(axis_.position(norm)),
                              curveColor(curve, theme()), curveTextColor(curve, theme())});
        }
    paintValueCursor(painter, area, xOf(step), values, isReverse(), theme());
}

std::vector<LegendChip> GradientPanel::legend() const {
    std::vector<LegendChip> chips;
    if (shared_)
        return chips;
    for (const GradientCurve& curve : curves_) {
        const QColor line = curveColor(curve, theme());
        const bool pointed = isPointed(curve);
        const QColor fill = theme().faint(line, pointed ? 0.25 : 0.1);
        const QColor ink = withContrast(curveTextColor(curve, theme()), fill, 4.5);
        chips.push_back({curve.symbol,
                         curve.meaning,
                         ink,
                         fill,
                         pointed ? line : fill,
                         line,
                         curve.dashed,
                         {}});
    }
    if (!before_.empty())
        chips.push_back({tr("··· previous"),
                         tr("as it was before the latest change"),
                         theme().mutedText,
                         theme().card,
                         theme().cardBorder,
                         std::nullopt,
                         false,
                         {}});
    const auto fading = decay();
    if (const auto horizon = fading ? fading->horizon() : std::nullopt)
        chips.push_back({tr("horizon %1 steps").arg(shortNumber(*horizon)),
                         tr("so many steps back, a millionth of the last loss's gradient is left"),
                         theme().mutedText,
                         theme().card,
                         theme().cardBorder,
                         std::nullopt,
                         false,
                         {}});
    return chips;
}

LegendChip GradientPanel::verdictChip() const {
    return toneChip(verdict(), verdictTone(decay()), theme());
}

qreal GradientPanel::layOutLegend(std::vector<LegendChip>& chips, qreal width) const {
    return layOutChips(chips, plot_->axisRect()->margins().left(), width, theme());
}

void GradientPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().card);
    std::vector<LegendChip> chips = legend();
    layOutLegend(chips, width());
    paintChips(painter, QPointF(0, plot_->height()), chips, theme());
}

void GradientPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    // The card's title line, where the verdict stands on the screen, is not part of a figure.
    std::vector<LegendChip> chips = legend();
    if (!shared_)
        chips.push_back(verdictChip());
    const qreal under = layOutLegend(chips, area.width());
    figureOverlay_->setVisible(true);
    paintPlot(painter, *plot_, area.adjusted(0, 0, 0, -under));
    figureOverlay_->setVisible(false);
    paintChips(painter, QPointF(area.left(), area.bottom() - under), chips, theme());
}

}  // namespace rnnscope
