// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_ghost.h"

#include <algorithm>
#include <cmath>

namespace rnnscope {

const TimeSeries* previousOf(const TimeSeries& series, const std::vector<TimeRow>& before) {
    for (const TimeRow& row : before)
        for (const TimeSeries& each : row.series)
            if (each.id == series.id && each.symbol == series.symbol &&
                each.marks == series.marks && each.probability == series.probability)
                return &each;
    return nullptr;
}

bool differs(const StepValues& now, const StepValues& before, int unit) {
    if (unit >= before.units)
        return false;
    const int begin = std::max(now.firstStep, before.firstStep);
    const int end = std::min(now.firstStep + now.steps, before.firstStep + before.steps);
    for (int step = begin; step < end; ++step) {
        const double a = now.at(unit, step), b = before.at(unit, step);
        if (a != b && !(std::isnan(a) && std::isnan(b)))
            return true;
    }
    return false;
}

std::optional<double> previousValue(const TimeSeries& series, const std::vector<TimeRow>& before,
                                    int unit, int step) {
    const TimeSeries* previous = previousOf(series, before);
    if (!previous || unit >= previous->values.units || !previous->values.covers(step))
        return std::nullopt;
    return previous->values.at(unit, step);
}

void makeRoom(TimeRow& row, const std::vector<TimeRow>& before) {
    if (row.heat)
        return;
    double low = row.low, high = row.high;
    for (const TimeSeries& series : row.series) {
        const TimeSeries* previous = previousOf(series, before);
        if (!previous || series.probability || series.marks)
            continue;
        const auto [least, largest] = finiteExtent(previous->values);
        low = std::min(low, least);
        high = std::max(high, largest);
    }
    if (high - low > 2 * (row.high - row.low))
        return;
    row.low = low;
    row.high = high;
}

}  // namespace rnnscope
