// SPDX-License-Identifier: GPL-3.0-or-later
// What was shown before a change stays faint behind it, until it is dismissed.
#include <QAction>
#include <QLabel>
#include <QPushButton>

#include "app/dialogs/figure_sheet.h"
#include "app/message_bar.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/table.h"
#include "app/panels/time_ghost.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "tests/app/time_fixture.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class GhostTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup();
    void aChangeLeavesAGhost();
    void aDragLeavesOne();
    void backWhereItWasThereIsNone();
    void aWayBackLeavesWhatWasUndone();
    void whatCannotBeComparedLeavesNone();
    void trainingLeavesItAlone();
    void keysAndTheChipDismissIt();
    void theSwitchIsKept();
    void panelsDrawIt();
    void figuresNameIt();
    void otherLengthsAndSizes();
    void theAxisMakesRoomWithinReason();
    void pictures();

  private:
    Done set(const char* option, const QString& value, const QString& key = {});
    SharedSnapshot ghost() { return window_->document().ghost(); }
    TimePanel* inputs() { return window_->findChild<TimeCard*>()->panel(TimeContent::Inputs); }
    QPushButton* chip() { return window_->findChild<QPushButton*>("ghost"); }
};

void GhostTest::init() {
    open({1600, 900});
    window_->playhead().toEnd();
    QCoreApplication::processEvents();
}

void GhostTest::cleanup() {
    window_.reset();
}

Done GhostTest::set(const char* option, const QString& value, const QString& key) {
    Setup next = window_->document().setup();
    if (auto status = setOption(next, option, value.toStdString()); !status)
        return status;
    const Done status = window_->document().change(next, option, key);
    if (!window_->document().settle())
        qFatal("no numbers");
    QCoreApplication::processEvents();
    return status;
}

void GhostTest::aChangeLeavesAGhost() {
    Document& document = window_->document();
    QVERIFY(!ghost());
    QVERIFY(!chip()->isVisible());
    const SharedSnapshot before = document.snapshot();
    QSignalSpy changed(&document, &Document::ghostChanged);
    QVERIFY(set("forget-bias", "2"));
    QCOMPARE(ghost(), before);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inputs()->ghost(), before);
    QVERIFY(chip()->isVisible());
    // The next change leaves the one before it.
    const SharedSnapshot second = document.snapshot();
    QVERIFY(set("spectral-radius", "0.5"));
    QCOMPARE(ghost(), second);
    // What is refused changes nothing.
    QVERIFY(!set("target", "column:y"));
    QCOMPARE(ghost(), second);
    // Nor does what it is compared with, or for how long it is to be trained.
    QVERIFY(set("updates", "77"));
    QVERIFY(set("lanes", "*; cell=gru"));
    QCOMPARE(ghost(), second);
}

void GhostTest::aDragLeavesOne() {
    Document& document = window_->document();
    const SharedSnapshot before = document.snapshot();
    for (const char* bias : {"0.5", "1", "1.5", "2"})
        QVERIFY(set("forget-bias", bias, "forget-bias"));
    QCOMPARE(ghost(), before);
    // Moves that come faster than their numbers, too.
    for (const char* bias : {"2.5", "3"}) {
        Setup next = document.setup();
        QVERIFY(setOption(next, "forget-bias", bias));
        QVERIFY(document.change(next, "drag", "forget-bias"));
    }
    QVERIFY(document.settle());
    QCOMPARE(ghost(), before);
    document.finishChange();
    const SharedSnapshot second = document.snapshot();
    QVERIFY(set("forget-bias", "3.5", "forget-bias"));
    QVERIFY(set("forget-bias", "4", "forget-bias"));
    QCOMPARE(ghost(), second);
    QCOMPARE(document.undoStack().count(), 2);
}

void GhostTest::backWhereItWasThereIsNone() {
    QVERIFY(set("forget-bias", "1"));
    window_->document().finishChange();
    const SharedSnapshot before = window_->document().snapshot();
    QVERIFY(set("forget-bias", "2", "drag"));
    QVERIFY(ghost());
    QVERIFY(set("forget-bias", "1", "drag"));
    QVERIFY(!ghost());
    QVERIFY(!chip()->isVisible());
    QVERIFY(set("forget-bias", "3", "drag"));
    QCOMPARE(ghost(), before);
}

void GhostTest::aWayBackLeavesWhatWasUndone() {
    Document& document = window_->document();
    const SharedSnapshot first = document.snapshot();
    QVERIFY(set("forget-bias", "2"));
    const SharedSnapshot second = document.snapshot();
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document.settle());
    QCOMPARE(document.snapshot()->setup, first->setup);
    QCOMPARE(ghost(), second);
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(document.settle());
    QCOMPARE(ghost()->setup, first->setup);
}

void GhostTest::whatCannotBeComparedLeavesNone() {
    QVERIFY(set("forget-bias", "2"));
    QVERIFY(ghost());
    QVERIFY(set("cell", "gru"));
    QVERIFY(!ghost());
    QVERIFY(set("seed", "9"));
    QVERIFY(ghost());
    QVERIFY(set("task", "adding"));
    QVERIFY(!ghost());
    QVERIFY(set("seed", "10"));
    QVERIFY(ghost());
    window_->openPath(":/setups/first.json");
    QVERIFY(window_->document().settle());
    QVERIFY(!ghost());
    QVERIFY(set("seed", "11"));
    QVERIFY(ghost());
    window_->openNew();
    QVERIFY(window_->document().settle());
    QVERIFY(!ghost());
    // The same cell with another squashing has the same quantities.
    QVERIFY(set("cell", "rnn"));
    QVERIFY(set("nonlinearity", "relu"));
    QVERIFY(ghost());
}

void GhostTest::trainingLeavesItAlone() {
    Document& document = window_->document();
    QTest::keyClick(window_.get(), Qt::Key_U);
    QVERIFY(document.settle());
    QCOMPARE(document.update(), 1);
    QVERIFY(!ghost());
    const SharedSnapshot before = document.snapshot();
    QVERIFY(set("input-scale", "0.5"));
    QCOMPARE(document.update(), 1);
    QCOMPARE(ghost(), before);  // at the same update
    QTest::keyClick(window_.get(), Qt::Key_U);
    QVERIFY(document.settle());
    QCOMPARE(ghost(), before);
    // Where training begins anew, the old curves would tell of the training.
    document.showUpdate(60);
    QVERIFY(document.settle());
    QVERIFY(set("lr", "0.2"));
    QCOMPARE(document.update(), 0);
    QVERIFY(!ghost());
}

void GhostTest::keysAndTheChipDismissIt() {
    QVERIFY(set("forget-bias", "2"));
    auto* messages = window_->findChild<MessageBar*>();
    messages->show("something", MessageBar::Tone::Info);
    QTest::keyClick(window_.get(), Qt::Key_Escape);
    QVERIFY(!messages->isVisible());
    QVERIFY(ghost());
    QTest::keyClick(window_.get(), Qt::Key_Escape);
    QVERIFY(!ghost());
    QVERIFY(!inputs()->ghost());

    QVERIFY(set("forget-bias", "3"));
    QVERIFY(chip()->isVisible());
    QTest::mouseClick(chip(), Qt::LeftButton);
    QVERIFY(!ghost());
    QVERIFY(!chip()->isVisible());

    QVERIFY(set("forget-bias", "4"));
    QTest::keyClick(window_.get(), Qt::Key_B);
    QVERIFY(ghost());
    QVERIFY(!inputs()->ghost());
    QVERIFY(!chip()->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_B);
    QCOMPARE(inputs()->ghost(), ghost());
}

void GhostTest::theSwitchIsKept() {
    QVERIFY(window_->findChild<QAction*>("ghosts")->isChecked());
    QTest::keyClick(window_.get(), Qt::Key_B);
    const MainWindow other;
    QVERIFY(!other.findChild<QAction*>("ghosts")->isChecked());
}

void GhostTest::panelsDrawIt() {
    const SharedSnapshot now = pass({{"cell", "lstm"}, {"hidden", "4"}, {"forget-bias", "3"}});
    const SharedSnapshot before = pass({{"cell", "lstm"}, {"hidden", "4"}});
    View view = at(Phase::Backward, 0);
    for (const TimeContent content :
         {TimeContent::Inputs, TimeContent::Gates, TimeContent::CellState, TimeContent::Hidden}) {
        TimePanel panel(Theme::light(), content);
        panel.resize(700, 300);
        panel.setSnapshot(now);
        panel.setView(view);
        const QImage alone = figure(panel);
        QVERIFY(!panel.drawsPrevious());
        panel.setGhost(before);
        const QImage both = figure(panel);
        QVERIFY2(panel.drawsPrevious(), qPrintable(QString::number(int(content))));
        QVERIFY(differences(alone, both, 150, 640) > 200);
        // What is there now is not touched by it.
        panel.setGhost(nullptr);
        QCOMPARE(figure(panel), alone);
        // Nothing differs, nothing is drawn.
        panel.setGhost(now);
        QCOMPARE(figure(panel), alone);
    }
    GradientPanel gradients(Theme::light());
    gradients.resize(500, 300);
    gradients.setSnapshot(now);
    gradients.setView(view);
    QLabel* chip = qobject_cast<QLabel*>(gradients.headerTool());
    const QString tip = chip->toolTip();
    const QString svg = svgOf(gradients);
    QVERIFY(!svg.contains("previous"));
    gradients.setGhost(before);
    QVERIFY(svgOf(gradients) != svg);
    QVERIFY(chip->toolTip() != tip);
    QVERIFY(chip->toolTip().startsWith("was: vanishing"));
    QVERIFY(gradients.hoverText(3).contains("before: "));
    gradients.setGhost(nullptr);
    QCOMPARE(svgOf(gradients), svg);
    QCOMPARE(chip->toolTip(), tip);
}

void GhostTest::figuresNameIt() {
    const SharedSnapshot now = pass({{"cell", "lstm"}, {"hidden", "4"}, {"forget-bias", "3"}});
    const SharedSnapshot before = pass({{"cell", "lstm"}, {"hidden", "4"}});
    const auto workspace = [&](const SharedSnapshot& ghost) {
        FigureSheet sheet;
        for (const char* id : {"inputs", "gates", "hidden", "gradients"}) {
            auto panel = findPanelKind(id)->make(Theme::light());
            panel->setGhost(ghost);
            fillPanel(*panel, now, at(Phase::Backward, 0));
            sheet.add(id, {}, std::move(panel));
        }
        QTemporaryDir folder;
        const QString file = folder.filePath("figure.svg");
        FigureOptions options;
        options.size = {1200, 800};
        if (!saveFigure(file, options, sheet, Theme::light()))
            qFatal("not saved");
        QFile content(file);
        content.open(QIODevice::ReadOnly);
        return QString::fromUtf8(content.readAll());
    };
    QCOMPARE(workspace(nullptr).count("previous"), 0);
    QCOMPARE(workspace(before).count("previous"), 2);  // over time, and the gradient
    // Cells have no lines behind them, and their figure does not speak of any.
    TimePanel heat(Theme::light(), TimeContent::Hidden);
    heat.setDisplay(TimeDisplay::Heatmap);
    heat.setGhost(before);
    heat.setSnapshot(now);
    QVERIFY(!svgOf(heat).contains("previous"));
    TimePanel lines(Theme::light(), TimeContent::Hidden);
    lines.setGhost(before);
    lines.setSnapshot(now);
    QVERIFY(svgOf(lines).contains("previous"));
    QVERIFY(svgOf(lines, {300, 160}).contains("previous"));
}

void GhostTest::otherLengthsAndSizes() {
    const View view = at(Phase::Backward, 0);
    const Options small = sized("lstm", 4, 40);
    for (const Options& other :
         {sized("lstm", 4, 10), sized("lstm", 4, 90), sized("lstm", 2, 40), sized("lstm", 20, 40),
          sized("lstm", 70, 500), Options{{"cell", "lstm"}, {"target", "none"}},
          Options{{"cell", "lstm"}, {"layers", "3"}, {"bidirectional", "true"}},
          Options{{"cell", "lstm"}, {"readout", "last-step"}},
          Options{{"cell", "lstm"}, {"spectral-radius", "1e200"}}}) {
        for (const auto& [now, before] : {std::pair(small, other), std::pair(other, small)}) {
            for (const TimeContent content :
                 {TimeContent::Inputs, TimeContent::Gates, TimeContent::Hidden})
                for (const bool gradients : {false, true}) {
                    TimePanel panel(Theme::dark(), content);
                    panel.resize(400, 160);
                    panel.setGradients(gradients);
                    panel.setGhost(pass(before));
                    panel.setSnapshot(pass(now));
                    View last = view;
                    last.layer = 2;
                    last.reverse = true;
                    last.unit = 1;
                    panel.setView(last);
                    (void)figure(panel);
                    panel.setDisplay(TimeDisplay::Lines);
                    (void)figure(panel);
                    (void)panel.hoverText(panel.stripRects().front().center());
                }
            GradientPanel panel(Theme::dark());
            panel.setGhost(pass(before));
            panel.setSnapshot(pass(now));
            panel.setView(view);
            (void)svgOf(panel);
            (void)panel.hoverText(int(panel.snapshot()->steps()) - 1);
        }
    }
}

void GhostTest::theAxisMakesRoomWithinReason() {
    const auto row = [](const Eigen::MatrixXd& values) {
        TimeRow result;
        result.series = {{.id = "c", .symbol = "c", .values = stepValues(values, 2)}};
        result.low = -1;
        result.high = 1;
        return result;
    };
    const Eigen::MatrixXd now = Eigen::RowVector2d(-1, 1), wider = Eigen::RowVector2d(-1.5, 1.5),
                          huge = Eigen::RowVector2d(-1.5, 1e9);
    TimeRow here = row(now);
    makeRoom(here, {row(wider)});
    QCOMPARE(here.low, -1.5);
    QCOMPARE(here.high, 1.5);
    here = row(now);
    makeRoom(here, {row(huge)});
    QCOMPARE(here.low, -1.0);
    QCOMPARE(here.high, 1.0);
    QVERIFY(differs(stepValues(now, 2), stepValues(wider, 2), 0));
    QVERIFY(!differs(stepValues(now, 2), stepValues(now, 2), 0));
    QVERIFY(!differs(stepValues(now, 2), stepValues(wider, 2), 1));
    QCOMPARE(previousValue(here.series[0], {row(wider)}, 0, 1), std::optional(1.5));
    QVERIFY(!previousValue(here.series[0], {row(wider)}, 0, 2));
    QVERIFY(!previousValue(here.series[0], {}, 0, 1));
}

// Of a dial's drag with H 16 and T 100, what the ghost adds; and nothing on the playhead's way.
void GhostTest::pictures() {
    window_->playhead().toEnd();
    QVERIFY(set("forget-bias", "2"));
    for (const char* theme : {"light", "dark", "projector"}) {
        window_->setTheme(theme);
        QCoreApplication::processEvents();
        QVERIFY(window_->grab().save(QString(RNNSCOPE_SCREENSHOTS "/ghost-%1.png").arg(theme)));
    }
    window_->setTheme("light");
    window_->resize(1280, 720);
    QCoreApplication::processEvents();
    QVERIFY(window_->grab().save(RNNSCOPE_SCREENSHOTS "/ghost-720.png"));
}

QTEST_MAIN(GhostTest)
#include "ghost_test.moc"
