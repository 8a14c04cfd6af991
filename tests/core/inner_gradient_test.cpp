// SPDX-License-Identifier: GPL-3.0-or-later
// ∂L/∂ of what lies between a step's quantities, from theirs.
#include <gtest/gtest.h>

#include "core/step.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

using testing::Example;
using testing::makeExample;

// A backward pass fills quantities and inner values together; from its quantities alone, which are
// whole, the inner values and what reaches the step before come out the same, to the last digit.
TEST(InnerGradient, FollowsFromTheQuantities) {
    for (const Cell* cell : cells())
        for (const bool held : {false, true}) {
            const Example example =
                makeExample(*cell, 1, false, Readout::EveryStep, Loss::MeanSquared, true, 3, 5, 7);
            const Network network(example.shape, example.parameters);
            Record record;
            network.forward(example.input, example.initial, record);
            const Trace& values = record.traces[0];
            const Index hidden = 7, column = 3;
            std::vector<StepHold> holds;
            if (held)
                holds.push_back({cell->hiddenState(), 2, 3, 0.5});

            Eigen::VectorXd now = Eigen::VectorXd::Zero(values.rows()), before = now;
            for (const std::size_t state : cell->states())
                now.segment(static_cast<Index>(state) * hidden, hidden).setLinSpaced(-0.7, 1.1);
            const auto inners = static_cast<Index>(cell->innerValues().size());
            Eigen::VectorXd inner(inners * hidden);
            stepBackward(*cell, network.prepared(0), values.data(column - 1), values.data(column),
                         before.data(), now.data(), holds, inner.data());

            Eigen::VectorXd again = Eigen::VectorXd::Zero(values.rows());
            Eigen::VectorXd between = Eigen::VectorXd::Constant(inners * hidden, std::nan(""));
            fillInnerGradient(*cell, network.prepared(0), values.data(column - 1),
                              values.data(column), now.data(), again.data(), between.data(), holds);
            EXPECT_EQ(between, inner) << cell->id() << held;
            EXPECT_EQ(again, before) << cell->id() << held;
            EXPECT_GT(before.cwiseAbs().maxCoeff(), 0) << cell->id();
        }
}

}  // namespace
}  // namespace rnnscope
