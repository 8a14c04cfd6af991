// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optimizer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

namespace rnnscope {
namespace {

/// Two numbers in tensors of their own, and a bias that the network was built without.
Parameters two(double a, double b) {
    Parameters parameters;
    parameters.items.push_back({"weight", Eigen::MatrixXd::Constant(1, 1, a)});
    parameters.items.push_back({"bias", Eigen::MatrixXd::Constant(1, 1, b), true});
    parameters.items.push_back({"absent", Eigen::MatrixXd::Zero(2, 1), true, true});
    return parameters;
}

constexpr double rate = 0.1;
constexpr std::array<std::array<double, 2>, 4> gradients = {
    {{0.5, -1.0}, {0.25, 3.0}, {-0.125, 0.0}, {1e-3, -40.0}}};

struct Steps {
    OptimizerKind kind;
    std::array<std::array<double, 2>, 4> after;
};

// torch.optim (1.13): SGD, SGD with momentum 0.9, Adam, RMSprop, lr 0.1, float64, from (1, −2).
constexpr Steps pytorch[] = {
    {OptimizerKind::Sgd,
     {{{0.95, -1.9},
       {0.9249999999999999, -2.1999999999999997},
       {0.9374999999999999, -2.1999999999999997},
       {0.9373999999999999, 1.8000000000000005}}}},
    {OptimizerKind::Momentum,
     {{{0.95, -1.9}, {0.88, -2.11}, {0.8295, -2.299}, {0.78395, 1.5309000000000001}}}},
    {OptimizerKind::Adam,
     {{{0.900000002, -1.900000001},
       {0.8067820404774624, -1.9494189841087441},
       {0.7504159045281114, -1.9876200012449847},
       {0.7041426787330229, -1.9321511209873599}}}},
    {OptimizerKind::RmsProp,
     {{{1.9999996048181146e-07, -1.0000000999999905},
       {-0.4490129744218298, -1.94915806572246},
       {-0.22890881760214746, -1.94915806572246},
       {-0.23067851883655405, -0.9522038460251311}}}},
};

TEST(Optimizer, StepsArePyTorchs) {
    for (const Steps& steps : pytorch) {
        Parameters parameters = two(1, -2);
        OptimizerState state;
        for (std::size_t step = 0; step < gradients.size(); ++step) {
            SCOPED_TRACE(static_cast<int>(steps.kind) * 100 + static_cast<int>(step));
            descend(steps.kind, parameters, two(gradients[step][0], gradients[step][1]), rate,
                    state);
            EXPECT_EQ(state.steps, static_cast<int>(step) + 1);
            EXPECT_NEAR(parameters.items[0].value(0, 0), steps.after[step][0], 4e-15);
            EXPECT_NEAR(parameters.items[1].value(0, 0), steps.after[step][1], 4e-15);
        }
    }
}

TEST(Optimizer, MomentsAreWhatTheEquationsSay) {
    Parameters parameters = two(0, 0);
    OptimizerState momentum, adam, rms, sgd;
    for (const auto& [a, b] : gradients) {
        descend(OptimizerKind::Sgd, parameters, two(a, b), rate, sgd);
        descend(OptimizerKind::Momentum, parameters, two(a, b), rate, momentum);
        descend(OptimizerKind::Adam, parameters, two(a, b), rate, adam);
        descend(OptimizerKind::RmsProp, parameters, two(a, b), rate, rms);
    }
    double velocity = 0, mean = 0, square = 0, slow = 0;
    for (const auto& gradient : gradients) {
        const double g = gradient[0];
        velocity = 0.9 * velocity + g;
        mean = 0.9 * mean + 0.1 * g;
        square = 0.999 * square + 0.001 * g * g;
        slow = 0.99 * slow + 0.01 * g * g;
    }
    const auto first = [](const Parameters& moment) { return moment.items[0].value(0, 0); };
    EXPECT_NEAR(first(momentum.first), velocity, 1e-15);
    EXPECT_NEAR(first(adam.first), mean, 1e-15);
    EXPECT_NEAR(first(adam.second), square, 1e-15);
    EXPECT_NEAR(first(rms.second), slow, 1e-15);
    EXPECT_TRUE(sgd.first.items.empty() && sgd.second.items.empty());
    EXPECT_TRUE(momentum.second.items.empty());
    EXPECT_TRUE(rms.first.items.empty());
}

TEST(Optimizer, AbsentBiasesStay) {
    for (const OptimizerName& row : optimizers()) {
        Parameters parameters = two(1, 1);
        Parameters gradient = two(1, 1);
        gradient.items[2].value.setConstant(7);
        OptimizerState state;
        descend(row.kind, parameters, gradient, rate, state);
        EXPECT_EQ(parameters.items[2].value, Eigen::MatrixXd::Zero(2, 1)) << row.id;
        EXPECT_NE(parameters.items[0].value(0, 0), 1) << row.id;
    }
}

TEST(Optimizer, ZeroGradientAtTheStartMovesNothing) {
    for (const OptimizerName& row : optimizers()) {
        Parameters parameters = two(1, -2);
        OptimizerState state;
        descend(row.kind, parameters, two(0, 0), rate, state);
        EXPECT_EQ(parameters.items[0].value(0, 0), 1) << row.id;
        EXPECT_EQ(parameters.items[1].value(0, 0), -2) << row.id;
    }
}

TEST(Optimizer, TheTableHoldsEachKindOnce) {
    std::set<OptimizerKind> kinds;
    for (const OptimizerName& row : optimizers()) {
        EXPECT_TRUE(kinds.insert(row.kind).second);
        EXPECT_FALSE(row.id.empty() || row.name.empty());
    }
    EXPECT_EQ(kinds.size(), 4u);
}

}  // namespace
}  // namespace rnnscope
