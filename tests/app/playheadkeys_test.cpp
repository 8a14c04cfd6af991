// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/playhead.h"

using namespace rnnscope;

namespace {

/// A window with everything that can have the focus.
struct Window {
    Window() {
        auto* central = new QWidget;
        auto* layout = new QVBoxLayout(central);
        for (QWidget* widget :
             std::initializer_list<QWidget*>{&button, &slider, &spin, &line, &combo, &browser})
            layout->addWidget(widget);
        slider.setValue(50);
        combo.addItems({"one", "two", "three"});
        browser.setPlainText("read only");
        window.setCentralWidget(central);
        playhead.setLength(10);
        playhead.setLimits(1, 1, 8);
        new PlayheadKeys(&playhead, &window);
        window.show();
        window.activateWindow();
        ready = QTest::qWaitForWindowActive(&window);
    }
    void press(QWidget& widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        widget.setFocus();
        QTest::keyClick(&widget, key, modifiers);
    }

    Playhead playhead;
    QMainWindow window;
    QPushButton& button = *new QPushButton("Train");
    QSlider& slider = *new QSlider(Qt::Horizontal);
    QSpinBox& spin = *new QSpinBox;
    QLineEdit& line = *new QLineEdit;
    QComboBox& combo = *new QComboBox;
    QTextBrowser& browser = *new QTextBrowser;
    bool ready = false;
};

}  // namespace

class PlayheadKeysTest : public QObject {
    Q_OBJECT

  private slots:
    void keysInAWindow();
    void keysLeftToFields();
    void openListKeepsItsKeys();
    void otherWindowsKeepTheirKeys();
};

void PlayheadKeysTest::keysInAWindow() {
    Window w;
    QVERIFY(w.ready);
    QSignalSpy clicked(&w.button, &QPushButton::clicked);
    w.press(w.button, Qt::Key_Space);
    QVERIFY(w.playhead.isPlaying());
    QCOMPARE(clicked.count(), 0);
    w.press(w.button, Qt::Key_Space);
    QVERIFY(!w.playhead.isPlaying());
    w.playhead.toStart();
    w.press(w.button, Qt::Key_Right);
    w.press(w.button, Qt::Key_Right);
    w.press(w.button, Qt::Key_Left);
    QCOMPARE(w.playhead.position().step, 1);
    w.press(w.button, Qt::Key_Down);
    w.press(w.button, Qt::Key_Down);
    w.press(w.button, Qt::Key_Up);
    QCOMPARE(w.playhead.unit(), 1);
    w.press(w.button, Qt::Key_U);
    w.press(w.button, Qt::Key_U);
    w.press(w.button, Qt::Key_U, Qt::ShiftModifier);
    QCOMPARE(w.playhead.position().update, 1);
    w.press(w.button, Qt::Key_End);
    QVERIFY(w.playhead.atEnd());
    w.press(w.button, Qt::Key_Home);
    QVERIFY(w.playhead.atStart());
    w.press(w.button, Qt::Key_Equal);
    w.press(w.button, Qt::Key_Plus, Qt::ShiftModifier);
    w.press(w.button, Qt::Key_Plus, Qt::KeypadModifier);
    QCOMPARE(w.playhead.speed(), 30.0);
    w.press(w.button, Qt::Key_Minus);
    QCOMPARE(w.playhead.speed(), 15.0);
}

void PlayheadKeysTest::keysLeftToFields() {
    Window w;
    QVERIFY(w.ready);
    w.playhead.setStep(5);
    const Position before = w.playhead.position();

    w.press(w.slider, Qt::Key_Right);
    QCOMPARE(w.slider.value(), 51);
    w.press(w.spin, Qt::Key_Up);
    QCOMPARE(w.spin.value(), 1);
    w.press(w.line, Qt::Key_U);
    w.press(w.line, Qt::Key_Space);
    w.press(w.line, Qt::Key_Minus);
    w.press(w.line, Qt::Key_Left);
    QCOMPARE(w.line.text(), "u -");
    QCOMPARE(w.line.cursorPosition(), 2);
    w.press(w.combo, Qt::Key_Down);
    QCOMPARE(w.combo.currentText(), "two");
    QVERIFY(w.playhead.position() == before);
    QCOMPARE(w.playhead.unit(), 0);
    QCOMPARE(w.playhead.speed(), 4.0);
    QVERIFY(!w.playhead.isPlaying());

    // Where Space types nothing it plays, and keys a field has no use for are the playhead's.
    for (QWidget* widget :
         std::initializer_list<QWidget*>{&w.slider, &w.spin, &w.combo, &w.browser}) {
        w.press(*widget, Qt::Key_Space);
        QVERIFY2(w.playhead.isPlaying(), widget->metaObject()->className());
        w.playhead.pause();
    }
    QCOMPARE(w.spin.text(), "1");
    w.playhead.moveTo(before);
    w.press(w.browser, Qt::Key_Right);
    QCOMPARE(w.playhead.position().step, 6);
}

void PlayheadKeysTest::openListKeepsItsKeys() {
    Window w;
    QVERIFY(w.ready);
    w.combo.setFocus();
    w.combo.showPopup();
    QTRY_VERIFY(w.combo.view()->isVisible());
    QKeyEvent space(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier, " ");
    QVERIFY(keyBelongsToFocus(w.combo.view(), &space));
    QTest::keyClick(w.combo.view(), Qt::Key_Down);
    QTest::keyClick(w.combo.view(), Qt::Key_Return);
    QTRY_COMPARE(w.combo.currentText(), "two");
    QCOMPARE(w.playhead.unit(), 0);
    w.combo.hidePopup();
}

void PlayheadKeysTest::otherWindowsKeepTheirKeys() {
    Window w;
    QVERIFY(w.ready);
    QWidget other;
    auto* button = new QPushButton("Close", &other);
    QSignalSpy clicked(button, &QPushButton::clicked);
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(!w.playhead.isPlaying());
}

QTEST_MAIN(PlayheadKeysTest)
#include "playheadkeys_test.moc"
