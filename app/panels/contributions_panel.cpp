// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_panel.h"

#include <qcustomplot.h>

#include <QLabel>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/contributions_bars.h"
#include "app/panels/contributions_header.h"
#include "app/panels/time_parts.h"
#include "app/panels/time_rows.h"
#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/heatmap.h"
#include "app/plot/lines.h"
#include "app/plot/overlay.h"

namespace rnnscope {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

class PercentTicker : public QCPAxisTicker {
  public:
    PercentTicker() { setTickCount(4); }

  protected:
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        // The axis is in units of 1; a tick is a round number of percent.
        return QString::number(100 * tick, 'g', 4).replace(QLatin1Char('-'), QChar(0x2212)) +
               QStringLiteral(" %");
    }
};

}  // namespace

ContributionsPanel::ContributionsPanel(const Theme& look, QWidget* parent)
    : Panel(look, parent), plot_(makeSilentPlot(this)) {
    setObjectName(QStringLiteral("contributions"));
    setMouseTracking(true);
    overlay_ = new Overlay(this, [this](QCPPainter& painter) {
        if (snapshot())
            paintContributionCursor(painter, frame());
    });
    plot_->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    QCPLayoutGrid* grid = plot_->plotLayout();
    grid->clear();
    grid->setAutoMargins(QCP::msNone);
    upper_ = new QCPAxisRect(plot_);
    strips_ = new QCPAxisRect(plot_);
    for (QCPAxisRect* rect : {upper_, strips_}) {
        rect->setAutoMargins(QCP::msNone);
        rect->setMargins({});
        grid->addElement(grid->rowCount(), 0, rect);
    }
    strips_->axis(QCPAxis::atBottom)->setTicker(QSharedPointer<QCPAxisTickerFixed>::create());
    connect(plot_, &QCustomPlot::afterReplot, overlay_, qOverload<>(&QWidget::update));
}

ContributionsPanel::~ContributionsPanel() {
    delete plot_;  // before what its items look at
}

QWidget* ContributionsPanel::headerTool() {
    if (!header_) {
        header_ = new ContributionsHeader(theme(), this);
        connect(header_, &ContributionsHeader::weightsChosen, this,
                &ContributionsPanel::setWeights);
        connect(header_, &ContributionsHeader::lastLossChosen, this,
                &ContributionsPanel::setLastLoss);
        updateHeader();
    }
    return header_;
}

QSize ContributionsPanel::sizeHint() const {
    return QSizeF(theme().px(480), theme().px(270)).toSize();
}

QSize ContributionsPanel::minimumSizeHint() const {
    return QSizeF(theme().px(230), theme().px(130)).toSize();
}

void ContributionsPanel::setWeights(bool on) {
    if (on == weights_)
        return;
    weights_ = on;
    updateHeader();
    invalidate();
}

void ContributionsPanel::setLastLoss(bool on) {
    if (on == lastLoss_)
        return;
    lastLoss_ = on;
    updateHeader();
    invalidate();
}

void ContributionsPanel::showLike(const Panel& shown) {
    const auto& other = static_cast<const ContributionsPanel&>(shown);
    setWeights(other.weights_);
    setLastLoss(other.lastLoss_);
    setParameter(other.parameter_);
}

void ContributionsPanel::setParameter(std::size_t row) {
    if (row == parameter_)
        return;
    parameter_ = row;
    invalidate();
}

std::size_t ContributionsPanel::parameter() const {
    return std::min(parameter_, rows_.empty() ? 0 : rows_.size() - 1);
}

QColor ContributionsPanel::curveColour(const Curve& curve) const {
    return theme().quantityLine(curve.quantity);
}

std::vector<LegendChip> ContributionsPanel::chips(qreal width) const {
    std::vector<LegendChip> all;
    for (const Curve& curve : curves_) {
        const QColor line = curveColour(curve);
        const QColor fill = theme().faint(line, 0.1);
        const QColor ink = withContrast(theme().quantityText(curve.quantity), fill, 4.5);
        all.push_back({curve.symbol, curve.meaning, ink, fill, fill, line, curve.dashed, {}});
    }
    const bool narrow = width < theme().px(460);
    layOutChips(all, theme().px(narrow ? 48 : 122), width, theme());
    return all;
}

qreal ContributionsPanel::headHeight(qreal width) const {
    qreal height = 0;
    for (const LegendChip& chip : chips(width))
        height = std::max(height, chip.rect.bottom());
    if (weights_)
        height = QFontMetricsF(theme().boldFont(12)).height();
    return height + theme().px(3);
}

void ContributionsPanel::refresh() {
    followScreen(*plot_);
    readAnalyses();
    fill();
    style();
    laidOut_ = QSizeF();
    layOut(size());
    updateHeader();
    updateWords();
    if (isVisible())
        plot_->replot(QCustomPlot::rpQueuedReplot);
    overlay_->update();
}

void ContributionsPanel::moveCursor() {
    overlay_->update();
}

void ContributionsPanel::fill() {
    plot_->clearPlottables();
    plot_->clearItems();
    graphs_.clear();
    bars_ = nullptr;
    heat_ = nullptr;
    new PaintItem(plot_, [this](QPainter& painter) {
        if (snapshot())
            paintContributionLabels(painter, frame());
    });
    new PaintItem(plot_, [this](QCPPainter& painter) {
        if (paintsCursor_)
            paintContributionCursor(painter, frame());
    });
    if (rows_.empty())
        return;
    heat_ = new Heatmap(strips_->axis(QCPAxis::atBottom), strips_->axis(QCPAxis::atLeft));
    QVector<double> cells;
    cells.reserve(qsizetype(rows_.size()) * steps_);
    for (const ContributionRow& row : rows_)
        for (const double norm : row.norms)
            cells.append(norm);
    heat_->setData(cells, int(rows_.size()), steps_, 1);
    heat_->setScale(sizeScale(rows_));
    heat_->fitValueAxis();
    for (QCPAxisRect* rect : {upper_, strips_})
        rect->axis(QCPAxis::atBottom)->setRange(0.5, steps_ + 0.5);
    fillUpper();
}

void ContributionsPanel::fillUpper() {
    QCPAxis *times = upper_->axis(QCPAxis::atBottom), *values = upper_->axis(QCPAxis::atLeft);
    if (weights_) {
        bars_ = new ShareBars(times, values);
        const std::vector<double>& shares = rows_[parameter()].shares;
        bars_->setValues(shares);
        std::vector<double> ends(shares);
        ends.push_back(0);
        const QCPRange range = finiteRange(ends, 0.06);
        values->setRange(
            range.lower < 0 && *std::min_element(ends.begin(), ends.end()) < 0 ? range.lower : 0,
            range.upper);
        return;
    }
    std::vector<std::vector<double>> norms;
    for (const Curve& curve : curves_)
        norms.push_back(curve.norms);
    axis_ = sizeAxis(norms);
    for (const Curve& curve : curves_) {
        std::vector<double> heights(curve.norms.size());
        for (std::size_t step = 0; step < heights.size(); ++step)
            heights[step] =
                std::isfinite(curve.norms[step]) ? axis_.position(curve.norms[step]) : nan;
        graphs_.push_back(new FastGraph(times, values));
        graphs_.back()->setValues(heights, 1);
    }
}

void ContributionsPanel::style() {
    const Theme& look = theme();
    QCPAxis* values = upper_->axis(QCPAxis::atLeft);
    if (weights_) {
        values->setTicker(QSharedPointer<PercentTicker>::create());
    } else {
        bool zeros = false;
        for (const Curve& curve : curves_)
            zeros =
                zeros || std::find(curve.norms.begin(), curve.norms.end(), 0) != curve.norms.end();
        // The floor is named "0" only where zeros stand on it.
        setLogAxis(*values, {zeros ? axis_.low : -300, axis_.high});
        values->setRange(axis_.low, axis_.high);
    }
    QCPAxis* times = strips_->axis(QCPAxis::atBottom);
    styleAxes(*plot_, look);
    times->setNumberFormat(QStringLiteral("f"));
    times->setNumberPrecision(0);
    if (!weights_ && !rows_.empty())
        addSizeBands(*upper_, look);
    for (QCPAxis* axis : strips_->axes()) {
        axis->setTickLabels(axis->axisType() == QCPAxis::atBottom);
        axis->setBasePen(Qt::NoPen);  // its colours are frame enough
        axis->grid()->setVisible(false);
    }
    upper_->axis(QCPAxis::atBottom)->setTickLabels(false);
    upper_->axis(QCPAxis::atBottom)->setTicks(false);
    for (std::size_t k = 0; k < graphs_.size(); ++k) {
        const Curve& curve = curves_[k];
        const qreal lone = curve.norms.size() == 1 ? look.px(5) : 0;  // a dot, not a line
        graphs_[k]->setLine(curveColour(curve), std::max(lone, look.px(curve.dashed ? 1.8 : 2.2)),
                            curve.dashed ? Qt::DashLine : Qt::SolidLine);
    }
    if (bars_)
        bars_->setColours(look.quantityLine(u"gradient"), look.mutedText);
}

void ContributionsPanel::layOut(const QSizeF& size) {
    if (size == laidOut_)
        return;
    laidOut_ = size;
    places_ = ContributionPlaces::of(size, rows_.size(), headHeight(size.width()), theme());
    const bool empty = !message().isEmpty();
    setShown(strips_, !empty);
    setShown(upper_, !empty && places_.upper > 0);
    plot_->plotLayout()->setMargins(
        {places_.left, places_.head, places_.right, places_.axis + places_.foot});
    plot_->plotLayout()->setRowSpacing(places_.gap);
    QCPAxis* times = strips_->axis(QCPAxis::atBottom);
    const double label =
        QFontMetricsF(theme().font(11)).horizontalAdvance(QString::number(steps_)) + theme().px(14);
    times->ticker().staticCast<QCPAxisTickerFixed>()->setTickStep(
        timeTickStep(steps_, size.width() - places_.left - places_.right, label));
    upper_->setMinimumSize(1, 0);
    upper_->setMaximumSize(QWIDGETSIZE_MAX, places_.upper > 0 ? QWIDGETSIZE_MAX : 0);
    strips_->setMinimumSize(1, places_.upper > 0 ? places_.strips : 1);
    strips_->setMaximumSize(QWIDGETSIZE_MAX, places_.upper > 0 ? places_.strips : QWIDGETSIZE_MAX);
    // Before anything is drawn: labels are chosen by the room that an axis has.
    plot_->setViewport(QRect(QPoint(), size.toSize()));
    settleLayout(*plot_);
}

// Not by the rectangle's own visibility: what is painted around it would go with it.
void ContributionsPanel::setShown(QCPAxisRect* rect, bool on) {
    for (QCPAxis* axis : rect->axes())
        axis->setVisible(on);
    for (QCPAbstractPlottable* each : rect->plottables())
        each->setVisible(on);
    rect->setBackground(on ? QBrush(theme().plotGround) : QBrush(Qt::NoBrush));
}

ContributionFrame ContributionsPanel::frame() const {
    ContributionFrame now{.theme = theme(),
                          .size = laidOut_,
                          .places = places_,
                          .upper = areaOf(*upper_),
                          .strips = areaOf(*strips_),
                          .rows = rows_};
    now.message = message();
    if (!now.message.isEmpty())
        return now;
    now.scale = heat_->scale();
    now.chips = chips(laidOut_.width());
    now.words = headWords();
    if (weights_)
        now.notes = {tr("shares are signed and sum to 100 %"), tr("signed, in sum 100 %"),
                     tr("sum: 100 %")};
    else if (places_.upper > 0)
        now.sizes = axis_;
    now.foot = saturation_.parts;
    // Told once: by the chip, where it has room.
    if (!paintsCursor_ && header_ && header_->chip()->isVisible())
        now.foot.removeAll(saturation_.alarm);
    now.overflow = overflow_;
    now.steps = steps_;
    now.step = std::clamp(view().position.step, 0, steps_ - 1);
    now.reversed = reversed_;
    now.hidden = hidden();
    if (weights_)
        now.selected = parameter();
    if (now.step >= now.hidden.first && now.step < now.hidden.second)
        return now;
    const auto step = static_cast<std::size_t>(now.step);
    for (const Curve& curve : curves_) {
        const double norm = curve.norms[step];
        now.values.push_back({norm,
                              upper_->axis(QCPAxis::atLeft)->coordToPixel(axis_.position(norm)),
                              curveColour(curve), theme().quantityText(curve.quantity)});
    }
    if (!weights_)
        now.shares = pathShares(rows_, now.step);
    for (const ContributionRow& row : rows_)
        if (weights_)
            now.shares.push_back(row.shares[step]);
    return now;
}

std::pair<int, int> ContributionsPanel::hidden() const {
    return hiddenSteps(view().position, true, reversed_, steps_);
}

void ContributionsPanel::updateHeader() {
    if (!header_)
        return;
    const Snapshot* shown = analyses() ? analyses()->of.get() : snapshot().get();
    const bool differ = !shown || shown->shape().readout == Readout::EveryStep;
    header_->setTheme(theme());
    header_->setState(weights_, lastLoss_, differ);
    header_->setAlarm(saturation_.alarm, saturation_.parts.join(QStringLiteral("\n")),
                      saturation_.grave ? QStringLiteral("warning") : QStringLiteral("calm"));
}

void ContributionsPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    if (snapshot())
        layOut(size());
    plot_->setGeometry(rect());
    overlay_->setGeometry(rect());
}

void ContributionsPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    const QSizeF before = laidOut_;
    layOut(area.size());
    paintsCursor_ = true;
    paintPlot(painter, *plot_, area);
    paintsCursor_ = false;
    layOut(before);
}

}  // namespace rnnscope
