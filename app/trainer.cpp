// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <new>
#include <utility>

#include "core/carried.h"

namespace rnnscope {
namespace {

constexpr int sliceMs = 12;    // of training, before the thread looks what else is asked of it
constexpr int publishMs = 33;  // between two pictures of a training

}  // namespace

Trainer::Trainer() {
    worker_.moveToThread(&thread_);
    thread_.setObjectName("trainer");
    thread_.start();
}

Trainer::~Trainer() {
    latest_ = UINT64_MAX;
    latestAnalyses_ = UINT64_MAX;
    latestPreparation_ = UINT64_MAX;
    thread_.quit();
    thread_.wait();
    const std::lock_guard own(own_);
}

/// Queues work to the thread. What memory does not suffice for is told, not fatal.
template <class Work>
void Trainer::post(Work work) {
    worker_.post([this, work = std::move(work)] {
        const std::lock_guard own(own_);
        try {
            work();
        } catch (const std::bad_alloc&) {
            experiment_.reset();
            prepared_.reset();
            shelf_.clear();
            published_.reset();
            answers_.post([this] {
                Q_EMIT failed(Trainer::tr(
                    "There is not enough memory for this; shorten the sequence or use fewer "
                    "units"));
            });
        }
    });
}

void Trainer::request(const Setup& setup, int update, std::uint64_t generation, int mostTrained) {
    latest_ = generation;
    post([this, setup, update, generation, mostTrained] {
        show(setup, update, generation, mostTrained);
    });
}

void Trainer::open(std::shared_ptr<Experiment> experiment, int update, std::uint64_t generation) {
    latest_ = generation;
    post([this, experiment, update, generation] {
        putAside();
        experiment_.emplace(std::move(*experiment));
        experiment_->setBudget(budget_);
        stays_ = true;
        const Setup setup = experiment_->setup();
        show(setup, update, generation, std::numeric_limits<int>::max());
    });
}

void Trainer::train(const Setup& setup, int from, int until, std::uint64_t generation) {
    latest_ = generation;
    taken_ = true;
    post([this, setup, from, until, generation] {
        if (generation != latest_ || !adopt(setup))
            return;
        stays_ = true;
        experiment_->runTo(from);
        sincePublished_.restart();
        sinceStarted_.restart();
        trainSlice(from, until, generation);
    });
}

void Trainer::stop(std::uint64_t generation) {
    latest_ = generation;
    post([this, generation] {
        if (generation == latest_ && experiment_)
            publish(generation);
    });
}

void Trainer::prepare(const Setup& setup, int update) {
    const std::uint64_t preparation = ++latestPreparation_;
    post([this, setup, update, preparation] {
        prepared_.reset();
        if (preparation != latestPreparation_)
            return;
        if (auto created =
                Experiment::create(setup)) {  // what is wrong is told when it is asked for
            prepared_.emplace(*std::move(created));
            prepared_->setBudget(budget_);
            prepareSlice(update, preparation);
        }
    });
}

/// As trainSlice(); whoever asked for something else meanwhile waits no longer than that.
void Trainer::prepareSlice(int update, std::uint64_t preparation) {
    QElapsedTimer clock;
    clock.start();
    while (prepared_ && preparation == latestPreparation_) {
        if (prepared_->update() < update)
            prepared_->trainStep();
        else if (!prepared_->catchUp())  // of what is beside it
            return;
        if (clock.elapsed() >= sliceMs) {
            post([this, update, preparation] { prepareSlice(update, preparation); });
            return;
        }
    }
}

void Trainer::setAnalyses(const AnalysisRequest& request) {
    ++latestAnalyses_;
    post([this, request] {
        wanted_ = request;
        publishAnalyses();
    });
}

void Trainer::setBudget(std::size_t bytes) {
    post([this, bytes] {
        budget_ = bytes;
        shelf_.setBudget(bytes);
        if (experiment_)
            experiment_->setBudget(bytes);
    });
}

void Trainer::setPace(double updatesPerSecond) {
    post([this, updatesPerSecond] { pace_ = updatesPerSecond; });
}

void Trainer::checkGradient(std::uint64_t generation) {
    latest_ = generation;
    post([this, generation] {
        if (generation != latest_ || !published_ || !published_->backward)
            return;
        const Snapshot& shown = *published_;
        const Network network(shown.shape(), shown.parameters);
        double told = 0;
        const GradientCheck check = rnnscope::checkGradient(
            network, shown.record.layerInput.front(), statesBefore(shown.shape(), shown.record),
            shown.setup.loss, *shown.problem->target, shown.backward->gradients, centralStep,
            [&](double share) {
                if (share >= told + 0.02) {
                    told = share;
                    answers_.post([=, this] { Q_EMIT checkProgress(share, generation); });
                }
                return generation == latest_;
            });
        if (generation == latest_)
            answers_.post([=, this] { Q_EMIT checked(check, generation); });
    });
}

/// Makes the experiment that of a setup. A training that goes on for longer stays the same one, and
/// one that was left is taken up again.
bool Trainer::adopt(const Setup& setup) {
    // Before what could be made of the present one, where that has learnt less.
    if (prepared_ && prepared_->setup() == setup &&
        !(experiment_ && experiment_->setup() == setup &&
          experiment_->known() >= prepared_->known())) {
        putAside();
        experiment_.emplace(*std::move(prepared_));
        prepared_.reset();
        experiment_->setBudget(budget_);  // which may be another by now
        return true;
    }
    if (experiment_ && experiment_->extend(setup)) {
        stays_ = true;
        return true;
    }
    if (auto kept = shelf_.take(setup)) {
        putAside();
        experiment_.emplace(std::move(kept->experiment));
        experiment_->setBudget(budget_);
        told_ = kept->told;
        stays_ = true;
        return true;
    }
    auto created = Experiment::create(setup);
    if (!created) {
        answers_.post(
            [this, text = QString::fromStdString(created.error().text())] { Q_EMIT failed(text); });
        return false;
    }
    created->setBudget(budget_);
    if (experiment_)  // what it learnt before an edit is the same
        created->recall(*experiment_);
    putAside();
    experiment_.emplace(*std::move(created));
    return true;
}

/// Leaves the present experiment.
void Trainer::putAside() {
    if (experiment_ && stays_ && experiment_->known() > 0)
        shelf_.put({*std::move(experiment_), told_});
    experiment_.reset();
    told_.reset();
    stays_ = false;
}

void Trainer::show(const Setup& setup, int update, std::uint64_t generation, int mostTrained) {
    if (generation < latest_ || !adopt(setup))
        return;
    if (!experiment_->problem().target || update - experiment_->known() > mostTrained)
        update = 0;
    experiment_->approach(update);
    while (experiment_->update() < update) {
        if (generation < latest_)
            return;
        experiment_->trainStep();
    }
    while (experiment_->catchUp())
        if (generation < latest_)
            return;
    publish(generation);
}

void Trainer::publish(std::uint64_t generation) {
    published_ = experiment_->snapshot(generation);
    sincePublished_.restart();
    if (generation != latest_)
        return;
    taken_ = false;  // only where somebody will say so
    answers_.post([this, snapshot = published_] { Q_EMIT ready(snapshot); });
    publishAnalyses();
}

void Trainer::publishAnalyses() {
    if (!published_ || (wanted_.wanted == NoAnalysis && !wanted_.span))
        return;
    const std::uint64_t serial = latestAnalyses_;
    auto result = analyse(published_, wanted_, [this, serial] {
        return serial != latestAnalyses_ || published_->generation < latest_;
    });
    if (result)
        answers_.post([this, analyses = std::move(result)] { Q_EMIT analysed(analyses); });
}

/// More updates are taken than the pace allows by now.
bool Trainer::isAhead(int from) const {
    return experiment_->update() - from > pace_ * 1e-3 * double(sinceStarted_.elapsed());
}

/// Past a divergence that this training came upon.
bool Trainer::hasDiverged(int from) const {
    const auto& divergence = experiment_->divergence();
    if (!divergence || experiment_->update() <= int(divergence->update))
        return false;
    return int(divergence->update) > from ||
           (int(divergence->update) == from && told_ != divergence->update);
}

void Trainer::trainSlice(int from, int until, std::uint64_t generation) {
    QElapsedTimer clock;
    clock.start();
    std::optional<TrainingEnd> end;
    while (!end && generation == latest_ && clock.elapsed() < sliceMs) {
        if (isAhead(from)) {
            QThread::msleep(2);
            continue;
        }
        if (experiment_->update() < until)
            experiment_->trainStep();
        if (hasDiverged(from))
            end = TrainingEnd::Diverged;
        else if (experiment_->update() >= until)
            end = TrainingEnd::Finished;
    }
    if (generation != latest_)
        return;
    if (end == TrainingEnd::Diverged) {  // the pass that shows it, not what came after
        told_ = experiment_->divergence()->update;
        experiment_->runTo(int(*told_));
    }
    if (end || (taken_ && sincePublished_.elapsed() >= publishMs))
        publish(generation);
    if (end)
        answers_.post([this, end = *end, generation] { Q_EMIT ended(end, generation); });
    else
        post([this, from, until, generation] { trainSlice(from, until, generation); });
}

}  // namespace rnnscope
