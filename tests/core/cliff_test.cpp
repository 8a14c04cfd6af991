// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cliff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "tests/core/analysis_figures.h"

namespace rnnscope {
namespace {

constexpr double startW = 4.7, startB = -2.0, rate = 0.1;  // lesson 4
const Clipping byNorm{ClipMode::Norm, 0.5};

TEST(Cliff, LossAndGradientAgreeWithPyTorch) {
    const auto figures = testing::readFigures("cliff");
    const Eigen::MatrixXd points = figures.at("points").toMatrix();
    ASSERT_GE(points.rows(), 40);
    for (Index k = 0; k < points.rows(); ++k) {
        const CliffPoint ours = cliffAt(points(k, 0), points(k, 1));
        const double norm = points.row(k).tail(2).norm();
        // Near the wall one rounding in x grows by the gradient's own size.
        const double allowed = 1e-12 * std::max(1.0, norm);
        EXPECT_NEAR(ours.loss, points(k, 2), allowed) << "point " << k;
        EXPECT_NEAR(ours.gradientW, points(k, 3), allowed * norm) << "point " << k;
        EXPECT_NEAR(ours.gradientB, points(k, 4), allowed * norm) << "point " << k;
        EXPECT_NEAR(ours.gradientNorm(), norm, allowed * norm) << "point " << k;
    }
}

TEST(Cliff, DescentAgreesWithPyTorchsUpToTheWall) {
    const auto figures = testing::readFigures("cliff");
    for (const auto& [name, clipping] :
         {std::pair{"plain", Clipping{}}, std::pair{"clipped", byNorm}}) {
        const Eigen::MatrixXd theirs = figures.at(name).toMatrix();
        const auto ours =
            cliffRun(startW, startB, rate, clipping, static_cast<int>(theirs.rows()) - 1);
        ASSERT_EQ(static_cast<Index>(ours.size()), theirs.rows());
        for (Index k = 0; k < theirs.rows(); ++k) {
            const CliffPoint& point = ours[static_cast<std::size_t>(k)];
            EXPECT_NEAR(point.w, theirs(k, 0), 1e-10) << name << " step " << k;
            EXPECT_NEAR(point.b, theirs(k, 1), 1e-10) << name << " step " << k;
        }
    }
}

TEST(Cliff, WithoutClippingOneStepThrowsTheRunAway) {
    const auto run = cliffRun(startW, startB, rate, {}, 300);
    ASSERT_EQ(run.size(), 301u);
    EXPECT_NEAR(run[0].loss, 0.041992, 5e-7);
    EXPECT_NEAR(run[0].gradientNorm(), 0.0798462, 5e-8);
    const auto steepest =
        std::max_element(run.begin(), run.end(), [](const CliffPoint& a, const CliffPoint& b) {
            return a.gradientNorm() < b.gradientNorm();
        });
    // Lesson 4 counts updates from 0.
    const auto wall = static_cast<std::size_t>(steepest - run.begin());
    EXPECT_EQ(wall, 33u);
    EXPECT_GT(steepest->gradientNorm(), 50);
    EXPECT_NEAR(steepest->gradientNorm(), 102.861, 5e-3);
    EXPECT_NEAR(steepest->w, 4.46288, 1e-5);
    EXPECT_NEAR(steepest->b, -2.28085, 1e-5);
    EXPECT_NEAR(steepest->loss, 0.167673, 1e-5);
    EXPECT_NEAR(run[wall - 1].loss, 0.000694941, 1e-7);
    EXPECT_NEAR(run[wall + 1].w, 9.77414, 1e-3);
    EXPECT_NEAR(run[wall + 1].b, 6.52793, 1e-3);
    EXPECT_NEAR(run.back().loss, 0.09, 1e-4);  // (1 − 0.7)²: x_50 is far above 0
    EXPECT_TRUE(
        std::none_of(run.begin(), run.end(), [](const auto& each) { return each.clipped; }));
}

TEST(Cliff, WithClippingItConverges) {
    const auto run = cliffRun(startW, startB, rate, byNorm, 300);
    EXPECT_LT(run.back().loss, 1e-3);
    const auto clipped =
        std::count_if(run.begin(), run.end(), [](auto& each) { return each.clipped; });
    EXPECT_GE(clipped, 10);
    EXPECT_LE(clipped, 25);
    EXPECT_FALSE(run.back().clipped);
    for (std::size_t k = 0; k + 1 < run.size(); ++k) {
        const double moved = std::hypot(run[k + 1].w - run[k].w, run[k + 1].b - run[k].b);
        EXPECT_LE(moved, rate * 0.5 * (1 + 1e-12));
        EXPECT_EQ(run[k].clipped, run[k].gradientNorm() > 0.5 - 1e-6) << "step " << k;
    }
}

// By value the step goes along the diagonal instead of along the gradient.
TEST(Cliff, ByValueTheStepIsBent) {
    const auto run = cliffRun(4.46288, -2.28085, rate, {ClipMode::Value, 0.5}, 1);
    ASSERT_GT(std::abs(run[0].gradientW), 0.5);
    ASSERT_GT(std::abs(run[0].gradientB), 0.5);
    EXPECT_TRUE(run[0].clipped);
    EXPECT_NEAR(std::abs(run[1].w - run[0].w), rate * 0.5, 1e-15);
    EXPECT_NEAR(std::abs(run[1].b - run[0].b), rate * 0.5, 1e-15);
}

TEST(Cliff, SurfaceHoldsTheLossesOfItsPlaces) {
    const auto w = Eigen::VectorXd::LinSpaced(41, 4, 6);
    const auto b = Eigen::VectorXd::LinSpaced(29, -3.2, -1.6);
    const Eigen::MatrixXd surface = cliffSurface(w, b);
    ASSERT_EQ(surface.rows(), 29);
    ASSERT_EQ(surface.cols(), 41);
    for (Index row = 0; row < 29; ++row)
        for (Index column = 0; column < 41; ++column) {
            const CliffPoint point = cliffAt(w[column], b[row]);
            EXPECT_NEAR(surface(row, column), point.loss,
                        1e-13 * std::max(1.0, point.gradientNorm()));
        }
    EXPECT_EQ(cliffSurface(Eigen::VectorXd(), b).size(), 0);
}

// A figure's worth of points is drawn anew while a start is dragged.
TEST(Cliff, SurfaceIsQuick) {
    const auto w = Eigen::VectorXd::LinSpaced(240, 4, 6);
    const auto b = Eigen::VectorXd::LinSpaced(180, -3.2, -1.6);
    double best = std::numeric_limits<double>::infinity();
    for (int k = 0; k < 5; ++k) {
        const auto before = std::chrono::steady_clock::now();
        const double sum = cliffSurface(w, b).sum();
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
        EXPECT_GT(sum, 0);
        best = std::min(best, seconds.count());
    }
    RecordProperty("milliseconds", std::to_string(1e3 * best));
    EXPECT_LT(best, 0.25);  // some 10 ms optimised; sanitizers take longer
}

TEST(Cliff, OddNumbersDoNoHarm) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(std::isnan(cliffAt(std::nan(""), 0).loss));
    EXPECT_TRUE(std::isnan(cliffAt(1, std::nan("")).gradientNorm()));
    EXPECT_NEAR(cliffAt(0, infinity).loss, 0.09, 1e-15);
    EXPECT_EQ(cliffRun(startW, startB, rate, {}, 0).size(), 1u);
    const auto thrown = cliffRun(startW, startB, 1e300, {}, 5);
    EXPECT_EQ(thrown.size(), 6u);
    const auto broken = cliffRun(std::nan(""), 0, rate, byNorm, 3);
    EXPECT_TRUE(std::isnan(broken.back().w));
    EXPECT_TRUE(std::isnan(broken.back().gradientNorm()));
}

TEST(Cliff, TheThrowIsTheLongestStep) {
    const auto plain = cliffRun(startW, startB, rate, {}, 300);
    EXPECT_EQ(thrownAt(plain), std::optional(33));                  // lesson 4
    EXPECT_EQ(thrownAt(std::span(plain).first(34)), std::nullopt);  // not taken yet
    EXPECT_EQ(thrownAt(cliffRun(startW, startB, rate, byNorm, 300)), std::nullopt);
    EXPECT_EQ(thrownAt({}), std::nullopt);
    const auto at = [](double w, double b) { return CliffPoint{.w = w, .b = b}; };
    const std::vector<CliffPoint> steps{at(0, 0), at(0, 2), at(3, 2), at(-2, 2), at(-2, 2.1)};
    EXPECT_EQ(thrownAt(steps), std::optional(2));
    EXPECT_EQ(thrownAt(std::span(steps).first(2)), std::nullopt);  // exactly as far as is allowed
}

TEST(Cliff, CountsClippedUpdates) {
    const auto run = cliffRun(startW, startB, rate, byNorm, 300);
    int expected = 0;
    for (int count = 0; count <= 300; ++count) {
        EXPECT_EQ(clippedCount(run, count), expected);
        const auto k = static_cast<std::size_t>(count);
        expected += run[k].gradientNorm() > byNorm.threshold && count < 300 ? 1 : 0;
    }
    EXPECT_GT(clippedCount(run, 300), 0);
    EXPECT_EQ(clippedCount(run, 999), clippedCount(run, 301));  // no more than there are
    EXPECT_EQ(clippedCount(run, -1), 0);
}

}  // namespace
}  // namespace rnnscope
