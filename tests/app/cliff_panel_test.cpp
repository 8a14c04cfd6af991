// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cliff_panel.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "app/dial.h"
#include "app/panels/cliff_controls.h"
#include "app/plot/number.h"
#include "app/setup_widgets.h"
#include "app/transport.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

struct Shown : InWindow<CliffPanel> {
    explicit Shown(const QSize& size = {420, 480}, const Theme& theme = Theme::light())
        : InWindow(size, theme) {
        open();
    }
};

bool samePoints(const std::vector<CliffPoint>& a, const std::vector<CliffPoint>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const CliffPoint& x, const CliffPoint& y) {
                          return x.w == y.w && x.b == y.b && x.clipped == y.clipped;
                      });
}

}  // namespace

class CliffPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void lessonRunsAsMeasured();
    void wordsAreMadeOfNumbers();
    void stuckSaysWhy();
    void windowsFollowTheRuns();
    void draggingTheStartRunsAnew();
    void onlyTheStartCanBeDragged();
    void lossesLeadToAnUpdate();
    void keysStep();
    void arrowsBelongToThePanel();
    void buttonsStepAndPlay();
    void dialsChangeBothRuns();
    void headerChoosesTheWindow();
    void resetStartsTheLessonAgain();
    void hoverTellsThePlace();
    void dataIsBothRuns();
    void figureNeedsNoSnapshot();
    void everySizeAndThemeDraws();
};

// Lesson 4's figures (PyTorch, double).
void CliffPanelTest::lessonRunsAsMeasured() {
    const CliffRuns runs{CliffChoice()};
    QCOMPARE(int(runs.plain.size()), cliffSteps + 1);
    QVERIFY(std::abs(runs.plain[0].loss - 0.041992) < 1e-6);
    QVERIFY(std::abs(runs.plain[0].gradientNorm() - 0.0798462) < 1e-6);
    QCOMPARE(*thrownAt(runs.plain), 33);
    QVERIFY(std::abs(runs.plain[33].gradientNorm() - 102.861) < 0.5);
    QVERIFY(std::abs(runs.plain[34].w - 9.77414) < 0.05);
    QVERIFY(std::abs(runs.plain[34].b - 6.52793) < 0.05);
    QVERIFY(std::abs(runs.plain.back().loss - 0.09) < 1e-4);
    QVERIFY(!thrownAt(runs.clipped));
    QVERIFY(runs.clipped.back().loss < 1e-3);
    const int clipped = clippedCount(runs.clipped, cliffSteps);
    QVERIFY2(clipped >= 10 && clipped <= 25, qPrintable(QString::number(clipped)));
    QCOMPARE(clippedCount(runs.clipped, 33), 0);
    QCOMPARE(clippedCount(runs.clipped, 34), 1);
    QCOMPARE(clippedCount(runs.plain, cliffSteps), 0);
}

void CliffPanelTest::wordsAreMadeOfNumbers() {
    const CliffRuns runs{CliffChoice()};
    QVERIFY(plainWords(runs.plain, 33).contains("gradient norm 103"));
    QVERIFY(!plainWords(runs.plain, 33).contains("thrown"));
    QString words = plainWords(runs.plain, 34);
    words.replace(QChar(0xa0), QChar(' '));
    QCOMPARE(words, QString::fromUtf8("update 33: gradient norm 103, thrown to (9.77, 6.53); "
                                      "stuck at loss 0.0900, since σ is flat there: "
                                      "(1 − 0.7)² = 0.09"));
    const int clipped = clippedCount(runs.clipped, cliffSteps);
    QVERIFY(clippedWords(runs.clipped, cliffSteps)
                .contains(QString("%1 of 300 updates clipped").arg(clipped)));
    QVERIFY(clippedWords(runs.clipped, 0).contains("gradient norm 0.0798"));
    QVERIFY(!clippedWords(runs.clipped, 0).contains("clipped"));
}

void CliffPanelTest::stuckSaysWhy() {
    const auto thrownTo = [](double w, double b) {
        std::vector<CliffPoint> run{cliffAt(4.7, -2), cliffAt(w, b)};
        QString words = plainWords(run, 1);
        return words.replace(QChar(0xa0), QChar(' '));
    };
    QVERIFY(thrownTo(9, 9).contains(QString::fromUtf8("(1 − 0.7)² = 0.09")));
    QVERIFY(thrownTo(9, -30).contains(QString::fromUtf8("(0 − 0.7)² = 0.49")));
    // Thrown, but not onto a plain.
    const CliffPoint slope = cliffAt(0, 1);
    QVERIFY(slope.gradientNorm() > 1e-3);
    QVERIFY(thrownTo(0, 1).contains("now loss " + shortNumber(slope.loss)));
}

void CliffPanelTest::windowsFollowTheRuns() {
    Shown shown;
    QCOMPARE(shown.panel.window(), CliffWindow::valley());
    shown.panel.setStep(33);
    QVERIFY(!shown.panel.isWide());
    shown.panel.setStep(34);
    QVERIFY(shown.panel.isWide());
    QCOMPARE(shown.panel.window(), (CliffWindow{0, 12, -4, 10}));
    shown.panel.setWide(false);  // looked at closely all the same
    shown.panel.setStep(50);
    QCOMPARE(shown.panel.window(), CliffWindow::valley());
    shown.panel.setStep(10);
    shown.panel.setStep(60);
    QVERIFY(shown.panel.isWide());
    // Thrown still further: the picture grows.
    CliffChoice hot;
    hot.rate = 3;
    shown.panel.setChoice(hot);
    shown.panel.setStep(cliffSteps);
    const auto thrown = thrownAt(shown.panel.runs().plain);
    QVERIFY(thrown);
    for (const CliffPoint& point : shown.panel.runs().plain)
        QVERIFY(shown.panel.window().contains(point));
}

void CliffPanelTest::draggingTheStartRunsAnew() {
    Shown shown;
    const QPoint from = shown.panel.pointOf(4.7, -2.0);
    const QPoint to = shown.panel.pointOf(5.2, -1.8);
    QTest::mouseMove(&shown.panel, from);
    QTest::mousePress(&shown.panel, Qt::LeftButton, {}, from);
    QCOMPARE(shown.panel.choice(), CliffChoice());
    const QImage before = shown.image();
    QTest::mouseMove(&shown.panel, (from + to) / 2);
    const CliffChoice halfway = shown.panel.choice();
    QVERIFY(halfway.w > 4.8 && halfway.w < 5.1);
    QTest::mouseMove(&shown.panel, to);
    const CliffChoice there = shown.panel.choice();
    QVERIFY2(std::abs(there.w - 5.2) < 0.015, qPrintable(fullNumber(there.w)));
    QVERIFY2(std::abs(there.b + 1.8) < 0.015, qPrintable(fullNumber(there.b)));
    // At once, with the button still down.
    QVERIFY(samePoints(shown.panel.runs().plain, cliffRun(there.w, there.b, 0.1, {}, cliffSteps)));
    QVERIFY(samePoints(shown.panel.runs().clipped,
                       cliffRun(there.w, there.b, 0.1, {ClipMode::Norm, 0.5}, cliffSteps)));
    QVERIFY(shown.image() != before);
    QTest::mouseMove(&shown.panel, {-500, 5000});  // no further than the picture
    QVERIFY(
        CliffWindow::valley().contains(cliffAt(shown.panel.choice().w, shown.panel.choice().b)));
    QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, to);
    const CliffChoice left = shown.panel.choice();
    QTest::mouseMove(&shown.panel, from);
    QCOMPARE(shown.panel.choice(), left);
}

void CliffPanelTest::onlyTheStartCanBeDragged() {
    Shown shown;
    const QPoint elsewhere = shown.panel.pointOf(5.5, -2.9);
    QTest::mousePress(&shown.panel, Qt::LeftButton, {}, elsewhere);
    QTest::mouseMove(&shown.panel, elsewhere + QPoint(20, 20));
    QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, elsewhere + QPoint(20, 20));
    QTest::mousePress(&shown.panel, Qt::RightButton, {}, shown.panel.pointOf(4.7, -2.0));
    QTest::mouseMove(&shown.panel, elsewhere);
    QTest::mouseRelease(&shown.panel, Qt::RightButton, {}, elsewhere);
    QCOMPARE(shown.panel.choice(), CliffChoice());
}

void CliffPanelTest::lossesLeadToAnUpdate() {
    Shown shown;
    QTest::mousePress(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOfUpdate(100));
    QVERIFY(std::abs(shown.panel.step() - 100) <= 1);
    QTest::mouseMove(&shown.panel, shown.panel.pointOfUpdate(20));
    QVERIFY(std::abs(shown.panel.step() - 20) <= 1);
    QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOfUpdate(20));
}

void CliffPanelTest::keysStep() {
    Shown shown;
    shown.panel.setFocus();
    QTest::keyClick(&shown.panel, Qt::Key_Left);
    QCOMPARE(shown.panel.step(), 0);
    for (int k = 0; k < 3; ++k)
        QTest::keyClick(&shown.panel, Qt::Key_Right);
    QCOMPARE(shown.panel.step(), 3);
    QTest::keyClick(&shown.panel, Qt::Key_Left);
    QCOMPARE(shown.panel.step(), 2);
    QTest::keyClick(&shown.panel, Qt::Key_End);
    QTest::keyClick(&shown.panel, Qt::Key_Right);
    QCOMPARE(shown.panel.step(), cliffSteps);
    QTest::keyClick(&shown.panel, Qt::Key_Home);
    QCOMPARE(shown.panel.step(), 0);
    QTest::keyClick(&shown.panel, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&shown.panel, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.panel.step(), 0);
    QCOMPARE(shown.panel.choice().w, 4.71);
    QCOMPARE(shown.panel.choice().b, -2.01);
}

void CliffPanelTest::arrowsBelongToThePanel() {
    CliffPanel panel(Theme::light());
    const auto belongs = [&](int key) {
        const QKeyEvent event(QEvent::ShortcutOverride, key, Qt::NoModifier);
        return keyBelongsToFocus(&panel, &event);
    };
    for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})
        QVERIFY(belongs(key));
    QVERIFY(!belongs(Qt::Key_Space));  // plays the lecture, wherever the focus is
    QVERIFY(!belongs(Qt::Key_PageDown));
}

void CliffPanelTest::buttonsStepAndPlay() {
    Shown shown;
    CliffControls* controls = shown.panel.controls();
    const auto click = [&](QAction* action) {
        QTest::mouseClick(controls->button(action), Qt::LeftButton);
    };
    QVERIFY(!controls->backAction()->isEnabled());
    click(controls->nextAction());
    click(controls->nextAction());
    QCOMPARE(shown.panel.step(), 2);
    click(controls->backAction());
    QCOMPARE(shown.panel.step(), 1);
    click(controls->playAction());
    QVERIFY(shown.panel.isPlaying());
    QCOMPARE(controls->button(controls->playAction())->iconShape(), TransportIcon::Pause);
    QTRY_VERIFY(shown.panel.step() >= 4);
    click(controls->playAction());
    QVERIFY(!shown.panel.isPlaying());
    const int stopped = shown.panel.step();
    QTest::qWait(250);
    QCOMPARE(shown.panel.step(), stopped);
    click(controls->endAction());
    QCOMPARE(shown.panel.step(), cliffSteps);
    QVERIFY(!controls->nextAction()->isEnabled());
    click(controls->playAction());  // from the start again
    QVERIFY(shown.panel.step() < cliffSteps);
    shown.window.hide();
    QVERIFY(!shown.panel.isPlaying());
}

void CliffPanelTest::dialsChangeBothRuns() {
    Shown shown;
    CliffControls* controls = shown.panel.controls();
    SetupSlider* slider = controls->rate()->slider();
    const auto drag = [](SetupSlider* handle, double position) {
        const QPoint from(int(handle->xOf(handle->position())), handle->height() / 2);
        const QPoint to(int(handle->xOf(position)), handle->height() / 2);
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QTest::mouseMove(handle, to);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
    };
    drag(slider, 0.2);
    const double rate = shown.panel.choice().rate;
    QVERIFY(rate < 0.05);
    QVERIFY(samePoints(shown.panel.runs().plain, cliffRun(4.7, -2, rate, {}, cliffSteps)));
    drag(controls->threshold()->slider(), 1);
    QCOMPARE(shown.panel.choice().threshold, 100.0);
    // Typed: exactly.
    QLineEdit* field = controls->threshold()->field();
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::qWait(20);
    field->selectAll();
    QTest::keyClicks(field, "0.25");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(shown.panel.choice().threshold, 0.25);
    QVERIFY(samePoints(shown.panel.runs().clipped,
                       cliffRun(4.7, -2, rate, {ClipMode::Norm, 0.25}, cliffSteps)));
}

void CliffPanelTest::headerChoosesTheWindow() {
    Shown shown;
    QWidget title;
    auto* header = static_cast<Segments*>(shown.panel.headerTool());
    header->setParent(&title);
    title.resize(200, 40);
    header->setGeometry(title.rect());
    header->show();
    title.show();
    QVERIFY(QTest::qWaitForWindowExposed(&title));
    QCOMPARE(header->current(), 0);
    QTest::mouseClick(header->button(1), Qt::LeftButton);
    QVERIFY(shown.panel.isWide());
    QTest::mouseClick(header->button(0), Qt::LeftButton);
    QVERIFY(!shown.panel.isWide());
    shown.panel.setStep(34);
    QCOMPARE(header->current(), 1);
}

void CliffPanelTest::resetStartsTheLessonAgain() {
    Shown shown;
    shown.panel.setChoice({5, -1.7, 0.3, 2});
    shown.panel.setStep(70);
    shown.panel.setWide(true);
    QTest::mouseClick(shown.panel.controls()->resetButton(), Qt::LeftButton);
    QCOMPARE(shown.panel.choice(), CliffChoice());
    QCOMPARE(shown.panel.step(), 0);
    QCOMPARE(shown.panel.window(), CliffWindow::valley());
    QCOMPARE(*thrownAt(shown.panel.runs().plain), 33);
}

void CliffPanelTest::hoverTellsThePlace() {
    Shown shown;
    const QString start = shown.panel.hoverText(shown.panel.pointOf(4.7, -2.0));
    QVERIFY2(start.contains(fullNumber(cliffAt(4.7, -2.0).loss)), qPrintable(start));
    QVERIFY(start.contains("drag"));
    const QString here = shown.panel.hoverText(shown.panel.pointOf(5.5, -2.9));
    QVERIFY(!here.contains("drag"));
    QVERIFY2(here.contains("5.5") || here.contains("5.49"), qPrintable(here));
    const QString update = shown.panel.hoverText(shown.panel.pointOfUpdate(33));
    QVERIFY(update.contains("update 3"));
    QVERIFY(shown.panel.hoverText({1, 1}).isEmpty());
}

void CliffPanelTest::dataIsBothRuns() {
    CliffPanel panel(Theme::light());
    const DataTable table = panel.data();
    QCOMPARE(table.names.size(), 10);
    for (const auto& column : table.columns)
        QCOMPARE(int(column.size()), cliffSteps + 1);
    const auto column = [&](const char* name) { return columnOf(table, name); };
    QCOMPARE(column("update")[33], 33.0);
    QCOMPARE(column("unclipped_w")[34], panel.runs().plain[34].w);
    QCOMPARE(column("clipped_loss")[200], panel.runs().clipped[200].loss);
    QCOMPARE(column("clipped_engaged")[33], 1.0);
}

void CliffPanelTest::figureNeedsNoSnapshot() {
    CliffPanel panel(Theme::dark());
    panel.setTheme(Theme::light());
    panel.setStep(120);
    const QString svg = svgOf(panel);
    for (const char* words : {"not clipped", "clipped at 0.500", "thrown: update 33",
                              "loss over the updates, clipped ones ticked"})
        QVERIFY2(svg.contains(QString(">%1<").arg(words)), words);
    QVERIFY(svg.contains("gradient norm 103"));
    QVERIFY(panel.accessibleDescription().contains("thrown"));
}

void CliffPanelTest::everySizeAndThemeDraws() {
    for (const Theme* theme : everyTheme)
        for (const QSize& size : {QSize(260, 140), QSize(356, 300), QSize(420, 480),
                                  QSize(900, 300), QSize(1600, 900)}) {
            Shown shown(size, *theme);
            for (const int step : {0, 34, cliffSteps}) {
                shown.panel.setStep(step);
                for (const bool wide : {false, true}) {
                    shown.panel.setWide(wide);
                    QCoreApplication::processEvents();
                    const QImage image = shown.image();
                    const QPoint corner =
                        shown.panel.pointOf(shown.panel.window().left, shown.panel.window().low);
                    const QPoint top =
                        shown.panel.pointOf(shown.panel.window().right, shown.panel.window().high);
                    QVERIFY(top.x() - corner.x() > 60 && corner.y() - top.y() > 15);
                    // The map shows what it says it shows.
                    const CliffPoint place =
                        cliffAt(0.9 * shown.panel.window().left + 0.1 * shown.panel.window().right,
                                0.9 * shown.panel.window().low + 0.1 * shown.panel.window().high);
                    const QColor colour = image.pixelColor(shown.panel.pointOf(place.w, place.b));
                    const QColor expected(cliffScale().color(place.loss));
                    QVERIFY2(difference(colour, expected) < 30,
                             qPrintable(colour.name() + expected.name()));
                }
            }
            // Changed while it is shown, and never told by a snapshot.
            shown.panel.setTheme(theme->isDark ? Theme::light() : Theme::dark());
            shown.panel.repaint();
            QCOMPARE(shown.image().pixelColor(1, size.height() - 1),
                     theme->isDark ? Theme::light().card : Theme::dark().card);
        }
}

QTEST_MAIN(CliffPanelTest)
#include "cliff_panel_test.moc"
