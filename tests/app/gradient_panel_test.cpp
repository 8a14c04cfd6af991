// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/gradient_panel.h"

#include <QLabel>

#include "app/panels/verdict.h"
#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

/// ‖·‖ in the order of computation: 1 at the loss, `factor` a step on the way back.
Eigen::VectorXd geometric(double factor, Eigen::Index steps) {
    Eigen::VectorXd norms(steps);
    for (Eigen::Index k = 0; k < steps; ++k)
        norms[k] = std::pow(factor, double(steps - 1 - k));
    return norms;
}

GradientCurve curveOf(std::vector<double> norms) {
    GradientCurve curve;
    curve.norms = std::move(norms);
    return curve;
}

/// Pixels of about a full curve's colour: its edges are smoothed.
int curvePixels(const QImage& image, int left, int right) {
    return pixelsOf(image, Theme::light().quantityLine(u"gradient"), left, right, 39);
}

}  // namespace

class GradientPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void verdictSaysTheRate_data();
    void verdictSaysTheRate();
    void verdictOfWhatDies();
    void detailHoldsTheNumbers();
    void axisStandsStillWhileTheDataFit();
    void axisGrowsByEvenDecades();
    void playedPartFollowsThePlayhead();
    void numbersAreTheSnapshots();
    void curvesBecomeFullWhereThePassHasBeen();
    void reverseDirectionGrowsFromTheLeft();
    void chipFollowsTheSnapshot();
    void figureHoldsItsWords();
    void withoutTargetItSaysWhy();
    void overflowIsMarked();
    void zerosAreMarked();
    void pointingAsksForAStep();
    void everyCellLengthAndThemeDraws();
};

void GradientPanelTest::verdictSaysTheRate_data() {
    QTest::addColumn<double>("factor");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("tone");
    const auto row = [](const char* name, double factor, int steps, const char* words,
                        const char* tone) {
        QTest::newRow(name) << factor << steps << QString::fromUtf8(words) << tone;
    };
    row("vanished", std::pow(2, -1 / 4.0), 100, "vanishing · halves every 4.0 steps", "calm");
    row("fast", std::pow(2, -1 / 0.3), 50, "vanishing · halves every 0.30 steps", "calm");
    row("shrinking", std::pow(2, -1 / 12.0), 151, "shrinking · halves every 12 steps", "calm");
    row("alive", std::pow(2, -1 / 60.0), 100, "alive · halves every 60 steps", "good");
    row("rounding up", std::pow(2, -1 / 9.97), 30, "alive · halves every 10 steps", "good");
    row("steady", 1.0, 100, "alive · steady", "good");
    row("nearly steady", std::exp(-9e-4), 100, "alive · steady", "good");
    row("not quite steady", std::exp(-1.1e-3), 100, "alive · halves every 630 steps", "good");
    row("growing", std::pow(2, 1 / 60.0), 100, "alive · doubles every 60 steps", "good");
    row("exploding", std::pow(2, 1 / 5.0), 50, "exploding · doubles every 5.0 steps", "danger");
    // Over this length what is left underflows to 0, and still it is the rate that matters.
    row("long", 0.5, 1070, "vanishing · halves every 1.0 steps", "calm");
}

void GradientPanelTest::verdictSaysTheRate() {
    QFETCH(double, factor);
    QFETCH(int, steps);
    const std::optional<Decay> decay = decayOf(geometric(factor, steps));
    QVERIFY(decay);
    QTEST(verdictText(decay), "words");
    QTEST(verdictTone(decay), "tone");
}

void GradientPanelTest::verdictOfWhatDies() {
    QCOMPARE(verdictText(std::nullopt), QString("no gradient"));
    QCOMPARE(verdictTone(std::nullopt), QString("calm"));
    const auto dead = decayOf(Eigen::Vector4d(0, 0, 0, 1));
    QCOMPARE(verdictText(dead), QString::fromUtf8("vanishing · dies within a step"));
    QCOMPARE(verdictTone(dead), QString("warning"));
    const auto later = decayOf(Eigen::Vector4d(0, 1, 1, 1));
    QCOMPARE(verdictText(later), QString::fromUtf8("vanishing · dies out on the way"));
    const auto broken = decayOf(Eigen::Vector4d(notANumber, notANumber, 2, 1));
    QCOMPARE(verdictText(broken), QString::fromUtf8("exploding · overflows"));
    QCOMPARE(verdictTone(broken), QString("danger"));
}

void GradientPanelTest::detailHoldsTheNumbers() {
    const std::optional<Decay> decay = decayOf(geometric(0.5, 11));
    const QString detail = verdictDetail(decay);
    for (const double number : {decay->rate, decay->factor(), *decay->halfLife()}) {
        QVERIFY2(detail.contains(fullNumber(number)), qPrintable(detail));
        QVERIFY2(detail.contains(shortNumber(number)), qPrintable(detail));
    }
    QVERIFY(detail.contains(shortNumber(std::pow(0.5, 10))));
    QVERIFY(!detail.contains("doubling"));
    QVERIFY(verdictDetail(decayOf(geometric(2, 11))).contains("doubling"));
}

void GradientPanelTest::axisStandsStillWhileTheDataFit() {
    for (const auto& norms :
         {std::vector<double>{}, {0.0}, {1e-8, 100.0}, {0.5, 0.6}, {notANumber, infinity, 1.0}}) {
        const LogAxis axis = gradientAxis({curveOf(norms)});
        QCOMPARE(axis.low, -8.0);
        QCOMPARE(axis.high, 2.0);
    }
}

void GradientPanelTest::axisGrowsByEvenDecades() {
    QCOMPARE(gradientAxis({curveOf({3e-9})}).low, -10.0);
    QCOMPARE(gradientAxis({curveOf({1, 0, 1e-30})}).low, -30.0);
    QCOMPARE(gradientAxis({curveOf({1}), curveOf({1e-29})}).low, -30.0);
    QCOMPARE(gradientAxis({curveOf({150})}).high, 4.0);
    QCOMPARE(gradientAxis({curveOf({150})}).low, -8.0);
    QCOMPARE(gradientAxis({curveOf({1e-320})}).low, -300.0);
    QCOMPARE(gradientAxis({curveOf({1e300})}).high, 240.0);
}

void GradientPanelTest::playedPartFollowsThePlayhead() {
    const auto played = [](Phase phase, int step, bool reverse) {
        return playedBack({0, phase, step}, reverse, 50);
    };
    for (const bool reverse : {false, true}) {
        QVERIFY(!played(Phase::Forward, 20, reverse));
        QVERIFY(!played(Phase::Loss, 49, reverse));
        QCOMPARE(*played(Phase::Clip, 0, reverse), (PlayedSteps{0, 49}));
        QCOMPARE(*played(Phase::Update, 0, reverse), (PlayedSteps{0, 49}));
    }
    QCOMPARE(*played(Phase::Backward, 49, false), (PlayedSteps{49, 49}));
    QCOMPARE(*played(Phase::Backward, 19, false), (PlayedSteps{19, 49}));
    QCOMPARE(*played(Phase::Backward, 19, true), (PlayedSteps{0, 19}));
}

void GradientPanelTest::numbersAreTheSnapshots() {
    const auto lstm = pass({{"cell", "lstm"}, {"length", "30"}});
    GradientPanel panel(Theme::light());
    panel.setSnapshot(lstm);
    const DataTable table = panel.data();
    QCOMPARE(table.names,
             QStringList({"t", "norm_grad_h", "norm_grad_c", "norm_grad_h_last_loss"}));
    const Trace& gradient = lstm->backward->gradients.traces[0];
    const auto states = lstm->shape().cell->states();
    const Eigen::VectorXd expected[] = {gradient.norms(states[0]), gradient.norms(states[1]),
                                        lstm->lastLossNorms(0, 0)};
    QCOMPARE(table.columns[0].front(), 1.0);
    QCOMPARE(table.columns[0].back(), 30.0);
    for (std::size_t column = 0; column < 3; ++column) {
        QCOMPARE(table.columns[column + 1].size(), std::size_t(30));
        for (std::size_t step = 0; step < 30; ++step) {
            const double number = expected[column][Eigen::Index(step)];
            QCOMPARE(table.columns[column + 1][step], number);
            const QString told = panel.hoverText(int(step));
            QVERIFY2(told.contains(fullNumber(number)), qPrintable(told));
            QVERIFY(told.contains(shortNumber(number)));
            QVERIFY(told.contains(QString("t = %1<").arg(step + 1)));
        }
    }
    QVERIFY(expected[0][3] != expected[2][3]);  // the columns can be told apart

    GradientPanel plain(Theme::light());
    plain.setSnapshot(pass({{"cell", "rnn"}}));
    QCOMPARE(plain.data().names, QStringList({"t", "norm_grad_h", "norm_grad_h_last_loss"}));
}

void GradientPanelTest::curvesBecomeFullWhereThePassHasBeen() {
    OnScreen<GradientPanel> panel({900, 300}, pass({{"cell", "lstm"}, {"length", "50"}}));
    const int legend = 230;  // above it
    const auto count = [&](const View& view, int left, int right) {
        panel.setView(view);
        return curvePixels(panel.grab(QRect(0, 0, 900, legend)).toImage(), left, right);
    };
    QCOMPARE(count(at(Phase::Forward, 25), 0, 900), 0);
    const int middle = panel.pointOf(25).x();
    const int label = 130;  // the number beside the line
    QCOMPARE(count(at(Phase::Backward, 25), 0, middle - label), 0);
    QVERIFY(count(at(Phase::Backward, 25), middle + 10, 900) > 200);
    QVERIFY(count(at(Phase::Clip, 0), label, middle - label) > 100);
    QCOMPARE(count(at(Phase::Forward, 0), 0, 900), 0);  // and back again
}

void GradientPanelTest::reverseDirectionGrowsFromTheLeft() {
    OnScreen<GradientPanel> panel({900, 300},
                                  pass({{"cell", "gru"}, {"length", "50"}, {"bidirectional", ""}}));
    panel.setView(at(Phase::Backward, 25, true));
    QCOMPARE(*panel.played(), (PlayedSteps{0, 25}));
    const QImage image = panel.grab(QRect(0, 0, 900, 230)).toImage();
    const int middle = panel.pointOf(25).x();
    QVERIFY(curvePixels(image, 0, middle - 10) > 200);
    QCOMPARE(curvePixels(image, middle + 130, 900), 0);
    // The last loss that this direction reaches is the first in time.
    QVERIFY(panel.hoverText(0).contains(QString::fromUtf8("∂L₁/∂hₜ")));
    panel.setView(at(Phase::Backward, 25, false));
    QVERIFY(panel.hoverText(0).contains(QString::fromUtf8("∂L₅₀/∂hₜ")));
}

void GradientPanelTest::chipFollowsTheSnapshot() {
    GradientPanel panel(Theme::light());
    auto* chip = qobject_cast<QLabel*>(panel.headerTool());
    QVERIFY(chip);
    QCOMPARE(chip->property("role").toString(), QString("chip"));
    QCOMPARE(chip->text(), QString("no gradient"));
    const auto shown = pass({{"cell", "rnn"}, {"spectral-radius", "0.5"}, {"length", "60"}});
    panel.setSnapshot(shown);
    QCOMPARE(chip->text(), verdictText(shown->backward->decay[0]));
    QVERIFY(chip->text().startsWith("vanishing"));
    QCOMPARE(chip->accessibleName(), chip->text());
    QCOMPARE(chip->property("tone").toString(), QString("calm"));
    QCOMPARE(chip->toolTip(), verdictDetail(shown->backward->decay[0]));
    QCOMPARE(static_cast<QLabel*>(panel.headerTool()), chip);
}

void GradientPanelTest::figureHoldsItsWords() {
    GradientPanel panel(Theme::light());
    const auto shown = pass({{"cell", "lstm"}, {"length", "50"}});
    panel.setSnapshot(shown);
    panel.setView(at(Phase::Backward, 19));
    const QString svg = svgOf(panel);
    const DataTable table = panel.data();
    for (const QString& words :
         {panel.verdict(), QString::fromUtf8("‖∂L/∂hₜ‖"), QString::fromUtf8("‖∂L/∂cₜ‖"),
          QString::fromUtf8("‖∂L₅₀/∂hₜ‖"), QString("shrinking"), shortNumber(table.columns[1][19]),
          shortNumber(table.columns[2][19]), shortNumber(table.columns[3][19])})
        QVERIFY2(svg.contains(">" + words + "<"), qPrintable(words));
    // Over the curves, not behind them.
    QVERIFY(svg.left(svg.indexOf(">shrinking<")).count("<polyline") >= 3);
    panel.setView(at(Phase::Forward, 19));  // not yet known, so not told
    QVERIFY(!svgOf(panel).contains(">" + shortNumber(table.columns[3][19]) + "<"));
}

void GradientPanelTest::withoutTargetItSaysWhy() {
    GradientPanel panel(Theme::light());
    panel.setSnapshot(pass({{"target", "none"}}));
    panel.setView(at(Phase::Forward, 3));
    QVERIFY(!panel.played());
    QCOMPARE(panel.verdict(), QString("no gradient"));
    QCOMPARE(panel.data().names, QStringList("t"));
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">Choose a target to see a gradient<"));
    QVERIFY(!svg.contains(QString::fromUtf8("∂")));
    panel.show();
    QVERIFY(!panel.grab().isNull());
    panel.setSnapshot(pass({}));
    QVERIFY(panel.message().isEmpty());
}

void GradientPanelTest::overflowIsMarked() {
    const auto shown = pass({{"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"length", "2000"}});
    QVERIFY(shown->overflow);
    GradientPanel panel(Theme::light());
    panel.setSnapshot(shown);
    panel.setView(at(Phase::Backward, 1500));
    QCOMPARE(panel.overflowStep(), std::optional<int>(int(shown->overflow->time)));
    QCOMPARE(panel.verdict(), QString::fromUtf8("exploding · overflows"));
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">overflowed here<"));
    QVERIFY(svg.contains(">NaN<"));
    QVERIFY(panel.hoverText(1500).contains("nan"));
    // On the way back alone: where the gradient itself stops being a number.
    Snapshot copy = *shown;
    copy.overflow.reset();
    const std::vector<GradientCurve> half = {curveOf({notANumber, notANumber, 1, 2})};
    QCOMPARE(firstOverflow(copy, 0, half), std::optional<int>(1));
    QVERIFY(!firstOverflow(*shown, 0, {curveOf({1, 2})}));
}

void GradientPanelTest::zerosAreMarked() {
    QCOMPARE(zeroStep({curveOf({0, 1, 0, 0, 0, 1})}), std::optional<int>(3));
    QVERIFY(!zeroStep({curveOf({1e-300, notANumber})}));
    // Weights this small let nothing through after some hundred steps: it underflows.
    GradientPanel panel(Theme::light());
    panel.setSnapshot(pass({{"cell", "rnn"}, {"spectral-radius", "0.01"}, {"length", "400"}}));
    QVERIFY(panel.data().columns[2].front() == 0);
    QVERIFY(svgOf(panel).contains(">0<"));
    GradientPanel alive(Theme::light());
    alive.setSnapshot(pass({{"cell", "lstm"}, {"length", "10"}}));
    QVERIFY(!svgOf(alive).contains(">0<"));
}

void GradientPanelTest::pointingAsksForAStep() {
    OnScreen<GradientPanel> panel({500, 260}, pass({{"length", "50"}}));
    QSignalSpy asked(&panel, &Panel::stepRequested);
    QWidget* plot = panel.childAt(panel.pointOf(30));
    QVERIFY(plot);
    const auto local = [&](int step) { return plot->mapFrom(&panel, panel.pointOf(step)); };
    QTest::mousePress(plot, Qt::LeftButton, {}, local(30));
    QCOMPARE(asked.takeLast().at(0).toInt(), 30);
    QTest::mouseMove(plot, local(12));
    QCOMPARE(asked.takeLast().at(0).toInt(), 12);
    QTest::mouseMove(plot, QPoint(0, 100));
    QCOMPARE(asked.takeLast().at(0).toInt(), 0);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, local(12));
    asked.clear();
    QTest::mouseMove(plot, local(20));
    QVERIFY(asked.isEmpty());
}

void GradientPanelTest::everyCellLengthAndThemeDraws() {
    for (const Cell* cell : cells())
        for (const char* length : {"1", "2", "3000"}) {
            const std::string id(cell->id());
            const auto shown = pass({{"cell", id.c_str()},
                                     {"length", length},
                                     {"hidden", "1"},
                                     {"task", "adding"},
                                     {"target", "none"}});
            const auto trained =
                pass({{"cell", id.c_str()}, {"task", "sine"}, {"hidden", "1"}, {"length", length}});
            for (const Theme* theme : everyTheme)
                for (const auto& snapshot : {shown, trained}) {
                    OnScreen<GradientPanel> panel({300, 180}, snapshot, *theme);
                    panel.setView(at(Phase::Backward, 0));
                    QVERIFY(!panel.grab().isNull());
                    QVERIFY(svgOf(panel, {}, *theme).contains("<text"));
                }
        }
}

QTEST_MAIN(GradientPanelTest)
#include "gradient_panel_test.moc"
