// SPDX-License-Identifier: GPL-3.0-or-later
// What a user does to the values of the input.
#include "core/input_edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::fromTable;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::with;

Choices withInput(Choices setup, const Edits& edits) {
    setup.edits = withEdits(setup.edits, edits);
    return setup;
}

Choices sine(double scale = 1) {
    Choices setup = with({{"task", "sine"}, {"length", "8"}});
    setup.sequence.inputScale = scale;
    return setup;
}

TEST(InputEdit, IsSeenAsItWasMeant) {
    for (const double scale : {1.0, 0.5, -4.0, 1e-3, 1e100}) {
        const Choices setup = sine(scale);
        const auto edit = inputEdit(setup, {0, 4}, 0.75, 3);
        ASSERT_TRUE(edit.ok());
        EXPECT_EQ(edit->update, 3);
        EXPECT_EQ(edit->target, "x");
        EXPECT_EQ(edit->value, 0.75 / scale);
        Edit now = *edit;
        now.update = 0;
        const Problem problem = problemOf(withInput(setup, {now}));
        EXPECT_NEAR(problem.input(0, 4), 0.75, 1e-15);
        EXPECT_EQ(problem.input(0, 3), problemOf(setup).input(0, 3));
    }
    EXPECT_THAT(inputEdit(sine(0), {0, 4}, 1, 0).error().text(), HasSubstr("the input scale is 0"));
    EXPECT_THAT(inputEdit(sine(1e-300), {0, 4}, 1e300, 0).error().text(),
                HasSubstr("cannot be had"));
    EXPECT_FALSE(inputEdit(sine(), {0, 4}, std::nan(""), 0).ok());
    EXPECT_FALSE(inputEdit(sine(), {0, 4}, std::numeric_limits<double>::infinity(), 0).ok());
}

TEST(InputEdit, OneHotStaysOneHot) {
    Choices letters = fromTable(Eigen::MatrixXd::Identity(3, 3).replicate(2, 1), {"a", "b", "c"});
    letters.loss = Loss::CrossEntropy;
    letters.sequence.inputScale = 2;
    const auto edits = oneHotEdits(letters, 3, {1, 3}, 0);
    ASSERT_TRUE(edits.ok());
    const Problem problem = problemOf(withInput(letters, *edits));
    EXPECT_EQ(problem.input.col(3), Eigen::Vector3d(0, 2, 0));
    EXPECT_EQ((*problem.target)(0, 2), 1);
    letters.sequence.inputScale = 0;
    EXPECT_FALSE(oneHotEdits(letters, 3, {1, 3}, 0).ok());
}

TEST(InputEdit, IsTakenBack) {
    Choices setup = sine(0.5);
    const Eigen::MatrixXd own = problemOf(setup).input;
    setup.edits = *parseEdits("x@2=7,x@3=8,x@4#5=9,fc.bias[1]=1");
    EXPECT_EQ(editedInputs(setup, 0), (std::vector<InputPlace>{{0, 1}, {0, 2}}));
    EXPECT_EQ(editedInputs(setup, 5), (std::vector<InputPlace>{{0, 1}, {0, 2}, {0, 3}}));
    // At the update they were made: as if they never had been.
    const auto without = withoutInputEdits(setup, {{0, 1}}, 0);
    ASSERT_TRUE(without.ok());
    EXPECT_EQ(toText(*without), "fc.bias[1]=1,x@3=8,x@4#5=9");
    // Later: what was learnt from them stays.
    const auto later = withoutInputEdits(setup, {{0, 1}, {0, 2}, {0, 3}, {0, 6}}, 5);
    ASSERT_TRUE(later.ok());
    Choices next = setup;
    next.edits = *later;
    EXPECT_TRUE(sameUntil(setup, next, 5));
    EXPECT_EQ(assemble(next, 5)->input, own);
    EXPECT_EQ(assemble(next, 4)->input, assemble(setup, 4)->input);
    EXPECT_TRUE(editedInputs(next, 5).empty());
    EXPECT_EQ(editedInputs(next, 4).size(), 2u);
    // An edit without a place is dropped without a word.
    setup.edits = *parseEdits("x@100=7");
    EXPECT_TRUE(withoutInputEdits(setup, {{0, 99}}, 0)->empty());
    EXPECT_TRUE(editedInputs(setup, 0).empty());
    EXPECT_TRUE(editedInputs(sine(), 0).empty());
    // Its own value, put by hand, is no other one.
    setup.edits = {*inputEdit(setup, {0, 4}, own(0, 4), 0)};
    EXPECT_TRUE(editedInputs(setup, 0).empty());
}

TEST(InputEdit, ReadsWhatUsersWrite) {
    for (const auto& [text, value] : {std::pair("0.5", 0.5),
                                      {" -1e-3 ", -1e-3},
                                      {"+2", 2.0},
                                      {"\xE2\x88\x92"
                                       "0.25",
                                       -0.25},
                                      {"1.5e\xE2\x88\x92"
                                       "3",
                                       1.5e-3},
                                      {"1E3", 1000.0},
                                      {".5", 0.5},
                                      {"\t7\r", 7.0}}) {
        const auto number = readNumber(text);
        ASSERT_TRUE(number.ok()) << text;
        EXPECT_EQ(*number, value) << text;
    }
    EXPECT_THAT(readNumber("").error().text(), HasSubstr("there is no number"));
    EXPECT_THAT(readNumber("  ").error().text(), HasSubstr("there is no number"));
    for (const char* text : {"abc", "1e999", "-1e999", "inf", "nan", "1 2", "1,5", "0x1", "--1",
                             "+-1", "++1", "1e", "-", "."})
        EXPECT_THAT(readNumber(text).error().text(), HasSubstr("is not a finite number")) << text;
}

std::string pasted(std::string_view text, Index time, Index inputs, Index steps) {
    const auto edits = pastedInputs(sine(), text, time, inputs, steps, 0);
    return edits.ok() ? toText(withEdits({}, *edits)) : edits.error().text();
}

TEST(PastedInputs, GoOnFromTheChosenStep) {
    const std::string three = "x@3=1,x@4=-2,x@5=0.5";
    for (const char* text : {"1\n-2\n0.5", "1\r\n-2\r\n0.5\r\n\r\n", "1\t-2\t0.5", "1,-2,0.5\n",
                             "1; -2; 0.5", "1 -2   0.5",
                             " 1\n \xE2\x88\x92"
                             "2 \n+0.5\n  \n"})
        EXPECT_EQ(pasted(text, 2, 1, 8), three) << text;
    const std::string two = "x@3=1,x@4=3,x[2]@3=2,x[2]@4=4";
    for (const char* text : {"1\t2\n3\t4\n", "1,2\r\n3,4", "1;2\n3;4", "1 2\n3  4"})
        EXPECT_EQ(pasted(text, 2, 2, 8), two) << text;
    EXPECT_EQ(pasted("1", 7, 1, 8), "x@8=1");
    EXPECT_EQ(pasted("1\t2", 0, 2, 8), "x@1=1,x[2]@1=2");
}

TEST(PastedInputs, ThatDoNotFitAreRefused) {
    EXPECT_THAT(pasted("1\n2\n3", 6, 1, 8), HasSubstr("3 steps do not fit from t = 7 on"));
    EXPECT_THAT(pasted("1\n2\n3", 6, 1, 8), HasSubstr("2 steps are left"));
    EXPECT_THAT(pasted("1\n2", 7, 1, 8), HasSubstr("1 step is left"));
    EXPECT_THAT(pasted("1 2 3 4 5 6 7 8 9", 0, 1, 8), HasSubstr("9 steps do not fit"));
    EXPECT_THAT(pasted("1\nabc\n3", 0, 1, 8), HasSubstr("line 2, column 1: 'abc'"));
    EXPECT_THAT(pasted("1\t2\n3\t1e999", 0, 2, 8), HasSubstr("line 2, column 2: '1e999'"));
    EXPECT_THAT(pasted("1\t\n3\t4", 0, 2, 8), HasSubstr("line 1, column 2: there is no number"));
    EXPECT_THAT(pasted("1\n\n3", 0, 1, 8), HasSubstr("line 2 holds 0 numbers"));
    EXPECT_THAT(pasted("1\t2\n3\t4", 0, 1, 8), HasSubstr("line 1 holds 2 numbers"));
    EXPECT_THAT(pasted("1\n2", 0, 2, 8), HasSubstr("line 1 holds 1 number, but a step has 2"));
    EXPECT_THAT(pasted("1\t2\n3", 0, 2, 8), HasSubstr("line 2 holds 1 number"));
    EXPECT_THAT(pasted("", 0, 1, 8), HasSubstr("no number to paste"));
    EXPECT_THAT(pasted(" \n\n", 0, 1, 8), HasSubstr("no number to paste"));
    EXPECT_THAT(pastedInputs(sine(0), "1", 0, 1, 8, 0).error().text(), HasSubstr("scale is 0"));
}

TEST(PastedInputs, AreWhatWasCopied) {
    Eigen::MatrixXd input(2, 3);
    input << 0.1, -1e-300, 1.0 / 3, 12345678.9, 0, -2;
    const std::string text = inputText(input);
    EXPECT_EQ(text.substr(0, text.find('\t')), "0.10000000000000001");
    const auto edits = pastedInputs(sine(), text, 1, 2, 4, 0);
    ASSERT_TRUE(edits.ok()) << edits.error().text();
    for (const Edit& edit : *edits)
        EXPECT_EQ(edit.value, input(edit.row, edit.column - 1));
    EXPECT_EQ(edits->size(), 6u);
}

TEST(InputEdit, DraggedValuesAreRoundOnes) {
    EXPECT_EQ(roundedTo(0.123456, 0.013), 0.12);
    EXPECT_EQ(roundedTo(0.299999, 0.2), 0.3);
    EXPECT_EQ(roundedTo(-0.126, 0.01), -0.13);
    EXPECT_EQ(roundedTo(1234.5, 25), 1230);
    EXPECT_EQ(roundedTo(7, 1), 7);
    EXPECT_EQ(roundedTo(1.26e-305, 1e-306), 1.3e-305);
    EXPECT_EQ(roundedTo(5, 0), 5);
    EXPECT_TRUE(std::isnan(roundedTo(std::nan(""), 1)));
    EXPECT_DOUBLE_EQ(roundedTo(1.234e300, 1e298), 1.23e300);
}

}  // namespace
}  // namespace rnnscope
