// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a pass and a training on threads of its own: analyses, and the gradient's check.
#include "tests/app/training_fixture.h"

namespace rnnscope {

class TrainingAnalysesTest : public QObject {
    Q_OBJECT

  private slots:
    void gradientIsChecked();
    void checkEndsWhenTheSetupChanges();
    void analysesFollowTheSnapshot();
    void analysesFollowTheTraining();
    void sharedWorkFollowsItAndStops();
};

void TrainingAnalysesTest::gradientIsChecked() {
    const auto document = documentOf(small);
    QSignalSpy checked(document.get(), &Document::gradientChecked);
    document->checkGradient();
    QVERIFY(document->isChecking());
    QVERIFY(checked.wait(20000));
    const auto check = checked[0][0].value<GradientCheck>();
    QVERIFY(check.complete);
    QVERIFY(check.passed());
    // 4 · 4 (4 + 1 + 1 + 1) weights and biases, 5 of the read-out, 20 inputs, h0 and c0.
    QCOMPARE(check.entries, Index(112 + 5 + 20 + 8));
    QVERIFY(!document->isChecking());

    // A gradient that is cut short is found out.
    Setup cut = document->setup();
    cut.training.window = 3;
    QVERIFY(document->change(cut, {}));
    document->checkGradient();
    QVERIFY(checked.wait(20000));
    QVERIFY(!checked.back()[0].value<GradientCheck>().passed());
}

void TrainingAnalysesTest::checkEndsWhenTheSetupChanges() {
    const auto document = documentOf(smallWith({{"hidden", "48"}, {"length", "200"}}));
    QSignalSpy checked(document.get(), &Document::gradientChecked);
    QSignalSpy progress(document.get(), &Document::checkProgress);
    document->checkGradient();
    QVERIFY(progress.wait(20000));
    Setup next = document->setup();
    next.hidden = 4;
    QVERIFY(document->change(next, {}));
    QVERIFY(!document->isChecking());
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->shape().hidden, Index(4));
    QCOMPARE(checked.count(), 0);
}

void TrainingAnalysesTest::analysesFollowTheSnapshot() {
    const auto document = documentOf(small);
    QSignalSpy arrived(document.get(), &Document::analysesChanged);
    document->requestAnalyses(
        {.wanted = FlowAnalysis | PathsAnalysis, .span = Span{0, 2, 9}, .field = {}});
    QVERIFY(arrived.wait(5000));
    const auto& first = document->analyses();
    QVERIFY(first->of == document->snapshot());
    QVERIFY(first->flow && first->paths && first->span && !first->spectra);
    Setup next = document->setup();
    next.seed = 9;
    QVERIFY(document->change(next, {}));
    QVERIFY(arrived.wait(5000));
    QCOMPARE(document->analyses()->of->setup.seed, std::uint64_t(9));
    // Nothing wanted, nothing worked out.
    document->requestAnalyses({});
    const auto count = arrived.count();
    document->showUpdate(1);
    QVERIFY(document->settle());
    QTest::qWait(50);
    QCOMPARE(arrived.count(), count);
}

void TrainingAnalysesTest::analysesFollowTheTraining() {
    const auto document = documentOf(smallWith({{"updates", "1000000"}}));
    document->requestAnalyses({.wanted = FlowAnalysis, .span = {}, .field = {}});
    document->train();
    QVERIFY(QTest::qWaitFor(
        [&] { return document->analyses() && document->analyses()->of->update > 50; }, 20000));
    document->pauseTraining();
    QVERIFY(document->settle());
}

/// Large enough that flow and spectra are worked out by several threads, which end when told.
void TrainingAnalysesTest::sharedWorkFollowsItAndStops() {
    const auto document =
        documentOf(smallWith({{"hidden", "24"}, {"length", "96"}, {"updates", "1000000"}}));
    document->requestAnalyses(
        {.wanted = FlowAnalysis | SpectrumAnalysis, .span = Span{0, 2, 90}, .field = {}});
    const auto shown = [&] {
        return document->analyses() && document->analyses()->of == document->snapshot();
    };
    QVERIFY(QTest::qWaitFor(shown, 60000));
    QCOMPARE(document->analyses()->flow->size(), std::size_t(1));
    QCOMPARE(document->analyses()->spectra->size(), std::size_t(1));
    // Changes and trainings that interrupt them anywhere; the last one is answered.
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Setup next = document->setup();
        next.seed = seed;
        QVERIFY(document->change(next, {}));
        if (seed % 3 == 0)
            document->train();
        QTest::qWait(static_cast<int>(7 * seed));
    }
    document->pauseTraining();
    QVERIFY(document->settle());
    QVERIFY(QTest::qWaitFor(shown, 60000));
    QCOMPARE(document->analyses()->of->setup.seed, std::uint64_t(12));
    // Destroyed in the midst of them, the document waits for nobody.
    document->train();
}

}  // namespace rnnscope

QTEST_GUILESS_MAIN(rnnscope::TrainingAnalysesTest)
#include "training_analyses_test.moc"
