// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run.h"

#include <algorithm>

#include <utility>

#include "core/carried.h"
#include "core/loss.h"
#include "core/samples.h"

namespace rnnscope {
namespace {

std::size_t bytesOf(const Parameters& parameters) {
    return static_cast<std::size_t>(parameters.count()) * sizeof(double) +
           parameters.items.size() * sizeof(Parameter);
}

}  // namespace

std::size_t RunState::bytes() const {
    return sizeof(RunState) + bytesOf(parameters) + bytesOf(optimizer.first) +
           bytesOf(optimizer.second);
}

Run::Run(const Problem& problem, const Clipping& clipping)
    : clipping_(clipping), network_(problem.shape, problem.parameters) {}

void Run::setState(RunState state) {
    update_ = state.update;
    optimizer_ = std::move(state.optimizer);
    network_.setParameters(std::move(state.parameters));
}

void Run::edit(const Edits& edits) {
    network_.change([&](Parameters& parameters) {
        editParameters(edits, update_, network_.shape(), parameters);
    });
}

const BatchPass& Run::pass(const Setup& setup, const Problem& problem) {
    const Batch batch(setup, problem, update_);
    pass_.loss = 0;
    for (std::size_t k = 0; k < batch.size(); ++k) {
        const InitialState start = batchStart(setup, problem, batch, k, network_, record_);
        const Eigen::MatrixXd input = batch.input(k, network_, start);
        network_.forward(input, start, record_);
        const LossResult loss =
            lossOf(setup.loss, record_.output, batch.target(k), record_.steps());
        network_.backward(record_, loss.outputGradient, gradients_);
        pass_.loss += loss.loss;
        if (k == 0) {
            std::swap(pass_.gradient, gradients_.parameters);  // backward() fills either
            continue;
        }
        for (std::size_t item = 0; item < pass_.gradient.items.size(); ++item)
            pass_.gradient.items[item].value += gradients_.parameters.items[item].value;
    }
    if (batch.size() > 1) {
        const double share = 1.0 / static_cast<double>(batch.size());
        pass_.loss *= share;
        for (Parameter& item : pass_.gradient.items)
            item.value *= share;
    }
    return pass_;
}

void Run::remember(const UpdateRecord& record) {
    const auto update = static_cast<std::size_t>(update_);
    if (history_.size() != update)
        return;
    history_.push_back(record);
    if (!divergence_)
        divergence_ = divergenceAt(history_[0], record, update);
}

void Run::restore(RunState state, History history, int known) {
    setState(std::move(state));
    history_ = std::move(history);
    known_ = known;
    divergence_.reset();
    for (std::size_t update = 0; update < history_.size() && !divergence_; ++update)
        divergence_ = divergenceAt(history_[0], history_[update], update);
}

void Run::recall(const Run& other, int updates) {
    history_ = other.history_.first(static_cast<std::size_t>(updates));
    known_ = std::min(other.known_, updates);
    divergence_ = other.divergence_;
    if (divergence_ && divergence_->update >= static_cast<std::size_t>(updates))
        divergence_.reset();
}

void Run::rest() {
    record_ = {};
    gradients_ = {};
    pass_ = {};
}

std::size_t Run::bytes() const {
    // The network keeps, beside its parameters, in another order those that a step multiplies by.
    return state().bytes() + 2 * bytesOf(network_.parameters()) + history_.bytes();
}

void Run::step(const Setup& setup, const Problem& problem) {
    pass(setup, problem);
    const ClipReport report = clipOnly(pass_.gradient, clipping_);
    remember({pass_.loss, report.normBefore, report.normAfter, report.engaged()});
    network_.change([&](Parameters& parameters) {
        descend(setup.training.optimizer, parameters, pass_.gradient, setup.training.rate,
                optimizer_);
    });
    known_ = std::max(known_, ++update_);
}

}  // namespace rnnscope
