// SPDX-License-Identifier: GPL-3.0-or-later
// What a window is made of, for whoever uses it without eyes or hands on a mouse.
#pragma once

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QScrollBar>
#include <QTabBar>

namespace rnnscope {

inline QAccessibleInterface* access(QObject* object) {
    return QAccessible::queryAccessibleInterface(object);
}

inline QString describe(const QWidget* widget) {
    QStringList path;
    for (const QWidget* each = widget; each && path.size() < 4; each = each->parentWidget())
        path.prepend(QStringLiteral("%1 '%2'").arg(
            QString::fromLatin1(each->metaObject()->className()), each->objectName()));
    return path.join(QStringLiteral(" > "));
}

/// Takes keys or clicks: what somebody who does not see it has to be told of.
inline bool isInteractive(const QWidget* widget) {
    if (qobject_cast<const QScrollBar*>(widget) || widget->focusProxy())
        return false;  // told of by what they belong to
    if (qobject_cast<const QTabBar*>(widget) &&
        !widget->parentWidget()->rect().intersects(widget->geometry()))
        return false;  // kept in stock, out of sight
    if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
        qobject_cast<const QAbstractSlider*>(widget) ||
        qobject_cast<const QAbstractSpinBox*>(widget))
        return true;
    return widget->focusPolicy() != Qt::NoFocus;
}

}  // namespace rnnscope
