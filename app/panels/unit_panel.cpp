// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unit_panel.h"

#include <qcustomplot.h>

#include <QMouseEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolTip>
#include <algorithm>

#include "app/panels/cell_words.h"
#include "app/plot/number.h"
#include "app/plot/tip.h"
#include "app/setup_widgets.h"
#include "app/words.h"

namespace rnnscope {

UnitPanel::UnitPanel(const Theme& theme, QWidget* parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("unit"));
    setMouseTracking(true);
    setAccessibleName(tr("One unit"));
}

QSize UnitPanel::sizeHint() const {
    return QSizeF(theme().px(700), theme().px(160)).toSize();
}

QSize UnitPanel::minimumSizeHint() const {
    return QSizeF(theme().px(240), theme().px(120)).toSize();
}

QWidget* UnitPanel::headerTool() {
    if (!spin_) {
        spin_ = new QSpinBox(this);
        spin_->hide();  // until it stands in a title line
        spin_->setKeyboardTracking(false);
        spin_->setPrefix(tr("unit "));
        spin_->setAccessibleName(tr("Unit"));
        spin_->setToolTip(tr("The unit that is shown; ↑ and ↓ choose another one"));
        ignoreWheelWithoutFocus(spin_);
        connect(spin_, &QSpinBox::valueChanged, this,
                [this](int value) { emit unitRequested(value - 1); });
        describe();
    }
    return spin_;
}

// ---- what is shown -------------------------------------------------------------------------

int UnitPanel::unit() const {
    return std::clamp(view().unit, 0, int(snapshot()->shape().hidden) - 1);
}

bool UnitPanel::reversed() const {
    return snapshot()->record.traces[trace()].reversed();
}

/// Where the first of what is drawn is no number, in the order of computation.
std::optional<int> UnitPanel::overflowOf(const std::vector<UnitRow>& rows) const {
    for (int k = 0; k < steps(); ++k) {
        const int step = reversed() ? steps() - 1 - k : k;
        for (const UnitRow& row : rows)
            if (!row.gradient && !std::isfinite(row.at(step)))
                return step;
    }
    return std::nullopt;
}

UnitFrame UnitPanel::frame() const {
    return {theme(), places_, rows_, view(), reversed(), overflow_};
}

UnitPlaces UnitPanel::placesIn(const QRectF& area) const {
    std::array<int, 3> counts{};
    for (const UnitDetail detail : {UnitDetail::States, UnitDetail::Archived, UnitDetail::All})
        counts[std::size_t(detail)] = int(unitRows(*snapshot(), trace(), unit(), detail).size());
    int columns = 0;
    for (const WeightStrip& strip : weights_.blocks.front().strips)
        columns += int(strip.values.size());
    return unitPlaces(area, counts, int(weights_.blocks.size()), columns, steps(), theme());
}

void UnitPanel::place() {
    places_ = placesIn(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    rows_ = unitRows(*snapshot(), trace(), unit(), places_.detail);
    overflow_ = overflowOf(rows_);
    weightsAt_ = {};
    if (!places_.weights.isEmpty())
        weightsAt_ = weightPlaces(places_.weights, weights_, theme());
    still_ = {};
}

void UnitPanel::refresh() {
    weights_ = unitWeights(*snapshot(), trace(), unit());
    place();
    describe();
    update();
}

void UnitPanel::moveCursor() {
    describe();
    update();
}

void UnitPanel::describe() {
    if (!snapshot())
        return;
    if (spin_) {
        const QSignalBlocker quiet(spin_);
        spin_->setRange(1, int(snapshot()->shape().hidden));
        spin_->setValue(unit() + 1);
        const QString sheet =
            QStringLiteral("QSpinBox { font-size: %1px; min-height: %2px; padding: 0; }")
                .arg(qRound(theme().px(11)))
                .arg(qRound(theme().px(19)));
        if (spin_->styleSheet() != sheet)
            spin_->setStyleSheet(sheet);
        const QString longest = spin_->prefix() + QString::number(std::max(10, spin_->maximum()));
        spin_->setMinimumWidth(
            qCeil(QFontMetricsF(theme().font(11)).horizontalAdvance(longest) + theme().px(36)));
    }
    const int step = std::clamp(view().position.step, 0, steps() - 1);
    QStringList words;
    const UnitFrame now = frame();
    for (const UnitRow& row : rows_)
        if (!now.hidden(row, step))
            words << QStringLiteral("%1 = %2").arg(row.symbol, shortNumber(row.at(step)));
    setAccessibleDescription(tr("Unit %1 of layer %2 at t = %3: %4")
                                 .arg(unit() + 1)
                                 .arg(std::min(view().layer, snapshot()->shape().layers - 1) + 1)
                                 .arg(step + 1)
                                 .arg(joined(words)));
}

DataTable UnitPanel::data() const {
    DataTable table;
    if (!snapshot())
        return table;
    table.names << QStringLiteral("t");
    auto& times = table.columns.emplace_back();
    for (int step = 0; step < steps(); ++step)
        times.push_back(step + 1);
    for (const UnitRow& row : unitRows(*snapshot(), trace(), unit(), UnitDetail::All)) {
        table.names << (row.gradient ? QStringLiteral("grad_") + row.id : row.id);
        auto& column = table.columns.emplace_back();
        for (int step = 0; step < steps(); ++step)
            column.push_back(row.at(step));
    }
    return table;
}

// ---- painting ------------------------------------------------------------------------------

void UnitPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    if (snapshot() && !rows_.empty())  // behind a tab, too: it is shown as it was left
        place();
}

void UnitPanel::paintEvent(QPaintEvent*) {
    if (!snapshot() || rows_.empty())
        return;
    const UnitFrame now = frame();
    if (const double ratio = devicePixelRatioF();
        still_.isNull() || !qFuzzyCompare(still_.devicePixelRatio(), ratio)) {
        still_ = QPixmap((QSizeF(size()) * ratio).toSize());
        still_.setDevicePixelRatio(ratio);
        still_.fill(theme().card);
        QPainter painter(&still_);
        paintUnitRows(painter, now);
        if (!places_.weights.isEmpty())
            paintUnitWeights(painter, weightsAt_, weights_, theme());
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, still_);
    paintUnitCursor(painter, now);
}

void UnitPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    if (!snapshot())
        return;
    freshen();
    painter.save();
    const UnitPlaces places = placesIn(area);
    const auto rows = unitRows(*snapshot(), trace(), unit(), places.detail);
    UnitFrame whole{theme(), places, rows, view(), reversed(), overflowOf(rows)};
    whole.view.quantity.reset();
    paintUnitRows(painter, whole);
    if (!places.weights.isEmpty())
        paintUnitWeights(painter, weightPlaces(places.weights, weights_, theme()), weights_,
                         theme());
    paintUnitCursor(painter, whole);
    painter.restore();
}

// ---- pointing ------------------------------------------------------------------------------

/// Labels and numbers beside a strip belong to it.
std::optional<std::size_t> UnitPanel::rowAt(const QPointF& point) const {
    if (point.x() < places_.label || point.x() > places_.end)
        return std::nullopt;
    for (std::size_t k = 0; k < rows_.size(); ++k)
        if (point.y() >= places_.strips[k].top() && point.y() <= places_.strips[k].bottom())
            return k;
    return std::nullopt;
}

QString UnitPanel::rowHover(std::size_t index, std::optional<int> step) const {
    const UnitRow& row = rows_[index];
    QString text = QStringLiteral("<b>%1</b> %2")
                       .arg(subscriptedHtml(row.symbol), row.gradient ? QString() : row.name);
    text += QStringLiteral("<br>");
    const QString place = tr("unit %1").arg(unit() + 1);
    if (!step)
        return text + place;
    text += joined({place, QStringLiteral("t = %1").arg(*step + 1)});
    text += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    const auto add = [&](const QString& symbol, double value) {
        text += QStringLiteral("<tr><td><b>%1</b></td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
                    .arg(subscriptedHtml(symbol), shortNumber(value), fullNumber(value));
    };
    add(row.symbol, row.at(*step));
    // The gradient of what has no row for it.
    UnitRow gradient = row;
    gradient.gradient = true;
    const UnitFrame now = frame();
    if (!row.gradient && snapshot()->backward && !now.hidden(gradient, *step))
        add(QStringLiteral("∂L/∂") + row.symbol,
            snapshot()->backward->gradients.traces[trace()].value(row.quantity, unit(), *step));
    return text + QStringLiteral("</table>");
}

QString UnitPanel::hoverText(const QPointF& point) const {
    if (const auto row = rowAt(point)) {
        const QRectF& strip = places_.strips[*row];
        const bool inside = point.x() >= strip.left() && point.x() <= strip.right();
        return rowHover(*row, inside ? std::optional(places_.stepAt(point.x())) : std::nullopt);
    }
    if (const auto hit = weightAt(weightsAt_, weights_, point)) {
        const WeightStrip& strip = weightRow(weights_, hit->row).strips[hit->strip];
        const double value = strip.values[std::size_t(hit->entry)];
        return QStringLiteral("<b>%1</b><br>%2 &nbsp; %3")
            .arg(strip.name(hit->entry), shortNumber(value), fullNumber(value));
    }
    return {};
}

bool UnitPanel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip)
        return true;  // told while the pointer moves
    return Panel::event(event);
}

void UnitPanel::point(std::optional<std::size_t> quantity) {
    if (quantity == pointed_)
        return;
    pointed_ = quantity;
    emit quantityHovered(quantity);
}

void UnitPanel::mousePressEvent(QMouseEvent* event) {
    const QPointF place = event->position();
    dragging_ = event->button() == Qt::LeftButton && snapshot() && !places_.strips.empty() &&
                place.x() >= places_.left && place.x() <= places_.left + places_.width &&
                place.y() <= std::max(places_.strips.back().bottom(), places_.axis.bottom());
    if (!dragging_)
        return event->ignore();
    emit stepRequested(places_.stepAt(place.x()));
}

void UnitPanel::mouseMoveEvent(QMouseEvent* event) {
    if (!snapshot() || rows_.empty())
        return;
    if (dragging_)
        emit stepRequested(places_.stepAt(event->position().x()));
    std::optional<std::size_t> quantity;
    if (const auto row = rowAt(event->position()))
        quantity = rows_[*row].quantity;
    else if (const auto hit = weightAt(weightsAt_, weights_, event->position()))
        quantity = weightRow(weights_, hit->row).quantity;
    point(quantity);
    showTipAbove(*this, event->globalPosition().toPoint(), hoverText(event->position()));
}

void UnitPanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

void UnitPanel::leaveEvent(QEvent* event) {
    Panel::leaveEvent(event);
    QToolTip::hideText();
    point(std::nullopt);
}

}  // namespace rnnscope
