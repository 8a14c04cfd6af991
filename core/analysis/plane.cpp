// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plane.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/random.h"

namespace rnnscope {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
/// Up to this size all eigenvalues are found, which takes n³; above, the leading ones alone.
constexpr Index mostDense = 320;

struct Leading {
    VectorXd values;   ///< (k), largest first
    MatrixXd vectors;  ///< (n × k)
};

Leading reversed(const Eigen::SelfAdjointEigenSolver<MatrixXd>& solver, Index count) {
    return {solver.eigenvalues().tail(count).reverse(),
            solver.eigenvectors().rightCols(count).rowwise().reverse()};
}

/// Orthogonal iteration with Rayleigh and Ritz's choice within the block: a few more directions
/// than are wanted, until the two leading ones stay where they are.
Leading iterated(const MatrixXd& matrix) {
    constexpr Index block = 12;
    constexpr int mostRounds = 300;
    Random random(1);
    MatrixXd basis(matrix.rows(), block);
    for (double& each : basis.reshaped())
        each = random.uniform(-1, 1);
    Leading found;
    for (int round = 0; round < mostRounds; ++round) {
        const Eigen::HouseholderQR<MatrixXd> factors(basis);
        const MatrixXd orthogonal =
            factors.householderQ() * MatrixXd::Identity(matrix.rows(), block);
        basis.noalias() = matrix * orthogonal;
        const Eigen::SelfAdjointEigenSolver<MatrixXd> inside(orthogonal.transpose() * basis);
        found = reversed(inside, 2);
        const double off =
            (basis * found.vectors - orthogonal * found.vectors * found.values.asDiagonal())
                .colwise()
                .norm()
                .maxCoeff();
        found.vectors = orthogonal * found.vectors;
        if (off <= 1e-14 * found.values[0])
            break;
    }
    return found;
}

/// The two leading eigenvectors of a symmetric matrix without negative eigenvalues.
Leading leadingPair(const MatrixXd& matrix) {
    if (matrix.rows() > mostDense)
        return iterated(matrix);
    return reversed(Eigen::SelfAdjointEigenSolver<MatrixXd>(matrix),
                    std::min<Index>(2, matrix.rows()));
}

void fixSign(Eigen::Ref<VectorXd> axis) {
    Index largest = 0;
    // Equal but for rounding counts as equal, so that the choice does not hang on the last bit.
    const double size = axis.cwiseAbs().maxCoeff();
    while (std::abs(axis[largest]) < size * (1 - 1e-9))
        ++largest;
    if (axis[largest] < 0)
        axis = -axis;
}

/// Directions without any variance: what is left of the first unit vector that is not on `other`.
VectorXd anyOrthogonal(const VectorXd& other) {
    Index least = 0;
    other.cwiseAbs().minCoeff(&least);
    VectorXd axis = VectorXd::Unit(other.size(), least) - other[least] * other;
    return axis.normalized();
}

MatrixXd finiteColumns(const Eigen::Ref<const MatrixXd>& points) {
    MatrixXd kept(points.rows(), points.cols());
    Index count = 0;
    for (Index k = 0; k < points.cols(); ++k)
        if (points.col(k).allFinite())
            kept.col(count++) = points.col(k);
    kept.conservativeResize(Eigen::NoChange, count);
    return kept;
}

/// Principal axes of centred points of which the largest entry has size 1.
void fillAxes(PrincipalPlane& plane, const MatrixXd& centred, double size) {
    const Index n = centred.rows(), count = centred.cols();
    // Of the two products of the same eigenvalues the smaller.
    const bool wide = n <= count;
    const MatrixXd product =
        wide ? MatrixXd(centred * centred.transpose()) : MatrixXd(centred.transpose() * centred);
    const double whole = product.trace();
    const Leading leading = leadingPair(product);
    for (Index k = 0; k < std::min<Index>(2, n); ++k) {
        const bool found = k < leading.values.size() &&
                           leading.values[k] > 1e-28 * std::max(leading.values[0], 0.0) &&
                           leading.values[k] > 0;
        if (found) {
            plane.axes.col(k) = wide ? leading.vectors.col(k)
                                     : VectorXd(centred * leading.vectors.col(k)).normalized();
            plane.share[std::size_t(k)] = std::clamp(leading.values[k] / whole, 0.0, 1.0);
            plane.deviation[std::size_t(k)] =
                size * std::sqrt(leading.values[k] / double(std::max<Index>(1, count - 1)));
        } else {
            plane.axes.col(k) =
                k == 0 ? VectorXd(VectorXd::Unit(n, 0)) : anyOrthogonal(plane.axes.col(0));
        }
    }
    if (n > 1) {  // rounding of a product taken the other way round
        VectorXd second = plane.axes.col(1);
        second -= plane.axes.col(0).dot(second) * plane.axes.col(0);
        plane.axes.col(1) =
            second.norm() > 0.5 ? VectorXd(second.normalized()) : anyOrthogonal(plane.axes.col(0));
    }
    for (Index k = 0; k < std::min<Index>(2, n); ++k)
        fixSign(plane.axes.col(k));
}

/// Rows of the state, NaN in whole columns that are not finite in what is asked for.
MatrixXd pair(const MatrixXd& state, Index first, Index second) {
    MatrixXd points(2, state.cols());
    points.row(0) = state.row(first);
    points.row(1) = state.row(second);
    return points;
}

void markGaps(MatrixXd& points) {
    for (Index k = 0; k < points.cols(); ++k)
        if (!points.col(k).allFinite())
            points.col(k).setConstant(nan);
}

/// All columns of a state, the initial one first: H × (T + 1).
MatrixXd stateOf(const Trace& trace, std::size_t quantity) {
    MatrixXd state(trace.hidden(), trace.steps() + 1);
    for (Index k = 0; k < state.cols(); ++k)
        state.col(k) = trace.at(quantity, k);
    return state;
}

}  // namespace

MatrixXd PrincipalPlane::project(const Eigen::Ref<const MatrixXd>& points) const {
    MatrixXd result = axes.transpose() * (points.colwise() - mean);
    markGaps(result);
    return result;
}

double PlanePath::slope(Index column) const {
    return std::hypot(descent(0, column), descent(1, column));
}

PrincipalPlane principalPlane(const Eigen::Ref<const MatrixXd>& points) {
    const Index n = points.rows();
    PrincipalPlane plane;
    plane.mean = VectorXd::Zero(n);
    plane.axes = MatrixXd::Zero(n, 2);
    plane.axes.topRows(std::min<Index>(2, n)).diagonal().setOnes();
    MatrixXd kept = finiteColumns(points);
    plane.used = kept.cols();
    if (plane.used == 0)
        return plane;
    // In units of the largest entry, so that no square overflows or vanishes.
    const double first = kept.cwiseAbs().maxCoeff();
    if (first == 0)
        return plane;
    kept /= first;
    const VectorXd mean = kept.rowwise().mean();
    plane.mean = first * mean;
    kept.colwise() -= mean;
    const double second = kept.cwiseAbs().maxCoeff();
    // What is left of a constant is rounding.
    if (!(second > 1e-15))
        return plane;
    kept /= second;
    fillAxes(plane, kept, first * second);
    return plane;
}

PlanePath planePath(const Snapshot& snapshot, std::size_t trace, const PlaneChoice& choice) {
    const auto states = snapshot.shape().cell->states();
    const std::size_t quantity = states[std::min(choice.state, states.size() - 1)];
    const Trace& values = snapshot.record.traces[trace];
    const Index last = values.hidden() - 1;
    const Index first = std::clamp<Index>(choice.first, 0, last);
    const Index second = std::clamp<Index>(choice.second, 0, last);
    const MatrixXd state = stateOf(values, quantity);
    MatrixXd slope;
    if (snapshot.backward)
        slope =  // no −0
            (0.0 - stateOf(snapshot.backward->gradients.traces[trace], quantity).array()).matrix();

    PlanePath path;
    path.axes = last == 0 ? PlaneAxes::Return : choice.axes;
    switch (path.axes) {
        case PlaneAxes::Units:
            path.points = pair(state, first, second);
            if (slope.size() > 0)
                path.descent = pair(slope, first, second);
            break;
        case PlaneAxes::Components:
            path.components = principalPlane(state.rightCols(values.steps()));
            path.points = path.components.project(state);
            if (slope.size() > 0)
                path.descent = path.components.axes.transpose() * slope;
            break;
        case PlaneAxes::Return:
            path.points.setConstant(2, state.cols(), nan);
            path.points.row(0).tail(values.steps()) = state.row(first).head(values.steps());
            path.points.row(1) = state.row(first);
            if (slope.size() > 0) {
                path.descent.setZero(2, state.cols());
                path.descent.row(1) = slope.row(first);
            }
            break;
    }
    markGaps(path.points);
    return path;
}

}  // namespace rnnscope
