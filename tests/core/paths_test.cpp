// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/paths.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/core/analysis_figures.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

using testing::AnalysisFigures;

class PathFigures : public ::testing::TestWithParam<std::string> {};

TEST_P(PathFigures, EveryPathAgreesWithPyTorch) {
    const AnalysisFigures figures = testing::readAnalysis(GetParam());
    const Network network = figures.network();
    for (std::size_t trace = 0; trace < figures.shape.traces(); ++trace) {
        const auto paths = pathGradients(network, figures.record, figures.gradients, trace);
        const auto norms = gradientPaths(network, figures.record, figures.gradients, trace);
        const std::string suffix = figures.shape.suffix(trace);
        ASSERT_EQ(paths.size(), norms.paths.size());
        for (std::size_t k = 0; k < paths.size(); ++k) {
            const std::string name = paths[k].kind == PathKind::Straight ? "straight" : paths[k].id;
            const Eigen::MatrixXd theirs = figures.matrix("path." + name + suffix);
            EXPECT_LE(testing::relativeDifference(paths[k].gradient.transpose(), theirs), 1e-12)
                << name << suffix;
            EXPECT_EQ(norms.paths[k].id, paths[k].id);
            EXPECT_LE(testing::relativeDifference(norms.paths[k].norm, theirs.rowwise().norm()),
                      1e-12)
                << name << suffix;
        }
        if (norms.direct.size() > 0) {
            EXPECT_LE(testing::relativeDifference(norms.direct, figures.matrix("direct" + suffix)),
                      1e-12)
                << suffix;
        }
        EXPECT_EQ(norms.direct.size() > 0, figures.arrays.contains("direct" + suffix));
    }
}

INSTANTIATE_TEST_SUITE_P(PyTorch, PathFigures, ::testing::ValuesIn(testing::analysisCases()),
                         testing::testName);

TEST(PathFiguresFolder, HoldsNetworksOfEveryCellAndOfWindows) {
    EXPECT_GE(testing::analysisCases().size(), 9u);
}

/// ∂L/∂h of one trace that does not come from its later steps: the read-out's and the layer
/// above's. H × T over time.
Eigen::MatrixXd fromAbove(const Network& network, const Gradients& gradients, std::size_t trace) {
    const NetworkShape& shape = network.shape();
    const std::size_t layer = trace / shape.directions();
    const Index steps = gradients.input.cols();
    const Index first = static_cast<Index>(trace % shape.directions()) * shape.hidden;
    Eigen::MatrixXd share = Eigen::MatrixXd::Zero(shape.hidden, steps);
    if (layer + 1 == static_cast<std::size_t>(shape.layers)) {
        share.rightCols(gradients.output.cols()) = network.parameters()
                                                       .find("fc.weight")
                                                       ->value.middleCols(first, shape.hidden)
                                                       .transpose() *
                                                   gradients.output;
        return share;
    }
    for (std::size_t k = 0; k < shape.directions(); ++k) {
        const std::size_t above = (layer + 1) * shape.directions() + k;
        const auto delta = gradients.traces[above].rows(0, shape.cell->blocks().size());
        const Eigen::MatrixXd back = network.parameters()
                                         .find("weight_ih" + shape.suffix(above))
                                         ->value.middleCols(first, shape.hidden)
                                         .transpose() *
                                     delta;
        share += k == 1 ? Eigen::MatrixXd(back.rowwise().reverse()) : back;
    }
    return share;
}

/// What a state's gradient in one column has from the step after it.
Eigen::VectorXd arrived(const Network& network, const Record& record, const Gradients& gradients,
                        std::size_t trace, std::size_t state, Index column,
                        const Eigen::MatrixXd& above) {
    const Cell& cell = *network.shape().cell;
    const Trace& gradient = gradients.traces[trace];
    Eigen::VectorXd whole = gradient.at(state, column);
    if (column == 0)
        return whole;
    const Index time = gradient.reversed() ? gradient.steps() - column : column - 1;
    if (state == cell.hiddenState())
        return whole - above.col(time);
    // Of an LSTM's c, all but what its own h and output gate bring: ∂L/∂h ∘ o ∘ (1 − tanh² c).
    const Trace& values = record.traces[trace];
    const Eigen::ArrayXd tanhC = values.at(state, column).array().tanh();
    whole.array() -= gradient.at(cell.hiddenState(), column).array() *
                     values.at(*cell.find("o"), column).array() * (1 - tanhC.square());
    const Index hidden = values.hidden();
    for (std::size_t k = 0; k < cell.peepholes().size(); ++k)
        if (cell.peepholes()[k].operand == now(state))
            whole -= network.prepared(trace)
                         .peepholes.segment(static_cast<Index>(k) * hidden, hidden)
                         .cwiseProduct(gradient.at(cell.peepholes()[k].gradient, column));
    return whole;
}

struct Passes {
    Network network;
    Record record;
    Gradients gradients;
};

Passes run(const testing::Example& example) {
    Passes passes{Network(example.shape, example.parameters), {}, {}};
    passes.network.forward(example.input, example.initial, passes.record);
    const LossResult loss =
        lossOf(example.loss, passes.record.output, example.target, passes.record.steps());
    passes.network.backward(passes.record, loss.outputGradient, passes.gradients);
    return passes;
}

/// Asserts the identity for every trace, step and state of one example.
void expectPathsAddUp(const testing::Example& example) {
    const Passes passes = run(example);
    const Cell& cell = *example.shape.cell;
    for (std::size_t trace = 0; trace < example.shape.traces(); ++trace) {
        const auto paths = pathGradients(passes.network, passes.record, passes.gradients, trace);
        const Eigen::MatrixXd above = fromAbove(passes.network, passes.gradients, trace);
        const Trace& gradient = passes.gradients.traces[trace];
        for (Index t = 0; t < gradient.steps(); ++t)
            for (const std::size_t state : cell.states()) {
                Eigen::VectorXd sum = Eigen::VectorXd::Zero(gradient.hidden());
                for (const PathGradient& path : paths)
                    if (path.into == state)
                        sum += path.gradient.col(t);
                const Eigen::VectorXd whole =
                    arrived(passes.network, passes.record, passes.gradients, trace, state,
                            gradient.column(t) - 1, above);
                EXPECT_LT((sum - whole).cwiseAbs().maxCoeff(), 1e-12)
                    << cell.id() << " trace " << trace << " time " << t;
            }
    }
}

TEST(Paths, AddUpToWhatArrivesAtTheStepBefore) {
    for (const Cell* cell : cells())
        for (const bool both : {false, true})
            for (const Readout readout : {Readout::EveryStep, Readout::LastStep}) {
                testing::Example example =
                    testing::makeExample(*cell, 2, both, readout, Loss::MeanSquared, true, 11, 9);
                expectPathsAddUp(example);
                example.shape.window = 4;
                expectPathsAddUp(example);
            }
}

TEST(Paths, OneStepAndOneUnitWork) {
    for (const Cell* cell : cells())
        expectPathsAddUp(testing::makeExample(*cell, 1, true, Readout::EveryStep,
                                              Loss::CrossEntropy, true, 4, 1, 1));
}

TEST(Paths, AreNamedAndOrdered) {
    const auto names = [](std::string_view cell) {
        const Passes passes = run(testing::makeExample(
            *findCell(cell), 1, false, Readout::EveryStep, Loss::MeanSquared, false, 1));
        const auto found = gradientPaths(passes.network, passes.record, passes.gradients, 0);
        std::string text = found.carried + ":";
        for (const auto& path : found.paths)
            text += " " + path.id + (path.kind == PathKind::Straight ? "!" : "");
        return text;
    };
    EXPECT_EQ(names("rnn"), "h: h");
    EXPECT_EQ(names("rnn-relu"), "h: h");
    EXPECT_EQ(names("lstm"), "c: f! i f g o");
    EXPECT_EQ(names("gru"), "h: z! r z n");
    EXPECT_EQ(names("gru-reset-before"), "h: z! r z n");
}

// Without recurrent weights the straight path is all there is: with the same forget gate f at
// every step, ‖∂L/∂c_t‖ = f^(T−t) ‖∂L/∂c_T‖, direct and whole alike.
TEST(Paths, WithoutRecurrentWeightsTheCarouselIsAll) {
    testing::Example example = testing::makeExample(*findCell("lstm"), 1, false, Readout::LastStep,
                                                    Loss::MeanSquared, false, 5, 40);
    example.parameters.find("weight_hh_l0")->value.setZero();
    example.parameters.find("weight_ih_l0")->value.middleRows(4, 4).setZero();
    example.parameters.find("bias_hh_l0")->value.middleRows(4, 4).setZero();
    example.parameters.find("bias_ih_l0")->value.middleRows(4, 4).setConstant(std::log(4.0));
    const Passes passes = run(example);  // f = σ(ln 4) = 0.8
    const auto paths = gradientPaths(passes.network, passes.record, passes.gradients, 0);
    for (Index t = 0; t < 40; ++t) {
        const double expected = std::pow(0.8, 39.0 - static_cast<double>(t)) * paths.whole[39];
        EXPECT_NEAR(paths.direct[t] / expected, 1, 1e-12);
        EXPECT_NEAR(paths.whole[t] / expected, 1, 1e-12);
        EXPECT_NEAR(paths.paths[0].norm[t] / (0.8 * expected), 1, 1e-12);
        for (std::size_t k = 1; k < paths.paths.size(); ++k)
            EXPECT_EQ(paths.paths[k].norm[t], 0);
    }
}

// In general the direct path is the product of the recorded gates; a border of truncated
// backpropagation ends it.
TEST(Paths, DirectIsTheProductOfTheGates) {
    for (const auto& [id, gate] : {std::pair{"lstm", "f"}, {"gru", "z"}, {"gru-reset-before", "z"}})
        for (const bool cut : {false, true}) {
            testing::Example example = testing::makeExample(
                *findCell(id), 1, true, Readout::EveryStep, Loss::MeanSquared, true, 8, 9);
            if (cut)
                example.shape.window = 4;
            const Passes passes = run(example);
            for (std::size_t trace = 0; trace < 2; ++trace) {
                const auto paths =
                    gradientPaths(passes.network, passes.record, passes.gradients, trace);
                const Trace& values = passes.record.traces[trace];
                const Trace& gradient = passes.gradients.traces[trace];
                const std::size_t state = *example.shape.cell->find(paths.carried);
                for (Index t = 0; t < 9; ++t) {
                    const Index column = values.column(t);
                    Eigen::ArrayXd product = gradient.at(state, 9).array();
                    for (Index k = column + 1; k <= 9; ++k)
                        product *= values.at(*example.shape.cell->find(gate), k).array();
                    // Stretches of 4: columns 1 … 4, 5 … 8, 9.
                    const double expected = cut && column < 9 ? 0 : product.matrix().norm();
                    EXPECT_NEAR(paths.direct[t], expected, 1e-15) << id << " time " << t;
                }
            }
        }
}

TEST(Paths, TinyGradientsKeepTheirNorm) {
    testing::Example example = testing::makeExample(*findCell("gru"), 1, false, Readout::EveryStep,
                                                    Loss::MeanSquared, true, 3);
    Passes passes = run(example);
    const auto plain = gradientPaths(passes.network, passes.record, passes.gradients, 0);
    passes.network.backward(passes.record, passes.gradients.output * 1e-200, passes.gradients);
    const auto tiny = gradientPaths(passes.network, passes.record, passes.gradients, 0);
    for (std::size_t k = 0; k < plain.paths.size(); ++k)
        for (Index t = 0; t < plain.whole.size(); ++t)
            EXPECT_NEAR(tiny.paths[k].norm[t] / plain.paths[k].norm[t] / 1e-200, 1, 1e-12);
    EXPECT_NEAR(tiny.direct[0] / plain.direct[0] / 1e-200, 1, 1e-12);
}

// A unit that overflows makes NaN of what passes it, and leaves the loss's later steps alone.
TEST(Paths, WhatIsNotANumberIsShownAsSuch) {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Cell* cell : cells()) {
        testing::Example example = testing::makeExample(*cell, 1, false, Readout::EveryStep,
                                                        Loss::MeanSquared, false, 2, 6);
        example.input(0, 3) = infinity;
        example.input(1, 3) = -infinity;
        const Passes passes = run(example);
        const auto paths = gradientPaths(passes.network, passes.record, passes.gradients, 0);
        EXPECT_TRUE(std::isnan(paths.whole[3])) << cell->id();
        for (const auto& path : paths.paths)
            EXPECT_TRUE(std::isnan(path.norm[3])) << cell->id() << " " << path.id;
    }
}

// A loss before the overflow does not look at it, so its gradient flows as if there were none.
TEST(Paths, StepsThatTheLossDoesNotReachStayZero) {
    for (const Cell* cell : cells()) {
        testing::Example example = testing::makeExample(*cell, 1, false, Readout::EveryStep,
                                                        Loss::MeanSquared, true, 2, 6);
        example.input.col(4).setConstant(std::nan(""));
        Passes passes = run(example);
        Eigen::MatrixXd early = Eigen::MatrixXd::Zero(3, 6);
        early.col(2).setOnes();
        passes.network.backwardStates(passes.record, early, passes.gradients);
        const auto paths = gradientPaths(passes.network, passes.record, passes.gradients, 0);
        EXPECT_TRUE(paths.whole.allFinite()) << cell->id();
        for (const auto& path : paths.paths) {
            EXPECT_TRUE(path.norm.allFinite()) << cell->id() << " " << path.id;
            EXPECT_GT(path.norm.head(3).minCoeff(), 0) << cell->id() << " " << path.id;
            EXPECT_EQ(path.norm.tail(3).maxCoeff(), 0) << cell->id() << " " << path.id;
        }
        if (paths.direct.size() > 0) {
            EXPECT_EQ(paths.direct[2], paths.whole[2]) << cell->id();
            EXPECT_EQ(paths.direct.tail(3).maxCoeff(), 0) << cell->id();
        }
    }
}

}  // namespace
}  // namespace rnnscope
