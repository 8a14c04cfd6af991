// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/jacobian_panel.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QToolTip>

#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

SharedAnalyses analysed(const SharedSnapshot& snapshot) {
    return analysesOf(snapshot, SpectrumAnalysis);
}

/// Of two singular values a step: these, and a tenth of them; the radius is half.
Spectrum spectrumOfSizes(const std::vector<double>& sizes, std::optional<double> bound = {}) {
    Spectrum spectrum;
    const auto steps = Eigen::Index(sizes.size());
    spectrum.singular.resize(steps, 2);
    spectrum.singular.col(0) = Eigen::Map<const Eigen::VectorXd>(sizes.data(), steps);
    spectrum.singular.col(1) = 0.1 * spectrum.singular.col(0);
    spectrum.radius = 0.5 * spectrum.singular.col(0);
    spectrum.bound = bound;
    return spectrum;
}

SharedAnalyses withSpectrum(const SharedSnapshot& snapshot, const Spectrum& spectrum) {
    auto made = std::make_shared<Analyses>();
    made->of = snapshot;
    made->request.wanted = SpectrumAnalysis;
    made->spectra.emplace(1, spectrum);
    return made;
}

}  // namespace

class JacobianPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void verdictIsWhatFollows_data();
    void verdictIsWhatFollows();
    void orthogonalNetworkCannotExplode();
    void axisStandsStillWhileTheSizesFit();
    void fanOfFewAndOfMany();
    void numbersAreTheAnalyses();
    void wordsStateTheTheory();
    void boundIsDrawnWhereThereIsOne();
    void whatIsNotPlayedIsFaint();
    void cursorReadsOut();
    void overflowAndZeroAreMarked();
    void pointingAsksForAStep();
    void movingTheCursorReplotsNothing();
    void chipFollows();
    void worksWithoutTargetAndBefore();
    void everyCellSizeAndThemeDraws();
    void manySteps();
};

void JacobianPanelTest::verdictIsWhatFollows_data() {
    QTest::addColumn<std::vector<double>>("sizes");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("tone");
    const auto row = [](const char* name, const std::vector<double>& sizes, const char* words,
                        const char* tone) {
        QTest::newRow(name) << sizes << QString::fromUtf8(words) << QString(tone);
    };
    row("under", {0.5, 0.8}, "σ₁ < 1 everywhere: vanishes at least as 0.632 per step", "calm");
    row("far under", {1e-200, 1e-200},
        "σ₁ < 1 everywhere: vanishes at least as 1.00·10⁻²⁰⁰ per step", "calm");
    row("a little under", std::vector<double>(60, 0.9997),
        "σ₁ < 1 everywhere: loses at least 0.0300 % per step", "calm");
    row("hardly under", std::vector<double>(60, 0.999996),
        "σ₁ ≈ 1 everywhere: need not vanish, cannot explode", "good");
    row("dead", {0, 0.5}, "σ₁ < 1 everywhere: vanishes at least as 0 per step", "calm");
    row("over once", {0.5, 1.2, 0.1}, "σ₁ > 1 at 1 of 3 steps", "warning");
    row("one", {1, 1}, "σ₁ ≤ 1 everywhere: cannot explode", "good");
    row("one but for rounding", {1 + 4e-16, 1}, "σ₁ ≤ 1 everywhere: cannot explode", "good");
    row("overflow", {0.5, notANumber, notANumber}, "overflows at t = 2", "danger");
}

void JacobianPanelTest::verdictIsWhatFollows() {
    QFETCH(std::vector<double>, sizes);
    const SpectrumFacts facts = factsOf(spectrumOfSizes(sizes), false);
    QTEST(spectrumVerdict(facts), "words");
    QTEST(spectrumTone(facts), "tone");
    QVERIFY(spectrumVerdict(facts, true).size() <= spectrumVerdict(facts).size());
}

// A linear network with orthogonal weights: every singular value is the radius.
void JacobianPanelTest::orthogonalNetworkCannotExplode() {
    Spectrum spectrum = spectrumOfSizes({1, 1, 1});
    QVERIFY(!factsOf(spectrum, false).mustVanish());
    QVERIFY(!factsOf(spectrum, false).mayExplode());
    // tanh lets no step do more than the weights.
    const SharedSnapshot small = pass({{"cell", "rnn"}, {"spectral-radius", "0.5"}});
    const auto known = analysed(small);
    const SpectrumFacts facts = factsOf((*known->spectra)[0], false);
    QVERIFY(facts.mustVanish());
    QVERIFY(facts.perStep > 0.1 && facts.perStep < 0.5 + 1e-12);
    QVERIFY((*known->spectra)[0].bound);
    QVERIFY(std::abs(*(*known->spectra)[0].bound - 0.5) < 1e-12);
    // The overflow of the reverse direction begins at the other end.
    spectrum = spectrumOfSizes({notANumber, notANumber, 1});
    QCOMPARE(factsOf(spectrum, true).overflow, std::optional<int>(1));
}

void JacobianPanelTest::axisStandsStillWhileTheSizesFit() {
    for (const auto& sizes : {std::vector<double>{1.0}, {0.002, 9.9}, {0.0, 1.0}, {notANumber}}) {
        const LogAxis axis = spectrumAxis(spectrumOfSizes(sizes));
        QCOMPARE(axis.low, -3.0);
        QCOMPARE(axis.high, 1.0);
    }
    QCOMPARE(spectrumAxis(spectrumOfSizes({1e-5})).low, -6.0);  // its radius is half
    QCOMPARE(spectrumAxis(spectrumOfSizes({150})).high, 3.0);
    QCOMPARE(spectrumAxis(spectrumOfSizes({1e300, 1e-310})).high, 240.0);
    QCOMPARE(spectrumAxis(spectrumOfSizes({1e300, 1e-310})).low, -300.0);
}

void JacobianPanelTest::fanOfFewAndOfMany() {
    SpectrumFan fan = spectrumFan(spectrumOfSizes({0.5, 0.6}));
    QCOMPARE(fan.lines.size(), std::size_t(1));
    QCOMPARE(fan.lines[0], std::vector<double>({0.05, 0.06}));
    QCOMPARE(fan.symbol, QString::fromUtf8("σ₂"));
    Spectrum many;
    many.singular.resize(2, 41);
    for (Eigen::Index k = 0; k < 41; ++k)
        many.singular.col(k).setConstant(double(41 - k));
    many.radius.setConstant(2, 1.0);
    fan = spectrumFan(many);
    QCOMPARE(fan.bands.size(), std::size_t(2));
    QCOMPARE(fan.bands[0].high[0], 40.0);  // the second largest
    QCOMPARE(fan.bands[0].low[0], 1.0);
    QCOMPARE(fan.bands[1].high[0], 30.0);
    QCOMPARE(fan.bands[1].low[0], 11.0);
    QVERIFY(fan.lines.size() == 1 && std::abs(fan.lines[0][0] - 20.5) <= 0.5);
    QCOMPARE(fan.symbol, QString::fromUtf8("σ₂…σ₄₁"));
    Spectrum single;
    single.singular.setConstant(3, 1, 0.5);
    single.radius.setConstant(3, 0.5);
    QVERIFY(spectrumFan(single).lines.empty() && spectrumFan(single).symbol.isEmpty());
}

void JacobianPanelTest::numbersAreTheAnalyses() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"hidden", "3"}, {"length", "9"}});
    JacobianPanel panel(Theme::light());
    QCOMPARE(panel.needs(), unsigned(SpectrumAnalysis));
    give(panel, analysed(snapshot));
    const Spectrum& known = (*panel.analyses()->spectra)[0];
    const DataTable table = panel.data();
    QCOMPARE(table.names.size(), 1 + 6 + 1);  // h and c of three units
    QCOMPARE(table.names[1], QString("sigma_1"));
    QCOMPARE(table.names.back(), QString("spectral_radius"));
    for (int step = 0; step < 9; ++step) {
        QCOMPARE(table.columns[0][std::size_t(step)], step + 1.0);
        QCOMPARE(table.columns[6][std::size_t(step)], known.singular(step, 5));
        const QString told = panel.hoverText(step);
        for (const double number :
             {known.singular(step, 0), known.singular(step, 5), known.radius[step]}) {
            QVERIFY2(told.contains(fullNumber(number)), qPrintable(told));
            QVERIFY(told.contains(shortNumber(number)));
        }
        QVERIFY(told.contains(QString("t = %1<").arg(step + 1)));
        QVERIFY(told.contains(QString::fromUtf8("6 × 6")));
    }
}

void JacobianPanelTest::wordsStateTheTheory() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"length", "3"}});
    JacobianPanel panel(Theme::light());
    panel.setSnapshot(snapshot);
    for (const auto& sizes : {std::vector<double>{0.5, 0.5, 0.5}, {2, 2, 2}}) {
        panel.setAnalyses(withSpectrum(snapshot, spectrumOfSizes(sizes)));
        const QString svg = svgOf(panel);
        QVERIFY(svg.contains(">largest singular value under 1 at every step: must vanish<"));
        QVERIFY(svg.contains(">largest singular value over 1: may explode<"));
        // A symbol from another font starts a new run of text.
        const QString verdict = panel.verdict().section(' ', 3);
        QVERIFY2(svg.contains(verdict + "<"), qPrintable(verdict));
        QVERIFY(svg.contains("spectral radius<"));
    }
    // The condition is never left away, however narrow.
    QVERIFY(svgOf(panel, {260, 200}).contains("at every step: must vanish<"));
}

void JacobianPanelTest::boundIsDrawnWhereThereIsOne() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"length", "3"}});
    JacobianPanel panel(Theme::light());
    give(panel, withSpectrum(snapshot, spectrumOfSizes({0.5, 0.5, 0.5}, 0.93)));
    const QString svg = svgOf(panel);
    // The index is a piece of its own, in smaller type below the line.
    QVERIFY(svg.contains(QString::fromUtf8(">‖W<")) && svg.contains(">hh<"));
    QVERIFY(svg.contains(QString::fromUtf8(">‖₂ = 0.930: no input can make it more<")));
    QVERIFY(!svg.contains("W_"));
    QCOMPARE(panel.data().names.back(), QString("bound"));
    panel.setAnalyses(withSpectrum(snapshot, spectrumOfSizes({0.5, 0.5, 0.5})));
    QVERIFY(!svgOf(panel).contains(QString::fromUtf8(">‖W<")));
    QCOMPARE(panel.data().names.back(), QString("spectral_radius"));
}

void JacobianPanelTest::whatIsNotPlayedIsFaint() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"bidirectional", ""}, {"hidden", "2"}});
    OnScreen<JacobianPanel> panel({700, 320}, snapshot);
    panel.setAnalyses(analysed(snapshot));
    QCoreApplication::processEvents();
    const QColor full = Theme::light().quantityLine(u"gradient");
    const auto count = [&](const View& view, int from, int to) {
        panel.setView(view);
        QCoreApplication::processEvents();
        return pixelsOf(panel.grab(QRect(0, 0, 700, 280)).toImage(), full, panel.pointOf(from).x(),
                        panel.pointOf(to).x());
    };
    QVERIFY(count(at(Phase::Forward, 25), 2, 15) > 50);
    QCOMPARE(count(at(Phase::Forward, 25), 27, 48), 0);
    QVERIFY(count(at(Phase::Backward, 2), 27, 48) > 50);
    // The reverse direction computes the last time first.
    QVERIFY(count(at(Phase::Forward, 25, true), 35, 48) > 50);
    QCOMPARE(count(at(Phase::Forward, 25, true), 2, 23), 0);
}

void JacobianPanelTest::cursorReadsOut() {
    const SharedSnapshot snapshot = pass({{"cell", "gru"}});
    JacobianPanel panel(Theme::light());
    give(panel, analysed(snapshot));
    const Spectrum& known = (*panel.analyses()->spectra)[0];
    for (const int step : {0, 30, 49}) {
        panel.setView(at(Phase::Backward, step));
        const QString svg = svgOf(panel);
        QVERIFY(svg.contains(">" + shortNumber(known.singular(step, 0)) + "<"));
        QVERIFY(svg.contains(">" + shortNumber(known.radius[step]) + "<"));
    }
}

void JacobianPanelTest::overflowAndZeroAreMarked() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"length", "4"}});
    JacobianPanel panel(Theme::light());
    panel.setSnapshot(snapshot);
    panel.setView(at(Phase::Backward, 3));
    panel.setAnalyses(withSpectrum(snapshot, spectrumOfSizes({0.5, 0.7, notANumber, notANumber})));
    QString svg = svgOf(panel);
    QVERIFY(svg.contains(">overflowed here<"));
    QVERIFY(svg.contains(">NaN<"));
    QCOMPARE(panel.facts()->overflow, std::optional<int>(2));
    QVERIFY(panel.hoverText(3).contains("nan"));
    QVERIFY(!svg.contains(">0<"));
    panel.setAnalyses(withSpectrum(snapshot, spectrumOfSizes({0.5, 0, 0, 0.7})));
    svg = svgOf(panel);
    QVERIFY(svg.contains(">0<"));
    QVERIFY(!svg.contains(">overflowed here<"));
}

void JacobianPanelTest::pointingAsksForAStep() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}});
    OnScreen<JacobianPanel> panel({500, 260}, snapshot);
    QSignalSpy asked(&panel, &Panel::stepRequested);
    QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.rect().center());
    QVERIFY(asked.isEmpty());  // nothing is known yet
    panel.setAnalyses(analysed(snapshot));
    QTest::mousePress(&panel, Qt::LeftButton, {}, panel.pointOf(30));
    QCOMPARE(asked.takeLast().at(0).toInt(), 30);
    QTest::mouseMove(&panel, panel.pointOf(12));
    QCOMPARE(asked.takeLast().at(0).toInt(), 12);
    QTest::mouseMove(&panel, QPoint(499, 100));
    QCOMPARE(asked.takeLast().at(0).toInt(), 49);
    QTest::mouseRelease(&panel, Qt::LeftButton, {}, panel.pointOf(12));
    asked.clear();
    QTest::mouseMove(&panel, panel.pointOf(20));
    QVERIFY(asked.isEmpty());
    QVERIFY(QToolTip::text().contains("t = 21<"));
}

void JacobianPanelTest::movingTheCursorReplotsNothing() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}});
    OnScreen<JacobianPanel> panel({500, 260}, snapshot);
    panel.setAnalyses(analysed(snapshot));
    QCoreApplication::processEvents();
    QSignalSpy replots(panel.findChild<QCustomPlot*>(), &QCustomPlot::afterReplot);
    for (int step = 0; step < 40; ++step) {
        View view = at(Phase::Forward, step);
        view.pair = StepPair{step, 0};
        panel.setView(view);
        QCoreApplication::processEvents();
    }
    QCOMPARE(replots.size(), 0);
}

void JacobianPanelTest::chipFollows() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"length", "2"}});
    JacobianPanel panel(Theme::light());
    panel.resize(700, 300);
    auto* chip = qobject_cast<QLabel*>(panel.headerTool());
    QVERIFY(chip);
    QVERIFY(chip->text().isEmpty());
    give(panel, withSpectrum(snapshot, spectrumOfSizes({0.5, 0.8})));
    QCOMPARE(chip->text(), panel.verdict());
    QCOMPARE(chip->property("tone").toString(), QString("calm"));
    QVERIFY(chip->toolTip().contains(fullNumber(panel.facts()->perStep)));
    panel.setAnalyses(withSpectrum(snapshot, spectrumOfSizes({1.5, 0.8})));
    QCOMPARE(chip->text(), QString::fromUtf8("σ₁ > 1 at 1 of 2 steps"));
    QCOMPARE(chip->property("tone").toString(), QString("warning"));
    QCOMPARE(panel.accessibleDescription(), panel.verdict());
}

void JacobianPanelTest::worksWithoutTargetAndBefore() {
    const SharedSnapshot snapshot = pass({{"cell", "gru"}, {"target", "none"}});
    JacobianPanel panel(Theme::light());
    QVERIFY(panel.data().columns.empty());
    panel.setSnapshot(snapshot);
    QVERIFY(panel.message().startsWith("Working it out"));
    QVERIFY(svgOf(panel).contains(QString::fromUtf8(">Working it out…<")));
    panel.setAnalyses(analysed(snapshot));  // no loss is needed
    QVERIFY(panel.message().isEmpty());
    QVERIFY(!panel.verdict().isEmpty());
}

void JacobianPanelTest::everyCellSizeAndThemeDraws() {
    for (const Cell* cell : cells())
        for (const char* length : {"1", "2", "300"})
            for (const char* hidden : {"1", "12"}) {
                const SharedSnapshot snapshot = pass(
                    {{"cell", std::string(cell->id())}, {"length", length}, {"hidden", hidden}});
                const auto known = analysed(snapshot);
                for (const Theme* theme : everyTheme)
                    for (const QSize& size : {QSize(260, 140), {1600, 900}, {40, 30}}) {
                        OnScreen<JacobianPanel> panel(size, snapshot, *theme);
                        panel.setAnalyses(known);
                        panel.setView(at(Phase::Backward, 0));
                        QVERIFY(!panel.grab().isNull());
                    }
            }
}

// A hundred thousand steps must not hang, nor fill a figure.
void JacobianPanelTest::manySteps() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}, {"hidden", "1"}, {"length", "100000"}});
    Spectrum spectrum;
    spectrum.singular.resize(100000, 16);
    for (Eigen::Index t = 0; t < spectrum.singular.rows(); ++t)
        for (Eigen::Index k = 0; k < 16; ++k)
            spectrum.singular(t, k) =
                std::exp(-0.3 * double(k)) * (0.9 + 0.05 * std::sin(0.01 * double(t)));
    spectrum.radius = spectrum.singular.col(0);
    OnScreen<JacobianPanel> panel({800, 400});
    QElapsedTimer clock;
    clock.start();
    give(panel, withSpectrum(snapshot, spectrum));
    QVERIFY(!panel.grab().isNull());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(svgOf(panel).size() < 3'000'000);
}

QTEST_MAIN(JacobianPanelTest)
#include "jacobian_panel_test.moc"
