// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rnnscope {
namespace {

// The figures below come from a second implementation of MT19937-64 and of the distributions,
// written in Python from their definitions.

TEST(Random, EngineIsTheStandardOne) {
    Random random(5489);
    for (int i = 1; i < 10000; ++i)
        random.bits();
    EXPECT_EQ(random.bits(), 9981545732273789042u);  // the C++ standard, [rand.predef]
}

TEST(Random, FirstNumbersOfSeedOne) {
    Random bits(1);
    EXPECT_EQ(bits.bits(), 2469588189546311528u);
    EXPECT_EQ(bits.bits(), 2516265689700432462u);
    EXPECT_EQ(bits.bits(), 8323445853463659930u);

    Random unit(1);
    for (const double expected :
         {0.13387664401253263, 0.13640703636619722, 0.4512149038445381, 0.02102422841672702})
        EXPECT_EQ(unit.uniform(), expected);

    Random range(1);
    for (const double expected :
         {-0.7322467119749347, -0.7271859272676056, -0.09757019231092379, -0.957951543166546})
        EXPECT_EQ(range.uniform(-1, 1), expected);

    Random digits(1);
    for (const std::uint64_t expected : {8u, 2u, 0u, 6u, 4u, 9u, 8u, 5u, 8u, 4u})
        EXPECT_EQ(digits.below(10), expected);

    Random normal(1);  // within 4 ulp: the logarithm belongs to the platform
    for (const double expected :
         {-0.039399956754155314, -0.38683176162103955, -0.24894784633514516, 0.6868236391793252})
        EXPECT_DOUBLE_EQ(normal.normal(), expected);
}

TEST(Random, SameSeedSameNumbersOtherSeedOthers) {
    Random a(7), b(7), c(8);
    const std::uint64_t first = a.bits();
    EXPECT_EQ(first, b.bits());
    EXPECT_NE(first, c.bits());
    for (int i = 0; i < 1000; ++i)
        ASSERT_EQ(a.normal(), b.normal());
}

TEST(Random, UniformFillsItsRange) {
    constexpr int count = 100000;
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        Random random(seed);
        double least = 1, most = 0, sum = 0, squares = 0;
        for (int i = 0; i < count; ++i) {
            const double value = random.uniform();
            least = std::min(least, value);
            most = std::max(most, value);
            sum += value;
            squares += value * value;
        }
        EXPECT_GE(least, 0);
        EXPECT_LT(least, 1e-3);
        EXPECT_LT(most, 1);
        EXPECT_GT(most, 1 - 1e-3);
        // Five standard errors: the deviations of u and u² are √(1/12) and √(4/45).
        EXPECT_NEAR(sum / count, 1.0 / 2, 5 * std::sqrt(1.0 / 12 / count));
        EXPECT_NEAR(squares / count, 1.0 / 3, 5 * std::sqrt(4.0 / 45 / count));
    }
}

TEST(Random, UniformKeepsToItsBounds) {
    Random random(4);
    for (int i = 0; i < 10000; ++i) {
        const double value = random.uniform(-2.5, 0.5);
        ASSERT_GE(value, -2.5);
        ASSERT_LT(value, 0.5);
    }
    EXPECT_EQ(random.uniform(3, 3), 3);
}

TEST(Random, BelowIsEven) {
    constexpr std::size_t sides = 7;
    constexpr int throws = 70000;
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        Random random(seed);
        std::array<int, sides> counts{};
        for (int i = 0; i < throws; ++i)
            ++counts.at(random.below(sides));  // throws where out of range
        double chiSquare = 0;
        for (const int count : counts) {
            const double expected = static_cast<double>(throws) / sides;
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        EXPECT_LT(chiSquare, 22.5) << "seed " << seed;  // 6 degrees of freedom: 0.1 %
    }
}

TEST(Random, BelowOneIsZeroAndLargeCountsReachTheTop) {
    Random random(5);
    for (int i = 0; i < 100; ++i)
        ASSERT_EQ(random.below(1), 0u);
    // With 3·2⁶² values a plain remainder would make the lowest third twice as likely.
    constexpr std::uint64_t third = std::uint64_t{1} << 62;
    int lowest = 0;
    for (int i = 0; i < 30000; ++i) {
        const std::uint64_t value = random.below(3 * third);
        ASSERT_LT(value, 3 * third);
        lowest += value < third;
    }
    EXPECT_NEAR(lowest, 10000, 5 * std::sqrt(30000 * 2.0 / 9));
}

TEST(Random, NormalHasItsMoments) {
    constexpr int count = 200000;
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        Random random(seed);
        std::array<double, 5> moments{};
        double product = 0, previous = 0;
        for (int i = 0; i < count; ++i) {
            const double value = random.normal();
            for (std::size_t power = 1; power < moments.size(); ++power)
                moments[power] += std::pow(value, static_cast<int>(power)) / count;
            product += value * previous / count;
            previous = value;
        }
        // Five standard errors; the variances of z … z⁴ and of a product are 1, 2, 15, 96 and 1.
        const auto bound = [](double variance) { return 5 * std::sqrt(variance / count); };
        EXPECT_NEAR(moments[1], 0, bound(1));
        EXPECT_NEAR(moments[2], 1, bound(2));
        EXPECT_NEAR(moments[3], 0, bound(15));
        EXPECT_NEAR(moments[4], 3, bound(96));
        EXPECT_NEAR(product, 0, bound(1)) << "the two of a pair must not depend on each other";
    }
}

TEST(Random, OrthogonalIsOrthogonal) {
    for (const Eigen::Index n : {1, 2, 3, 8, 32, 65})
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            Random random(seed);
            const Eigen::MatrixXd q = random.orthogonal(n);
            const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(n, n);
            EXPECT_LT((q.transpose() * q - identity).cwiseAbs().maxCoeff(), 1e-12);
            EXPECT_LT((q * q.transpose() - identity).cwiseAbs().maxCoeff(), 1e-12);
        }
}

TEST(Random, OrthogonalPrefersNoDirection) {
    // Entries of a uniform orthogonal matrix have mean 0 and variance 1/n. Without the correction
    // of signs the first diagonal entry would always be of one sign.
    constexpr Eigen::Index n = 3;
    constexpr int count = 4000;
    Random random(6);
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(n, n), squares = sum;
    for (int i = 0; i < count; ++i) {
        const Eigen::MatrixXd q = random.orthogonal(n);
        sum += q;
        squares += q.cwiseAbs2();
    }
    // Five standard errors; the variance of q² is 3/(n(n + 2)) − 1/n².
    const double ofSquare = 3.0 / (n * (n + 2)) - 1.0 / (n * n);
    EXPECT_LT((sum / count).cwiseAbs().maxCoeff(), 5 * std::sqrt(1.0 / n / count));
    EXPECT_LT((squares.array() / count - 1.0 / n).abs().maxCoeff(),
              5 * std::sqrt(ofSquare / count));
}

}  // namespace
}  // namespace rnnscope
