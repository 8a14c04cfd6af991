// SPDX-License-Identifier: GPL-3.0-or-later
// The clipping bench's first page: the gradient as it is, and clipped in both ways.
#include "app/panels/clipping_history.h"
#include "app/panels/clipping_panel.h"
#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

class ClippingBarsTest : public QObject {
    Q_OBJECT

  private slots:
    void lengthsAreLinearOnANiceScale();
    void scaleStandsStillWhileTheThresholdIsDragged();
    void farApartTheScaleIsLogarithmic();
    void numbersAreTheSnapshots();
    void appliedIsTheSetupsChoice_data();
    void appliedIsTheSetupsChoice();
    void barIsFullFromTheClippingOn();
    void wordsTellOfTheUpdates();
    void pointingTellsFullNumbers();
    void figureHoldsItsWords();
    void withoutTargetItSaysWhy();
    void whatIsNotFiniteIsNamed();
    void updateUnderThePointer();
};

void ClippingBarsTest::lengthsAreLinearOnANiceScale() {
    const std::vector<double> norms = {3.42, 2.05, 1.0};
    const LengthScale scale = lengthScale(norms, 1.0);
    QVERIFY(!scale.logarithmic);
    QCOMPARE(scale.low, 0.0);
    QCOMPARE(scale.high, 5.0);
    QCOMPARE(*scale.length(3.42), 3.42 / 5);
    QCOMPARE(*scale.length(0), 0.0);
    QVERIFY(!scale.length(infinity));
    QVERIFY(!scale.length(notANumber));
    // The threshold's line has room too.
    QCOMPARE(lengthScale(std::vector<double>{0.5, 0.5, 0.5}, 4.5).high, 10.0);
    QCOMPARE(lengthScale(std::vector<double>{infinity, 0, notANumber}, 1).high, 2.0);
}

void ClippingBarsTest::scaleStandsStillWhileTheThresholdIsDragged() {
    for (double threshold = 0.01; threshold < 4.1; threshold += 0.01)
        QCOMPARE(lengthScale(std::vector<double>{3.42, 2.05, 1.0}, threshold).high, 5.0);
}

void ClippingBarsTest::farApartTheScaleIsLogarithmic() {
    const std::vector<double> far = {2e4, 3, 1};
    const LengthScale scale = lengthScale(far, 1);
    QVERIFY(scale.logarithmic);
    QVERIFY(*scale.length(1) > 0);
    QVERIFY(*scale.length(2e4) <= 1);
    QCOMPARE(*scale.length(0), 0.0);
    // Equal ratios, equal differences.
    QVERIFY(std::abs((*scale.length(1000) - *scale.length(100)) -
                     (*scale.length(100) - *scale.length(10))) < 1e-12);
    QVERIFY(lengthScale(std::vector<double>{2e6, 1e6, 1e6}, 1e6).logarithmic);
    QVERIFY(!lengthScale(std::vector<double>{9e5, 9e5, 9e5}, 5e5).logarithmic);
    QVERIFY(lengthScale(std::vector<double>{1e300, 5, 1}, 1).length(1e300) <= 1.0);
}

void ClippingBarsTest::numbersAreTheSnapshots() {
    const auto shown = pass(clippedByNorm);
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(shown);
    const auto& backward = *shown->backward;
    QVERIFY(backward.byNorm.engaged() && backward.byValue.engaged());
    const std::vector<ClippingBar> bars = panel.bench().bars();
    QCOMPARE(bars.size(), std::size_t(3));
    QCOMPARE(bars[0].norm, backward.clip.normBefore);
    QCOMPARE(bars[1].norm, backward.byValue.normAfter);
    QCOMPARE(bars[2].norm, backward.byNorm.normAfter);
    QCOMPARE(bars[1].angle, backward.byValue.angle);
    QCOMPARE(bars[2].coefficient, backward.byNorm.coefficient);
    QCOMPARE(bars[1].touched, backward.byValue.touched);
    QCOMPARE(ClippingBars::normText(bars[1]), QString::fromUtf8("‖g‖ %1 ∠ %2°")
                                                  .arg(shortNumber(backward.byValue.normAfter))
                                                  .arg(backward.byValue.angle, 0, 'f', 1));
    QCOMPARE(ClippingBars::entriesText(bars[1]),
             QString("%1 of %2 entries").arg(backward.byValue.touched).arg(bars[0].entries));

    const DataTable table = panel.data();
    QCOMPARE(table.names.size(), qsizetype(table.columns.size()));
    const auto column = [&](const char* name) { return columnOf(table, name); };
    QCOMPARE(column("norm_after"), (std::vector<double>{bars[0].norm, bars[1].norm, bars[2].norm}));
    QCOMPARE(column("applied"), (std::vector<double>{0, 0, 1}));
    QCOMPARE(column("entries_touched")[2], double(backward.byNorm.touched));
}

void ClippingBarsTest::appliedIsTheSetupsChoice_data() {
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("threshold");
    QTest::newRow("none") << QByteArray("none") << 0 << "threshold 0.250";
    QTest::newRow("value") << QByteArray("value") << 1 << "threshold 0.250 for each entry";
    QTest::newRow("norm") << QByteArray("norm") << 2 << "threshold 0.250 for the norm";
}

void ClippingBarsTest::appliedIsTheSetupsChoice() {
    QFETCH(QByteArray, mode);
    QFETCH(int, row);
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass({{"clip", mode.constData()}, {"clip-threshold", "0.25"}}));
    const std::vector<ClippingBar> bars = panel.bench().bars();
    for (int k = 0; k < 3; ++k)
        QCOMPARE(bars[std::size_t(k)].applied, k == row);
    QTEST(panel.bench().thresholdText(), "threshold");
    QCOMPARE(svgOf(panel).count(">applied<"), 1);
}

void ClippingBarsTest::barIsFullFromTheClippingOn() {
    OnScreen<ClippingPanel> panel({500, 200});
    panel.setSnapshot(pass(clippedByNorm));
    const QColor full = Theme::light().quantity(u"gradient");
    const auto fullPixels = [&](Phase phase) {
        panel.setView(at(phase));
        return pixelsOf(panel.image(), full);
    };
    const int outline = fullPixels(Phase::Forward);
    QCOMPARE(fullPixels(Phase::Backward), outline);
    QVERIFY(fullPixels(Phase::Clip) > outline + 100);
    QVERIFY(fullPixels(Phase::Update) > outline + 100);
    QCOMPARE(fullPixels(Phase::Loss), outline);
}

void ClippingBarsTest::wordsTellOfTheUpdates() {
    ClippingPanel panel(Theme::light());
    const auto first = pass(clippedByNorm);
    panel.setSnapshot(first);
    QCOMPARE(panel.bench().words(), QString::fromUtf8("next update: rate 0.100 × norm %1")
                                        .arg(shortNumber(first->backward->clip.normAfter)));
    QVERIFY(!svgOf(panel).contains(">loss<"));

    const auto fifth = pass(clippedByNorm, 4);
    int engaged = 0;
    for (std::size_t k = 0; k < 4; ++k)
        engaged += fifth->history[k].clipped ? 1 : 0;
    panel.setSnapshot(fifth);
    QCOMPARE(panel.bench().words(), QString("clipping engaged in %1 of 4 updates").arg(engaged));
    QVERIFY(engaged > 0);
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">loss<"));
    QVERIFY(svg.contains(">" + shortNumber(fifth->history.back().loss) + "<"));
}

void ClippingBarsTest::pointingTellsFullNumbers() {
    ClippingPanel panel(Theme::light());
    panel.resize(600, 260);
    const auto shown = pass(clippedByNorm, 4);
    panel.setSnapshot(shown);
    QStringList told;
    for (int y = 0; y < panel.height(); ++y)
        if (const QString text = panel.hoverText(QPointF(200, y));
            !text.isEmpty() && (told.isEmpty() || told.last() != text))
            told << text;
    QVERIFY(told.size() >= 4);
    const auto& backward = *shown->backward;
    QVERIFY(told[0].contains(fullNumber(backward.clip.normBefore)));
    QVERIFY(told[1].contains(fullNumber(backward.byValue.angle)));
    QVERIFY(told[2].contains(fullNumber(backward.byNorm.coefficient)));
    QVERIFY(told[2].contains(fullNumber(backward.byNorm.normAfter)));
    QVERIFY2(told[3].contains("update"), qPrintable(told[3]));
}

void ClippingBarsTest::figureHoldsItsWords() {
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass(clippedByNorm, 4));
    panel.setView(at(Phase::Clip));
    const QString svg = svgOf(panel);
    QStringList words{panel.bench().thresholdText(),
                      panel.bench().words(),
                      "applied",
                      "before",
                      "by value",
                      "by norm"};
    for (const ClippingBar& bar : panel.bench().bars())
        words << ClippingBars::normText(bar) << ClippingBars::entriesText(bar);
    for (const QString& text : words)
        QVERIFY2(svg.contains(">" + text + "<"), qPrintable(text));
    QVERIFY(!svg.contains("log scale"));
    QVERIFY(!svg.contains("<image"));  // vectors throughout
}

void ClippingBarsTest::withoutTargetItSaysWhy() {
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(panel.bench().bars().empty());
    QVERIFY(panel.data().columns.empty());
    QVERIFY(panel.hoverText(QPointF(50, 50)).isEmpty());
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">" + panel.bench().message() + "<"));
    QVERIFY(panel.bench().message().startsWith("Choose a target"));
    QVERIFY(!svg.contains("before"));
}

void ClippingBarsTest::whatIsNotFiniteIsNamed() {
    const Options wild = {
        {"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"clip", "norm"}, {"length", "2000"}};
    ClippingPanel panel(Theme::light());
    panel.setSnapshot(pass(wild));
    QVERIFY(svgOf(panel).contains(QString::fromUtf8(">‖g‖ NaN<")));

    Snapshot infinite = *pass(clippedByNorm);
    infinite.backward->clip.normBefore = infinity;
    infinite.backward->byValue.normAfter = 2.5;
    infinite.backward->byNorm.normAfter = notANumber;
    panel.setSnapshot(std::make_shared<const Snapshot>(infinite));
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(QString::fromUtf8(">‖g‖ ∞<")));
    QVERIFY(svg.contains(QString::fromUtf8(">‖g‖ NaN<")));
    QVERIFY(svg.contains(QString::fromUtf8(">‖g‖ 2.50 ∠")));

    Snapshot trained = *pass(clippedByNorm, 4);
    History broken;
    for (std::size_t k = 0; k < trained.history.size(); ++k) {
        UpdateRecord record = trained.history[k];
        if (k >= 3)
            record.loss = notANumber;
        broken.push_back(record);
    }
    trained.history = broken;
    panel.setSnapshot(std::make_shared<const Snapshot>(trained));
    QVERIFY(svgOf(panel).contains(">not finite from update 3 on<"));

    Snapshot huge = *pass(clippedByNorm);
    huge.backward->clip.normBefore = 7e40;
    panel.setSnapshot(std::make_shared<const Snapshot>(huge));
    QVERIFY(svgOf(panel).contains(">log scale<"));
}

void ClippingBarsTest::updateUnderThePointer() {
    History history;
    for (int update = 0; update <= 100; ++update)
        history.push_back({});
    const QRectF area(50, 10, 400, 60);
    QCOMPARE(updateAt(0, area, history, Theme::light()), std::size_t(0));
    QCOMPARE(updateAt(50, area, history, Theme::light()), std::size_t(0));
    QCOMPARE(updateAt(1e6, area, history, Theme::light()), std::size_t(100));
    const std::size_t quarter = updateAt(150, area, history, Theme::light());
    QVERIFY(quarter > 20 && quarter < 35);  // a little of the width is the last value's
}

QTEST_MAIN(ClippingBarsTest)
#include "clipping_bars_test.moc"
