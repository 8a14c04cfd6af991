// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/panels/cell_scene.h"
#include "app/panels/cell_values.h"

class QPainter;

namespace rnnscope {

/// All that decides what a cell's diagram looks like.
struct CellPicture {
    const CellValues& values;
    const CellLayout& layout;
    const CellScene& scene;
    const Theme& theme;
    CellProgress progress;
    int unit = 0;
    int hovered = -1;  ///< node that is pointed at, here or elsewhere
};

/// A number that stands in the drawing: of one unit, of a wire or of what leaves a node.
struct CellReading {
    Wire wire;  ///< none: the input
    double value;
};

void paintCell(QPainter& painter, const CellPicture& picture);
/// The numbers paintCell() writes, in no order.
std::vector<CellReading> readingsOf(const CellPicture& picture);
/// The line under the drawing, in the longest form that fits.
QString equationLine(const CellPicture& picture);
/// Colour of what a wire carries forward.
QColor wireColor(const CellPicture& picture, Wire wire);

struct CellHit {
    int node = -1;
    std::optional<int> unit;  ///< a cell of a strip
    std::optional<Wire> end;  ///< what comes into the cell
    bool equation = false;    ///< the line under the drawing
};
CellHit hitAt(const CellPicture& picture, const QPointF& point);
/// The quantity that is meant by what was hit; none of an inner value or the input.
std::optional<std::size_t> quantityAt(const CellPicture& picture, const CellHit& hit);

}  // namespace rnnscope
