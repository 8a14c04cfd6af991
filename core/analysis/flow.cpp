// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/flow.h"

#include <cmath>

#include "core/analysis/adjoint_chain.h"
#include "core/analysis/norm.h"
#include "core/analysis/share_work.h"

namespace rnnscope {
namespace {

/// Ends of the stretch of truncated backpropagation around a time, both within it. The reverse
/// direction counts its stretches from the end.
int stretchStart(const NetworkShape& shape, int time) {
    const int window = static_cast<int>(shape.window.value_or(0));
    return window > 0 ? time / window * window : 0;
}
int reverseStretchEnd(const NetworkShape& shape, int time, int steps) {
    const int window = static_cast<int>(shape.window.value_or(0));
    return window > 0 ? steps - 1 - (steps - 1 - time) / window * window : steps - 1;
}

std::vector<Flow> emptyFlows(const Network& network, Index steps) {
    const NetworkShape& shape = network.shape();
    std::vector<Flow> flows(shape.traces());
    for (Flow& flow : flows)
        flow.states.assign(shape.cell->states().size(), Eigen::MatrixXd::Zero(steps, steps));
    return flows;
}

template <typename Column>
double normOf(const Column& entries) {
    const double squared = entries.squaredNorm();
    return squared > 1e-270 && squared < 1e270 ? std::sqrt(squared) : scaledNorm(entries);
}

/// Floating-point operations of one adjoint in one step of one trace, roughly.
double operationsPerStep(const Network& network) {
    const auto hidden = static_cast<double>(network.shape().hidden);
    return 4.0 * hidden * hidden * static_cast<double>(network.shape().cell->states().size());
}

/// One backward pass for each loss.
bool flowOneByOne(const Network& network, const Record& record,
                  const Eigen::MatrixXd& outputGradient, SharedWork& work,
                  std::vector<Flow>& flows) {
    const Index steps = record.steps();
    const Index targets = outputGradient.cols();
    const auto passes = static_cast<double>(targets * steps) * static_cast<double>(flows.size());
    const Index threads = SharedWork::threadsFor(passes * operationsPerStep(network));
    std::vector<Gradients> gradients(static_cast<std::size_t>(threads));
    const auto states = network.shape().cell->states();
    return work.run(targets, threads, [&](Index target, Index thread) {
        Gradients& own = gradients[static_cast<std::size_t>(thread)];
        Eigen::MatrixXd single = Eigen::MatrixXd::Zero(outputGradient.rows(), targets);
        single.col(target) = outputGradient.col(target);
        network.backwardStates(record, single, own);
        for (std::size_t trace = 0; trace < flows.size(); ++trace)
            for (std::size_t state = 0; state < states.size(); ++state)
                for (Index time = 0; time < steps; ++time) {
                    const auto units =
                        own.traces[trace].at(states[state], own.traces[trace].column(time));
                    flows[trace].states[state](steps - targets + target, time) = normOf(units);
                }
    });
}

/// The chains of a network of one direction or one layer.
std::vector<Chain> chainsOf(const Network& network, const Eigen::MatrixXd& outputGradient) {
    const NetworkShape& shape = network.shape();
    const Eigen::MatrixXd& weight = network.parameters().find("fc.weight")->value;
    Eigen::MatrixXd arriving = weight.transpose() * outputGradient;
    // 0 · NaN is NaN: a step without any loss gets none from a read-out that overflowed.
    for (Index t = 0; t < outputGradient.cols(); ++t)
        if ((outputGradient.col(t).array() == 0.0).all())
            arriving.col(t).setZero();
    std::vector<Chain> chains;
    for (std::size_t direction = 0; direction < shape.directions(); ++direction) {
        Chain chain;
        for (int layer = 0; layer < shape.layers; ++layer)
            chain.traces.push_back(shape.trace(layer, direction == 1));
        chain.arriving =
            arriving.middleRows(static_cast<Index>(direction) * shape.hidden, shape.hidden);
        if (direction == 1)
            chain.arriving = chain.arriving.rowwise().reverse().eval();
        chains.push_back(std::move(chain));
    }
    return chains;
}

/// Borders between parts of the targets that cost about the same: part k is [k] + 1 … [k + 1].
std::vector<Index> fairParts(Index steps, const std::optional<Index>& window, Index parts) {
    const auto way = [&](Index column) {
        return static_cast<double>(window ? (column - 1) % *window + 1 : column);
    };
    double whole = 0;
    for (Index column = 1; column <= steps; ++column)
        whole += way(column);
    std::vector<Index> borders = {0};
    double sum = 0;
    for (Index column = 1; column <= steps; ++column) {
        sum += way(column);
        if (sum * static_cast<double>(parts) >= whole * static_cast<double>(borders.size()))
            borders.push_back(column);
    }
    borders.back() = steps;
    return borders;
}

/// All losses together.
bool flowTogether(const Network& network, const Record& record,
                  const Eigen::MatrixXd& outputGradient, SharedWork& work,
                  std::vector<Flow>& flows) {
    const Index steps = record.steps();
    const std::vector<Chain> chains = chainsOf(network, outputGradient);
    const auto way = static_cast<double>(std::min(steps, network.shape().window.value_or(steps)));
    const double operations = 0.5 * static_cast<double>(steps) * way *
                              static_cast<double>(flows.size()) * operationsPerStep(network);
    const Index threads = SharedWork::threadsFor(operations);
    const std::vector<Index> borders = fairParts(steps, network.shape().window, threads);
    const auto parts = static_cast<Index>(borders.size()) - 1;
    const Index hidden = network.shape().hidden;
    return work.run(
        static_cast<Index>(chains.size()) * parts, threads, [&](Index piece, Index thread) {
            const Chain& chain = chains[static_cast<std::size_t>(piece / parts)];
            const auto part = static_cast<std::size_t>(piece % parts);
            const auto write = [&](std::size_t place, Index column, Index first,
                                   const Eigen::Ref<const Eigen::MatrixXd>& adjoints) {
                const std::size_t trace = chain.traces[place];
                const Trace& values = record.traces[trace];
                const auto timeOf = [&](Index at) {
                    return values.reversed() ? steps - at : at - 1;
                };
                std::vector<Eigen::MatrixXd>& states = flows[trace].states;
                for (std::size_t state = 0; state < states.size(); ++state)
                    for (Index k = 0; k < adjoints.cols(); ++k)
                        states[state](timeOf(first + k), timeOf(column)) = normOf(
                            adjoints.col(k).segment(static_cast<Index>(state) * hidden, hidden));
            };
            AdjointChain(network, record, chain)
                .run(
                    borders[part] + 1, borders[part + 1], [&] { return work.stopped(thread); },
                    write);
        });
}

}  // namespace

std::vector<Flow> gradientFlow(const Network& network, const Record& record,
                               const Eigen::MatrixXd& outputGradient,
                               const std::function<bool()>& stale) {
    const NetworkShape& shape = network.shape();
    std::vector<Flow> flows = emptyFlows(network, record.steps());
    SharedWork work(stale);
    const bool together = outputGradient.cols() > 1 && (shape.layers == 1 || !shape.bidirectional);
    const bool whole =
        (together ? flowTogether : flowOneByOne)(network, record, outputGradient, work, flows);
    return whole ? std::move(flows) : std::vector<Flow>();
}

std::pair<int, int> reachableStates(const NetworkShape& shape, std::size_t trace, int loss,
                                    int steps) {
    if (shape.readout == Readout::LastStep && loss != steps - 1)
        return {0, 0};
    const int layer = static_cast<int>(trace / shape.directions());
    const bool reverse = trace % shape.directions() == 1;
    int first = loss, last = loss;
    for (int above = shape.layers - 1; above > layer; --above) {
        first = stretchStart(shape, first);
        if (shape.bidirectional)
            last = reverseStretchEnd(shape, last, steps);
    }
    if (reverse)
        last = reverseStretchEnd(shape, last, steps);
    else
        first = stretchStart(shape, first);
    return {first, last + 1};
}

double flowBytes(const NetworkShape& shape, Index steps) {
    const auto matrices = static_cast<double>(shape.traces() * shape.cell->states().size());
    const auto length = static_cast<double>(steps);
    return length * length * matrices * sizeof(double);
}

Index mostFlowSteps(const NetworkShape& shape, double bytes) {
    return static_cast<Index>(std::sqrt(bytes / flowBytes(shape, 1)));
}

}  // namespace rnnscope
