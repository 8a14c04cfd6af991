// SPDX-License-Identifier: GPL-3.0-or-later
// Forward and backward pass with the full record, one thread, 200 steps; and whole updates of a
// training, 50 steps. Beside PyTorch in compare.py.
#include <benchmark/benchmark.h>

#include "core/experiment.h"
#include "core/network.h"

namespace rnnscope {
namespace {

constexpr Index steps = 200;

void forwardAndBackward(benchmark::State& state, const char* cell) {
    const NetworkShape shape{.cell = findCell(cell), .input = 1, .hidden = state.range(0)};
    Random random(1);
    Network network(shape, Network::initialParameters(shape, random));
    Eigen::MatrixXd input(1, steps);
    for (double& value : input.reshaped())
        value = random.normal();
    const Eigen::MatrixXd slope = Eigen::MatrixXd::Constant(1, steps, 1.0 / steps);
    Record record;
    Gradients gradients;
    for (auto _ : state) {
        network.forward(input, {}, record);
        network.backward(record, slope, gradients);
        benchmark::DoNotOptimize(gradients.input.data());
    }
    // Microseconds: the inverse of (200 steps · 1e-6) a second.
    state.counters["us_per_step"] = benchmark::Counter(
        static_cast<double>(steps) * 1e-6,
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// Record, backward pass, clipping by norm, SGD; a batch of one.
void trainingUpdate(benchmark::State& state, const char* cell) {
    Setup setup;
    setup.cell = cell;
    setup.hidden = state.range(0);
    setup.sequence.length = 50;
    setup.clipping = {ClipMode::Norm, 0.1};
    setup.training.rate = 1e-3;
    Experiment experiment = Experiment::create(setup).value();
    for (auto _ : state)
        experiment.trainStep();
    state.counters["us_per_update"] = benchmark::Counter(
        1e-6, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK_CAPTURE(forwardAndBackward, lstm, "lstm")->Arg(8)->Arg(16)->Arg(64)->Arg(256);
BENCHMARK_CAPTURE(forwardAndBackward, gru, "gru")->Arg(8)->Arg(16)->Arg(64)->Arg(256);
BENCHMARK_CAPTURE(trainingUpdate, lstm, "lstm")->Arg(8)->Arg(16)->Arg(64)->Arg(256);
BENCHMARK_CAPTURE(trainingUpdate, gru, "gru")->Arg(8)->Arg(16)->Arg(64)->Arg(256);

}  // namespace
}  // namespace rnnscope
