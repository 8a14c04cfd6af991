// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen numbers, and what keys do with them.
#include <QKeyEvent>
#include <algorithm>

#include "app/panels/weights_editor.h"
#include "app/panels/weights_panel.h"
#include "core/scan.h"

namespace rnnscope {

std::optional<WeightsRange> WeightsPanel::chosen() const {
    if (!selection_)
        return std::nullopt;
    const Selection& is = *selection_;
    return WeightsRange{is.field, std::min(is.row, is.anchorRow),
                        std::min(is.column, is.anchorColumn), std::abs(is.row - is.anchorRow) + 1,
                        std::abs(is.column - is.anchorColumn) + 1};
}

void WeightsPanel::choose(const std::optional<WeightsRange>& range) {
    selection_.reset();
    if (range)
        selection_ = {range->field, range->row, range->column, range->row + range->rows - 1,
                      range->column + range->columns - 1};
    showChosen();
}

void WeightsPanel::showChosen() {
    // Without a chosen number the arrows are the lecture's.
    setProperty("ownArrows", selection_.has_value());
    setProperty("ownNumbers", selection_.has_value());
    describe();
    update();
}

void WeightsPanel::moveTo(WeightsCell cell, bool extend) {
    if (extend && selection_ && selection_->field == cell.field) {
        selection_->row = cell.row;
        selection_->column = cell.column;
    } else {
        selection_ = {cell.field, cell.row, cell.column, cell.row, cell.column};
    }
    // Into view, where only a part is seen.
    if (const WeightsPlace* place = layout_.placeOf(cell.field); place && layout_.zoom > 1) {
        const QRectF at = layout_.cellRect(*place, cell.row, cell.column);
        const QRectF& view = layout_.view;
        QPointF moved;
        moved.setX(std::max(0.0, view.left() - at.left()) -
                   std::max(0.0, at.right() - view.right()));
        moved.setY(std::max(0.0, view.top() - at.top()) -
                   std::max(0.0, at.bottom() - view.bottom()));
        if (!moved.isNull()) {
            camera_.pan += moved;
            lookFrom(camera_);
        }
    }
    showChosen();
}

/// Whether a key is for the chosen numbers, before any shortcut of the window.
bool WeightsPanel::wants(const QKeyEvent& event) const {
    if (event.key() == Qt::Key_Escape)
        return selection_ || camera_.solo || camera_.zoom > 1;
    if (!selection_)
        return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier)
        return event.key() == Qt::Key_C || event.key() == Qt::Key_V || event.key() == Qt::Key_A;
    switch (event.key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
            return !(modifiers & ~Qt::ShiftModifier);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return !modifiers;
        default:
            break;
    }
    const QString typed = event.text();
    // Letters too: what is no number is refused where it is typed, not taken for a shortcut.
    return !(modifiers & ~Qt::ShiftModifier) && typed.size() == 1 && typed[0].isPrint() &&
           !typed[0].isSpace();
}

bool WeightsPanel::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && wants(*static_cast<const QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip)
        return true;  // told while the pointer moves
    return Panel::event(event);
}

void WeightsPanel::keyPressEvent(QKeyEvent* event) {
    if (!wants(*event))
        return Panel::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape) {
        if (selection_)
            return choose(std::nullopt);
        return setSolo(std::nullopt);
    }
    const Scope scope{*chosen()};
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->key() == Qt::Key_C)
            return copy(scope);
        if (event->key() == Qt::Key_V)
            return paste(scope);
        return choose(blockScope(scope[0].field)[0]);
    }
    switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return zero(scope);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            return ask(Purpose::Replace, scope);
        default:
            break;
    }
    if (!moveBy(*event))
        ask(Purpose::Replace, scope, event->text());
}

/// Arrows, Home and End; at the edge of a block on to the one beside it.
bool WeightsPanel::moveBy(const QKeyEvent& event) {
    const Selection& is = *selection_;
    const WeightField& field = fields_[is.field];
    const bool extend = event.modifiers() & Qt::ShiftModifier;
    WeightsCell to{is.field, is.row, is.column};
    switch (event.key()) {
        case Qt::Key_Left:
            --to.column;
            break;
        case Qt::Key_Right:
            ++to.column;
            break;
        case Qt::Key_Up:
            --to.row;
            break;
        case Qt::Key_Down:
            ++to.row;
            break;
        case Qt::Key_Home:
            to.column = 0;
            break;
        case Qt::Key_End:
            to.column = field.columns - 1;
            break;
        default:
            return false;
    }
    const bool beyond = to.column < 0 || to.column >= field.columns;
    const WeightsPlace* here = layout_.placeOf(is.field);
    if (beyond && !extend && here) {
        const bool left = to.column < 0;
        const auto at = std::size_t(here - layout_.places.data());
        const std::size_t next = left ? at - 1 : at + 1;
        if ((!left || at > 0) && next < layout_.places.size() &&
            layout_.places[next].group == here->group) {
            const std::size_t beside = layout_.places[next].field;
            to = {beside, std::min(to.row, fields_[beside].rows - 1),
                  left ? fields_[beside].columns - 1 : 0};
        }
    }
    to.row = std::clamp(to.row, Index(0), fields_[to.field].rows - 1);
    to.column = std::clamp(to.column, Index(0), fields_[to.field].columns - 1);
    moveTo(to, extend);
    return true;
}

void WeightsPanel::focusInEvent(QFocusEvent* event) {
    Panel::focusInEvent(event);
    // Whoever comes by keyboard has a number to start from.
    const bool byKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !selection_ && !layout_.places.empty())
        return moveTo({layout_.places.front().field, 0, 0}, false);
    update();
}

void WeightsPanel::focusOutEvent(QFocusEvent* event) {
    Panel::focusOutEvent(event);
    update();
}

// ---- typing a number -----------------------------------------------------------------------

void WeightsPanel::ask(Purpose purpose, const Scope& scope, const QString& begun) {
    const QString placeholders[] = {QString(), tr("factor"), tr("amount"), tr("radius"),
                                    tr("times")};
    purpose_ = purpose;
    asked_ = scope;
    hint_.hide();
    QString text = begun;
    if (purpose == Purpose::Replace && begun.isEmpty()) {
        const WeightsRange& range = scope.front();
        text = QString::fromStdString(
            shortest(values({range.field, range.row, range.column, 1, 1})(0, 0)));
    }
    QRectF at = rectOf(scope);
    if (purpose != Purpose::Replace)
        at.setHeight(theme().px(24));  // at the top of a block
    editor_->open(at & layout_.view, text, placeholders[int(purpose)], !begun.isEmpty(), theme());
}

void WeightsPanel::take(const QString& text) {
    const auto number = typedNumber(text.toStdString());
    if (!number)
        return refuse(QString::fromStdString(number.error().text()));
    using Matrix = Eigen::MatrixXd;
    const double value = *number;
    const Scope scope = asked_;
    const QString name = nameOf(scope);
    bool taken = false;
    switch (purpose_) {
        case Purpose::Replace:
            taken = apply(scope, tr("Edit %1").arg(name), [value](const Matrix& block) {
                return Result<Matrix>(Matrix::Constant(block.rows(), block.cols(), value));
            });
            break;
        case Purpose::Scale:
            taken = apply(scope, tr("Scale %1").arg(name),
                          [value](const Matrix& block) { return scaledBlock(block, value); });
            break;
        case Purpose::Add:
            taken = apply(scope, tr("Shift %1").arg(name),
                          [value](const Matrix& block) { return shiftedBlock(block, value); });
            break;
        case Purpose::Radius:
            taken = apply(scope, tr("Set the spectral radius of %1").arg(name),
                          [value](const Matrix& block) { return blockOfRadius(block, value); });
            break;
        case Purpose::Identity:
            taken =
                apply(scope, tr("Set %1 to the identity").arg(name), [value](const Matrix& block) {
                    Matrix identity = Matrix::Zero(block.rows(), block.cols());
                    identity.diagonal().setConstant(value);
                    return Result<Matrix>(std::move(identity));
                });
            break;
    }
    if (taken)
        editor_->close();
}

/// Says at the spot why nothing is changed.
void WeightsPanel::refuse(const QString& why) {
    const QRectF at =
        editor_->isVisible() ? QRectF(editor_->geometry()) : (rectOf(asked_) & layout_.view);
    spot_->setGeometry(at.toAlignedRect().adjusted(0, 0, 1, 1));
    spot_->show();
    hint_.show(why, theme());
    if (editor_->isVisible())
        editor_->selectAll();
}

}  // namespace rnnscope
