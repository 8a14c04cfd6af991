// SPDX-License-Identifier: GPL-3.0-or-later
// The clipping bench's second page: the same training with clipping and without.
#include <QPushButton>

#include "app/panels/clipping_panel.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;
using Page = ClippingPanel::Page;

class ClippingTwinsTest : public QObject {
    Q_OBJECT

  private slots:
    void twinsStartByOneClick();
    void twinsStandSideBySide();
    void draggingOnTheTwinsAsksForUpdates();
    void brokenTwinIsMarked();
};

void ClippingTwinsTest::twinsStartByOneClick() {
    OnScreen<ClippingPanel> panel({500, 260});
    panel.setPage(Page::Twins);
    panel.setSnapshot(pass(clippedByNorm));
    QVERIFY(panel.twinsButton()->isVisible());
    QCOMPARE(panel.twins().caption(),
             QString("Trains this network twice from seed 1, clipped by norm at 0.100 and without "
                     "clipping: 500 updates side by side."));
    QCOMPARE(panel.accessibleDescription(), panel.twins().caption());
    QSignalSpy asked(&panel, &ClippingPanel::twinsRequested);
    QTest::mouseClick(panel.twinsButton(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QVERIFY(panel.data().columns.empty());
    // Nothing to run without a target, nor beside twins.
    panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(!panel.twinsButton()->isVisible());
    QVERIFY(panel.twins().caption().startsWith("Choose a target"));
    panel.setSnapshot(pass({{"twin", ""}}));
    QVERIFY(!panel.twinsButton()->isVisible());
    panel.setSnapshot(pass({}));
    QVERIFY(panel.twinsButton()->isVisible());
    panel.setPage(Page::Gradient);
    QVERIFY(!panel.twinsButton()->isVisible());
}

void ClippingTwinsTest::twinsStandSideBySide() {
    Options options = clippedByNorm;
    options.push_back({"twin", ""});
    const auto shown = pass(options, 30);
    QVERIFY(shown->twin);
    ClippingPanel panel(Theme::light());
    panel.setPage(Page::Twins);
    panel.setSnapshot(shown);
    const DataTable table = panel.data();
    QCOMPARE(table.names, (QStringList{"update", "loss", "grad_norm", "clipped", "twin_loss",
                                       "twin_grad_norm", "twin_clipped"}));
    for (std::size_t k = 0; k < 31; ++k) {
        QCOMPARE(table.columns[1][k], shown->history[k].loss);
        QCOMPARE(table.columns[2][k], shown->history[k].gradientNorm);
        QCOMPARE(table.columns[4][k], shown->twin->history[k].loss);
        QCOMPARE(table.columns[6][k], 0.0);
    }
    QCOMPARE(table.columns[1][0], table.columns[4][0]);  // from the same seed
    QVERIFY(table.columns[1][30] != table.columns[4][30]);
    const std::size_t engaged = shown->history.engaged(30);
    QVERIFY(engaged > 0);
    const QString svg = svgOf(panel);
    for (const QString& text :
         {QString("clipped by norm at 0.100"), QString("without clipping"),
          QString("engaged in %1 of 30").arg(engaged), QString::fromUtf8("‖g‖ before clipping")})
        QVERIFY2(svg.contains(">" + text + "<"), qPrintable(text));
    QVERIFY(!svg.contains("<image"));
    // Whichever of the two is the setup's own, the clipped one is told of.
    options[1] = {"clip", "none"};
    const auto swapped = pass(options, 30);
    QCOMPARE(swapped->twin->clipping.mode, ClipMode::Norm);
    panel.setSnapshot(swapped);
    QVERIFY(svgOf(panel).contains(">engaged in " + QString::number(engaged) + " of 30<"));
}

void ClippingTwinsTest::draggingOnTheTwinsAsksForUpdates() {
    OnScreen<ClippingPanel> panel({600, 300});
    panel.setPage(Page::Twins);
    panel.setSnapshot(pass({{"clip", "norm"}, {"twin", ""}}, 60));
    QSignalSpy asked(&panel, &Panel::updateRequested);
    QTest::mousePress(&panel, Qt::LeftButton, {}, panel.handleOf(45));
    QTest::mouseMove(&panel, panel.handleOf(20));
    QTest::mouseMove(&panel, {-100, 40});
    QTest::mouseRelease(&panel, Qt::LeftButton, {}, {-100, 40});
    QTest::mouseMove(&panel, panel.handleOf(50));
    QCOMPARE(numbersOf(asked), (QList<int>{45, 20, 0}));
    panel.setPage(Page::Gradient);
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {300, 150});
    QCOMPARE(asked.count(), 3);
}

void ClippingTwinsTest::brokenTwinIsMarked() {
    Snapshot made = *pass({{"clip", "norm"}, {"twin", ""}}, 90);
    History twin;
    for (std::size_t k = 0; k < 57; ++k)
        twin.push_back(made.twin->history[k]);
    twin.push_back({notANumber, notANumber, notANumber, false});
    made.twin->history = twin;
    made.twin->divergence = divergenceAt(twin[0], twin[57], 57);
    OnScreen<ClippingPanel> panel({600, 300});
    panel.setPage(Page::Twins);
    panel.setSnapshot(std::make_shared<const Snapshot>(made));
    QVERIFY(svgOf(panel).contains(">without clipping: NaN at update 57<"));
    QVERIFY(panel.accessibleDescription().contains("without clipping: NaN at update 57"));
    // Ended earlier than the other: told, and no number made up.
    const DataTable table = panel.data();
    QVERIFY(std::isnan(columnOf(table, "twin_loss")[80]));
    const QPoint late(panel.handleOf(80).x(), 60);
    QVERIFY2(panel.hoverText(late).contains("ended before"), qPrintable(panel.hoverText(late)));

    made.twin->history = {};
    for (std::size_t k = 0; k < 90; ++k)
        made.twin->history.push_back({k < 2 ? 0.5 : 1e27, 1, 1, false});
    made.twin->divergence = divergenceAt(made.twin->history[0], made.twin->history[2], 2);
    panel.setSnapshot(std::make_shared<const Snapshot>(made));
    QVERIFY(
        svgOf(panel).contains(QString::fromUtf8(">without clipping: loss 1.00·10²⁷ at update 2<")));
    // It leaves the plot and does not flatten the other run.
    QVERIFY(panel.twins().chart().places(panel.rect()).lossSizes.log.high < 3);
}

QTEST_MAIN(ClippingTwinsTest)
#include "clipping_twins_test.moc"
