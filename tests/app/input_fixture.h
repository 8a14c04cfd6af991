// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, and hands at its input's strip.
#pragma once

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>

#include "core/input_edit.h"
#include "tests/app/time_fixture.h"
#include "tests/app/window_fixture.h"

namespace rnnscope {

class InputHands : public WindowTest {
  protected:
    void open() {
        WindowTest::open();
        choose("length", "24");
        document().undoStack().clear();
        window_->playhead().toEnd();
        settle();
    }

    TimePanel& strip() { return *window_->findChild<TimeCard*>()->panel(TimeContent::Inputs); }
    double seen(Index time, Index row = 0) {
        return document().snapshot()->problem->input(row, time);
    }
    QPoint point(Index time, Index row = 0) { return strip().inputPoint({row, time}).toPoint(); }
    QLineEdit* field() { return strip().findChild<QLineEdit*>("valueField"); }

    /// Up to each of these heights above the start, in order.
    void drag(const QPoint& from, const QList<int>& heights) {
        QTest::mouseMove(&strip(), from);
        QTest::mousePress(&strip(), Qt::LeftButton, Qt::NoModifier, from);
        for (const int height : heights) {
            QMouseEvent move(QEvent::MouseMove, from - QPoint(0, height),
                             strip().mapToGlobal(from - QPoint(0, height)), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&strip(), &move);
            settle();
        }
        QTest::mouseRelease(&strip(), Qt::LeftButton, Qt::NoModifier,
                            from - QPoint(0, heights.back()));
        settle();
    }

    void hover(const QPoint& where) {
        QMouseEvent move(QEvent::MouseMove, where, strip().mapToGlobal(where), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&strip(), &move);
    }

    void doubleClick(const QPoint& where) {
        QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, where);
        QTest::mouseDClick(&strip(), Qt::LeftButton, Qt::NoModifier, where);
        QCoreApplication::processEvents();
    }

    void retype(const QString& text, Qt::Key end = Qt::Key_Return) {
        field()->selectAll();
        if (text.isEmpty())
            QTest::keyClick(field(), Qt::Key_Delete);
        QTest::keyClicks(field(), text);
        QTest::keyClick(field(), end);
        settle();
    }

    /// What the menu at this place does.
    void act(const char* name, const QPoint& where) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, where, strip().mapToGlobal(where));
        QCoreApplication::sendEvent(&strip(), &event);
        auto* menu = strip().findChild<QMenu*>();
        QVERIFY(menu);
        auto* action = menu->findChild<QAction*>(name);
        QVERIFY2(action, name);
        QVERIFY2(action->isEnabled(), name);
        QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier,
                          menu->actionGeometry(action).center());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        settle();
    }
};

}  // namespace rnnscope
