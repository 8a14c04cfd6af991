// SPDX-License-Identifier: GPL-3.0-or-later
// What a lecturer has in hand while presenting, by keys and pointer: pen, spotlight, zoom, a
// picture that stands still, black, bookmarks, the bar.
#include "tests/app/presenter_fixture.h"

using namespace rnnscope;

class PresenterToolsTest : public PresenterWindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { begin(); }
    void init() { open({1600, 900}); }
    void cleanup() { end(); }
    void strokesVanish();
    void thePenTakesNoKeys();
    void theLightFollowsAndGrows();
    void zoomFillsTheWindowAndComesBack();
    void aFrozenPictureStaysWhileTheStateGoesOn();
    void theSignOfAFrozenPictureHidesNoButton();
    void blackHidesAll();
    void bookmarksBringBackSetupAndPlace();
    void oneKeyLeadsBackToTheBeginning();
    void theBarComesAndGoes();
};

void PresenterToolsTest::strokesVanish() {
    present();
    presenter().pen()->setStays(300);
    const QImage before = picture();
    key(Qt::Key_P);
    draw({300, 300}, {700, 500});
    QCOMPARE(presenter().pen()->strokes(), 1);
    QCOMPARE(picture().pixelColor(500, 400), presenter().pen()->colour());
    draw({300, 600}, {700, 600});
    QCOMPARE(presenter().pen()->strokes(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(presenter().pen()->strokes(), 0, 5000);
    QVERIFY(picture().pixelColor(500, 400) == before.pixelColor(500, 400));
    // One key takes them all at once, another puts the pen down; what it drew may stay a while.
    presenter().pen()->setStays(60000);
    draw({300, 300}, {700, 500});
    key(Qt::Key_E);
    QCOMPARE(presenter().pen()->strokes(), 0);
    draw({300, 300}, {700, 500});
    key(Qt::Key_P);
    QCOMPARE(presenter().pen()->strokes(), 1);
    draw({300, 650}, {500, 650});
    QCOMPARE(presenter().pen()->strokes(), 1);
    key(Qt::Key_F5);
    QCOMPARE(presenter().pen()->strokes(), 0);
    QVERIFY(!presenter().pen()->isVisible());
    key(Qt::Key_P);  // nothing to draw with outside
    QVERIFY(!presenter().pen()->isOn());
}

void PresenterToolsTest::thePenTakesNoKeys() {
    present();
    key(Qt::Key_P);
    const Position before = window_->playhead().position();
    QWindow* handle = window_->windowHandle();
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(400, 400));
    key(Qt::Key_Right);  // in the midst of a stroke
    QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(400, 500));
    QCOMPARE(window_->playhead().position().step, before.step + 1);
    key(Qt::Key_Space);
    QVERIFY(window_->playhead().isPlaying());
    key(Qt::Key_Space);
}

void PresenterToolsTest::theLightFollowsAndGrows() {
    present();
    pointAt({600, 400});
    const QImage before = picture();
    key(Qt::Key_L);
    const auto brightness = [](const QImage& image, const QPoint& place) {
        return image.pixelColor(place).lightness();
    };
    const QPoint far(1500, 150);
    QImage lit = picture();
    QCOMPARE(lit.pixelColor(600, 400), before.pixelColor(600, 400));
    QVERIFY(brightness(lit, far) < brightness(before, far) / 2);
    pointAt(far);
    lit = picture();
    QCOMPARE(lit.pixelColor(far), before.pixelColor(far));
    QVERIFY(lit.pixelColor(600, 400) != before.pixelColor(600, 400));
    const double radius = presenter().light()->radius();
    turnWheel(far, 120);
    QVERIFY(presenter().light()->radius() > radius);
    turnWheel(far, -240);
    QVERIFY(presenter().light()->radius() < radius);
    key(Qt::Key_Escape);
    QVERIFY(!presenter().light()->isOn());
    QVERIFY(presenter().isOn());
}

void PresenterToolsTest::zoomFillsTheWindowAndComesBack() {
    present();
    const Look before = look();
    Card* gradients = window_->card("gradients");
    pointAt(gradients->mapTo(window_.get(), gradients->rect().center()));
    key(Qt::Key_Z);
    settle();
    QVERIFY(gradients->isVisible() && !window_->card("time")->isVisible());
    QVERIFY(gradients->width() > window_->width() * 9 / 10);
    key(Qt::Key_Z);
    settle();
    QVERIFY(look() == before);
}

void PresenterToolsTest::aFrozenPictureStaysWhileTheStateGoesOn() {
    present();
    presenter().bar()->hide();
    key(Qt::Key_F);
    QVERIFY(presenter().curtain()->isFrozen());
    const QImage frozen = picture();
    for (int k = 0; k < 5; ++k)
        key(Qt::Key_Right);
    choose("hidden", "5");
    QCOMPARE(window_->playhead().position().step, 5);
    QCOMPARE(document().snapshot()->shape().hidden, Eigen::Index(5));
    QVERIFY(picture() == frozen);
    // Who has the notes in front sees behind it.
    QVERIFY(presenter().notes()->isVisible());
    QVERIFY(presenter().notes()->showsPreview());
    // A click at what is no longer there does nothing.
    QTest::mouseClick(window_->windowHandle(), Qt::LeftButton, {}, QPoint(700, 900));
    QVERIFY(presenter().curtain()->isFrozen());
    QCOMPARE(window_->playhead().position().step, 5);
    key(Qt::Key_F);
    QVERIFY(!presenter().curtain()->isVisible());
    QVERIFY(picture() != frozen);
    QVERIFY(!presenter().notes()->showsPreview());
}

void PresenterToolsTest::theSignOfAFrozenPictureHidesNoButton() {
    for (const bool controls : {false, true}) {
        present();
        if (controls)
            key(Qt::Key_K);
        settle();
        key(Qt::Key_F);
        QVERIFY(presenter().curtain()->isFrozen());
        const QRect sign = presenter().curtain()->sign().toAlignedRect();
        QVERIFY(window_->rect().contains(sign));
        int buttons = 0;
        for (const QAbstractButton* each : window_->findChildren<QAbstractButton*>()) {
            if (each->window() != window_.get() || !each->isVisible())
                continue;
            ++buttons;
            const QRect place(each->mapTo(window_.get(), QPoint()), each->size());
            QVERIFY2(!place.intersects(sign), qPrintable(each->accessibleName()));
        }
        QVERIFY(buttons > 5);
        key(Qt::Key_F);
        key(Qt::Key_F5);
        settle();
    }
}

void PresenterToolsTest::blackHidesAll() {
    const auto black = [this] {
        const QImage now = picture();
        for (int y = 5; y < now.height(); y += 97)
            for (int x = 5; x < now.width(); x += 89)
                if (now.pixelColor(x, y) != QColor(Qt::black))
                    return false;
        return true;
    };
    const bool ghosts = window_->findChild<QAction*>("ghosts")->isChecked();
    present();
    for (const Qt::Key sent : {Qt::Key_Period, Qt::Key_B}) {
        key(sent);
        QVERIFY(black());
        openLesson();  // its rings come to the front by themselves
        key(Qt::Key_PageDown);
        settle();
        QVERIFY(black());
        key(sent);
        QVERIFY(!black());
        window_->lessons().close();
    }
    QCOMPARE(window_->findChild<QAction*>("ghosts")->isChecked(), ghosts);
    key(Qt::Key_Period);
    QTest::mouseClick(window_->windowHandle(), Qt::LeftButton, {}, QPoint(700, 500));
    QVERIFY(!black());
    // Outside, the letter is what it was.
    key(Qt::Key_F5);
    key(Qt::Key_B);
    QVERIFY(!presenter().curtain()->isVisible());
    QVERIFY(window_->findChild<QAction*>("ghosts")->isChecked() != ghosts);
}

void PresenterToolsTest::bookmarksBringBackSetupAndPlace() {
    present();
    choose("hidden", "6");
    document().showUpdate(3);
    settle();
    window_->playhead().moveTo({3, Phase::Backward, 7});
    window_->playhead().setUnit(4);
    window_->card("flow")->hide();
    settle();
    const Setup first = document().setup();
    const auto numbers = document().snapshot()->record.output;
    const Look before = look();
    key(Qt::Key_M);
    QVERIFY(presenter().bookmarks().at(1));
    choose("cell", "gru");
    window_->card("flow")->show();
    window_->playhead().moveTo({0, Phase::Forward, 2});
    key(Qt::Key_4, Qt::ControlModifier);
    const Setup second = document().setup();
    choose("hidden", "3");
    settle();
    key(Qt::Key_1, Qt::AltModifier);
    settle();
    QVERIFY(document().setup() == first);
    QVERIFY(window_->playhead().position() == Position({3, Phase::Backward, 7}));
    QCOMPARE(window_->playhead().unit(), 4);
    QVERIFY(document().snapshot()->record.output == numbers);
    QCOMPARE(look().shown, before.shown);
    QVERIFY(look().cards == before.cards);
    key(Qt::Key_J);  // the one that was kept last
    settle();
    QVERIFY(document().setup() == second);
    QVERIFY(window_->playhead().position() == Position({0, Phase::Forward, 2}));
    // Undoable, as all.
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == first);
    // In the bar stand those that there are.
    int numbersShown = 0;
    for (const PresenterButton* button : presenter().bar()->buttons())
        numbersShown += !button->isHidden() && QStringList({"1", "4"}).contains(button->text());
    QCOMPARE(numbersShown, 2);
    for (int k = 0; k < 20; ++k)
        key(Qt::Key_M);
    QVERIFY(messages()->text().contains("taken"));
}

void PresenterToolsTest::oneKeyLeadsBackToTheBeginning() {
    window_->playhead().moveTo({0, Phase::Forward, 9});
    settle();
    const Setup begun = document().setup();
    present();
    choose("hidden", "3");
    choose("cell", "rnn");
    document().showUpdate(4);
    settle();
    window_->card("gradients")->hide();
    key(Qt::Key_R);
    settle();
    QVERIFY(document().setup() == begun);
    QVERIFY(window_->playhead().position() == Position({0, Phase::Forward, 9}));
    QVERIFY(window_->card("gradients")->isVisible());
    // With a lesson it is the page that is gone back to.
    openLesson();
    const Setup page = document().setup();
    choose("hidden", "7");
    key(Qt::Key_R);
    settle();
    QVERIFY(document().setup() == page);
}

void PresenterToolsTest::theBarComesAndGoes() {
    present();
    PresenterBar* bar = presenter().bar();
    bar->setStays(100);
    pointAt({600, 500});
    bar->appear();
    QTRY_VERIFY(!bar->isVisible());
    pointAt({700, 520});
    QVERIFY(!bar->isVisible());
    pointAt({700, window_->height() - 2});
    QVERIFY(bar->isVisible());
    QVERIFY(window_->rect().contains(bar->geometry()));
    // All of its words have room, and it stays while it is pointed at.
    for (const PresenterButton* button : bar->buttons())
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    pointAt(bar->geometry().center());
    QTest::qWait(300);
    QVERIFY(bar->isVisible());
    PresenterButton* pen = bar->buttons().front();
    QTest::mouseClick(window_->windowHandle(), Qt::LeftButton, {},
                      pen->mapTo(window_.get(), pen->rect().center()));
    QVERIFY(presenter().pen()->isOn());
    QVERIFY(pen->isChecked());
    // Over the pen it still takes the pointer.
    QTest::mouseClick(window_->windowHandle(), Qt::LeftButton, {},
                      pen->mapTo(window_.get(), pen->rect().center()));
    QVERIFY(!presenter().pen()->isOn());
    pointAt({700, 400});
    QTRY_VERIFY(!bar->isVisible());
}

int main(int argc, char** argv) {
    return runPresenting<PresenterToolsTest>(argc, argv);
}

#include "presenter_tools_test.moc"
