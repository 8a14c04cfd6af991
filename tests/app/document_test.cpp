// SPDX-License-Identifier: GPL-3.0-or-later
// A changed setup leaves a training, and the way back brings it again: to the last digit.
#include <QSignalSpy>
#include <QTest>
#include <memory>

#include "app/document.h"
#include "app/experiment_shelf.h"

namespace rnnscope {

class DocumentTest : public QObject {
    Q_OBJECT

  private slots:
    void undoBringsTheTrainingBack_data();
    void undoBringsTheTrainingBack();
    void redoBringsTheOtherOneBack();
    void aDragIsLeftInOneStep();
    void aDragToWhereItBeganLeavesNothing();
    void aDragPushesNothingOut();
    void moreUpdatesAreTheSameTraining();
    void anotherSequenceStartsUntrained();
    void aSetupChosenAgainKeepsItsCurve();
    void aChangeWhileTraining();
    void noTargetAndBack();
    void whatHasNoRoomIsTold();
    void aShelfHoldsTheLastFew();
    void aShelfKeepsToItsMemory();
};

namespace {

using Options = std::vector<std::pair<const char*, const char*>>;

void choose(Setup& setup, const Options& options) {
    for (const auto& [option, value] : options)
        if (!setOption(setup, option, value))
            qFatal("%s", option);
}

Setup setupOf(const Options& options = {}) {
    Setup setup;
    choose(setup, {{"cell", "lstm"},
                   {"hidden", "4"},
                   {"task", "sine"},
                   {"length", "20"},
                   {"updates", "300"}});
    choose(setup, options);
    return setup;
}

std::unique_ptr<Document> documentOf(const Setup& setup) {
    auto document = std::make_unique<Document>();
    if (!document->change(setup, {}) || !document->settle())
        qFatal("no document");
    return document;
}

bool trained(Document& document) {
    return QTest::qWaitFor([&] { return !document.isTraining(); }, 20000);
}

/// Trains to the end and goes back to an update on the way.
void trainAndShow(Document& document, int update) {
    document.train();
    QVERIFY(trained(document));
    document.showUpdate(update);
    QVERIFY(document.settle());
    QCOMPARE(document.snapshot()->update, update);
}

bool change(Document& document, const Options& options, const QString& key = {}) {
    Setup next = document.setup();
    choose(next, options);
    return document.change(next, "Change", key).ok() && document.settle();
}

/// Every number that a learner could see is the same.
void compareSnapshots(const Snapshot& a, const Snapshot& b) {
    QCOMPARE(a.update, b.update);
    QCOMPARE(a.known, b.known);
    QCOMPARE(a.history.size(), b.history.size());
    for (std::size_t k = 0; k < a.history.size(); ++k)
        QVERIFY2(a.history[k] == b.history[k], qPrintable(QString::number(k)));
    QCOMPARE(a.twin.has_value(), b.twin.has_value());
    if (a.twin)
        for (std::size_t k = 0; k < a.twin->history.size(); ++k)
            QVERIFY(a.twin->history[k] == b.twin->history[k]);
    for (std::size_t k = 0; k < a.parameters.items.size(); ++k)
        QVERIFY(a.parameters.items[k].value == b.parameters.items[k].value);
    QVERIFY(a.record.output == b.record.output);
    QCOMPARE(a.backward->loss.loss, b.backward->loss.loss);
    QVERIFY(a.backward->gradients.input == b.backward->gradients.input);
}

}  // namespace

void DocumentTest::undoBringsTheTrainingBack_data() {
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<bool>("twin");
    QTest::newRow("sgd") << "sgd" << false;
    QTest::newRow("adam, with a twin") << "adam" << true;
}

void DocumentTest::undoBringsTheTrainingBack() {
    QFETCH(QString, optimizer);
    QFETCH(bool, twin);
    Setup setup = setupOf({{"lr", "0.02"}, {"sequences", "2"}, {"fresh", ""}});
    QVERIFY(setOption(setup, "optimizer", optimizer.toStdString()).ok());
    setup.training.twin = twin;
    const auto document = documentOf(setup);
    trainAndShow(*document, 180);
    const auto before = document->snapshot();
    QCOMPARE(before->known, 300);

    QSignalSpy left(document.get(), &Document::trainingLeft);
    QVERIFY(change(*document, {{"hidden", "6"}}));
    QCOMPARE(document->snapshot()->update, 0);
    QCOMPARE(document->snapshot()->known, 0);
    QCOMPARE(left.count(), 1);
    QCOMPARE(left[0][0].toInt(), 180);

    document->undoStack().undo();
    QCOMPARE(document->update(), 180);
    QVERIFY(document->settle());
    compareSnapshots(*document->snapshot(), *before);
    QVERIFY(document->snapshot()->checkpoints.count > 10);

    // As if nothing had happened in between: back, and on, as the core has it.
    document->showUpdate(37);
    QVERIFY(document->settle());
    document->showUpdate(310);
    QVERIFY(document->settle());
    auto experiment = Experiment::create(setup);
    QVERIFY(experiment.ok());
    experiment->runTo(310);
    compareSnapshots(*document->snapshot(), *experiment->snapshot(1));
}

void DocumentTest::redoBringsTheOtherOneBack() {
    const auto document = documentOf(setupOf());
    trainAndShow(*document, 300);
    QVERIFY(change(*document, {{"spectral-radius", "1.1"}, {"updates", "120"}}));
    trainAndShow(*document, 90);
    const auto second = document->snapshot();
    document->undoStack().undo();
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->update, 300);
    document->undoStack().redo();
    QVERIFY(document->settle());
    compareSnapshots(*document->snapshot(), *second);
}

void DocumentTest::aDragIsLeftInOneStep() {
    const auto document = documentOf(setupOf());
    trainAndShow(*document, 200);
    const auto before = document->snapshot();
    QSignalSpy left(document.get(), &Document::trainingLeft);
    for (const char* rate : {"0.11", "0.13", "0.17"})
        QVERIFY(change(*document, {{"lr", rate}}, "lr"));
    document->finishChange();
    QCOMPARE(left.count(), 1);
    QCOMPARE(document->undoStack().count(), 1);
    document->undoStack().undo();
    QVERIFY(document->settle());
    compareSnapshots(*document->snapshot(), *before);
}

void DocumentTest::aDragToWhereItBeganLeavesNothing() {
    const auto document = documentOf(setupOf());
    trainAndShow(*document, 200);
    const auto before = document->snapshot();
    for (const char* rate : {"0.2", "0.3", "0.1"})
        QVERIFY(change(*document, {{"lr", rate}}, "lr"));
    QCOMPARE(document->undoStack().count(), 0);
    QVERIFY(document->settle());
    compareSnapshots(*document->snapshot(), *before);
}

/// At an early update every move of a dial trains a network of its own; none of them is worth more
/// than the one that was trained on purpose.
void DocumentTest::aDragPushesNothingOut() {
    const auto document = documentOf(setupOf({{"updates", "200"}}));
    trainAndShow(*document, 20);
    const auto before = document->snapshot();
    for (int k = 0; k < 3 * int(ExperimentShelf::mostKept); ++k) {
        Setup next = document->setup();
        next.training.rate = 0.2 + 0.01 * k;
        QVERIFY(document->change(next, "Drag", "lr"));
        QVERIFY(document->settle());
        QCOMPARE(document->snapshot()->update, 20);
    }
    document->finishChange();
    document->undoStack().undo();
    QVERIFY(document->settle());
    compareSnapshots(*document->snapshot(), *before);
    QCOMPARE(document->snapshot()->known, 200);
}

void DocumentTest::moreUpdatesAreTheSameTraining() {
    const auto document = documentOf(setupOf());
    trainAndShow(*document, 300);
    QSignalSpy left(document.get(), &Document::trainingLeft);
    QVERIFY(change(*document, {{"updates", "350"}}));
    trainAndShow(*document, 350);
    document->undoStack().undo();
    QVERIFY(document->settle());
    QCOMPARE(document->setup().training.updates, 300);
    QCOMPARE(document->snapshot()->update, 350);
    QCOMPARE(left.count(), 0);
}

void DocumentTest::anotherSequenceStartsUntrained() {
    const auto document = documentOf(setupOf());
    document->showUpdate(7);
    QVERIFY(document->settle());
    QSignalSpy left(document.get(), &Document::trainingLeft);
    QVERIFY(change(*document, {{"task", "echo"}}));
    QCOMPARE(document->snapshot()->update, 0);
    QCOMPARE(left.count(), 1);
    document->undoStack().undo();
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->update, 7);
}

void DocumentTest::aSetupChosenAgainKeepsItsCurve() {
    const auto document = documentOf(setupOf());
    trainAndShow(*document, 300);
    const auto before = document->snapshot();
    QVERIFY(change(*document, {{"seed", "7"}}));
    QVERIFY(change(*document, {{"seed", "1"}}));  // by hand, not by undo
    QCOMPARE(document->snapshot()->update, 0);
    QCOMPARE(document->snapshot()->known, 300);
    QVERIFY(document->snapshot()->history[300] == before->history[300]);
}

void DocumentTest::aChangeWhileTraining() {
    const auto document = documentOf(setupOf({{"updates", "1000000"}}));
    document->train();
    QVERIFY(QTest::qWaitFor([&] { return document->update() > 100; }, 20000));
    const int shown = document->update();
    const auto history = document->snapshot()->history;
    QVERIFY(change(*document, {{"seed", "2"}}));
    QVERIFY(!document->isTraining());
    document->undoStack().undo();
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->update, shown);
    QVERIFY(document->snapshot()->known >= shown);
    for (std::size_t k = 0; k < history.size(); ++k)
        QVERIFY(document->snapshot()->history[k] == history[k]);
}

void DocumentTest::noTargetAndBack() {
    const auto document = documentOf(setupOf());
    document->showUpdate(9);
    QVERIFY(document->settle());
    QVERIFY(change(*document, {{"target", "none"}}));
    QCOMPARE(document->snapshot()->update, 0);
    QVERIFY(!document->snapshot()->backward);
    document->undoStack().undo();
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->update, 9);
}

void DocumentTest::whatHasNoRoomIsTold() {
    const auto document = documentOf(setupOf());
    document->setCheckpointBudget(1000);
    trainAndShow(*document, 300);
    QSignalSpy lost(document.get(), &Document::trainingLost);
    QVERIFY(change(*document, {{"seed", "2"}}));
    document->undoStack().undo();
    QVERIFY(document->settle());
    // Not trained again behind the user's back.
    QCOMPARE(document->snapshot()->update, 0);
    QCOMPARE(document->update(), 0);
    QCOMPARE(lost.count(), 1);
}

void DocumentTest::aShelfHoldsTheLastFew() {
    ExperimentShelf shelf;
    const std::size_t count = ExperimentShelf::mostKept + 2;
    for (std::size_t seed = 1; seed <= count; ++seed) {
        Setup setup = setupOf();
        setup.seed = seed;
        auto experiment = Experiment::create(setup);
        experiment->runTo(static_cast<int>(10 * seed));
        shelf.put({*std::move(experiment), seed});
    }
    QCOMPARE(shelf.count(), ExperimentShelf::mostKept);
    Setup setup = setupOf();
    for (const std::size_t gone : {std::size_t(1), std::size_t(2)}) {
        setup.seed = gone;
        QVERIFY(!shelf.take(setup));
    }
    setup.seed = 3;
    setup.training.updates = 77;  // still the same training
    auto kept = shelf.take(setup);
    QVERIFY(kept);
    QCOMPARE(kept->experiment.update(), 30);
    QCOMPARE(kept->told, std::optional<std::size_t>(3));
    QCOMPARE(kept->experiment.setup().training.updates, 77);
    QVERIFY(!shelf.take(setup));
}

void DocumentTest::aShelfKeepsToItsMemory() {
    Setup setup = setupOf();
    auto experiment = Experiment::create(setup);
    experiment->runTo(2000);
    experiment->rest();
    const std::size_t whole = experiment->bytes();
    const History history = experiment->history();
    ExperimentShelf shelf;
    shelf.setBudget(whole * 2 / 3);
    shelf.put({*std::move(experiment), std::nullopt});
    QCOMPARE(shelf.count(), std::size_t(1));
    QVERIFY2(shelf.bytes() <= whole * 2 / 3, qPrintable(QString::number(shelf.bytes())));
    // Fewer states on the way, the same numbers.
    auto kept = shelf.take(setup);
    QVERIFY(kept);
    const auto facts = kept->experiment.snapshot(1)->checkpoints;
    QVERIFY(facts.interval > 8 && facts.count > 0);
    kept->experiment.runTo(1001);
    auto other = Experiment::create(setup);
    other->runTo(1001);
    QVERIFY(kept->experiment.network().parameters().items[0].value ==
            other->network().parameters().items[0].value);
    QVERIFY(kept->experiment.history()[1999] == history[1999]);

    shelf.put(*std::move(kept));
    shelf.setBudget(1);
    QCOMPARE(shelf.count(), std::size_t(0));
}

}  // namespace rnnscope

QTEST_GUILESS_MAIN(rnnscope::DocumentTest)
#include "document_test.moc"
