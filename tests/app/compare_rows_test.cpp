// SPDX-License-Identifier: GPL-3.0-or-later
// Which strips of several networks stand in one row, and on which scale.
#include "app/panels/compare_rows.h"

#include "core/lanes.h"
#include "tests/app/compare_fixture.h"

using namespace rnnscope;

class CompareRowsTest : public QObject {
    Q_OBJECT

  private slots:
    void rowsMeanTheSame();
    void gatesHavePlaces();
    void rowsShareAScale();
    void theGradientAxisHoldsAll();
};

void CompareRowsTest::rowsMeanTheSame() {
    const Compared lanes(pass(usualLanes));
    QList<QStringList> rows;
    for (std::size_t k = 0; k < lanes.rows.rows.size(); ++k)
        rows << lanes.idsOf(k);
    QCOMPARE(rows, (QList<QStringList>{{"input", "input", "input"},
                                       {"-", "f", "z"},
                                       {"-", "i", "r"},
                                       {"-", "g", "n"},
                                       {"-", "o", "-"},
                                       {"a", "-", "-"},
                                       {"-", "c", "-"},
                                       {"h", "h", "h"}}));
    QCOMPARE(lanes.rows.count(TimeContent::Gates), 5);
    // What is called the same has one name for all, the others keep their symbol.
    const TimeShared gates = lanes.rows.shared(1, TimeContent::Gates);
    QCOMPARE(gates.rows, (std::vector<int>{0, 1, 2, 3}));
    QCOMPARE(gates.symbols, (std::vector<bool>{true, true, true, false}));
    QCOMPARE(lanes.rows.shared(0, TimeContent::Gates).rows, std::vector<int>{4});
    QCOMPARE(lanes.rows.shared(0, TimeContent::CellState).rowCount, 1);
    // Two of a kind: all gates meet.
    const Compared twins(pass(with(usualLanes, {{"lanes", "*; forget-bias=2"}})));
    for (std::size_t k = 0; k < twins.rows.rows.size(); ++k) {
        QCOMPARE(twins.idsOf(k)[0], twins.idsOf(k)[1]);
        QVERIFY(twins.rows.rows[k].same);
    }
}

void CompareRowsTest::gatesHavePlaces() {
    const auto placeOf = [](const char* cell, const char* id) {
        const Cell* found = findCell(cell);
        return gatePlace(*found, *found->find(id));
    };
    for (const char* cell : {"lstm", "lstm-peephole", "lstm-coupled"}) {
        QCOMPARE(placeOf(cell, "f"), 0);
        QCOMPARE(placeOf(cell, "i"), 1);
        QCOMPARE(placeOf(cell, "g"), 2);
        QCOMPARE(placeOf(cell, "o"), 3);
    }
    for (const char* cell : {"gru", "gru-reset-before"}) {
        QCOMPARE(placeOf(cell, "z"), 0);
        QCOMPARE(placeOf(cell, "r"), 1);
        QCOMPARE(placeOf(cell, "n"), 2);
    }
    QCOMPARE(placeOf("ugrnn", "z"), 0);
    QCOMPARE(placeOf("rnn", "a"), 4);  // unbounded: it would dwarf candidates
    // Every strip of every cell has a row of its own.
    for (const Cell* cell : cells()) {
        const Compared lanes(pass({{"cell", std::string(cell->id())}, {"length", "5"}}));
        std::size_t strips = 0;
        for (const auto& content : lanes.rows.lanes[0])
            strips += content.size();
        QCOMPARE(lanes.rows.rows.size(), strips);
    }
}

void CompareRowsTest::rowsShareAScale() {
    const Compared lanes(pass(
        {{"cell", "rnn-relu"}, {"spectral-radius", "1.3"}, {"lanes", "*; cell=lstm; cell=gru"}}));
    for (const ComparedRow& row : lanes.rows.rows) {
        double low = infinity, high = -infinity;
        for (std::size_t lane = 0; lane < 3; ++lane)
            if (const TimeRow* strip = lanes.rows.strip(row, lane)) {
                QCOMPARE(strip->low, row.range.first);
                QCOMPARE(strip->high, row.range.second);
                for (const TimeSeries& series : strip->series) {
                    low = std::min(low, finiteExtent(series.values).first);
                    high = std::max(high, finiteExtent(series.values).second);
                }
            }
        QVERIFY(row.range.first <= low && row.range.second >= high);
    }
    // Heatmaps take their colours from the same limits.
    const Compared many(pass(
        {{"cell", "gru"}, {"hidden", "12"}, {"spectral-radius", "3"}, {"lanes", "*; cell=lstm"}}));
    const ComparedRow& hidden = many.rows.rows.back();
    QVERIFY(many.rows.strip(hidden, 0)->heat);
    QCOMPARE(many.rows.strip(hidden, 0)->scale, many.rows.strip(hidden, 1)->scale);
    TimeRow gate;
    gate.scale = ColorScale::sequential();
    setRange(gate, {-2, 5});
    QCOMPARE(gate.scale, ColorScale::sequential());
    QCOMPARE(gate.high, 5.0);
}

void CompareRowsTest::theGradientAxisHoldsAll() {
    const Compared calm(pass(usualLanes));
    const LogAxis usual = sharedGradientAxis(calm.of, calm.views);
    QCOMPARE(usual.high, 2.0);
    double low = -8;
    for (const auto& lane : calm.of)
        low = std::min(low, gradientAxis(gradientCurves(*lane, 0)).low);
    QCOMPARE(usual.low, low);
    // One explodes, one vanishes: the axis of both reaches as far as either.
    const Compared wide(pass({{"cell", "rnn-relu"},
                              {"length", "60"},
                              {"spectral-radius", "2"},
                              {"lanes", "*; spectral-radius=0.2, cell=rnn"}}));
    const LogAxis axis = sharedGradientAxis(wide.of, wide.views);
    QVERIFY(axis.low < -8 && axis.high > 2);
    for (std::size_t lane = 0; lane < 2; ++lane)
        for (const GradientCurve& curve : gradientCurves(*wide.of[lane], 0))
            for (const double norm : curve.norms)
                QVERIFY(norm == 0 || !std::isfinite(norm) ||
                        (std::log10(norm) >= axis.low && std::log10(norm) <= axis.high));
}

QTEST_MAIN(CompareRowsTest)
#include "compare_rows_test.moc"
