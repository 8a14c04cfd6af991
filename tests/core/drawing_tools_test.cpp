// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drawing_tools.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rnnscope {
namespace {

Eigen::VectorXd stroked(Index steps, StrokePoint from, StrokePoint to) {
    Eigen::VectorXd column = Eigen::VectorXd::Constant(steps, 9);
    drawStroke(column, from, to);
    return column;
}

Drawing numbered(Index steps, Index columns) {
    Drawing drawing;
    drawing.values = Eigen::MatrixXd(steps, columns);
    for (Index column = 0; column < columns; ++column) {
        drawing.names.push_back(std::string(1, static_cast<char>('a' + column)));
        for (Index t = 0; t < steps; ++t)
            drawing.values(t, column) = static_cast<double>(10 * column + t);
    }
    return drawing;
}

std::string refusal(const Result<Drawing>& result) {
    return result ? std::string() : result.error().text();
}

// ---- strokes -------------------------------------------------------------------------------

TEST(Stroke, SetsEveryStepOnTheLine) {
    const Eigen::VectorXd column = stroked(10, {2, 1}, {6, 3});
    EXPECT_EQ(column, (Eigen::VectorXd(10) << 9, 9, 1, 1.5, 2, 2.5, 3, 9, 9, 9).finished());
}

TEST(Stroke, IsTheSameTheOtherWay) {
    for (const double shift : {0.0, 0.25, 0.4})
        EXPECT_TRUE(stroked(10, {2, 1}, {6 + shift, 3})
                        .segment(3, 3)
                        .isApprox(stroked(10, {6 + shift, 3}, {2, 1}).segment(3, 3), 1e-15));
}

TEST(Stroke, TakesTheValueAtEachStepBetweenTwoPlaces) {
    const Eigen::VectorXd column = stroked(6, {0.5, 0}, {3.3, 2.8});
    EXPECT_EQ(column(0), 9);  // passed by nobody
    EXPECT_NEAR(column(1), 0.5, 1e-15);
    EXPECT_NEAR(column(2), 1.5, 1e-15);
    EXPECT_EQ(column(3), 2.8);  // nearest to the end, and follows it
    EXPECT_EQ(column(4), 9);
}

TEST(Stroke, ThatDoesNotMoveSetsTheNearestStep) {
    EXPECT_EQ(stroked(3, {1.4, 5}, {1.4, 5}), Eigen::Vector3d(9, 5, 9));
    EXPECT_EQ(stroked(3, {1, 5}, {1, 6}), Eigen::Vector3d(9, 6, 9));  // up and down
}

TEST(Stroke, LeavesNoStepOutHoweverFastItIs) {
    for (const Index steps : {10, 50, 2000}) {
        const double end = static_cast<double>(steps - 1);
        const Eigen::VectorXd column = stroked(steps, {-0.5, -1}, {end + 0.5, 1});
        EXPECT_LE(column.cwiseAbs().maxCoeff(), 1);
        for (Index t = 1; t < steps; ++t)
            EXPECT_GT(column(t), column(t - 1)) << t;
    }
}

TEST(Stroke, IsCutOffOutsideOfTime) {
    EXPECT_EQ(stroked(3, {-5, 1}, {-2, 1}), Eigen::Vector3d(1, 9, 9));
    EXPECT_EQ(stroked(3, {1, 1}, {1e300, 1}), Eigen::Vector3d(9, 1, 1));
    EXPECT_EQ(stroked(1, {0.2, 1}, {0.3, 4}), Eigen::VectorXd::Constant(1, 4));
}

// ---- starters ------------------------------------------------------------------------------

TEST(Starters, AreFiniteAtEveryLength) {
    for (const Starter& starter : starters())
        for (const Index steps : {1, 2, 50, 2000}) {
            const Eigen::VectorXd column = startedColumn(starter, steps, 1, 0);
            ASSERT_EQ(column.size(), steps) << starter.id;
            EXPECT_TRUE(column.allFinite() && column.cwiseAbs().maxCoeff() <= 1) << starter.id;
        }
}

TEST(Starters, DrawNoiseFromTheSeedAndTheColumn) {
    const Starter& noise = starters().back();
    ASSERT_EQ(noise.id, "noise");
    const Eigen::VectorXd column = startedColumn(noise, 50, 7, 0);
    EXPECT_EQ(startedColumn(noise, 50, 7, 0), column);
    EXPECT_NE(startedColumn(noise, 50, 8, 0), column);
    EXPECT_NE(startedColumn(noise, 50, 7, 1), column);
}

TEST(Starters, HaveOnePulse) {
    const auto pulse = std::ranges::find(starters(), "pulse", &Starter::id);
    ASSERT_NE(pulse, starters().end());
    EXPECT_EQ((startedColumn(*pulse, 50, 1, 0).array() != 0).count(), 1);
}

// ---- steps and columns ---------------------------------------------------------------------

TEST(DrawnSteps, AreAddedAsZerosAndTakenFromTheEnd) {
    const Drawing drawing = numbered(3, 2);
    EXPECT_EQ(withSteps(drawing, 5).values.col(1),
              (Eigen::VectorXd(5) << 10, 11, 12, 0, 0).finished());
    EXPECT_EQ(withSteps(withSteps(drawing, 5), 3), drawing);
    EXPECT_EQ(withSteps(drawing, 1'000'000).steps(), mostDrawnSteps);
}

TEST(DrawnSteps, AreInsertedAndRemovedInside) {
    const Drawing drawing = numbered(3, 1);
    const auto more = withStepsAt(drawing, 1, 2);
    ASSERT_TRUE(more);
    EXPECT_EQ(more->values.col(0), (Eigen::VectorXd(5) << 0, 0, 0, 1, 2).finished());
    EXPECT_EQ(withoutSteps(*more, 1, 2).value(), drawing);
    EXPECT_EQ(refusal(withoutSteps(drawing, 0, 3)), "one step has to stay; set it to zero instead");
    EXPECT_EQ(refusal(withStepsAt(drawing, 0, mostDrawnSteps)),
              "there is no room for 2000 steps more; at most 2000 can be drawn");
}

TEST(DrawnColumns, HaveNamesOfTheirOwn) {
    const Drawing drawing = numbered(2, 2);
    EXPECT_EQ(withName(drawing, 1, "  speed ")->names.back(), "speed");
    EXPECT_EQ(withName(drawing, 1, "b")->names.back(), "b");
    EXPECT_EQ(refusal(withName(drawing, 1, "a")),
              "there is a column 'a' already; choose another name");
    EXPECT_EQ(refusal(withName(drawing, 1, " ")), "a column needs a name; give it one, as x");
    EXPECT_NE(refusal(withName(drawing, 1, "Sequence")), "");
}

TEST(DrawnColumns, ComeAndGoWithTheTarget) {
    Drawing drawing = *withColumn(numbered(2, 2), true);
    EXPECT_EQ(drawing.names.back(), "target");
    EXPECT_EQ(drawing.answer, 2);
    EXPECT_EQ(drawing.inputs(), (std::vector<std::string>{"a", "b"}));
    drawing = *withoutColumn(drawing, 0);
    EXPECT_EQ(drawing.names, (std::vector<std::string>{"b", "target"}));
    EXPECT_EQ(drawing.values.col(0), Eigen::Vector2d(10, 11));
    EXPECT_EQ(drawing.answer, 1);
    drawing = *withoutColumn(drawing, 1);
    EXPECT_FALSE(drawing.answer);
    EXPECT_NE(refusal(withoutColumn(drawing, 0)), "");
    while (drawing.columns() < mostDrawnColumns)
        drawing = *withColumn(drawing, false);
    EXPECT_NE(refusal(withColumn(drawing, false)), "");
}

// ---- pasting -------------------------------------------------------------------------------

TEST(Pasting, PutsAColumnOverTheOldValues) {
    const auto next = withPasted(numbered(4, 2),
                                 "0.5\n\xE2\x88\x92"
                                 "1e-3\n",
                                 1, 1);
    ASSERT_TRUE(next) << next.error().text();
    EXPECT_EQ(next->values.col(1), Eigen::Vector4d(10, 0.5, -1e-3, 13));
    EXPECT_EQ(next->values.col(0), numbered(4, 2).values.col(0));
}

TEST(Pasting, AddsStepsAndColumnsWithTheirNames) {
    const auto next = withPasted(numbered(2, 1), "speed\ttorque\r\n1\t2\r\n3\t4\r\n5\t6\r\n", 1, 0);
    ASSERT_TRUE(next) << next.error().text();
    EXPECT_EQ(next->names, (std::vector<std::string>{"a", "torque"}));
    EXPECT_EQ(next->values, (Eigen::MatrixXd(4, 2) << 0, 0, 1, 2, 3, 4, 5, 6).finished());
    const auto unnamed = withPasted(numbered(1, 1), "1;2;3\n", 0, 0);
    ASSERT_TRUE(unnamed);
    EXPECT_EQ(unnamed->names, (std::vector<std::string>{"a", "x", "x2"}));
}

TEST(Pasting, TakesACommaAsDecimalWhereColumnsHaveNoRoom) {
    const auto one = withPasted(numbered(2, 1), "0,5\n-1,25\n", 0, 0);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->values, Eigen::Vector2d(0.5, -1.25));
    const auto two = withPasted(numbered(2, 2), "0,5\n-1,25\n", 0, 0);
    ASSERT_TRUE(two);
    EXPECT_EQ(two->values, (Eigen::Matrix2d() << 0, 5, -1, 25).finished());
    const auto tabs = withPasted(numbered(2, 2), "0,5\t1\n-1,25\t2\n", 0, 0);
    ASSERT_TRUE(tabs);
    EXPECT_EQ(tabs->values, (Eigen::Matrix2d() << 0.5, 1, -1.25, 2).finished());
}

TEST(Pasting, SaysWhatCannotBeRead) {
    const Drawing drawing = numbered(4, 1);
    EXPECT_EQ(refusal(withPasted(drawing, " \n", 0, 0)),
              "there is nothing to paste; copy a column of numbers first");
    EXPECT_EQ(refusal(withPasted(drawing, "1\nhallo\n3\n", 0, 0)).find("pasted text:2:1: 'hallo'"),
              0u);
    EXPECT_NE(refusal(withPasted(drawing, "1\t2\t3\t4\t5\t6\t7\t8\t9\n", 0, 0)), "");
    std::string many;
    for (Index t = 0; t < mostDrawnSteps; ++t)
        many += "1\n";
    EXPECT_TRUE(withPasted(drawing, many, 0, 0));
    EXPECT_EQ(refusal(withPasted(drawing, many, 1, 0)),
              "2000 steps do not fit from step 2 on; a drawing has at most 2000");
}

}  // namespace
}  // namespace rnnscope
