// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/time_paint.h"

namespace rnnscope {

/// A limit of a strip's values, a round number, as short as it can be written: "0.5", "1.5·10⁴⁰".
QString limitText(double limit);

/// Room that the longest limit and a heatmap's colour bar before it take.
double timeScaleWidth(const Theme& theme);
/// At the right of a strip: its limits, and what the colours of a heatmap mean.
void paintTimeScale(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip);

}  // namespace rnnscope
