// SPDX-License-Identifier: GPL-3.0-or-later
// The network of one unit whose error surface has a wall; it has no setup.
#include <algorithm>
#include <limits>

#include "core/analysis/cliff.h"
#include "core/measures/measures.h"

namespace rnnscope {
namespace {

std::vector<CliffPoint> runOf(const MeasureChoices& choices) {
    const double threshold = choices.number("clip");
    Clipping clipping;
    if (threshold > 0)
        clipping = {ClipMode::Norm, threshold};
    return cliffRun(choices.number("w"), choices.number("b"), choices.number("rate"), clipping,
                    static_cast<int>(choices.whole("updates")));
}

Result<double> largestNorm(const Setup&, const MeasureChoices& choices) {
    double largest = 0;
    for (const CliffPoint& point : runOf(choices))
        largest = std::max(largest, point.gradientNorm());
    return largest;
}

Result<double> lastLoss(const Setup&, const MeasureChoices& choices) {
    return runOf(choices).back().loss;
}

Result<double> lastW(const Setup&, const MeasureChoices& choices) {
    return runOf(choices).back().w;
}

Result<double> clippedUpdates(const Setup&, const MeasureChoices& choices) {
    return clippedCount(runOf(choices), static_cast<int>(choices.whole("updates")));
}

Result<double> thrown(const Setup&, const MeasureChoices& choices) {
    const auto update = thrownAt(runOf(choices));
    return update ? *update : std::numeric_limits<double>::infinity();
}

std::vector<MeasureOption> options() {
    return {{"w", "X", "4.7", "where it starts"},
            {"b", "X", "-2", "where it starts"},
            {"rate", "X", "0.1", "learning rate"},
            {"clip", "X", "0", "largest norm; 0 for no clipping"},
            {"updates", "N", "300", "of plain gradient descent"}};
}

}  // namespace

std::span<const Measure> cliffMeasures() {
    static const std::vector<Measure> table{
        {"cliff-largest-norm", "largest gradient norm of a run over the cliff of the panel cliff",
         options(), largestNorm},
        {"cliff-loss", "loss where such a run ends", options(), lastLoss},
        {"cliff-w", "w where such a run ends", options(), lastW},
        {"cliff-clipped", "updates of such a run that were clipped", options(), clippedUpdates},
        {"cliff-thrown", "updates before the one that throws such a run away; infinite where none",
         options(), thrown},
    };
    return table;
}

}  // namespace rnnscope
