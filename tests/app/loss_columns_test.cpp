// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart of the training draws: pooled updates, and axes that stand still.
#include "app/panels/loss_columns.h"
#include "app/panels/loss_axis.h"
#include "tests/app/loss_fixture.h"

using namespace rnnscope;

class LossColumnsTest : public QObject {
    Q_OBJECT

  private slots:
    void poolingKeepsExtremes();
    void poolingFollowsGrowth();
    void poolingStartsAnewForAnother();
    void limitsHoldWhatIsSeen();
    void axisEndsStandStill();
};

void LossColumnsTest::poolingKeepsExtremes() {
    History spiked;
    for (std::size_t k = 0; k < 100'000; ++k)
        spiked.push_back({k == 54'321 ? 7.5 : 1.0, k == 777 ? infinity : 2.0, 1.5, k == 99'999});
    UpdateColumns columns;
    columns.follow(spiked, nullptr);
    QCOMPARE(columns.size(), std::size_t(100'000));
    QVERIFY(columns.columns().size() <= UpdateColumns::most);
    QVERIFY(columns.columns().size() >= UpdateColumns::most / 4);
    ValueRange losses, norms;
    std::size_t clipped = 0;
    for (std::size_t k = 0; k < columns.columns().size(); ++k) {
        const UpdateColumn& column = columns.columns()[k];
        losses.add(column[UpdateValue::Loss]);
        norms.add(column[UpdateValue::Norm]);
        clipped += column.clipped;
        QCOMPARE(column[UpdateValue::Loss].high == 7.5, k == 54'321 / columns.perColumn());
        QCOMPARE(column[UpdateValue::Norm].broken, k == 777 / columns.perColumn());
    }
    QCOMPARE(losses.low, 1.0);
    QCOMPARE(losses.high, 7.5);
    QCOMPARE(norms.high, 2.0);  // what is not finite is no extreme
    QCOMPARE(clipped, std::size_t(1));
}

// A history that grows, or is set back and grows again, is pooled as if read at once.
void LossColumnsTest::poolingFollowsGrowth() {
    const auto records = falling(20'000);
    History history;
    UpdateColumns grown;
    const auto of = pass({})->problem;
    std::size_t next = 0;
    for (const std::size_t upTo : {1, 2, 3, 700, 5000, 5001, 12'345, 20'000}) {
        for (; next < upTo; ++next) {
            // The last is told of before it is taken, and may then be another.
            History ahead = history;
            ahead.push_back({99, 99, 99, true});
            if (next % 1000 == 0)
                grown.follow(ahead, of);
            history.push_back(records[next]);
        }
        grown.follow(history, of);
        UpdateColumns fresh;
        fresh.follow(history, of);
        QCOMPARE(grown.columns().size(), fresh.columns().size());
        QCOMPARE(grown.perColumn(), fresh.perColumn());
        for (std::size_t k = 0; k < fresh.columns().size(); ++k) {
            QCOMPARE(grown.columns()[k].clipped, fresh.columns()[k].clipped);
            QCOMPARE(grown.columns()[k][UpdateValue::Loss].low,
                     fresh.columns()[k][UpdateValue::Loss].low);
            QCOMPARE(grown.columns()[k][UpdateValue::Norm].high,
                     fresh.columns()[k][UpdateValue::Norm].high);
        }
    }
    QCOMPARE(grown.middle(0), double(grown.perColumn() - 1) / 2);
}

void LossColumnsTest::poolingStartsAnewForAnother() {
    const auto one = pass({})->problem, other = pass({})->problem;
    History history, changed;
    for (const UpdateRecord& record : falling(50)) {
        history.push_back(record);
        changed.push_back({record.loss * 3, 1, 1, false});
    }
    UpdateColumns columns;
    columns.follow(history, one);
    QCOMPARE(columns.columns()[10][UpdateValue::Loss].low, history[10].loss);
    columns.follow(changed, one);
    QCOMPARE(columns.columns()[10][UpdateValue::Loss].low, changed[10].loss);
    columns.follow(history, other);
    QCOMPARE(columns.columns()[10][UpdateValue::Loss].low, history[10].loss);
    columns.follow({}, other);
    QVERIFY(columns.columns().empty());
}

void LossColumnsTest::limitsHoldWhatIsSeen() {
    const auto near = sizeLimits({{0.3, 0.45}}, infinity);
    QVERIFY(near.low <= std::log10(0.3) && near.high >= std::log10(0.45));
    QVERIFY(near.high - near.low < 1);
    const auto wide = sizeLimits({{2e-5, 40}}, infinity);
    QCOMPARE(wide.low, -5.0);
    QCOMPARE(wide.high, 2.0);
    // What diverged leaves the plot and does not flatten the rest.
    const auto capped = sizeLimits({{0.02, 0.9}, {0.5, 1e27}}, 900);
    QCOMPARE(capped.high, 0.0);
    QVERIFY(SizeAxis({capped, 100, 0}).leaves(1e27));
    QVERIFY(!SizeAxis({capped, 100, 0}).leaves(0.9));
    // Down to twelve decades, and for nothing at all.
    QVERIFY(sizeLimits({{1e-200, 1}}, infinity).low >= -13);
    QCOMPARE(sizeLimits({{1e100, 1e110}}, infinity, 1.0).low, 0.0);
    QCOMPARE(sizeLimits({}, infinity).high, 0.0);
    QCOMPARE(sizeLimits({{0, 0}}, infinity).low, -2.0);
    const SizeAxis axis{wide, 100, 30};
    QCOMPARE(axis.y(1e-5), 100.0);
    QCOMPARE(axis.y(100), 30.0);
    QCOMPARE(axis.y(0), 100.0);
    // Labels far enough apart to be read, and rising.
    for (const LogAxis& log : {near, wide, LogAxis{-300, 240}, LogAxis{0, 0.7}}) {
        const auto ticks = sizeTicks(log, 120, 13);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 10);
        for (std::size_t k = 1; k < ticks.size(); ++k)
            QVERIFY((ticks[k].exponent - ticks[k - 1].exponent) * 120 / (log.high - log.low) >= 13);
    }
}

void LossColumnsTest::axisEndsStandStill() {
    QCOMPARE(updateAxisEnd(1, 500), 10.0);
    QCOMPARE(updateAxisEnd(38, 500), 40.0);
    QCOMPARE(updateAxisEnd(121, 500), 150.0);
    QCOMPARE(updateAxisEnd(420, 450), 450.0);
    QCOMPARE(updateAxisEnd(501, 500), 500.0);
    QCOMPARE(updateAxisEnd(560, 500), 600.0);
    QCOMPARE(updateAxisEnd(2, 1), 1.0);
    const UpdateAxis axis{200, 50, 450};
    QCOMPARE(axis.x(100), 250.0);
    QCOMPARE(axis.updateAt(250, 201), std::size_t(100));
    QCOMPARE(axis.updateAt(1e6, 121), std::size_t(120));
    QCOMPARE(axis.updateAt(-1e6, 121), std::size_t(0));
}

QTEST_MAIN(LossColumnsTest)
#include "loss_columns_test.moc"
