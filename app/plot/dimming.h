// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QPainterPath;
class QRegion;

namespace rnnscope {

/// Lays `strength` (0 … 1) of `shade` over a region but for what lies in `holes`.
void dimAround(QPainter& painter, const QRegion& region, const QPainterPath& holes,
               const QColor& shade, double strength);

}  // namespace rnnscope
