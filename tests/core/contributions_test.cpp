// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/core/analysis_figures.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

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

class ContributionFigures : public ::testing::TestWithParam<std::string> {};

TEST_P(ContributionFigures, EveryStepsMatrixAgreesWithPyTorch) {
    const auto figures = testing::readAnalysis(GetParam());
    const Network network = figures.network();
    const auto found = contributions(network, figures.record, figures.gradients);
    ASSERT_EQ(found.size(), figures.parameters.items.size());
    for (const Contribution& each : found) {
        // (T, entries): a step's matrix row by row
        const Eigen::MatrixXd theirs = figures.matrix("contribution." + each.parameter);
        Eigen::MatrixXd ours(theirs.rows(), theirs.cols());
        for (Index t = 0; t < ours.rows(); ++t)
            ours.row(t) =
                contributionAt(network, figures.record, figures.gradients, each.parameter, t)
                    .reshaped<Eigen::RowMajor>();
        EXPECT_LE(testing::relativeDifference(ours, theirs), 1e-12) << each.parameter;
        EXPECT_LE(testing::relativeDifference(each.norms, theirs.rowwise().norm()), 1e-12)
            << each.parameter;
        const Eigen::RowVectorXd whole = theirs.colwise().sum();
        EXPECT_LE(testing::relativeDifference(each.shares,
                                              theirs * whole.transpose() / whole.squaredNorm()),
                  1e-12)
            << each.parameter;
    }
}

INSTANTIATE_TEST_SUITE_P(PyTorch, ContributionFigures,
                         ::testing::ValuesIn(testing::analysisCases()), testing::testName);

/// Asserts that the steps' matrices add up to the gradient, and the shares to 1.
void expectSums(const testing::Example& example) {
    const Passes passes = run(example);
    const auto found = contributions(passes.network, passes.record, passes.gradients);
    ASSERT_EQ(found.size(), example.parameters.items.size());
    for (std::size_t k = 0; k < found.size(); ++k) {
        const Parameter& whole = passes.gradients.parameters.items[k];
        ASSERT_EQ(found[k].parameter, whole.name);
        Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(whole.value.rows(), whole.value.cols());
        for (Index t = 0; t < passes.record.steps(); ++t) {
            const Eigen::MatrixXd step =
                contributionAt(passes.network, passes.record, passes.gradients, whole.name, t);
            EXPECT_NEAR(found[k].norms[t], step.norm(), 1e-12 * (1 + step.norm()));
            sum += step;
        }
        EXPECT_LT((sum - whole.value).cwiseAbs().maxCoeff(), 1e-12) << whole.name;
        if (whole.value.norm() > 0)
            EXPECT_NEAR(found[k].shares.sum(), 1, 1e-12) << whole.name;
        else
            EXPECT_TRUE(found[k].shares.array().isNaN().all()) << whole.name;
    }
}

TEST(Contributions, AddUpToTheGradient) {
    for (const Cell* cell : cells())
        for (const bool both : {false, true})
            for (const Readout readout : {Readout::EveryStep, Readout::LastStep})
                for (const Loss loss : {Loss::MeanSquared, Loss::CrossEntropy}) {
                    testing::Example example =
                        testing::makeExample(*cell, 2, both, readout, loss, true, 21, 9);
                    expectSums(example);
                    example.shape.window = 2;
                    expectSums(example);
                }
}

TEST(Contributions, OneStepAndOneUnitWork) {
    for (const Cell* cell : cells())
        expectSums(testing::makeExample(*cell, 1, true, Readout::EveryStep, Loss::MeanSquared, true,
                                        22, 1, 1));
}

// One unit, two steps, worked out by hand: h_t = max(0, w h_{t−1} + x_t) with h_0 = 1, w = 2,
// x = 3, 4: h = 5, 14. L = (h_2 − 4)²: ∂L/∂h_2 = 20, ∂L/∂h_1 = 40, so that ∂L/∂w is 40 · 1 from
// the first step and 20 · 5 from the second.
TEST(Contributions, OfTwoStepsByHand) {
    const NetworkShape shape{.cell = findCell("rnn-relu"), .readout = Readout::LastStep};
    Parameters parameters = Network::parametersFor(shape);
    parameters.find("weight_ih_l0")->value << 1;
    parameters.find("weight_hh_l0")->value << 2;
    parameters.find("fc.weight")->value << 1;
    const Network network(shape, parameters);
    Record record;
    Gradients gradients;
    network.forward(Eigen::RowVector2d(3, 4), {Eigen::MatrixXd::Ones(1, 1)}, record);
    network.backward(record, Eigen::MatrixXd::Constant(1, 1, 20), gradients);
    const auto found = contributions(network, record, gradients);
    ASSERT_EQ(found.size(), 6u);
    EXPECT_EQ(found[1].parameter, "weight_hh_l0");
    EXPECT_EQ(found[1].norms, Eigen::Vector2d(40, 100));
    EXPECT_NEAR(found[1].shares[0], 40.0 / 140, 1e-15);
    EXPECT_NEAR(found[1].shares[1], 100.0 / 140, 1e-15);
    EXPECT_EQ(found[0].norms, Eigen::Vector2d(120, 80));
    EXPECT_EQ(found[2].norms, Eigen::Vector2d(40, 20));
    EXPECT_EQ(found[4].norms, Eigen::Vector2d(0, 280));  // fc.weight: 20 · 14
}

TEST(Contributions, NeedNoGradientsOfParametersAndLeaveAbsentBiasesOut) {
    testing::Example example = testing::makeExample(*findCell("lstm"), 1, false, Readout::EveryStep,
                                                    Loss::MeanSquared, true, 5);
    for (const char* name : {"bias_ih_l0", "bias_hh_l0"}) {
        example.parameters.find(name)->absent = true;
        example.parameters.find(name)->value.setZero();
    }
    Passes passes = run(example);
    const auto whole = contributions(passes.network, passes.record, passes.gradients);
    ASSERT_EQ(whole.size(), 4u);
    EXPECT_EQ(whole[2].parameter, "fc.weight");
    Gradients states;
    passes.network.backwardStates(passes.record, passes.gradients.output, states);
    const auto same = contributions(passes.network, passes.record, states);
    ASSERT_EQ(same.size(), 4u);
    for (std::size_t k = 0; k < whole.size(); ++k)
        EXPECT_EQ(same[k].shares, whole[k].shares);
    EXPECT_EQ(contributionAt(passes.network, passes.record, states, "bias_hh_l0", 2),
              Eigen::MatrixXd::Zero(16, 1));
}

TEST(Contributions, TinyGradientsKeepTheirShares) {
    const testing::Example example = testing::makeExample(
        *findCell("gru"), 1, false, Readout::EveryStep, Loss::MeanSquared, true, 6);
    Passes passes = run(example);
    const auto plain = contributions(passes.network, passes.record, passes.gradients);
    passes.network.backward(passes.record, passes.gradients.output * 1e-200, passes.gradients);
    const auto tiny = contributions(passes.network, passes.record, passes.gradients);
    for (std::size_t k = 0; k < plain.size(); ++k) {
        EXPECT_LT((tiny[k].shares - plain[k].shares).cwiseAbs().maxCoeff(), 1e-12);
        EXPECT_LT((tiny[k].norms / 1e-200 - plain[k].norms).cwiseAbs().maxCoeff(), 1e-12);
    }
}

TEST(Contributions, WithoutAGradientThereAreNoShares) {
    const testing::Example example = testing::makeExample(
        *findCell("gru"), 1, true, Readout::LastStep, Loss::MeanSquared, true, 6);
    Passes passes = run(example);
    passes.network.backward(passes.record, Eigen::MatrixXd::Zero(3, 1), passes.gradients);
    for (const auto& each : contributions(passes.network, passes.record, passes.gradients)) {
        EXPECT_EQ(each.norms.maxCoeff(), 0) << each.parameter;
        EXPECT_TRUE(each.shares.array().isNaN().all()) << each.parameter;
    }
}

TEST(Contributions, WhatIsNotANumberIsShownAsSuch) {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Cell* cell : cells()) {
        testing::Example example = testing::makeExample(*cell, 2, true, Readout::EveryStep,
                                                        Loss::MeanSquared, false, 2, 6);
        example.input.col(3) << infinity, -infinity;
        const Passes passes = run(example);
        const auto found = contributions(passes.network, passes.record, passes.gradients);
        ASSERT_EQ(found.size(), example.parameters.items.size());
        for (const Contribution& each : found) {
            EXPECT_TRUE(std::isnan(each.norms[3])) << cell->id() << " " << each.parameter;
            EXPECT_TRUE(each.shares.array().isNaN().all()) << cell->id() << " " << each.parameter;
        }
    }
}

TEST(NormShares, AreThePartsOfTheSum) {
    const std::vector<double> norms{1, 3, 0, 4};
    EXPECT_EQ(normShares(norms), (std::vector<double>{0.125, 0.375, 0, 0.5}));
    EXPECT_TRUE(normShares({}).empty());
}

// 1e308 + 1e308 overflows and 5e-324 / 2 vanishes, but neither share does.
TEST(NormShares, HoldAtBothEndsOfTheRangeOfADouble) {
    const double tiny = std::numeric_limits<double>::denorm_min();
    for (const double size : {1e308, 1e-308, tiny})
        EXPECT_EQ(normShares(std::vector<double>{size, size}), (std::vector<double>{0.5, 0.5}));
}

TEST(NormShares, AreNaNWithoutAFiniteSum) {
    const double infinity = std::numeric_limits<double>::infinity();
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    for (const auto& norms : {std::vector<double>{0, 0},
                              {infinity, 1},
                              {1, infinity},
                              {notANumber, 1},
                              {1, notANumber},
                              {notANumber, infinity}})
        for (const double share : normShares(norms))
            EXPECT_TRUE(std::isnan(share)) << norms[0] << ", " << norms[1];
}

TEST(TailShare, IsOfTheFifthNearestToTheLoss) {
    std::vector<double> shares(50, 0.0);
    shares[45] = 0.75;
    shares[40] = 0.5;
    shares[39] = -0.5;
    shares[3] = 0.25;
    EXPECT_EQ(tailShare(shares, false).steps, 10);
    EXPECT_EQ(tailShare(shares, false).share, 1.25);  // signed: the rest takes away
    EXPECT_EQ(tailShare(shares, true).share, 0.25);   // computed last, so nearest to the loss
    EXPECT_EQ(tailShare(std::vector<double>{0.5, 0.5, 0.0}, false).steps, 1);
    EXPECT_EQ(tailShare(std::vector<double>{1.0}, true).share, 1.0);
    EXPECT_EQ(tailShare({}, false).steps, 0);
}

// Of a real pass: the tail of T < 10 steps is one step, and tail and rest make the whole.
TEST(TailShare, TailAndRestMakeTheWhole) {
    const testing::Example example = testing::makeExample(
        *findCell("lstm"), 1, false, Readout::EveryStep, Loss::MeanSquared, true, 3, 11);
    const Passes passes = run(example);
    for (const Contribution& each :
         contributions(passes.network, passes.record, passes.gradients)) {
        const std::vector<double> shares(each.shares.begin(), each.shares.end());
        const TailShare tail = tailShare(shares, false);
        ASSERT_EQ(tail.steps, 2);
        double rest = 0;
        for (std::size_t k = 0; k < shares.size() - 2; ++k)
            rest += shares[k];
        EXPECT_NEAR(tail.share + rest, 1, 1e-12) << each.parameter;
    }
}

}  // namespace
}  // namespace rnnscope
