// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/panels/time_paint.h"
#include "core/input_edit.h"

namespace rnnscope {

/// A point of the input that can be taken hold of.
struct InputHandle {
    InputPlace place;
    double value;  ///< as the network sees it, or will
    bool told;     ///< with its number beside it
};

/// Where a value of the input stands in its strip.
QPointF inputSpot(const TimeFrame& frame, const TimeFrame::Strip& strip, InputPlace place,
                  double value);

/// Small rings where the input is not its own.
void paintEditedInputs(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip,
                       const std::vector<InputPlace>& places);

void paintInputHandle(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip,
                      const InputHandle& handle);

}  // namespace rnnscope
