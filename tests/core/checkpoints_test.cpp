// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints.h"

#include <gtest/gtest.h>

namespace rnnscope {
namespace {

/// A state whose parameters tell its update; `moments` makes it larger, as Adam's are.
RunState stateAt(int update, bool moments = false) {
    RunState state;
    state.update = update;
    state.parameters.items.push_back({"weight", Eigen::MatrixXd::Constant(10, 10, update)});
    if (moments && update > 0) {
        state.optimizer.steps = update;
        state.optimizer.first = state.parameters;
        state.optimizer.second = state.parameters;
    }
    return state;
}

void offerUpTo(Checkpoints& checkpoints, int updates, bool moments = false) {
    for (int update = 0; update < updates; ++update)
        checkpoints.offer(stateAt(update, moments), nullptr);
}

TEST(Checkpoints, AStatesSizeIsThatOfItsNumbersAndMore) {
    const std::size_t plain = stateAt(5).bytes();
    EXPECT_GE(plain, 800u);
    EXPECT_LE(plain, 1200u);
    EXPECT_GE(stateAt(5, true).bytes(), plain + 1600);
}

TEST(Checkpoints, KeepsEveryEighthFromTheStart) {
    Checkpoints checkpoints;
    offerUpTo(checkpoints, 100);
    EXPECT_EQ(checkpoints.interval(), 8);
    EXPECT_EQ(checkpoints.count(), 13u);  // 0, 8 … 96
    EXPECT_EQ(checkpoints.bytes(), 13 * stateAt(0).bytes());
    for (int update = 0; update < 120; ++update) {
        const auto* kept = checkpoints.before(update);
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->run.update, std::min(update / 8 * 8, 96));
        EXPECT_EQ(kept->run.parameters.items[0].value(3, 3), kept->run.update);
        EXPECT_FALSE(kept->twin);
    }
}

TEST(Checkpoints, NothingIsBeforeTheFirst) {
    Checkpoints checkpoints;
    EXPECT_EQ(checkpoints.before(0), nullptr);
    EXPECT_EQ(checkpoints.before(1000), nullptr);
    checkpoints.offer(stateAt(8), nullptr);
    EXPECT_EQ(checkpoints.before(7), nullptr);
    ASSERT_TRUE(checkpoints.before(8));
}

TEST(Checkpoints, StaysWithinItsBudgetByDoublingTheInterval) {
    const std::size_t budget = 10 * stateAt(1, true).bytes() + 1;
    Checkpoints checkpoints(budget);
    int widest = 8;
    for (int update = 0; update < 5000; ++update) {
        checkpoints.offer(stateAt(update, true), nullptr);
        ASSERT_LE(checkpoints.bytes(), budget) << update;
        ASSERT_TRUE(checkpoints.interval() == widest || checkpoints.interval() == 2 * widest);
        widest = checkpoints.interval();
        // What is kept reaches to within an interval of the present.
        ASSERT_LT(update - checkpoints.before(update)->run.update, widest) << update;
    }
    EXPECT_EQ(checkpoints.interval(), 512);  // 5000 / 10, to the next power of two
    EXPECT_GE(checkpoints.count(), 5u);      // never less than half the room
    ASSERT_TRUE(checkpoints.before(600));
    EXPECT_EQ(checkpoints.before(600)->run.update, 512);
}

TEST(Checkpoints, WhatIsOfferedAgainIsNotKeptTwice) {
    Checkpoints checkpoints;
    offerUpTo(checkpoints, 50);
    const std::size_t count = checkpoints.count();
    offerUpTo(checkpoints, 50);
    EXPECT_EQ(checkpoints.count(), count);
    offerUpTo(checkpoints, 60);
    EXPECT_EQ(checkpoints.count(), count + 1);  // 56
}

TEST(Checkpoints, ABudgetTooSmallForOneStateKeepsNone) {
    Checkpoints checkpoints(100);
    offerUpTo(checkpoints, 100);
    EXPECT_EQ(checkpoints.count(), 0u);
    EXPECT_EQ(checkpoints.bytes(), 0u);
    EXPECT_EQ(checkpoints.before(50), nullptr);
}

TEST(Checkpoints, ABudgetForTheFirstStateAloneKeepsThat) {
    Checkpoints checkpoints(stateAt(0).bytes() + 10);
    offerUpTo(checkpoints, 100, true);
    ASSERT_TRUE(checkpoints.before(99));
    EXPECT_EQ(checkpoints.before(99)->run.update, 0);
}

TEST(Checkpoints, ANewBudgetTakesEffectAtOnce) {
    Checkpoints checkpoints;
    offerUpTo(checkpoints, 1000);
    const std::size_t one = stateAt(0).bytes();
    checkpoints.setBudget(5 * one);
    EXPECT_LE(checkpoints.bytes(), 5 * one);
    EXPECT_GE(checkpoints.count(), 3u);
    EXPECT_EQ(checkpoints.before(7)->run.update, 0);
    checkpoints.setBudget(one - 1);
    EXPECT_EQ(checkpoints.count(), 0u);
    EXPECT_EQ(checkpoints.bytes(), 0u);
    // With room again it starts anew from wherever training is.
    checkpoints.setBudget(100 * one);
    for (int update = 1000; update < 1100; ++update)
        checkpoints.offer(stateAt(update), nullptr);
    EXPECT_EQ(checkpoints.interval(), 8);
    EXPECT_EQ(checkpoints.before(1099)->run.update, 1096);
    EXPECT_EQ(checkpoints.before(999), nullptr);
}

TEST(Checkpoints, TheTwinCountsToo) {
    Checkpoints checkpoints;
    const RunState run = stateAt(0), twin = stateAt(3);
    checkpoints.offer(run, &twin);
    EXPECT_EQ(checkpoints.bytes(), run.bytes() + twin.bytes());
    ASSERT_TRUE(checkpoints.before(0)->twin);
    EXPECT_EQ(checkpoints.before(0)->twin->parameters.items[0].value(0, 0), 3);
}

}  // namespace
}  // namespace rnnscope
