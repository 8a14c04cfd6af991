// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "app/playhead.h"
#include "app/plot/theme.h"

class QPainter;

namespace rnnscope {

/// A loss and a state that are pointed at somewhere, on a plot over time: two thin lines over
/// `area`, tied by an arc from the state to the loss, and with `labels` their names, L₃₇ and h₁₂.
/// What lies outside the area is left out.
void paintPairMarks(QPainter& painter, const QRectF& area, const StepPair& pair, qreal lossX,
                    qreal stateX, bool labels, const Theme& theme);

}  // namespace rnnscope
