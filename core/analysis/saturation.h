// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// Within this share of its range from either end, a squashed value counts as saturated.
inline constexpr double saturatedShare = 0.05;

/// How much of one quantity stands at the ends of its range, where its slope is nearly zero.
struct Saturation {
    std::size_t quantity = 0;  ///< of the cell
    Eigen::VectorXd low;       ///< (T): share of units at the lower end; NaN where a unit is NaN
    Eigen::VectorXd high;      ///< (T): share of units at the upper end; likewise
    double whole = 0;          ///< share of all units and steps at either end; likewise

    /// Of what stands at either end, the part at the upper one; NaN where nothing does.
    double upperPart() const;
};

/// Every squashed quantity of a trace that lies between two finite ends: gates, candidates, the
/// hidden state of a tanh RNN. Not the hidden state of an LSTM, which is a product.
std::vector<Saturation> saturation(const Cell& cell, const Trace& trace);

/// Units whose rectified hidden state is zero at every step, and so learn nothing; empty for cells
/// whose hidden state is not rectified. One entry a dead unit, from 0.
std::vector<Index> deadUnits(const Cell& cell, const Trace& trace);

}  // namespace rnnscope
