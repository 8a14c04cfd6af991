// SPDX-License-Identifier: GPL-3.0-or-later
// The window in front of a class, on a desk with two screens.
#pragma once

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QTemporaryFile>
#include <QToolButton>
#include <QtTest>

#include "app/document_store.h"
#include "app/lessons/lesson_player.h"
#include "app/message_bar.h"
#include "app/panels/time_card.h"
#include "app/presenter/curtain.h"
#include "app/presenter/notes_window.h"
#include "app/presenter/pen_layer.h"
#include "app/presenter/presenter.h"
#include "app/presenter/presenter_bar.h"
#include "app/presenter/spotlight_layer.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "tests/app/window_fixture.h"

namespace rnnscope {

inline const QByteArray presentedLesson = R"({
  "format": "rnnscope-lesson", "version": 1, "id": "small", "title": "Small lesson",
  "setup": {"cell": "lstm", "hidden": 4, "task": "latch", "length": 12, "readout": "last-step",
            "loss": "cross-entropy"},
  "pages": [
    {"title": "First", "text": "The gate.", "notes": ["Wait for *silence*.", "Then ask."],
     "panels": ["gates", "gradients"]},
    {"title": "Second", "text": ["One.", "Two."], "set": {"forget-bias": 3},
     "panels": ["unrolled", "flow"], "point": [{"control": "forget-bias"}]},
    {"title": "Third", "text": "The end."}
  ]
})";

class PresenterWindowTest : public WindowTest {
  protected:
    Presenter& presenter() { return window_->presenter(); }
    QWidget* part(const char* name) { return window_->findChild<QWidget*>(name); }
    MessageBar* messages() { return window_->findChild<MessageBar*>(); }
    void present() {
        key(Qt::Key_F5);
        QVERIFY(presenter().isOn());
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        settle();
    }
    void openLesson() {
        const QString file = folder_.filePath("lesson.json");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(presentedLesson);
        out.close();
        window_->openPath(file);
        QVERIFY2(window_->lessons().isOpen(), qPrintable(messages()->text()));
        settle();
    }
    /// As the window system moves it.
    void pointAt(const QPoint& place) {
        QTest::mouseMove(window_->windowHandle(), place);
        QCoreApplication::processEvents();
    }
    void draw(const QPoint& from, const QPoint& to) {
        QWindow* handle = window_->windowHandle();
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        for (int k = 1; k <= 10; ++k)
            QTest::mouseMove(handle, from + (to - from) * k / 10);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
        QCoreApplication::processEvents();
    }
    void turnWheel(const QPointF& place, int angle) {
        QWheelEvent turned(place, window_->mapToGlobal(place), {}, {0, angle}, {}, {},
                           Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window_->windowHandle(), &turned);
    }
    QImage picture() { return window_->grab().toImage(); }

    /// Everything that presenting may change and has to give back.
    struct Look {
        QRect window;
        Qt::WindowStates state;
        double scale;
        QString theme;
        QMap<QString, QRect> cards;
        QStringList shown;
        QList<bool> parts;

        bool operator==(const Look&) const = default;
    };
    Look look() {
        Look now{window_->geometry(),
                 window_->windowState(),
                 window_->theme().scale,
                 window_->theme().id,
                 {},
                 {},
                 {}};
        for (Card* card : window_->findChildren<Card*>()) {
            if (!card->content()->isVisible())
                continue;  // hidden, or behind another
            now.shown << card->objectName();
            now.cards[card->objectName()] = card->geometry();
        }
        now.shown.sort();
        now.parts = {window_->menuBar()->isVisible(), window_->findChild<ToolRow*>()->isVisible(),
                     window_->findChild<SetupColumn*>()->isVisible()};
        for (const char* id : {"inputs", "gates", "cell-state", "hidden"})
            now.parts << window_->lessonPart({LessonTarget::Kind::Panel, id})->isVisible();
        return now;
    }
    static bool anyModal() {
        const auto all = QApplication::topLevelWidgets();
        return QApplication::activeModalWidget() ||
               std::any_of(all.begin(), all.end(), [](const QWidget* each) {
                   return each->isVisible() && each->isModal();
               });
    }
    void begin() {
        prepare();
        applyTheme(Theme::light());  // the first window is measured like all others
    }
    void end() {
        presenter().leave();
        window_.reset();
    }
};

/// Runs a test at a desk, with a wall beside it.
template <class Test>
int runPresenting(int argc, char** argv) {
    QTemporaryFile screens;
    if (!screens.open())
        return 1;
    screens.write(R"({"screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1920, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", ("offscreen:configfile=" + screens.fileName()).toUtf8());
    QApplication app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace rnnscope
