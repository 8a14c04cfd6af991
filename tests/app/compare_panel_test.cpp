// SPDX-License-Identifier: GPL-3.0-or-later
// Networks side by side: what stands in which row, on which scale, and what the pointer does.
#include <QDir>
#include <QToolButton>

#include "app/panels/compare_facts.h"
#include "app/panels/compare_rows.h"
#include "app/panels/table.h"
#include "app/panels/verdict.h"
#include "core/lanes.h"
#include "tests/app/compare_fixture.h"

using namespace rnnscope;

class ComparePanelTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QDir().mkpath(RNNSCOPE_SCREENSHOTS); }
    void viewsFitEachNetwork();
    void headsTellWhatDiffers();
    void headsTellTheVerdictAndTheOverflow();
    void plotsStandBesideEachOther();
    void theSameAxisInAllLanes();
    void thePlayheadDrawsNoPlotAnew();
    void clicksAskForSteps();
    void theWheelZoomsAllLanes();
    void gatesGiveWayFirst();
    void oddSetups_data();
    void oddSetups();
    void figuresAndData();
    void looks_data();
    void looks();
};

void ComparePanelTest::viewsFitEachNetwork() {
    const auto snapshot = pass({{"cell", "lstm"},
                                {"hidden", "6"},
                                {"layers", "2"},
                                {"length", "9"},
                                {"bidirectional", "true"},
                                {"lanes", "*; hidden=2, layers=1, bidirectional=false"}});
    const auto lanes = lanesOf(snapshot);
    View view = at(Phase::Forward, 6, true, 1);
    view.unit = 5;
    QCOMPARE(laneView(view, *snapshot, *lanes[0]), view);
    const View small = laneView(view, *snapshot, *lanes[1]);
    QCOMPARE(small.unit, 1);
    QCOMPARE(small.layer, 0);
    // Three steps are computed, from the end; the other has come as far from the start.
    QVERIFY(!small.reverse);
    QCOMPARE(small.position.step, 2);
    OnScreen<ComparePanel> panel({1000, 600}, snapshot);
    panel.setView(view);
    QSignalSpy steps(&panel, &Panel::stepRequested);
    emit panel.plot(1, TimeContent::Hidden)->stepRequested(2);
    emit panel.plot(0, TimeContent::Hidden)->stepRequested(6);
    QCOMPARE(numbersOf(steps), (QList<int>{6, 6}));
}

void ComparePanelTest::headsTellWhatDiffers() {
    const auto titles = [](const Options& options) {
        const Compared lanes(pass(options));
        QStringList all;
        for (const LaneFacts& each : laneFacts(lanes.of, lanes.views, 0))
            all << each.title();
        return all;
    };
    QCOMPARE(titles(usualLanes), (QStringList{"RNN", "LSTM", "GRU"}));
    QCOMPARE(titles(with(usualLanes, {{"lanes", "*; forget-bias=2; forget-bias=-1, hidden=3"}})),
             (QStringList{"LSTM · 4 units", "LSTM · 4 units · forget bias 2.00",
                          "LSTM · 3 units · forget bias −1.00"}));
    QCOMPARE(titles(with(usualLanes, {{"lanes", "*; clip=norm; hold=f=1; lr=0.5, cell=gru"}})),
             (QStringList{"LSTM · not clipped · rate 0.100", "LSTM · clipped by norm · rate 0.100",
                          "LSTM · f=1 held · not clipped · rate 0.100",
                          "GRU · not clipped · rate 0.500"}));
    QCOMPARE(
        titles({{"cell", "gru"}, {"lanes", "*; forget-bias=1, spectral-radius=1.5, layers=2"}}),
        (QStringList{"GRU · 1 layer", "GRU · 2 layers · update bias 1.00 · ρ 1.50"}));
}

void ComparePanelTest::headsTellTheVerdictAndTheOverflow() {
    const auto snapshot = pass({{"cell", "rnn-relu"},
                                {"length", "100"},
                                {"hidden", "4"},
                                {"spectral-radius", "1e9"},
                                {"lanes", "*; cell=lstm, spectral-radius"}});
    OnScreen<ComparePanel> panel({1200, 700}, snapshot);
    const LaneFacts& wild = panel.head(0)->facts();
    QVERIFY(snapshot->overflow);
    QCOMPARE(wild.overflow, QString("overflowed at t = %1").arg(snapshot->overflow->time + 1));
    QVERIFY(wild.own);
    const LaneFacts& calm = panel.head(1)->facts();
    QVERIFY(calm.overflow.isEmpty() && !calm.own);
    QCOMPARE(verdictText(calm.decay), panel.gradient(1)->verdict());
    QVERIFY(panel.head(1)->accessibleName().contains(panel.gradient(1)->verdict()));
    QVERIFY(panel.head(0)->accessibleName().contains("shown in all panels"));
    QVERIFY(calm.loss.startsWith("loss "));
    // Without a target there is neither loss nor verdict.
    OnScreen<ComparePanel> forward({900, 500}, pass(with(usualLanes, {{"target", "none"}})));
    QVERIFY(forward.head(0)->facts().loss.isEmpty());
    QCOMPARE(verdictText(forward.head(0)->facts().decay), QString("no gradient"));
}

void ComparePanelTest::plotsStandBesideEachOther() {
    InWindow<ComparePanel> shown({1100, 700}, Theme::light());
    shown.panel.setSnapshot(pass(usualLanes));
    shown.open();
    const auto left = [&](int lane, TimeContent content) {
        TimePanel* plot = shown.panel.plot(lane, content);
        return plot->mapTo(&shown.panel, plot->stripRects().front().topLeft().toPoint());
    };
    const auto width = [&](int lane, TimeContent content) {
        return shown.panel.plot(lane, content)->stripRects().front().width();
    };
    for (int lane = 0; lane < 3; ++lane) {
        QCOMPARE(left(lane, TimeContent::Inputs).y(), left(0, TimeContent::Inputs).y());
        QCOMPARE(left(lane, TimeContent::Hidden).y(), left(0, TimeContent::Hidden).y());
        QCOMPARE(width(lane, TimeContent::Hidden), width(0, TimeContent::Inputs));
        // The gradient's times stand under those of the states.
        const QRectF gradient = shown.panel.gradient(lane)->plotRect();
        QCOMPARE(shown.panel.gradient(lane)->x() + gradient.left(),
                 double(left(lane, TimeContent::Hidden).x()));
        QCOMPARE(gradient.width(), width(lane, TimeContent::Hidden));
        QCOMPARE(gradient.height(), shown.panel.gradient(0)->plotRect().height());
    }
    // Candidates in one row, the forget gate beside the update gate, weighted sums below them.
    const auto gates = [&](int lane) {
        return shown.panel.plot(lane, TimeContent::Gates)->stripRects();
    };
    QCOMPARE(gates(2)[2].top(), gates(1)[2].top());
    QVERIFY(gates(0)[0].top() > gates(1)[3].top());
    QCOMPARE(gates(2)[0].top(), gates(1)[1].top());  // the GRU's reset gate comes first
    QCOMPARE(gates(2)[1].top(), gates(1)[0].top());
}

void ComparePanelTest::theSameAxisInAllLanes() {
    OnScreen<ComparePanel> panel({1100, 700}, pass(with(usualLanes, {{"spectral-radius", "3"}})));
    for (int lane = 1; lane < 3; ++lane) {
        QCOMPARE(panel.gradient(lane)->axis().low, panel.gradient(0)->axis().low);
        QCOMPARE(panel.gradient(lane)->axis().high, panel.gradient(0)->axis().high);
    }
    // Another pass, of fewer networks.
    panel.setSnapshot(
        pass({{"cell", "rnn-relu"}, {"spectral-radius", "2"}, {"lanes", "*; cell=gru"}}));
    QCOMPARE(panel.laneCount(), 2);
    QVERIFY(panel.gradient(1)->axis().high > 2);
    QCOMPARE(panel.gradient(1)->axis().high, panel.gradient(0)->axis().high);
}

void ComparePanelTest::thePlayheadDrawsNoPlotAnew() {
    InWindow<ComparePanel> shown({1100, 700}, Theme::light());
    shown.panel.setSnapshot(pass(usualLanes));
    shown.panel.setView(at(Phase::Forward));
    shown.open();
    settlePaint();
    const QImage before = shown.image();
    Redraws redraws(shown.panel);
    for (int step = 1; step < 24; ++step) {
        shown.panel.setView(at(Phase::Forward, step));
        settlePaint();
    }
    for (int step = 23; step > 10; --step) {
        shown.panel.setView(at(Phase::Backward, step));
        settlePaint();
    }
    QCOMPARE(redraws.count, 0);
    // It moved in every lane.
    const QImage after = shown.image();
    for (const QRectF& column : shown.panel.layoutNow().columns)
        QVERIFY(differences(before, after, int(column.left()), int(column.right())) > 100);
}

void ComparePanelTest::clicksAskForSteps() {
    InWindow<ComparePanel> shown({1100, 700}, Theme::light());
    shown.panel.setSnapshot(pass(usualLanes));
    shown.panel.setView(at(Phase::Forward, 5));
    shown.open();
    QSignalSpy steps(&shown.panel, &Panel::stepRequested);
    for (int lane = 0; lane < 3; ++lane) {
        TimePanel* plot = shown.panel.plot(lane, TimeContent::Hidden);
        QTest::mouseClick(plot, Qt::LeftButton, {},
                          QPoint(qRound(plot->xOf(11)), plot->height() / 2));
        GradientPanel* gradient = shown.panel.gradient(lane);
        auto* surface = gradient->findChild<QCustomPlot*>();
        QTest::mouseClick(surface, Qt::LeftButton, {},
                          surface->mapFrom(gradient, gradient->pointOf(17)));
    }
    QCOMPARE(numbersOf(steps), (QList<int>{11, 17, 11, 17, 11, 17}));
    QSignalSpy asked(&shown.panel, &ComparePanel::laneRequested);
    for (int lane = 0; lane < 3; ++lane)
        QTest::mouseClick(shown.panel.head(lane), Qt::LeftButton, {}, QPoint(60, 20));
    QCOMPARE(numbersOf(asked), (QList<int>{0, 2}));  // 1 is shown already
    QSignalSpy more(&shown.panel, &ComparePanel::laneAdditionRequested);
    QTest::mouseClick(shown.panel.addButton(), Qt::LeftButton);
    QCOMPARE(more.count(), 1);
    shown.panel.setSnapshot(pass(with(usualLanes, {{"lanes", "*; cell=gru; cell=rnn; lr=1"}})));
    QVERIFY(!shown.panel.addButton()->isVisible());
}

void ComparePanelTest::theWheelZoomsAllLanes() {
    InWindow<ComparePanel> shown({1100, 700}, Theme::light());
    shown.panel.setSnapshot(pass(usualLanes));
    shown.panel.setView(at(Phase::Forward, 5));
    shown.open();
    const auto turn = [&](QWidget* over, const QPoint& where, int notches,
                          Qt::KeyboardModifiers keys) {
        QWheelEvent event(where, over->mapToGlobal(where), {}, {0, 120 * notches}, Qt::NoButton,
                          keys, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(over, &event);
    };
    TimePanel* plot = shown.panel.plot(1, TimeContent::Hidden);
    turn(plot, QPoint(qRound(plot->xOf(10)), plot->height() / 2), 3, {});
    const auto range = shown.panel.timeRange();
    QVERIFY(range.second - range.first < 15 && range.first > 1);
    QVERIFY(range.first < 11 && range.second > 11);
    for (int lane = 0; lane < 3; ++lane) {
        QCOMPARE(shown.panel.plot(lane, TimeContent::Hidden)->timeRange(), range);
        QCOMPARE(shown.panel.gradient(lane)->timeRange(), range);
    }
    // Over the gradient as well, and sideways.
    auto* surface = shown.panel.gradient(2)->findChild<QCustomPlot*>();
    turn(surface, surface->rect().center(), -1, Qt::ShiftModifier);
    QVERIFY(shown.panel.timeRange().first > range.first);
    QCOMPARE(shown.panel.gradient(0)->timeRange(), shown.panel.timeRange());
    // A page on with the playhead.
    shown.panel.setView(at(Phase::Forward, 23));
    QVERIFY(shown.panel.timeRange().second > 23.5);
    turn(surface, surface->rect().center(), -30, {});
    QCOMPARE(shown.panel.timeRange(), (std::pair<double, double>{0.5, 24.5}));
}

void ComparePanelTest::gatesGiveWayFirst() {
    OnScreen<ComparePanel> panel({760, 900}, pass(usualLanes));
    const auto shows = [&](TimeContent content) { return panel.plot(1, content)->isVisible(); };
    QVERIFY(shows(TimeContent::Gates) && shows(TimeContent::CellState));
    panel.resize(760, 300);
    QVERIFY(!shows(TimeContent::Gates) && shows(TimeContent::CellState));
    panel.resize(760, 200);
    QVERIFY(!shows(TimeContent::Gates) && !shows(TimeContent::CellState));
    QVERIFY(shows(TimeContent::Inputs) && shows(TimeContent::Hidden));
    QVERIFY(panel.gradient(1)->height() > 30);
    panel.resize(760, 900);
    QVERIFY(shows(TimeContent::Gates) && shows(TimeContent::CellState));
}

void ComparePanelTest::oddSetups_data() {
    QTest::addColumn<Options>("options");
    const Options four = {{"cell", "lstm"}, {"lanes", "*; cell=rnn; cell=gru; cell=lstm-peephole"}};
    QTest::newRow("one network") << Options{{"cell", "lstm"}};
    QTest::newRow("one step") << with(four, {{"task", "copy"}, {"length", "3"}});
    QTest::newRow("one unit") << with(four, {{"hidden", "1"}});
    QTest::newRow("many units") << with(four, {{"hidden", "70"}, {"length", "20"}});
    QTest::newRow("thousands of steps") << with(four, {{"length", "3000"}, {"hidden", "2"}});
    QTest::newRow("no target") << with(four, {{"target", "none"}});
    QTest::newRow("overflow") << with(four, {{"cell", "rnn-relu"}, {"spectral-radius", "1e200"}});
    QTest::newRow("vanished") << with(four, {{"cell", "rnn"},
                                             {"spectral-radius", "1e-30"},
                                             {"readout", "last-step"},
                                             {"length", "60"}});
    QTest::newRow("all are held") << with(four, {{"hold", "h=0"}});
}

void ComparePanelTest::oddSetups() {
    QFETCH(Options, options);
    const auto snapshot = pass(options);
    OnScreen<ComparePanel> panel({1000, 640}, snapshot);
    for (const Phase phase : {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Update}) {
        panel.setView(at(phase, std::min(1, int(snapshot->steps()) - 1)));
        QVERIFY(!panel.image().isNull());
    }
    QVERIFY(svgOf(panel).size() > 1000);
    const DataTable table = panel.data();
    for (const auto& column : table.columns)
        QCOMPARE(column.size(), std::size_t(snapshot->steps()));
    panel.resize(300, 160);
    QVERIFY(!panel.image().isNull());
}

void ComparePanelTest::figuresAndData() {
    const auto snapshot = pass(usualLanes);
    auto panel = findPanelKind("compare")->make(Theme::light());
    fillPanel(*panel, snapshot, at(Phase::Backward, 6));
    const QString svg = svgOf(*panel);
    for (const char* word : {"RNN", "LSTM", "GRU", "loss", "exploding", "vanished", "forget"})
        QVERIFY2(svg.contains(word), word);
    QVERIFY(!svg.contains("<image"));
    const DataTable table = panel->data();
    QCOMPARE(table.names.count("t"), 1);
    QCOMPARE(table.names.count("input_1"), 1);
    const auto lanes = lanesOf(snapshot);
    for (int lane = 0; lane < 3; ++lane) {
        const QString prefix = QString("lane%1_").arg(lane + 1);
        const auto norms = columnOf(table, prefix + "norm_grad_h_last_loss");
        QCOMPARE(norms, list(lanes[std::size_t(lane)]->lastLossNorms(0, 0)));
        QVERIFY(table.names.contains(prefix + "h_4"));
    }
    QVERIFY(table.names.contains("lane2_c_1") && !table.names.contains("lane1_c_1"));
}

void ComparePanelTest::looks_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("lanes");
    const QString three = "cell=rnn; *; cell=gru";
    for (const char* theme : {"light", "dark", "projector"}) {
        QTest::addRow("%s", theme) << theme << QSize(1180, 760) << three;
        QTest::addRow("%s-narrow", theme)
            << theme << QSize(760, 460) << "cell=rnn; *; cell=gru; forget-bias=2, hidden=16";
        QTest::addRow("%s-two", theme) << theme << QSize(700, 600) << "*; forget-bias=3";
    }
}

void ComparePanelTest::looks() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    QFETCH(QString, lanes);
    InWindow<ComparePanel> shown(size, *Theme::find(theme));
    shown.panel.setSnapshot(pass({{"cell", "lstm"}, {"lanes", lanes.toStdString()}}));
    shown.panel.setView(at(Phase::Backward, 17));
    shown.open();
    settlePaint();
    const QString name = QString(QTest::currentDataTag());
    QVERIFY(shown.image().save(QString("%1/compare-%2.png").arg(RNNSCOPE_SCREENSHOTS, name)));
}

QTEST_MAIN(ComparePanelTest)
#include "compare_panel_test.moc"
