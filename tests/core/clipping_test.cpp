// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clipping.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rnnscope {
namespace {

Parameters gradient(std::initializer_list<double> entries) {
    Parameters parameters;
    parameters.items.push_back({"weight", Eigen::MatrixXd(1, 1), false});
    parameters.items.push_back(
        {"bias", Eigen::MatrixXd(static_cast<Eigen::Index>(entries.size()) - 1, 1), true});
    Eigen::Index k = 0;
    for (const double entry : entries) {
        (k == 0 ? parameters.items[0].value(0, 0) : parameters.items[1].value(k - 1, 0)) = entry;
        ++k;
    }
    return parameters;
}

TEST(Clipping, ByValueBendsTheGradient) {
    Parameters g = gradient({10, 0.5});
    const ClipReport report = clip(g, {ClipMode::Value, 1.0});
    EXPECT_EQ(g.items[0].value(0, 0), 1.0);
    EXPECT_EQ(g.items[1].value(0, 0), 0.5);
    EXPECT_NEAR(report.angle, 23.70, 0.005);  // (10, 0.5) to (1, 0.5)
    EXPECT_EQ(report.touched, 1);
    EXPECT_EQ(report.entries, 2);
    EXPECT_NEAR(report.normBefore, std::hypot(10, 0.5), 1e-14);
    EXPECT_NEAR(report.normAfter, std::hypot(1, 0.5), 1e-15);
}

TEST(Clipping, ByNormKeepsTheDirectionOverAllParametersTogether) {
    Parameters g = gradient({3, 4});
    const ClipReport report = clip(g, {ClipMode::Norm, 1.0});
    EXPECT_DOUBLE_EQ(report.coefficient, 1.0 / (5 + 1e-6));
    EXPECT_DOUBLE_EQ(g.items[0].value(0, 0), 3.0 / (5 + 1e-6));
    EXPECT_LT(report.angle, 1e-12);
    EXPECT_EQ(report.touched, 2);
}

TEST(Clipping, AtExactlyTheThresholdTheNormStillShrinks) {
    Parameters g = gradient({3, 4});
    const ClipReport report = clip(g, {ClipMode::Norm, 5.0});
    EXPECT_DOUBLE_EQ(report.coefficient, 5 / (5 + 1e-6));
    EXPECT_TRUE(report.engaged());
}

TEST(Clipping, BelowTheThresholdNothingChanges) {
    for (const ClipMode mode : {ClipMode::None, ClipMode::Value, ClipMode::Norm}) {
        Parameters g = gradient({0.3, -0.4});
        const ClipReport report = clip(g, {mode, 1.0});
        EXPECT_EQ(g.items[0].value(0, 0), 0.3);
        EXPECT_EQ(g.items[1].value(0, 0), -0.4);
        EXPECT_FALSE(report.engaged());
        EXPECT_EQ(report.angle, 0);
    }
}

TEST(Clipping, ZeroStaysZero) {
    Parameters g = gradient({0, 0});
    const ClipReport report = clip(g, {ClipMode::Norm, 1.0});
    EXPECT_EQ(report.normAfter, 0);
    EXPECT_EQ(report.angle, 0);
}

TEST(Clipping, InfinityAndNanGoTheirWay) {
    const double infinity = std::numeric_limits<double>::infinity();
    Parameters g = gradient({infinity, 1});
    clip(g, {ClipMode::Norm, 1.0});
    EXPECT_TRUE(std::isnan(g.items[0].value(0, 0)));
    EXPECT_EQ(g.items[1].value(0, 0), 0);

    g = gradient({std::nan(""), 1});
    clip(g, {ClipMode::Norm, 1.0});
    EXPECT_TRUE(std::isnan(g.items[1].value(0, 0)));

    g = gradient({std::nan(""), -infinity});
    clip(g, {ClipMode::Value, 2.0});
    EXPECT_TRUE(std::isnan(g.items[0].value(0, 0)));
    EXPECT_EQ(g.items[1].value(0, 0), -2);
}

TEST(Clipping, OnlyWhatChangedCountsAsTouched) {
    const double nan = std::nan("");
    Parameters g = gradient({nan, 7, 0.5});
    EXPECT_EQ(clip(g, {ClipMode::Value, 2.0}).touched, 1);  // a NaN that stays one is not
    g = gradient({nan, 7, 0.5});
    EXPECT_FALSE(clip(g, {ClipMode::None, 2.0}).engaged());
    EXPECT_EQ(clip(g, {ClipMode::Norm, 2.0}).touched, 2);  // the others became NaN
}

TEST(Clipping, WithoutTheAngleTheRestIsTheSame) {
    for (const ClipMode mode : {ClipMode::None, ClipMode::Value, ClipMode::Norm}) {
        Parameters g = gradient({3, -0.25, 4}), h = g;
        const ClipReport whole = clip(g, {mode, 1.0}), quick = clipOnly(h, {mode, 1.0});
        EXPECT_EQ(quick.normBefore, whole.normBefore);
        EXPECT_EQ(quick.normAfter, whole.normAfter);
        EXPECT_EQ(quick.touched, whole.touched);
        EXPECT_EQ(quick.coefficient, whole.coefficient);
        EXPECT_EQ(g.items[1].value, h.items[1].value);
        EXPECT_EQ(quick.normAfter, h.norm());
    }
}

}  // namespace
}  // namespace rnnscope
