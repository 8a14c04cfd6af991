// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <new>

namespace rnnscope {
namespace {

constexpr int sliceMs = 12;    // of training, before the thread looks what else is asked of it
constexpr int publishMs = 33;  // between two pictures of a training

}  // namespace

Trainer::Trainer() {
    qRegisterMetaType<std::shared_ptr<const Snapshot>>();
    qRegisterMetaType<std::shared_ptr<const Analyses>>();
    qRegisterMetaType<GradientCheck>();
    qRegisterMetaType<TrainingEnd>();
    worker_.moveToThread(&thread_);
    thread_.setObjectName("trainer");
    thread_.start();
}

Trainer::~Trainer() {
    latest_ = UINT64_MAX;
    latestAnalyses_ = UINT64_MAX;
    thread_.quit();
    thread_.wait();
}

/// Queues work to the thread. What memory does not suffice for is told, not fatal.
template <class Work>
void Trainer::post(Work work) {
    QMetaObject::invokeMethod(
        &worker_,
        [this, work] {
            try {
                work();
            } catch (const std::bad_alloc&) {
                experiment_.reset();
                published_.reset();
                Q_EMIT failed(
                    tr("There is not enough memory for this; shorten the sequence or use fewer "
                       "units"));
            }
        },
        Qt::QueuedConnection);
}

void Trainer::request(const Setup& setup, int update, std::uint64_t generation) {
    latest_ = generation;
    post([this, setup, update, generation] { show(setup, update, generation); });
}

void Trainer::train(const Setup& setup, int until, std::uint64_t generation) {
    latest_ = generation;
    taken_ = true;
    post([this, setup, until, generation] {
        if (generation != latest_ || !adopt(setup))
            return;
        experiment_->approach(experiment_->known());
        hadDiverged_ = experiment_->divergence().has_value();
        sincePublished_.restart();
        trainSlice(until, generation);
    });
}

void Trainer::stop(std::uint64_t generation) {
    latest_ = generation;
    post([this, generation] {
        if (generation == latest_ && experiment_)
            publish(generation);
    });
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
        if (experiment_)
            experiment_->setBudget(bytes);
    });
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
            network, shown.record.layerInput.front(), shown.problem->initial, shown.setup.loss,
            *shown.problem->target, shown.backward->gradients, centralStep, [&](double share) {
                if (share >= told + 0.02) {
                    told = share;
                    Q_EMIT checkProgress(share, generation);
                }
                return generation == latest_;
            });
        if (generation == latest_)
            Q_EMIT checked(check, generation);
    });
}

/// Makes the experiment that of a setup. A training that goes on for longer stays the same one.
bool Trainer::adopt(const Setup& setup) {
    if (experiment_ && experiment_->extend(setup))
        return true;
    experiment_.reset();
    auto created = Experiment::create(setup);
    if (!created) {
        Q_EMIT failed(QString::fromStdString(created.error().text()));
        return false;
    }
    experiment_.emplace(*std::move(created));
    experiment_->setBudget(budget_);
    return true;
}

void Trainer::show(const Setup& setup, int update, std::uint64_t generation) {
    if (generation < latest_ || !adopt(setup))
        return;
    experiment_->approach(update);
    while (experiment_->update() < update) {
        if (generation < latest_)
            return;
        experiment_->trainStep();
    }
    publish(generation);
}

void Trainer::publish(std::uint64_t generation) {
    published_ = experiment_->snapshot(generation);
    taken_ = false;
    sincePublished_.restart();
    if (generation == latest_) {
        Q_EMIT ready(published_);
        publishAnalyses();
    }
}

void Trainer::publishAnalyses() {
    if (!published_ || (wanted_.wanted == NoAnalysis && !wanted_.span))
        return;
    const std::uint64_t serial = latestAnalyses_;
    auto result = analyse(published_, wanted_, [this, serial] {
        return serial != latestAnalyses_ || published_->generation < latest_;
    });
    if (result)
        Q_EMIT analysed(std::move(result));
}

void Trainer::trainSlice(int until, std::uint64_t generation) {
    QElapsedTimer clock;
    clock.start();
    std::optional<TrainingEnd> end;
    while (!end && generation == latest_ && clock.elapsed() < sliceMs) {
        if (experiment_->update() < until)
            experiment_->trainStep();
        if (!hadDiverged_ && experiment_->divergence())
            end = TrainingEnd::Diverged;
        else if (experiment_->update() >= until)
            end = TrainingEnd::Finished;
    }
    if (generation != latest_)
        return;
    if (end == TrainingEnd::Diverged)  // the pass that shows it, not what came after
        experiment_->runTo(static_cast<int>(experiment_->divergence()->update));
    if (end || (taken_ && sincePublished_.elapsed() >= publishMs))
        publish(generation);
    if (end)
        Q_EMIT ended(*end, generation);
    else
        post([this, until, generation] { trainSlice(until, generation); });
}

}  // namespace rnnscope
