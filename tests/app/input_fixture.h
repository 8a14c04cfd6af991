// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, and hands at its input's strip.
#pragma once

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>

#include "app/mainwindow.h"
#include "app/plot/style.h"
#include "core/input_edit.h"
#include "tests/app/time_fixture.h"

namespace rnnscope {

class InputHands : public QObject {
  protected:
    static void prepare() {
        QStandardPaths::setTestModeEnabled(true);
        qApp->setStyle(makeStyle());
        QDir().mkpath(RNNSCOPE_SCREENSHOTS);
    }

    void open() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>();
        window_->resize(1920, 1080);
        window_->openDefault();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        choose("length", "24");
        document().undoStack().clear();
        window_->playhead().toEnd();
        settle();
    }

    Document& document() { return window_->document(); }
    TimePanel& strip() { return *window_->findChild<TimeCard*>()->panel(TimeContent::Inputs); }
    double seen(Index time, Index row = 0) {
        return document().snapshot()->problem->input(row, time);
    }
    QPoint point(Index time, Index row = 0) { return strip().inputPoint({row, time}).toPoint(); }
    QLineEdit* field() { return strip().findChild<QLineEdit*>("valueField"); }

    void choose(const char* option, const QString& value) {
        Setup next = document().setup();
        QVERIFY(setOption(next, option, value.toStdString()).ok());
        QVERIFY(document().change(next, option).ok());
        settle();
    }

    void settle() {
        QVERIFY(document().settle());
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

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

    std::unique_ptr<MainWindow> window_;
};

}  // namespace rnnscope
