// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_layout.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace rnnscope;

class UnrolledLayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void boxesFit_data();
    void boxesFit();
    void currentIsShown();
    void windowStopsAtTheEnds();
    void columnsAreOddAndGrow();
    void pointsFindTheirBox();
    void readoutsOnlyWithRoom();
    void strokeFollowsTheNorm();
    void revealFollowsThePlayhead();
    void scrubbing();
};

namespace {

UnrolledSpec specOf(double width, double height, int steps, int current) {
    UnrolledSpec spec;
    spec.area = {7, 5, width, height};
    spec.steps = steps;
    spec.current = current;
    spec.loss = true;
    return spec;
}

template <class Check>
void forManySpecs(Check check) {
    for (const double width : {300., 500., 1050., 1600., 3800.})
        for (const double height : {120., 190., 260., 500.})
            for (const int steps : {1, 2, 4, 9, 50, 100000})
                for (const int layers : {1, 3, 9})
                    for (const int current : {0, steps / 3, steps / 2, steps - 1}) {
                        UnrolledSpec spec = specOf(width, height, steps, current);
                        spec.layers = layers;
                        spec.layer = layers / 2;
                        check(spec, unrolledLayout(spec));
                    }
}

}  // namespace

void UnrolledLayoutTest::boxesFit_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("plain") << 1.0;
    QTest::newRow("projector") << 1.5;
}

void UnrolledLayoutTest::boxesFit() {
    QFETCH(double, scale);
    forManySpecs([scale](UnrolledSpec spec, UnrolledLayout) {
        spec.scale = scale;
        if (spec.area.height() < 120 * scale || spec.area.width() < 300 * scale)
            return;
        const UnrolledLayout layout = unrolledLayout(spec);
        std::vector<QRectF> boxes;
        for (int step = layout.first; step <= layout.last(); ++step) {
            for (int row = 0; row < layout.rows; ++row)
                boxes.push_back(layout.cell(step, layout.firstLayer + row));
            boxes.push_back(layout.timeLabel(step));
            boxes.push_back(layout.stem(step));
            if (layout.inputs)
                boxes.push_back(layout.inputLabel(step));
            for (int line = 0; layout.readouts && line < 3; ++line)
                boxes.push_back(layout.readoutLine(step, line));
        }
        for (int row = 0; row < layout.rows; ++row)
            boxes.push_back(layout.layerLabel(layout.firstLayer + row));
        boxes.push_back(layout.lossLabel(spec.layer));
        // A hair's breadth for rounding.
        const QRectF area = spec.area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            QVERIFY2(area.contains(boxes[a]), qPrintable(QString::number(a)));
            QVERIFY(boxes[a].width() > 0 && boxes[a].height() > 0);
            for (std::size_t b = 0; b < a; ++b) {
                const QRectF common = boxes[a] & boxes[b];
                QVERIFY(common.width() < 1e-6 || common.height() < 1e-6);
            }
        }
        QVERIFY(layout.cell(layout.first, spec.layer).height() >= 20 * scale);
    });
}

void UnrolledLayoutTest::currentIsShown() {
    forManySpecs([](const UnrolledSpec& spec, const UnrolledLayout& layout) {
        QVERIFY(layout.shows(spec.current));
        QVERIFY(layout.showsLayer(spec.layer));
        QVERIFY(layout.first >= 0 && layout.last() < spec.steps);
        QVERIFY(layout.firstLayer >= 0 && layout.firstLayer + layout.rows <= spec.layers);
        const bool inner = layout.first > 0 && layout.last() < spec.steps - 1;
        if (inner)
            QCOMPARE(spec.current - layout.first, layout.last() - spec.current);
        QVERIFY(layout.count % 2 == 1 || layout.count == spec.steps);
    });
}

void UnrolledLayoutTest::windowStopsAtTheEnds() {
    const UnrolledLayout begin = unrolledLayout(specOf(1050, 190, 50, 1));
    QCOMPARE(begin.first, 0);
    QCOMPARE(begin.count, 9);
    const UnrolledLayout middle = unrolledLayout(specOf(1050, 190, 50, 19));
    QCOMPARE(middle.first, 15);
    const UnrolledLayout end = unrolledLayout(specOf(1050, 190, 50, 48));
    QCOMPARE(end.last(), 49);
    QCOMPARE(unrolledLayout(specOf(1050, 190, 1, 0)).count, 1);
}

void UnrolledLayoutTest::columnsAreOddAndGrow() {
    QCOMPARE(unrolledColumns(500, 1), 5);
    QCOMPARE(unrolledColumns(1050, 1), 9);
    QCOMPARE(unrolledColumns(1050, 1.5), 5);
    int before = 1;
    for (int width = 1; width < 4000; width += 13) {
        const int columns = unrolledColumns(width, 1);
        QVERIFY(columns % 2 == 1 && columns >= before);
        before = columns;
    }
}

void UnrolledLayoutTest::pointsFindTheirBox() {
    forManySpecs([](const UnrolledSpec& spec, const UnrolledLayout& layout) {
        for (int step = layout.first; step <= layout.last(); ++step)
            for (int row = 0; row < layout.rows; ++row) {
                const QPointF point = layout.cell(step, layout.firstLayer + row).center();
                QCOMPARE(layout.stepAt(point), std::optional(step));
                QCOMPARE(layout.layerAt(point), std::optional(layout.firstLayer + row));
            }
        QVERIFY(!layout.stepAt(spec.area.topLeft() + QPointF(1, 1)));
        QVERIFY(!layout.stepAt(spec.area.topLeft() - QPointF(1, 1)));
    });
}

void UnrolledLayoutTest::readoutsOnlyWithRoom() {
    QVERIFY(!unrolledLayout(specOf(1050, 199, 50, 9)).readouts);
    QVERIFY(unrolledLayout(specOf(1050, 200, 50, 9)).readouts);
    UnrolledSpec spec = specOf(1050, 230, 50, 9);
    spec.layers = 3;
    QCOMPARE(unrolledLayout(spec).rows, 3);
    spec.layers = 20;
    QVERIFY(unrolledLayout(spec).rows <= UnrolledLayout::mostRows);
}

void UnrolledLayoutTest::strokeFollowsTheNorm() {
    double before = -1;
    for (double exponent = -12; exponent <= 6; exponent += 0.25) {
        const GradientStroke stroke = gradientStroke(std::pow(10.0, exponent));
        const bool grows = exponent > -6 && exponent <= 3;
        QVERIFY(grows ? stroke.width > before : stroke.width >= before);
        QVERIFY(stroke.width >= 0 && stroke.width <= 1.5);
        QCOMPARE(stroke.vanished, exponent <= -6);
        QCOMPARE(stroke.over > 0, exponent > 0);
        before = stroke.width;
    }
    QCOMPARE(gradientStroke(1).width, 1.0);
    QCOMPARE(gradientStroke(1e-3).width, 0.5);
    QVERIFY(gradientStroke(0).vanished);
    QVERIFY(gradientStroke(1e-300).vanished);
    QCOMPARE(gradientStroke(std::numeric_limits<double>::infinity()).width, 1.5);
    QVERIFY(gradientStroke(std::nan("")).undefined);
    QVERIFY(!gradientStroke(1).undefined);
}

void UnrolledLayoutTest::revealFollowsThePlayhead() {
    const Position forward{0, Phase::Forward, 5}, backward{0, Phase::Backward, 5};
    QVERIFY(statePlayed(forward, 5, false) && statePlayed(forward, 4, false));
    QVERIFY(!statePlayed(forward, 6, false));
    QVERIFY(statePlayed(forward, 6, true) && !statePlayed(forward, 4, true));
    QVERIFY(statePlayed(backward, 40, false));
    QCOMPARE(gradientReveal(forward, 5, false), GradientReveal::Absent);
    QCOMPARE(gradientReveal({0, Phase::Loss, 9}, 9, false), GradientReveal::ToCome);
    QCOMPARE(gradientReveal(backward, 5, false), GradientReveal::Current);
    QCOMPARE(gradientReveal(backward, 6, false), GradientReveal::Played);
    QCOMPARE(gradientReveal(backward, 4, false), GradientReveal::ToCome);
    QCOMPARE(gradientReveal(backward, 4, true), GradientReveal::Played);
    QCOMPARE(gradientReveal({0, Phase::Update, 0}, 7, false), GradientReveal::Played);
}

void UnrolledLayoutTest::scrubbing() {
    forManySpecs([](const UnrolledSpec& spec, const UnrolledLayout& layout) {
        QCOMPARE(scrubbedStep(layout, spec.current, 0), spec.current);
        QCOMPARE(scrubbedStep(layout, spec.current, 1e9), spec.steps - 1);
        QCOMPARE(scrubbedStep(layout, spec.current, -1e9), 0);
        QVERIFY(scrubbedStep(layout, spec.current, 40) >= spec.current);
    });
}

QTEST_APPLESS_MAIN(UnrolledLayoutTest)
#include "unrolled_layout_test.moc"
