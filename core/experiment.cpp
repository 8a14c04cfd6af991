// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/carried.h"
#include "core/samples.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

Eigen::MatrixXd firstStepOnly(const Eigen::MatrixXd& outputGradient) {
    Eigen::MatrixXd first = Eigen::MatrixXd::Zero(outputGradient.rows(), outputGradient.cols());
    first.col(0) = outputGradient.col(0);
    return first;
}

/// The trace's norms in the order of computation.
Eigen::VectorXd inOrder(Eigen::VectorXd norms, bool reversed) {
    if (reversed)
        return norms.reverse();
    return norms;
}

UpdateRecord recordOf(double loss, const ClipReport& report) {
    return {loss, report.normBefore, report.normAfter, report.engaged()};
}

}  // namespace

Eigen::VectorXd Snapshot::lastLossNorms(std::size_t trace, std::size_t state) const {
    assert(backward);
    const Gradients& gradients = backward->lastLoss[trace % shape().directions()];
    return gradients.traces[trace].norms(shape().cell->states()[state]);
}

std::vector<std::shared_ptr<const Snapshot>> lanesOf(
    const std::shared_ptr<const Snapshot>& snapshot) {
    auto lanes = snapshot->others;
    const std::size_t place = std::min(snapshot->setup.lanes.place, lanes.size());
    lanes.insert(lanes.begin() + static_cast<std::ptrdiff_t>(place), snapshot);
    return lanes;
}

Experiment::Experiment(Setup setup, std::vector<Chapter> chapters)
    : setup_(std::move(setup)),
      chapters_(std::move(chapters)),
      run_(*chapters_.front().problem, setup_.clipping) {
    if (setup_.training.twin && chapters_.front().problem->target)
        twin_.emplace(*chapters_.front().problem, twinClipping(setup_.clipping));
}

Result<Experiment> Experiment::create(Setup setup) {
    std::vector<int> starts = editedUpdates(setup.edits);
    if (starts.empty() || starts.front() > 0)
        starts.insert(starts.begin(), 0);
    std::vector<Chapter> chapters;
    for (const int from : starts) {
        auto problem = assemble(setup, from);
        if (!problem)
            return problem.error();
        chapters.push_back({from, std::make_shared<const Problem>(*std::move(problem))});
    }
    Experiment experiment(std::move(setup), std::move(chapters));
    if (auto status = experiment.makeLanes(); !status)
        return status.error();
    return experiment;
}

/// The lanes that the setup names; those that are there already stay, with what they have learnt.
/// After an error they are as before.
Done Experiment::makeLanes() {
    struct Place {
        std::size_t kept;
        std::optional<Experiment> made;
    };
    std::vector<Place> places;
    std::vector<bool> used(lanes_.size());
    for (const Lane& lane : setup_.lanes.others) {
        auto setup = laneSetup(setup_, lane);
        if (!setup)
            return setup.error();
        std::size_t kept = 0;
        while (kept < lanes_.size() && (used[kept] || !lanes_[kept].extend(*setup)))
            ++kept;
        places.push_back({kept, std::nullopt});
        if (kept < lanes_.size()) {
            used[kept] = true;
            continue;
        }
        auto experiment = create(*std::move(setup));
        if (!experiment)
            return experiment.error();
        places.back().made = *std::move(experiment);
    }
    std::vector<Experiment> lanes;
    lanes.reserve(places.size());
    for (Place& place : places)
        lanes.push_back(place.made ? *std::move(place.made) : std::move(lanes_[place.kept]));
    lanes_ = std::move(lanes);
    setBudget(budget_);
    return done();
}

bool Experiment::extend(const Setup& setup) {
    if (setup == setup_)
        return true;
    Setup other = setup_;
    other.training.updates = setup.training.updates;
    other.lanes = setup.lanes;
    other.generation = setup.generation;
    if (other == setup) {
        const Setup before = std::exchange(setup_, setup);
        if (makeLanes())
            return true;
        setup_ = before;
        return false;
    }
    // One of the lanes becomes the setup's own network, and this one a lane.
    Setup own = setup;
    own.lanes = {};
    const auto found = std::find_if(lanes_.begin(), lanes_.end(), [&](const Experiment& lane) {
        Setup its = lane.setup_;
        its.training.updates = own.training.updates;
        its.generation = own.generation;
        return its == own;
    });
    if (found == lanes_.end() || !check(setup))
        return false;
    const std::size_t budget = budget_;
    std::vector<Experiment> others = std::move(lanes_);
    lanes_.clear();
    Experiment next = std::move(*found);
    setup_.lanes = {};
    *found = std::move(*this);
    next.lanes_ = std::move(others);
    next.setup_ = setup;
    next.budget_ = budget;
    *this = std::move(next);
    return makeLanes().ok();
}

const Experiment::Chapter& Experiment::present() const {
    const auto next = std::ranges::upper_bound(chapters_, run_.update(), {}, &Chapter::from);
    return *std::prev(next);
}

/// An update, and the edits that take effect after it.
void Experiment::takeStep(Run& run) {
    run.step(setup_, *present().problem);
    if (std::ranges::binary_search(setup_.edits, run.update(), {}, &Edit::update))
        run.edit(setup_.edits);
}

void Experiment::trainStep() {
    assert(problem().target);
    if (checkpoints_.due(run_.update())) {
        const auto twin = twin_ ? std::optional(twin_->state()) : std::nullopt;
        checkpoints_.offer(run_.state(), twin ? &*twin : nullptr);
    }
    // A twin that broke down has nothing more to show. It takes the same step, so it comes first.
    if (twin_ && !twin_->divergence())
        takeStep(*twin_);
    takeStep(run_);
    for (Experiment& lane : lanes_)
        if (lane.update() == update() - 1)
            lane.trainStep();
}

bool Experiment::catchUp() {
    for (Experiment& lane : lanes_) {
        lane.approach(update());
        if (lane.update() < update()) {
            lane.trainStep();
            return true;
        }
    }
    return false;
}

void Experiment::approach(int update) {
    const Checkpoints::Checkpoint* kept = checkpoints_.before(update);
    if (update >= run_.update() && (!kept || kept->run.update <= run_.update()))
        return;
    if (kept) {
        run_.setState(kept->run);
        if (twin_)
            twin_->setState(*kept->twin);
        return;
    }
    const RunState start{0, chapters_.front().problem->parameters, {}};
    run_.setState(start);
    if (twin_)
        twin_->setState(start);
}

Done Experiment::restore(const TrainingState& state) {
    if (state.twin.size() != (twin_ ? 1U : 0U))
        return Error{
            twin_ ? Sentence::tr("\"training\" has no twin; it must be of the setup beside it")
                  : Sentence::tr("\"training\" has a twin; it must be of the setup beside it")};
    if (state.lanes.size() != lanes_.size())
        return Error{Sentence::tr(
            "\"training\" is of %1 networks, not %2; it must be of the setup beside it",
            state.lanes.size() + 1, lanes_.size() + 1)};
    if (!problem().target)
        return Error{Sentence::tr(
            "\"training\" has no target to learn from; it must be of the setup beside it")};
    Experiment next = *this;
    if (auto status = restoreRun(state, setup_.training.optimizer, next.run_); !status)
        return status;
    if (next.twin_) {
        // One that broke down stands still.
        if (auto status = restoreRun(state.twin.front(), setup_.training.optimizer, *next.twin_);
            !status)
            return status;
        if (next.twin_->update() > state.update ||
            (next.twin_->update() < state.update && !next.twin_->divergence()))
            return Error{
                Sentence::tr("\"training\" has a twin that stands elsewhere; it must be of the "
                             "setup beside it")};
    }
    for (std::size_t k = 0; k < lanes_.size(); ++k) {
        if (state.lanes[k].update != state.update)
            return Error{
                Sentence::tr("\"training\" has a network beside it that stands elsewhere; it must "
                             "be of the setup beside it")};
        if (auto status = next.lanes_[k].restore(state.lanes[k]); !status)
            return status;
    }
    const auto twin = next.twin_ ? std::optional(next.twin_->state()) : std::nullopt;
    next.checkpoints_.keep(next.run_.state(), twin ? &*twin : nullptr);
    *this = std::move(next);
    return done();
}

void Experiment::recall(const Experiment& other) {
    recallRun(other);
    for (std::size_t k = 0; k < std::min(lanes_.size(), other.lanes_.size()); ++k) {
        if (lanes_[k].setup_ == other.lanes_[k].setup_)
            lanes_[k] = other.lanes_[k];
        else
            lanes_[k].recall(other.lanes_[k]);
    }
    setBudget(budget_);  // shares may be others than the other's
}

/// Of the network and its twin; the other lanes see to themselves.
void Experiment::recallRun(const Experiment& other) {
    const auto parting = firstDifference(setup_.edits, other.setup_.edits);
    if (!parting || *parting == 0 || !sameUntil(setup_, other.setup_, *parting))
        return;
    Checkpoints kept = other.checkpoints_;
    kept.forgetFrom(*parting);
    const Checkpoints::Checkpoint* latest = kept.before(*parting);
    if (!latest || twin_.has_value() != latest->twin.has_value())
        return;
    run_.recall(other.run_, *parting);
    run_.setState(latest->run);
    if (twin_) {
        twin_->recall(*other.twin_, *parting);
        twin_->setState(*latest->twin);
    }
    checkpoints_ = std::move(kept);
}

void Experiment::runTo(int update) {
    approach(update);
    while (run_.update() < update)
        trainStep();
    while (catchUp())
        ;
}

/// All lanes have the same share.
void Experiment::setBudget(std::size_t bytes) {
    budget_ = bytes;
    const std::size_t share = bytes / (lanes_.size() + 1);
    checkpoints_.setBudget(share);
    for (Experiment& lane : lanes_)
        lane.setBudget(share);
}

void Experiment::rest() {
    run_.rest();
    if (twin_)
        twin_->rest();
    for (Experiment& lane : lanes_)
        lane.rest();
}

std::size_t Experiment::bytes() const {
    const auto bytesOf = [](const Eigen::MatrixXd& values) {
        return static_cast<std::size_t>(values.size()) * sizeof(double);
    };
    std::size_t bytes = checkpoints_.bytes() + run_.bytes() + (twin_ ? twin_->bytes() : 0);
    for (const Chapter& chapter : chapters_) {
        const Problem& problem = *chapter.problem;
        bytes += RunState{0, problem.parameters, {}}.bytes();
        bytes += bytesOf(problem.input) + (problem.target ? bytesOf(*problem.target) : 0);
        for (const Sample& other : problem.others)
            bytes += bytesOf(other.input) + (other.target ? bytesOf(*other.target) : 0);
    }
    for (const Experiment& lane : lanes_)
        bytes += lane.bytes();
    return bytes;
}

/// The network goes on by itself: there is no loss, but the training's next pass is known.
void Experiment::fillGenerated(Snapshot& snapshot, const InitialState& start) {
    snapshot.generated = generate(setup_, *snapshot.learnt, network(), start, snapshot.record);
    snapshot.problem = std::make_shared<const Problem>(
        generatedProblem(*snapshot.learnt, snapshot.record, *snapshot.generated));
    BatchPass batch = run_.pass(setup_, *snapshot.learnt);
    const ClipReport report = clip(batch.gradient, setup_.clipping);
    fillTraining(snapshot, recordOf(batch.loss, report));
}

void Experiment::fillBackward(Snapshot& snapshot) {
    const Record& record = snapshot.record;
    const Problem& problem = *snapshot.problem;
    Snapshot::Backward& backward = snapshot.backward.emplace();
    backward.loss = lossOf(setup_.loss, record.output, *problem.target, record.steps());
    const Eigen::MatrixXd& slope = backward.loss.outputGradient;
    network().backward(record, slope, backward.gradients);
    backward.lastLoss.resize(problem.shape.directions());
    for (std::size_t direction = 0; direction < backward.lastLoss.size(); ++direction)
        network().backwardStates(record,
                                 direction == 0 ? lastStepOnly(slope) : firstStepOnly(slope),
                                 backward.lastLoss[direction]);
    for (std::size_t trace = 0; trace < problem.shape.traces(); ++trace)
        backward.decay.push_back(
            decayOf(inOrder(snapshot.lastLossNorms(trace, 0), record.traces[trace].reversed())));

    // An update learns from the shown sequence alone, or from others as well.
    BatchPass batch{backward.loss.loss, backward.gradients.parameters};
    if (setup_.training.sequences > 1 || setup_.training.fresh)
        batch = run_.pass(setup_, problem);
    Parameters bench = batch.gradient;
    backward.byValue = clip(bench, {ClipMode::Value, setup_.clipping.threshold});
    bench = batch.gradient;
    backward.byNorm = clip(bench, {ClipMode::Norm, setup_.clipping.threshold});
    backward.clipped = std::move(batch.gradient);
    backward.clip = clip(backward.clipped, setup_.clipping);

    fillTraining(snapshot, recordOf(batch.loss, backward.clip));
}

/// `pass` is the next update's.
void Experiment::fillTraining(Snapshot& snapshot, const UpdateRecord& pass) {
    run_.remember(pass);
    snapshot.known = run_.known();
    snapshot.history = run_.history();
    snapshot.divergence = run_.divergence();
    if (twin_)
        fillTwin(snapshot.twin.emplace());
}

void Experiment::fillTwin(Snapshot::Twin& twin) {
    if (!twin_->divergence()) {
        BatchPass pass = twin_->pass(setup_, problem());
        twin_->remember(recordOf(pass.loss, clip(pass.gradient, twin_->clipping())));
    }
    twin = {twin_->clipping(), twin_->history(), twin_->divergence(), twin_->state()};
}

std::shared_ptr<const Snapshot> Experiment::snapshot(std::uint64_t generation) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->generation = generation;
    snapshot->update = run_.update();
    snapshot->setup = setup_;
    snapshot->problem = snapshot->learnt = present().problem;
    RunState state = run_.state();
    snapshot->parameters = std::move(state.parameters);
    snapshot->optimizer = std::move(state.optimizer);
    const InitialState start = shownStart(setup_, *snapshot->learnt, network());
    if (setup_.generation.steps > 0) {
        fillGenerated(*snapshot, start);
    } else {
        const Problem& problem = *snapshot->problem;
        network().forward(shownInput(setup_, problem, network(), start, run_.update()), start,
                          snapshot->record);
        if (problem.target)
            fillBackward(*snapshot);
    }
    const auto& pass = snapshot->backward;
    snapshot->overflow =
        findOverflow(snapshot->shape(), snapshot->record, pass ? &pass->loss : nullptr,
                     pass ? &pass->gradients : nullptr);
    snapshot->checkpoints = {checkpoints_.interval(), checkpoints_.count(), checkpoints_.bytes(),
                             budget_};
    for (Experiment& lane : lanes_) {
        snapshot->others.push_back(lane.snapshot(generation));
        snapshot->checkpoints.bytes += snapshot->others.back()->checkpoints.bytes;
    }
    return snapshot;
}

}  // namespace rnnscope
