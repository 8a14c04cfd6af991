// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/term.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/update_gate.h"
#include "tests/core/equation_fixture.h"

namespace rnnscope {
namespace {

using Kind = Term::Kind;
using testing::brief;
using ::testing::ElementsAre;
using testing::Pass;
using testing::passOf;

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-15 * std::abs(b);
}

/// Every piece of a term.
void eachOf(const Term& term, const std::function<void(const Term&)>& visit) {
    visit(term);
    for (const Term& part : term.parts)
        eachOf(part, visit);
}

/// What the record or the weights hold where a number says that it is from.
class Source {
  public:
    Source(const Pass& pass, std::size_t trace, Index column)
        : pass_(pass), trace_(trace), column_(column) {}

    double at(const Term& term, Index row, Index column) const {
        const Trace& values = pass_.record.traces[trace_];
        double value;
        if (!term.parameter.empty()) {
            const std::string name = term.parameter + pass_.example.shape.suffix(trace_);
            value = pass_.network.parameters().find(name)->value(
                Index(term.block) * values.hidden() + row, column);
        } else if (term.wire) {
            const bool before = term.wire.place == Wire::Place::Before;
            value = values.at(term.wire.index, before ? column_ - 1 : column_)[row];
        } else {
            const Index time = values.reversed() ? values.steps() - column_ : column_ - 1;
            const std::size_t layer = trace_ / pass_.example.shape.directions();
            value = pass_.record.layerInput[layer](row, time);
        }
        return term.flipped ? 1.0 - value : term.negated ? -value : value;
    }

  private:
    const Pass& pass_;
    std::size_t trace_;
    Index column_;
};

template <class Check>
void eachEquation(const Check& check) {
    for (const Cell* cell : cells()) {
        const Pass pass = passOf(*cell);
        for (const UpdateGate gate : {UpdateGate::Keeps, UpdateGate::Renews})
            for (std::size_t trace = 0; trace < pass.record.traces.size(); ++trace)
                for (Index column = 1; column <= 4; ++column) {
                    const StepNumbers numbers(pass.network, pass.record, trace, column);
                    for (const Equation& each : writtenFor(equationsOf(*cell), *cell, gate))
                        check(each, numbers, Source(pass, trace, column));
                }
    }
}

TEST(Terms, OfAUnitAreTheRecordsNumbersForEveryCell) {
    eachEquation([](const Equation& equation, const StepNumbers& numbers, const Source& source) {
        for (Index unit = 0; unit < 3; ++unit)
            for (const Index most : {Index(2), Index(4)})
                for (const Term& stage : unitStages(equation, numbers, unit, most))
                    eachOf(stage, [&](const Term& term) {
                        if (term.kind != Kind::Number)
                            return;
                        EXPECT_TRUE(close(term.value, source.at(term, term.row, term.column)));
                    });
    });
}

TEST(Terms, OfALayerAreTheRecordsNumbersForEveryCell) {
    eachEquation([](const Equation& equation, const StepNumbers& numbers, const Source& source) {
        for (const Term& stage : layerStages(equation, numbers))
            eachOf(stage, [&](const Term& term) {
                if (term.kind != Kind::Matrix)
                    return;
                ASSERT_EQ(Index(term.rows.size()), term.size.rows);
                ASSERT_EQ(Index(term.columns.size()), term.size.columns);
                for (Index i = 0; i < term.size.rows; ++i)
                    for (Index j = 0; j < term.size.columns; ++j)
                        EXPECT_TRUE(close(term.values(i, j), source.at(term, i, j)));
            });
    });
}

/// The value of what stands in a stage, from the numbers that stand in it alone.
double valueOf(const Term& term) {
    const auto number = [](const Term& each) {
        return each.bare ? std::abs(each.value) : each.value;
    };
    switch (term.kind) {
        case Kind::Number:
        case Kind::Total:
            return number(term);
        case Kind::Constant:
            return 1;
        case Kind::Group:
            return valueOf(term.parts[0]);
        case Kind::Function: {
            const double x = valueOf(term.parts[0]);
            return term.symbol == "σ"      ? 1 / (1 + std::exp(-x))
                   : term.symbol == "tanh" ? std::tanh(x)
                                           : std::max(0.0, x);
        }
        case Kind::Row: {
            if (term.parts[0].kind == Kind::Minus)
                return -valueOf(term.parts[1]);
            // Rows are sums, or products of two. A leading sign of a product stands before it.
            double sum = valueOf(term.parts[0]);
            for (std::size_t k = 1; k + 1 < term.parts.size(); k += 2) {
                const double next = valueOf(term.parts[k + 1]);
                const std::string& sign = term.parts[k].symbol;
                sum = sign == "+" ? sum + next : sign == "−" ? sum - next : sum * next;
            }
            return sum;
        }
        default:
            ADD_FAILURE();
            return 0;
    }
}

TEST(Terms, StagesOfAUnitAreEqual) {
    eachEquation([](const Equation& equation, const StepNumbers& numbers, const Source&) {
        for (Index unit = 0; unit < 3; ++unit)
            for (const Index most : {Index(1), Index(4)})
                for (const Term& stage : unitStages(equation, numbers, unit, most))
                    EXPECT_NEAR(valueOf(stage), numbers.result(equation, unit), 1e-14)
                        << written(stage, Notation::Plain, brief);
    });
}

TEST(Terms, TellTheirDimensions) {
    const Cell& cell = *findCell("lstm-peephole");
    NetworkShape shape;
    shape.cell = &cell;
    shape.input = 3;
    shape.hidden = 8;
    shape.layers = 2;
    shape.bidirectional = true;
    const auto sizesOf = [&](std::size_t trace) {
        std::vector<std::string> sizes;
        eachOf(rightOf(equationsOf(cell)[0], shape, trace), [&](const Term& term) {
            if (term.kind == Kind::Symbol)
                sizes.push_back(term.symbol + "_" + term.subscript + " " +
                                std::to_string(term.size.rows) + "x" +
                                std::to_string(term.size.columns));
        });
        return sizes;
    };
    EXPECT_THAT(sizesOf(0), ElementsAre("W_ii 8x3", "x_t 3x1", "b_ii 8x1", "W_hi 8x8", "h_t−1 8x1",
                                        "b_hi 8x1", "p_i 8x1", "c_t−1 8x1"));
    EXPECT_EQ(sizesOf(2)[0], "W_ii 8x16");
    EXPECT_EQ(sizesOf(3)[1], "x_t 16x1");
}

TEST(Terms, LeaveOutWhatIsTooMuch) {
    EXPECT_THAT(shownOf(3, 3), ElementsAre(0, 1, 2));
    EXPECT_THAT(shownOf(4, 3), ElementsAre(0, -1, 3));
    EXPECT_THAT(shownOf(256, 5), ElementsAre(0, 1, 2, -1, 255));
    const Pass pass = passOf(*findCell("rnn"));
    const StepNumbers numbers(pass.network, pass.record, 0, 2);
    Equation equation = equationsOf(*findCell("rnn"))[0];
    const Term full = layerStages(equation, numbers)[1];
    const std::string latex = written(full, Notation::Latex, brief);
    EXPECT_TRUE(latex.starts_with("\\tanh\\left(\\begin{bmatrix} ")) << latex;
    EXPECT_TRUE(latex.ends_with(" \\end{bmatrix}\\right)")) << latex;
    EXPECT_EQ(written(full, Notation::Plain, brief).substr(0, 6), "tanh([");
}

TEST(Terms, MatricesLeftOutInPartSaySoInLatex) {
    Term term{.kind = Kind::Matrix, .size = {9, 9}};
    term.rows = shownOf(9, 3);
    term.columns = shownOf(9, 3);
    term.values.setConstant(3, 3, 0.5);
    EXPECT_EQ(written(term, Notation::Latex, brief),
              "\\begin{bmatrix} 0.5 & \\cdots & 0.5 \\\\ \\vdots & \\ddots & \\vdots \\\\ 0.5 & "
              "\\cdots & 0.5 \\end{bmatrix}");
    EXPECT_EQ(written(term, Notation::Plain, brief), "[0.5, …, 0.5; …, …, …; 0.5, …, 0.5]");
}

TEST(Terms, GradientsAreWritten) {
    const Cell& cell = *findCell("gru");
    NetworkShape shape;
    shape.cell = &cell;
    const auto equations = writtenFor(equationsOf(cell), cell, UpdateGate::Renews);
    EXPECT_EQ(written(derivativeOf(equations[1], shape, 0), Notation::Latex),
              "\\frac{\\partial L}{\\partial \\tilde{z}_{t}}");
    EXPECT_EQ(written(derivativeOf(equations[3], shape, 0), Notation::Plain), "∂L/∂h_t");
}

TEST(Equations, KnowWhatTheyTakeAndCompute) {
    const Cell& cell = *findCell("gru");
    const auto at = [&](const char* id) { return *cell.find(id); };
    for (const UpdateGate gate : {UpdateGate::Keeps, UpdateGate::Renews}) {
        const auto equations = writtenFor(equationsOf(cell), cell, gate);
        EXPECT_THAT(
            computedIn(equations[2]),
            ::testing::UnorderedElementsAre(now(at("n")), now(at("a_n")), inner(3), now(at("m"))));
        EXPECT_THAT(takenBy(equations[2]),
                    ::testing::UnorderedElementsAre(before(at("h")), now(at("r"))));
        EXPECT_THAT(takenBy(equations[3]),
                    ::testing::UnorderedElementsAre(now(at("z")), now(at("n")), before(at("h"))));
    }
}

}  // namespace
}  // namespace rnnscope
