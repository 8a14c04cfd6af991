// SPDX-License-Identifier: GPL-3.0-or-later
// Networks beside a setup's own: how they are written, what they are, and that each trains as if it
// were alone.
#include "core/lanes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/compared.h"
#include "core/experiment.h"
#include "core/state_dict.h"
#include "core/weights.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::with;

std::string refusal(std::string_view text) {
    const auto lanes = parseLanes(text);
    return lanes.ok() ? "" : lanes.error().text();
}

std::vector<Choices> networks(const Choices& setup) {
    auto all = laneSetups(setup);
    EXPECT_TRUE(all.ok()) << all.error().text();
    return *std::move(all);
}

std::vector<std::string> cellsOf(const Choices& setup) {
    std::vector<std::string> ids;
    for (const Choices& each : networks(setup))
        ids.push_back(each.cell);
    return ids;
}

Choices changed(const Result<Setup>& result) {
    EXPECT_TRUE(result.ok()) << result.error().text();
    return *result;
}

Experiment experimentOf(const Choices& setup) {
    auto made = Experiment::create(setup);
    EXPECT_TRUE(made.ok()) << made.error().text();
    return *std::move(made);
}

/// To the last bit.
void expectSame(const Snapshot& a, const Snapshot& b) {
    EXPECT_EQ(a.update, b.update);
    ASSERT_EQ(a.parameters.items.size(), b.parameters.items.size());
    for (std::size_t k = 0; k < a.parameters.items.size(); ++k)
        EXPECT_TRUE(a.parameters.items[k].value == b.parameters.items[k].value)
            << a.parameters.items[k].name;
    ASSERT_TRUE(a.backward && b.backward);
    EXPECT_EQ(a.backward->loss.loss, b.backward->loss.loss);
    ASSERT_EQ(a.history.size(), b.history.size());
    for (std::size_t k = 0; k < a.history.size(); ++k)
        EXPECT_TRUE(a.history[k] == b.history[k]) << k;
}

Choices three() {
    return with({{"cell", "lstm"},
                 {"hidden", "3"},
                 {"length", "12"},
                 {"clip", "norm"},
                 {"clip-threshold", "0.1"},
                 {"lanes", "cell=rnn; *; cell=gru, optimizer=adam, lr=0.02"}});
}

// How they are written.

TEST(LaneText, ReadsBackWhatItWrites) {
    for (const char* text :
         {"cell=rnn; *; cell=gru", "*; cell=gru, forget-bias=2", "cell=rnn; *", "*; same",
          "same; *; forget-bias", "*; hold=\"f=1,i[2]=0\"; hold=f=1",
          "hidden=3; hidden=4, layers=2; hidden=5, bidirectional=true; *",
          "*; spectral-radius=1.5, recurrent=identity, zero-biases=true",
          "*; clip=norm, clip-threshold=0.30000000000000004, lr=1e-300, optimizer=adam"}) {
        const auto lanes = parseLanes(text);
        ASSERT_TRUE(lanes.ok()) << text << ": " << lanes.error().text();
        EXPECT_EQ(toText(*lanes), text);
        EXPECT_EQ(*parseLanes(toText(*lanes)), *lanes);
    }
    EXPECT_EQ(toText(*parseLanes(" cell=gru ")), "*; cell=gru");
    EXPECT_EQ(toText(*parseLanes("cell = gru ,hidden= 4;*")), "cell=gru, hidden=4; *");
    EXPECT_TRUE(parseLanes("")->empty());
    EXPECT_EQ(toText(Lanes()), "");
}

TEST(LaneText, TellsWhatIsWrong) {
    EXPECT_THAT(refusal("cell=lstm, cell=gru"), HasSubstr("chooses cell twice"));
    EXPECT_THAT(refusal("cell=gru, nonlinearity=relu"), HasSubstr("chooses cell twice"));
    EXPECT_THAT(refusal("forget-bias=2, forget-bias"), HasSubstr("chooses forget-bias twice"));
    EXPECT_THAT(refusal("*; hold=\"h=1,f=1"), HasSubstr("not closed"));
    EXPECT_THAT(refusal("*; task=sine"), HasSubstr("cannot differ in"));
    EXPECT_THAT(refusal("*; seed=3"), HasSubstr("spectral-radius"));
    EXPECT_THAT(refusal("*; cell=gpt"), HasSubstr("cell=gpt"));
    EXPECT_THAT(refusal("*; hidden=many"), HasSubstr("hidden=many"));
    EXPECT_THAT(refusal("*; hidden=1e999"), HasSubstr("hidden=1e999"));
    EXPECT_THAT(refusal("*"), HasSubstr("compared with nothing"));
    EXPECT_THAT(refusal("*; *; cell=gru"), HasSubstr("twice"));
    EXPECT_THAT(refusal("*; ; cell=gru"), HasSubstr("says nothing"));
    EXPECT_THAT(refusal("*; hidden=1; hidden=2; hidden=3; hidden=4"), HasSubstr("too many"));
}

TEST(LaneText, TravelsWithTheSetup) {
    const auto setup = three();
    std::vector<std::string> warnings;
    const auto again = setupFromJson(toJson(setup), "setup.json", warnings);
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_EQ(again->lanes, setup.lanes);
    EXPECT_TRUE(warnings.empty());
}

// What they are.

TEST(LaneSetup, HasWhatTheSetupHasButForItsChoices) {
    auto setup = three();
    setup.forgetBias = 1.5;
    const auto all = networks(setup);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(cellsOf(setup), (std::vector<std::string>{"rnn", "lstm", "gru"}));
    for (const Choices& each : all) {
        EXPECT_TRUE(each.lanes.empty());
        EXPECT_EQ(each.hidden, 3);
        EXPECT_EQ(each.forgetBias, 1.5);
        EXPECT_EQ(each.sequence, setup.sequence);
        EXPECT_EQ(each.clipping, setup.clipping);
        EXPECT_EQ(each.seed, setup.seed);
    }
    EXPECT_EQ(all[2].training.rate, 0.02);
    EXPECT_EQ(all[0].training.rate, 0.1);
    // A choice that is not made.
    const auto reset = laneSetup(setup, {{{"forget-bias", std::nullopt}}});
    ASSERT_TRUE(reset.ok());
    EXPECT_EQ(reset->forgetBias, std::nullopt);
    EXPECT_EQ(reset->cell, "lstm");
}

TEST(LaneSetup, GivesUpWeightsThatAreNotItsOwn) {
    auto setup = with({{"cell", "lstm"}});
    setup.weights = {"model.safetensors", nullptr};
    setup.initialState = {"state.npz", nullptr};
    const auto other = laneSetup(setup, {{{"cell", "gru"}}});
    ASSERT_TRUE(other.ok());
    EXPECT_TRUE(other->weights.file.empty() && other->initialState.file.empty());
    const auto same = laneSetup(setup, {{{"lr", "0.5"}}});
    ASSERT_TRUE(same.ok());
    EXPECT_EQ(same->weights.file, "model.safetensors");
}

// What others differ from is what the file has, not what the setup says.
TEST(LaneSetup, StartsFromTheSizesOfGivenWeights) {
    const auto five = problemOf(with({{"task", "sine"}, {"cell", "lstm"}, {"hidden", "5"}}));
    auto setup = with({{"task", "sine"}});  // an RNN of 8 units by itself
    setup.weights.file = "five.safetensors";
    setup.weights.arrays = std::make_shared<const std::vector<Array>>(toArrays(five.parameters));
    setup.lanes = *parseLanes("*; cell=rnn; hidden=8; clip=norm");
    ASSERT_TRUE(check(setup).ok());
    const auto all = networks(setup);
    EXPECT_EQ(all[1].cell, "rnn");
    EXPECT_EQ(all[1].hidden, 5);
    EXPECT_TRUE(all[1].weights.file.empty());
    EXPECT_EQ(all[2].cell, "lstm");
    EXPECT_EQ(all[2].hidden, 8);
    EXPECT_TRUE(all[2].weights.file.empty());
    EXPECT_EQ(all[3].hidden, 5);
    EXPECT_FALSE(all[3].weights.file.empty());
    const auto differences = laneDifferences(all);
    const auto hidden = std::ranges::find(differences, "hidden", &LaneDifference::option);
    ASSERT_NE(hidden, differences.end());
    EXPECT_EQ(hidden->values, (std::vector<std::optional<std::string>>{"5", "5", "8", "5"}));
}

TEST(LaneSetup, StandardOnesAreThreeWithTheOwnInItsPlace) {
    for (const char* cell : {"rnn", "lstm", "gru"}) {
        auto setup = with({{"cell", cell}});
        setup.lanes = standardLanes(setup);
        EXPECT_EQ(cellsOf(setup), (std::vector<std::string>{"rnn", "lstm", "gru"}));
        EXPECT_EQ(networks(setup)[setup.lanes.place].cell, cell);
    }
    auto setup = with({{"cell", "lstm-peephole"}});
    setup.lanes = standardLanes(setup);
    EXPECT_EQ(cellsOf(setup), (std::vector<std::string>{"lstm-peephole", "rnn", "lstm", "gru"}));
}

// Changes to them.

TEST(LaneChange, AnotherOwnLaneLeavesEveryNetworkAsItWas) {
    auto setup = three();
    setup.forgetBias = 2;
    setup.spectralRadius = 1.25;
    const auto before = networks(setup);
    for (std::size_t lane = 0; lane < 3; ++lane) {
        const auto looked = changed(withOwnLane(setup, lane));
        EXPECT_EQ(looked.lanes.place, lane);
        EXPECT_EQ(networks(looked), before);
        EXPECT_EQ(changed(withOwnLane(looked, 1)), setup);
        EXPECT_TRUE(isCompared(looked, setup));
        EXPECT_TRUE(isCompared(setup, looked));
    }
    EXPECT_EQ(changed(withOwnLane(setup, 7)), setup);
    EXPECT_FALSE(isCompared(with({{"cell", "gru"}}), setup));
}

TEST(LaneChange, ComesGoesAndIsOneOfFour) {
    auto setup = three();
    const auto four = changed(withLane(setup, {{{"forget-bias", "2"}}}));
    ASSERT_EQ(networks(four).size(), 4u);
    EXPECT_EQ(networks(four)[3].forgetBias, 2);
    EXPECT_EQ(networks(four)[3].cell, "lstm");
    EXPECT_THAT(withLane(four, {}).error().text(), HasSubstr("take one away"));
    EXPECT_EQ(changed(withoutLane(four, 3)), setup);
    // Its own goes: the neighbour takes its part, the others stay as they are.
    const auto gone = changed(withoutLane(setup, 1));
    EXPECT_EQ(networks(gone), (std::vector{networks(setup)[0], networks(setup)[2]}));
    EXPECT_TRUE(isCompared(gone, setup));
    // Of two, one is left alone.
    EXPECT_TRUE(changed(withoutLane(gone, 0)).lanes.empty());
}

TEST(LaneChange, AChoiceIsThatLanesAlone) {
    const auto setup = three();
    const auto before = networks(setup);
    for (std::size_t lane = 0; lane < 3; ++lane) {
        const auto after = networks(changed(withLaneChoice(setup, lane, "hidden", "5")));
        for (std::size_t k = 0; k < 3; ++k) {
            auto wanted = before[k];
            wanted.hidden = k == lane ? 5 : wanted.hidden;
            EXPECT_EQ(after[k], wanted) << lane << k;
        }
    }
    EXPECT_THAT(withLaneChoice(setup, 0, "hidden", "x").error().text(), HasSubstr("hidden"));
    EXPECT_THAT(withLaneChoice(setup, 0, "length", "5").error().text(), HasSubstr("cannot differ"));
}

TEST(LaneChange, DifferencesAreTheChoicesInWhichTheyDisagree) {
    const auto differences = laneDifferences(networks(three()));
    std::vector<std::string> options;
    for (const auto& each : differences)
        options.push_back(each.option);
    EXPECT_EQ(options, (std::vector<std::string>{"cell", "optimizer", "lr"}));
    EXPECT_EQ(differences[2].values[2], "0.02");
    EXPECT_EQ(differences[2].values[0], std::nullopt);
    EXPECT_TRUE(laneDifferences({three()}).empty());
}

// Training.

TEST(LaneTraining, IsThatOfEachAlone) {
    const auto setup = three();
    Experiment together = experimentOf(setup);
    together.runTo(20);
    const auto lanes = lanesOf(together.snapshot(1));
    const auto alone = networks(setup);
    ASSERT_EQ(lanes.size(), alone.size());
    for (std::size_t k = 0; k < lanes.size(); ++k) {
        Experiment one = experimentOf(alone[k]);
        one.runTo(20);
        expectSame(*lanes[k], *one.snapshot(1));
    }
}

TEST(LaneTraining, StaysWhenLanesComeAndGo) {
    auto setup = three();
    const Lanes lanes = setup.lanes;
    setup.lanes = {};
    Experiment experiment = experimentOf(setup);
    experiment.runTo(15);
    const auto before = experiment.snapshot(1);
    setup.lanes = lanes;
    ASSERT_TRUE(experiment.extend(setup));
    experiment.runTo(15);
    const auto with = experiment.snapshot(2);
    expectSame(*before, *with);
    ASSERT_EQ(with->others.size(), 2u);
    for (const auto& other : with->others)
        EXPECT_EQ(other->update, 15);
    setup.lanes = {};
    ASSERT_TRUE(experiment.extend(setup));
    EXPECT_EQ(experiment.known(), 15);
    expectSame(*before, *experiment.snapshot(3));
}

/// The network that is looked at changes; none of them is trained again.
TEST(LaneTraining, StaysWhenAnotherIsLookedAt) {
    auto setup = three();
    Experiment experiment = experimentOf(setup);
    experiment.runTo(15);
    const auto before = lanesOf(experiment.snapshot(1));
    for (const std::size_t lane : {2u, 0u, 1u}) {
        setup = changed(withOwnLane(setup, lane));
        ASSERT_TRUE(experiment.extend(setup)) << lane;
        EXPECT_EQ(experiment.setup(), setup);
        EXPECT_EQ(experiment.known(), 15);
        const auto now = lanesOf(experiment.snapshot(2));
        ASSERT_EQ(now.size(), 3u);
        for (std::size_t k = 0; k < 3; ++k)
            expectSame(*now[k], *before[k]);
    }
    // And goes on from there as it would have.
    experiment.runTo(18);
    Experiment straight = experimentOf(three());
    straight.runTo(18);
    expectSame(*experiment.snapshot(3), *straight.snapshot(3));
    // Taken out of the comparison, its neighbour keeps what it has learnt.
    setup = changed(withoutLane(setup, 1));
    ASSERT_TRUE(experiment.extend(setup));
    EXPECT_EQ(experiment.known(), 18);
    expectSame(*experiment.snapshot(4), *straight.snapshot(4)->others[1]);
}

TEST(LaneTraining, IsNotTakenOverByAnother) {
    auto setup = three();
    Experiment experiment = experimentOf(setup);
    experiment.runTo(3);
    setup.cell = "gru";
    setup.hidden = 4;
    EXPECT_FALSE(experiment.extend(setup));
    setup = three();
    setup.lanes.others[0].choices[0].value = "no such cell";
    EXPECT_FALSE(experiment.extend(setup));
    EXPECT_EQ(experiment.setup(), three());
    EXPECT_EQ(experiment.snapshot(1)->others.size(), 2u);
}

}  // namespace
}  // namespace rnnscope
