// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include <gtest/gtest.h>

#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::with;

TEST(Experiment, SteppingBackGivesTheSameBits) {
    auto experiment =
        Experiment::create(with({{"task", "adding"}, {"cell", "gru"}, {"clip", "norm"}}));
    ASSERT_TRUE(experiment.ok());
    std::vector<double> losses;
    std::vector<Eigen::MatrixXd> outputs;
    for (int update = 0; update < 6; ++update) {
        const auto snapshot = experiment->snapshot(1);
        losses.push_back(snapshot->backward->loss.loss);
        outputs.push_back(snapshot->record.output);
        EXPECT_EQ(snapshot->history.size(), static_cast<std::size_t>(update) + 1);
        experiment->trainStep();
    }
    EXPECT_LT(losses[5], losses[0]);
    for (const int update : {3, 0, 5, 2}) {
        experiment->runTo(update);
        const auto snapshot = experiment->snapshot(2);
        EXPECT_EQ(snapshot->update, update);
        EXPECT_EQ(snapshot->backward->loss.loss, losses[static_cast<std::size_t>(update)]);
        EXPECT_EQ(snapshot->record.output, outputs[static_cast<std::size_t>(update)]);
    }
}

// One update by hand: the parameters move by rate times the clipped gradient.
TEST(Experiment, AnUpdateFollowsTheClippedGradient) {
    auto experiment =
        Experiment::create(with({{"clip", "value"}, {"clip-threshold", "0.01"}, {"lr", "0.5"}}));
    ASSERT_TRUE(experiment.ok());
    const auto before = experiment->snapshot(1);
    experiment->trainStep();
    const auto after = experiment->snapshot(2);
    EXPECT_TRUE(before->backward->clip.engaged());
    for (std::size_t k = 0; k < before->parameters.items.size(); ++k) {
        const Eigen::MatrixXd expected =
            before->parameters.items[k].value - 0.5 * before->backward->clipped.items[k].value;
        EXPECT_EQ(after->parameters.items[k].value, expected);
        EXPECT_LE(before->backward->clipped.items[k].value.cwiseAbs().maxCoeff(), 0.01);
    }
}

TEST(Experiment, WithoutTargetThereIsNoBackwardPass) {
    auto experiment = Experiment::create(with({{"target", "none"}}));
    ASSERT_TRUE(experiment.ok());
    const auto snapshot = experiment->snapshot(1);
    EXPECT_FALSE(snapshot->backward);
    EXPECT_FALSE(snapshot->overflow);
    EXPECT_EQ(snapshot->steps(), 50);
}

}  // namespace
}  // namespace rnnscope
