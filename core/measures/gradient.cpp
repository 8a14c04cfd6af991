// SPDX-License-Identifier: GPL-3.0-or-later
// Where the gradient of one pass goes. All of the first layer, forward.
#include <cmath>

#include "core/analysis/contributions.h"
#include "core/analysis/norm.h"
#include "core/analysis/paths.h"
#include "core/measures/measures.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

/// A pass with a loss, and a carried state of its cell.
struct StatePass {
    std::shared_ptr<const Snapshot> pass;
    std::size_t state;     ///< among the cell's carried states
    std::size_t quantity;  ///< among its quantities
};

Result<StatePass> statePass(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Cell& cell = *(*pass)->shape().cell;
    const auto state = stateOf(cell, choices.word("state"));
    if (!state)
        return state.error();
    return StatePass{*pass, *state, cell.states()[*state]};
}

/// Least squares slope over lag = steps back from the loss, from a lag on.
Result<double> gradientSlope(const Setup& setup, const MeasureChoices& choices) {
    const auto of = statePass(setup, choices);
    if (!of)
        return of.error();
    const Eigen::VectorXd norms = of->pass->lastLossNorms(0, of->state);
    const Index from = choices.whole("from");
    if (norms.size() - from < 2)
        return Error{
            Sentence::tr("has %1 steps, too few for a slope from lag %2 on; two more are needed",
                         norms.size(), from)};
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (Index t = 0; t + from < norms.size(); ++t) {
        const auto lag = static_cast<double>(norms.size() - 1 - t);
        const double height = std::log(norms[t]);
        n += 1;
        x += lag;
        y += height;
        xx += lag * lag;
        xy += lag * height;
    }
    return (n * xy - x * y) / (n * xx - x * x);
}

Result<double> gradientRatio(const Setup& setup, const MeasureChoices& choices) {
    const auto of = statePass(setup, choices);
    if (!of)
        return of.error();
    const Trace& gradient = of->pass->backward->lastLoss[0].traces[0];
    return scaledNorm(gradient.at(of->quantity, 0)) /
           scaledNorm(gradient.at(of->quantity, gradient.steps()));
}

Result<double> firstOverLast(const Setup& setup, const MeasureChoices& choices) {
    const auto of = statePass(setup, choices);
    if (!of)
        return of.error();
    const Eigen::VectorXd norms = choices.word("loss") == "last"
                                      ? of->pass->lastLossNorms(0, of->state)
                                      : of->pass->backward->gradients.traces[0].norms(of->quantity);
    const Index steps = std::min(choices.whole("steps"), norms.size());
    return norms.head(steps).mean() / norms.tail(steps).mean();
}

const Gradients& gradientsOf(const Snapshot& pass, const MeasureChoices& choices) {
    return choices.word("loss") == "last" ? pass.backward->lastLoss[0] : pass.backward->gradients;
}

Result<double> contributionShare(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Network network((*pass)->shape(), (*pass)->parameters);
    const std::string weight = choices.word("weight");
    const auto all = contributions(network, (*pass)->record, gradientsOf(**pass, choices));
    for (const Contribution& each : all)
        if (each.parameter == weight) {
            const Index last = std::min(choices.whole("last"), each.norms.size());
            return choices.word("of") == "norms" ? each.norms.tail(last).sum() / each.norms.sum()
                                                 : each.shares.tail(last).sum();
        }
    return Error{Sentence::tr("has no tensor '%1'; weight_hh_l0 is one", weight)};
}

Result<double> contributionGap(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Network network((*pass)->shape(), (*pass)->parameters);
    const std::string weight = choices.word("weight");
    const Parameter* whole = (*pass)->backward->gradients.parameters.find(weight);
    if (!whole)
        return Error{Sentence::tr("has no tensor '%1'; weight_hh_l0 is one", weight)};
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(whole->value.rows(), whole->value.cols());
    for (Index t = 0; t < (*pass)->steps(); ++t)
        sum += contributionAt(network, (*pass)->record, (*pass)->backward->gradients, weight, t);
    return (sum - whole->value).cwiseAbs().maxCoeff();
}

Result<double> straightRatio(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = lossPassAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Network network((*pass)->shape(), (*pass)->parameters);
    const GradientPaths paths =
        gradientPaths(network, (*pass)->record, (*pass)->backward->lastLoss[0], 0);
    if (paths.direct.size() == 0)
        return Error{
            Sentence::tr("has no straight path back; a cell that carries its state on is needed, "
                         "as lstm or gru")};
    return paths.direct[0] / paths.direct[paths.direct.size() - 1];
}

}  // namespace

std::span<const Measure> gradientMeasures() {
    static const std::vector<Measure> table{
        {"gradient-slope",
         "least squares slope of ln of the norm of ∂L_T/∂h_t over the steps back from the loss",
         {{"from", "N", "5", "steps back where it begins"}, ofState, afterUpdates},
         gradientSlope},
        {"gradient-ratio",
         "norm of ∂L_T/∂h_0 over that of ∂L_T/∂h_T: what is left at the start",
         {ofState, afterUpdates},
         gradientRatio},
        {"gradient-first-over-last",
         "mean norm of ∂L/∂h_t over the first steps over that of the last ones",
         {{"steps", "N", "5", "at either end"},
          {"loss", "last|whole", "whole", "of the last step, or of all"},
          ofState,
          afterUpdates},
         firstOverLast},
        {"contribution-share",
         "share of the last steps in what all steps add to a weight's gradient",
         {{"last", "N", "10", "so many steps"},
          {"of", "norms|gradient", "norms",
           "in the sum of the norms, or signed, in the gradient itself"},
          {"loss", "last|whole", "whole", "of the last step, or of all"},
          ofWeight,
          afterUpdates},
         contributionShare},
        {"contribution-gap",
         "largest difference between the sum of what steps add to a gradient and the gradient",
         {ofWeight, afterUpdates},
         contributionGap},
        {"straight-ratio",
         "what is left at the first step of ∂L_T/∂c if only the gates on the straight path act",
         {afterUpdates},
         straightRatio},
    };
    return table;
}

}  // namespace rnnscope
