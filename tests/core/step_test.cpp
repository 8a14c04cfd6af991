// SPDX-License-Identifier: GPL-3.0-or-later
// A step operation by operation, beside the loops that some cells have of their own.
#include "core/step.h"

#include <gtest/gtest.h>

#include <set>

#include "core/step_graph.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

using testing::Example;
using testing::makeExample;

struct Pass {
    Network network;
    Record record;
    Gradients gradients;
};

Pass run(const Example& example) {
    Pass pass{Network(example.shape, example.parameters), {}, {}};
    pass.network.forward(example.input, example.initial, pass.record);
    const LossResult loss =
        lossOf(example.loss, pass.record.output, example.target, pass.record.steps());
    pass.network.backward(pass.record, loss.outputGradient, pass.gradients);
    return pass;
}

Pass runOf(const Cell& cell) {
    return run(makeExample(cell, 2, true, Readout::EveryStep, Loss::MeanSquared, true, 3, 5, 7));
}

class EveryStep : public ::testing::TestWithParam<const Cell*> {};

TEST_P(EveryStep, OperationsGiveWhatTheCellGives) {
    const Cell& cell = *GetParam();
    const Pass pass = runOf(cell);
    const Index hidden = 7, blocks = static_cast<Index>(cell.blocks().size()) * hidden;
    for (std::size_t trace = 0; trace < pass.record.traces.size(); ++trace) {
        const Trace& values = pass.record.traces[trace];
        const std::string suffix = pass.network.shape().suffix(trace);
        const Eigen::MatrixXd& weight = pass.network.parameters().find("weight_ih" + suffix)->value;
        const Eigen::MatrixXd& bias = pass.network.parameters().find("bias_ih" + suffix)->value;
        for (Index column = 1; column <= 5; ++column) {
            Eigen::VectorXd now = Eigen::VectorXd::Constant(values.rows(), std::nan(""));
            const Index time = values.reversed() ? 5 - column : column - 1;
            now.head(blocks) = weight * pass.record.layerInput[trace / 2].col(time) + bias;
            stepForward(cell, pass.network.prepared(trace), values.data(column - 1), now.data());
            const Eigen::Map<const Eigen::VectorXd> recorded(values.data(column), values.rows());
            EXPECT_LT((now - recorded).cwiseAbs().maxCoeff(), 1e-14) << suffix << column;
        }
    }
}

TEST_P(EveryStep, BackwardOperationsGiveWhatTheCellGives) {
    const Cell& cell = *GetParam();
    const Pass pass = runOf(cell);
    for (std::size_t trace = 0; trace < pass.record.traces.size(); ++trace) {
        const Trace &values = pass.record.traces[trace], &gradient = pass.gradients.traces[trace];
        for (Index column = 1; column <= 5; ++column) {
            Trace mine = gradient, cells = gradient;  // with ∂L/∂(states) from everything later
            for (Trace* each : {&mine, &cells})
                for (const std::size_t state : cell.states()) {
                    each->at(state, column).setLinSpaced(-1, 2);
                    each->at(state, column - 1).setLinSpaced(3, -2);
                }
            stepBackward(cell, pass.network.prepared(trace), values.data(column - 1),
                         values.data(column), mine.data(column - 1), mine.data(column));
            cell.backward(pass.network.prepared(trace), values.data(column - 1),
                          values.data(column), cells.data(column - 1), cells.data(column));
            for (std::size_t quantity = 0; quantity < cell.quantities().size(); ++quantity)
                for (const Index k : {column - 1, column})
                    EXPECT_LT((mine.at(quantity, k) - cells.at(quantity, k)).cwiseAbs().maxCoeff(),
                              1e-14)
                        << cell.quantities()[quantity].id;
        }
    }
}

TEST_P(EveryStep, OperationsComeInAnOrderThatCanBeComputed) {
    const Cell& cell = *GetParam();
    std::set<std::pair<Wire::Place, std::size_t>> known;
    for (const std::size_t state : cell.states())
        known.insert({Wire::Place::Before, state});
    const std::size_t sources = known.size();
    for (const Operation& operation : cell.operations()) {
        for (const Wire wire : {operation.a, operation.b})
            EXPECT_TRUE(!wire || known.contains({wire.place, wire.index})) << cell.id();
        EXPECT_TRUE(known.insert({operation.result.place, operation.result.index}).second)
            << cell.id() << " computes something twice";
    }
    EXPECT_EQ(known.size() - sources, cell.quantities().size() + cell.innerValues().size());
}

TEST_P(EveryStep, ItsGraphIsWhatTheCellSaysOfItself) {
    const Cell& cell = *GetParam();
    const StepGraph graph = graphOf(cell);
    ASSERT_EQ(graph.terms.size(), cell.terms().size());
    for (std::size_t k = 0; k < graph.terms.size(); ++k) {
        const RecurrentTerm &a = graph.terms[k], &b = cell.terms()[k];
        EXPECT_EQ(std::tie(a.firstBlock, a.blockCount, a.gradient, a.operand, a.previous),
                  std::tie(b.firstBlock, b.blockCount, b.gradient, b.operand, b.previous));
    }
    using Product = std::tuple<std::size_t, std::size_t, std::size_t>;
    const auto products = [](std::span<const CarriedProduct> carried) {
        std::set<Product> all;
        for (const CarriedProduct& each : carried)
            all.insert({each.factor, each.state, each.into});
        return all;
    };
    EXPECT_EQ(products(graph.carried), products(cell.carried()));
    for (const Slope& slope : cell.slopes())
        EXPECT_TRUE(std::ranges::any_of(graph.slopes, [&](const Slope& other) {
            return other.of == slope.of && other.by == slope.by;
        })) << cell.quantities()[slope.of].id;
}

TEST_P(EveryStep, SlopesByOperationAreTheCells) {
    const Cell& cell = *GetParam();
    const Pass pass = runOf(cell);
    const Trace& values = pass.record.traces[1];
    const auto rows = static_cast<Index>(cell.slopes().size());
    Eigen::MatrixXd mine(7, rows), cells(7, rows);
    for (Index column = 1; column <= 5; ++column) {
        const PreparedWeights& weights = pass.network.prepared(1);
        fillSlopes(cell, weights, values.data(column - 1), values.data(column), cell.slopes(), {},
                   mine.data());
        cell.fillSlopes(weights, values.data(column - 1), values.data(column), cells.data());
        EXPECT_LT((mine - cells).cwiseAbs().maxCoeff(), 1e-14);
    }
}

INSTANTIATE_TEST_SUITE_P(Cells, EveryStep, ::testing::ValuesIn(cells().begin(), cells().end()),
                         [](const auto& tested) {
                             std::string name(tested.param->id());
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace rnnscope
