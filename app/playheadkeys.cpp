// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys the playhead takes from the focused widget, and which it leaves.
#include "app/playhead.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>

namespace rnnscope {

namespace {

bool isOneOf(int key, std::initializer_list<int> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Keys that move within a text on show: scrolling, but nothing to type.
bool readerKey(int key) {
    return isOneOf(key, {Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp,
                         Qt::Key_PageDown});
}

/// The space bar plays, wherever the focus is; so a button of the window is pressed by Return.
bool pressButton(QObject* watched, const QWidget* window, const QKeyEvent& key) {
    auto* button = qobject_cast<QAbstractButton*>(watched);
    const bool enter = isOneOf(key.key(), {Qt::Key_Return, Qt::Key_Enter}) &&
                       !(key.modifiers() & ~Qt::KeypadModifier);
    if (!enter || !button || button->window() != window)
        return false;
    // Afterwards: a menu may come of it, which stays until something is chosen.
    if (button->isEnabled() && !key.isAutoRepeat())
        QMetaObject::invokeMethod(button, "click", Qt::QueuedConnection);
    return true;
}

bool arrowKey(int key) {
    return isOneOf(
        key, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End});
}

}  // namespace

bool keyBelongsToFocus(const QWidget* focus, const QKeyEvent* event) {
    if (!focus)
        return false;
    if (QApplication::activePopupWidget() || focus->window()->windowType() == Qt::Popup)
        return true;
    const int key = event->key();

    // A number has no spaces, so that Space may play; everything else is typed or moves in it.
    if (qobject_cast<const QSpinBox*>(focus) || qobject_cast<const QDoubleSpinBox*>(focus))
        return key != Qt::Key_Space;
    if (qobject_cast<const QAbstractSpinBox*>(focus))
        return true;
    if (const auto* line = qobject_cast<const QLineEdit*>(focus)) {
        const QWidget* owner = line->parentWidget();
        if (qobject_cast<const QAbstractSpinBox*>(owner))
            return keyBelongsToFocus(owner, event);
        return !line->isReadOnly() || isOneOf(key, {Qt::Key_Home, Qt::Key_End});
    }
    if (const auto* text = qobject_cast<const QTextEdit*>(focus))
        return !text->isReadOnly() || readerKey(key);
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(focus))
        return !text->isReadOnly() || readerKey(key);
    if (const auto* combo = qobject_cast<const QComboBox*>(focus))
        return combo->isEditable() || readerKey(key);
    if (qobject_cast<const QAbstractItemView*>(focus))
        return arrowKey(key) || event->matches(QKeySequence::Copy);
    if (qobject_cast<const QAbstractSlider*>(focus))
        return arrowKey(key);
    if (qobject_cast<const QTabBar*>(focus))
        return isOneOf(key, {Qt::Key_Left, Qt::Key_Right});
    // One of a row of which one is down; got to by keyboard alone, so arrows are for the choice.
    if (const auto* button = qobject_cast<const QAbstractButton*>(focus))
        if (button->group() && button->group()->exclusive() &&
            !(button->focusPolicy() & Qt::ClickFocus))
            return isOneOf(key, {Qt::Key_Left, Qt::Key_Right});
    // A panel into which numbers are typed and pasted.
    if (focus->property("ownNumbers").toBool()) {
        const bool types = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) &&
                           event->text().size() == 1 && event->text()[0].isPrint() &&
                           key != Qt::Key_Space;
        if (types || event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Paste))
            return true;
    }
    // A panel that steps through something of its own.
    if (focus->property("ownArrows").toBool())
        return arrowKey(key);
    // A menu bar has the focus only while it is walked through by keyboard.
    return qobject_cast<const QMenuBar*>(focus) || qobject_cast<const QMenu*>(focus);
}

PlayheadKeys::PlayheadKeys(Playhead* playhead, QWidget* window)
    : QObject(window), playhead_(playhead), window_(window) {
    window->addActions(playhead->actions());
    qApp->installEventFilter(this);
}

bool PlayheadKeys::isOurs(const QKeyEvent& key) const {
    const auto modifiers = key.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, Qt::Key(key.key())));
    const QList<QAction*> actions = playhead_->actions();
    return std::any_of(actions.begin(), actions.end(), [&](const QAction* action) {
        return action->shortcuts().contains(pressed);
    });
}

void PlayheadKeys::leaveNumber(QObject* watched, const QKeyEvent* key) {
    auto* spin = qobject_cast<QSpinBox*>(watched);
    if (!spin)
        spin = qobject_cast<QSpinBox*>(watched->parent());
    const bool escaped = key->key() == Qt::Key_Escape;
    if (!spin || !(escaped || isOneOf(key->key(), {Qt::Key_Return, Qt::Key_Enter})))
        return;
    if (escaped)
        if (auto* line = spin->findChild<QLineEdit*>())
            line->setText(spin->prefix() + spin->locale().toString(spin->value()).remove(',') +
                          spin->suffix());
    // Once the number has taken the key, keys are for the lecture again.
    QMetaObject::invokeMethod(
        spin, [spin] { spin->clearFocus(); }, Qt::QueuedConnection);
}

bool PlayheadKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        leaveNumber(watched, pressed);
        if (pressButton(watched, window_, *pressed))
            return true;
    }
    if (event->type() != QEvent::ShortcutOverride || !playhead_ || !watched->isWidgetType())
        return false;
    const auto* widget = static_cast<const QWidget*>(watched);
    const QWidget* window = widget->window();
    // A floating dock is a window of its own; Qt lets shortcuts through to its parent.
    if (window != window_ && window->windowType() == Qt::Tool && window->parentWidget())
        window = window->parentWidget()->window();
    auto* key = static_cast<QKeyEvent*>(event);
    // Esc first takes back what is being typed; only then has the window a use for it.
    if (key->key() == Qt::Key_Escape &&
        (qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget))) {
        key->accept();
        return true;
    }
    const bool popup = widget->window()->windowType() == Qt::Popup;
    if ((window != window_ && !popup) || !isOurs(*key))
        return false;
    // Handled either way: the widget's own answer (a spin box wants Space) is not asked for.
    key->setAccepted(keyBelongsToFocus(widget, key));
    return true;
}

}  // namespace rnnscope
