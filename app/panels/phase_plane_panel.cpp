// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/phase_plane_panel.h"

#include <qcustomplot.h>

#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/panels/phase_plane_header.h"
#include "app/panels/time_rows.h"
#include "app/plot/axes.h"
#include "app/plot/figure.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"
#include "app/plot/tip.h"
#include "app/words.h"

namespace rnnscope {

PhasePlanePanel::PhasePlanePanel(const Theme& theme, QWidget* parent)
    : Panel(theme, parent),
      plot_(makeSilentPlot(this)),
      overlay_(new Overlay(this, [this](QCPPainter& painter) { paintCursor(painter); })) {
    setObjectName(QStringLiteral("phase-plane"));
    setMouseTracking(true);
    setAccessibleName(tr("Phase plane"));
    plot_->axisRect()->setAutoMargins(QCP::msNone);
    plot_->plotLayout()->setAutoMargins(QCP::msNone);
    style();
    auto* path = new PaintItem(plot_, [this](QPainter& painter) { paintPath(painter); });
    path->setLayer(QStringLiteral("main"));
    auto* cursor = new PaintItem(plot_, [this](QCPPainter& painter) {
        if (inFigure_)
            paintCursor(painter);
    });
    cursor->setLayer(QStringLiteral("overlay"));
    connect(plot_, &QCustomPlot::afterReplot, overlay_, qOverload<>(&QWidget::update));
}

PhasePlanePanel::~PhasePlanePanel() {
    delete plot_;  // before what its items look at
}

QSize PhasePlanePanel::sizeHint() const {
    return QSizeF(theme().px(400), theme().px(300)).toSize();
}

QSize PhasePlanePanel::minimumSizeHint() const {
    return QSizeF(theme().px(220), theme().px(130)).toSize();
}

// ---- switches ------------------------------------------------------------------------------

QWidget* PhasePlanePanel::headerTool() {
    if (!header_) {
        header_ = new PhasePlaneHeader(theme(), this);
        connect(header_, &PhasePlaneHeader::chosen, this, &PhasePlanePanel::setChoice);
        updateHeader();
    }
    return header_;
}

void PhasePlanePanel::setChoice(const PlaneChoice& choice) {
    if (choice == choice_)
        return;
    choice_ = choice;
    updateHeader();
    invalidate();
}

void PhasePlanePanel::showLike(const Panel& shown) {
    setChoice(static_cast<const PhasePlanePanel&>(shown).choice_);
}

void PhasePlanePanel::updateHeader() {
    if (!header_)
        return;
    header_->setTheme(theme());
    QStringList states;
    if (snapshot())
        for (const std::size_t state : snapshot()->shape().cell->states()) {
            const auto& symbol = snapshot()->shape().cell->quantities()[state].symbol;
            states << QString::fromUtf8(symbol.data(), qsizetype(symbol.size()));
        }
    header_->setState(choice_, states, snapshot() ? int(snapshot()->shape().hidden) : 1);
}

// ---- what is shown -------------------------------------------------------------------------

const Trace& PhasePlanePanel::values() const {
    return snapshot()->record.traces[trace()];
}

const Quantity& PhasePlanePanel::quantity() const {
    const Cell& cell = *snapshot()->shape().cell;
    return cell.quantities()[cell.states()[std::min(choice_.state, cell.states().size() - 1)]];
}

QString PhasePlanePanel::symbol() const {
    return QString::fromUtf8(quantity().symbol.data(), qsizetype(quantity().symbol.size()));
}

int PhasePlanePanel::numberOf(int step) const {
    return int(values().column(std::clamp(step, 0, steps() - 1)));
}

int PhasePlanePanel::stepOf(int number) const {
    const int step = values().reversed() ? steps() - number : number - 1;
    return std::clamp(step, 0, steps() - 1);
}

int PhasePlanePanel::playedTo() const {
    return backwardBegun() ? steps() : numberOf(view().position.step);
}

bool PhasePlanePanel::showsDescent() const {
    if (path_.descent.size() == 0)
        return false;
    const auto [first, last] = hiddenSteps(view().position, true, values().reversed(), steps());
    const int step = stepOf(numberOf(view().position.step));
    return step < first || step >= last;
}

int PhasePlanePanel::unitOf(int axis) const {
    const Index chosen = axis == 0 ? choice_.first : choice_.second;
    return int(std::clamp<Index>(chosen, 0, values().hidden() - 1)) + 1;
}

QString PhasePlanePanel::coordinateName(int axis) const {
    switch (path_.axes) {
        case PlaneAxes::Units:
            return symbol() + subscript(unitOf(axis));
        case PlaneAxes::Components:
            return tr("PC %1").arg(axis + 1);
        case PlaneAxes::Return:
            break;
    }
    const QString before = values().reversed() ? QStringLiteral("ₜ₊₁") : QStringLiteral("ₜ₋₁");
    return symbol() + (axis == 0 ? before : QStringLiteral("ₜ"));
}

QString PhasePlanePanel::axisLabel(int axis) const {
    const QString name = coordinateName(axis);
    switch (path_.axes) {
        case PlaneAxes::Units:
            return tr("%1, unit %2").arg(name).arg(unitOf(axis));
        case PlaneAxes::Components:
            return tr("%1 of %2: %3 % of the variance")
                .arg(name, symbol(), shortNumber(100 * path_.components.share[std::size_t(axis)]));
        case PlaneAxes::Return:
            break;
    }
    return axis == 0 ? tr("%1, the step before").arg(name) : tr("%1, the step").arg(name);
}

QString PhasePlanePanel::message() const {
    return path_.points.array().isFinite().any() ? QString() : tr("No value is a number");
}

void PhasePlanePanel::readPath() {
    const std::pair wanted{trace(), choice_};
    if (source_.lock() == snapshot() && readFor_ == wanted)
        return;
    source_ = snapshot();
    readFor_ = wanted;
    path_ = planePath(*snapshot(), wanted.first, choice_);
}

void PhasePlanePanel::style() {
    styleAxes(*plot_, theme());
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis})
        axis->grid()->setVisible(true);
}

void PhasePlanePanel::refresh() {
    followScreen(*plot_);
    readPath();
    updateHeader();
    setRanges();
    style();
    layOut(size());
    setAccessibleDescription(message().isEmpty() ? joined(readOut()) : message());
    if (isVisible() && !plot_->size().isEmpty())
        plot_->replot(QCustomPlot::rpQueuedRefresh);
}

void PhasePlanePanel::moveCursor() {
    setAccessibleDescription(joined(readOut()));
    overlay_->update();
}

DataTable PhasePlanePanel::data() const {
    DataTable table;
    if (!snapshot() || path_.points.size() == 0)
        return table;
    const auto column = [&](const QString& name, const Eigen::VectorXd& values) {
        table.names << name;
        table.columns.emplace_back(values.begin(), values.end());
    };
    const Index count = path_.points.cols();
    column(QStringLiteral("t"), values().reversed()
                                    ? Eigen::VectorXd::LinSpaced(count, double(count), 1)
                                    : Eigen::VectorXd::LinSpaced(count, 0, double(count - 1)));
    const QString id = QString::fromUtf8(quantity().id.data(), qsizetype(quantity().id.size()));
    QStringList names{id + QStringLiteral("_before"), id};
    if (path_.axes == PlaneAxes::Units)
        names = {QStringLiteral("%1_%2").arg(id).arg(unitOf(0)),
                 QStringLiteral("%1_%2").arg(id).arg(unitOf(1))};
    else if (path_.axes == PlaneAxes::Components)
        names = {id + QStringLiteral("_component_1"), id + QStringLiteral("_component_2")};
    for (const Index axis : {0, 1})
        column(names[axis], path_.points.row(axis));
    if (path_.descent.size() > 0)
        for (const Index axis : {0, 1})
            column(QStringLiteral("descent_") + names[axis], path_.descent.row(axis));
    return table;
}

// ---- places --------------------------------------------------------------------------------

void PhasePlanePanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    layOut(size());  // first: the plot draws itself as soon as it has its size
    plot_->setGeometry(rect());
    overlay_->setGeometry(rect());
}

QRectF PhasePlanePanel::plotArea() const {
    return areaOf(*plot_->axisRect());
}

QPointF PhasePlanePanel::pointOf(int number) const {
    return trail_.points()[std::size_t(number)];
}

void PhasePlanePanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    inFigure_ = true;
    layOut(QSizeF(area.size().toSize()).expandedTo({1, 1}));
    plot_->setBackground(Qt::NoBrush);
    paintPlot(painter, *plot_, area);
    plot_->setBackground(QBrush(theme().card));
    inFigure_ = false;
    layOut(size());
}

// ---- pointing ------------------------------------------------------------------------------

QString PhasePlanePanel::timeText(int number) const {
    if (number == 0)
        return tr("%1, before the first step").arg(symbol() + QStringLiteral("₀"));
    return tr("t = %1").arg(stepOf(number) + 1);
}

QString PhasePlanePanel::hoverText(int number) const {
    QString text =
        QStringLiteral("<b>%1</b><table cellspacing='0' cellpadding='2'>").arg(timeText(number));
    const auto row = [&](const QString& name, double value) {
        text += QStringLiteral("<tr><td><b>%1</b></td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
                    .arg(name, shortNumber(value), fullNumber(value));
    };
    for (const int axis : {0, 1})
        row(coordinateName(axis), path_.points(axis, number));
    if (path_.descent.size() > 0 && backwardBegun()) {
        const auto [first, last] = hiddenSteps(view().position, true, values().reversed(), steps());
        const int step = number == 0 ? (values().reversed() ? steps() : -1) : stepOf(number);
        // ∂L/∂h₀ is known once the pass has come to its end.
        const bool known = number == 0 ? first >= last : step < first || step >= last;
        if (known) {
            for (const int axis : {0, 1})
                row(tr("−∂L/∂%1 along %2").arg(symbol(), coordinateName(axis)),
                    path_.descent(axis, number));
            row(tr("length in this plane"), path_.slope(number));
        }
    }
    return text + QStringLiteral("</table>");
}

bool PhasePlanePanel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip)
        return true;  // told while the pointer moves
    // Buffers keep the device pixel ratio they were made for.
    if (event->type() == QEvent::ScreenChangeInternal)
        invalidate();
    return Panel::event(event);
}

void PhasePlanePanel::requestAt(const QPointF& place, double reach) {
    const int number = trail_.nearest(place, reach, numberOf(view().position.step));
    if (number >= 0)
        emit stepRequested(stepOf(std::max(1, number)));
}

void PhasePlanePanel::mousePressEvent(QMouseEvent* event) {
    dragging_ =
        event->button() == Qt::LeftButton && snapshot() && plotArea().contains(event->position());
    if (!dragging_)
        return event->ignore();
    requestAt(event->position(), theme().px(60));
}

void PhasePlanePanel::mouseMoveEvent(QMouseEvent* event) {
    if (!snapshot() || path_.points.size() == 0)
        return;
    if (dragging_)
        requestAt(event->position(), INFINITY);
    const int number =
        trail_.nearest(event->position(), theme().px(14), numberOf(view().position.step));
    showTipAbove(*this, event->globalPosition().toPoint(),
                 number >= 0 ? hoverText(number) : QString());
}

void PhasePlanePanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

void PhasePlanePanel::leaveEvent(QEvent* event) {
    Panel::leaveEvent(event);
    QToolTip::hideText();
}

}  // namespace rnnscope
