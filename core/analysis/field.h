// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <functional>
#include <optional>
#include <string>

#include "core/clipping.h"
#include "core/loss.h"
#include "core/network.h"

namespace rnnscope {

/// One entry of one parameter.
struct WeightEntry {
    std::string parameter;  ///< PyTorch's name
    Index row = 0;
    Index column = 0;

    bool operator==(const WeightEntry&) const = default;
};

/// Two weights, and how far around their present values to look.
struct FieldChoice {
    WeightEntry x, y;
    double reach = 1;  ///< > 0; from the present value to the edge
    int side = 13;     ///< grid points a side, odd: the middle one is the present network

    bool operator==(const FieldChoice&) const = default;
};

/// The gradient as a field of arrows over two weights, all others as they are: as it is, clipped
/// by value, and clipped by norm (of the whole gradient, all parameters together).
struct GradientField {
    /// −∂L/∂(x, y), the way gradient descent goes; side × side, row = y, column = x.
    struct Arrows {
        Eigen::MatrixXd x, y;

        double length(Index row, Index column) const;
        /// Angle to another field's arrow at the same place, in degrees, 0 … 180; 0 where one of
        /// them has no length.
        double degreesTo(const Arrows& other, Index row, Index column) const;
    };
    FieldChoice choice;
    Eigen::VectorXd xs, ys;  ///< (side): values of the weights, ascending
    Eigen::MatrixXd loss;    ///< side × side
    Arrows plain, byValue, byNorm;
};

/// Costs side² forward and backward passes. Nothing where `stale` says that nobody waits any more,
/// or where the network has not both entries (an absent bias has none), or they are the same one.
std::optional<GradientField> gradientField(const Network& network, const Eigen::MatrixXd& input,
                                           const InitialState& initial, Loss loss,
                                           const Eigen::MatrixXd& target, double threshold,
                                           const FieldChoice& choice,
                                           const std::function<bool()>& stale = {});

}  // namespace rnnscope
