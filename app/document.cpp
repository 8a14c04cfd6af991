// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QUndoCommand>
#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

#include "app/trainer.h"
#include "core/compared.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

/// So many updates are taken again at once when the setup changes; beyond, training starts anew.
constexpr int mostRetrained = 50;

/// Nothing differs but the number of updates after which training ends, and what the network is
/// compared with.
bool isSameTraining(const Setup& a, const Setup& b) {
    Setup other = a;
    other.training.updates = b.training.updates;
    other.lanes = b.lanes;
    return other == b;
}

/// What is pasted has the same name each time.
bool isSameContent(const FileBytes& a, const FileBytes& b) {
    return a == b || (a && b && *a == *b);
}

bool isSameSequence(const SequenceSource& a, const SequenceSource& b) {
    return a.task == b.task && a.file == b.file && isSameContent(a.bytes, b.bytes);
}

/// Whether curves of both mean the same: values of one sequence, of the same quantities.
bool isComparable(const Setup& a, const Setup& b) {
    const Cell *left = findCell(a.cell), *right = findCell(b.cell);
    const auto sameSteps = [](const SequenceSource& x, const SequenceSource& y) {
        return x.shown == y.shown && x.skip == y.skip && x.resample == y.resample;
    };
    return isSameSequence(a.sequence, b.sequence) && a.sequence.reading == b.sequence.reading &&
           a.sequence.columns == b.sequence.columns && sameSteps(a.sequence, b.sequence) &&
           a.generation == b.generation && left && right &&
           std::ranges::equal(left->quantities(), right->quantities(), {}, &Quantity::id,
                              &Quantity::id);
}

}  // namespace

/// From one setup to another, and back to the update that was shown. A drag's many changes carry
/// the same key and series, and melt into one.
class Document::ChangeCommand : public QUndoCommand {
  public:
    ChangeCommand(Document& document, Setup next, const QString& text, const QString& key,
                  Start start)
        : QUndoCommand(text),
          document_(document),
          before_{document.setup_, document.update_},
          after_{std::move(next), 0},
          key_(key),
          series_(document.mergeSeries_) {
        after_.update = document.updateUnder(after_.setup, start);
    }

    void undo() override {
        after_.update = document_.update_;
        document_.goBack(before_.setup, before_.update);
    }
    void redo() override {
        if (std::exchange(fresh_, false))
            document_.apply(after_.setup, after_.update);
        else
            document_.goBack(after_.setup, after_.update);
    }
    int id() const override { return key_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const ChangeCommand&>(*other);
        if (next.key_ != key_ || next.series_ != series_)
            return false;
        after_ = next.after_;
        if (after_.setup == before_.setup) {  // dragged back to where it was
            setObsolete(true);
            document_.showUpdate(before_.update);
        }
        return true;
    }

  private:
    struct Side {
        Setup setup;
        int update;  // that is shown when it is left
    };

    Document& document_;
    Side before_;
    Side after_;
    QString key_;
    int series_;
    bool fresh_ = true;  // not done yet
};

Document::Document(QObject* parent) : QObject(parent), trainer_(std::make_unique<Trainer>()) {
    connect(trainer_.get(), &Trainer::ready, this, &Document::take);
    connect(trainer_.get(), &Trainer::analysed, this,
            [this](std::shared_ptr<const Analyses> analyses) {
                if (analyses->of->generation != generation_)
                    return;
                analyses_ = std::move(analyses);
                Q_EMIT analysesChanged();
            });
    connect(trainer_.get(), &Trainer::ended, this, &Document::endTraining);
    connect(trainer_.get(), &Trainer::checkProgress, this,
            [this](double share, std::uint64_t generation) {
                if (checking_ && generation == generation_)
                    Q_EMIT checkProgress(share);
            });
    connect(trainer_.get(), &Trainer::checked, this,
            [this](const GradientCheck& check, std::uint64_t generation) {
                if (!checking_ || generation != generation_)
                    return;
                checking_ = false;
                Q_EMIT gradientChecked(check);
            });
    connect(trainer_.get(), &Trainer::failed, this, [this](const QString& message) {
        setTraining(false);
        Q_EMIT refused(message);
    });
}

Document::~Document() = default;

Done Document::change(Setup next, const QString& text, const QString& mergeKey, Start start) {
    if (next == setup_ && generation_ > 0)
        return done();
    Done status = loadFiles(next, openFile);
    if (status)
        status = check(next);
    if (!status) {
        Q_EMIT refused(errorText(status.error()));
        return status;
    }
    if (generation_ == 0) {
        apply(next, 0);  // the first setup: nothing to go back to
        return done();
    }
    const int before = update_;
    const bool goesOn =
        !mergeKey.isEmpty() && mergeKey == dragged_ && mergeSeries_ == draggedSeries_;
    if (!goesOn)
        leave(next, start == Start::Usual);
    dragged_ = mergeKey;
    draggedSeries_ = mergeSeries_;
    undo_.push(new ChangeCommand(*this, std::move(next), text, mergeKey, start));
    if (before > 0 && update_ == 0)
        Q_EMIT trainingLeft(before);
    return done();
}

Done Document::open(DocumentContent content) {
    std::shared_ptr<Experiment> experiment;
    try {
        Done status = loadFiles(content.setup);
        if (status)
            status = check(content.setup);
        if (!status)
            return status;
        auto created = Experiment::create(content.setup);
        if (!created)
            return created.error();
        experiment = std::make_shared<Experiment>(*std::move(created));
        if (content.training && !content.training->arrays.empty())
            status = experiment->restore(*content.training);
        if (!status)
            return status;
    } catch (const std::bad_alloc&) {
        return Error{Sentence::tr("there is not enough memory for this; close what else is open")};
    }
    dismissGhost();
    undo_.clear();
    dragged_.clear();
    setup_ = std::move(content.setup);
    update_ = content.training ? content.training->update : 0;
    endCheck();
    ++generation_;
    trainer_->open(std::move(experiment), update_, generation_);
    setTraining(false);
    Q_EMIT setupChanged();
    return done();
}

DocumentContent Document::content() const {
    DocumentContent content{setup_, std::nullopt, {}};
    if (!isComputing() && snapshot_->known > 0)
        content.training = trainingState(*snapshot_);
    else if (update_ > 0)  // its numbers are still on their way, and will be again
        content.training = TrainingState{update_, update_, {}, {}, {}};
    return content;
}

void Document::finishChange() {
    ++mergeSeries_;
}

/// The update that is shown first once the present setup is changed to another.
int Document::updateUnder(const Setup& next, Start start) const {
    if (start == Start::Untrained || next.target.kind == TargetSource::Kind::None)
        return 0;
    // What is edited now leaves alone what was learnt before.
    if (sameUntil(setup_, next, update_) || isCompared(next, setup_))
        return update_;
    // Far along, a changed setup would have to be trained anew at every move of a dial; and another
    // sequence is another story.
    const bool anew = update_ > mostRetrained || !isSameSequence(setup_.sequence, next.sequence);
    return anew ? 0 : update_;
}

void Document::apply(const Setup& setup, int update) {
    const bool known =
        update == update_ && (sameUntil(setup_, setup, update) || isCompared(setup, setup_));
    setup_ = setup;
    update_ = update;
    request(known ? std::numeric_limits<int>::max() : mostRetrained);
    Q_EMIT setupChanged();
}

/// To a setup that was left, at the update that was shown of it.
void Document::goBack(const Setup& setup, int update) {
    leave(setup, true);
    dragged_.clear();
    // What is still the same training, or goes on beside it, need not be set back.
    apply(setup, isCompared(setup, setup_) ? update_ : update);
}

/// What is shown now becomes the ghost of what comes, where the two can be compared.
void Document::leave(const Setup& next, bool comparable) {
    if (isSameTraining(setup_, next))
        return;
    const bool kept = comparable && snapshot_ && isComparable(snapshot_->setup, next);
    left_ = kept ? snapshot_ : nullptr;
}

std::shared_ptr<const Snapshot> Document::ghost() const {
    // Dragged back to where it was, there is nothing before that looked different.
    const bool same = ghost_ && snapshot_ && ghost_->update == snapshot_->update &&
                      isSameTraining(ghost_->setup, snapshot_->setup);
    return same ? nullptr : ghost_;
}

void Document::dismissGhost() {
    if (left_)
        left_->reset();
    if (std::exchange(ghost_, nullptr))
        Q_EMIT ghostChanged();
}

void Document::request(int mostTrained) {
    endCheck();
    ++generation_;
    trainer_->request(setup_, update_, generation_, mostTrained);
    setTraining(false);
}

void Document::take(std::shared_ptr<const Snapshot> snapshot) {
    if (snapshot->generation == generation_) {
        const bool lost = snapshot->update < update_;
        const auto ghost = this->ghost();
        update_ = snapshot->update;
        snapshot_ = std::move(snapshot);
        if (left_)  // where training began anew, its curves tell of more than the change
            ghost_ = *left_ && (*left_)->update == update_ ? *left_ : nullptr;
        left_.reset();
        if (this->ghost() != ghost)
            Q_EMIT ghostChanged();
        Q_EMIT snapshotChanged();
        if (lost)
            Q_EMIT trainingLost();
    }
    trainer_->taken();
}

void Document::showUpdate(int update) {
    if (update == update_)
        return;
    update_ = update;
    request();
}

void Document::setTraining(bool on) {
    if (training_ == on)
        return;
    training_ = on;
    Q_EMIT trainingChanged();
}

void Document::train() {
    const int updates = setup_.training.updates;
    // A training that is over goes on for as long again.
    trainUntil(update_ < updates ? updates : update_ + updates);
}

void Document::trainOn(int count) {
    trainUntil(update_ + count);
}

void Document::trainUntil(int update) {
    if (setup_.target.kind == TargetSource::Kind::None) {
        Q_EMIT refused(noTargetText());
        return;
    }
    if (update > mostUpdates) {
        Q_EMIT refused(tr("A training ends after %L1 updates").arg(mostUpdates));
        return;
    }
    endCheck();
    ++generation_;
    trainer_->train(setup_, update_, update, generation_);
    setTraining(true);
}

void Document::pauseTraining() {
    if (!training_)
        return;
    ++generation_;
    trainer_->stop(generation_);
    setTraining(false);
}

void Document::endTraining(TrainingEnd end, std::uint64_t generation) {
    if (generation != generation_)
        return;
    setTraining(false);
    const auto& divergence = snapshot_->divergence;
    if (end == TrainingEnd::Finished || !divergence) {
        Q_EMIT trainingEnded(tr("Trained %L1 updates").arg(update_), false);
        return;
    }
    const QString what = divergence->finite
                             ? tr("the loss is more than a thousand times its start")
                             : (std::isfinite(divergence->loss) ? tr("the gradient is not finite")
                                                                : tr("the loss is not finite"));
    const QString where = divergence->update == 0
                              ? tr("Diverged in the very first pass")
                              : tr("Diverged after update %1").arg(divergence->update);
    const QString advice = setup_.clipping.mode == ClipMode::None
                               ? tr("Clip the gradient or lower the rate")
                               : tr("Lower the rate or the threshold");
    Q_EMIT trainingEnded(tr("%1: %2. %3").arg(where, what, advice), true);
}

void Document::prepare(const Setup& next, int update) {
    if (check(next))
        trainer_->prepare(next, update);
}

void Document::requestAnalyses(const AnalysisRequest& request) {
    if (request == wanted_)
        return;
    wanted_ = request;
    trainer_->setAnalyses(request);
}

void Document::checkGradient() {
    if (!snapshot_ || !snapshot_->backward) {
        Q_EMIT refused(snapshot_ && snapshot_->generated ? generatedText() : noTargetText());
        return;
    }
    pauseTraining();
    // The pass on the screen stays the present one: it gets the new number.
    trainer_->request(setup_, update_, ++generation_);
    checking_ = true;
    trainer_->checkGradient(generation_);
}

void Document::endCheck() {
    if (!checking_)
        return;
    checking_ = false;
    Q_EMIT checkEnded();
}

void Document::cancelCheck() {
    if (checking_)
        request();
}

void Document::setPace(double updatesPerSecond) {
    trainer_->setPace(updatesPerSecond);
}

void Document::setCheckpointBudget(std::size_t bytes) {
    trainer_->setBudget(bytes);
}

bool Document::isComputing() const {
    return !snapshot_ || snapshot_->generation != generation_;
}

bool Document::settle(int timeout) {
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    connect(this, &Document::snapshotChanged, &loop, &QEventLoop::quit);
    connect(this, &Document::refused, &loop, &QEventLoop::quit);
    while (isComputing() && clock.elapsed() < timeout) {
        QTimer::singleShot(timeout, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return !isComputing();
}

}  // namespace rnnscope
