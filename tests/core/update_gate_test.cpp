// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/update_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/equation_fixture.h"

namespace rnnscope {
namespace {

using testing::brief;
using testing::computed;
using testing::Pass;
using testing::passOf;

std::vector<Equation> renewing(const Cell& cell) {
    return writtenFor(equationsOf(cell), cell, UpdateGate::Renews);
}

std::vector<std::string> linesOf(const Cell& cell, Notation notation) {
    std::vector<std::string> lines;
    for (const Equation& equation : renewing(cell))
        lines.push_back(written(equation, cell, notation));
    return lines;
}

TEST(UpdateGate, IsFoundByWhatItDoes) {
    for (const Cell* cell : cells()) {
        const auto gate = updateGateOf(equationsOf(*cell), *cell);
        const bool expected =
            cell->id() == "gru" || cell->id() == "gru-reset-before" || cell->id() == "ugrnn";
        ASSERT_EQ(bool(gate), expected) << cell->id();
        EXPECT_EQ(gate ? cell->quantities()[*gate].id : "z", "z");
    }
}

TEST(UpdateGate, IsWrittenAsTheFieldWritesIt) {
    const std::string z = "z\u0303";
    const auto plain = linesOf(*findCell("gru"), Notation::Plain);
    EXPECT_EQ(plain[1], z + "_t = σ(−(W_iz x_t + b_iz + W_hz h_{t−1} + b_hz))");
    EXPECT_EQ(plain[3], "h_t = (1 − " + z + "_t) ∘ h_{t−1} + " + z + "_t ∘ n_t");
    const auto latex = linesOf(*findCell("ugrnn"), Notation::Latex);
    EXPECT_EQ(latex[0],
              "\\tilde{z}_{t} = \\sigma\\left(-(W_{iz} x_{t} + b_{iz} + W_{hz} h_{t-1} + "
              "b_{hz})\\right)");
    EXPECT_EQ(latex[2],
              "h_{t} = (1 - \\tilde{z}_{t}) \\circ h_{t-1} + \\tilde{z}_{t} \\circ n_{t}");
}

TEST(UpdateGate, ChangesNothingWhereThereIsNone) {
    for (const char* id : {"rnn", "rnn-relu", "lstm", "lstm-peephole", "lstm-coupled"}) {
        const Cell& cell = *findCell(id);
        const auto before = equationsOf(cell), after = renewing(cell);
        for (std::size_t k = 0; k < before.size(); ++k)
            for (const Notation notation : {Notation::Plain, Notation::Latex})
                EXPECT_EQ(written(before[k], cell, notation), written(after[k], cell, notation));
    }
}

TEST(UpdateGate, GivesTheSameNumbersForEveryCell) {
    for (const Cell* cell : cells()) {
        const Pass pass = passOf(*cell);
        const auto gate = updateGateOf(equationsOf(*cell), *cell);
        for (std::size_t trace = 0; trace < pass.record.traces.size(); ++trace)
            for (Index column = 1; column <= 4; ++column) {
                const StepNumbers numbers(pass.network, pass.record, trace, column);
                for (const Equation& equation : renewing(*cell))
                    for (Index unit = 0; unit < 3; ++unit) {
                        const double recorded =
                            pass.record.traces[trace].at(equation.quantity, column)[unit];
                        const bool z = gate == equation.quantity;
                        EXPECT_EQ(equation.flipped, z);
                        const double expected = z ? 1.0 - recorded : recorded;
                        EXPECT_EQ(numbers.result(equation, unit), expected);
                        EXPECT_EQ(numbers.value(equation.expression, unit), expected);
                        EXPECT_NEAR(computed(numbers, equation.expression, unit), expected, 1e-14);
                    }
            }
    }
}

/// ∂L/∂z̃ by central differences of the loss with z held at what it is, a little more and less.
TEST(UpdateGate, GradientOfTheRenewingGateIsTheOppositeOfTheKeepingOnes) {
    for (const Cell* cell : cells()) {
        const auto gate = updateGateOf(equationsOf(*cell), *cell);
        if (!gate)
            continue;
        const Pass pass = passOf(*cell);
        const Index column = 2, unit = 1;
        const StepNumbers numbers(pass.network, pass.record, 0, column);
        const auto keeping = equationsOf(*cell), renewed = renewing(*cell);
        for (std::size_t k = 0; k < keeping.size(); ++k) {
            const double a = numbers.gradient(keeping[k], pass.gradients, unit);
            const double b = numbers.gradient(renewed[k], pass.gradients, unit);
            EXPECT_EQ(b, keeping[k].quantity == *gate ? -a : a);
            EXPECT_NE(a, 0);
        }
        const auto lossWith = [&](double renewal) {
            NetworkShape shape = pass.example.shape;
            shape.holds = {{0, *gate, unit, 1, column - 1, column - 1, 1.0 - renewal}};
            Record record;
            Network(shape, pass.example.parameters)
                .forward(pass.example.input, pass.example.initial, record);
            return 0.5 * record.output.squaredNorm();
        };
        const auto equation = std::ranges::find(renewed, *gate, &Equation::quantity);
        const double at = numbers.result(*equation, unit), by = 1e-6;
        EXPECT_NEAR(numbers.gradient(*equation, pass.gradients, unit),
                    (lossWith(at + by) - lossWith(at - by)) / (2 * by), 1e-8)
            << cell->id();
    }
}

TEST(UpdateGate, NumbersFollowTheConvention) {
    const Cell& cell = *findCell("gru");
    const Pass pass = passOf(cell);
    const StepNumbers numbers(pass.network, pass.record, 0, 2);
    const auto equations = renewing(cell);
    const Trace& values = pass.record.traces[0];
    const double z = values.at(*cell.find("z"), 2)[1], a = values.at(*cell.find("a_z"), 2)[1];
    const std::string gate = written(equations[1], numbers, 1, Notation::Plain, brief);
    EXPECT_NE(gate.find(" = σ(" + brief(-a) + ") = " + brief(1 - z)), std::string::npos) << gate;
    const std::string update = written(equations[3], numbers, 1, Notation::Plain, brief);
    EXPECT_TRUE(update.starts_with("h_t = (1 − " + brief(1 - z) + ") · ")) << update;
    EXPECT_TRUE(update.ends_with(" = " + brief(values.at(*cell.find("h"), 2)[1]))) << update;
}

}  // namespace
}  // namespace rnnscope
