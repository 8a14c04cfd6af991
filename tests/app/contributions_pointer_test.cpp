// SPDX-License-Identifier: GPL-3.0-or-later
// What clicks, switches and the pointer do to the contributions.
#include <QLabel>
#include <QPushButton>

#include "app/plot/number.h"
#include "app/setup_widgets.h"
#include "tests/app/contributions_fixture.h"

using namespace rnnscope;

class ContributionsPointerTest : public QObject {
    Q_OBJECT

  private slots:
    void switchesSwitch();
    void pointingAsksForAStep();
    void clickingARowShowsItsShares();
    void hoverTellsExactNumbers();
    void headerGivesWay();
};

void ContributionsPointerTest::switchesSwitch() {
    Shown shown(analysed({{"cell", "lstm"}, {"length", "30"}}));
    QWidget title;
    shown.header->setParent(&title);
    title.resize(500, 40);
    shown.header->setGeometry(title.rect());
    shown.header->show();
    title.show();
    QVERIFY(QTest::qWaitForWindowExposed(&title));
    const auto click = [](QAbstractButton* button) { QTest::mouseClick(button, Qt::LeftButton); };
    const auto before = shown.image();
    click(shown.header->views()->button(1));
    QVERIFY(shown.panel.showsWeights());
    QCOMPARE(shown.panel.rows()[1].name, QString("weight_hh_l0"));
    QVERIFY(shown.image() != before);
    click(shown.header->losses()->button(1));
    QVERIFY(shown.panel.showsLastLoss());
    click(shown.header->views()->button(0));
    click(shown.header->losses()->button(0));
    QVERIFY(!shown.panel.showsWeights() && !shown.panel.showsLastLoss());
    QCOMPARE(shown.image(), before);
    QVERIFY(shown.header->losses()->isEnabled());
    const SharedAnalyses last = analysed({{"readout", "last-step"}});
    shown.panel.setSnapshot(last->of);
    QVERIFY(shown.header->losses()->isEnabled());  // the old are on show until the new are there
    shown.panel.setAnalyses(last);
    QVERIFY(!shown.header->losses()->isEnabled());
}

void ContributionsPointerTest::pointingAsksForAStep() {
    for (const bool weights : {false, true}) {
        Shown shown(analysed({{"cell", "lstm"}, {"length", "30"}}));
        shown.panel.setWeights(weights);
        QSignalSpy steps(&shown.panel, &Panel::stepRequested);
        QTest::mousePress(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(2, 7));
        QCOMPARE(steps.takeLast().front().toInt(), 7);
        QTest::mouseMove(&shown.panel, shown.panel.pointOf(0, 21));
        QCOMPARE(steps.takeLast().front().toInt(), 21);
        QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(0, 21));
        steps.clear();
        QTest::mouseMove(&shown.panel, shown.panel.pointOf(0, 3));
        QCOMPARE(steps.size(), 0);
        const QPoint above(shown.panel.pointOf(0, 29).x(),
                           int(shown.panel.frame().upper.center().y()));
        QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, above);
        QCOMPARE(steps.takeLast().front().toInt(), 29);
    }
}

void ContributionsPointerTest::clickingARowShowsItsShares() {
    Shown shown(analysed({{"cell", "lstm"}, {"length", "30"}}));
    shown.panel.setWeights(true);
    QCOMPARE(shown.panel.parameter(), std::size_t(1));
    QVERIFY(!shown.panel.frame().words.front().startsWith("fc.weight"));
    QSignalSpy steps(&shown.panel, &Panel::stepRequested);
    const QPoint label(20, shown.panel.pointOf(4, 0).y());
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, label);
    QCOMPARE(steps.size(), 0);
    QCOMPARE(shown.panel.parameter(), std::size_t(4));
    QVERIFY(shown.panel.frame().words.front().startsWith("fc.weight"));
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(0, 4));
    QCOMPARE(shown.panel.parameter(), std::size_t(0));
    // A cell with fewer parameters is not asked for one it does not have.
    shown.panel.setParameter(99);
    QCOMPARE(shown.panel.parameter(), std::size_t(5));
}

void ContributionsPointerTest::hoverTellsExactNumbers() {
    const SharedAnalyses analyses = analysed({{"cell", "lstm"}, {"length", "30"}});
    Shown shown(analyses);
    const GradientPaths& paths = (*analyses->paths)[0];
    for (const int step : {0, 11, 29}) {
        for (std::size_t row = 0; row < paths.paths.size(); ++row) {
            const QString told = shown.panel.hoverText(shown.panel.pointOf(row, step));
            const double norm = paths.paths[row].norm[step];
            QVERIFY2(told.contains(QString("t = %1,").arg(step + 1)), qPrintable(told));
            QVERIFY2(told.contains(fullNumber(norm)), qPrintable(told));
            QVERIFY2(told.contains(shortNumber(norm)), qPrintable(told));
        }
        const QString curves = shown.panel.hoverText(
            QPointF(shown.panel.pointOf(0, step).x(), shown.panel.frame().upper.center().y()));
        QVERIFY(curves.contains(fullNumber(paths.whole[step])));
        QVERIFY(curves.contains(fullNumber(paths.direct[step])));
    }
    QVERIFY(shown.panel.hoverText(QPointF(20, shown.panel.pointOf(2, 0).y())).contains("W_hf"));
    QVERIFY(shown.panel.hoverText(shown.panel.frame().chips[1].rect.center()).contains("straight"));
}

void ContributionsPointerTest::headerGivesWay() {
    QWidget title;
    ContributionsHeader header(Theme::light(), &title);
    header.setAlarm("forget gate 63 % saturated open", {}, "warning");
    title.show();
    header.show();
    const int whole = header.sizeHint().width();
    header.resize(whole, 26);
    QVERIFY(header.chip()->isVisible());
    QCOMPARE(header.losses()->button(0)->text(), QString("whole loss"));
    header.resize(whole - 20, 26);
    QVERIFY(!header.chip()->isVisible());
    header.resize(header.minimumSizeHint().width(), 26);
    QCOMPARE(header.losses()->button(0)->text(), QString("whole"));
    QVERIFY(header.views()->x() >= 0);
    header.resize(whole, 26);
    QVERIFY(header.chip()->isVisible());
}

QTEST_MAIN(ContributionsPointerTest)
#include "contributions_pointer_test.moc"
