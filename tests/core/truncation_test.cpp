// SPDX-License-Identifier: GPL-3.0-or-later
// Truncated backpropagation: the state crosses a border, the gradient does not.
#include <gtest/gtest.h>

#include "core/experiment.h"
#include "core/state_dict.h"
#include "test_networks.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::problemOf;
using testing::with;

Experiment experimentOf(const Choices& setup) {
    return std::move(Experiment::create(setup)).value();
}

void expectSame(const History& a, const History& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t update = 0; update < a.size(); ++update)
        EXPECT_EQ(a[update], b[update]) << update;
}

TEST(Truncation, AWindowOfTheWholeSequenceIsNone) {
    for (const char* cell : {"rnn", "lstm", "gru", "gru-reset-before"}) {
        Choices setup = with({{"cell", cell},
                              {"length", "12"},
                              {"layers", "2"},
                              {"bidirectional", ""},
                              {"optimizer", "adam"}});
        Experiment whole = experimentOf(setup);
        whole.runTo(5);
        for (const Index window : {12, 13, 1000}) {
            setup.training.window = window;
            Experiment cut = experimentOf(setup);
            cut.runTo(5);
            expectSame(cut.history(), whole.history());
        }
        setup.training.window = 11;
        Experiment cut = experimentOf(setup);
        cut.runTo(5);
        EXPECT_EQ(cut.history()[0].loss, whole.history()[0].loss);  // the state still crosses
        EXPECT_NE(cut.history()[0].gradientNorm, whole.history()[0].gradientNorm);
    }
}

TEST(Truncation, NothingCrossesABorder) {
    for (const Cell* cell : cells()) {
        SCOPED_TRACE(cell->id());
        auto example = testing::makeExample(*cell, 1, false, Readout::LastStep, Loss::MeanSquared,
                                            true, 5, 10);
        example.shape.window = 4;  // steps 1–4, 5–8, 9–10
        const Network network(example.shape, example.parameters);
        Record record;
        Gradients gradients;
        network.forward(example.input, example.initial, record);
        const LossResult loss = lossOf(example.loss, record.output, example.target, record.steps());
        network.backward(record, loss.outputGradient, gradients);
        for (const std::size_t state : cell->states())
            for (Index column = 0; column <= 10; ++column) {
                const double norm = gradients.traces[0].at(state, column).norm();
                EXPECT_EQ(norm > 0, column > 8) << column;
            }
    }
}

// The stretches one by one, each from the state that the one before left behind, give the same
// gradient in sum: what "the state crosses, the gradient does not" says.
TEST(Truncation, IsTheSumOverStretchesThatStartFromAGivenState) {
    constexpr Index steps = 11, window = 4;
    for (const Cell* cell : cells()) {
        SCOPED_TRACE(cell->id());
        auto example = testing::makeExample(*cell, 2, false, Readout::EveryStep, Loss::MeanSquared,
                                            true, 6, steps);
        const Network plain(example.shape, example.parameters);
        example.shape.window = window;
        const Network truncated(example.shape, example.parameters);
        Record record;
        Gradients whole;
        truncated.forward(example.input, example.initial, record);
        const LossResult loss = lossOf(example.loss, record.output, example.target, record.steps());
        truncated.backward(record, loss.outputGradient, whole);

        Parameters sum = example.parameters.zeros();
        InitialState state = example.initial;
        for (Index first = 0; first < steps; first += window) {
            const Index count = std::min(window, steps - first);
            Record stretch;
            Gradients part;
            plain.forward(example.input.middleCols(first, count), state, stretch);
            plain.backward(stretch, loss.outputGradient.middleCols(first, count), part);
            for (std::size_t k = 0; k < sum.items.size(); ++k)
                sum.items[k].value += part.parameters.items[k].value;
            for (std::size_t k = 0; k < state.size(); ++k)
                for (std::size_t trace = 0; trace < example.shape.traces(); ++trace)
                    state[k].row(static_cast<Index>(trace)) =
                        stretch.traces[trace].at(cell->states()[k], count);
        }
        for (std::size_t k = 0; k < sum.items.size(); ++k)
            EXPECT_LT((whole.parameters.items[k].value - sum.items[k].value).norm(),
                      1e-13 * (1 + sum.items[k].value.norm()))
                << sum.items[k].name;
    }
}

TEST(Truncation, SurvivesWeightsFromAFile) {
    Choices setup = with({{"cell", "gru"}, {"truncate", "5"}});
    const auto arrays = toArrays(problemOf(setup).parameters);
    setup.weights = {"w.safetensors", std::make_shared<const std::vector<Array>>(arrays)};
    EXPECT_EQ(problemOf(setup).shape.window, 5);
}

}  // namespace
}  // namespace rnnscope
