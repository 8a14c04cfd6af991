// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include <cassert>

#include "core/optimizer.h"

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

}  // namespace

Eigen::VectorXd Snapshot::lastLossNorms(std::size_t trace, std::size_t state) const {
    assert(backward);
    const Gradients& gradients = backward->lastLoss[trace % shape().directions()];
    return gradients.traces[trace].norms(shape().cell->states()[state]);
}

Experiment::Experiment(Setup setup, Problem problem)
    : setup_(std::move(setup)),
      problem_(std::make_shared<const Problem>(std::move(problem))),
      network_(problem_->shape, problem_->parameters) {}

Result<Experiment> Experiment::create(Setup setup) {
    auto problem = assemble(setup);
    if (!problem)
        return problem.error();
    return Experiment(std::move(setup), *std::move(problem));
}

void Experiment::restart() {
    update_ = 0;
    history_.clear();
    network_.setParameters(problem_->parameters);
}

UpdateRecord Experiment::passAndClip() {
    network_.forward(problem_->input, problem_->initial, record_);
    const LossResult loss = lossOf(setup_.loss, record_.output, *problem_->target, record_.steps());
    network_.backward(record_, loss.outputGradient, gradients_);
    const ClipReport report = clip(gradients_.parameters, setup_.clipping);
    return {loss.loss, report.normBefore, report.normAfter, report.engaged()};
}

void Experiment::trainStep() {
    assert(problem_->target);
    history_.push_back(passAndClip());
    Parameters parameters = network_.parameters();
    descend(parameters, gradients_.parameters, setup_.learningRate);
    network_.setParameters(std::move(parameters));
    ++update_;
}

void Experiment::runTo(int update) {
    if (update < update_)
        restart();
    while (update_ < update)
        trainStep();
}

std::shared_ptr<const Snapshot> Experiment::snapshot(std::uint64_t generation) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->generation = generation;
    snapshot->update = update_;
    snapshot->setup = setup_;
    snapshot->problem = problem_;
    snapshot->parameters = network_.parameters();
    network_.forward(problem_->input, problem_->initial, snapshot->record);
    snapshot->history = history_;
    const Record& record = snapshot->record;
    if (problem_->target) {
        Snapshot::Backward& backward = snapshot->backward.emplace();
        backward.loss = lossOf(setup_.loss, record.output, *problem_->target, record.steps());
        const Eigen::MatrixXd& slope = backward.loss.outputGradient;
        network_.backward(record, slope, backward.gradients);
        backward.lastLoss.resize(problem_->shape.directions());
        for (std::size_t direction = 0; direction < backward.lastLoss.size(); ++direction)
            network_.backwardStates(record,
                                    direction == 0 ? lastStepOnly(slope) : firstStepOnly(slope),
                                    backward.lastLoss[direction]);
        for (std::size_t trace = 0; trace < problem_->shape.traces(); ++trace)
            backward.decay.push_back(decayOf(
                inOrder(snapshot->lastLossNorms(trace, 0), record.traces[trace].reversed())));

        Parameters bench = backward.gradients.parameters;
        backward.byValue = clip(bench, {ClipMode::Value, setup_.clipping.threshold});
        bench = backward.gradients.parameters;
        backward.byNorm = clip(bench, {ClipMode::Norm, setup_.clipping.threshold});
        backward.clipped = backward.gradients.parameters;
        backward.clip = clip(backward.clipped, setup_.clipping);
        snapshot->history.push_back({backward.loss.loss, backward.clip.normBefore,
                                     backward.clip.normAfter, backward.clip.engaged()});
    }
    const auto& pass = snapshot->backward;
    snapshot->overflow = findOverflow(problem_->shape, record, pass ? &pass->loss : nullptr,
                                      pass ? &pass->gradients : nullptr);
    return snapshot;
}

}  // namespace rnnscope
