// SPDX-License-Identifier: GPL-3.0-or-later
// Gradient flow of all losses to all states, norms included, from a finished record; on as many
// threads as the program takes. Beside PyTorch in compare.py.
#include <benchmark/benchmark.h>

#include "core/analysis/flow.h"
#include "core/analysis/jacobian.h"

namespace rnnscope {
namespace {

struct Pass {
    Network network;
    Record record;
};

Pass makePass(const char* cell, Index hidden, Index steps) {
    const NetworkShape shape{.cell = findCell(cell), .input = 1, .hidden = hidden};
    Random random(1);
    Pass pass{Network(shape, Network::initialParameters(shape, random)), {}};
    Eigen::MatrixXd input(1, steps);
    for (double& value : input.reshaped())
        value = random.normal();
    pass.network.forward(input, {}, pass.record);
    return pass;
}

void gradientFlowOf(benchmark::State& state, const char* cell) {
    const Pass pass = makePass(cell, state.range(0), state.range(1));
    const Eigen::MatrixXd slope = Eigen::MatrixXd::Ones(1, state.range(1));
    for (auto _ : state)
        benchmark::DoNotOptimize(gradientFlow(pass.network, pass.record, slope).data());
}

void spectrum(benchmark::State& state, const char* cell) {
    const Pass pass = makePass(cell, state.range(0), state.range(1));
    for (auto _ : state)
        benchmark::DoNotOptimize(spectrumOf(pass.network, pass.record, 0));
}

/// Units and steps.
void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark->Args({16, 200})->Args({32, 200})->Args({64, 200})->Args({64, 500});
}

BENCHMARK_CAPTURE(gradientFlowOf, lstm, "lstm")->Apply(sizes);
BENCHMARK_CAPTURE(gradientFlowOf, gru, "gru")->Apply(sizes);
BENCHMARK_CAPTURE(gradientFlowOf, rnn, "rnn")->Apply(sizes);
BENCHMARK_CAPTURE(spectrum, lstm, "lstm")->Apply(sizes);

}  // namespace
}  // namespace rnnscope
