// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/activation.h"
#include "core/packed_matrix.h"
#include "core/random.h"

namespace rnnscope {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double ulps(double value, double exact) {
    const double unit = std::nextafter(std::abs(exact), infinity) - std::abs(exact);
    return std::abs(value - exact) / unit;
}

/// Arguments over all sizes, both signs, and the places where the code changes its way.
std::vector<double> arguments() {
    std::vector<double> x = {0.0, -0.0, 19.9, 20.0, 20.1, 700.0, 709.0, 0.34657, 0.34658, 1e-320};
    for (double size = 1e-300; size < 1e3; size *= 1.37)
        x.push_back(size);
    for (int k = 1; k < 4000; ++k)
        x.push_back(k * 0.005 + 1e-4);
    const std::size_t positive = x.size();
    for (std::size_t k = 0; k < positive; ++k)
        x.push_back(-x[k]);
    return x;
}

TEST(Activation, HyperbolicTangentIsExactToThreeUnits) {
    const auto x = arguments();
    std::vector<double> y(x.size());
    hyperbolicTangent(x.data(), y.data(), static_cast<Eigen::Index>(x.size()));
    for (std::size_t k = 0; k < x.size(); ++k) {
        const auto exact = static_cast<double>(std::tanh(static_cast<long double>(x[k])));
        EXPECT_LE(ulps(y[k], exact), 3.0) << x[k];
    }
}

TEST(Activation, LogisticIsExactToThreeUnits) {
    const auto x = arguments();
    std::vector<double> y(x.size());
    logistic(x.data(), y.data(), static_cast<Eigen::Index>(x.size()));
    for (std::size_t k = 0; k < x.size(); ++k) {
        if (x[k] < -700)
            continue;
        const auto exact =
            static_cast<double>(1.0L / (1.0L + std::exp(-static_cast<long double>(x[k]))));
        EXPECT_LE(ulps(y[k], exact), 3.0) << x[k];
    }
}

TEST(Activation, OddValuesComeOutAsMathematicsHasThem) {
    const double x[] = {nan, infinity, -infinity, 1e300, -1e300, 5e-324};
    double y[6];
    logistic(x, y, 6);
    EXPECT_TRUE(std::isnan(y[0]));
    EXPECT_EQ(y[1], 1.0);
    EXPECT_EQ(y[2], 0.0);
    EXPECT_EQ(y[3], 1.0);
    EXPECT_EQ(y[4], 0.0);
    hyperbolicTangent(x, y, 6);
    EXPECT_TRUE(std::isnan(y[0]));
    EXPECT_EQ(y[1], 1.0);
    EXPECT_EQ(y[2], -1.0);
    EXPECT_EQ(y[5], 5e-324);
    rectify(x, y, 6);
    EXPECT_TRUE(std::isnan(y[0]));
    EXPECT_EQ(y[1], infinity);
    EXPECT_EQ(y[2], 0.0);
}

TEST(Activation, LengthAndPlaceDoNotMatter) {
    Random random(3);
    std::vector<double> x(67), whole(67);
    for (double& value : x)
        value = 3 * random.normal();
    logistic(x.data(), whole.data(), 67);
    for (Eigen::Index start = 0; start < 67; ++start) {
        std::vector<double> part = x;
        logistic(part.data() + start, part.data() + start, 67 - start);
        for (std::size_t k = static_cast<std::size_t>(start); k < 67; ++k)
            EXPECT_LE(ulps(part[k], whole[k]), 1.0);
    }
}

TEST(PackedMatrix, AgreesWithThePlainProductAtEverySize) {
    Random random(7);
    for (const Eigen::Index rows : {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40, 63, 64, 65, 130})
        for (const Eigen::Index columns : {1, 2, 3, 7, 8, 9, 16, 33, 65, 128, 1100}) {
            Eigen::MatrixXd matrix(rows, columns);
            Eigen::VectorXd x(columns), y(rows);
            for (double& value : matrix.reshaped())
                value = random.normal();
            for (double& value : x)
                value = random.normal();
            for (double& value : y)
                value = random.normal();
            const Eigen::VectorXd before = y, expected = y + matrix * x;
            const PackedMatrix packed(matrix);
            packed.addProduct(x.data(), y.data());
            EXPECT_LT((y - expected).cwiseAbs().maxCoeff(),
                      1e-15 * static_cast<double>(columns + 99))
                << rows << " x " << columns;
            // A second product goes through memory the other way, to the same bits.
            Eigen::VectorXd again = before;
            packed.addProduct(x.data(), again.data());
            EXPECT_EQ(again, y) << rows << " x " << columns;
            PackedMatrix transposed;
            transposed.packTransposed(matrix.transpose());
            again = before;
            transposed.addProduct(x.data(), again.data());
            EXPECT_EQ(again, y) << rows << " x " << columns;
        }
}

TEST(PackedMatrix, WritesNothingBehindTheResult) {
    const PackedMatrix matrix(Eigen::MatrixXd::Ones(5, 4));
    const Eigen::VectorXd x = Eigen::VectorXd::Ones(4);
    Eigen::VectorXd y = Eigen::VectorXd::Zero(16);
    matrix.addProduct(x.data(), y.data());
    EXPECT_EQ(y.head(5), Eigen::VectorXd::Constant(5, 4.0));
    EXPECT_EQ(y.tail(11), Eigen::VectorXd::Zero(11));
}

}  // namespace
}  // namespace rnnscope
