// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/analysis/decay.h"
#include "core/analysis/overflow.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// ‖·‖ at each step when it changes by `factor` per step on the way back from 1 at the end.
Eigen::VectorXd geometric(Index steps, double factor) {
    Eigen::VectorXd norms(steps);
    for (Index t = 0; t < steps; ++t)
        norms[t] = std::pow(factor, static_cast<double>(steps - 1 - t));
    return norms;
}

TEST(Decay, FindsTheFactorOfAGeometricSeries) {
    for (const double factor : {0.1, 0.5, 0.9, 1.0, 1.1, 2.0}) {
        const auto decay = decayOf(geometric(50, factor));
        ASSERT_TRUE(decay);
        EXPECT_NEAR(decay->rate, std::log(factor), 1e-12);
        EXPECT_NEAR(decay->factor(), factor, 1e-12);
        EXPECT_NEAR(decay->remaining / std::pow(factor, 49), 1, 1e-9);
    }
}

TEST(Decay, HalfLifeAndDoublingAreInSteps) {
    EXPECT_NEAR(*decayOf(geometric(20, 0.5))->halfLife(), 1.0, 1e-12);
    EXPECT_NEAR(*decayOf(geometric(20, std::pow(0.5, 0.25)))->halfLife(), 4.0, 1e-10);
    EXPECT_FALSE(decayOf(geometric(20, 0.5))->doubling());
    EXPECT_NEAR(*decayOf(geometric(20, 2.0))->doubling(), 1.0, 1e-12);
}

TEST(Decay, HorizonIsWhereAMillionthIsLeft) {
    for (const double factor : {0.1, 0.5, 0.9}) {
        const auto horizon = decayOf(geometric(20, factor))->horizon();
        ASSERT_TRUE(horizon);
        EXPECT_NEAR(std::pow(factor, *horizon) / 1e-6, 1, 1e-9);
    }
    EXPECT_NEAR(*decayOf(geometric(20, 0.1))->horizon(), 6, 1e-10);
    EXPECT_FALSE(decayOf(geometric(20, 1.0))->horizon());
    EXPECT_FALSE(decayOf(geometric(20, 1.1))->horizon());
    Eigen::VectorXd dies = Eigen::VectorXd::Zero(10);
    dies[9] = 1;
    EXPECT_EQ(decayOf(dies)->horizon(), 0);
}

TEST(Decay, VerdictsFollowWhatIsLeft) {
    EXPECT_EQ(decayOf(geometric(50, 0.5))->verdict, Verdict::Vanished);
    EXPECT_EQ(decayOf(geometric(50, 0.82))->verdict, Verdict::Shrinking);
    EXPECT_EQ(decayOf(geometric(50, 0.95))->verdict, Verdict::Alive);
    EXPECT_EQ(decayOf(geometric(50, 1.01))->verdict, Verdict::Alive);
    EXPECT_EQ(decayOf(geometric(50, 1.2))->verdict, Verdict::Exploding);
}

TEST(Decay, AFewOddStepsDoNotBendIt) {
    Eigen::VectorXd norms = geometric(60, 0.8);
    norms[10] *= 1e6;
    norms[30] *= 1e-9;
    norms[45] = 0;
    EXPECT_NEAR(decayOf(norms)->rate, std::log(0.8), 0.01);
}

TEST(Decay, LongSequencesUnderflowWithoutHarm) {
    const auto decay = decayOf(geometric(5000, 0.5));
    ASSERT_TRUE(decay);
    EXPECT_NEAR(decay->rate, std::log(0.5), 1e-9);
    EXPECT_EQ(decay->verdict, Verdict::Vanished);
}

TEST(Decay, OddRecordsAreNamedForWhatTheyAre) {
    EXPECT_FALSE(decayOf(Eigen::VectorXd::Zero(10)));
    EXPECT_FALSE(decayOf(Eigen::VectorXd::Ones(1)));
    Eigen::VectorXd dies = Eigen::VectorXd::Zero(10);
    dies[9] = 1;
    EXPECT_EQ(decayOf(dies)->rate, -infinity);
    EXPECT_EQ(decayOf(dies)->verdict, Verdict::Vanished);
    Eigen::VectorXd overflows = geometric(10, 1e100);
    overflows[0] = infinity;
    EXPECT_EQ(decayOf(overflows)->verdict, Verdict::Exploding);
    Eigen::VectorXd broken = geometric(10, 0.5);
    broken[2] = std::nan("");
    EXPECT_EQ(decayOf(broken)->verdict, Verdict::Exploding);
}

// With zero input and small states tanh is linear, so ρ · orthogonal decays by exactly ρ (lesson
// 2).
TEST(Decay, OrthogonalWeightsDecayByTheirRadius) {
    for (const double radius : {0.5, 1.0, 1.6}) {
        Random random(1);
        const NetworkShape shape{
            .cell = findCell("rnn"), .hidden = 32, .readout = Readout::LastStep};
        Parameters parameters = Network::parametersFor(shape);
        parameters.find("weight_hh_l0")->value = radius * random.orthogonal(32);
        for (double& entry : parameters.find("fc.weight")->value.reshaped())
            entry = random.normal();
        Record record;
        Gradients gradients;
        const Network network(shape, parameters);
        network.forward(Eigen::MatrixXd::Zero(1, 50), {}, record);
        network.backward(record, Eigen::MatrixXd::Ones(1, 1), gradients);
        const auto decay = decayOf(gradients.traces[0].norms(shape.cell->hiddenState()));
        ASSERT_TRUE(decay);
        EXPECT_NEAR(decay->rate, std::log(radius), 1e-12);
    }
}

TEST(Overflow, IsLocatedByQuantityUnitAndStep) {
    const NetworkShape shape{.cell = findCell("rnn-relu"), .hidden = 2};
    Parameters parameters = Network::parametersFor(shape);
    parameters.find("weight_hh_l0")->value << 1e60, 0, 0, 0.5;
    parameters.find("bias_ih_l0")->value << 1, 0;
    parameters.find("fc.weight")->value << 1, 1;
    const Network network(shape, parameters);
    Record record;
    network.forward(Eigen::MatrixXd::Zero(1, 12), {}, record);
    const auto overflow = findOverflow(shape, record, nullptr, nullptr);
    ASSERT_TRUE(overflow);
    EXPECT_EQ(overflow->pass, Overflow::Pass::Forward);
    EXPECT_EQ(overflow->unit, 0);
    EXPECT_EQ(overflow->time, 6);  // 1e60 a step: 1e300 at step 6, beyond at step 7
    EXPECT_EQ(overflow->value, infinity);
    EXPECT_EQ(describe(*overflow, shape),
              "pre-activation a of layer 1, unit 1, is +Inf from step 7 on");
}

TEST(Overflow, ALossBeyondRangeIsFoundToo) {
    const NetworkShape shape{.cell = findCell("rnn")};
    Record record;
    Network(shape, Network::parametersFor(shape)).forward(Eigen::MatrixXd::Zero(1, 3), {}, record);
    Eigen::MatrixXd target(1, 3);
    target << 1, 1e200, 1;
    const LossResult loss = lossOf(Loss::MeanSquared, record.output, target, 3);
    const auto overflow = findOverflow(shape, record, &loss, nullptr);
    ASSERT_TRUE(overflow);
    EXPECT_EQ(describe(*overflow, shape), "loss is +Inf from step 2 on");
}

TEST(Overflow, AFinitePassHasNone) {
    const auto example = testing::makeExample(*findCell("gru"), 1, true, Readout::EveryStep,
                                              Loss::MeanSquared, false, 2);
    Record record;
    Network(example.shape, example.parameters).forward(example.input, {}, record);
    EXPECT_FALSE(findOverflow(example.shape, record, nullptr, nullptr));
}

}  // namespace
}  // namespace rnnscope
