// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include <cassert>

#include "core/samples.h"

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

Experiment::Experiment(Setup setup, Problem problem)
    : setup_(std::move(setup)),
      problem_(std::make_shared<const Problem>(std::move(problem))),
      run_(*problem_, setup_.clipping) {
    if (setup_.training.twin && problem_->target)
        twin_.emplace(*problem_, twinClipping(setup_.clipping));
}

Result<Experiment> Experiment::create(Setup setup) {
    auto problem = assemble(setup);
    if (!problem)
        return problem.error();
    return Experiment(std::move(setup), *std::move(problem));
}

bool Experiment::extend(const Setup& setup) {
    if (setup == setup_)
        return true;
    Setup longer = setup_;
    longer.training.updates = setup.training.updates;
    if (longer != setup)
        return false;
    setup_ = setup;
    return true;
}

void Experiment::trainStep() {
    assert(problem_->target);
    if (checkpoints_.due(run_.update())) {
        const auto twin = twin_ ? std::optional(twin_->state()) : std::nullopt;
        checkpoints_.offer(run_.state(), twin ? &*twin : nullptr);
    }
    run_.step(setup_, *problem_);
    // A twin that broke down has nothing more to show.
    if (twin_ && !twin_->divergence())
        twin_->step(setup_, *problem_);
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
    const RunState start{0, problem_->parameters, {}};
    run_.setState(start);
    if (twin_)
        twin_->setState(start);
}

void Experiment::runTo(int update) {
    approach(update);
    while (run_.update() < update)
        trainStep();
}

void Experiment::rest() {
    run_.rest();
    if (twin_)
        twin_->rest();
}

std::size_t Experiment::bytes() const {
    const auto bytesOf = [](const Eigen::MatrixXd& values) {
        return static_cast<std::size_t>(values.size()) * sizeof(double);
    };
    std::size_t bytes = checkpoints_.bytes() + run_.bytes() + (twin_ ? twin_->bytes() : 0) +
                        RunState{0, problem_->parameters, {}}.bytes();
    bytes += bytesOf(problem_->input) + (problem_->target ? bytesOf(*problem_->target) : 0);
    for (const Sample& other : problem_->others)
        bytes += bytesOf(other.input) + (other.target ? bytesOf(*other.target) : 0);
    return bytes;
}

void Experiment::fillBackward(Snapshot& snapshot) {
    const Record& record = snapshot.record;
    Snapshot::Backward& backward = snapshot.backward.emplace();
    backward.loss = lossOf(setup_.loss, record.output, *problem_->target, record.steps());
    const Eigen::MatrixXd& slope = backward.loss.outputGradient;
    network().backward(record, slope, backward.gradients);
    backward.lastLoss.resize(problem_->shape.directions());
    for (std::size_t direction = 0; direction < backward.lastLoss.size(); ++direction)
        network().backwardStates(record,
                                 direction == 0 ? lastStepOnly(slope) : firstStepOnly(slope),
                                 backward.lastLoss[direction]);
    for (std::size_t trace = 0; trace < problem_->shape.traces(); ++trace)
        backward.decay.push_back(
            decayOf(inOrder(snapshot.lastLossNorms(trace, 0), record.traces[trace].reversed())));

    // An update learns from the shown sequence alone, or from others as well.
    BatchPass batch{backward.loss.loss, backward.gradients.parameters};
    if (setup_.training.sequences > 1 || setup_.training.fresh)
        batch = run_.pass(setup_, *problem_);
    Parameters bench = batch.gradient;
    backward.byValue = clip(bench, {ClipMode::Value, setup_.clipping.threshold});
    bench = batch.gradient;
    backward.byNorm = clip(bench, {ClipMode::Norm, setup_.clipping.threshold});
    backward.clipped = std::move(batch.gradient);
    backward.clip = clip(backward.clipped, setup_.clipping);

    run_.remember(recordOf(batch.loss, backward.clip));
    snapshot.known = run_.known();
    snapshot.history = run_.history();
    snapshot.divergence = run_.divergence();
    if (twin_)
        fillTwin(snapshot.twin.emplace());
}

void Experiment::fillTwin(Snapshot::Twin& twin) {
    if (!twin_->divergence()) {
        BatchPass pass = twin_->pass(setup_, *problem_);
        twin_->remember(recordOf(pass.loss, clip(pass.gradient, twin_->clipping())));
    }
    twin = {twin_->clipping(), twin_->history(), twin_->divergence()};
}

std::shared_ptr<const Snapshot> Experiment::snapshot(std::uint64_t generation) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->generation = generation;
    snapshot->update = run_.update();
    snapshot->setup = setup_;
    snapshot->problem = problem_;
    snapshot->parameters = network().parameters();
    network().forward(shownInput(setup_, *problem_, network(), run_.update()), problem_->initial,
                      snapshot->record);
    if (problem_->target)
        fillBackward(*snapshot);
    const auto& pass = snapshot->backward;
    snapshot->overflow =
        findOverflow(problem_->shape, snapshot->record, pass ? &pass->loss : nullptr,
                     pass ? &pass->gradients : nullptr);
    snapshot->checkpoints = {checkpoints_.interval(), checkpoints_.count(), checkpoints_.bytes(),
                             checkpoints_.budget()};
    return snapshot;
}

}  // namespace rnnscope
