// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/gradient_curves.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::GradientCurve)
};

std::vector<double> toVector(const Eigen::VectorXd& values) {
    return {values.begin(), values.end()};
}

}  // namespace

std::vector<GradientCurve> gradientCurves(const Snapshot& snapshot, std::size_t trace) {
    std::vector<GradientCurve> curves;
    if (!snapshot.backward)
        return curves;
    const NetworkShape& shape = snapshot.shape();
    const Trace& gradient = snapshot.backward->gradients.traces[trace];
    const auto states = shape.cell->states();
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    };
    for (const std::size_t state : states) {
        const Quantity& quantity = shape.cell->quantities()[state];
        const QString id = text(quantity.id);
        curves.push_back({QStringLiteral("norm_grad_") + id,
                          QStringLiteral("‖∂L/∂%1ₜ‖").arg(text(quantity.symbol)),
                          Words::tr("gradient of the whole loss"),
                          state == states.front() ? QStringLiteral("gradient") : id, false,
                          toVector(gradient.norms(state)), state});
    }
    const bool fromFirst = gradient.reversed() && shape.readout == Readout::EveryStep;
    const int last = fromFirst ? 1 : int(snapshot.steps());
    const Quantity& hidden = shape.cell->quantities()[states.front()];
    curves.push_back({QStringLiteral("norm_grad_%1_last_loss").arg(text(hidden.id)),
                      QStringLiteral("‖∂L%1/∂%2ₜ‖").arg(subscript(last), text(hidden.symbol)),
                      Words::tr("gradient of the loss at t = %1 alone").arg(last), QString(), true,
                      toVector(snapshot.lastLossNorms(trace, 0)), states.front()});
    return curves;
}

LogAxis gradientAxis(const std::vector<GradientCurve>& curves) {
    LogAxis axis{-8, 2};
    for (const GradientCurve& curve : curves)
        for (const double norm : curve.norms) {
            if (!std::isfinite(norm) || norm <= 0)
                continue;
            const double exponent = std::log10(norm);
            if (exponent < axis.low)
                axis.low = std::max(-300.0, 2 * std::floor(exponent / 2));
            if (exponent > axis.high)
                axis.high = std::min(240.0, 2 * std::ceil(exponent / 2));
        }
    return axis;
}

std::optional<PlayedSteps> playedBack(const Position& position, bool reverse, int length) {
    switch (position.phase) {
        case Phase::Forward:
        case Phase::Loss:
            return std::nullopt;
        case Phase::Backward:
            return reverse ? PlayedSteps{0, position.step} : PlayedSteps{position.step, length - 1};
        case Phase::Clip:
        case Phase::Update:
            break;
    }
    return PlayedSteps{0, length - 1};
}

std::optional<int> zeroStep(const std::vector<GradientCurve>& curves) {
    int longest = 0;
    std::optional<int> middle;
    for (const GradientCurve& curve : curves) {
        int run = 0;
        for (int step = 0; step < int(curve.norms.size()); ++step) {
            run = curve.norms[std::size_t(step)] == 0 ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                middle = step - run / 2;
            }
        }
    }
    return middle;
}

std::optional<int> firstOverflow(const Snapshot& snapshot, std::size_t trace,
                                 const std::vector<GradientCurve>& curves) {
    // The way back starts at the last step in the order of computation.
    const bool reverse = snapshot.record.traces[trace].reversed();
    std::optional<int> found;
    for (const GradientCurve& curve : curves)
        for (int step = 0; step < int(curve.norms.size()); ++step)
            if (!std::isfinite(curve.norms[std::size_t(step)]))
                found = !found || (reverse ? step < *found : step > *found) ? step : *found;
    // Where the values themselves overflowed, that is the place.
    if (found && snapshot.overflow && snapshot.overflow->pass == Overflow::Pass::Forward)
        return int(snapshot.overflow->time);
    return found;
}

QColor curveColor(const GradientCurve& curve, const Theme& theme) {
    return curve.quantity.isEmpty() ? theme.mutedText : theme.quantityLine(curve.quantity);
}

QColor curveTextColor(const GradientCurve& curve, const Theme& theme) {
    return curve.quantity.isEmpty() ? theme.mutedText : theme.quantityText(curve.quantity);
}

}  // namespace rnnscope
