// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_pool.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rnnscope {

namespace {

constexpr int mostBuckets = 4096;  // more than twice the pixels of a plot at 4K, halved by a bar
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The part of a bucket for which there are values.
std::pair<int, int> stepsOf(const StepValues& values, const TimeWindow& window, int bucket) {
    const int begin = window.first + bucket * window.width;
    return {std::max(begin, values.firstStep),
            std::min({begin + window.width, window.last, values.firstStep + values.steps})};
}

struct Extremes {
    double low, high;
    int lowAt, highAt, brokenAt;
};

void put(const Extremes& extremes, QVector<QPointF>& line) {
    const auto begin = line.size();
    const auto insert = [&](int at, double value) {
        if (at < 0)
            return;
        auto place = line.end();
        while (place - line.begin() > begin && std::prev(place)->x() > at + 1)
            --place;
        line.insert(place, QPointF(at + 1, value));
    };
    insert(extremes.lowAt, extremes.low);
    if (extremes.highAt != extremes.lowAt)
        insert(extremes.highAt, extremes.high);
    insert(extremes.brokenAt, nan);
}

}  // namespace

TimeWindow windowFor(double lower, double upper, int steps) {
    if (steps <= mostBuckets)
        return {0, steps, 1};
    const double begin = std::max(0.0, std::floor(lower) - 2);
    const double end = std::min(double(steps), std::ceil(upper) + 1);
    TimeWindow window;
    while ((end - begin) / window.width > mostBuckets)
        window.width *= 2;
    // One bucket more at each side, so that lines reach the border.
    window.first = std::max(0, (int(begin) / window.width - 1) * window.width);
    window.last = std::min(steps, (int(end) / window.width + 2) * window.width);
    return window;
}

QVector<double> pooledCells(const StepValues& values, const TimeWindow& window) {
    const int buckets = window.buckets();
    QVector<double> cells(qsizetype(values.units) * buckets, nan);
    std::vector<double> best(static_cast<std::size_t>(values.units));
    for (int bucket = 0; bucket < buckets; ++bucket) {
        const auto [begin, end] = stepsOf(values, window, bucket);
        if (begin >= end)
            continue;
        std::fill(best.begin(), best.end(), 0.0);
        // Step by step: a step's units lie side by side.
        for (int step = begin; step < end; ++step) {
            for (int unit = 0; unit < values.units; ++unit) {
                const double value = values.at(unit, step);
                double& kept = best[static_cast<std::size_t>(unit)];
                const bool larger = !(std::abs(value) <= std::abs(kept));
                kept = larger && !std::isnan(kept) ? value : kept;
            }
        }
        for (int unit = 0; unit < values.units; ++unit)
            cells[qsizetype(unit) * buckets + bucket] = best[static_cast<std::size_t>(unit)];
    }
    return cells;
}

std::vector<QVector<QPointF>> pooledLines(const StepValues& values, const TimeWindow& window) {
    const auto units = static_cast<std::size_t>(values.units);
    const int buckets = window.buckets();
    std::vector<QVector<QPointF>> lines(units);
    for (auto& line : lines)
        line.reserve(qsizetype(buckets) * (window.width > 1 ? 2 : 1));
    std::vector<Extremes> extremes(units);
    for (int bucket = 0; bucket < buckets; ++bucket) {
        const auto [begin, end] = stepsOf(values, window, bucket);
        const double infinity = std::numeric_limits<double>::infinity();
        std::fill(extremes.begin(), extremes.end(), Extremes{infinity, -infinity, -1, -1, -1});
        for (int step = begin; step < end; ++step) {
            for (std::size_t unit = 0; unit < units; ++unit) {
                const double value = values.at(int(unit), step);
                Extremes& e = extremes[unit];
                if (!std::isfinite(value)) {
                    e.brokenAt = step;
                    continue;
                }
                if (value < e.low) {
                    e.low = value;
                    e.lowAt = step;
                }
                if (value > e.high) {
                    e.high = value;
                    e.highAt = step;
                }
            }
        }
        for (std::size_t unit = 0; unit < units; ++unit)
            put(extremes[unit], lines[unit]);
    }
    return lines;
}

}  // namespace rnnscope
