// SPDX-License-Identifier: GPL-3.0-or-later
// Training in the window: on its thread, stopped, set back, and the same as on the command line.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <memory>

#include "app/cli/command.h"
#include "app/document.h"
#include "core/archive.h"
#include "core/experiment.h"

namespace rnnscope {

using Options = std::vector<std::pair<const char*, const char*>>;

class TrainingTest : public QObject {
    Q_OBJECT

  private slots:
    void trainsToItsEnd();
    void goesOnForAsLongAgain();
    void pausesInTheMiddle();
    void aChangeStopsIt();
    void goesBackToTheSameBits();
    void divergencePausesAndSaysWhere();
    void twinDivergesAndTheClippedOneLearns();
    void sameHistoryAsTheCommandLine();
    void oddSettingsLeaveAUsableDocument_data();
    void oddSettingsLeaveAUsableDocument();
    void nothingToLearnIsTold();
    void noRoomForStates();
    void gradientIsChecked();
    void checkEndsWhenTheSetupChanges();
    void analysesFollowTheSnapshot();
    void analysesFollowTheTraining();
    void sharedWorkFollowsItAndStops();
    void memoryDoesNotGrow();
};

namespace {

Setup setupOf(const Options& options) {
    Setup setup;
    for (const auto& [option, value] : options)
        if (!setOption(setup, option, value))
            qFatal("%s", option);
    return setup;
}

const Options small = {{"cell", "lstm"}, {"hidden", "4"}, {"task", "sine"}, {"length", "20"}};

/// A document that shows this setup.
std::unique_ptr<Document> documentOf(const Setup& setup) {
    auto document = std::make_unique<Document>();
    if (!document->change(setup, {}) || !document->settle())
        qFatal("no document");
    return document;
}

bool trained(Document& document, int timeout = 20000) {
    return QTest::qWaitFor([&] { return !document.isTraining(); }, timeout);
}

/// Until so many updates are known, while training goes on.
bool cameTo(Document& document, int update) {
    return QTest::qWaitFor([&] { return document.update() >= update; }, 20000);
}

/// The history that the core gives for the same setup.
History historyOf(const Setup& setup, int updates) {
    auto experiment = Experiment::create(setup);
    experiment->runTo(updates);
    return experiment->history();
}

void compareHistories(const History& a, const History& b, std::size_t count) {
    QVERIFY(a.size() >= count && b.size() >= count);
    for (std::size_t k = 0; k < count; ++k)
        QVERIFY2(a[k] == b[k], qPrintable(QString::number(k)));
}

}  // namespace

void TrainingTest::trainsToItsEnd() {
    Options options = small;
    options.push_back({"updates", "300"});
    const Setup setup = setupOf(options);
    const auto document = documentOf(setup);
    QSignalSpy ended(document.get(), &Document::trainingEnded);
    document->train();
    QVERIFY(document->isTraining());
    QVERIFY(trained(*document));
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended[0][1].toBool(), false);
    QCOMPARE(document->update(), 300);
    QCOMPARE(document->snapshot()->update, 300);
    // 300 updates and the pass that the next would follow.
    QCOMPARE(document->snapshot()->history.size(), std::size_t(301));
    compareHistories(document->snapshot()->history, historyOf(setup, 300), 300);
}

void TrainingTest::goesOnForAsLongAgain() {
    Options options = small;
    options.push_back({"updates", "40"});
    const auto document = documentOf(setupOf(options));
    document->train();
    QVERIFY(trained(*document));
    document->train();
    QVERIFY(trained(*document));
    QCOMPARE(document->update(), 80);
    document->trainOn(1);
    QVERIFY(trained(*document));
    QCOMPARE(document->update(), 81);

    // More updates of the same training are no other training.
    Setup longer = document->setup();
    longer.training.updates = 200;
    QVERIFY(document->change(longer, {}));
    QVERIFY(document->settle());
    QCOMPARE(document->update(), 81);
    document->train();
    QVERIFY(trained(*document));
    QCOMPARE(document->update(), 200);
    compareHistories(document->snapshot()->history, historyOf(longer, 200), 200);
}

void TrainingTest::pausesInTheMiddle() {
    Options options = small;
    options.push_back({"updates", "1000000"});
    const Setup setup = setupOf(options);
    const auto document = documentOf(setup);
    document->train();
    QVERIFY(cameTo(*document, 50));
    document->pauseTraining();
    QVERIFY(!document->isTraining());
    QVERIFY(document->settle());
    const int at = document->update();
    QTest::qWait(100);
    QCOMPARE(document->update(), at);
    QCOMPARE(document->snapshot()->history.size(), std::size_t(at) + 1);
    compareHistories(document->snapshot()->history, historyOf(setup, at), std::size_t(at));
}

void TrainingTest::aChangeStopsIt() {
    Options options = small;
    options.push_back({"updates", "1000000"});
    const auto document = documentOf(setupOf(options));
    document->train();
    QVERIFY(cameTo(*document, 60));
    Setup next = document->setup();
    next.hidden = 6;
    QVERIFY(document->change(next, {}));
    QVERIFY(!document->isTraining());
    QVERIFY(document->settle());
    // Far along, another network starts anew.
    QCOMPARE(document->snapshot()->update, 0);
    QCOMPARE(document->snapshot()->shape().hidden, Index(6));
    document->undoStack().undo();
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->shape().hidden, Index(4));
}

void TrainingTest::goesBackToTheSameBits() {
    Options options = small;
    options.insert(options.end(), {{"updates", "100"}, {"optimizer", "adam"}, {"lr", "0.01"}});
    const auto document = documentOf(setupOf(options));
    document->train();
    QVERIFY(trained(*document));
    const auto end = document->snapshot();
    for (const int update : {99, 37, 0, 64, 100}) {
        document->showUpdate(update);
        QVERIFY(document->settle());
        QCOMPARE(document->snapshot()->update, update);
        // What is known of later updates stays known.
        compareHistories(document->snapshot()->history, end->history, 101);
    }
    for (std::size_t k = 0; k < end->parameters.items.size(); ++k)
        QVERIFY(end->parameters.items[k].value == document->snapshot()->parameters.items[k].value);
}

const Options explosion = {{"cell", "rnn"},           {"nonlinearity", "relu"},
                           {"hidden", "32"},          {"spectral-radius", "1.05"},
                           {"recurrent", "identity"}, {"zero-biases", ""},
                           {"task", "sine"},          {"input-scale", "3"},
                           {"sequences", "4"},        {"updates", "60"}};

void TrainingTest::divergencePausesAndSaysWhere() {
    const auto document = documentOf(setupOf(explosion));
    QSignalSpy ended(document.get(), &Document::trainingEnded);
    document->train();
    QVERIFY(trained(*document));
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended[0][1].toBool(), true);
    QVERIFY(document->update() < 60);
    const auto& divergence = document->snapshot()->divergence;
    QVERIFY(divergence);
    QVERIFY(ended[0][0].toString().contains("update " + QString::number(divergence->update)));
    // Whoever wants to see what becomes of it may go on.
    document->train();
    QVERIFY(trained(*document));
    QCOMPARE(document->update(), 60);
}

void TrainingTest::twinDivergesAndTheClippedOneLearns() {
    Options options = explosion;
    options.insert(options.end(), {{"clip", "norm"}, {"twin", ""}});
    const auto document = documentOf(setupOf(options));
    document->train();
    QVERIFY(trained(*document));
    const Snapshot& shown = *document->snapshot();
    QVERIFY(!shown.divergence);
    QVERIFY(shown.history[59].loss < shown.history[0].loss);
    QVERIFY(shown.twin && shown.twin->divergence);
    QCOMPARE(shown.twin->clipping.mode, ClipMode::None);
    QVERIFY(shown.twin->divergence->update <= 3);
    // The same seed: both begin with the same loss.
    QCOMPARE(shown.twin->history[0].loss, shown.history[0].loss);
}

void TrainingTest::sameHistoryAsTheCommandLine() {
    QTemporaryDir folder;
    for (const char* optimizer : {"sgd", "momentum", "adam", "rmsprop"}) {
        Options options = small;
        options.insert(options.end(), {{"optimizer", optimizer},
                                       {"lr", "0.02"},
                                       {"clip", "norm"},
                                       {"clip-threshold", "0.3"},
                                       {"sequences", "3"},
                                       {"fresh", ""},
                                       {"updates", "70"}});
        const Setup setup = setupOf(options);
        const QString json = folder.filePath("setup.json"), csv = folder.filePath("history.csv");
        QVERIFY(writeAtomically(json.toStdString(), toJson(setup)).ok());
        QCOMPARE(findCommand("train")->run({"--setup", json, "--out", csv}), Exit::Success);

        const auto document = documentOf(setup);
        document->train();
        QVERIFY(trained(*document));
        QFile file(csv);
        QVERIFY(file.open(QFile::ReadOnly | QFile::Text));
        QTextStream lines(&file);
        QCOMPARE(lines.readLine(), QString("update,loss,grad_norm,clipped_norm,clipped"));
        for (std::size_t k = 0; k < 70; ++k) {
            const QStringList cells = lines.readLine().split(',');
            const UpdateRecord& record = document->snapshot()->history[k];
            QCOMPARE(cells.size(), 5);
            QCOMPARE(cells[0].toULongLong(), qulonglong(k + 1));
            QVERIFY(cells[1].toDouble() == record.loss);
            QVERIFY(cells[2].toDouble() == record.gradientNorm);
            QVERIFY(cells[3].toDouble() == record.clippedNorm);
            QCOMPARE(cells[4] == "1", record.clipped);
        }
        QVERIFY(lines.atEnd());
    }
}

void TrainingTest::oddSettingsLeaveAUsableDocument_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("rate 0") << "lr"
                            << "0" << false;
    QTest::newRow("rate below 0") << "lr"
                                  << "-1" << false;
    QTest::newRow("huge rate") << "lr"
                               << "1e300" << true;
    QTest::newRow("threshold 0") << "clip-threshold"
                                 << "0" << false;
    QTest::newRow("no updates") << "updates"
                                << "0" << false;
    QTest::newRow("too many updates") << "updates"
                                      << "1000001" << false;
    QTest::newRow("no sequences") << "sequences"
                                  << "0" << false;
    QTest::newRow("no window") << "truncate"
                               << "0" << false;
    QTest::newRow("teacher of 2") << "teacher-forcing"
                                  << "2" << false;
    QTest::newRow("one step") << "length"
                              << "1" << true;
    QTest::newRow("loss is not finite at once") << "input-scale"
                                                << "1e308" << true;
}

void TrainingTest::oddSettingsLeaveAUsableDocument() {
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(bool, accepted);
    Options options = small;
    options.insert(options.end(), {{"updates", "30"}, {"cell", "rnn"}, {"nonlinearity", "relu"}});
    const auto document = documentOf(setupOf(options));
    QSignalSpy refused(document.get(), &Document::refused);
    Setup next = document->setup();
    QVERIFY(setOption(next, option.toStdString(), value.toStdString()).ok());
    QCOMPARE(document->change(next, {}).ok(), accepted);
    QCOMPARE(refused.count(), accepted ? 0 : 1);
    document->train();
    QVERIFY(trained(*document));
    QVERIFY(document->snapshot()->known > 0);
    // And back to something that works.
    Setup plain = setupOf(small);
    plain.training.updates = 5;
    QVERIFY(document->change(plain, {}));
    QVERIFY(document->settle());
    document->train();
    QVERIFY(trained(*document));
    QVERIFY(std::isfinite(document->snapshot()->history.back().loss));
}

void TrainingTest::nothingToLearnIsTold() {
    Options options = small;
    options.push_back({"target", "none"});
    const auto document = documentOf(setupOf(options));
    QSignalSpy refused(document.get(), &Document::refused);
    document->train();
    document->checkGradient();
    QCOMPARE(refused.count(), 2);
    QVERIFY(!document->isTraining() && !document->isChecking());
}

void TrainingTest::noRoomForStates() {
    Options options = small;
    options.push_back({"updates", "40"});
    const auto document = documentOf(setupOf(options));
    document->setCheckpointBudget(1);
    document->train();
    QVERIFY(trained(*document));
    QCOMPARE(document->snapshot()->checkpoints.count, std::size_t(0));
    const History whole = document->snapshot()->history;
    document->showUpdate(20);
    QVERIFY(document->settle());
    QCOMPARE(document->snapshot()->update, 20);
    compareHistories(document->snapshot()->history, whole, 41);
}

void TrainingTest::gradientIsChecked() {
    const auto document = documentOf(setupOf(small));
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

void TrainingTest::checkEndsWhenTheSetupChanges() {
    Options options = small;
    options.insert(options.end(), {{"hidden", "48"}, {"length", "200"}});
    const auto document = documentOf(setupOf(options));
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

void TrainingTest::analysesFollowTheSnapshot() {
    const auto document = documentOf(setupOf(small));
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

void TrainingTest::analysesFollowTheTraining() {
    Options options = small;
    options.push_back({"updates", "1000000"});
    const auto document = documentOf(setupOf(options));
    document->requestAnalyses({.wanted = FlowAnalysis, .span = {}, .field = {}});
    document->train();
    QVERIFY(QTest::qWaitFor(
        [&] { return document->analyses() && document->analyses()->of->update > 50; }, 20000));
    document->pauseTraining();
    QVERIFY(document->settle());
}

/// Large enough that flow and spectra are worked out by several threads, which end when told.
void TrainingTest::sharedWorkFollowsItAndStops() {
    Options options = small;
    options.insert(options.end(), {{"hidden", "24"}, {"length", "96"}, {"updates", "1000000"}});
    const auto document = documentOf(setupOf(options));
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

/// Two seconds here; ten minutes where RNNSCOPE_SOAK_SECONDS says so, with one training after
/// another.
void TrainingTest::memoryDoesNotGrow() {
    const auto resident = [] {
        QFile file("/proc/self/statm");
        return file.open(QFile::ReadOnly)
                   ? file.readAll().split(' ').value(1).toDouble() * 4096 / 1048576
                   : 0.0;
    };
    const int seconds = std::max(2, qEnvironmentVariableIntValue("RNNSCOPE_SOAK_SECONDS"));
    constexpr int updates = 100000;
    Options options = small;
    options.insert(options.end(), {{"sequences", "8"}, {"updates", "100000"}, {"lr", "0.01"}});
    const auto document = documentOf(setupOf(options));
    document->setCheckpointBudget(std::size_t(1) << 20);
    document->train();
    int trainings = 1;
    const auto goOnFor = [&](int milliseconds) {
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < milliseconds; QTest::qWait(20)) {
            if (document->isTraining())
                continue;
            Setup next = document->setup();
            next.seed = static_cast<std::uint64_t>(++trainings);
            QVERIFY(document->change(next, {}));
            QVERIFY(document->settle());
            document->train();
        }
    };
    goOnFor(seconds * 250);
    const double early = resident();
    goOnFor(seconds * 750);
    const double late = resident();
    QVERIFY(document->update() > 0);
    document->pauseTraining();
    const auto& facts = document->snapshot()->checkpoints;
    QVERIFY(facts.bytes <= facts.budget);
    // What may differ: 32 bytes an update of history, and the kept states up to their budget.
    double allowed = updates * 40.0 / 1048576 + 12;
#ifdef __SANITIZE_ADDRESS__
    allowed += 512;  // what was freed is kept aside, to find those who still use it
#endif
    qInfo("%d trainings and %d updates, %.1f MB early, %.1f MB late", trainings - 1,
          document->update(), early, late);
    QVERIFY2(late - early < allowed, qPrintable(QString::number(late - early)));
}

}  // namespace rnnscope

QTEST_GUILESS_MAIN(rnnscope::TrainingTest)
#include "training_test.moc"
