// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drawing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/document_file.h"
#include "core/drawing_tools.h"
#include "core/input_edit.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;

Choices ofTask(const char* task) {
    Choices setup;
    EXPECT_TRUE(setOption(setup, "task", task));
    return setup;
}

Choices ofCsv(const std::string& text) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "own.csv";
    setup.sequence.bytes = std::make_shared<const std::string>(text);
    EXPECT_TRUE(loadFiles(setup));
    return setup;
}

Drawing copyOf(const Choices& setup, int update = 0) {
    auto copy = drawingOf(setup, update);
    EXPECT_TRUE(copy) << copy.error().text();
    return copy ? copy->drawing : emptyDrawing();
}

Choices accepted(const Choices& setup, const Drawing& drawing) {
    auto next = withDrawing(setup, drawing);
    EXPECT_TRUE(next) << next.error().text();
    return next ? *next : setup;
}

void expectSameProblem(const Choices& a, const Choices& b) {
    const auto one = assemble(a), other = assemble(b);
    ASSERT_TRUE(one && other);
    EXPECT_EQ(one->input, other->input);
    ASSERT_EQ(one->target.has_value(), other->target.has_value());
    if (one->target) {
        EXPECT_EQ(*one->target, *other->target);
    }
    ASSERT_EQ(one->parameters.items.size(), other->parameters.items.size());
    for (std::size_t k = 0; k < one->parameters.items.size(); ++k)
        EXPECT_EQ(one->parameters.items[k].value, other->parameters.items[k].value);
}

// ---- a copy of what is on the screen -------------------------------------------------------

class EachTask : public ::testing::TestWithParam<const char*> {};

TEST_P(EachTask, IsTheSameOnceItIsDrawn) {
    const Choices setup = ofTask(GetParam());
    expectSameProblem(setup, accepted(setup, copyOf(setup)));
}

INSTANTIATE_TEST_SUITE_P(Drawing, EachTask,
                         ::testing::Values("sine", "adding", "latch", "parity", "echo", "airline",
                                           "airline-log-differences"));

TEST(Drawing, OfTheNextValueHoldsTheLastOneToo) {
    const Choices setup = ofCsv("a,b\n1,10\n2,20\n3,30\n");
    const Drawing drawing = copyOf(setup);
    EXPECT_EQ(drawing.names, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(drawing.values, (Eigen::MatrixXd(3, 2) << 1, 10, 2, 20, 3, 30).finished());
    EXPECT_FALSE(drawing.answer);
    EXPECT_TRUE(drawing.next);
    expectSameProblem(setup, accepted(setup, drawing));
}

TEST(Drawing, HoldsATargetColumnAndKeepsTheReadOut) {
    Choices setup = ofCsv("a,y\n1,0.5\n2,-0.25\n4,0.125\n");
    setup.sequence.columns = {"a"};
    setup.target.kind = TargetSource::Kind::Column;
    setup.target.name = "2";
    setup.readout = Readout::LastStep;
    setup.sequence.scaling = Scaling::Standard;
    setup.sequence.inputScale = 3;
    const Drawing drawing = copyOf(setup);
    EXPECT_EQ(drawing.names, (std::vector<std::string>{"a", "y"}));
    EXPECT_EQ(drawing.answer, 1);
    const Choices next = accepted(setup, drawing);
    EXPECT_EQ(next.readout, Readout::LastStep);
    expectSameProblem(setup, next);
}

TEST(Drawing, HoldsTheTargetOfAnotherFileAtTheLastStep) {
    Choices setup = ofCsv("a\n1\n2\n3\n");
    setup.target.kind = TargetSource::Kind::File;
    setup.target.name = "answer.csv";
    setup.target.bytes = std::make_shared<const std::string>("0.75\n");
    setup.readout = Readout::LastStep;
    ASSERT_TRUE(loadFiles(setup));
    const Drawing drawing = copyOf(setup);
    EXPECT_EQ(drawing.values.col(1), Eigen::Vector3d(0, 0, 0.75));
    expectSameProblem(setup, accepted(setup, drawing));
}

TEST(Drawing, OfAColumnThatIsInputAndTargetHoldsItTwice) {
    Choices setup = ofCsv("a\n1\n2\n");
    setup.target.kind = TargetSource::Kind::Column;
    setup.target.name = "a";
    const Drawing drawing = copyOf(setup);
    EXPECT_EQ(drawing.names, (std::vector<std::string>{"a", "target"}));
    expectSameProblem(setup, accepted(setup, drawing));
}

TEST(Drawing, IsOfTheSequenceThatIsShownAsItIsShown) {
    Choices setup = ofCsv("sequence,a\n1,9\n2,1\n2,2\n2,4\n2,3\n2,5\n2,8\n2,6\n2,0\n");
    setup.sequence.shown = 1;
    setup.sequence.skip = 1;
    setup.sequence.resample = 2;
    setup.sequence.length = 2;
    setup.target.kind = TargetSource::Kind::None;
    EXPECT_EQ(copyOf(setup).values, Eigen::Vector2d(3.5, 6.5));
    setup.target.kind = TargetSource::Kind::Next;
    EXPECT_EQ(copyOf(setup).values, Eigen::Vector3d(3.5, 6.5, 3));
    const Choices next = accepted(setup, copyOf(setup));
    EXPECT_EQ(next.sequence.shown, 0u);
    EXPECT_EQ(next.sequence.skip, 0);
    expectSameProblem(setup, next);
}

TEST(Drawing, WithoutATargetStaysWithoutOne) {
    Choices setup = ofCsv("1\n2\n");
    setup.target.kind = TargetSource::Kind::None;
    const Drawing drawing = copyOf(setup);
    EXPECT_FALSE(drawing.next);
    EXPECT_EQ(accepted(setup, drawing).target.kind, TargetSource::Kind::None);
}

TEST(Drawing, TakesInWhatWasEditedOnce) {
    Choices setup = ofTask("adding");
    setup.edits = {*inputEdit(setup, {0, 3}, 7, 0), *inputEdit(setup, {0, 4}, 9, 5)};
    setup.edits.push_back({.update = 0, .target = "h0_l0", .column = 0, .value = 0.5});
    EXPECT_EQ(copyOf(setup, 0).values(3, 0), 7);
    EXPECT_NE(copyOf(setup, 0).values(4, 0), 9);
    const Drawing later = copyOf(setup, 5);
    EXPECT_EQ(later.values(4, 0), 9);
    const Choices next = accepted(setup, later);
    ASSERT_EQ(next.edits.size(), 1u);
    EXPECT_FALSE(next.edits.front().ofInput());
}

TEST(Drawing, OfALongSequenceIsItsStart) {
    std::string text;
    for (int t = 0; t < 2500; ++t)
        text += std::to_string(t) + "\n";
    const auto copy = drawingOf(ofCsv(text), 0);
    ASSERT_TRUE(copy);
    EXPECT_EQ(copy->steps, 2500);
    EXPECT_EQ(copy->drawing.steps(), mostDrawnSteps);
    EXPECT_EQ(copy->drawing.values(mostDrawnSteps - 1, 0), 1999);
}

TEST(Drawing, RefusesMoreColumnsThanCanBeDrawn) {
    const auto copy = drawingOf(ofCsv("1,2,3,4,5,6,7,8,9\n1,2,3,4,5,6,7,8,9\n"), 0);
    ASSERT_FALSE(copy);
    EXPECT_EQ(copy.error().message, "the sequence has 9 columns; at most 8 can be drawn");
}

// ---- into a setup --------------------------------------------------------------------------

TEST(Drawing, ReadsBackToTheLastBit) {
    Drawing drawing = emptyDrawing();
    drawing.names = {"a, \"b\""};
    drawing.values = Eigen::VectorXd::LinSpaced(7, -1, 1).array().sin() / 3;
    drawing.values(2, 0) = 1e-300;
    drawing.values(3, 0) = -0.0;
    const Choices next = accepted(Choices(), drawing);
    EXPECT_TRUE(isDrawn(next));
    EXPECT_EQ(*next.sequence.bytes, csvOf(drawing));
    EXPECT_EQ(next.sequence.table->columns, drawing.names);
    EXPECT_EQ(next.sequence.table->values, drawing.values);
    EXPECT_EQ(copyOf(next), drawing);
}

TEST(Drawing, ComesBackFromADocument) {
    Drawing drawing = emptyDrawing();
    drawing.names = {"1", "#"};
    drawing.values = Eigen::MatrixXd::Constant(4, 2, 0.1);
    drawing.answer = 1;
    const Choices setup = accepted(Choices(), drawing);
    const auto text = toJson(DocumentContent{setup, std::nullopt, {}});
    ASSERT_TRUE(text);
    std::vector<std::string> warnings;
    auto content = documentFromJson(*text, "/elsewhere/a.rnnscope", warnings);
    ASSERT_TRUE(content) << content.error().text();
    ASSERT_TRUE(loadFiles(content->setup));
    EXPECT_TRUE(isDrawn(content->setup));
    EXPECT_TRUE(savesAlike(content->setup, setup));
    EXPECT_EQ(copyOf(content->setup), drawing);
}

TEST(Drawing, NeedsAnInput) {
    Drawing drawing = emptyDrawing();
    drawing.answer = 0;
    const auto next = withDrawing(Choices(), drawing);
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().message, "the only column is the target; add one for the input");
}

TEST(Drawing, OfOneStepHasNoNextValue) {
    const Drawing drawing = withSteps(emptyDrawing(), 1);
    const auto next = withDrawing(Choices(), drawing);
    ASSERT_FALSE(next);
    EXPECT_NE(next.error().message.find("no next value"), std::string::npos);
}

TEST(Drawing, TakesBackWhatIsOfAnotherSequence) {
    Choices setup = ofTask("latch");  // classes, at the last step
    setup.training.sequences = 16;
    setup.training.fresh = true;
    const Choices next = accepted(setup, emptyDrawing());
    EXPECT_EQ(next.training.sequences, 1);
    EXPECT_FALSE(next.training.fresh);
    EXPECT_EQ(next.loss, Loss::MeanSquared);
    EXPECT_EQ(next.readout, Readout::EveryStep);
}

TEST(Drawing, LeavesClassesWhereTheInputsAreOthers) {
    Choices letters =
        testing::fromTable(Eigen::MatrixXd::Identity(3, 3).replicate(2, 1), {"a", "b", "c"});
    letters.loss = Loss::CrossEntropy;
    EXPECT_EQ(accepted(letters, copyOf(letters)).loss, Loss::CrossEntropy);
    EXPECT_EQ(accepted(letters, emptyDrawing()).loss, Loss::MeanSquared);
}

TEST(Drawing, LeavesClassesOnceTheTargetHoldsNone) {
    const Choices setup = ofTask("latch");
    ASSERT_EQ(setup.loss, Loss::CrossEntropy);
    Drawing drawing = copyOf(setup);
    EXPECT_EQ(accepted(setup, drawing).loss, Loss::CrossEntropy);
    drawing.values(0, *drawing.answer) = 0.5;
    EXPECT_EQ(accepted(setup, drawing).loss, Loss::MeanSquared);
}

TEST(Drawing, KeepsTeacherForcingWithTheNextValue) {
    Choices setup = ofTask("sine");
    setup.target = {};
    setup.training.teacherForcing = 0.5;
    EXPECT_EQ(accepted(setup, copyOf(setup)).training.teacherForcing, 0.5);
    Drawing drawing = copyOf(setup);
    drawing.next = false;
    EXPECT_EQ(accepted(setup, drawing).training.teacherForcing, 1);
}

}  // namespace
}  // namespace rnnscope
