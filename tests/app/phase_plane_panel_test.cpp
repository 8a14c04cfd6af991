// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/phase_plane_panel.h"

#include <QPushButton>
#include <QSpinBox>
#include <QToolTip>

#include "app/panels/phase_plane_header.h"
#include "app/plot/number.h"
#include "app/setup_widgets.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

using Plane = InWindow<PhasePlanePanel>;

const SharedSnapshot& sine() {
    static const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"hidden", "4"}});
    return snapshot;
}

PlaneChoice units(Index first, Index second, std::size_t state = 0) {
    return {PlaneAxes::Units, state, first, second};
}

QColor pixelAt(const QImage& image, const QPointF& point) {
    return image.pixelColor(point.toPoint());
}

}  // namespace

class PhasePlanePanelTest : public QObject {
    Q_OBJECT

  private slots:
    void pathIsTheRecord();
    void axesSayWhatTheyAre();
    void unitsStandOnOneScale();
    void whatIsNotPlayedIsFaint();
    void descentComesWithTheBackwardPass();
    void hoverTellsAllDigits();
    void clicksAndDragsAskForSteps();
    void movingTheCursorReplotsNothing();
    void switchesChoose();
    void reverseDirectionRunsBack();
    void trailPrefersWhatIsNearInTime();
    void oddPassesDraw_data();
    void oddPassesDraw();
    void manyStepsAreDrawn();
    void everySizeAndThemeDraws();
};

void PhasePlanePanelTest::pathIsTheRecord() {
    PhasePlanePanel panel(Theme::light());
    panel.setSnapshot(sine());
    panel.setChoice(units(2, 0, 1));
    const std::size_t c = *sine()->shape().cell->find("c");
    const DataTable table = panel.data();
    const auto t = columnOf(table, "t"), x = columnOf(table, "c_3"), y = columnOf(table, "c_1");
    const auto down = columnOf(table, "descent_c_3");
    QCOMPARE(int(t.size()), int(sine()->steps()) + 1);
    for (std::size_t k = 0; k < t.size(); ++k) {
        QCOMPARE(t[k], double(k));
        QCOMPARE(x[k], sine()->record.traces[0].at(c, Index(k))[2]);
        QCOMPARE(y[k], sine()->record.traces[0].at(c, Index(k))[0]);
        QCOMPARE(down[k], -sine()->backward->gradients.traces[0].at(c, Index(k))[2]);
    }
    panel.setChoice({});
    QCOMPARE(columnOf(panel.data(), "h_component_1").size(), t.size());
}

void PhasePlanePanelTest::axesSayWhatTheyAre() {
    PhasePlanePanel panel(Theme::light());
    panel.setSnapshot(sine());
    const QString share = shortNumber(100 * panel.path().components.share[0]);
    QCOMPARE(panel.axisLabel(0), QString("PC 1 of h: %1 % of the variance").arg(share));
    QVERIFY(svgOf(panel).contains(share + " %"));
    panel.setChoice(units(2, 3, 1));
    QCOMPARE(panel.axisLabel(0), QString::fromUtf8("c₃, unit 3"));
    QCOMPARE(panel.axisLabel(1), QString::fromUtf8("c₄, unit 4"));
    panel.setSnapshot(pass({{"cell", "rnn"}, {"hidden", "1"}}));
    QCOMPARE(panel.axisLabel(0), QString::fromUtf8("hₜ₋₁, the step before"));
    QCOMPARE(panel.axisLabel(1), QString::fromUtf8("hₜ, the step"));
}

// A bounded state stands on −1 … 1, whatever its values, and a unit is as long up as sideways.
void PhasePlanePanelTest::unitsStandOnOneScale() {
    Plane shown({520, 300}, Theme::light());
    shown.panel.setChoice(units(0, 1));
    shown.panel.setSnapshot(sine());
    shown.open();
    const QRectF area = shown.panel.plotArea();
    QVERIFY(std::abs(area.width() - area.height()) <= 2);
    const PlanePath& path = shown.panel.path();
    for (const int number : {0, 10, 50}) {
        const QPointF at = shown.panel.pointOf(number);
        const auto part = [](double value) { return (value + 1.12) / 2.24; };
        QVERIFY(std::abs(at.x() - area.left() - part(path.points(0, number)) * area.width()) < 2);
        QVERIFY(std::abs(area.bottom() - at.y() - part(path.points(1, number)) * area.height()) <
                2);
    }
}

void PhasePlanePanelTest::whatIsNotPlayedIsFaint() {
    for (const Theme* theme : everyTheme) {
        Plane shown({520, 400}, *theme);
        shown.panel.setSnapshot(sine());
        shown.panel.setView(at(Phase::Forward, 10));
        shown.open();
        QCOMPARE(shown.panel.playedTo(), 11);
        const QImage early = shown.image();
        shown.panel.setView(at(Phase::Forward, 49));
        const QImage late = shown.image();
        const QColor ground = theme->plotGround;
        int stronger = 0;
        for (int number = 20; number < 45; ++number) {
            const QPointF middle =
                (shown.panel.pointOf(number) + shown.panel.pointOf(number + 1)) / 2;
            stronger += difference(pixelAt(late, middle), ground) >
                        difference(pixelAt(early, middle), ground) + 40;
        }
        QVERIFY2(stronger > 15, qPrintable(QString("%1 %2").arg(theme->id).arg(stronger)));
        // Going back takes away what was played since.
        shown.panel.setView(at(Phase::Forward, 10));
        QCOMPARE(shown.image(), early);
    }
}

void PhasePlanePanelTest::descentComesWithTheBackwardPass() {
    Plane shown({520, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    const QColor ink = Theme::light().quantityLine(u"gradient");
    for (const auto& [view, there] : {std::pair(at(Phase::Forward, 20), false),
                                      {at(Phase::Loss, 49), false},
                                      {at(Phase::Backward, 20), true},
                                      {at(Phase::Clip, 0), true}}) {
        shown.panel.setView(view);
        QCOMPARE(shown.panel.showsDescent(), there);
        QCOMPARE(pixelsOf(shown.image(), ink, 0, 520, 30) > 20, there);
        QCOMPARE(shown.panel.accessibleDescription().contains(QString::fromUtf8("−∂L/∂h")), there);
    }
}

void PhasePlanePanelTest::hoverTellsAllDigits() {
    Plane shown({520, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(at(Phase::Backward, 20));
    shown.open();
    const PlanePath& path = shown.panel.path();
    for (const int number : {0, 12, 30}) {
        const QString told = shown.panel.hoverText(number);
        QVERIFY2(told.contains(fullNumber(path.points(0, number))), qPrintable(told));
        QVERIFY(told.contains(fullNumber(path.points(1, number))));
        // The gradient has come to step 21 from the end.
        QCOMPARE(told.contains(fullNumber(path.descent(0, number))), number == 30);
        QVERIFY(
            told.contains(number == 0 ? QString::fromUtf8("h₀") : QString("t = %1<").arg(number)));
    }
    QTest::mouseMove(&shown.panel, shown.panel.pointOf(30).toPoint());
    QTRY_VERIFY(QToolTip::text().contains("t = "));
}

void PhasePlanePanelTest::clicksAndDragsAskForSteps() {
    Plane shown({520, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(at(Phase::Forward, 6));
    shown.open();
    QSignalSpy asked(&shown.panel, &Panel::stepRequested);
    QTest::mousePress(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(8).toPoint());
    QCOMPARE(asked.size(), 1);
    const QPointF there = shown.panel.pointOf(asked[0][0].toInt() + 1);
    QVERIFY(QLineF(there, shown.panel.pointOf(8)).length() < 4);
    QTest::mouseMove(&shown.panel, shown.panel.pointOf(25).toPoint());
    QTRY_VERIFY(asked.size() >= 2);
    QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(25).toPoint());
    // The start is no step; it means the first.
    asked.clear();
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, shown.panel.pointOf(0).toPoint());
    QCOMPARE(numbersOf(asked), QList<int>{0});
}

void PhasePlanePanelTest::movingTheCursorReplotsNothing() {
    Plane shown({520, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    int replots = 0;
    connect(shown.panel.findChild<QCustomPlot*>(), &QCustomPlot::afterReplot, this,
            [&replots] { ++replots; });
    for (int step = 0; step < 50; ++step) {
        shown.panel.setView(at(Phase::Forward, step));
        shown.image();
    }
    QCOMPARE(replots, 0);
}

void PhasePlanePanelTest::switchesChoose() {
    PhasePlanePanel panel(Theme::light());
    panel.setSnapshot(sine());
    auto* header = static_cast<PhasePlaneHeader*>(panel.headerTool());
    header->setParent(nullptr);  // as in a title line
    const std::unique_ptr<QWidget> owned(header);
    header->resize(header->sizeHint());
    header->show();
    QVERIFY(header->unit(0)->isHidden());
    header->axes()->button(1)->click();
    QCOMPARE(panel.choice().axes, PlaneAxes::Units);
    header->resize(header->sizeHint());
    QVERIFY(!header->unit(0)->isHidden());
    header->unit(0)->setValue(4);
    header->unit(1)->setValue(3);
    header->states()->button(1)->click();
    QCOMPARE(panel.choice(), units(3, 2, 1));
    QCOMPARE(panel.path().points, planePath(*sine(), 0, units(3, 2, 1)).points);
    // Where there is no room the numbers go, and come back.
    header->resize(header->minimumSizeHint());
    QVERIFY(header->unit(0)->isHidden() && !header->axes()->isHidden());
    // A cell of one state and one unit leaves nothing to choose.
    panel.setSnapshot(pass({{"cell", "rnn"}, {"hidden", "1"}}));
    QVERIFY(header->axes()->isHidden() && header->states()->isHidden());
}

void PhasePlanePanelTest::reverseDirectionRunsBack() {
    const SharedSnapshot both = pass({{"cell", "gru"}, {"bidirectional", "true"}});
    Plane shown({520, 400}, Theme::light());
    shown.panel.setSnapshot(both);
    shown.panel.setView(at(Phase::Forward, 45, true));
    shown.open();
    QCOMPARE(shown.panel.playedTo(), 5);
    QCOMPARE(shown.panel.numberOf(49), 1);
    QVERIFY(shown.panel.hoverText(5).contains("t = 46<"));
    const auto t = columnOf(shown.panel.data(), "t");
    QCOMPARE(t.front(), 51.0);
    QCOMPARE(t.back(), 1.0);
}

void PhasePlanePanelTest::trailPrefersWhatIsNearInTime() {
    PlaneTrail trail;
    trail.setPoints({{0, 0}, {50, 0}, {50, 50}, {0, 0.5}, {notANumber, 0}}, {-10, -10, 100, 100},
                    1);
    QCOMPARE(trail.nearest({0, 0}, 10, 0), 0);
    QCOMPARE(trail.nearest({0, 0}, 10, 4), 3);
    QCOMPARE(trail.nearest({25, 25}, 5, 0), -1);
    QCOMPARE(trail.nearest({60, 0}, INFINITY, 0), 1);
}

void PhasePlanePanelTest::oddPassesDraw_data() {
    QTest::addColumn<Options>("options");
    QTest::newRow("one unit") << Options{{"cell", "lstm"}, {"hidden", "1"}};
    QTest::newRow("one step") << Options{{"cell", "gru"}, {"length", "1"}};
    QTest::newRow("one unit, one step") << Options{{"hidden", "1"}, {"length", "1"}};
    QTest::newRow("no target") << Options{{"cell", "lstm"}, {"target", "none"}};
    QTest::newRow("300 units") << Options{{"cell", "rnn"}, {"hidden", "300"}};
    QTest::newRow("rectified") << Options{{"cell", "rnn-relu"}};
    QTest::newRow("overflows") << Options{{"cell", "rnn-relu"}, {"spectral-radius", "1e60"}};
}

void PhasePlanePanelTest::oddPassesDraw() {
    QFETCH(Options, options);
    const SharedSnapshot snapshot = pass(options);
    for (const PlaneChoice& choice : {PlaneChoice{}, units(0, 1), units(400, 7, 1)}) {
        Plane shown({420, 300}, Theme::dark());
        shown.panel.setChoice(choice);
        shown.panel.setSnapshot(snapshot);
        shown.open();
        for (const View& view : {at(Phase::Forward, 0), at(Phase::Backward, 0)}) {
            shown.panel.setView(view);
            QVERIFY(!shown.image().isNull());
            QVERIFY(!svgOf(shown.panel).contains("nan"));
        }
        shown.image().save(QString(RNNSCOPE_SCREENSHOTS "/plane-%1-%2.png")
                               .arg(QTest::currentDataTag())
                               .arg(int(choice.axes)));
    }
}

void PhasePlanePanelTest::manyStepsAreDrawn() {
    const SharedSnapshot snapshot =
        pass({{"cell", "rnn"}, {"length", "5000"}, {"spectral-radius", "3"}});
    Plane shown({800, 600}, Theme::light());
    shown.panel.setSnapshot(snapshot);
    shown.open();
    shown.panel.setView(at(Phase::Forward, 4000));
    shown.image();
    for (int step = 4001; step < 4101; ++step)
        shown.panel.setView(at(Phase::Forward, step));
    const QImage there = shown.image();
    for (int step = 4100; step > 4080; --step)
        shown.panel.setView(at(Phase::Forward, step));
    QVERIFY(shown.image() != there);
    shown.image().save(RNNSCOPE_SCREENSHOTS "/plane-5000.png");
}

void PhasePlanePanelTest::everySizeAndThemeDraws() {
    for (const Theme* theme : everyTheme)
        for (const QSize& size :
             {QSize(230, 135), QSize(300, 160), QSize(420, 300), QSize(700, 260), QSize(1100, 760)})
            for (const PlaneChoice& choice : {PlaneChoice{}, units(0, 1)}) {
                Plane shown(size, *theme);
                shown.panel.setChoice(choice);
                shown.panel.setSnapshot(sine());
                shown.panel.setView(at(Phase::Backward, 19));
                shown.open();
                QVERIFY(QRectF(shown.panel.rect()).contains(shown.panel.plotArea()));
                QVERIFY(shown.panel.plotArea().height() > 40);
                shown.image().save(QString(RNNSCOPE_SCREENSHOTS "/plane-%1-%2-%3.png")
                                       .arg(theme->id)
                                       .arg(size.width())
                                       .arg(int(choice.axes)));
            }
}

QTEST_MAIN(PhasePlanePanelTest)
#include "phase_plane_panel_test.moc"
