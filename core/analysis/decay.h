// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>

namespace rnnscope {

/// What a gradient's size means for learning. The bands are drawn behind every gradient plot.
enum class Verdict { Exploding, Alive, Shrinking, Vanished };

/// Lower ends of the bands, as a share of the gradient at the loss. Above 1 it grows.
inline constexpr double aliveFrom = 1e-3;
inline constexpr double shrinkingFrom = 1e-6;
/// A gradient that grows by less than this over the whole sequence still counts as alive.
inline constexpr double explodingFrom = 10.0;

/// How the gradient of the last loss changes per step on its way back through time.
struct Decay {
    double rate = 0;       ///< natural logarithm of the factor per step; < 0 shrinks, −∞ dies
    double remaining = 1;  ///< factor over the whole sequence at this rate: e^(rate · (T − 1))
    Verdict verdict = Verdict::Alive;

    double factor() const;                   ///< per step: e^rate
    std::optional<double> halfLife() const;  ///< steps until half is left, where it shrinks
    /// Memory horizon: steps until a millionth (`shrinkingFrom`) is left, where it shrinks.
    std::optional<double> horizon() const;
    std::optional<double> doubling() const;  ///< steps until it doubles, where it grows
};

/// `norms` holds ‖∂L_T/∂h_t‖ in the order of computation, so that the loss is at its end. The rate
/// is the median of the slopes of ln ‖·‖ between pairs of steps (Theil 1950, Sen 1968): a few odd
/// steps do not bend it. Zeros and what is not finite are left out. Nothing where fewer than two
/// steps carry a gradient and none has died out.
std::optional<Decay> decayOf(const Eigen::VectorXd& norms);

}  // namespace rnnscope
