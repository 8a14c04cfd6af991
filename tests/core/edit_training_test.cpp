// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers edited while a network learns: what came before stays, and every way leads to the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/edit.h"
#include "core/experiment.h"
#include "core/weight_blocks.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using ::testing::HasSubstr;
using testing::with;
using Shared = std::shared_ptr<const Snapshot>;

Experiment created(const Choices& setup) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    return std::move(experiment).value();
}

Choices edited(Choices setup, std::string_view text) {
    auto edits = parseEdits(text);
    EXPECT_TRUE(edits.ok()) << text;
    setup.edits = withEdits(setup.edits, *edits);
    return setup;
}

Shared at(Experiment& experiment, int update) {
    experiment.runTo(update);
    return experiment.snapshot(1);
}

void expectSameRun(const Snapshot& a, const Snapshot& b) {
    ASSERT_EQ(a.update, b.update);
    ASSERT_EQ(a.parameters.items.size(), b.parameters.items.size());
    for (std::size_t k = 0; k < a.parameters.items.size(); ++k)
        EXPECT_EQ(a.parameters.items[k].value, b.parameters.items[k].value)
            << a.parameters.items[k].name << " after " << a.update;
    EXPECT_EQ(a.problem->input, b.problem->input);
    EXPECT_EQ(a.record.output, b.record.output);
    EXPECT_EQ(a.backward->loss.loss, b.backward->loss.loss);
    // One of them may have been further; both know the way up to here.
    for (std::size_t k = 0; k <= static_cast<std::size_t>(a.update); ++k)
        EXPECT_EQ(a.history[k], b.history[k]) << k;
}

/// Snapshots, twins and lanes alike.
void expectSame(const Shared& a, const Shared& b) {
    expectSameRun(*a, *b);
    ASSERT_EQ(a->twin.has_value(), b->twin.has_value());
    if (a->twin) {
        const auto known = static_cast<std::size_t>(a->update) + 1;
        const auto left = a->twin->history.first(known), right = b->twin->history.first(known);
        ASSERT_EQ(left.size(), right.size());
        for (std::size_t k = 0; k < left.size(); ++k)
            EXPECT_EQ(left[k], right[k]) << "twin, " << k;
    }
    ASSERT_EQ(a->others.size(), b->others.size());
    for (std::size_t k = 0; k < a->others.size(); ++k)
        expectSameRun(*a->others[k], *b->others[k]);
}

struct Way {
    const char* name;
    std::vector<std::pair<const char*, const char*>> options;
};

class EditedTraining : public ::testing::TestWithParam<Way> {
  protected:
    static Choices setup() {
        Choices setup = with({{"cell", "lstm"}, {"hidden", "4"}, {"length", "12"}});
        for (const auto& [name, value] : GetParam().options)
            EXPECT_TRUE(setOption(setup, name, value).ok()) << name;
        return setup;
    }
};

constexpr const char* someEdits =
    "x@3#7=0.9,h0_l0[2]#7=0.5,weight_hh_l0.f[3,1]#7=0.75,fc.bias[1]#7=-0.25";

TEST_P(EditedTraining, LeavesWhatWasLearntBefore) {
    Experiment plain = created(setup());
    Experiment other = created(edited(setup(), someEdits));
    for (int update = 0; update < 7; ++update)
        expectSame(at(plain, update), at(other, update));
    const auto before = at(plain, 7), after = at(other, 7);
    EXPECT_EQ(after->problem->input(0, 2), 0.9 * setup().sequence.inputScale);
    EXPECT_EQ(after->problem->initial[0](0, 1), 0.5);
    EXPECT_EQ(after->parameters.find("weight_hh_l0")->value(4 + 2, 0), 0.75);
    EXPECT_EQ(after->parameters.find("fc.bias")->value(0, 0), -0.25);
    // All else is as it was learnt.
    Index changed = 0;
    for (std::size_t k = 0; k < before->parameters.items.size(); ++k)
        changed +=
            (before->parameters.items[k].value.array() != after->parameters.items[k].value.array())
                .count();
    EXPECT_EQ(changed, 2);
    for (std::size_t k = 0; k < 7; ++k)
        EXPECT_EQ(before->history[k], after->history[k]);
    EXPECT_NE(before->backward->loss.loss, after->backward->loss.loss);
    EXPECT_NE(at(plain, 9)->backward->loss.loss, at(other, 9)->backward->loss.loss);
}

TEST_P(EditedTraining, ComesToTheSameBitsByEveryWay) {
    const Choices setup = edited(edited(this->setup(), someEdits), "x@4=0.2,x@3#11=-0.5");
    std::vector<Shared> first;
    Experiment straight = created(setup);
    for (int update = 0; update <= 24; ++update)
        first.push_back(at(straight, update));
    EXPECT_EQ(first[11]->problem->input(0, 2), -0.5 * setup.sequence.inputScale);
    for (const int update : {6, 7, 8, 10, 11, 0, 12, 24, 7, 3, 11, 23})
        expectSame(at(straight, update), first[static_cast<std::size_t>(update)]);
    // With no memory for the way back, too.
    Experiment forgetful = created(setup);
    forgetful.setBudget(1);
    for (const int update : {24, 7, 12, 11, 6})
        expectSame(at(forgetful, update), first[static_cast<std::size_t>(update)]);
}

TEST_P(EditedTraining, RecallsWhatIsTheSame) {
    Experiment plain = created(setup());
    plain.runTo(40);
    for (const int update : {1, 7, 8, 9, 30, 40}) {
        const Choices next =
            edited(setup(), "x@3#" + std::to_string(update) + "=0.9,weight_hh_l0.f[3,1]#" +
                                std::to_string(update) + "=0.75");
        Experiment recalled = created(next), fresh = created(next);
        recalled.recall(plain);
        EXPECT_EQ(recalled.known(), update);
        EXPECT_LE(update - recalled.update(), 8);
        for (const int way : {update, update + 3, update - 1, 0, update})
            expectSame(at(recalled, way), at(fresh, way));
        // And from there back to the one without, and to one edited further on.
        Experiment back = created(setup());
        recalled.runTo(update + 20);
        back.recall(recalled);
        EXPECT_EQ(back.known(), update);
        expectSame(at(back, update + 2), at(plain, update + 2));
        const Choices later = edited(next, "x@5#" + std::to_string(update + 12) + "=2");
        Experiment third = created(later), anew = created(later);
        third.recall(recalled);
        EXPECT_EQ(third.known(), update + 12);
        expectSame(at(third, update + 15), at(anew, update + 15));
    }
}

TEST_P(EditedTraining, RecallsNothingOfAnotherTraining) {
    Experiment plain = created(setup());
    plain.runTo(20);
    Choices faster = edited(setup(), someEdits);
    faster.training.rate = 0.3;
    Choices sooner = edited(setup(), "x@3=0.9");
    for (const Choices& other : {faster, sooner}) {
        Experiment experiment = created(other);
        experiment.recall(plain);
        EXPECT_EQ(experiment.known(), 0);
        EXPECT_EQ(experiment.update(), 0);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Ways, EditedTraining,
    ::testing::Values(
        Way{"Sgd", {}}, Way{"Adam", {{"optimizer", "adam"}, {"lr", "0.01"}}},
        Way{"Momentum", {{"optimizer", "momentum"}, {"layers", "2"}, {"bidirectional", "true"}}},
        Way{"Several", {{"sequences", "3"}, {"clip", "norm"}, {"clip-threshold", "0.05"}}},
        Way{"Scaled", {{"input-scale", "0.5"}, {"truncate", "5"}}},
        Way{"OwnAnswers", {{"teacher-forcing", "0.5"}}},
        Way{"Twins", {{"twin", "true"}, {"clip", "norm"}, {"clip-threshold", "0.05"}}},
        Way{"Lanes",
            {{"clip", "norm"},
             {"clip-threshold", "0.05"},
             {"lanes", "cell=gru; *; clip=none; forget-bias=2"}}}),
    [](const auto& each) { return each.param.name; });

// A lane may have an edit of its own, beside those that all have.
TEST(EditedLanes, KeepWhatTheyLearntWhereTheyDoNotDiffer) {
    const Choices setup =
        with({{"cell", "lstm"}, {"hidden", "4"}, {"length", "12"}, {"lanes", "*; hidden=5"}});
    Experiment plain = created(setup);
    plain.runTo(20);
    Choices next = setup;
    ASSERT_TRUE(setOption(next, "lanes", "*; hidden=5, \"edit=x@3#9=1\"").ok() ||
                setOption(next, "lanes", "*; hidden=5, edit=\"x@3#9=1\"").ok());
    std::vector<std::string> warnings;
    const auto again = setupFromJson(toJson(next), "setup.json", warnings);
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_EQ(*again, next);
    Experiment recalled = created(next), fresh = created(next);
    recalled.recall(plain);
    for (const int way : {12, 9, 8, 20})
        expectSame(at(recalled, way), at(fresh, way));
    EXPECT_EQ(at(fresh, 9)->others[0]->problem->input(0, 2), 1);
    EXPECT_NE(at(fresh, 9)->problem->input(0, 2), 1);
}

TEST(EditedTrainingOf, FreshSequencesEditsWhatIsShownAlone) {
    const Choices setup = with({{"task", "adding"}, {"fresh", "true"}, {"length", "10"}});
    Experiment plain = created(setup), other = created(edited(setup, "x[1]@2#3=0.5"));
    const auto a = at(plain, 6), b = at(other, 6);
    EXPECT_EQ(b->problem->input(0, 1), 0.5);
    for (std::size_t k = 0; k < a->parameters.items.size(); ++k)
        EXPECT_EQ(a->parameters.items[k].value, b->parameters.items[k].value);
    EXPECT_NE(a->record.output, b->record.output);
}

// What the network sees between two edits is kept; weights are edited as often as one likes.
TEST(EditedTrainingOf, ItsSequenceIsEditedSoManyTimes) {
    const auto after = [](int count, const std::string& place) {
        std::string text;
        for (int k = 0; k < count; ++k)
            text += (k > 0 ? "," : "") + place + "#" + std::to_string(k) + "=0.1";
        return with({{"task", "sine"}, {"length", "6"}, {"hidden", "2"}, {"edit", text.c_str()}});
    };
    EXPECT_TRUE(check(after(64, "x@1")).ok());
    const auto refused = check(after(65, "x@1"));
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().text(), HasSubstr("65 different numbers of updates; at most 64"));
    auto often = Experiment::create(after(5000, "weight_hh_l0.h[1,1]"));
    ASSERT_TRUE(often.ok());
    for (const int update : {0, 1, 17}) {
        often->runTo(update);
        EXPECT_EQ(often->network().parameters().find("weight_hh_l0")->value(0, 0), 0.1);
    }
}

TEST(EditedTrainingOf, OwnAnswersStandInForEditedInputsToo) {
    auto setup = with({{"task", "sine"}, {"length", "12"}, {"teacher-forcing", "0.5"}});
    ASSERT_TRUE(check(setup).ok());
    ASSERT_TRUE(setOption(setup, "edit", "x@3=5").ok());
    EXPECT_TRUE(check(setup).ok());
}

TEST(EditedTrainingOf, NothingLearntStillTakesEdits) {
    Experiment experiment = created(edited(with({{"target", "none"}}), "x@3=0.5,h0_l0[1]=1"));
    const auto shown = experiment.snapshot(1);
    EXPECT_EQ(shown->problem->input(0, 2), 0.5);
    EXPECT_EQ(shown->problem->initial[0](0, 0), 1);
}

TEST(EditedTrainingOf, TwoSetupsAreTheSameUntilTheirEditsPart) {
    const Choices a = with({}), b = edited(a, "x@3#7=1");
    EXPECT_TRUE(sameUntil(a, b, 7));
    EXPECT_FALSE(sameUntil(a, b, 8));
    EXPECT_TRUE(sameUntil(b, edited(b, "x@3#7=2"), 7));
    Choices c = b;
    c.seed = 9;
    EXPECT_FALSE(sameUntil(b, c, 0));
}

}  // namespace
}  // namespace rnnscope
