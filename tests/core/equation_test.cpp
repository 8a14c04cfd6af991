// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/term.h"
#include "tests/core/equation_fixture.h"

namespace rnnscope {
namespace {

using testing::brief;
using testing::computed;
using ::testing::ElementsAre;
using testing::Pass;
using testing::passOf;

std::vector<std::string> writtenOf(const char* id, Notation notation) {
    const Cell& cell = *findCell(id);
    std::vector<std::string> lines;
    for (const Equation& equation : equationsOf(cell))
        lines.push_back(written(equation, cell, notation));
    return lines;
}

TEST(Equations, AreThoseOfTheField) {
    EXPECT_THAT(writtenOf("rnn", Notation::Plain),
                ElementsAre("h_t = tanh(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh)"));
    EXPECT_THAT(writtenOf("lstm", Notation::Plain),
                ElementsAre("i_t = σ(W_ii x_t + b_ii + W_hi h_{t−1} + b_hi)",
                            "f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)",
                            "g_t = tanh(W_ig x_t + b_ig + W_hg h_{t−1} + b_hg)",
                            "o_t = σ(W_io x_t + b_io + W_ho h_{t−1} + b_ho)",
                            "c_t = f_t ∘ c_{t−1} + i_t ∘ g_t", "h_t = o_t ∘ tanh(c_t)"));
    EXPECT_THAT(writtenOf("gru", Notation::Plain),
                ElementsAre("r_t = σ(W_ir x_t + b_ir + W_hr h_{t−1} + b_hr)",
                            "z_t = σ(W_iz x_t + b_iz + W_hz h_{t−1} + b_hz)",
                            "n_t = tanh(W_in x_t + b_in + r_t ∘ (W_hn h_{t−1} + b_hn))",
                            "h_t = (1 − z_t) ∘ n_t + z_t ∘ h_{t−1}"));
    EXPECT_EQ(writtenOf("gru-reset-before", Notation::Plain)[2],
              "n_t = tanh(W_in x_t + b_in + W_hn (r_t ∘ h_{t−1}) + b_hn)");
    EXPECT_EQ(writtenOf("lstm-peephole", Notation::Plain)[4],
              "o_t = σ(W_io x_t + b_io + W_ho h_{t−1} + b_ho + p_o ∘ c_t)");
    EXPECT_EQ(writtenOf("lstm-coupled", Notation::Plain)[1], "i_t = 1 − f_t");
}

TEST(Equations, LatexIsPlainOfThisKind) {
    EXPECT_THAT(writtenOf("lstm", Notation::Latex)[1],
                "f_{t} = \\sigma\\left(W_{if} x_{t} + b_{if} + W_{hf} h_{t-1} + b_{hf}\\right)");
    EXPECT_THAT(writtenOf("lstm", Notation::Latex)[4],
                "c_{t} = f_{t} \\circ c_{t-1} + i_{t} \\circ g_{t}");
    for (const Cell* cell : cells())
        for (const std::string& line : writtenOf(std::string(cell->id()).c_str(), Notation::Latex))
            for (const char letter : line)
                EXPECT_TRUE(letter >= ' ' && letter <= '~') << line;
}

TEST(StepNumbers, ComputeWhatTheRecordHoldsForEveryCellAndUnit) {
    for (const Cell* cell : cells()) {
        const Pass pass = passOf(*cell);
        for (std::size_t trace = 0; trace < pass.record.traces.size(); ++trace)
            for (Index column = 1; column <= 4; ++column) {
                const StepNumbers numbers(pass.network, pass.record, trace, column);
                for (const Equation& equation : equationsOf(*cell))
                    for (Index unit = 0; unit < 3; ++unit) {
                        const double recorded =
                            pass.record.traces[trace].at(equation.quantity, column)[unit];
                        EXPECT_NEAR(computed(numbers, equation.expression, unit), recorded, 1e-14)
                            << written(equation, *cell, Notation::Plain);
                        EXPECT_EQ(numbers.value(equation.expression, unit), recorded);
                    }
            }
    }
}

TEST(StepNumbers, AreWrittenOutForOneUnit) {
    const Pass pass = passOf(*findCell("lstm"));
    const StepNumbers numbers(pass.network, pass.record, 0, 2);
    const auto equations = equationsOf(*findCell("lstm"));
    const Trace& values = pass.record.traces[0];
    const auto at = [&](std::size_t quantity, Index column) {
        return brief(values.at(quantity, column)[1]);
    };
    const Cell& cell = *findCell("lstm");
    const std::size_t f = *cell.find("f"), c = *cell.find("c"), i = *cell.find("i"),
                      g = *cell.find("g");
    const auto bracketed = [](const std::string& text) {
        return text.starts_with("-") ? "(" + text + ")" : text;
    };
    EXPECT_EQ(written(equations[4], numbers, 1, Notation::Plain, brief),
              "c_t = " + at(f, 2) + " · " + bracketed(at(c, 1)) + " + " + at(i, 2) + " · " +
                  bracketed(at(g, 2)) + " = " + at(c, 2));
    const std::string gate = written(equations[1], numbers, 1, Notation::Plain, brief);
    EXPECT_TRUE(gate.ends_with(" = " + at(f, 2))) << gate;
    EXPECT_NE(gate.find("= σ(" + brief(values.at(*cell.find("a_f"), 2)[1]) + ")"),
              std::string::npos)
        << gate;
    // Two inputs are written out, three units are not when only two may be.
    const std::string few = written(equations[1], numbers, 1, Notation::Plain, brief, 2);
    EXPECT_EQ(std::ranges::count(few, '\xc2'), 2) << few;  // the first byte of "·"
    EXPECT_EQ(std::ranges::count(gate, '\xc2'), 5) << gate;
}

}  // namespace
}  // namespace rnnscope
