// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <vector>

#include "core/clipping.h"

namespace rnnscope {

/// What σ(x_50) is to become.
inline constexpr double cliffGoal = 0.7;
/// A step over more than this distance throws a run away: the valley is not wider.
inline constexpr double cliffThrow = 2;

/// The error surface of a recurrent network of one unit, x_t = w σ(x_{t−1}) + b for t = 1 … 50 from
/// x_0 = 0.5, with E = (σ(x_50) − 0.7)² (Pascanu, Mikolov & Bengio 2013, figure 6): a plain, a
/// valley, and a wall between them.
struct CliffPoint {
    double w = 0;
    double b = 0;
    double loss = 0;
    double gradientW = 0;  ///< ∂E/∂w
    double gradientB = 0;
    bool clipped = false;  ///< the step taken from here was clipped; false where none was taken

    double gradientNorm() const;
};

/// Loss and gradient at a place.
CliffPoint cliffAt(double w, double b);

/// Plain gradient descent from a place: point k is where k steps lead, so `steps` + 1 points. The
/// two numbers are clipped together, as clip() does.
std::vector<CliffPoint> cliffRun(double w, double b, double rate, const Clipping& clipping,
                                 int steps);

/// The update that throws a run away: the longest step it takes, if that is a throw at all.
std::optional<int> thrownAt(std::span<const CliffPoint> run);
/// How many of the first `count` updates were clipped.
int clippedCount(std::span<const CliffPoint> run, int count);

/// Losses at all pairs: (b.size(), w.size()).
Eigen::MatrixXd cliffSurface(const Eigen::VectorXd& w, const Eigen::VectorXd& b);

}  // namespace rnnscope
