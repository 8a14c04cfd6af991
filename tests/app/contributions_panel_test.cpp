// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_panel.h"

#include <QElapsedTimer>
#include <QLabel>

#include "app/plot/number.h"
#include "tests/app/contributions_fixture.h"

using namespace rnnscope;

class ContributionsPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void saturationIsToldAndWarns();
    void deadUnitsWarn();
    void stripsBecomeFullWhereThePassHasBeen();
    void reverseDirectionIsPlayedFromTheLeft();
    void olderAnalysesStayTogether();
    void emptyStatesSayWhy();
    void notFiniteIsMarked();
    void figureHoldsItsWords();
    void longSequencesDrawQuickly();
    void everyCellSizeAndThemeDraws();
};

void ContributionsPanelTest::saturationIsToldAndWarns() {
    Shown open(analysed({{"cell", "lstm"}, {"forget-bias", "9"}}));
    QVERIFY(open.panel.saturation().parts.front().contains("forget gate 100 % saturated open"));
    QCOMPARE(open.header->chip()->text(), open.panel.saturation().alarm);
    QCOMPARE(open.header->chip()->property("tone").toString(), QString("calm"));
    Shown shut(analysed({{"cell", "lstm"}, {"forget-bias", "-9"}}));
    QVERIFY(shut.header->chip()->text().contains("forget gate 100 % saturated shut"));
    QCOMPARE(shut.header->chip()->property("tone").toString(), QString("warning"));
    Shown neither(analysed({{"cell", "lstm"}}));
    QCOMPARE(neither.panel.saturation().parts, QStringList("nothing saturated"));
    QVERIFY(neither.header->chip()->text().isEmpty());
    QVERIFY(neither.header->chip()->isHidden());
}

void ContributionsPanelTest::deadUnitsWarn() {
    const SharedAnalyses analyses =
        analysed({{"cell", "rnn-relu"}, {"hidden", "16"}, {"spectral-radius", "1.6"}});
    const auto& shape = analyses->of->shape();
    const std::size_t dead = deadUnits(*shape.cell, analyses->of->record.traces[0]).size();
    Shown shown(analyses);
    if (dead == 0)
        QCOMPARE(shown.panel.saturation().parts, QStringList("no unit dead"));
    else
        QCOMPARE(shown.header->chip()->text(), QString("%1 of 16 units dead").arg(dead));

    // Every unit is dead where every pre-activation is negative.
    auto broken = std::make_shared<Snapshot>(*analyses->of);
    Trace& trace = broken->record.traces[0];
    const auto hidden = shape.cell->hiddenState();
    for (Index column = 0; column <= trace.steps(); ++column)
        trace.at(hidden, column).setZero();
    const SaturationWords words = saturationWords(*shape.cell, trace);
    QCOMPARE(words.alarm, QString("16 of 16 units dead"));
    QVERIFY(words.grave);
}

void ContributionsPanelTest::stripsBecomeFullWhereThePassHasBeen() {
    const SharedAnalyses analyses = analysed({{"cell", "lstm"}, {"length", "30"}});
    Shown shown(analyses);
    const ColorScale scale = shown.panel.frame().scale;
    const auto colour = [&](int step) {
        return shown.image().pixelColor(shown.panel.pointOf(0, step) + QPoint(-4, 0));
    };
    const auto full = [&](int step) {
        return QColor(scale.color((*analyses->paths)[0].paths[0].norm[step]));
    };
    shown.panel.setView(at(Phase::Backward, 15));
    QCOMPARE(colour(25), full(25));
    QVERIFY(colour(5) != full(5));
    QVERIFY(colour(5).lightness() > full(5).lightness());
    QCOMPARE(shown.panel.frame().shares.size(), std::size_t(5));
    shown.panel.setView(at(Phase::Forward, 15));  // nothing is known yet
    QVERIFY(colour(25) != full(25));
    QVERIFY(shown.panel.frame().shares.empty());
    shown.panel.setView(at(Phase::Update, 15));
    QCOMPARE(colour(5), full(5));
}

void ContributionsPanelTest::reverseDirectionIsPlayedFromTheLeft() {
    const SharedAnalyses analyses =
        analysed({{"cell", "gru"}, {"length", "30"}, {"bidirectional", ""}});
    Shown shown(analyses);
    shown.panel.setView(at(Phase::Backward, 15, true));
    const ContributionFrame frame = shown.panel.frame();
    QVERIFY(frame.reversed);
    QCOMPARE(frame.hidden, std::pair(16, 30));
    QCOMPARE(shown.panel.data().columns[1], list((*analyses->paths)[1].whole));
    shown.panel.setWeights(true);
    QVERIFY(shown.panel.tailText().startsWith("the first 6 of 30 steps make"));
}

void ContributionsPanelTest::olderAnalysesStayTogether() {
    const SharedAnalyses old = analysed({{"cell", "lstm"}, {"length", "30"}, {"layers", "2"}});
    Shown shown(old);
    shown.panel.setView(at(Phase::Backward, 25, false, 1));
    // A shorter sequence, another cell, fewer layers: what is drawn is the old one, whole.
    shown.panel.setSnapshot(pass({{"target", "none"}, {"length", "4"}}));
    QVERIFY(shown.panel.message().isEmpty());
    const auto next = pass({{"cell", "gru"}, {"length", "4"}});
    shown.panel.setSnapshot(next);
    QCOMPARE(shown.panel.data().columns[1], list((*old->paths)[1].whole));
    QVERIFY(!shown.image().isNull());
    shown.panel.setAnalyses(analysesOf(next, PathsAnalysis));
    QCOMPARE(shown.panel.data().columns[0].size(), std::size_t(4));
    QCOMPARE(shown.panel.rows().size(), std::size_t(4));
    shown.panel.setWeights(true);  // not asked for this time
    QCOMPARE(shown.panel.message(), QString::fromUtf8("Working it out…"));
    QVERIFY(!shown.image().isNull());
}

void ContributionsPanelTest::emptyStatesSayWhy() {
    ContributionsPanel panel(Theme::light());
    panel.setSnapshot(pass({{"cell", "lstm"}}));
    QVERIFY(svgOf(panel).contains(QString::fromUtf8(">Working it out…<")));
    QVERIFY(panel.data().names.isEmpty());
    QVERIFY(panel.hoverText({100, 100}).isEmpty());
    const SharedAnalyses none = analysed({{"target", "none"}});
    give(panel, none);
    const QString svg = svgOf(panel);
    QVERIFY(svg.contains(">Choose a target to see where the gradient went<"));
    QVERIFY(!svg.contains("W_h"));
    QSignalSpy steps(&panel, &Panel::stepRequested);
    panel.resize(500, 300);
    panel.show();
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {250, 150});
    QCOMPARE(steps.size(), 0);
}

void ContributionsPanelTest::notFiniteIsMarked() {
    const SharedAnalyses analyses =
        analysed({{"cell", "rnn-relu"}, {"spectral-radius", "3"}, {"length", "2000"}});
    QVERIFY(analyses->of->overflow);
    for (const bool weights : {false, true}) {
        Shown shown(analyses);
        shown.panel.setWeights(weights);
        QCOMPARE(*shown.panel.frame().overflow, int(analyses->of->overflow->time));
        QVERIFY(svgOf(shown.panel).contains(">overflowed here<"));
    }
    ContributionsPanel panel(Theme::light());
    panel.setWeights(true);
    give(panel, analyses);
    QCOMPARE(panel.tailText(), QString("no shares: the gradient is not finite"));
}

void ContributionsPanelTest::figureHoldsItsWords() {
    const SharedAnalyses analyses = analysed({{"cell", "lstm"}, {"length", "50"}});
    ContributionsPanel panel(Theme::light());
    panel.setTheme(Theme::light());
    panel.resize(300, 200);
    give(panel, analyses);
    panel.setView(at(Phase::Backward, 19));
    const QString svg = svgOf(panel);
    const std::vector<double> shares = pathShares(panel.rows(), 19);
    for (const QString& words :
         {QString::fromUtf8("‖∂L/∂cₜ‖"), QString::fromUtf8("∏f alone"),
          QString::fromUtf8("f ∘ straight"), QString("through W_ho"), QString("nothing saturated"),
          QString("t = 20"), shareText(shares[0]).toHtmlEscaped(),
          shareText(shares[4]).toHtmlEscaped(), shortNumber((*analyses->paths)[0].whole[19])})
        QVERIFY2(svg.contains(">" + words + "<"), qPrintable(words));
    panel.setWeights(true);
    QVERIFY(svgOf(panel).contains(">weight_hh_l0: " + panel.tailText().toHtmlEscaped() + "<"));
    QVERIFY(panel.accessibleDescription().contains(panel.tailText()));
}

void ContributionsPanelTest::longSequencesDrawQuickly() {
    const SharedAnalyses analyses =
        analysed({{"cell", "lstm"}, {"hidden", "4"}, {"length", "100000"}});
    for (const bool weights : {false, true}) {
        Shown shown(analyses);
        shown.panel.setWeights(weights);
        QCOMPARE(shown.panel.frame().steps, 100000);
        shown.image();
        QElapsedTimer clock;
        clock.start();
        for (int k = 0; k < 20; ++k) {
            shown.panel.setView(at(Phase::Backward, 5000 * k));
            shown.image();
        }
        // A moved cursor paints anew what is drawn already; a second would be a redraw each.
        QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(svgOf(shown.panel).size() < 8'000'000);
    }
}

void ContributionsPanelTest::everyCellSizeAndThemeDraws() {
    for (const Cell* cell : cells()) {
        const std::string id(cell->id());
        for (const char* length : {"1", "2", "37"}) {
            const SharedAnalyses analyses = analysed(
                {{"cell", id.c_str()}, {"length", length}, {"layers", "2"}, {"bidirectional", ""}});
            for (const Theme* theme : everyTheme) {
                Shown shown(analyses, {700, 380}, *theme);
                for (const QSize& size : {QSize(260, 140), QSize(420, 260), QSize(1600, 900)})
                    for (const bool weights : {false, true}) {
                        shown.window.resize(size);
                        shown.panel.setGeometry(shown.window.rect());
                        shown.panel.setWeights(weights);
                        shown.panel.setLastLoss(size.width() == 420);
                        shown.panel.setView(at(Phase::Backward, 0, true, 1));
                        const QImage image = shown.image();
                        QVERIFY(image.pixelColor(1, size.height() / 2) == theme->card ||
                                size.width() == 260);
                        // Strips stand within the panel, and have names.
                        const ContributionFrame frame = shown.panel.frame();
                        QVERIFY(frame.strips.height() > 5 && frame.strips.width() > 40);
                        QVERIFY(QRectF(QPointF(), size).contains(frame.strips));
                        QVERIFY(frame.upper.bottom() <= frame.strips.top() + 1 ||
                                frame.places.upper == 0);
                        QVERIFY(!shown.panel.accessibleDescription().isEmpty());
                    }
            }
        }
    }
}

QTEST_MAIN(ContributionsPanelTest)
#include "contributions_panel_test.moc"
