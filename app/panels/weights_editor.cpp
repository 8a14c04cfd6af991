// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/weights_editor.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <algorithm>

namespace rnnscope {

WeightsEditor::WeightsEditor(QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("weightsEditor"));
    setAccessibleName(tr("New number"));
    hide();
}

void WeightsEditor::open(const QRectF& place, const QString& text, const QString& prompt,
                         bool begun, const Theme& theme) {
    setFont(theme.font(12));
    setStyleSheet(QStringLiteral("QLineEdit, QLineEdit:focus { padding: 0 %1px; min-height: 0;"
                                 " border-radius: %2px; }")
                      .arg(qRound(theme.px(4)))
                      .arg(qRound(theme.px(3))));
    setPlaceholderText(prompt);
    const QSize size(qRound(theme.px(prompt.isEmpty() ? 116 : 150)), qRound(theme.px(24)));
    const QSize room = parentWidget()->size();
    const QPoint corner(qRound(place.center().x()) - size.width() / 2,
                        qRound(place.center().y()) - size.height() / 2);
    setGeometry(std::clamp(corner.x(), 0, std::max(0, room.width() - size.width())),
                std::clamp(corner.y(), 0, std::max(0, room.height() - size.height())), size.width(),
                size.height());
    setText(text);
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    setModified(begun);
    if (begun)
        end(false);
    else
        selectAll();
}

void WeightsEditor::close() {
    if (isHidden())
        return;
    const bool focused = hasFocus();
    setModified(false);
    hide();
    if (focused)
        parentWidget()->setFocus(Qt::OtherFocusReason);
    emit left();
}

void WeightsEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit entered(text());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void WeightsEditor::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason ||
        !isVisible())
        return;
    hide();
    if (isModified())
        emit entered(text());
    emit left();
}

}  // namespace rnnscope
