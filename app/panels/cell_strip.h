// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/cell_paint.h"

namespace rnnscope {

/// All units of a wire side by side, the chosen one outlined: values as in the heatmaps over time,
/// gradients by their size.
void paintStrip(QPainter& painter, const CellPicture& picture, Wire wire, const QRectF& room);
/// The unit at a place of a strip of so many.
int unitAt(const QRectF& room, Index units, double x);

}  // namespace rnnscope
