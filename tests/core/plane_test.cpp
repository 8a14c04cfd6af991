// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plane.h"

#include <gtest/gtest.h>

#include <Eigen/Cholesky>
#include <cmath>
#include <limits>

#include "core/random.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using rnnscope::testing::with;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

MatrixXd randomPoints(Index n, Index count, std::uint64_t seed) {
    Random random(seed);
    MatrixXd points(n, count);
    for (double& each : points.reshaped())
        each = random.normal();
    return points;
}

/// Centred, with these standard deviations along orthonormal axes: the columns of `axes`.
MatrixXd pointsAlong(const MatrixXd& axes, const VectorXd& deviations, Index count) {
    MatrixXd free = randomPoints(deviations.size(), count, 5);
    free.colwise() -= VectorXd(free.rowwise().mean());
    // Rows made orthonormal: their covariance is the identity.
    const Eigen::LLT<MatrixXd> factor(free * free.transpose() / double(count - 1));
    const MatrixXd white = factor.matrixL().solve(free);
    return axes * deviations.asDiagonal() * white;
}

void expectSound(const PrincipalPlane& plane, Index n) {
    ASSERT_EQ(plane.axes.rows(), n);
    ASSERT_EQ(plane.axes.cols(), 2);
    const Eigen::Matrix2d product = plane.axes.transpose() * plane.axes;
    EXPECT_LT((product - Eigen::Matrix2d::Identity()).cwiseAbs().maxCoeff(), 1e-14);
    for (Index k = 0; k < 2; ++k) {
        const auto axis = plane.axes.col(k);
        EXPECT_NEAR(axis.maxCoeff(), axis.cwiseAbs().maxCoeff(), 1e-9);
    }
    EXPECT_GE(plane.share[0], plane.share[1]);
    EXPECT_LE(plane.share[0] + plane.share[1], 1 + 1e-14);
}

TEST(PrincipalPlane, FindsTheLineThatPointsLieOn) {
    MatrixXd points(3, 5);
    const VectorXd direction = Eigen::Vector3d(2, -1, 2) / 3;
    for (Index k = 0; k < 5; ++k)
        points.col(k) = Eigen::Vector3d(1, 2, 3) + double(k) * direction;
    const PrincipalPlane plane = principalPlane(points);
    expectSound(plane, 3);
    EXPECT_LT((plane.axes.col(0) - direction).norm(), 1e-14);
    EXPECT_LT((plane.mean - Eigen::Vector3d(1, 2, 3) - 2 * direction).norm(), 1e-14);
    EXPECT_NEAR(plane.share[0], 1, 1e-14);
    EXPECT_NEAR(plane.share[1], 0, 1e-14);
    EXPECT_NEAR(plane.deviation[0], std::sqrt(2.5), 1e-14);  // of 0 … 4
    const MatrixXd seen = plane.project(points);
    for (Index k = 0; k < 5; ++k) {
        EXPECT_NEAR(seen(0, k), double(k) - 2, 1e-14);
        EXPECT_NEAR(seen(1, k), 0, 1e-14);
    }
}

TEST(PrincipalPlane, HasTheVariancesThatWereGiven) {
    for (const auto& [n, count] : {std::pair<Index, Index>{4, 50}, {40, 30}}) {
        const MatrixXd axes = Random(3).orthogonal(n).leftCols(4);
        const VectorXd deviations = Eigen::Vector4d(3, 2, 0.5, 0.25);
        const PrincipalPlane plane = principalPlane(pointsAlong(axes, deviations, count));
        expectSound(plane, n);
        const double whole = deviations.squaredNorm();
        for (Index k = 0; k < 2; ++k) {
            EXPECT_NEAR(std::abs(plane.axes.col(k).dot(axes.col(k))), 1, 1e-12);
            EXPECT_NEAR(plane.deviation[std::size_t(k)], deviations[k], 1e-12);
            EXPECT_NEAR(plane.share[std::size_t(k)], deviations[k] * deviations[k] / whole, 1e-13);
        }
    }
}

// numpy.linalg.svd of the same centred matrix.
TEST(PrincipalPlane, AgreesWithNumpy) {
    MatrixXd points(5, 9);
    for (Index i = 0; i < 5; ++i)
        for (Index j = 0; j < 9; ++j)
            points(i, j) =
                std::sin(1 + 2 * double(i) + 0.7 * double(i + 1) * double(j)) / double(i + 1);
    const PrincipalPlane plane = principalPlane(points);
    const double axes[2][5] = {{0.9999967691340446, 0.001964959338955615, -0.0009601501525740932,
                                -0.001000247665922258, 0.0008235730447633651},
                               {-0.0019750860240064574, 0.9999669652878054, -0.005978251239694312,
                                -0.00021501980813015502, 0.005136306736424653}};
    const double shares[] = {0.6834110538662158, 0.17103209656733068};
    const double deviations[] = {0.7497266368028515, 0.3750600016993874};
    for (Index k = 0; k < 2; ++k) {
        for (Index i = 0; i < 5; ++i)
            EXPECT_NEAR(plane.axes(i, k), axes[k][i], 1e-13);
        EXPECT_NEAR(plane.share[std::size_t(k)], shares[k], 1e-14);
        EXPECT_NEAR(plane.deviation[std::size_t(k)], deviations[k], 1e-14);
    }
}

// Points in a plane come back from their two coordinates.
TEST(PrincipalPlane, RebuildsWhatLiesInAPlane) {
    const MatrixXd axes = Random(9).orthogonal(6).leftCols(2);
    MatrixXd points = axes * randomPoints(2, 20, 1);
    points.colwise() += VectorXd(VectorXd::LinSpaced(6, -1, 2));
    const PrincipalPlane plane = principalPlane(points);
    expectSound(plane, 6);
    const MatrixXd rebuilt = (plane.axes * plane.project(points)).colwise() + plane.mean;
    EXPECT_LT((rebuilt - points).cwiseAbs().maxCoeff(), 1e-13);
    EXPECT_NEAR(plane.share[0] + plane.share[1], 1, 1e-14);
}

// Moving, turning and repeating points changes nothing within the plane; scaling scales.
TEST(PrincipalPlane, FollowsThePointsWhereverTheyGo) {
    const MatrixXd points = pointsAlong(MatrixXd::Identity(5, 5), VectorXd::LinSpaced(5, 5, 1), 31);
    const PrincipalPlane before = principalPlane(points);
    const MatrixXd seen = before.project(points);
    const auto same = [&](const MatrixXd& others, double scale) {
        const PrincipalPlane plane = principalPlane(others);
        for (std::size_t k = 0; k < 2; ++k)
            EXPECT_NEAR(plane.share[k], before.share[k], 1e-13);
        // The sign belongs to the axis, not to the points.
        const MatrixXd now = plane.project(others) / scale;
        for (Index k = 0; k < 2; ++k)
            EXPECT_LT(std::min((now.row(k) - seen.row(k)).cwiseAbs().maxCoeff(),
                               (now.row(k) + seen.row(k)).cwiseAbs().maxCoeff()),
                      1e-11);
    };
    same(points.colwise() + VectorXd(VectorXd::Constant(5, 7)), 1);
    same(Random(2).orthogonal(5) * points, 1);
    same(1e200 * points, 1e200);
    same(1e-200 * points, 1e-200);
    EXPECT_EQ(principalPlane(points).axes, before.axes);
}

TEST(PrincipalPlane, LeavesOutWhatIsNotFinite) {
    const MatrixXd points = randomPoints(3, 12, 4);
    MatrixXd broken(3, 15);
    broken << points, points.leftCols(3);
    broken(1, 12) = nan;
    broken(0, 13) = infinity;
    broken.col(14).setConstant(-infinity);
    const PrincipalPlane plane = principalPlane(broken), clean = principalPlane(points);
    EXPECT_EQ(plane.used, 12);
    EXPECT_EQ(plane.axes, clean.axes);
    EXPECT_EQ(plane.mean, clean.mean);
    const MatrixXd seen = plane.project(broken);
    EXPECT_EQ(seen.leftCols(12), clean.project(points));
    EXPECT_TRUE(seen.rightCols(3).array().isNaN().all());
}

TEST(PrincipalPlane, HasAxesEvenWhereNothingVaries) {
    for (const MatrixXd& points : {MatrixXd(MatrixXd::Constant(4, 7, 0.1)),
                                   MatrixXd(MatrixXd::Zero(4, 7)), MatrixXd(randomPoints(4, 1, 2)),
                                   MatrixXd(MatrixXd::Constant(4, 3, nan)), MatrixXd(4, 0)}) {
        const PrincipalPlane plane = principalPlane(points);
        expectSound(plane, 4);
        EXPECT_EQ(plane.share[0], 0);
        EXPECT_EQ(plane.deviation[0], 0);
        EXPECT_TRUE(plane.mean.allFinite());
    }
    EXPECT_EQ(principalPlane(randomPoints(1, 5, 2)).axes.col(0), VectorXd::Ones(1));
    EXPECT_NEAR(principalPlane(randomPoints(1, 5, 2)).share[0], 1, 1e-15);
}

// Above some size only the leading directions are looked for; they are the same.
TEST(PrincipalPlane, OfManyDimensionsIsTheSame) {
    const Index n = 400;
    MatrixXd axes = Random(8).orthogonal(n).leftCols(20);
    VectorXd deviations(20);
    for (Index k = 0; k < 20; ++k)
        deviations[k] = std::pow(0.8, double(k));
    const PrincipalPlane plane = principalPlane(pointsAlong(axes, deviations, 500));
    expectSound(plane, n);
    for (Index k = 0; k < 2; ++k) {
        EXPECT_NEAR(std::abs(plane.axes.col(k).dot(axes.col(k))), 1, 1e-12);
        EXPECT_NEAR(plane.deviation[std::size_t(k)], deviations[k], 1e-12);
    }
}

std::shared_ptr<const Snapshot> snapshotOf(const rnnscope::testing::Choices& setup) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok());
    return experiment->snapshot(1);
}

TEST(PlanePath, OfUnitsIsTheRecord) {
    for (const char* bidirectional : {"false", "true"}) {
        const auto s = snapshotOf(with({{"cell", "lstm"},
                                        {"hidden", "4"},
                                        {"length", "7"},
                                        {"bidirectional", bidirectional}}));
        for (std::size_t trace = 0; trace < s->shape().traces(); ++trace)
            for (const std::size_t state : {0, 1}) {
                const PlanePath path = planePath(*s, trace, {PlaneAxes::Units, state, 3, 1});
                const std::size_t quantity = s->shape().cell->states()[state];
                ASSERT_EQ(path.steps(), 7);
                for (Index k = 0; k <= 7; ++k) {
                    const auto value = s->record.traces[trace].at(quantity, k);
                    const auto slope = s->backward->gradients.traces[trace].at(quantity, k);
                    EXPECT_EQ(path.points(0, k), value[3]);
                    EXPECT_EQ(path.points(1, k), value[1]);
                    EXPECT_EQ(path.descent(0, k), -slope[3]);
                    EXPECT_EQ(path.descent(1, k), -slope[1]);
                }
            }
    }
}

TEST(PlanePath, OfComponentsLeavesTheInitialStateOutOfTheirChoice) {
    const auto s = snapshotOf(with({{"cell", "gru"}, {"hidden", "5"}, {"length", "20"}}));
    const PlanePath path = planePath(*s, 0, {PlaneAxes::Components});
    const Trace& values = s->record.traces[0];
    const std::size_t h = s->shape().cell->hiddenState();
    const PrincipalPlane plane = principalPlane(values.overTime(h));
    EXPECT_EQ(path.components.axes, plane.axes);
    EXPECT_EQ(path.points.rightCols(20), plane.project(values.overTime(h)));
    EXPECT_EQ(path.points.col(0), plane.project(MatrixXd(values.at(h, 0))));
    for (Index k = 0; k <= 20; ++k) {
        const VectorXd down = -s->backward->gradients.traces[0].at(h, k);
        EXPECT_LT((path.descent.col(k) - plane.axes.transpose() * down).norm(), 1e-15);
    }
}

TEST(PlanePath, OfOneUnitIsAReturnMap) {
    const auto s = snapshotOf(with({{"cell", "rnn"}, {"hidden", "1"}, {"length", "6"}}));
    for (const PlaneAxes axes : {PlaneAxes::Units, PlaneAxes::Components, PlaneAxes::Return}) {
        const PlanePath path = planePath(*s, 0, {axes, 0, 0, 1});
        const std::size_t h = s->shape().cell->hiddenState();
        EXPECT_EQ(path.axes, PlaneAxes::Return);
        EXPECT_TRUE(path.points.col(0).array().isNaN().all());
        for (Index k = 1; k <= 6; ++k) {
            EXPECT_EQ(path.points(0, k), s->record.traces[0].at(h, k - 1)[0]);
            EXPECT_EQ(path.points(1, k), s->record.traces[0].at(h, k)[0]);
            EXPECT_EQ(path.descent(0, k), 0);
            EXPECT_EQ(path.descent(1, k), -s->backward->gradients.traces[0].at(h, k)[0]);
        }
    }
}

TEST(PlanePath, BeyondTheLastMeansTheLast) {
    const auto s = snapshotOf(with({{"cell", "rnn"}, {"hidden", "3"}, {"length", "4"}}));
    const PlanePath path = planePath(*s, 0, {PlaneAxes::Units, 7, 99, 1});
    EXPECT_EQ(path.points, planePath(*s, 0, {PlaneAxes::Units, 0, 2, 1}).points);
    const auto blind = snapshotOf(with({{"cell", "rnn"}, {"target", "none"}}));
    EXPECT_EQ(planePath(*blind, 0, {}).descent.size(), 0);
}

}  // namespace
}  // namespace rnnscope
