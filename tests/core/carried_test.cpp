// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carried.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/experiment.h"
#include "core/lanes.h"
#include "core/loss.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::complaint;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::several;
using testing::with;

using Learner = Run;  // which GoogleTest has for itself inside tests

/// One sequence after the other, from zeros or from what the one before ended with.
struct Walk {
    Network network;
    InitialState state;
    Record record;

    explicit Walk(const Problem& problem)
        : network(problem.shape, problem.parameters), state(problem.initial) {}
    void over(const Eigen::MatrixXd& input) {
        network.forward(input, state, record);
        state = statesAfter(network.shape(), record);
    }
};

std::shared_ptr<const Snapshot> snapshotOf(const Choices& setup, int update = 0) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    experiment->runTo(update);
    return experiment->snapshot(1);
}

Choices carried(Choices setup) {
    setup.carryState = true;
    return setup;
}

class Carried : public ::testing::TestWithParam<const char*> {};

TEST_P(Carried, TheShownSequenceBeginsWhereTheOnesBeforeEnded) {
    Choices setup = carried(with({{"task", "adding"},
                                  {"cell", GetParam()},
                                  {"hidden", "3"},
                                  {"layers", "2"},
                                  {"bidirectional", ""},
                                  {"show-sequence", "3"}}));
    setup.sequence.shown = 0;
    Walk walk(problemOf(setup));
    Choices all = setup;
    all.training.sequences = 3;
    const Problem three = problemOf(all);
    walk.over(three.input);
    walk.over(three.others[0].input);
    setup.sequence.shown = 2;
    const auto snapshot = snapshotOf(setup);
    EXPECT_EQ(snapshot->problem->input, three.others[1].input);
    EXPECT_EQ(statesBefore(snapshot->shape(), snapshot->record), walk.state);
    EXPECT_EQ(walk.state.size(), snapshot->shape().cell->states().size());
    walk.over(three.others[1].input);
    EXPECT_EQ(snapshot->record.output, walk.record.output);

    setup.carryState = false;
    const auto anew = snapshotOf(setup);
    EXPECT_EQ(anew->problem->input, snapshot->problem->input);
    for (const Eigen::MatrixXd& states : statesBefore(anew->shape(), anew->record))
        EXPECT_TRUE(states.isZero(0));
    EXPECT_NE(anew->record.output, snapshot->record.output);
}

INSTANTIATE_TEST_SUITE_P(Cells, Carried, ::testing::Values("rnn", "lstm", "gru"));

TEST(CarriedStates, AnUpdateLearnsFromSequencesThatFollowEachOther) {
    for (const bool fresh : {false, true}) {
        Choices setup = carried(with({{"task", "adding"}, {"cell", "lstm"}, {"sequences", "3"}}));
        setup.training.fresh = fresh;
        auto experiment = Experiment::create(setup);
        ASSERT_TRUE(experiment.ok());
        const Problem& problem = experiment->problem();
        Learner run(problem, {});
        const Batch batch(setup, problem, 0);
        Walk walk(problem);
        double loss = 0;
        Eigen::MatrixXd recurrent = Eigen::MatrixXd::Zero(4 * setup.hidden, setup.hidden);
        for (std::size_t k = 0; k < 3; ++k) {
            const Eigen::MatrixXd input = batch.input(k, walk.network, walk.state);
            walk.over(input);
            const LossResult answer =
                lossOf(setup.loss, walk.record.output, batch.target(k), walk.record.steps());
            loss += answer.loss / 3;
            Gradients gradients;
            walk.network.backward(walk.record, answer.outputGradient, gradients);
            recurrent += gradients.parameters.items[1].value / 3;
        }
        const BatchPass& pass = run.pass(setup, problem);
        EXPECT_NEAR(pass.loss, loss, 1e-15);
        EXPECT_TRUE(pass.gradient.items[1].value.isApprox(recurrent, 1e-14));
        Choices anew = setup;
        anew.carryState = false;
        EXPECT_NE(run.pass(anew, problem).loss, loss);
    }
}

TEST(CarriedStates, AFileBeginsAnewAfterItsLastSequence) {
    Choices setup = carried(several({4, 5, 6}));
    setup.training.sequences = 2;
    setup.training.fresh = true;
    const Problem problem = problemOf(setup);
    ASSERT_EQ(problem.others.size(), 2u);
    const auto startsAt = [&](int update) {
        const Network network(problem.shape, problem.parameters);
        const Batch batch(setup, problem, update);
        std::vector<InitialState> starts;
        Record record;
        for (std::size_t k = 0; k < batch.size(); ++k) {
            starts.push_back(batchStart(setup, problem, batch, k, network, record));
            network.forward(batch.input(k, network, starts.back()), starts.back(), record);
        }
        return starts;
    };
    Walk walk(problem);
    walk.over(problem.input);
    const InitialState second = walk.state;
    walk.over(problem.others[0].input);
    const InitialState third = walk.state;
    EXPECT_EQ(startsAt(0), (std::vector<InitialState>{problem.initial, second}));
    // The third, and the first again.
    EXPECT_EQ(startsAt(1), (std::vector<InitialState>{third, problem.initial}));
    EXPECT_EQ(startsAt(2), (std::vector<InitialState>{second, third}));
}

TEST(CarriedStates, AFileShowsALaterSequenceAndLearnsFromThere) {
    Choices setup = carried(several({4, 5, 6}));
    setup.sequence.shown = 1;
    setup.training.sequences = 3;
    const Problem problem = problemOf(setup);
    Choices plain = setup;
    plain.sequence.shown = 0;
    const Problem first = problemOf(plain);
    ASSERT_EQ(problem.input, first.others[0].input);
    Walk walk(first);
    walk.over(first.input);
    const Network network(problem.shape, problem.parameters);
    EXPECT_EQ(shownStart(setup, problem, network), walk.state);
    const Batch batch(setup, problem, 0);
    Record record;
    EXPECT_EQ(batchStart(setup, problem, batch, 0, network, record), walk.state);
    EXPECT_FALSE(batch.isFirst(1));
    EXPECT_TRUE(batch.isFirst(2));
    EXPECT_EQ(batchStart(setup, problem, batch, 2, network, record), problem.initial);
}

/// What is before the shown sequence is read though nothing is learnt from it.
TEST(CarriedStates, WhatCannotBePassedOverIsNamed) {
    Choices setup = carried(several({3, 1, 9}));
    setup.sequence.shown = 2;
    EXPECT_THAT(complaint(setup), HasSubstr("sequence 2, whose state is carried over: "));
    setup.carryState = false;
    EXPECT_EQ(complaint(setup), "");
    setup = carried(several({3, 9}));
    setup.sequence.shown = 1;
    EXPECT_EQ(complaint(setup), "");
    setup.sequence.length = 5;
    EXPECT_THAT(complaint(setup), HasSubstr("sequence 1, whose state is carried over: "));
}

TEST(CarriedStates, TrainingGoesTheSameWayEveryTime) {
    Choices setup = carried(with({{"task", "sine"},
                                  {"cell", "gru"},
                                  {"length", "12"},
                                  {"sequences", "2"},
                                  {"show-sequence", "4"}}));
    auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok());
    experiment->runTo(9);
    const auto there = experiment->snapshot(1);
    experiment->runTo(3);
    experiment->runTo(9);
    const auto again = experiment->snapshot(2);
    EXPECT_EQ(there->record.output, again->record.output);
    EXPECT_EQ(there->backward->loss.loss, again->backward->loss.loss);
    EXPECT_LT(there->history[9].loss, there->history[0].loss);
    // What is shown of it is what is learnt from.
    setup.training.sequences = 1;
    const auto alone = snapshotOf(setup, 5);
    EXPECT_EQ(alone->backward->loss.loss, alone->history[5].loss);
}

TEST(CarriedStates, LanesShowBoth) {
    const auto lanes = parseLanes("*; carry-state=false");
    ASSERT_TRUE(lanes.ok()) << lanes.error().text();
    Choices setup = carried(with({{"task", "sine"}, {"show-sequence", "2"}}));
    setup.lanes = *lanes;
    const auto snapshot = snapshotOf(setup);
    ASSERT_EQ(snapshot->others.size(), 1u);
    const auto start = [](const Snapshot& each) {
        return statesBefore(each.shape(), each.record).front();
    };
    EXPECT_FALSE(start(*snapshot).isZero(0));
    EXPECT_TRUE(start(*snapshot->others[0]).isZero(0));
    EXPECT_EQ(snapshot->others[0]->problem->input, snapshot->problem->input);
}

TEST(CarriedStates, ATaskHasNoEndOfSequences) {
    EXPECT_EQ(complaint(with({{"show-sequence", "1024"}})), "");
    EXPECT_THAT(complaint(with({{"show-sequence", "1025"}})), HasSubstr("1 to 1024"));
    EXPECT_NE(problemOf(with({{"task", "adding"}, {"show-sequence", "2"}})).input,
              problemOf(with({{"task", "adding"}})).input);
}

}  // namespace
}  // namespace rnnscope
