// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loss.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rnnscope {
namespace {

TEST(Loss, MeanSquaredIsTheMeanOverAllEntries) {
    Eigen::MatrixXd output(2, 2), target(2, 2);
    output << 1, 2, 3, 4;
    target << 0, 2, 5, 4;
    const LossResult result = lossOf(Loss::MeanSquared, output, target, 2);
    EXPECT_DOUBLE_EQ(result.loss, 5.0 / 4);
    EXPECT_DOUBLE_EQ(result.perStep[0], 5.0 / 4);
    EXPECT_DOUBLE_EQ(result.perStep[1], 0);
    EXPECT_DOUBLE_EQ(result.outputGradient(1, 0), -1);
}

TEST(Loss, CrossEntropyOfEqualLogitsIsTheLogarithmOfTheirNumber) {
    const LossResult result = lossOf(Loss::CrossEntropy, Eigen::MatrixXd::Constant(4, 3, 7.0),
                                     Eigen::RowVector3d(0, 1, 3), 3);
    EXPECT_NEAR(result.loss, std::log(4.0), 1e-15);
    EXPECT_NEAR(result.outputGradient(2, 0), 0.25 / 3, 1e-16);
    EXPECT_NEAR(result.outputGradient(0, 0), -0.75 / 3, 1e-16);
}

// Beyond 745 apart, the smaller probability is exactly zero, and so is its gradient.
TEST(Loss, CrossEntropySaturatesToExactZero) {
    const LossResult sure = lossOf(Loss::CrossEntropy, Eigen::Vector3d(0, 30000, -30000),
                                   Eigen::MatrixXd::Ones(1, 1), 1);
    EXPECT_EQ(sure.loss, 0);
    EXPECT_EQ(sure.outputGradient.cwiseAbs().maxCoeff(), 0);
    const LossResult wrong = lossOf(Loss::CrossEntropy, Eigen::Vector3d(0, 30000, -30000),
                                    Eigen::MatrixXd::Zero(1, 1), 1);
    EXPECT_EQ(wrong.loss, 30000);
    EXPECT_EQ(wrong.outputGradient(0, 0), -1);
}

TEST(Loss, AtTheLastStepOnlyThatStepCounts) {
    const LossResult result =
        lossOf(Loss::MeanSquared, Eigen::MatrixXd::Ones(1, 1), Eigen::MatrixXd::Zero(1, 1), 5);
    EXPECT_EQ(result.perStep.head(4).norm(), 0);
    EXPECT_EQ(result.perStep[4], 1);
}

}  // namespace
}  // namespace rnnscope
