// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "app/panels/time_paint.h"
#include "app/panels/time_rows.h"

namespace rnnscope {

/// The same series as it was, among the rows of before; null where there was none.
const TimeSeries* previousOf(const TimeSeries& series, const std::vector<TimeRow>& before);

/// Whether a unit was anything else at some step that both have.
bool differs(const StepValues& now, const StepValues& before, int unit);

/// What was there at a step, where there was anything.
std::optional<double> previousValue(const TimeSeries& series, const std::vector<TimeRow>& before,
                                    int unit, int step);

/// Makes room on the axis for what was there before, unless that would leave the present little:
/// then it is cut.
void makeRoom(TimeRow& row, const std::vector<TimeRow>& before);

/// Says left of the times what the faint dashed lines are.
void paintPreviousSample(QPainter& painter, const TimeFrame& frame);

}  // namespace rnnscope
