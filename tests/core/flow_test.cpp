// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/analysis/norm.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

using testing::Example;
using testing::makeExample;

struct Pass {
    Network network;
    Record record;
    Eigen::MatrixXd outputGradient;
};

Pass run(const Example& example) {
    Pass pass{Network(example.shape, example.parameters), {}, {}};
    pass.network.forward(example.input, example.initial, pass.record);
    pass.outputGradient =
        lossOf(example.loss, pass.record.output, example.target, pass.record.steps())
            .outputGradient;
    return pass;
}

/// What flow is by its definition: a whole backward pass for each loss alone.
std::vector<Flow> flowOneLossAtATime(const Pass& pass) {
    const NetworkShape& shape = pass.network.shape();
    const Index steps = pass.record.steps();
    const auto states = shape.cell->states();
    std::vector<Flow> flows(shape.traces());
    for (Flow& flow : flows)
        flow.states.assign(states.size(), Eigen::MatrixXd::Zero(steps, steps));
    Gradients gradients;
    for (Index k = 0; k < pass.outputGradient.cols(); ++k) {
        Eigen::MatrixXd single =
            Eigen::MatrixXd::Zero(pass.outputGradient.rows(), pass.outputGradient.cols());
        single.col(k) = pass.outputGradient.col(k);
        pass.network.backwardStates(pass.record, single, gradients);
        const Index loss = steps - pass.outputGradient.cols() + k;
        for (std::size_t trace = 0; trace < flows.size(); ++trace)
            for (std::size_t state = 0; state < states.size(); ++state)
                for (Index t = 0; t < steps; ++t) {
                    const Trace& values = gradients.traces[trace];
                    flows[trace].states[state](loss, t) =
                        scaledNorm(values.at(states[state], values.column(t)));
                }
    }
    return flows;
}

Flow flowOf(const Pass& pass, std::size_t trace) {
    return gradientFlow(pass.network, pass.record, pass.outputGradient).at(trace);
}

void expectTheSame(const Pass& pass, double tolerance, const std::string& what) {
    const auto expected = flowOneLossAtATime(pass);
    const auto flows = gradientFlow(pass.network, pass.record, pass.outputGradient);
    ASSERT_EQ(flows.size(), expected.size());
    for (std::size_t trace = 0; trace < flows.size(); ++trace) {
        ASSERT_EQ(flows[trace].states.size(), expected[trace].states.size());
        for (std::size_t state = 0; state < flows[trace].states.size(); ++state) {
            const Eigen::MatrixXd& mine = flows[trace].states[state];
            const Eigen::MatrixXd& theirs = expected[trace].states[state];
            if (pass.network.shape().cell->id() != "rnn-relu") {  // whose units may all be dead
                ASSERT_GT(theirs.maxCoeff(), 0) << what;
            }
            EXPECT_LE((mine - theirs).cwiseAbs().maxCoeff(), tolerance * theirs.maxCoeff())
                << what << ", trace " << trace << ", state " << state;
        }
    }
}

class FlowOfEveryCell : public ::testing::TestWithParam<const Cell*> {};

TEST_P(FlowOfEveryCell, IsThatOfEachLossAlone) {
    std::uint64_t seed = 1;
    for (const int layers : {1, 2, 3})
        for (const bool bidirectional : {false, true})
            for (const Readout readout : {Readout::EveryStep, Readout::LastStep})
                for (const Loss loss : {Loss::MeanSquared, Loss::CrossEntropy})
                    for (const Index window : {0, 1, 5, 8})
                        for (const Index steps : {1, 2, 7, 40}) {
                            Example example = makeExample(*GetParam(), layers, bidirectional,
                                                          readout, loss, true, seed++, steps, 5);
                            if (window > 0)
                                example.shape.window = window;
                            expectTheSame(run(example), 1e-12,
                                          std::to_string(layers) + " layers, window " +
                                              std::to_string(window) + ", " +
                                              std::to_string(steps) + " steps");
                        }
}

// Large enough for several threads and for every kernel of a matrix product.
TEST_P(FlowOfEveryCell, HoldsForLargerNetworksToo) {
    for (const bool bidirectional : {false, true}) {
        Example example = makeExample(*GetParam(), bidirectional ? 1 : 2, bidirectional,
                                      Readout::EveryStep, Loss::MeanSquared, true, 7, 150, 37);
        expectTheSame(run(example), 1e-12, "whole");
        example.shape.window = 33;
        expectTheSame(run(example), 1e-12, "window");
    }
}

INSTANTIATE_TEST_SUITE_P(Cells, FlowOfEveryCell,
                         ::testing::ValuesIn(cells().begin(), cells().end()),
                         [](const auto& instance) {
                             std::string name(instance.param->id());
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

// h_t = w h_{t−1} + x_t in the positive range of a ReLU, so ∂loss_t/∂h_k = w^(t−k) ∂loss_t/∂h_t.
TEST(Flow, OfOneLinearUnitIsAPower) {
    const NetworkShape shape{.cell = findCell("rnn-relu")};
    Parameters parameters = Network::parametersFor(shape);
    parameters.find("weight_ih_l0")->value << 1;
    parameters.find("weight_hh_l0")->value << 0.5;
    parameters.find("fc.weight")->value << 3;
    Pass pass{Network(shape, parameters), {}, Eigen::MatrixXd::Ones(1, 12)};
    pass.network.forward(Eigen::MatrixXd::Ones(1, 12), {}, pass.record);
    const Eigen::MatrixXd flow = flowOf(pass, 0).states[0];
    for (Index t = 0; t < 12; ++t)
        for (Index k = 0; k < 12; ++k)
            EXPECT_DOUBLE_EQ(flow(t, k), k <= t ? 3 * std::pow(0.5, t - k) : 0);
}

TEST(Flow, RowsAddUpToTheWholeGradientForASingleLoss) {
    const Pass pass =
        run(makeExample(*findCell("lstm"), 2, true, Readout::LastStep, Loss::MeanSquared, true, 2));
    Gradients gradients;
    pass.network.backward(pass.record, pass.outputGradient, gradients);
    const auto flows = gradientFlow(pass.network, pass.record, pass.outputGradient);
    ASSERT_EQ(flows.size(), 4u);
    for (std::size_t trace = 0; trace < flows.size(); ++trace)
        for (std::size_t state = 0; state < 2; ++state) {
            const Eigen::MatrixXd& flow = flows[trace].states[state];
            EXPECT_EQ(flow.topRows(flow.rows() - 1).cwiseAbs().maxCoeff(), 0);
            const Eigen::VectorXd norms =
                gradients.traces[trace].norms(pass.network.shape().cell->states()[state]);
            EXPECT_LT((flow.bottomRows(1).transpose() - norms).cwiseAbs().maxCoeff(), 1e-15);
        }
}

TEST(Flow, CrossesNoBorderOfAStretch) {
    Example example = makeExample(*findCell("lstm"), 2, false, Readout::EveryStep,
                                  Loss::MeanSquared, true, 3, 20);
    example.shape.window = 6;
    const Pass pass = run(example);
    for (const Flow& flow : gradientFlow(pass.network, pass.record, pass.outputGradient))
        for (const Eigen::MatrixXd& state : flow.states)
            for (Index t = 0; t < 20; ++t)
                for (Index k = 0; k < 20; ++k)
                    EXPECT_EQ(state(t, k) > 0, k <= t && k / 6 == t / 6) << t << ", " << k;
}

/// A linear network (ReLU in its positive range) of two units whose gradient changes by `factor` a
/// step.
Pass geometric(double factor, Index steps, double outputGradient) {
    const NetworkShape shape{.cell = findCell("rnn-relu"), .hidden = 2};
    Parameters parameters = Network::parametersFor(shape);
    parameters.find("weight_hh_l0")->value = factor * Eigen::Matrix2d::Identity();
    parameters.find("fc.weight")->value << 3, 4;
    Pass pass{Network(shape, parameters), {}, Eigen::MatrixXd::Constant(1, steps, outputGradient)};
    pass.record.layerInput = {Eigen::MatrixXd::Zero(1, steps)};
    pass.record.top = Eigen::MatrixXd::Ones(2, steps);
    pass.record.output = Eigen::MatrixXd::Zero(1, steps);
    pass.record.traces.resize(1);
    pass.record.traces[0].reset(shape.cell->quantities(), 2, steps, false);
    pass.record.traces[0].rows(0, 2).setOnes();  // positive everywhere: all slopes are 1
    return pass;
}

TEST(Flow, ReachesBothEndsOfTheRangeOfADouble) {
    const Eigen::MatrixXd up = flowOf(geometric(1e50, 10, 1e-150), 0).states[0];
    const Eigen::MatrixXd down = flowOf(geometric(1e-50, 10, 1e150), 0).states[0];
    for (Index k = 0; k < 10; ++k) {
        const auto steps = static_cast<double>(9 - k);
        EXPECT_NEAR(std::log10(up(9, k)), std::log10(5) + 50 * steps - 150, 1e-11);
        EXPECT_NEAR(std::log10(down(9, k)), std::log10(5) - 50 * steps + 150, 1e-11);
    }
    EXPECT_EQ(flowOf(geometric(1e50, 12, 1), 0).states[0](11, 4),
              std::numeric_limits<double>::infinity());
    EXPECT_EQ(flowOf(geometric(1e-50, 12, 1), 0).states[0](11, 0), 0);
}

/// Where a value is no number it is none by the definition either, and nowhere else.
void expectSpoiledAlike(const Pass& pass) {
    const auto expected = flowOneLossAtATime(pass);
    const auto flows = gradientFlow(pass.network, pass.record, pass.outputGradient);
    for (std::size_t trace = 0; trace < flows.size(); ++trace)
        for (std::size_t state = 0; state < flows[trace].states.size(); ++state) {
            const Eigen::MatrixXd& mine = flows[trace].states[state];
            const Eigen::MatrixXd& theirs = expected[trace].states[state];
            for (Index t = 0; t < mine.rows(); ++t)
                for (Index k = 0; k < mine.cols(); ++k)
                    if (std::isfinite(theirs(t, k)))
                        EXPECT_NEAR(mine(t, k), theirs(t, k), 1e-12 * theirs(t, k));
                    else
                        EXPECT_EQ(std::isnan(mine(t, k)), std::isnan(theirs(t, k)))
                            << t << ", " << k << ": " << mine(t, k) << " for " << theirs(t, k);
        }
}

TEST(Flow, ANotANumberSpoilsNoOtherLoss) {
    for (const Cell* cell : cells())
        for (const int layers : {1, 2}) {
            Pass pass = run(makeExample(*cell, layers, false, Readout::EveryStep, Loss::MeanSquared,
                                        true, 4, 15));
            pass.outputGradient(0, 9) = std::nan("");
            pass.outputGradient.col(4).setZero();
            expectSpoiledAlike(pass);
            for (const Flow& flow : gradientFlow(pass.network, pass.record, pass.outputGradient)) {
                EXPECT_EQ(flow.states[0].row(4).maxCoeff(), 0);
                for (const Index t : {0, 8, 10, 14})
                    EXPECT_TRUE(flow.states[0].row(t).array().isFinite().all()) << cell->id();
            }
            const std::size_t top = pass.record.traces.size() - 1;
            EXPECT_TRUE(std::isnan(flowOf(pass, top).states[0](9, 9))) << cell->id();
        }
}

TEST(Flow, StepsThatALossDoesNotLookAtDoNotSpoilIt) {
    for (const Cell* cell : cells())
        for (const bool bidirectional : {false, true}) {
            Example example = makeExample(*cell, 1, bidirectional, Readout::EveryStep,
                                          Loss::MeanSquared, true, 4, 15);
            example.input.col(10).setConstant(std::nan(""));
            Pass pass = run(example);
            pass.outputGradient =
                (pass.outputGradient.array().isFinite()).select(pass.outputGradient, 1.0).eval();
            pass.outputGradient.col(12).setZero();
            expectSpoiledAlike(pass);
            EXPECT_TRUE(flowOf(pass, 0).states[0].topRows(10).array().isFinite().all());
            EXPECT_EQ(flowOf(pass, 0).states[0].row(12).cwiseAbs().maxCoeff(), 0);
        }
}

// A dead unit of a ReLU passes nothing on, not even an infinite gradient.
TEST(Flow, OverflowedGradientsKeepToTheRulesOfTheBackwardPass) {
    Pass pass = geometric(1e60, 12, 1);
    for (Index column = 1; column <= 12; column += 2)
        pass.record.traces[0].at(1, column)[1] = 0;
    expectSpoiledAlike(pass);
    EXPECT_TRUE(std::isfinite(flowOf(pass, 0).states[0](11, 6)));
    EXPECT_EQ(flowOf(pass, 0).states[0](11, 5), std::numeric_limits<double>::infinity());
}

TEST(Flow, EndsEarlyWhenNobodyWaits) {
    for (const int layers : {1, 2})           // all losses together, and one by one
        for (const Index hidden : {4, 40}) {  // on one thread, and on several
            const Pass pass = run(makeExample(*findCell("gru"), layers, true, Readout::EveryStep,
                                              Loss::MeanSquared, true, 5, 60, hidden));
            int asked = 0;
            const auto flowWithin = [&](int times) {
                asked = 0;
                return gradientFlow(pass.network, pass.record, pass.outputGradient,
                                    [&, times] { return ++asked > times; });
            };
            EXPECT_TRUE(flowWithin(0).empty());
            EXPECT_EQ(asked, 1);
            EXPECT_EQ(flowWithin(1000000).size(), pass.record.traces.size());
            if (hidden > 4)
                continue;
            EXPECT_TRUE(flowWithin(5).empty());
            EXPECT_EQ(asked, 6);
        }
}

// What is not reachable is zero in every flow, and what is reachable is not, for weights at random.
TEST(ReachableStates, AreWhereTheFlowIsNotZero) {
    for (const Readout readout : {Readout::EveryStep, Readout::LastStep})
        for (const int layers : {1, 2})
            for (const bool both : {false, true})
                for (const std::optional<Index>& window : {std::optional<Index>(), {3}, {4}}) {
                    Example example = makeExample(*findCell("rnn"), layers, both, readout,
                                                  Loss::MeanSquared, true, 8, 11);
                    example.shape.window = window;
                    const Pass pass = run(example);
                    const auto flows = gradientFlow(pass.network, pass.record, pass.outputGradient);
                    for (std::size_t trace = 0; trace < flows.size(); ++trace)
                        for (int loss = 0; loss < 11; ++loss) {
                            const auto [first, last] =
                                reachableStates(example.shape, trace, loss, 11);
                            for (int k = 0; k < 11; ++k)
                                EXPECT_EQ(flows[trace].states[0](loss, k) != 0,
                                          k >= first && k < last)
                                    << layers << both << window.value_or(0) << " trace " << trace
                                    << " loss " << loss << " state " << k;
                        }
                }
}

TEST(FlowBytes, AreThoseOfAllMatrices) {
    const Example example =
        makeExample(*findCell("lstm"), 2, true, Readout::EveryStep, Loss::MeanSquared, true, 8, 5);
    const Pass pass = run(example);
    double bytes = 0;
    for (const Flow& flow : gradientFlow(pass.network, pass.record, pass.outputGradient))
        for (const Eigen::MatrixXd& matrix : flow.states)
            bytes += static_cast<double>(matrix.size()) * sizeof(double);
    EXPECT_EQ(flowBytes(example.shape, 5), bytes);
    const Index most = mostFlowSteps(example.shape, 1e6);
    EXPECT_LE(flowBytes(example.shape, most), 1e6);
    EXPECT_GT(flowBytes(example.shape, most + 1), 1e6);
}

}  // namespace
}  // namespace rnnscope
