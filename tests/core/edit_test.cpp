// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers put in place of the setup's: how they are written, and that they are where they belong.
#include "core/edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/experiment.h"
#include "core/gradient_check.h"
#include "core/state_dict.h"
#include "core/weight_blocks.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::complaint;
using testing::fromTable;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::with;

std::string refusal(std::string_view text) {
    const auto edits = parseEdits(text);
    return edits.ok() ? "" : edits.error().text();
}

Edits read(std::string_view text) {
    auto edits = parseEdits(text);
    EXPECT_TRUE(edits.ok()) << text;
    return std::move(edits).value();
}

// How edits are written.

TEST(EditText, SaysWhatIsPutWhereAndWhen) {
    EXPECT_EQ(read("weight_hh_l0.f[3,5]#120=0.7, x@5 = -0.25,c0_l1_reverse[2]=1e-3"),
              (Edits{{0, "c0_l1_reverse", 1, 0, 1e-3},
                     {0, "x", 0, 4, -0.25},
                     {120, "weight_hh_l0.f", 2, 4, 0.7}}));
    EXPECT_EQ(read("x[2]@7=1,fc.bias[3]=2,fc.weight[1,3]=3,weight_ch_l0.f[4]=5"),
              (Edits{{0, "fc.bias", 2, 0, 2},
                     {0, "fc.weight", 0, 2, 3},
                     {0, "weight_ch_l0.f", 3, 0, 5},
                     {0, "x", 1, 6, 1}}));
    EXPECT_TRUE(read("").empty());
    EXPECT_TRUE(read(" , ").empty());
    EXPECT_EQ(placeText({0, "x", 0, 4, 1}), "x@5");
    EXPECT_EQ(placeText({0, "x", 2, 4, 1}), "x[3]@5");
    EXPECT_EQ(placeText({7, "h0_l0", 2, 0, 1}), "h0_l0[3]#7");
    EXPECT_EQ(placeText({0, "weight_hh_l0.f", 2, 4, 1}), "weight_hh_l0.f[3,5]");
}

TEST(EditText, ReadsBackWhatItWrites) {
    for (const char* text :
         {"x@5=0.3", "x[12]@1000=-1e-04", "h0_l0[2]=1", "c0_l2_reverse[4096]=1e-300",
          "bias_ih_l0.g[1]=0.30000000000000004", "weight_ih_l1_reverse.z[3,5]=0.7",
          "weight_ch_l0.o[2]=-1", "fc.weight[1,3]=1e+300", "fc.bias[1]#1000000=0",
          "h0_l0[1]=1,x@1=2,x@2=3,x@1#5=4"}) {
        const Edits edits = read(text);
        EXPECT_EQ(toText(edits), text);
        EXPECT_EQ(read(toText(edits)), edits);
    }
}

TEST(EditText, TheLaterOfTwoForOnePlaceWins) {
    EXPECT_EQ(toText(read("x@5=1,x@4=2,x@5=3")), "x@4=2,x@5=3");
    EXPECT_EQ(toText(withEdits(read("x@5=1,x@6=1"), read("x@5=2,x@5#3=7"))), "x@5=2,x@6=1,x@5#3=7");
    EXPECT_EQ(toText(editsBefore(read("x@5=1,x@5#3=7,x@6#4=1"), 4)), "x@5=1,x@5#3=7");
    EXPECT_EQ(editedUpdates(read("x@5=1,h0_l0[1]=1,x@5#3=7,x@6#4=1,fc.bias[1]#9=1")),
              (std::vector<int>{0, 3, 4}));
    EXPECT_EQ(firstDifference(read("x@5=1"), read("x@5=1")), std::nullopt);
    EXPECT_EQ(firstDifference(read("x@5=1,x@5#3=7"), read("x@5=1")), 3);
    EXPECT_EQ(firstDifference(read("x@5=1"), read("x@5=1,x@5#3=7")), 3);
    EXPECT_EQ(firstDifference(read("x@5=1,x@5#3=7"), read("x@5=2,x@5#3=7")), 0);
    EXPECT_EQ(firstDifference(read("x@5#9=7"), read("x@5#3=7,x@5#9=7")), 3);
}

TEST(EditText, SaysWhatIsWrong) {
    for (const char* text : {"x@5", "h0_l0[2]", "weight_hh_l0.f[1,1]"})
        EXPECT_THAT(refusal(text), HasSubstr("names no value")) << text;
    for (const char* text :
         {"x@5=", "x@5=abc", "x@5=1e999", "x@5=inf", "x@5=nan", "x@5=1 2", "x@5=1=2", "x@5=0x10"})
        EXPECT_THAT(refusal(text), HasSubstr("is not a finite number")) << text;
    for (const char* text : {"=1", "y@5=1", "q0_l0[1]=1", "h0[1]=1", "h_l0[1]=1", "h0_l1000[1]=1",
                             "h0_l00[1]=1", "weight_hh_l0[1,1]=1", "weight_hh_l0.q[1,1]=1",
                             "weight_xx_l0.f[1,1]=1", "weight_ch_l0.g[1]=1", "fc[1]=1",
                             "fc.weights[1,1]=1", ".f[1,1]=1", "weight_hh.f[1,1]=1", "#3=1"})
        EXPECT_THAT(refusal(text), HasSubstr("names nothing that a network has")) << text;
    for (const char* text : {"x=1",
                             "x@=1",
                             "x@0=1",
                             "x@-1=1",
                             "x@1.5=1",
                             "x[2]=1",
                             "x[0]@1=1",
                             "x@5[2]=1",
                             "x@5 6=1",
                             "h0_l0=1",
                             "h0_l0[]=1",
                             "h0_l0[2=1",
                             "h0_l0[2,3]=1",
                             "h0_l0[2]@3=1",

                             "weight_hh_l0.f=1",
                             "weight_hh_l0.f[3]=1",
                             "weight_hh_l0.f[3,]=1",
                             "weight_hh_l0.f[3,5,7]=1",
                             "weight_hh_l0.f[3;5]=1",
                             "bias_ih_l0.f[1,1]=1",
                             "x@5#=1",
                             "x@5#-1=1",
                             "x@5#1.5=1",
                             "x@5#1000001=1",
                             "x@5#99999999999999999999=1",
                             "x#3@5=1",
                             "fc.bias[1,1]=1",
                             "x@99999999999999999999=1"})
        EXPECT_THAT(refusal(text), HasSubstr("is not understood")) << text;
    EXPECT_THAT(refusal("x@5=1,x@6=abc,x@7=1"), HasSubstr("'x@6=abc'"));
    EXPECT_THAT(refusal("weight_hh_l0.f[3,5]"), HasSubstr("weight_hh_l0.f[3,5]=0.7"));
    EXPECT_EQ(refusal(std::string(100, '[') + "\n=1").find('\n'), std::string::npos);
}

TEST(EditText, TravelsWithTheSetup) {
    const Choices setup =
        with({{"cell", "lstm"}, {"edit", "x@5=0.1,h0_l0[3]=-0.125,weight_hh_l0.f[1,2]#7=0.5"}});
    EXPECT_EQ(setup.edits.size(), 3u);
    std::vector<std::string> warnings;
    const auto again = setupFromJson(toJson(setup), "setup.json", warnings);
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_TRUE(warnings.empty());
    EXPECT_EQ(again->edits, setup.edits);
    EXPECT_EQ(*again, setup);
    EXPECT_EQ(toJson(with({{"cell", "lstm"}})).find("edit"), std::string::npos);
    Choices other;
    const auto status = setOption(other, "edit", "x@5=abc");
    ASSERT_FALSE(status.ok());
    EXPECT_THAT(status.error().text(), HasSubstr("is not a finite number"));
    EXPECT_TRUE(other.edits.empty());
    EXPECT_THAT(setupFromJson(R"({"format":"rnnscope-setup","version":1,"task":"sine",)"
                              R"("edit":"x@5=1e999"})",
                              "setup.json", warnings)
                    .error()
                    .text(),
                HasSubstr("\"edit\""));
}

// Where they are put.

struct Net {
    const char* cell;
    const char* layers;
    const char* bidirectional;
};

class EditedWeights : public ::testing::TestWithParam<Net> {
  protected:
    Choices setup() const {
        return with({{"cell", GetParam().cell},
                     {"hidden", "3"},
                     {"layers", GetParam().layers},
                     {"bidirectional", GetParam().bidirectional},
                     {"length", "6"},
                     {"seed", "4"}});
    }
};

/// Another number for each entry, none of which a network starts with.
Edits editEverything(const Problem& problem) {
    Edits edits;
    double value = 0.01;
    for (const WeightBlock& block : weightBlocks(problem.shape, problem.parameters))
        for (Index row = 0; row < block.rows; ++row)
            for (Index column = 0; column < block.columns; ++column)
                edits.push_back({0, block.target, row, column, value += 0.0001});
    return withEdits({}, edits);
}

TEST_P(EditedWeights, EveryEntryOfEveryTensorIsInOneBlock) {
    const Problem problem = problemOf(setup());
    Parameters counted = problem.parameters;
    for (Parameter& item : counted.items)
        item.value.setZero();
    for (const WeightBlock& block : weightBlocks(problem.shape, problem.parameters)) {
        EXPECT_TRUE(isBlockName(block.target)) << block.target;
        EXPECT_THAT(block.target, ::testing::StartsWith(block.parameter));
        blockOf(counted, block).array() += 1;
        if (!block.quantity)
            continue;
        const Quantity& quantity = problem.shape.cell->quantities()[*block.quantity];
        EXPECT_TRUE(quantity.role == Role::PreActivation) << block.target;
        EXPECT_EQ(block.rows, problem.shape.hidden);
        ASSERT_TRUE(block.trace);
        EXPECT_THAT(block.parameter, ::testing::EndsWith(problem.shape.suffix(*block.trace)));
    }
    for (const Parameter& item : counted.items)
        EXPECT_TRUE(item.absent || (item.value.array() == 1).all()) << item.name;
}

TEST_P(EditedWeights, AreThoseOfAFileWithTheSameNumbers) {
    Choices edited = setup();
    edited.edits = editEverything(problemOf(edited));
    EXPECT_EQ(read(toText(edited.edits)), edited.edits);
    const Problem problem = problemOf(edited);
    ASSERT_EQ(edited.edits.size(), static_cast<std::size_t>(problem.parameters.count()));

    // The same numbers by another way: into the tensors, and through a file's arrays.
    Choices given = setup();
    Parameters parameters = problemOf(given).parameters;
    for (const Edit& edit : edited.edits) {
        const auto dot = edit.target.find('.');
        const bool readOut = edit.target.starts_with("fc");
        const std::string tensor = readOut ? edit.target : edit.target.substr(0, dot);
        Index first = 0;
        if (!readOut) {
            const auto names = problem.shape.cell->blocks();
            const auto place = std::ranges::find(names, edit.target.substr(dot + 1));
            ASSERT_NE(place, names.end());
            first = (place - names.begin()) * 3;
            // Peepholes of i, f and o alone, in this order.
            if (tensor.starts_with("weight_ch"))
                first = (edit.target.ends_with(".i") ? 0 : edit.target.ends_with(".f") ? 1 : 2) * 3;
        }
        Parameter* item = nullptr;
        for (Parameter& each : parameters.items)
            if (each.name == tensor)
                item = &each;
        ASSERT_TRUE(item) << tensor;
        item->value(first + edit.row, edit.column) = edit.value;
    }
    given.weights.file = "weights.safetensors";
    given.weights.arrays = std::make_shared<const std::vector<Array>>(toArrays(parameters));
    const Problem other = problemOf(given);
    ASSERT_EQ(other.parameters.items.size(), problem.parameters.items.size());
    for (std::size_t k = 0; k < other.parameters.items.size(); ++k)
        EXPECT_EQ(other.parameters.items[k].value, problem.parameters.items[k].value)
            << other.parameters.items[k].name;
}

TEST_P(EditedWeights, ComeLast) {
    Choices edited = setup();
    edited.forgetBias = 5;
    edited.spectralRadius = 2;
    const auto block = weightBlocks(problemOf(edited).shape, problemOf(edited).parameters)[0];
    edited.edits = {{0, block.target, 1, 0, 0.125}};
    for (const std::string tensor : {"weight_hh", "bias_ih"})
        edited.edits.push_back(
            {0, tensor + "_l0" + block.target.substr(block.target.find('.')), 2, 0, -0.375});
    edited.edits = withEdits({}, edited.edits);
    const Problem problem = problemOf(edited);
    EXPECT_EQ(problem.parameters.find("weight_ih_l0")->value(1, 0), 0.125);
    EXPECT_EQ(problem.parameters.find("weight_hh_l0")->value(2, 0), -0.375);
    EXPECT_EQ(problem.parameters.find("bias_ih_l0")->value(2, 0), -0.375);
}

TEST_P(EditedWeights, InitialStatesAreThoseOfAFile) {
    Choices edited = setup(), given = setup();
    const NetworkShape shape = problemOf(edited).shape;
    std::vector<Array> arrays;
    double value = 0.1;
    for (const std::size_t state : shape.cell->states()) {
        const std::string id(shape.cell->quantities()[state].id);
        Eigen::MatrixXd all(static_cast<Index>(shape.traces()), 3);
        for (std::size_t trace = 0; trace < shape.traces(); ++trace)
            for (Index unit = 0; unit < 3; ++unit) {
                value = -value * 1.0625;
                all(static_cast<Index>(trace), unit) = value;
                edited.edits.push_back({0, id + "0" + shape.suffix(trace), unit, 0, value});
            }
        arrays.push_back(Array::matrix(id + "0", all));
    }
    edited.edits = withEdits({}, edited.edits);
    EXPECT_EQ(read(toText(edited.edits)), edited.edits);
    given.initialState = {"state.npz", std::make_shared<const std::vector<Array>>(arrays)};
    EXPECT_EQ(problemOf(edited).initial, problemOf(given).initial);
    // Over a file, the rest stays as it is there.
    given.edits = {{0, "h0_l0", 1, 0, 7}};
    const auto both = problemOf(given).initial;
    EXPECT_EQ(both[0](0, 1), 7);
    EXPECT_EQ(both[0](0, 2), problemOf(edited).initial[0](0, 2));
}

TEST_P(EditedWeights, TheGradientIsThatOfTheEditedNetwork) {
    Choices setup = this->setup();
    setup.edits = editEverything(problemOf(setup));
    setup.edits = withEdits(setup.edits, read("x@2=1.5,x@3=-2,h0_l0[2]=0.5"));
    const auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok());
    auto running = *experiment;
    const auto shown = running.snapshot(1);
    EXPECT_EQ(shown->problem->input(0, 1), 1.5);
    const Network network(shown->shape(), shown->parameters);
    const GradientCheck check =
        checkGradient(network, shown->problem->input, shown->problem->initial, setup.loss,
                      *shown->problem->target, shown->backward->gradients);
    EXPECT_TRUE(check.passed()) << check.error;
}

std::vector<Net> everyNet() {
    std::vector<Net> nets;
    for (const Cell* cell : cells())
        for (const char* layers : {"1", "2"})
            for (const char* both : {"false", "true"})
                nets.push_back({cell->id().data(), layers, both});
    return nets;
}

INSTANTIATE_TEST_SUITE_P(All, EditedWeights, ::testing::ValuesIn(everyNet()), [](const auto& each) {
    std::string name = std::string(each.param.cell) + "_" + each.param.layers +
                       (each.param.bidirectional[0] == 't' ? "_both" : "");
    std::ranges::replace(name, '-', '_');
    return name;
});

// Of the sequence.

Choices fromNumbers(const std::vector<double>& numbers) {
    Eigen::MatrixXd values(static_cast<Index>(numbers.size()), 1);
    for (std::size_t k = 0; k < numbers.size(); ++k)
        values(static_cast<Index>(k), 0) = numbers[k];
    return fromTable(values, {"x"});
}

TEST(EditedInput, IsThatOfAnEditedFile) {
    Choices edited = fromNumbers({0.1, 0.2, 0.3, 0.4, 0.5});
    edited.edits = read("x@2=7,x@5=9");
    const Choices other = fromNumbers({0.1, 7, 0.3, 0.4, 9});
    for (const auto kind : {TargetSource::Kind::Next, TargetSource::Kind::None}) {
        Choices a = edited, b = other;
        a.target.kind = b.target.kind = kind;
        for (const double scale : {1.0, 0.5, 0.0}) {
            a.sequence.inputScale = b.sequence.inputScale = scale;
            EXPECT_EQ(problemOf(a).input, problemOf(b).input);
            EXPECT_EQ(problemOf(a).target, problemOf(b).target);
        }
    }
    // Cut to three steps, the fourth is the last one's next value.
    edited.sequence.length = 3;
    edited.edits = read("x@4=8,x@5=9");
    const Problem problem = problemOf(edited);
    EXPECT_EQ(problem.input, Eigen::RowVector3d(0.1, 0.2, 0.3));
    EXPECT_EQ(*problem.target, Eigen::RowVector3d(0.2, 0.3, 8));
}

TEST(EditedInput, LeavesTheOtherSequencesAlone) {
    Choices setup = testing::several({5, 6, 4});
    setup.training.sequences = 3;
    const Problem before = problemOf(setup);
    setup.edits = read("x@2=7");
    const Problem after = problemOf(setup);
    EXPECT_EQ(after.input(0, 1), 7);
    EXPECT_EQ((*after.target)(0, 0), 7);
    for (std::size_t k = 0; k < 2; ++k) {
        EXPECT_EQ(after.others[k].input, before.others[k].input);
        EXPECT_EQ(after.others[k].target, before.others[k].target);
    }
}

TEST(EditedInput, OfATaskLeavesItsChanceAlone) {
    const Choices plain = with({{"task", "adding"}, {"sequences", "2"}});
    Choices edited = plain;
    edited.edits = read("x[2]@3=0.5");
    const Problem a = problemOf(plain), b = problemOf(edited);
    EXPECT_EQ((a.input - b.input).cwiseAbs().count(), 1);
    EXPECT_EQ(b.input(1, 2), 0.5);
    EXPECT_EQ(*a.target, *b.target);
    EXPECT_EQ(a.others[0].input, b.others[0].input);
}

TEST(EditedInput, RestsWhereThereIsNoPlace) {
    Choices setup = with({{"cell", "lstm"}, {"hidden", "3"}, {"length", "6"}});
    const Problem before = problemOf(setup);
    setup.edits = read(
        "x@100=1,x[2]@1=1,h0_l0[4]=1,h0_l1[1]=1,c0_l0_reverse[1]=1,weight_hh_l0.f[4,1]=1,"
        "weight_hh_l0.f[1,4]=1,weight_hh_l0.z[1,1]=1,weight_ih_l1.f[1,1]=1,fc.weight[2,1]=1,"
        "weight_ch_l0.f[1]=1");
    const Problem after = problemOf(setup);
    EXPECT_EQ(after.input, before.input);
    EXPECT_TRUE(after.initial.empty());
    for (std::size_t k = 0; k < before.parameters.items.size(); ++k)
        EXPECT_EQ(after.parameters.items[k].value, before.parameters.items[k].value);
    EXPECT_EQ(restingEdits(setup.edits, after.shape, after.parameters, 6), 11u);
    const Edits placed = read("x@6=1,h0_l0[3]=1,c0_l0[1]=1,weight_hh_l0.f[3,3]=1,fc.bias[1]=1");
    EXPECT_EQ(restingEdits(placed, after.shape, after.parameters, 6), 0u);
    EXPECT_EQ(restingEdits(withEdits(placed, setup.edits), after.shape, after.parameters, 6), 11u);
}

TEST(EditedInput, MustStayWhatTheLossAsksFor) {
    Choices numbers = fromNumbers({0, 1, 2, 1, 0});
    numbers.loss = Loss::CrossEntropy;
    numbers.edits = read("x@3=0.5");
    EXPECT_THAT(complaint(numbers),
                HasSubstr("as edited, the target at step 2 is no class number"));
    numbers.edits = read("x@1=0.5");  // of which nothing is asked
    EXPECT_EQ(complaint(numbers), "");
    numbers.edits = read("x@3=4");
    EXPECT_EQ(problemOf(numbers).shape.output, 5);

    Choices letters = fromTable(Eigen::MatrixXd::Identity(3, 3).replicate(2, 1), {"a", "b", "c"});
    letters.loss = Loss::CrossEntropy;
    EXPECT_EQ(complaint(letters), "");
    letters.edits = read("x[2]@3=1");
    EXPECT_THAT(complaint(letters), HasSubstr("as edited, "));
    EXPECT_THAT(complaint(letters), HasSubstr("one-hot (a single 1 among zeros)"));
    EXPECT_THAT(check(letters).error().text(), HasSubstr("step 2"));
    letters.edits = read("x[2]@3=1,x[3]@3=0");
    EXPECT_EQ(complaint(letters), "");
    EXPECT_EQ((*problemOf(letters).target)(0, 1), 1);
    // Later on as well, before anything is trained.
    letters.edits = read("x[2]@3#7=1");
    EXPECT_FALSE(check(letters).ok());
    EXPECT_FALSE(Experiment::create(letters).ok());
    // What was wrong without them is not blamed on them.
    Choices wrong = fromNumbers({0, 0.5, 2, 1});
    wrong.loss = Loss::CrossEntropy;
    wrong.edits = read("x@1=1");
    EXPECT_EQ(complaint(wrong).find("as edited"), std::string::npos);
}

TEST(EditedInput, ANetworkKeepsItsClasses) {
    Choices numbers = fromNumbers({0, 1, 2, 1, 0});
    numbers.loss = Loss::CrossEntropy;
    for (const char* text : {"x@3#4=1", "x@3#4=0,x@4#9=2"}) {  // fewer, later
        numbers.edits = read(text);
        ASSERT_TRUE(check(numbers).ok()) << text;
        auto experiment = Experiment::create(numbers);
        ASSERT_TRUE(experiment.ok());
        experiment->runTo(12);
        EXPECT_EQ(experiment->snapshot(1)->shape().output, 3);
        EXPECT_EQ(experiment->snapshot(1)->record.output.rows(), 3);
    }
    numbers.edits = read("x@3#4=3");
    EXPECT_THAT(check(numbers).error().text(), HasSubstr("after update 4"));
    EXPECT_FALSE(Experiment::create(numbers).ok());
}

}  // namespace
}  // namespace rnnscope
