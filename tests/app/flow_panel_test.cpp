// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "app/plot/heatmap.h"
#include "tests/app/flow_fixture.h"

using namespace rnnscope;

class FlowPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void reachIsWhatTheNetworkLetsThrough_data();
    void reachIsWhatTheNetworkLetsThrough();
    void cellsPoolTheLargest();
    void coloursAreTheScales();
    void scaleIsTheSameForAll();
    void emptyIsNotVanished();
    void heatmapSpansAlsoInVectors();
    void numbersAreTheAnalyses();
    void whatHasNotComeBackIsFaint();
    void movingTheCursorReplotsNothing();
    void oneLossIsABand();
    void saysWhyThereIsNothing();
    void tooLongSaysWhatToDo();
    void notANumberHasItsOwnColour();
    void figuresKeepTextAndStaySmall();
    void everyCellSizeAndThemeDraws();
};

void FlowPanelTest::reachIsWhatTheNetworkLetsThrough_data() {
    QTest::addColumn<Options>("options");
    QTest::newRow("one direction") << Options{{"cell", "rnn"}};
    QTest::newRow("layers") << Options{{"cell", "gru"}, {"layers", "2"}};
    QTest::newRow("two directions") << Options{{"cell", "rnn"}, {"bidirectional", ""}};
    QTest::newRow("two directions, layers")
        << Options{{"cell", "rnn"}, {"bidirectional", ""}, {"layers", "2"}};
    QTest::newRow("truncated") << Options{{"cell", "lstm"}, {"truncate", "4"}};
    QTest::newRow("truncated, all")
        << Options{{"cell", "rnn"}, {"truncate", "4"}, {"bidirectional", ""}, {"layers", "3"}};
    QTest::newRow("last step") << Options{{"cell", "gru"}, {"readout", "last-step"}};
    QTest::newRow("last step, both")
        << Options{{"cell", "rnn"}, {"readout", "last-step"}, {"bidirectional", ""}};
}

void FlowPanelTest::reachIsWhatTheNetworkLetsThrough() {
    QFETCH(Options, options);
    options.push_back({"length", "11"});
    const SharedSnapshot snapshot = pass(options);
    const auto known = analysed(snapshot);
    for (std::size_t trace = 0; trace < snapshot->shape().traces(); ++trace)
        for (int loss = 0; loss < 11; ++loss) {
            const auto [first, last] = reachableStates(snapshot->shape(), trace, loss, 11);
            for (int k = 0; k < 11; ++k) {
                const bool some = (*known->flow)[trace].states[0](loss, k) != 0;
                const bool reached = k >= first && k < last;
                QVERIFY2(some == reached,
                         qPrintable(QString("trace %1, L%2, h%3").arg(trace).arg(loss).arg(k)));
            }
        }
}

void FlowPanelTest::cellsPoolTheLargest() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"length", "10"}});
    auto known = std::make_shared<Analyses>(*analysed(snapshot));
    Eigen::MatrixXd& norms = (*known->flow)[0].states[0];
    norms.setConstant(1e-9);
    norms(7, 3) = 0.5;
    norms(3, 7) = 77;  // where there is nothing: must not count
    const FlowMatrix matrix{known, 0, 0};
    FlowCells cells = flowCells(matrix, 5);
    QCOMPARE(cells.width, 2);
    QCOMPARE(cells.rows, 5);
    QCOMPARE(cells.values[3 * 5 + 1], 0.5);
    QCOMPARE(cells.values[3 * 5 + 0], 1e-9);
    QCOMPARE(*std::max_element(cells.values.begin(), cells.values.end()), 0.5);
    QVERIFY(cells.spans[3] == std::pair(0, 4));
    QVERIFY(!cells.notANumber);
    norms(6, 2) = notANumber;
    cells = flowCells(matrix, 5);
    QVERIFY(std::isnan(cells.values[3 * 5 + 1]));
    QVERIFY(cells.notANumber);
    cells = flowCells(matrix, 3);  // the last cell stands for fewer steps
    QCOMPARE(cells.width, 4);
    QCOMPARE(cells.columns, 3);
}

void FlowPanelTest::coloursAreTheScales() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"spectral-radius", "0.5"}});
    Shown shown(snapshot);
    QVERIFY(shown.ready);
    const Eigen::MatrixXd& norms = (*shown.panel.analyses()->flow)[0].states[0];
    const ColorScale scale = ColorScale::logSize();
    for (const auto& [loss, state] : {std::pair(30, 30), {30, 26}, {48, 40}, {49, 2}}) {
        QCOMPARE(shown.colorAt(loss, state), QColor(scale.color(norms(loss, state))));
    }
    QVERIFY(norms(49, 2) < 1e-6);
    QCOMPARE(shown.colorAt(49, 2), QColor(scale.under()));
}

void FlowPanelTest::scaleIsTheSameForAll() {
    const SharedSnapshot small = pass({{"cell", "rnn"}, {"spectral-radius", "0.01"}});
    const SharedSnapshot large = pass({{"cell", "rnn-relu"}, {"spectral-radius", "1.6"}});
    for (const SharedSnapshot& snapshot : {small, large}) {
        Shown shown(snapshot);
        const QString svg = svgOf(shown.panel);
        for (const char* words : {">10⁰<", ">10⁻⁶<", ">vanished<", ">exploded<"})
            QVERIFY2(svg.contains(QString::fromUtf8(words)), words);
    }
    Shown shown(large);
    QCOMPARE(shown.colorAt(49, 2), QColor(ColorScale::logSize().over()));
    // A click on the colour bar widens it, whatever the numbers, and another goes back.
    const QPoint bar(shown.panel.width() - 30, 200);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, bar);
    QVERIFY(shown.panel.isWide());
    QVERIFY(svgOf(shown.panel).contains(QString::fromUtf8(">10⁻¹²<")));
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, bar);
    QVERIFY(!shown.panel.isWide());
    // Where the words stand at the right, the place beside the bar is theirs.
    shown.panel.resize(760, 240);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, QPoint(740, 100));
    QVERIFY(!shown.panel.isWide());
}

void FlowPanelTest::emptyIsNotVanished() {
    Shown shown(pass({{"cell", "rnn"}}));
    const QColor ground = Theme::light().plotGround;
    QCOMPARE(shown.colorAt(10, 40), ground);
    QCOMPARE(shown.colorAt(0, 1), ground);
    QVERIFY(shown.colorAt(40, 40) != ground);
    // The reverse direction of a network with both fills the other side, a lower layer all.
    const SharedSnapshot both = pass({{"cell", "rnn"}, {"bidirectional", ""}, {"layers", "2"}});
    Shown reverse(both, {520, 420}, at(Phase::Clip, 0, true, 1));
    QCOMPARE(reverse.colorAt(40, 10), ground);
    QVERIFY(reverse.colorAt(10, 12) != ground);
    Shown lower(both, {520, 420}, at(Phase::Clip, 0, false, 0));
    QVERIFY(lower.colorAt(40, 38) != ground);
    QVERIFY(lower.colorAt(10, 12) != ground);
}

void FlowPanelTest::heatmapSpansAlsoInVectors() {
    QCustomPlot plot;
    auto* heat = new Heatmap(plot.xAxis, plot.yAxis);
    heat->setData(QVector<double>(9, 1.0), 3, 3, 1);
    heat->setScale(ColorScale::sequential());
    heat->setSpans({{0, 1}, {0, 2}, {3, 3}});
    heat->fitValueAxis();
    plot.xAxis->setRange(0.5, 3.5);
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.axisRect()->setMargins({});
    for (QCPAxis* axis : plot.axisRect()->axes())
        axis->setVisible(false);
    plot.xAxis->grid()->setVisible(false);
    plot.yAxis->grid()->setVisible(false);
    plot.setBackground(Qt::white);
    const auto drawn = [&](bool vectors) {
        QImage image(300, 300, QImage::Format_RGB32);
        image.fill(Qt::white);
        QCPPainter painter(&image);
        if (vectors)
            painter.setMode(QCPPainter::pmVectorized);
        plot.toPainter(&painter, 300, 300);
        return image;
    };
    const QColor full(ColorScale::sequential().color(1));
    for (const bool vectors : {false, true}) {
        const QImage image = drawn(vectors);
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column) {
                const bool exists = row < 2 && column <= row;
                const QColor pixel = image.pixelColor(50 + 100 * column, 50 + 100 * row);
                QCOMPARE(pixel, exists ? full : QColor(Qt::white));
            }
    }
}

void FlowPanelTest::numbersAreTheAnalyses() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"length", "7"}});
    FlowPanel panel(Theme::light());
    QCOMPARE(panel.needs(), unsigned(FlowAnalysis));
    give(panel, analysed(snapshot));
    const DataTable table = panel.data();
    QCOMPARE(table.names, QStringList({"t_loss", "k_state", "norm_dL_dh"}));
    QCOMPARE(table.columns[0].size(), std::size_t(7 * 8 / 2));
    // A row of the matrix sums, with the other losses, to nothing less than the whole gradient.
    const Eigen::VectorXd whole =
        snapshot->backward->gradients.traces[0].norms(snapshot->shape().cell->hiddenState());
    std::vector<double> sums(7);
    for (std::size_t k = 0; k < table.columns[0].size(); ++k) {
        const int loss = int(table.columns[0][k]) - 1, state = int(table.columns[1][k]) - 1;
        QVERIFY(state <= loss);
        QCOMPARE(table.columns[2][k], (*panel.analyses()->flow)[0].states[0](loss, state));
        sums[std::size_t(state)] += table.columns[2][k];
    }
    for (int state = 0; state < 7; ++state)
        QVERIFY(sums[std::size_t(state)] >= whole[state] * (1 - 1e-12));
    QCOMPARE(table.columns[2].back(), whole[6]);  // nothing but the last loss reaches the last
}

void FlowPanelTest::whatHasNotComeBackIsFaint() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"spectral-radius", "1"}});
    Shown shown(snapshot);
    const auto colors = [&](const View& view) {
        shown.panel.setView(view);
        const QImage image = shown.panel.image();
        return std::array{image.pixelColor(shown.panel.pointOf(40, 10)),
                          image.pixelColor(shown.panel.pointOf(40, 38)),
                          image.pixelColor(shown.panel.pointOf(8, 7))};
    };
    const auto full = colors(at(Phase::Clip, 0));
    QVERIFY(colors(at(Phase::Loss, 49)) == full);
    const auto back = colors(at(Phase::Backward, 20));  // states 20 … 49 have come
    QVERIFY(back[0] != full[0]);
    QCOMPARE(back[1], full[1]);
    QVERIFY(back[2] != full[2]);
    const auto forth = colors(at(Phase::Forward, 20));  // losses 0 … 20 are there
    QVERIFY(forth[0] != full[0]);
    QVERIFY(forth[1] != full[1]);
    QCOMPARE(forth[2], full[2]);
    QVERIFY(colors(at(Phase::Backward, 0)) == full);

    const SharedSnapshot both =
        pass({{"cell", "rnn"}, {"bidirectional", ""}, {"spectral-radius", "1"}});
    Shown reverse(both, {520, 420}, at(Phase::Clip, 0, true));
    const QColor early = reverse.colorAt(10, 12), late = reverse.colorAt(38, 40);
    reverse.panel.setView(at(Phase::Backward, 20, true));  // states 0 … 20 have come
    QCOMPARE(reverse.colorAt(10, 12), early);
    QVERIFY(reverse.colorAt(38, 40) != late);
}

void FlowPanelTest::movingTheCursorReplotsNothing() {
    Shown shown(pass({{"cell", "rnn"}}));
    auto* plot = shown.panel.findChild<QCustomPlot*>();
    QVERIFY(plot);
    QSignalSpy replots(plot, &QCustomPlot::afterReplot);
    for (int step = 0; step < 40; ++step) {
        View view = at(Phase::Backward, step);
        view.pair = StepPair{step, 0};
        shown.panel.setView(view);
        QCoreApplication::processEvents();
    }
    QCOMPARE(replots.size(), 0);
}

void FlowPanelTest::oneLossIsABand() {
    const SharedSnapshot snapshot = pass({{"cell", "gru"}, {"readout", "last-step"}});
    Shown shown(snapshot);
    QVERIFY(svgOf(shown.panel).contains(">one loss, at t = 50<"));
    const QPoint middle = shown.panel.pointOf(49, 45);
    const QImage image = shown.panel.image();
    const QColor color(
        ColorScale::logSize().color((*shown.panel.analyses()->flow)[0].states[0](49, 45)));
    for (const int off : {-80, -40, 0, 40, 80})
        QCOMPARE(image.pixelColor(middle + QPoint(0, off)), color);
    QSignalSpy pointed(&shown.panel, &Panel::pairHovered);
    QTest::mouseMove(&shown.panel, middle + QPoint(0, 60));
    QVERIFY(pairOf(pointed.last()) == (StepPair{49, 45}));
    QSignalSpy asked(&shown.panel, &Panel::spanRequested);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, middle - QPoint(0, 60));
    QVERIFY(spanOf(asked.last()) == (Span{0, 45, 49}));
}

void FlowPanelTest::saysWhyThereIsNothing() {
    FlowPanel panel(Theme::light());
    QVERIFY(panel.data().columns.empty());
    panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(panel.message().startsWith("Choose a target"));
    QVERIFY(svgOf(panel).contains("Choose a target"));
    const SharedSnapshot snapshot = pass({});
    panel.setSnapshot(snapshot);
    QVERIFY(panel.message().startsWith("Working it out"));
    QVERIFY(panel.stripText().isEmpty());
    auto other = std::make_shared<Analyses>();
    other->of = snapshot;
    other->request.wanted = SpectrumAnalysis;  // another panel's
    panel.setAnalyses(other);
    QVERIFY(panel.message().startsWith("Working it out"));
    panel.setAnalyses(analysed(snapshot));
    QVERIFY(panel.message().isEmpty());
    QVERIFY(panel.accessibleDescription().contains(QString::fromUtf8("∂L₅₀/∂h₁")));
}

void FlowPanelTest::tooLongSaysWhatToDo() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"hidden", "1"}, {"length", "20000"}});
    const auto known = analysed(snapshot);
    QVERIFY(!known->flow);
    FlowPanel panel(Theme::light());
    panel.setSnapshot(snapshot);
    panel.setAnalyses(known);
    // Two states of 8 bytes: √(4e8 / 16) = 5000.
    QVERIFY2(panel.message().contains("6.4 GB"), qPrintable(panel.message()));
    QVERIFY2(panel.message().contains("5,000"), qPrintable(panel.message()));
    QVERIFY(panel.data().columns.empty());
}

void FlowPanelTest::notANumberHasItsOwnColour() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}});
    auto known = std::make_shared<Analyses>(*analysed(snapshot));
    (*known->flow)[0].states[0](40, 10) = notANumber;
    (*known->flow)[0].states[0](40, 20) = infinity;
    Shown shown(snapshot);
    QVERIFY(!svgOf(shown.panel).contains(">NaN<"));
    shown.panel.setAnalyses(known);
    QCOMPARE(shown.colorAt(40, 10), QColor(ColorScale::logSize().nan()));
    QCOMPARE(shown.colorAt(40, 20), QColor(ColorScale::logSize().over()));
    QVERIFY(svgOf(shown.panel).contains(">NaN<"));
    const FlowMatrix& matrix = *shown.panel.shown().back();
    QVERIFY(shown.panel.hoverText(matrix, {40, 10}).contains("NaN"));
    QVERIFY(shown.panel.hoverText(matrix, {40, 20}).contains("overflowed"));
}

void FlowPanelTest::figuresKeepTextAndStaySmall() {
    const SharedSnapshot snapshot = pass({{"cell", "gru"}, {"length", "1000"}});
    FlowPanel panel(Theme::light());
    give(panel, analysed(snapshot));
    panel.setView(at(Phase::Backward, 400));
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">state k<"));
    QVERIFY(svg.contains(">loss at t<"));
    QVERIFY(svg.contains("Each cell"));
    QVERIFY(!svg.contains("Click"));  // nobody can
    QVERIFY2(svg.size() < 4'000'000, qPrintable(QString::number(svg.size())));
    // The screen's matrix is whole again afterwards.
    QImage image(520, 460, QImage::Format_RGB32);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    panel.paintFigure(painter, QRectF(image.rect()));
    painter.end();
    QVERIFY(differences(image, QImage(image.size(), QImage::Format_RGB32), 0, 520) > 10000);
}

void FlowPanelTest::everyCellSizeAndThemeDraws() {
    for (const Cell* cell : cells())
        for (const char* length : {"1", "2", "300"})
            for (const char* readout : {"every-step", "last-step"}) {
                const SharedSnapshot snapshot = pass({{"cell", std::string(cell->id())},
                                                      {"length", length},
                                                      {"readout", readout},
                                                      {"hidden", "1"}});
                const auto known = analysed(snapshot, Span{0, 0, snapshot->steps() - 1});
                for (const Theme* theme : everyTheme)
                    for (const QSize& size : {QSize(260, 140), {1600, 900}, {40, 30}}) {
                        OnScreen<FlowPanel> panel(size, snapshot, *theme);
                        panel.setAnalyses(known);
                        panel.setView(at(Phase::Backward, 0));
                        QVERIFY(!panel.grab().isNull());
                    }
            }
}

QTEST_MAIN(FlowPanelTest)
#include "flow_panel_test.moc"
