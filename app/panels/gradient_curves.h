// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <optional>
#include <vector>

#include "app/playhead.h"
#include "app/plot/axes.h"
#include "core/experiment.h"

namespace rnnscope {

/// One curve of the gradient plot: the size of a derivative at every step.
struct GradientCurve {
    QString id;        ///< its column's name in data(): "norm_grad_h"
    QString symbol;    ///< ‖∂L/∂hₜ‖
    QString meaning;   ///< the same in words
    QString quantity;  ///< whose colour it has; empty: muted
    bool dashed = false;
    std::vector<double> norms;              ///< one a step, ≥ 0, NaN or ∞
    std::optional<std::size_t> state = {};  ///< quantity of the cell by which it is
};

/// ‖∂L/∂(state)‖ for each state that the cell carries, and ‖∂L_last/∂h‖. Empty without a target.
std::vector<GradientCurve> gradientCurves(const Snapshot& snapshot, std::size_t trace);

/// 10⁻⁸ … 10² as long as the sizes fit, else extended to whole even decades; never fitted to them,
/// so that two networks can be compared by eye.
LogAxis gradientAxis(const std::vector<GradientCurve>& curves);

/// First and last step (from 0) that the backward pass has been through; nothing before it begins.
struct PlayedSteps {
    int first = 0;
    int last = 0;

    bool operator==(const PlayedSteps&) const = default;
};
std::optional<PlayedSteps> playedBack(const Position& position, bool reverse, int length);

/// The middle of the longest run of zeros.
std::optional<int> zeroStep(const std::vector<GradientCurve>& curves);
/// Where what is not finite begins: in the forward pass if there already, else on the way back.
std::optional<int> firstOverflow(const Snapshot& snapshot, std::size_t trace,
                                 const std::vector<GradientCurve>& curves);

QColor curveColor(const GradientCurve& curve, const Theme& theme);
QColor curveTextColor(const GradientCurve& curve, const Theme& theme);

}  // namespace rnnscope
