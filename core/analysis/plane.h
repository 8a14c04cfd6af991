// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <array>

#include "core/experiment.h"

namespace rnnscope {

/// The plane in which points in n dimensions vary most: their two leading principal components.
struct PrincipalPlane {
    Eigen::VectorXd mean;  ///< (n), of the points used
    /// (n × 2), orthonormal. The sign is such that the entry of largest size, the first of several,
    /// is positive. With n = 1 the second is zero.
    Eigen::MatrixXd axes;
    /// Of the whole variance, 0 … 1 each; 0 where nothing varies.
    std::array<double, 2> share{};
    /// Standard deviation along each axis, of a sample (divisor points − 1); 0 for one point.
    std::array<double, 2> deviation{};
    Index used = 0;  ///< points that are finite; the others are left out

    /// Coordinates of points on the axes: 2 × points; NaN for what is not finite.
    Eigen::MatrixXd project(const Eigen::Ref<const Eigen::MatrixXd>& points) const;
};

/// `points` is n × count, one column a point; any of them may be NaN or infinite. By the
/// eigenvectors of the covariance, exact to rounding relative to the largest variance.
PrincipalPlane principalPlane(const Eigen::Ref<const Eigen::MatrixXd>& points);

/// What the two axes of a phase plane are.
enum class PlaneAxes {
    Units,       ///< two units of the state
    Components,  ///< the principal plane of the state at times 1 … T
    Return       ///< one unit: its value at the step before, and at the step
};

struct PlaneChoice {
    PlaneAxes axes = PlaneAxes::Components;
    std::size_t state = 0;        ///< within the cell's states
    Index first = 0, second = 1;  ///< units, of PlaneAxes::Units; `first` also of Return

    bool operator==(const PlaneChoice&) const = default;
};

/// A state over time as a path in a plane.
struct PlanePath {
    PlaneAxes axes = PlaneAxes::Units;
    /// 2 × (T + 1), in the columns of the trace: in the order of computation, the initial state
    /// first. NaN where a value is not finite, and for Return in column 0, which has no step
    /// before.
    Eigen::MatrixXd points;
    /// −∂L/∂state along the axes, of the same shape; of Return along the second axis alone.
    /// Empty without a target.
    Eigen::MatrixXd descent;
    PrincipalPlane components;  ///< of PlaneAxes::Components; else empty

    Index steps() const { return points.cols() - 1; }
    /// Length of `descent` in one column.
    double slope(Index column) const;
};

/// A state of one unit has a Return alone, whatever is chosen; units and states beyond the last
/// mean the last.
PlanePath planePath(const Snapshot& snapshot, std::size_t trace, const PlaneChoice& choice);

}  // namespace rnnscope
