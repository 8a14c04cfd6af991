// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playhead.h"

#include <QAction>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace rnnscope;

namespace {

const Position start{0, Phase::Forward, 0};

}  // namespace

class PlayheadTest : public QObject {
    Q_OBJECT

  private slots:
    void indexAndPositionAreInverse();
    void onePassInOrder();
    void stepsOverUpdateBorders();
    void staysInsideTheRun();
    void startEndAndStep();
    void lengthChangesInBackward();
    void withoutGradientOnlyForward();
    void movedTellsBoth();
    void playsToTheEndAndStops();
    void keepsTraining();
    void slowReceiversDropSteps();
    void noBurstAfterAStall();
    void speedsWalkAndClamp();
    void selectionIsClamped();
    void actionsFollow();
    void wordsCountFromOne();
    void operationsWithinAStep();
    void operationsOverBorders();
};

void PlayheadTest::indexAndPositionAreInverse() {
    for (int length = 1; length <= 50; ++length) {
        QCOMPARE(positionCount(length), 2 * length + 3);
        for (int index = 0; index < positionCount(length); ++index) {
            const Position position = positionAt(index, length, 7);
            QCOMPARE(indexOf(position, length), index);
            QCOMPARE(position.update, 7);
            QVERIFY(position.step >= 0 && position.step < length);
            QVERIFY(position == clamped(position, length, true));
        }
    }
}

void PlayheadTest::operationsWithinAStep() {
    Playhead playhead;
    playhead.setLength(2);
    playhead.setParts(3);
    const QList<Position> expected = {
        {0, Phase::Forward, 0},     {0, Phase::Forward, 1, 1}, {0, Phase::Forward, 1, 2},
        {0, Phase::Forward, 1},     {0, Phase::Loss, 1},       {0, Phase::Backward, 1, 1},
        {0, Phase::Backward, 1, 2}, {0, Phase::Backward, 1},   {0, Phase::Backward, 0, 1},
        {0, Phase::Backward, 0, 2}, {0, Phase::Backward, 0},   {0, Phase::Clip, 0},
        {0, Phase::Update, 0},      {1, Phase::Forward, 0, 1}};
    for (const Position& position : expected) {
        QVERIFY(playhead.position() == position);
        playhead.nextPartAction()->trigger();
    }
    playhead.previousPart();
    for (qsizetype k = expected.size(); k-- > 0;) {
        QVERIFY(playhead.position() == expected[k]);
        playhead.previousPartAction()->trigger();
    }
    // The very first step can be gone back through as well, but not beyond its first operation.
    QVERIFY((playhead.position() == Position{0, Phase::Forward, 0, 2}));
    playhead.previousPart();
    playhead.previousPart();
    QVERIFY((playhead.position() == Position{0, Phase::Forward, 0, 1}));
    playhead.previousPartAction()->trigger();
    QVERIFY((playhead.position() == Position{0, Phase::Forward, 0, 1}));
}

void PlayheadTest::operationsOverBorders() {
    Playhead playhead;
    playhead.setLength(5);
    playhead.setParts(4);
    const auto within = [&](Phase phase) {
        playhead.moveTo({0, phase, 2, 3});
        QCOMPARE(playhead.position().part, 3);
    };
    within(Phase::Forward);
    playhead.next();  // to the end of its step
    QVERIFY((playhead.position() == Position{0, Phase::Forward, 2}));
    within(Phase::Forward);
    playhead.previous();
    QVERIFY((playhead.position() == Position{0, Phase::Forward, 1}));
    within(Phase::Backward);
    playhead.setParts(3);  // another cell: there is no third part within the step
    QVERIFY((playhead.position() == Position{0, Phase::Backward, 2}));
    playhead.setParts(1);
    playhead.nextPart();
    QVERIFY((playhead.position() == Position{0, Phase::Backward, 1}));
    playhead.previousPart();
    QVERIFY((playhead.position() == Position{0, Phase::Backward, 2}));
    playhead.setParts(4);
    playhead.moveTo({0, Phase::Loss, 4, 2});  // the loss has none
    QCOMPARE(playhead.position().part, 0);
    playhead.moveTo({0, Phase::Forward, 2, 3});
    QCOMPARE(playhead.position().part, 3);
    QVERIFY(positionText(playhead.position(), 5).contains("operation 3"));
}

void PlayheadTest::onePassInOrder() {
    Playhead playhead;
    playhead.setLength(3);
    const QList<Position> expected = {
        {0, Phase::Forward, 0},  {0, Phase::Forward, 1},  {0, Phase::Forward, 2},
        {0, Phase::Loss, 2},     {0, Phase::Backward, 2}, {0, Phase::Backward, 1},
        {0, Phase::Backward, 0}, {0, Phase::Clip, 0},     {0, Phase::Update, 0}};
    for (const Position& position : expected) {
        QVERIFY(playhead.position() == position);
        playhead.next();
    }
    QVERIFY(playhead.position() == (Position{1, Phase::Forward, 0}));
    for (auto position = expected.rbegin(); position != expected.rend(); ++position) {
        playhead.previous();
        QVERIFY(playhead.position() == *position);
    }
}

void PlayheadTest::stepsOverUpdateBorders() {
    Playhead playhead;
    playhead.setLength(4);
    playhead.moveTo({2, Phase::Forward, 0});
    playhead.previous();
    QVERIFY(playhead.position() == (Position{1, Phase::Update, 0}));
    playhead.next();
    QVERIFY(playhead.position() == (Position{2, Phase::Forward, 0}));
    playhead.setStep(3);
    playhead.nextUpdate();
    QVERIFY(playhead.position() == (Position{3, Phase::Forward, 0}));
    playhead.moveTo({3, Phase::Backward, 2});
    playhead.previousUpdate();
    QVERIFY(playhead.position() == (Position{2, Phase::Forward, 0}));
}

void PlayheadTest::staysInsideTheRun() {
    Playhead playhead;
    playhead.setLength(4);
    QSignalSpy moved(&playhead, &Playhead::moved);
    playhead.previous();
    playhead.previousUpdate();
    QVERIFY(!playhead.canGoPrevious());
    QCOMPARE(moved.count(), 0);
    playhead.moveTo({Playhead::maxUpdate + 5, Phase::Update, 3});
    QVERIFY(playhead.position() == (Position{Playhead::maxUpdate, Phase::Update, 0}));
    playhead.next();
    playhead.nextUpdate();
    playhead.play();
    QVERIFY(!playhead.isPlaying());
    QVERIFY(playhead.position() == (Position{Playhead::maxUpdate, Phase::Update, 0}));
    playhead.moveTo({-3, Phase::Backward, 99});
    QVERIFY(playhead.position() == (Position{0, Phase::Backward, 3}));
}

void PlayheadTest::startEndAndStep() {
    Playhead playhead;
    playhead.setLength(10);
    playhead.moveTo({5, Phase::Backward, 7});
    playhead.setStep(2);
    QVERIFY(playhead.position() == (Position{5, Phase::Backward, 2}));
    playhead.toEnd();
    QVERIFY(playhead.atEnd());
    QVERIFY(playhead.position() == (Position{5, Phase::Update, 0}));
    playhead.setStep(4);
    QVERIFY(playhead.position() == (Position{5, Phase::Forward, 4}));
    playhead.toStart();
    QVERIFY(playhead.atStart());
    QVERIFY(playhead.position() == (Position{5, Phase::Forward, 0}));
}

void PlayheadTest::lengthChangesInBackward() {
    Playhead playhead;
    playhead.setLength(50);
    playhead.moveTo({1, Phase::Backward, 30});
    QStringList order;
    connect(&playhead, &Playhead::lengthChanged, this, [&] { order << "length"; });
    connect(&playhead, &Playhead::moved, this, [&] { order << "moved"; });
    playhead.setLength(20);
    QVERIFY(playhead.position() == (Position{1, Phase::Backward, 19}));
    QCOMPARE(order, QStringList({"length", "moved"}));
    playhead.setLength(80);
    QVERIFY(playhead.position() == (Position{1, Phase::Backward, 19}));
    QCOMPARE(order.count(), 3);
    playhead.moveTo({1, Phase::Loss, 0});
    QCOMPARE(playhead.position().step, 79);
    playhead.setLength(0);
    QCOMPARE(playhead.length(), 1);
    QVERIFY(playhead.position() == (Position{1, Phase::Loss, 0}));
}

void PlayheadTest::withoutGradientOnlyForward() {
    Playhead playhead;
    playhead.setLength(5);
    playhead.moveTo({3, Phase::Backward, 2});
    playhead.setHasGradient(false);
    QVERIFY(playhead.position() == (Position{3, Phase::Forward, 2}));
    QCOMPARE(playhead.count(), 5);
    playhead.toEnd();
    QVERIFY(playhead.position() == (Position{3, Phase::Forward, 4}));
    playhead.next();
    playhead.nextUpdate();
    QVERIFY(playhead.position() == (Position{3, Phase::Forward, 4}));
    playhead.moveTo({3, Phase::Loss, 0});
    QVERIFY(playhead.position() == (Position{3, Phase::Forward, 4}));
    playhead.toStart();
    playhead.previous();
    playhead.previousUpdate();
    QVERIFY(playhead.position() == (Position{3, Phase::Forward, 0}));

    playhead.toEnd();
    playhead.setSpeed(60);
    playhead.play();  // from the end: once more from the start, and then it stops by itself
    QVERIFY(playhead.atStart());
    QVERIFY(playhead.isPlaying());
    QTRY_VERIFY(!playhead.isPlaying());
    QVERIFY(playhead.atEnd());
}

void PlayheadTest::movedTellsBoth() {
    Playhead playhead;
    playhead.setLength(5);
    QSignalSpy moved(&playhead, &Playhead::moved);
    playhead.moveTo({0, Phase::Forward, 3});
    playhead.moveTo({0, Phase::Forward, 3});
    QCOMPARE(moved.count(), 1);
    QVERIFY(moved[0][0].value<Position>() == (Position{0, Phase::Forward, 3}));
    QVERIFY(moved[0][1].value<Position>() == start);
}

void PlayheadTest::playsToTheEndAndStops() {
    Playhead playhead;
    playhead.setLength(6);
    playhead.setSpeed(60);
    QSignalSpy playing(&playhead, &Playhead::playingChanged);
    QSignalSpy moved(&playhead, &Playhead::moved);
    QElapsedTimer clock;
    clock.start();
    playhead.play();
    QTRY_VERIFY(!playhead.isPlaying());
    const auto elapsed = clock.elapsed();
    QVERIFY(playhead.position() == (Position{0, Phase::Update, 0}));
    QCOMPARE(moved.count(), 14);  // each position was shown once
    QCOMPARE(playing.count(), 2);
    QVERIFY2(elapsed >= 220, qPrintable(QString::number(elapsed)));  // 14 steps at 60 a second

    playhead.play();  // at the end: on into the next update
    QTRY_COMPARE(playhead.position().update, 1);
    playhead.pause();
    moved.clear();
    QTest::qWait(60);
    QCOMPARE(moved.count(), 0);
}

void PlayheadTest::keepsTraining() {
    Playhead playhead;
    playhead.setLength(1);
    playhead.setSpeed(60);
    playhead.setLooping(true);
    QVERIFY(playhead.loopAction()->isChecked());
    playhead.play();
    QTRY_COMPARE(playhead.position().update, 2);
    QVERIFY(playhead.isPlaying());
    playhead.loopAction()->trigger();
    QVERIFY(!playhead.isLooping());
    QTRY_VERIFY(!playhead.isPlaying());
    QCOMPARE(playhead.position().phase, Phase::Update);
}

void PlayheadTest::slowReceiversDropSteps() {
    Playhead playhead;
    playhead.setLength(1000);
    playhead.setSpeed(60);
    int steps = 0, longest = 0;
    connect(&playhead, &Playhead::moved, this, [&](Position now, Position before) {
        ++steps;
        longest = std::max(longest, now.step - before.step);
        QTest::qSleep(50);  // a receiver three times too slow
    });
    playhead.play();
    QTest::qWait(500);
    playhead.pause();
    QCOMPARE(longest, 1);
    QVERIFY2(steps >= 3 && steps <= 11, qPrintable(QString::number(steps)));
    const int then = steps;
    QTest::qWait(100);
    QCOMPARE(steps, then);  // nothing was queued
}

void PlayheadTest::noBurstAfterAStall() {
    Playhead playhead;
    playhead.setLength(1000);
    playhead.setSpeed(60);
    QElapsedTimer clock;
    QList<qint64> times;
    connect(&playhead, &Playhead::moved, this, [&] {
        if (times.isEmpty())
            QTest::qSleep(400);  // 24 steps late
        if (!clock.isValid())
            clock.start();
        times << clock.elapsed();
    });
    playhead.play();
    QTRY_VERIFY(times.size() >= 10);
    playhead.pause();
    QVERIFY2(times[9] >= 100, qPrintable(QString::number(times[9])));  // at 60 a second: 134 ms
}

void PlayheadTest::speedsWalkAndClamp() {
    Playhead playhead;
    QCOMPARE(playhead.speed(), 4.0);
    QSignalSpy changed(&playhead, &Playhead::speedChanged);
    playhead.faster();
    QCOMPARE(playhead.speed(), 8.0);
    playhead.setSpeed(10);
    playhead.faster();
    QCOMPARE(playhead.speed(), 15.0);
    playhead.setSpeed(10);
    playhead.slower();
    QCOMPARE(playhead.speed(), 8.0);
    playhead.setSpeed(1000);
    QCOMPARE(playhead.speed(), 60.0);
    QVERIFY(!playhead.fasterAction()->isEnabled());
    for (int i = 0; i < 20; ++i)
        playhead.slower();
    QCOMPARE(playhead.speed(), 0.5);
    playhead.setSpeed(qQNaN());
    QCOMPARE(playhead.speed(), 0.5);
    QCOMPARE(changed.last().first().toDouble(), 0.5);
}

void PlayheadTest::selectionIsClamped() {
    Playhead playhead;
    playhead.setLimits(2, 2, 8);
    QSignalSpy changed(&playhead, &Playhead::selectionChanged);
    playhead.setLayer(5);
    playhead.setReverse(true);
    playhead.setUnit(7);
    playhead.nextUnitAction()->trigger();
    QCOMPARE(playhead.layer(), 1);
    QVERIFY(playhead.reverse());
    QCOMPARE(playhead.unit(), 7);
    QCOMPARE(changed.count(), 3);
    playhead.setLimits(1, 1, 4);
    QCOMPARE(playhead.layer(), 0);
    QVERIFY(!playhead.reverse());
    QCOMPARE(playhead.unit(), 3);
    playhead.setReverse(true);
    QVERIFY(!playhead.reverse());
    QCOMPARE(changed.count(), 4);
}

void PlayheadTest::actionsFollow() {
    Playhead playhead;
    playhead.setLength(3);
    QVERIFY(!playhead.previousAction()->isEnabled());
    QVERIFY(!playhead.startAction()->isEnabled());
    playhead.endAction()->trigger();
    QVERIFY(!playhead.endAction()->isEnabled());
    QVERIFY(playhead.nextAction()->isEnabled());  // into the next update
    playhead.setHasGradient(false);
    QVERIFY(!playhead.nextAction()->isEnabled());
    QVERIFY(!playhead.nextUpdateAction()->isEnabled());
    QSet<QKeySequence> keys;
    for (const QAction* action : playhead.actions()) {
        QVERIFY(!action->text().isEmpty() && !action->toolTip().isEmpty());
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key);
        }
    }
}

void PlayheadTest::wordsCountFromOne() {
    QCOMPARE(positionText({3, Phase::Backward, 19}, 50), "Backward pass, t = 20 of 50, update 3");
    QCOMPARE(positionText({3, Phase::Clip, 0}, 50), "Clipping, update 3");
    QCOMPARE(speedText(0.5), QLocale().toString(0.5) + " steps/s");
    QCOMPARE(speedText(1), "1 step/s");
}

QTEST_MAIN(PlayheadTest)
#include "playhead_test.moc"
