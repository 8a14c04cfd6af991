// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "app/panels/values_table.h"

class QPainter;

namespace rnnscope {

double numberRowHeight(const Theme& theme);
double numberHeadHeight(const Theme& theme);
/// Of the column of row numbers.
double numberRowHeadWidth(int rows, const Theme& theme);

/// One number on the ground that its row, its column and its value ask for.
void paintNumberCell(QPainter& painter, const QRectF& cell, const NumberModel& model, int row,
                     int column, const NumberRoom& room, const NumberLook& look, bool selected);
void paintNumberHead(QPainter& painter, const QRectF& cell, const NumberColumn& column,
                     const NumberLook& look);
void paintNumberRowHead(QPainter& painter, const QRectF& cell, int row, const NumberLook& look);

/// A number with its decimal point where all others of the column have it.
void paintNumber(QPainter& painter, const QRectF& cell, const QString& text, const NumberRoom& room,
                 const QColor& ink, const Theme& theme);

/// The whole table for a figure, as much of it as fits; returns the height used.
double paintNumberTable(QPainter& painter, const QRectF& area, const NumberModel& model,
                        const NumberLook& look);

}  // namespace rnnscope
