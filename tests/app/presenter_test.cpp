// SPDX-License-Identifier: GPL-3.0-or-later
// Presenting, by keys: what the window becomes and how it comes back, that clickers work from
// either window, and that nothing ever stands in the way.
#include "tests/app/presenter_fixture.h"

using namespace rnnscope;

class PresenterTest : public PresenterWindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { begin(); }
    void init() { open({1600, 900}); }
    void cleanup() { end(); }
    void leavingRestoresEverything_data();
    void leavingRestoresEverything();
    void typeGrowsWithTheScreen();
    void aLessonGoesOnWhereItCameTo();
    void closingThePresentedWindowKeepsItsUsualLook();
    void theNotesTakeTheClicker();
    void clickersStepWhereNoLessonIsOpen();
    void escapeLeavesLast();
    void nothingModalAppears_data();
    void nothingModalAppears();
    void unsavedChangesAreKeptByUndo();
};

void PresenterTest::leavingRestoresEverything_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"plain", "arranged", "filled", "comparing", "dark", "left by Esc",
                            "maximized", "closed comparison", "small"})
        QTest::newRow(how) << how;
}

void PresenterTest::leavingRestoresEverything() {
    QFETCH(QString, how);
    if (how == "arranged") {
        window_->card("flow")->hide();
        window_->card("loss")->raise();
        settle();
    } else if (how == "filled") {
        Q_EMIT window_->card("gradients")->maximizeRequested();
    } else if (how == "comparing") {
        key(Qt::Key_C);
    } else if (how == "maximized") {
        window_->showMaximized();
    } else if (how == "dark") {
        window_->setTheme("dark");
    } else if (how == "small") {
        window_->resize(1280, 720);
    }
    settle();
    const Look before = look();
    if (how == "closed comparison") {
        key(Qt::Key_C);
        settle();
    }
    present();
    // The second screen, whole, and nothing but the lecture.
    QScreen* wall = QGuiApplication::screens().at(1);
    QCOMPARE(window_->geometry(), wall->geometry());
    QVERIFY(window_->isFullScreen());
    QVERIFY(!window_->menuBar()->isVisible());
    QVERIFY(!window_->findChild<ToolRow*>()->isVisible());
    QVERIFY(!window_->findChild<SetupColumn*>()->isVisible());
    QCOMPARE(window_->theme().scale, 1.5);
    QCOMPARE(window_->theme().id, before.theme);
    QVERIFY(look() != before);
    // A lecture goes by.
    window_->card("clipping")->hide();
    key(Qt::Key_K);
    QVERIFY(window_->findChild<SetupColumn*>()->isVisible());
    pointAt(window_->card("gradients")->mapTo(window_.get(), QPoint(200, 100)));
    key(Qt::Key_Z);
    if (how == "closed comparison")
        key(Qt::Key_C);
    settle();
    if (how == "left by Esc") {
        while (presenter().isOn())
            key(Qt::Key_Escape);
    } else {
        key(Qt::Key_F5);
    }
    settle();
    QVERIFY(!presenter().isOn());
    const Look after = look();
    QCOMPARE(after.window, before.window);
    QCOMPARE(after.scale, before.scale);
    QCOMPARE(after.shown, before.shown);
    QCOMPARE(after.parts, before.parts);
    for (const QString& id : before.shown)
        QVERIFY2(after.cards[id] == before.cards[id], qPrintable(id));
    QVERIFY(after == before);
}

void PresenterTest::typeGrowsWithTheScreen() {
    present();
    QCOMPARE(window_->theme().scale, 1.5);
    window_->resize(3840, 2160);
    settle();
    QCOMPARE(window_->theme().scale, 3.0);
    window_->resize(1280, 720);
    settle();
    QCOMPARE(window_->theme().scale, 1.0);
}

void PresenterTest::aLessonGoesOnWhereItCameTo() {
    openLesson();
    present();
    QVERIFY(!window_->findChild<SetupColumn*>()->isVisible());
    key(Qt::Key_PageDown);
    settle();
    // The page points at one of the controls.
    QVERIFY(window_->findChild<SetupColumn*>()->isVisible());
    key(Qt::Key_PageDown);
    settle();
    QVERIFY(!window_->findChild<SetupColumn*>()->isVisible());
    key(Qt::Key_PageUp);
    settle();
    key(Qt::Key_F5);
    settle();
    QCOMPARE(window_->lessons().pageNumber(), 1);
    QVERIFY(window_->card("flow")->content()->isVisible());
    QVERIFY(!window_->card("gradients")->content()->isVisible());
    QVERIFY(window_->menuBar()->isVisible());
    QCOMPARE(window_->size(), QSize(1600, 900));
    window_->lessons().close();
    settle();
    QVERIFY(window_->card("gradients")->content()->isVisible());
    QVERIFY(window_->findChild<SetupColumn*>()->isVisible());
}

void PresenterTest::closingThePresentedWindowKeepsItsUsualLook() {
    window_->restoreSession();
    window_->resize(1500, 860);
    settle();
    present();
    window_->close();
    QVERIFY(!presenter().isOn());
    window_ = std::make_unique<MainWindow>();
    window_->restoreSession();
    window_->openDefault();
    QVERIFY(!window_->isFullScreen());
    QCOMPARE(window_->size(), QSize(1500, 860));
}

void PresenterTest::theNotesTakeTheClicker() {
    openLesson();
    present();
    NotesWindow* notes = presenter().notes();
    QVERIFY(notes->isVisible());
    QVERIFY(!notes->isModal());
    QCOMPARE(notes->screen(), QGuiApplication::screens().at(0));
    QVERIFY(notes->notes().contains("<b>silence</b>"));
    QCOMPARE(notes->nextTitle(), "Second");
    QCOMPARE(notes->pageNumber(), "Page 1 of 3");
    notes->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(notes));
    const auto press = [&](Qt::Key sent) {
        QTest::keyClick(notes->windowHandle(), sent);
        settle();
    };
    press(Qt::Key_PageDown);
    QCOMPARE(window_->lessons().pageNumber(), 1);
    QCOMPARE(notes->nextTitle(), "Third");
    QVERIFY(notes->notes().contains("no notes"));
    press(Qt::Key_PageDown);
    QCOMPARE(notes->nextTitle(), "");
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    QCOMPARE(window_->lessons().pageNumber(), 0);
    press(Qt::Key_Period);
    QVERIFY(presenter().curtain()->isBlack());
    press(Qt::Key_Period);
    press(Qt::Key_Space);
    QVERIFY(window_->playhead().isPlaying());
    press(Qt::Key_Space);
    QVERIFY(!window_->playhead().isPlaying());
    press(Qt::Key_1);
    QCOMPARE(document().setup().cell, "rnn");
    QTRY_VERIFY_WITH_TIMEOUT(notes->elapsed() != "0:00", 5000);
    QTest::mouseClick(notes->clockButton(), Qt::LeftButton);
    QCOMPARE(notes->elapsed(), "0:00");
    notes->grab().save(QString("%1/presenter-notes.png").arg(RNNSCOPE_SCREENSHOTS));
    press(Qt::Key_F5);
    QVERIFY(!presenter().isOn());
    QVERIFY(!notes->isVisible());
    // By a key without presenting as well.
    activate();
    key(Qt::Key_N);
    QVERIFY(notes->isVisible());
    notes->close();
    activate();
    key(Qt::Key_N);
    QVERIFY(notes->isVisible());
}

void PresenterTest::clickersStepWhereNoLessonIsOpen() {
    key(Qt::Key_PageDown);
    QCOMPARE(window_->playhead().position().step, 0);
    key(Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(presenter().isOn());
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    key(Qt::Key_PageDown);
    key(Qt::Key_PageDown);
    QCOMPARE(window_->playhead().position().step, 2);
    key(Qt::Key_PageUp);
    QCOMPARE(window_->playhead().position().step, 1);
}

void PresenterTest::escapeLeavesLast() {
    present();
    key(Qt::Key_P);
    key(Qt::Key_L);
    key(Qt::Key_F);
    messages()->show("Something", MessageBar::Tone::Error);
    key(Qt::Key_Escape);
    QVERIFY(!presenter().curtain()->isVisible());
    key(Qt::Key_Escape);
    QVERIFY(!presenter().light()->isOn());
    key(Qt::Key_Escape);
    QVERIFY(!presenter().pen()->isOn());
    QVERIFY(messages()->isVisible());
    key(Qt::Key_Escape);
    QVERIFY(!messages()->isVisible());
    QVERIFY(presenter().isOn());
    key(Qt::Key_Escape);
    QVERIFY(!presenter().isOn());
    QVERIFY(!window_->isFullScreen());
}

void PresenterTest::nothingModalAppears_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::newRow(name) << key << modifiers;
    };
    row("open", Qt::Key_O, Qt::ControlModifier);
    row("save", Qt::Key_S, Qt::ControlModifier);
    row("save as", Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    row("export", Qt::Key_E, Qt::ControlModifier);
    row("paste", Qt::Key_V, Qt::ControlModifier);
    row("draw", Qt::Key_D);
    row("keys", Qt::Key_F1);
}

void PresenterTest::nothingModalAppears() {
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QApplication::clipboard()->setText("x,y\n1,2\n3,4\n5,6\n");
    // Outside, each of them takes the window.
    this->key(Qt::Key(key), modifiers);
    QVERIFY(anyModal());
    for (QWidget* each : QApplication::topLevelWidgets())
        if (each->isVisible() && each->isModal())
            each->close();
    QTRY_VERIFY(!anyModal());
    activate();
    present();
    this->key(Qt::Key(key), modifiers);
    settle();
    QVERIFY(!anyModal());
    if (key != Qt::Key_F1)
        QVERIFY2(messages()->isVisible() && messages()->text().contains("F5"),
                 qPrintable(messages()->text()));
}

void PresenterTest::unsavedChangesAreKeptByUndo() {
    const QString file = folder_.filePath("mine.rnnscope");
    QVERIFY(window_->store().save(file, {}));
    choose("hidden", "9");
    QVERIFY(window_->store().isModified());
    const Setup mine = document().setup();
    present();
    openLesson();
    QVERIFY(!anyModal());
    QVERIFY(messages()->text().contains("Ctrl+Z"));
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == mine);
    // What would be gone for good is not let go of.
    window_->lessons().close();
    QVERIFY(window_->store().save(file, {}));
    choose("hidden", "8");
    const Setup changed = document().setup();
    window_->openPath(file);
    settle();
    QVERIFY(!anyModal());
    QVERIFY(document().setup() == changed);
    QVERIFY(messages()->text().contains("mine"));
}

int main(int argc, char** argv) {
    return runPresenting<PresenterTest>(argc, argv);
}

#include "presenter_test.moc"
