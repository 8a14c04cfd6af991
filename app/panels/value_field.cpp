// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/value_field.h"

#include <QKeyEvent>
#include <algorithm>

#include "app/plot/number.h"
#include "core/input_edit.h"

namespace rnnscope {

ValueField::ValueField(QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("valueField"));
    setAccessibleName(tr("Value of the input"));
    hide();
}

void ValueField::open(const QPointF& spot, double value, const Theme& theme) {
    // As short as it can be and still be the same number.
    old_ = QString::number(value, 'g', 15);
    if (old_.toDouble() != value)
        old_ = fullNumber(value);
    setFont(theme.font(12));
    const QSize size(std::min(qRound(theme.px(150)), parentWidget()->width()),
                     QLineEdit::sizeHint().height());
    const int above = qRound(spot.y() - theme.px(9)) - size.height();
    const int below = qRound(spot.y() + theme.px(9));
    const QSize room = parentWidget()->size() - size;
    setGeometry(
        QRect(QPoint(std::clamp(qRound(spot.x()) - size.width() / 2, 0, std::max(0, room.width())),
                     std::clamp(above >= 0 ? above : below, 0, std::max(0, room.height()))),
              size));
    setText(old_);
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    selectAll();
}

void ValueField::finish() {
    if (isHidden())
        return;
    take();
    close();
}

void ValueField::close() {
    if (isHidden())
        return;
    setModified(false);  // hiding takes the focus away
    hide();
    Q_EMIT closed();
}

/// False where what was typed is no number.
bool ValueField::take() {
    if (!isModified() || text() == old_)
        return true;
    const auto number = readNumber(text().toStdString());
    if (!number) {
        setText(old_);
        selectAll();
        Q_EMIT refused(QString::fromStdString(number.error().text()));
        return false;
    }
    Q_EMIT entered(*number);
    return true;
}

void ValueField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QLineEdit::keyPressEvent(event);
    if (take())
        close();
}

void ValueField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
        finish();
}

}  // namespace rnnscope
