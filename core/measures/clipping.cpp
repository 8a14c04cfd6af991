// SPDX-License-Identifier: GPL-3.0-or-later
// What clipping does to a gradient; of the whole batch.
#include <cmath>
#include <numbers>

#include "core/measures/measures.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr MeasureOption byWhat{"by", "value|norm", "value", "the way of clipping"};

Result<double> gradientNorm(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    return (*pass)->backward->clip.normBefore;
}

Result<double> clippedNorm(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    return (*pass)->backward->clip.normAfter;
}

Result<double> clipAngle(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Snapshot::Backward& backward = *(*pass)->backward;
    return choices.word("by") == "norm" ? backward.byNorm.angle : backward.byValue.angle;
}

Result<double> clipCosine(const Setup& setup, const MeasureChoices& choices) {
    const auto angle = clipAngle(setup, choices);
    return angle ? Result<double>(std::cos(*angle * std::numbers::pi / 180)) : angle;
}

Result<double> pairAngle(const Setup&, const MeasureChoices& choices) {
    const double threshold = choices.number("threshold");
    if (!(threshold > 0))
        return Error{Sentence::tr("the clipping threshold must be a number above 0")};
    Parameters gradient;
    gradient.items.push_back({"w", Eigen::RowVector2d(choices.number("x"), choices.number("y"))});
    const bool norm = choices.word("by") == "norm";
    return clip(gradient, {norm ? ClipMode::Norm : ClipMode::Value, threshold}).angle;
}

}  // namespace

std::span<const Measure> clippingMeasures() {
    static const std::vector<Measure> table{
        {"gradient-norm",
         "norm of the gradient over all parameters, before clipping",
         {afterUpdates},
         gradientNorm},
        {"clipped-norm", "the same after the setup's clipping", {afterUpdates}, clippedNorm},
        {"clip-angle",
         "degrees between the gradient before and after clipping at the setup's threshold",
         {byWhat, afterUpdates},
         clipAngle},
        {"clip-cosine", "cosine of that angle", {byWhat, afterUpdates}, clipCosine},
        {"pair-angle",
         "degrees by which clipping turns a gradient of two numbers",
         {{"x", "X", "", "the first number"},
          {"y", "X", "", "the second number"},
          {"threshold", "X", "1", "above 0"},
          byWhat},
         pairAngle},
    };
    return table;
}

}  // namespace rnnscope
