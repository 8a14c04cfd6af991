// SPDX-License-Identifier: GPL-3.0-or-later
// What every cell must pass, whichever the table holds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/cell_check.h"
#include "core/gradient_check.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

using testing::Example;
using testing::makeExample;

struct Pass {
    Record record;
    LossResult loss;
    Gradients gradients;
};

Pass run(const Example& example) {
    const Network network(example.shape, example.parameters);
    Pass pass;
    network.forward(example.input, example.initial, pass.record);
    pass.loss = lossOf(example.loss, pass.record.output, example.target, pass.record.steps());
    network.backward(pass.record, pass.loss.outputGradient, pass.gradients);
    return pass;
}

GradientCheck checkExample(const Example& example, const Gradients& gradients) {
    return checkGradient(Network(example.shape, example.parameters), example.input, example.initial,
                         example.loss, example.target, gradients);
}

/// A cell that lists other operations than it computes.
class Relisted final : public Cell {
  public:
    Relisted(const Cell& cell, std::vector<Operation> operations)
        : cell_(cell), operations_(std::move(operations)) {}

    std::string_view id() const override { return cell_.id(); }
    std::string_view name() const override { return cell_.name(); }
    std::span<const Quantity> quantities() const override { return cell_.quantities(); }
    std::span<const std::string_view> blocks() const override { return cell_.blocks(); }
    std::span<const RecurrentTerm> terms() const override { return cell_.terms(); }
    std::span<const Operation> operations() const override { return operations_; }
    std::span<const std::size_t> states() const override { return cell_.states(); }
    std::span<const Slope> slopes() const override { return cell_.slopes(); }
    void forward(const PreparedWeights&, const double*, double*) const override {}
    void backward(const PreparedWeights&, const double*, const double*, double*,
                  double*) const override {}
    void fillSlopes(const PreparedWeights&, const double*, const double*, double*) const override {}

  private:
    const Cell& cell_;
    std::vector<Operation> operations_;
};

TEST(CellCheck, NamesWhatAListLacks) {
    const Cell& gru = *findCell("gru-reset-before");
    const auto original = gru.operations();
    // Every faulty list that one slip makes of a good one, and a word of what is told of it.
    const auto told = [&](const char* word, auto change) {
        std::vector<Operation> operations(original.begin(), original.end());
        change(operations);
        const auto fault = faultOf(Relisted(gru, operations));
        EXPECT_THAT(fault.value_or(""), ::testing::HasSubstr(word));
    };
    const auto find = [](std::vector<Operation>& list, auto is) -> Operation& {
        return *std::ranges::find_if(list, is);
    };
    const auto gatedSum = [](const Operation& each) {
        return each.kind == OperationKind::Affine && each.a.place == Wire::Place::Now;
    };
    const auto carries = [](const Operation& each) {
        return each.kind == OperationKind::Product && each.a.place == Wire::Place::Now &&
               each.b.place == Wire::Place::Before && each.result.place == Wire::Place::Inner;
    };
    told("true order", [](auto& list) { std::swap(list.front(), list.back()); });
    told("again", [](auto& list) { list.push_back(list.back()); });
    told("nothing computes", [](auto& list) { list.pop_back(); });
    told("named", [](auto& list) { list.front().weights = 17; });
    told("only states", [](auto& list) { list.front().a = before(0); });
    told("weighted sum an inner", [](auto& list) { list.front().result = inner(7); });
    told("multiplies recurrent weights", [&](auto& list) {
        find(list, gatedSum).a = inner(7);
        list.insert(list.begin(), {OperationKind::Tanh, inner(7), before(gru.hiddenState())});
    });
    told("multiplies a state before", [&](auto& list) {
        find(list, carries).a = inner(7);
        list.insert(list.begin(), {OperationKind::Tanh, inner(7), before(gru.hiddenState())});
    });
}

class EveryCell : public ::testing::TestWithParam<const Cell*> {};

TEST_P(EveryCell, ListsItsOperationsWell) {
    EXPECT_EQ(faultOf(*GetParam()).value_or(""), "");
}

// A cell that leaves a quantity unwritten would show what the memory held before.
TEST_P(EveryCell, WritesEveryQuantityIntoUsedMemory) {
    for (const bool bidirectional : {false, true})
        for (const Readout readout : {Readout::EveryStep, Readout::LastStep}) {
            const Example example =
                makeExample(*GetParam(), 2, bidirectional, readout, Loss::MeanSquared, true, 5);
            const Pass fresh = run(example);
            Pass used = fresh;
            for (std::vector<Trace>* traces : {&used.record.traces, &used.gradients.traces})
                for (Trace& trace : *traces)
                    std::fill_n(trace.data(0), trace.rows() * (trace.steps() + 1), std::nan(""));
            const Network network(example.shape, example.parameters);
            network.forward(example.input, example.initial, used.record);
            network.backward(used.record, fresh.loss.outputGradient, used.gradients);
            for (std::size_t k = 0; k < fresh.record.traces.size(); ++k)
                for (std::size_t q = 0; q < GetParam()->quantities().size(); ++q)
                    for (Index column = 0; column <= fresh.record.steps(); ++column) {
                        EXPECT_EQ(used.record.traces[k].at(q, column),
                                  fresh.record.traces[k].at(q, column))
                            << GetParam()->quantities()[q].id << " at " << column;
                        EXPECT_EQ(used.gradients.traces[k].at(q, column),
                                  fresh.gradients.traces[k].at(q, column))
                            << "gradient of " << GetParam()->quantities()[q].id;
                    }
        }
}

TEST_P(EveryCell, GradientsAgreeWithCentralDifferences) {
    std::uint64_t seed = 1;
    for (const int layers : {1, 2, 3})
        for (const bool bidirectional : {false, true})
            for (const Readout readout : {Readout::EveryStep, Readout::LastStep})
                for (const Loss loss : {Loss::MeanSquared, Loss::CrossEntropy})
                    for (const bool givenState : {false, true}) {
                        const Example example = makeExample(*GetParam(), layers, bidirectional,
                                                            readout, loss, givenState, seed++);
                        const GradientCheck check = checkExample(example, run(example).gradients);
                        EXPECT_TRUE(check.passed())
                            << layers << " layers, " << check.parameter << "(" << check.row << ", "
                            << check.column << "): " << check.analytic << " against "
                            << check.numeric;
                        const Index states = static_cast<Index>(example.shape.traces()) *
                                             static_cast<Index>(GetParam()->states().size()) *
                                             example.shape.hidden;
                        EXPECT_EQ(check.entries,
                                  example.parameters.count() + example.input.size() + states);
                    }
}

TEST_P(EveryCell, ThePoisonedGradientIsCaught) {
    const Example example =
        makeExample(*GetParam(), 2, true, Readout::EveryStep, Loss::MeanSquared, true, 5);
    const Pass pass = run(example);
    for (std::size_t k = 0; k < pass.gradients.parameters.items.size(); ++k) {
        Gradients poisoned = pass.gradients;
        Eigen::MatrixXd& value = poisoned.parameters.items[k].value;
        value(value.rows() / 2, value.cols() / 2) += 1e-3;
        const GradientCheck check = checkExample(example, poisoned);
        EXPECT_FALSE(check.passed());
        EXPECT_EQ(check.parameter, poisoned.parameters.items[k].name);
    }
    Gradients poisoned = pass.gradients;
    poisoned.input(0, 0) *= 1.01;
    EXPECT_FALSE(checkExample(example, poisoned).passed());
}

TEST_P(EveryCell, TheSameSeedGivesTheSameBits) {
    const auto make = [] {
        return run(
            makeExample(*GetParam(), 2, true, Readout::EveryStep, Loss::CrossEntropy, true, 9));
    };
    const Pass a = make(), b = make();
    EXPECT_EQ(a.loss.loss, b.loss.loss);
    EXPECT_EQ(a.record.output, b.record.output);
    for (std::size_t k = 0; k < a.gradients.parameters.items.size(); ++k)
        EXPECT_EQ(a.gradients.parameters.items[k].value, b.gradients.parameters.items[k].value);
}

TEST_P(EveryCell, SteppingOneByOneEqualsTheWholePass) {
    const Example example =
        makeExample(*GetParam(), 1, false, Readout::EveryStep, Loss::MeanSquared, true, 3, 12);
    const Network network(example.shape, example.parameters);
    Record whole, single;
    network.forward(example.input, example.initial, whole);
    InitialState state = example.initial;
    for (Index t = 0; t < example.input.cols(); ++t) {
        network.forward(example.input.col(t), state, single);
        for (std::size_t k = 0; k < state.size(); ++k)
            state[k].row(0) = single.traces[0].at(GetParam()->states()[k], 1);
        for (std::size_t quantity = 0; quantity < GetParam()->quantities().size(); ++quantity)
            EXPECT_NEAR((whole.traces[0].at(quantity, t + 1) - single.traces[0].at(quantity, 1))
                            .cwiseAbs()
                            .maxCoeff(),
                        0, 1e-15);
    }
}

TEST_P(EveryCell, ReusedMemoryGivesTheSameNumbers) {
    const Example large =
        makeExample(*GetParam(), 1, false, Readout::EveryStep, Loss::MeanSquared, false, 3, 12);
    const Example small =
        makeExample(*GetParam(), 1, false, Readout::EveryStep, Loss::MeanSquared, false, 4, 5);
    Record record;
    Gradients gradients;
    for (const Example* example : {&large, &small}) {
        const Network network(example->shape, example->parameters);
        network.forward(example->input, example->initial, record);
        const LossResult loss =
            lossOf(example->loss, record.output, example->target, record.steps());
        network.backward(record, loss.outputGradient, gradients);
    }
    const Pass fresh = run(small);
    EXPECT_EQ(record.output, fresh.record.output);
    EXPECT_EQ(gradients.input, fresh.gradients.input);
    for (std::size_t k = 0; k < gradients.parameters.items.size(); ++k)
        EXPECT_EQ(gradients.parameters.items[k].value, fresh.gradients.parameters.items[k].value);
}

TEST_P(EveryCell, ItsTableIsConsistent) {
    const Cell& cell = *GetParam();
    std::set<std::string_view> ids;
    for (const Quantity& quantity : cell.quantities()) {
        EXPECT_TRUE(ids.insert(quantity.id).second) << quantity.id;
        EXPECT_FALSE(quantity.name.empty());
        EXPECT_LT(quantity.low, quantity.high);
    }
    // The blocks' pre-activations come first, and the terms cover every block once.
    std::set<std::size_t> covered;
    for (std::size_t k = 0; k < cell.blocks().size(); ++k)
        EXPECT_EQ(cell.quantities()[k].role, Role::PreActivation);
    for (const RecurrentTerm& term : cell.terms())
        for (std::size_t k = 0; k < term.blockCount; ++k)
            EXPECT_TRUE(covered.insert(term.firstBlock + k).second);
    EXPECT_EQ(covered.size(), cell.blocks().size());
    EXPECT_EQ(cell.quantities()[cell.hiddenState()].id, "h");
    for (const std::size_t state : cell.states())
        EXPECT_EQ(cell.quantities()[state].role, Role::State);
    EXPECT_EQ(findCell(cell.id()), &cell);
}

// Values stay in the range that their axis promises.
TEST_P(EveryCell, ValuesStayInTheirRange) {
    Example example =
        makeExample(*GetParam(), 1, false, Readout::EveryStep, Loss::MeanSquared, false, 8, 40);
    for (Parameter& item : example.parameters.items)
        item.value *= 6;
    const Pass pass = run(example);
    for (std::size_t k = 0; k < GetParam()->quantities().size(); ++k) {
        const Quantity& quantity = GetParam()->quantities()[k];
        const Eigen::MatrixXd values = pass.record.traces[0].overTime(k);
        EXPECT_GE(values.minCoeff(), quantity.low) << quantity.id;
        EXPECT_LE(values.maxCoeff(), quantity.high) << quantity.id;
    }
}

INSTANTIATE_TEST_SUITE_P(Cells, EveryCell, ::testing::ValuesIn(cells().begin(), cells().end()),
                         [](const auto& named) {
                             std::string name(named.param->id());
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(Cells, UnknownIdGivesNone) {
    EXPECT_EQ(findCell("elman"), nullptr);
}

// 304, 912 and 1216 parameters from one input to 16 units, whatever the length (lesson 1).
TEST(Cells, ParameterCountsAreThoseOfPyTorch) {
    const auto count = [](const char* id) {
        const NetworkShape shape{.cell = findCell(id), .input = 1, .hidden = 16};
        const Parameters parameters = Network::parametersFor(shape);
        return parameters.count() - (parameters.items.end() - 1)->value.size() -
               (parameters.items.end() - 2)->value.size();
    };
    EXPECT_EQ(count("rnn"), 304);
    EXPECT_EQ(count("gru"), 912);
    EXPECT_EQ(count("lstm"), 1216);
}

}  // namespace
}  // namespace rnnscope
