// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_bar.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGraphicsEffect>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace rnnscope;
using Tone = MessageBar::Tone;

class MessageBarTest : public QObject {
    Q_OBJECT

  private slots:
    void hiddenWhileEmpty();
    void errorsStay();
    void newsFades();
    void newsStaysUnderThePointer();
    void longTextIsShortenedInTheMiddle();
    void noNumberIsCut();
    void markupIsText();
    void wholeMessageIsCopied();
    void closeButtonCloses();
    void actionActsOnce();
    void nextMessageDropsTheAction();
    void isAnAlertToScreenReaders();
    void textIsReadable();
};

namespace {

const QString path =
    "/home/somebody/lectures/2024/recurrent networks/sequences/very long name.csv:37:2: 'seven' is "
    "not a number; write a number or leave the cell empty";

constexpr int stays = 300;  // ms, for news

/// A window with the bar at its bottom, as in the program.
struct Window {
    explicit Window(int width = 900) {
        bar.setInfoStays(stays);
        window.resize(width, 200);
        window.show();
        bar.setGeometry(0, 160, width, 36);
        ready = QTest::qWaitForWindowExposed(&window);
    }
    QLabel* label() { return bar.findChild<QLabel*>(); }
    QWidget window;
    MessageBar bar{Theme::light(), &window};
    bool ready = false;
};

}  // namespace

void MessageBarTest::hiddenWhileEmpty() {
    Window w;
    QVERIFY(w.bar.isHidden());
    w.bar.show("saved", Tone::Info);
    QVERIFY(w.bar.isVisible());
    QCOMPARE(w.label()->text(), QString("saved"));
    w.bar.show("  ", Tone::Info);
    QVERIFY(w.bar.isHidden());
    QVERIFY(w.bar.text().isEmpty());
}

void MessageBarTest::errorsStay() {
    Window w;
    for (const Tone tone : {Tone::Error, Tone::Warning}) {
        w.bar.show("saved", Tone::Info);
        w.bar.show("no such file", tone);
        QTest::qWait(stays + 700);
        QVERIFY(w.bar.isVisible());
        QCOMPARE(w.bar.text(), QString("no such file"));
        QCOMPARE(w.bar.tone(), tone);
    }
}

void MessageBarTest::newsFades() {
    Window w;
    QSignalSpy closed(&w.bar, &MessageBar::closed);
    QElapsedTimer time;
    time.start();
    w.bar.show("saved", Tone::Info);
    QVERIFY(closed.wait(stays + 3000));
    QVERIFY(time.elapsed() >= stays);
    QVERIFY(w.bar.isHidden());
    w.bar.show("saved again", Tone::Info);
    QVERIFY(!w.bar.graphicsEffect()->isEnabled());
    QVERIFY(w.bar.isVisible());
}

void MessageBarTest::newsStaysUnderThePointer() {
    Window w;
    QCOMPARE(MessageBar(Theme::light()).infoStays(), 6000);
    w.bar.show("saved", Tone::Info);
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QApplication::sendEvent(&w.bar, &enter);
    QTest::qWait(stays + 700);
    QVERIFY(w.bar.isVisible());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&w.bar, &leave);
    QTRY_VERIFY_WITH_TIMEOUT(w.bar.isHidden(), stays + 3000);
}

void MessageBarTest::longTextIsShortenedInTheMiddle() {
    Window w(500);
    w.bar.show(path, Tone::Error);
    QTRY_VERIFY(w.label()->text().contains(u'…'));
    const QString shown = w.label()->text();
    QVERIFY(shown.startsWith("/home") && shown.endsWith("empty"));
    QVERIFY(w.label()->fontMetrics().horizontalAdvance(shown) <= w.label()->width());
    QVERIFY(w.label()->toolTip().contains("very"));
    QCOMPARE(w.bar.text(), path);
    QVERIFY(w.bar.minimumSizeHint().width() < 250);
    w.bar.resize(2400, 36);
    QTRY_COMPARE(w.label()->text(), path);
    QVERIFY(w.label()->toolTip().isEmpty());
}

void MessageBarTest::noNumberIsCut() {
    Window w(500);
    const QString line =
        "Check: the gradient agrees with central differences in 9,289 parameters, 1,024 inputs and "
        "32 initial states; the largest difference is 1.03·10⁻⁹ at weight_hh_l0[12,7] of 4,096";
    w.bar.show(line, Tone::Info);
    const QStringList words = line.split(u' ');
    int shortened = 0;
    for (int width = 300; width <= 900; width += 7) {
        w.bar.resize(width, 36);
        QCoreApplication::processEvents();
        const QString shown = w.label()->text();
        QVERIFY(w.label()->fontMetrics().horizontalAdvance(shown) <= w.label()->width());
        if (shown == line)
            continue;
        ++shortened;
        QVERIFY(shown.contains(" … "));
        for (const QString& word : shown.split(u' '))
            QVERIFY2(word == "…" || words.contains(word), qPrintable(shown));
        QVERIFY(w.label()->toolTip().contains("1,024"));
    }
    QVERIFY(shortened > 50);
}

void MessageBarTest::markupIsText() {
    Window w;
    w.bar.show("<b>x</b> &\nis no number", Tone::Error);
    QTRY_COMPARE(w.label()->text(), QString("<b>x</b> & is no number"));
    QCOMPARE(w.label()->textFormat(), Qt::PlainText);
    QVERIFY(w.label()->toolTip().contains("&lt;b&gt;"));
}

void MessageBarTest::wholeMessageIsCopied() {
    Window w(500);
    w.bar.show(path, Tone::Error);
    QTRY_VERIFY(w.label()->text().contains(u'…'));
    w.label()->setSelection(0, static_cast<int>(w.label()->text().size()));
    QTest::keySequence(w.label(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), path);
    w.label()->setSelection(0, 5);
    QTest::keySequence(w.label(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("/home"));
}

void MessageBarTest::closeButtonCloses() {
    Window w;
    QSignalSpy closed(&w.bar, &MessageBar::closed);
    w.bar.show("no such file", Tone::Error);
    QVERIFY(!w.bar.closeButton()->accessibleName().isEmpty());
    QTest::mouseClick(w.bar.closeButton(), Qt::LeftButton);
    QVERIFY(w.bar.isHidden());
    QCOMPARE(closed.size(), 1);
    w.bar.dismiss();
    QCOMPARE(closed.size(), 1);
}

void MessageBarTest::actionActsOnce() {
    Window w;
    int acted = 0;
    w.bar.show("overflowed at t = 37", Tone::Warning);
    QVERIFY(!w.bar.actionButton()->isVisible());
    w.bar.setAction("Show", [&] {
        ++acted;
        w.bar.show("there", Tone::Info);  // an action may have something to say itself
    });
    QVERIFY(w.bar.actionButton()->isVisible());
    QCOMPARE(w.bar.actionButton()->text(), QString("Show"));
    QTest::mouseClick(w.bar.actionButton(), Qt::LeftButton);
    QCOMPARE(acted, 1);
    QCOMPARE(w.bar.text(), QString("there"));
    QVERIFY(w.bar.isVisible() && !w.bar.actionButton()->isVisible());
}

void MessageBarTest::nextMessageDropsTheAction() {
    Window w;
    w.bar.show("one", Tone::Error);
    w.bar.setAction("Undo", [] { QFAIL("of a message that is gone"); });
    w.bar.show("two", Tone::Error);
    QVERIFY(!w.bar.actionButton()->isVisible());
    w.bar.actionButton()->click();
}

// The event itself goes nowhere on the offscreen platform; this is what it makes readers ask for.
void MessageBarTest::isAnAlertToScreenReaders() {
    Window w;
    auto* face = QAccessible::queryAccessibleInterface(&w.bar);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::AlertMessage);
    for (const QString& text : {QString("no such file"), QString("another one")}) {
        w.bar.show(text, Tone::Error);
        QCOMPARE(face->text(QAccessible::Name), text);
    }
    w.bar.dismiss();
    QVERIFY(face->text(QAccessible::Name).isEmpty());
}

void MessageBarTest::textIsReadable() {
    Window w;
    for (const Theme* theme : {&Theme::light(), &Theme::dark(), &Theme::projector()})
        for (const Tone tone : {Tone::Info, Tone::Warning, Tone::Error}) {
            w.bar.setTheme(*theme);
            w.bar.show("no such file", tone);
            const QImage image = w.bar.grab().toImage();
            const QColor ground = image.pixelColor(image.width() / 2, 4);
            double best = 1;
            for (int x = 40; x < 200; ++x)
                for (int y = 4; y < image.height() - 4; ++y)
                    best = std::max(best, contrast(ground, image.pixelColor(x, y)));
            QVERIFY2(best > 4.5, qPrintable(theme->id));
        }
}

QTEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
