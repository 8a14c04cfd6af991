// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does among the weights.
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/cell_words.h"
#include "app/panels/weights_panel.h"
#include "app/plot/number.h"
#include "app/plot/tip.h"
#include "app/words.h"

namespace rnnscope {

namespace {

constexpr double wholeWay = 200;  // px over which a number moves by as much as the scale is high

}  // namespace

// ---- pointing ------------------------------------------------------------------------------

QString WeightsPanel::hoverText(const WeightsCell& cell) const {
    const WeightField& field = fields_[cell.field];
    const QString place = rnnscope::placeOf(field, cell.row, cell.column);
    const QString symbol =
        subscriptedHtml(symbolOf(field)) + place.mid(place.indexOf(QLatin1Char('[')));
    QStringList lines;
    const auto add = [&](const QString& name, WeightReading reading) {
        if (const auto all = numbersOf(*snapshot(), trace(), field, reading))
            lines << QStringLiteral("%1 = %2").arg(
                name,
                fullNumber((*all)(cell.row, cell.column)).replace(QLatin1Char('-'), QChar(0x2212)));
    };
    add(QStringLiteral("<b>%1</b>").arg(symbol), WeightReading::Value);
    add(QStringLiteral("∂L/∂%1").arg(symbol), WeightReading::Gradient);
    add(tr("change since update 0"), WeightReading::Change);
    if (isEdited(cell.field, cell.row, cell.column))
        lines << tr("edited");
    return lines.join(QStringLiteral("<br>"));
}

QString WeightsPanel::labelText(std::size_t index) const {
    using Part = WeightField::Part;
    const WeightField& field = fields_[index];
    const Cell& cell = *snapshot()->shape().cell;
    const QString gate =
        field.quantity ? inWords(cell.quantities()[*field.quantity].name) : QString();
    QString role;
    switch (field.part) {
        case Part::Input:
            role = tr("%1, weights of the input").arg(gate);
            break;
        case Part::Recurrent:
            role = tr("%1, recurrent weights").arg(gate);
            break;
        case Part::InputBias:
        case Part::RecurrentBias:
            role = tr("%1, bias").arg(gate);
            break;
        case Part::Peephole:
            role = tr("%1, peephole weights").arg(gate);
            break;
        case Part::Start:
            role = tr("%1 before the first step").arg(gate);
            break;
        case Part::Readout:
            role = tr("read-out, weights");
            break;
        case Part::ReadoutBias:
            role = tr("read-out, bias");
            break;
    }
    return QStringLiteral("<b>%1</b> · %2<br>%3<br>%4")
        .arg(subscriptedHtml(symbolOf(field)), shapeOf(field.rows, field.columns), role,
             camera_.solo ? tr("Double click: all blocks") : tr("Double click: this block alone"));
}

void WeightsPanel::pointAt(std::optional<std::size_t> field) {
    if (field == pointed_)
        return;
    const auto quantityOf = [&](std::optional<std::size_t> at) {
        return at && *at < fields_.size() ? fields_[*at].quantity : std::nullopt;
    };
    const auto before = quantityOf(pointed_), now = quantityOf(field);
    pointed_ = field;
    if (before != now)
        emit quantityHovered(now);
    update();
}

void WeightsPanel::point(const QPointF& position, const QPoint& global) {
    const auto range = chosen();
    if (range && handleOf(layout_, *range, theme()).contains(position)) {
        setCursor(Qt::SizeVerCursor);
        return showTipAbove(*this, global, tr("Drag up or down to change it; Shift: finely"));
    }
    if (const auto cell = layout_.cellAt(position)) {
        setCursor(Qt::ArrowCursor);
        pointAt(cell->field);
        return showTipAbove(*this, global, hoverText(*cell));
    }
    if (const WeightsPlace* label = layout_.labelAt(position)) {
        setCursor(Qt::PointingHandCursor);
        pointAt(label->field);
        return showTipAbove(*this, global, labelText(label->field));
    }
    pointAt(std::nullopt);
    const auto unit = layout_.unitAt(position);
    setCursor(unit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    showTipAbove(*this, global, unit ? tr("unit %1").arg(*unit + 1) : QString());
}

void WeightsPanel::leaveEvent(QEvent* event) {
    pointAt(std::nullopt);
    Panel::leaveEvent(event);
}

// ---- choosing and moving -------------------------------------------------------------------

void WeightsPanel::mousePressEvent(QMouseEvent* event) {
    if (fields_.empty() || drag_)
        return Panel::mousePressEvent(event);
    const QPointF at = event->position();
    if (event->button() == Qt::MiddleButton) {
        pulling_ = Pulling::View;
        pulledFrom_ = at;
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;  // the menu comes by an event of its own
    hint_.hide();
    if (beginDrag(at, event->modifiers()))
        return;
    if (const auto cell = layout_.cellAt(at)) {
        pulling_ = Pulling::Selection;
        return moveTo(*cell, event->modifiers() & Qt::ShiftModifier);
    }
    if (const WeightsPlace* label = layout_.labelAt(at)) {
        choose(blockScope(label->field)[0]);
        if (menuButtonOf(layout_, *label, fields_[label->field], theme()).contains(at))
            makeMenu(label->field, false)->popup(mapToGlobal(label->label.bottomLeft().toPoint()));
        return;
    }
    if (const auto unit = layout_.unitAt(at)) {
        emit unitRequested(int(*unit));
        return;
    }
    choose(std::nullopt);
    pulling_ = Pulling::View;
    pulledFrom_ = at;
}

void WeightsPanel::mouseMoveEvent(QMouseEvent* event) {
    if (fields_.empty())
        return;
    const QPointF at = event->position();
    if (drag_)
        return drag(at, event->modifiers());
    if (pulling_ == Pulling::Selection && selection_) {
        if (const WeightsPlace* place = layout_.placeOf(selection_->field))
            moveTo(layout_.nearest(*place, at), true);
        return;
    }
    if (pulling_ == Pulling::View) {
        camera_.pan += at - pulledFrom_;
        pulledFrom_ = at;
        return lookFrom(camera_);
    }
    point(at, event->globalPosition().toPoint());
}

void WeightsPanel::mouseReleaseEvent(QMouseEvent* event) {
    pulling_ = Pulling::Nothing;
    if (drag_)
        finishDrag();
    Panel::mouseReleaseEvent(event);
}

void WeightsPanel::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || fields_.empty())
        return;
    const QPointF at = event->position();
    if (const WeightsPlace* label = layout_.labelAt(at))
        return setSolo(camera_.solo ? std::nullopt : std::optional(label->field));
    if (const auto cell = layout_.cellAt(at)) {
        moveTo(*cell, false);
        ask(Purpose::Replace, {*chosen()});
    }
}

void WeightsPanel::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    if (fields_.empty() || layout_.mostZoom <= 1 || turned.isNull() || drag_)
        return event->ignore();
    event->accept();
    WeightsCamera next = camera_;
    if ((event->modifiers() & Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y()))
        next.pan += QPointF(turned.x() != 0 ? turned.x() : turned.y(), 0) / 2;
    else
        next = zoomedAt(fields_, rect(), theme(), camera_,
                        camera_.zoom * std::pow(1.25, turned.y() / 120.0), event->position());
    lookFrom(next);
}

void WeightsPanel::contextMenuEvent(QContextMenuEvent* event) {
    if (fields_.empty())
        return;
    const auto range = chosen();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto cell = layout_.cellAt(event->pos());
    const WeightsPlace* label = layout_.labelAt(event->pos());
    std::optional<std::size_t> field;
    if (byKey && range)
        field = range->field;
    else if (cell)
        field = cell->field;
    else if (label)
        field = label->field;
    if (!field)
        return;
    const bool inside =
        range && (byKey || (cell && cell->field == range->field && cell->row >= range->row &&
                            cell->row < range->row + range->rows && cell->column >= range->column &&
                            cell->column < range->column + range->columns));
    makeMenu(*field, inside)->popup(event->globalPos());
}

// ---- a number moved up and down ------------------------------------------------------------

/// By the handle of what is chosen, or anywhere on a number with Alt.
bool WeightsPanel::beginDrag(const QPointF& position, Qt::KeyboardModifiers modifiers) {
    auto range = chosen();
    if (!range || !handleOf(layout_, *range, theme()).contains(position)) {
        const auto cell = layout_.cellAt(position);
        if (!(modifiers & Qt::AltModifier) || !cell)
            return false;
        const bool inside = range && range->field == cell->field && cell->row >= range->row &&
                            cell->row < range->row + range->rows && cell->column >= range->column &&
                            cell->column < range->column + range->columns;
        if (!inside)
            moveTo(*cell, false);
        range = chosen();
    }
    drag_ = {*range, position.y(), valueLimit_ / wholeWay, values(*range), {}};
    asked_ = {*range};
    setCursor(Qt::SizeVerCursor);
    return true;
}

void WeightsPanel::drag(const QPointF& position, Qt::KeyboardModifiers modifiers) {
    const double fine = modifiers & Qt::ShiftModifier ? 0.1 : 1;
    const double amount = std::round(drag_->from - position.y()) * fine * drag_->step;
    const auto moved = shiftedBlock(drag_->start, amount);
    if (!moved)
        return refuse(QString::fromStdString(moved.error().text()));
    // All of them, also those that are back where they were: what was asked for before is undone.
    const Eigen::MatrixXd none = Eigen::MatrixXd::Constant(
        moved->rows(), moved->cols(), std::numeric_limits<double>::quiet_NaN());
    Edits edits = blockEdits(spanOf(drag_->range), none, *moved, snapshot()->update);
    if (edits == drag_->last || (drag_->last.empty() && amount == 0))
        return;
    if (request(edits, tr("Drag %1").arg(nameOf({drag_->range})), false))
        drag_->last = std::move(edits);
}

void WeightsPanel::finishDrag() {
    const Drag done = *std::exchange(drag_, std::nullopt);
    setCursor(Qt::ArrowCursor);
    if (!done.last.empty())
        request(done.last, tr("Drag %1").arg(nameOf({done.range})), true);
}

}  // namespace rnnscope
