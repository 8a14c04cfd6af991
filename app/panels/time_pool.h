// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>
#include <vector>

#include "app/panels/time_rows.h"

namespace rnnscope {

/// The steps that a plot takes over for drawing, `width` of them as one. Step s stands at key
/// s + 1.
struct TimeWindow {
    int first = 0;
    int last = 0;   ///< exclusive
    int width = 1;  ///< a power of two; `first` is a multiple of it

    int buckets() const { return (last - first + width - 1) / width; }
    bool operator==(const TimeWindow&) const = default;
};

/// Everything where that is little; otherwise what shows between two keys, with something around
/// it, in no more buckets than the widest screen has use for.
TimeWindow windowFor(double lower, double upper, int steps);

/// Units × buckets, row after row, for a heatmap: the value of largest size in each, so that a
/// spike of one step is not lost; NaN above all, and where there is no value.
QVector<double> pooledCells(const StepValues& values, const TimeWindow& window);

/// Least and largest value of each bucket at their keys, in order, for lines; one list a unit. A
/// bucket with a value that is not finite has a NaN too: a gap.
std::vector<QVector<QPointF>> pooledLines(const StepValues& values, const TimeWindow& window);

}  // namespace rnnscope
