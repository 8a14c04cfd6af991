// SPDX-License-Identifier: GPL-3.0-or-later
// The sequence editor over the real window, and hands at it.
#pragma once

#include <QAbstractButton>

#include "app/dialogs/drawing_area.h"
#include "app/dialogs/drawing_model.h"
#include "app/dialogs/drawing_table.h"
#include "app/dialogs/sequence_editor.h"
#include "tests/app/documents_fixture.h"

namespace rnnscope {

class EditorWindow : public DocumentsWindow {
  protected:
    /// By its key, as the window stands.
    void openEditor() {
        key(Qt::Key_D);
        editor_ = nullptr;
        for (auto* each : window_->findChildren<SequenceEditor*>())
            if (each->isVisible())
                editor_ = each;
        QVERIFY(editor_);
        QVERIFY(QTest::qWaitForWindowActive(editor_));
        QCoreApplication::processEvents();
    }
    template <class Widget>
    Widget* named(const char* name) {
        return editor_->findChild<Widget*>(name);
    }
    void click(const char* button) {
        QTest::mouseClick(named<QAbstractButton>(button), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    const Drawing& drawing() { return editor_->drawing(); }
    QPoint at(double step, double value, int column = 0) {
        return editor_->area()->spot(column, step, value).toPoint();
    }
    void move(const QPoint& place, Qt::MouseButton button, Qt::KeyboardModifiers keys = {}) {
        QMouseEvent event(QEvent::MouseMove, place, editor_->area()->mapToGlobal(place),
                          Qt::NoButton, button, keys);
        QCoreApplication::sendEvent(editor_->area(), &event);
    }
    /// Presses at the first place, goes over the others, lets go at the last.
    void stroke(const QList<QPoint>& places, Qt::MouseButton button = Qt::LeftButton,
                Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(editor_->area(), button, keys, places.front());
        for (const QPoint& place : places.mid(1))
            move(place, button, keys);
        QTest::mouseRelease(editor_->area(), button, keys, places.back());
        QCoreApplication::processEvents();
    }
    /// A value as it can be hit with a pixel.
    double pixel(int column = 0) {
        const DrawingScale scale = editor_->area()->scale(column);
        return (scale.high - scale.low) / editor_->area()->strip(column).height();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers keys = {}) {
        QTest::keyClick(editor_->focusWidget(), key, keys);
        QCoreApplication::processEvents();
    }
    /// A letter opens the field that takes the next ones.
    void type(const QString& text) {
        for (const QChar each : text)
            QTest::keyClick(editor_->focusWidget(), each.toLatin1());
    }
    void beginEmpty() {
        editor_->model()->change(emptyDrawing(), "empty");
        QCoreApplication::processEvents();
    }

    SequenceEditor* editor_ = nullptr;
};

}  // namespace rnnscope
