// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/overflow.h"

#include <cmath>

namespace rnnscope {
namespace {

/// First entry of one column that is not finite, in the order of the quantities.
std::optional<Overflow> inColumn(const Trace& trace, Index column) {
    const std::size_t count = trace.quantities().size();
    for (std::size_t quantity = 0; quantity < count; ++quantity) {
        const auto units = trace.at(quantity, column);
        for (Index unit = 0; unit < units.size(); ++unit)
            if (!std::isfinite(units[unit]))
                return Overflow{.quantity = quantity, .unit = unit, .value = units[unit]};
    }
    return std::nullopt;
}

std::optional<Overflow> inTrace(const Trace& trace, std::size_t number, Overflow::Pass pass) {
    const bool backward = pass == Overflow::Pass::Backward;
    for (Index step = 1; step <= trace.steps(); ++step) {
        const Index column = backward ? trace.steps() + 1 - step : step;
        if (auto found = inColumn(trace, column)) {
            found->pass = pass;
            found->trace = number;
            found->time = trace.reversed() ? trace.steps() - column : column - 1;
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Overflow> findOverflow(const NetworkShape& shape, const Record& record,
                                     const LossResult* loss, const Gradients* gradients) {
    for (std::size_t k = 0; k < record.traces.size(); ++k)
        if (auto found = inTrace(record.traces[k], k, Overflow::Pass::Forward))
            return found;
    const Index skipped = record.steps() - record.output.cols();
    for (Index t = 0; t < record.output.cols(); ++t)
        for (Index unit = 0; unit < record.output.rows(); ++unit)
            if (!std::isfinite(record.output(unit, t)))
                return Overflow{.pass = Overflow::Pass::Output,
                                .unit = unit,
                                .time = skipped + t,
                                .value = record.output(unit, t)};
    if (loss)
        for (Index t = 0; t < loss->perStep.size(); ++t)
            if (!std::isfinite(loss->perStep[t]))
                return Overflow{.pass = Overflow::Pass::Loss, .time = t, .value = loss->perStep[t]};
    if (gradients)
        for (int layer = shape.layers - 1; layer >= 0; --layer)
            for (std::size_t direction = 0; direction < shape.directions(); ++direction) {
                const std::size_t k = shape.trace(layer, direction == 1);
                if (auto found = inTrace(gradients->traces[k], k, Overflow::Pass::Backward))
                    return found;
            }
    return std::nullopt;
}

std::string describe(const Overflow& overflow, const NetworkShape& shape) {
    const std::string value =
        std::isnan(overflow.value) ? "NaN" : (overflow.value > 0 ? "+Inf" : "-Inf");
    const std::string unit = ", unit " + std::to_string(overflow.unit + 1);
    const std::string step = " is " + value + " from step " + std::to_string(overflow.time + 1);
    if (overflow.pass == Overflow::Pass::Loss)
        return "loss" + step + " on";
    if (overflow.pass == Overflow::Pass::Output)
        return "read-out" + unit + "," + step + " on";
    const Quantity& quantity = shape.cell->quantities()[overflow.quantity];
    const std::string layer = std::to_string(overflow.trace / shape.directions() + 1);
    const bool reverse = overflow.trace % shape.directions() == 1;
    const bool backward = overflow.pass == Overflow::Pass::Backward;
    return std::string(backward ? "gradient of the " : "") + std::string(quantity.name) + " " +
           std::string(quantity.symbol) + " of layer " + layer + (reverse ? " reverse" : "") +
           unit + "," + step + (backward || reverse ? " back" : " on");
}

}  // namespace rnnscope
