// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/saturation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rnnscope {
namespace {

/// The value of a squashing function with two ends, and nothing done to it since.
bool isSquashed(const Cell& cell, const Quantity& quantity) {
    if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high))
        return false;
    switch (quantity.role) {
        case Role::Gate:
        case Role::Candidate:
            return true;
        case Role::State:  // of a gated cell it is a product or a mixture
            return std::none_of(cell.quantities().begin(), cell.quantities().end(),
                                [](const Quantity& each) { return each.role == Role::Gate; });
        case Role::PreActivation:
        case Role::Inner:
            break;
    }
    return false;
}

}  // namespace

double Saturation::upperPart() const {
    return high.sum() / (low.sum() + high.sum());
}

std::vector<Saturation> saturation(const Cell& cell, const Trace& trace) {
    std::vector<Saturation> result;
    const Index steps = trace.steps();
    const auto units = static_cast<double>(trace.hidden());
    for (std::size_t k = 0; k < cell.quantities().size(); ++k) {
        const Quantity& quantity = cell.quantities()[k];
        if (!isSquashed(cell, quantity))
            continue;
        const double margin = saturatedShare * (quantity.high - quantity.low);
        Saturation each{k, Eigen::VectorXd(steps), Eigen::VectorXd(steps), 0};
        for (Index t = 0; t < steps; ++t) {
            const auto values = trace.at(k, trace.column(t)).array();
            if (values.isNaN().any()) {
                each.low[t] = each.high[t] = std::numeric_limits<double>::quiet_NaN();
                continue;
            }
            each.low[t] = static_cast<double>((values <= quantity.low + margin).count()) / units;
            each.high[t] = static_cast<double>((values >= quantity.high - margin).count()) / units;
        }
        each.whole = (each.low + each.high).mean();
        result.push_back(std::move(each));
    }
    return result;
}

std::vector<Index> deadUnits(const Cell& cell, const Trace& trace) {
    std::vector<Index> dead;
    const Quantity& state = cell.quantities()[cell.hiddenState()];
    if (state.low != 0 || std::isfinite(state.high))
        return dead;
    const auto values = trace.rows(cell.hiddenState());
    for (Index unit = 0; unit < trace.hidden(); ++unit)
        if ((values.row(unit).array() == 0.0).all())
            dead.push_back(unit);
    return dead;
}

}  // namespace rnnscope
