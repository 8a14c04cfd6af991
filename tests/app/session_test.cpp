// SPDX-License-Identifier: GPL-3.0-or-later
// What the next start begins with, in real windows that are closed and opened again.
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "app/card.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/plot/style.h"
#include "app/session.h"

using namespace rnnscope;

class SessionTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup() { QFile::remove(lastSetupFile()); }
    void aFirstStartOpensTheFirstLesson();
    void anOpenLessonGoesOn();
    void theSetupComesBack();
    void withoutASessionNothingIsKept();
    void itIsKeptWithoutClosing();
    void ownFilesComeBackFromAnywhere();
    void brokenOnesGiveWay_data();
    void brokenOnesGiveWay();
    void whatCouldNotBeOpenedIsNotOverwritten();
    void newIsTheFirstSetupAndUndone();
    void refusalsNameTheSequence();

  private:
    /// As main() opens it.
    std::unique_ptr<MainWindow> start() {
        auto window = std::make_unique<MainWindow>();
        window->restoreSession();
        window->openLast();
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()) || !window->document().settle())
            qFatal("no window");
        return window;
    }
    static void choose(MainWindow& window, const char* option, const char* value) {
        Setup next = window.document().setup();
        QVERIFY(setOption(next, option, value).ok());
        QVERIFY(window.document().change(next, option).ok());
        QVERIFY(window.document().settle());
    }
    static void write(const QString& text) {
        QDir().mkpath(QFileInfo(lastSetupFile()).absolutePath());
        QFile file(lastSetupFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    static MessageBar* messages(MainWindow& window) { return window.findChild<MessageBar*>(); }

    QTemporaryDir folder_;
};

void SessionTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    QVERIFY(QSettings().fileName().startsWith(folder_.path()));
    QVERIFY(lastSetupFile().contains("qttest"));
    qApp->setStyle(makeStyle());
}

void SessionTest::init() {
    QSettings().clear();
    QFile::remove(lastSetupFile());
}

void SessionTest::aFirstStartOpensTheFirstLesson() {
    auto window = start();
    QVERIFY(window->lessons().isOpen());
    QCOMPARE(window->lessons().lesson().file, ownLessonFiles().constFirst().toStdString());
    QCOMPARE(window->lessons().pageNumber(), 0);
    QVERIFY(window->lessonColumn()->isVisible());
    QVERIFY(window->playhead().isPlaying());  // it moves
    // Behind it lies the first setup, and closing it leaves nothing of it for the next start.
    window->playhead().pause();
    window->lessons().close();
    window->document().undoStack().undo();
    QVERIFY(window->document().settle());
    QCoreApplication::processEvents();
    MainWindow fresh;  // cards stand as without the lesson
    fresh.openDefault();
    fresh.resize(window->size());
    fresh.show();
    QVERIFY(QTest::qWaitForWindowExposed(&fresh));
    for (const char* id : {"unrolled", "time", "gradients"})
        QVERIFY2(std::abs(window->card(id)->height() - fresh.card(id)->height()) <= 2, id);
    fresh.close();
    QCOMPARE(window->document().setup().sequence.file, firstSetup().sequence.file);
    choose(*window, "hidden", "6");
    window->close();
    window = start();
    QVERIFY(!window->lessons().isOpen());
    QCOMPARE(window->document().setup().hidden, Index(6));
}

void SessionTest::anOpenLessonGoesOn() {
    auto window = start();
    window->openLesson(ownLessonFiles()[1]);
    QVERIFY(window->document().settle());
    window->lessons().goTo(2);
    QVERIFY(window->document().settle());
    choose(*window, "hidden", "7");  // what was made of the page by hand stays
    const Setup before = window->document().setup();
    window->close();
    window = start();
    QVERIFY(window->lessons().isOpen());
    QCOMPARE(window->lessons().lesson().id, "vanish-hold-grow");
    QCOMPARE(window->lessons().pageNumber(), 2);
    QVERIFY(window->document().setup() == before);
    QCOMPARE(window->document().undoStack().count(), 0);
    window->lessons().reset();
    QVERIFY(window->document().settle());
    QVERIFY(window->document().setup().hidden != Index(7));

    // Its file is gone by the next start.
    window->close();
    QSettings().setValue("lesson/file", folder_.filePath("gone.json"));
    window = start();
    QVERIFY(!window->lessons().isOpen());
    QVERIFY(messages(*window)->isHidden());
}

void SessionTest::theSetupComesBack() {
    auto window = start();
    QVERIFY(messages(*window)->isHidden());  // a first start has nothing to tell
    choose(*window, "cell", "gru");
    choose(*window, "spectral-radius", "1.234567890123456");
    choose(*window, "task", "adding");
    choose(*window, "length", "33");
    const Setup before = window->document().setup();
    const auto numbers = window->document().snapshot();
    window->close();
    window = start();
    QVERIFY(window->document().setup() == before);
    QVERIFY(window->document().snapshot()->record.output == numbers->record.output);
    QVERIFY(messages(*window)->isHidden());
    QCOMPARE(window->document().undoStack().count(), 0);
}

void SessionTest::withoutASessionNothingIsKept() {
    MainWindow window;
    window.openDefault();
    QVERIFY(window.document().settle());
    choose(window, "cell", "gru");
    window.show();
    window.close();
    QTest::qWait(2500);
    QVERIFY(!QFile::exists(lastSetupFile()));
}

void SessionTest::itIsKeptWithoutClosing() {
    auto window = start();
    choose(*window, "hidden", "5");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(lastSetupFile()), 5000);
    window.reset();  // as when the power fails
    QCOMPARE(start()->document().setup().hidden, Index(5));
}

void SessionTest::ownFilesComeBackFromAnywhere() {
    const QString folder = QDir(folder_.path()).filePath("lab");
    QVERIFY(QDir().mkpath(folder));
    QFile data(QDir(folder).filePath("own.csv"));
    QVERIFY(data.open(QIODevice::WriteOnly));
    data.write("x,y\n1,2\n2,3\n3,5\n4,7\n5,9\n");
    data.close();
    const QString here = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder));
    auto window = start();
    Setup next = window->document().setup();
    next.sequence = {};
    next.sequence.task.clear();
    next.sequence.file = "own.csv";
    next.target = {};
    QVERIFY(window->document().change(next, "Open").ok());
    QVERIFY(window->document().settle());
    window->close();
    QVERIFY(QDir::setCurrent(here));
    window = start();
    QCOMPARE(QString::fromStdString(window->document().setup().sequence.file),
             QDir(folder).filePath("own.csv"));
    QCOMPARE(int(window->document().snapshot()->steps()), 4);
}

void SessionTest::brokenOnesGiveWay_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("cut short") << R"({"format": "rnnscope-setup", "vers)";
    QTest::newRow("newer") << R"({"format": "rnnscope-setup", "version": 99, "task": "sine"})";
    QTest::newRow("no sense") << R"({"format": "rnnscope-setup", "version": 1, "task": "sine",
                                     "hidden": "many"})";
    QTest::newRow("does not fit") << R"({"format": "rnnscope-setup", "version": 1, "task": "sine",
                                         "hidden": 99999999})";
    QTest::newRow("file is gone") << R"({"format": "rnnscope-setup", "version": 1,
                                         "input": "/nowhere/gone.csv"})";
}

void SessionTest::brokenOnesGiveWay() {
    QFETCH(QString, text);
    write(text);
    const auto window = start();
    QCOMPARE(window->document().setup().seed, firstSetup().seed);
    QCOMPARE(window->document().setup().sequence.file, firstSetup().sequence.file);
    QVERIFY(messages(*window)->isVisible());
    QCOMPARE(messages(*window)->tone(), MessageBar::Tone::Info);
    QVERIFY(messages(*window)->text().startsWith("The setup of the last time cannot be opened"));
}

void SessionTest::whatCouldNotBeOpenedIsNotOverwritten() {
    const QString text = R"({"format": "rnnscope-setup", "version": 1, "input": "/stick/a.csv"})";
    write(text);
    auto window = start();
    QTest::qWait(2300);
    window->close();
    QFile file(lastSetupFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), text);
    file.close();
    // Somebody works on with what there is: now that is the last setup.
    window = start();
    choose(*window, "hidden", "3");
    window->close();
    QCOMPARE(start()->document().setup().hidden, Index(3));
}

void SessionTest::newIsTheFirstSetupAndUndone() {
    auto window = start();
    choose(*window, "cell", "gru");
    choose(*window, "updates", "80");
    window->document().showUpdate(12);
    QVERIFY(window->document().settle());
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(window->document().settle());
    QCOMPARE(window->document().setup().cell, firstSetup().cell);
    QCOMPARE(window->document().snapshot()->update, 0);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window->document().settle());
    QCOMPARE(window->document().setup().cell, std::string("gru"));
    QCOMPARE(window->document().snapshot()->update, 12);
}

void SessionTest::refusalsNameTheSequence() {
    auto window = start();
    window->openDefault();
    Setup next = window->document().setup();
    next.sequence.length = 5000;
    QVERIFY(!window->document().change(next, "Length"));
    const QString told = messages(*window)->text();
    QVERIFY2(told.contains("Noisy sine") && told.contains("5000"), qPrintable(told));
    QVERIFY2(!told.contains(":/") && !told.contains(".csv"), qPrintable(told));
}

QTEST_MAIN(SessionTest)
#include "session_test.moc"
