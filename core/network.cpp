// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network.h"

#include <cassert>
#include <cmath>

namespace rnnscope {
namespace {

enum : std::size_t { WeightIh, WeightHh, BiasIh, BiasHh, WeightCh };

Index blockRows(const NetworkShape& shape) {
    return static_cast<Index>(shape.cell->blocks().size()) * shape.hidden;
}

}  // namespace

std::string NetworkShape::suffix(std::size_t trace) const {
    return "_l" + std::to_string(trace / directions()) + (trace % directions() ? "_reverse" : "");
}

Parameters Network::parametersFor(const NetworkShape& shape) {
    Parameters parameters;
    const auto add = [&](std::string name, Index rows, Index columns, bool bias) {
        parameters.items.push_back({std::move(name), Eigen::MatrixXd::Zero(rows, columns), bias});
    };
    const Index rows = blockRows(shape);
    for (std::size_t trace = 0; trace < shape.traces(); ++trace) {
        const std::string suffix = shape.suffix(trace);
        add("weight_ih" + suffix, rows,
            shape.layerInput(static_cast<int>(trace / shape.directions())), false);
        add("weight_hh" + suffix, rows, shape.hidden, false);
        add("bias_ih" + suffix, rows, 1, true);
        add("bias_hh" + suffix, rows, 1, true);
        if (const std::size_t peepholes = shape.cell->peepholes().size())
            add("weight_ch" + suffix, static_cast<Index>(peepholes) * shape.hidden, 1, true);
    }
    add("fc.weight", shape.output, shape.hidden * static_cast<Index>(shape.directions()), false);
    add("fc.bias", shape.output, 1, true);
    return parameters;
}

Parameters Network::initialParameters(const NetworkShape& shape, Random& random) {
    Parameters parameters = parametersFor(shape);
    const auto readoutInputs =
        static_cast<double>(shape.hidden * static_cast<Index>(shape.directions()));
    for (Parameter& item : parameters.items) {
        const bool readout = item.name.starts_with("fc.");
        const double bound =
            1.0 / std::sqrt(readout ? readoutInputs : static_cast<double>(shape.hidden));
        // Row by row, the order in which PyTorch fills a tensor.
        for (Index row = 0; row < item.value.rows(); ++row)
            for (Index column = 0; column < item.value.cols(); ++column)
                item.value(row, column) = random.uniform(-bound, bound);
    }
    return parameters;
}

Network::Network(const NetworkShape& shape, Parameters parameters)
    : shape_(shape), parameters_(std::move(parameters)) {
    prepare();
}

void Network::setParameters(Parameters parameters) {
    parameters_ = std::move(parameters);
    prepare();
}

void Network::prepare() {
    assert(parameters_.items.size() == shape_.traces() * shape_.parametersPerTrace() + 2);
    prepared_.resize(shape_.traces());
    const Index hidden = shape_.hidden;
    for (std::size_t trace = 0; trace < prepared_.size(); ++trace) {
        PreparedWeights& prepared = prepared_[trace];
        prepared.hidden = hidden;
        prepared.terms.resize(shape_.cell->terms().size());
        for (std::size_t k = 0; k < prepared.terms.size(); ++k) {
            const RecurrentTerm& term = shape_.cell->terms()[k];
            const Index first = static_cast<Index>(term.firstBlock) * hidden;
            const Index count = static_cast<Index>(term.blockCount) * hidden;
            const auto weights = parameter(trace, WeightHh).middleRows(first, count);
            prepared.terms[k].weights.pack(weights);
            prepared.terms[k].transposed.packTransposed(weights);
            prepared.terms[k].bias = parameter(trace, BiasHh).middleRows(first, count);
        }
        if (!shape_.cell->peepholes().empty())
            prepared.peepholes = parameter(trace, WeightCh);
    }
}

void Network::forwardTrace(std::size_t trace, const Eigen::MatrixXd& input,
                           const InitialState& initial, Trace& values) const {
    const Cell& cell = *shape_.cell;
    const Index steps = input.cols();
    const bool reversed = trace % shape_.directions() == 1;
    values.reset(cell.quantities(), shape_.hidden, steps, reversed);

    // All of W_ih x in one product before the loop.
    auto prepared = values.rows(0, cell.blocks().size());
    if (reversed)
        prepared.noalias() = parameter(trace, WeightIh) * input.rowwise().reverse();
    else
        prepared.noalias() = parameter(trace, WeightIh) * input;
    prepared.colwise() += parameter(trace, BiasIh).col(0);

    startTrace(trace, initial, values);
    for (Index column = 1; column <= steps; ++column)
        computeColumn(trace, values, column);
}

void Network::startTrace(std::size_t trace, const InitialState& initial, Trace& values) const {
    for (std::size_t state = 0; state < initial.size(); ++state)
        values.at(shape_.cell->states()[state], 0) = initial[state].row(static_cast<Index>(trace));
}

/// From the column before, and what the inputs have put into this one.
void Network::computeColumn(std::size_t trace, Trace& values, Index column) const {
    const Cell& cell = *shape_.cell;
    const double* before = values.data(column - 1);
    if (!shape_.holds.empty())
        if (const auto held = heldIn(trace, values, column); !held.empty())
            return stepForward(cell, prepared_[trace], before, values.data(column), held);
    cell.forward(prepared_[trace], before, values.data(column));
}

std::vector<StepHold> Network::heldIn(std::size_t trace, const Trace& values, Index column) const {
    std::vector<StepHold> held;
    const Index time = values.reversed() ? values.steps() - column : column - 1;
    for (const Hold& hold : shape_.holds)
        if (hold.trace == trace && hold.from <= time && time <= hold.to)
            held.push_back({hold.quantity, hold.first, hold.count, hold.value});
    return held;
}

void Network::stepBack(std::size_t trace, const Trace& values, Index column,
                       double* previousGradient, double* nowGradient) const {
    const Cell& cell = *shape_.cell;
    const double *previous = values.data(column - 1), *now = values.data(column);
    const auto held =
        shape_.holds.empty() ? std::vector<StepHold>() : heldIn(trace, values, column);
    if (held.empty())
        cell.backward(prepared_[trace], previous, now, previousGradient, nowGradient);
    else
        stepBackward(cell, prepared_[trace], previous, now, previousGradient, nowGradient, held);
}

void Network::forward(const Eigen::Ref<const Eigen::MatrixXd>& input, const InitialState& initial,
                      Record& record) const {
    assert(input.rows() == shape_.input && input.cols() >= 1);
    assert(initial.empty() || initial.size() == shape_.cell->states().size());
    const Index steps = input.cols();
    const Index hidden = shape_.hidden;
    record.layerInput.resize(static_cast<std::size_t>(shape_.layers));
    record.traces.resize(shape_.traces());
    record.layerInput[0] = input;
    for (int layer = 0; layer < shape_.layers; ++layer) {
        const bool last = layer + 1 == shape_.layers;
        Eigen::MatrixXd& result =
            last ? record.top : record.layerInput[static_cast<std::size_t>(layer) + 1];
        result.resize(hidden * static_cast<Index>(shape_.directions()), steps);
        for (std::size_t direction = 0; direction < shape_.directions(); ++direction) {
            const std::size_t trace = shape_.trace(layer, direction == 1);
            Trace& values = record.traces[trace];
            forwardTrace(trace, record.layerInput[static_cast<std::size_t>(layer)], initial,
                         values);
            auto part = result.middleRows(static_cast<Index>(direction) * hidden, hidden);
            if (direction == 1)
                part = values.rows(shape_.cell->hiddenState()).rowwise().reverse();
            else
                part = values.rows(shape_.cell->hiddenState());
        }
    }
    const Eigen::MatrixXd& weight = (parameters_.items.end() - 2)->value;
    const Eigen::MatrixXd& bias = (parameters_.items.end() - 1)->value;
    if (shape_.readout == Readout::LastStep)
        record.output.noalias() = weight * record.top.rightCols(1);
    else
        record.output.noalias() = weight * record.top;
    record.output.colwise() += bias.col(0);
}

void Network::begin(Index steps, const InitialState& initial, Record& record) const {
    assert(!shape_.bidirectional && shape_.readout == Readout::EveryStep && steps >= 1);
    assert(initial.empty() || initial.size() == shape_.cell->states().size());
    record.layerInput.resize(static_cast<std::size_t>(shape_.layers));
    record.traces.resize(shape_.traces());
    for (std::size_t layer = 0; layer < record.traces.size(); ++layer) {
        record.layerInput[layer].resize(shape_.layerInput(static_cast<int>(layer)), steps);
        record.traces[layer].reset(shape_.cell->quantities(), shape_.hidden, steps, false);
        startTrace(layer, initial, record.traces[layer]);
    }
    record.top.resize(shape_.hidden, steps);
    record.output.resize(shape_.output, steps);
}

void Network::advance(Index t, const Eigen::Ref<const Eigen::VectorXd>& input,
                      Record& record) const {
    assert(input.size() == shape_.input && t < record.steps());
    const Index rows = blockRows(shape_);
    record.layerInput[0].col(t) = input;
    for (std::size_t layer = 0; layer < record.traces.size(); ++layer) {
        Trace& values = record.traces[layer];
        Eigen::Map<Eigen::VectorXd> prepared(values.data(t + 1), rows);
        prepared.noalias() = parameter(layer, WeightIh) * record.layerInput[layer].col(t);
        prepared += parameter(layer, BiasIh).col(0);
        computeColumn(layer, values, t + 1);
        const bool last = layer + 1 == record.traces.size();
        (last ? record.top : record.layerInput[layer + 1]).col(t) =
            values.at(shape_.cell->hiddenState(), t + 1);
    }
    record.output.col(t).noalias() = (parameters_.items.end() - 2)->value * record.top.col(t);
    record.output.col(t) += (parameters_.items.end() - 1)->value.col(0);
}

void Network::backwardTrace(std::size_t trace, const Trace& values, Trace& gradient) const {
    const Cell& cell = *shape_.cell;
    // Steps computed after the last one that the loss looks at have no part in it: they are left
    // at zero and not multiplied, so that a NaN there does not spoil the steps before.
    Index last = values.steps();
    while (last > 0 && (gradient.at(cell.hiddenState(), last).array() == 0.0).all())
        --last;
    gradient.clearFrom(last + 1);
    Eigen::VectorXd dropped;  // what would cross the border of a stretch
    for (Index column = last; column >= 1; --column) {
        double* before = gradient.data(column - 1);
        if (shape_.window && column > 1 && (column - 1) % *shape_.window == 0) {
            dropped.setZero(values.rows());
            before = dropped.data();
        }
        stepBack(trace, values, column, before, gradient.data(column));
    }
}

void Network::accumulateParameters(std::size_t trace, const Eigen::MatrixXd& input,
                                   const Trace& values, const Trace& gradient,
                                   Parameters& parameters) const {
    const Cell& cell = *shape_.cell;
    const auto target = [&](std::size_t which) -> Eigen::MatrixXd& {
        return parameters.items[trace * shape_.parametersPerTrace() + which].value;
    };
    const auto delta = gradient.rows(0, cell.blocks().size());
    if (values.reversed())
        target(WeightIh).noalias() = delta * input.rowwise().reverse().transpose();
    else
        target(WeightIh).noalias() = delta * input.transpose();
    target(BiasIh) = delta.rowwise().sum();
    for (const RecurrentTerm& term : cell.terms()) {
        const Index first = static_cast<Index>(term.firstBlock) * shape_.hidden;
        const Index count = static_cast<Index>(term.blockCount) * shape_.hidden;
        const auto error = gradient.rows(term.gradient, term.blockCount);
        auto weight = target(WeightHh).middleRows(first, count);
        if (term.previous)
            weight.noalias() = error * values.previousRows(term.operand).transpose();
        else
            weight.noalias() = error * values.rows(term.operand).transpose();
        target(BiasHh).middleRows(first, count) = error.rowwise().sum();
    }
    const auto peepholes = cell.peepholes();
    for (std::size_t k = 0; k < peepholes.size(); ++k)
        target(WeightCh).middleRows(static_cast<Index>(k) * shape_.hidden, shape_.hidden) =
            gradient.rows(peepholes[k].gradient)
                .cwiseProduct(values.rowsOf(peepholes[k].operand))
                .rowwise()
                .sum();
}

void Network::backwardStates(const Record& record, const Eigen::MatrixXd& outputGradient,
                             Gradients& gradients) const {
    const Cell& cell = *shape_.cell;
    const Index steps = record.steps();
    const Index hidden = shape_.hidden;
    const Eigen::MatrixXd& weight = (parameters_.items.end() - 2)->value;
    gradients.output = outputGradient;
    gradients.traces.resize(shape_.traces());

    // Gradient with respect to what the layer above, first the read-out, was given.
    Eigen::MatrixXd above = Eigen::MatrixXd::Zero(record.top.rows(), steps);
    above.rightCols(outputGradient.cols()).noalias() = weight.transpose() * outputGradient;
    // 0 · NaN is NaN: a step without any loss gets none from a read-out that overflowed.
    for (Index t = 0; t < outputGradient.cols(); ++t)
        if ((outputGradient.col(t).array() == 0.0).all())
            above.col(steps - outputGradient.cols() + t).setZero();

    for (int layer = shape_.layers - 1; layer >= 0; --layer) {
        Eigen::MatrixXd below = Eigen::MatrixXd::Zero(shape_.layerInput(layer), steps);
        for (std::size_t direction = 0; direction < shape_.directions(); ++direction) {
            const std::size_t trace = shape_.trace(layer, direction == 1);
            Trace& gradient = gradients.traces[trace];
            gradient.reset(cell.quantities(), hidden, steps, direction == 1);
            for (const std::size_t state : cell.states())
                gradient.rows(state).setZero();
            const auto share = above.middleRows(static_cast<Index>(direction) * hidden, hidden);
            if (direction == 1)
                gradient.rows(cell.hiddenState()) = share.rowwise().reverse();
            else
                gradient.rows(cell.hiddenState()) = share;
            backwardTrace(trace, record.traces[trace], gradient);

            const auto delta = gradient.rows(0, cell.blocks().size());
            if (direction == 1)
                below.rowwise().reverse() += parameter(trace, WeightIh).transpose() * delta;
            else
                below.noalias() += parameter(trace, WeightIh).transpose() * delta;
        }
        above = std::move(below);
    }
    gradients.input = std::move(above);
}

void Network::backward(const Record& record, const Eigen::MatrixXd& outputGradient,
                       Gradients& gradients) const {
    backwardStates(record, outputGradient, gradients);
    if (gradients.parameters.items.size() != parameters_.items.size())
        gradients.parameters = parameters_.zeros();
    for (std::size_t k = 0; k < parameters_.items.size(); ++k)
        gradients.parameters.items[k].absent = parameters_.items[k].absent;
    for (std::size_t trace = 0; trace < shape_.traces(); ++trace)
        accumulateParameters(trace, record.layerInput[trace / shape_.directions()],
                             record.traces[trace], gradients.traces[trace], gradients.parameters);
    (gradients.parameters.items.end() - 2)->value.noalias() =
        outputGradient * record.top.rightCols(outputGradient.cols()).transpose();
    (gradients.parameters.items.end() - 1)->value = outputGradient.rowwise().sum();
    for (Parameter& item : gradients.parameters.items)
        if (item.absent)
            item.value.setZero();
}

}  // namespace rnnscope
