// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <array>
#include <optional>
#include <vector>

#include "app/panels/panel.h"
#include "app/panels/unit_rows.h"

class QPainter;

namespace rnnscope {

/// Where the parts of a unit's picture stand.
struct UnitPlaces {
    UnitDetail detail = UnitDetail::Archived;
    bool narrow = false;         ///< symbols alone at the left
    bool limits = false;         ///< the ends of each scale have room
    double left = 0, width = 1;  ///< of all strips
    double label = 0;            ///< left edge of the labels
    double value = 0, end = 0;   ///< from where the numbers at the right stand, to where
    std::vector<QRectF> strips;
    QRectF axis;     ///< the times; empty: no room
    QRectF weights;  ///< empty: no room
    int steps = 1;

    double x(int step) const;
    int stepAt(double x) const;
};

/// `counts` are the rows of each detail; the most that has room is shown. `blocks` are the rows of
/// weights, `columns` about how many stand beside each other.
UnitPlaces unitPlaces(const QRectF& area, const std::array<int, 3>& counts, int blocks, int columns,
                      int steps, const Theme& theme);

/// All that a painting of the rows takes.
struct UnitFrame {
    const Theme& theme;
    const UnitPlaces& places;
    const std::vector<UnitRow>& rows;
    View view;
    bool reversed = false;
    std::optional<int> overflow;  ///< step

    bool hidden(const UnitRow& row, int step) const;
    bool marked(const UnitRow& row) const { return view.quantity == row.quantity; }
};

/// Strips, labels, lines and times: what stays while the playhead moves.
void paintUnitRows(QPainter& painter, const UnitFrame& frame);
/// Curtain, playhead, numbers, and the quantity that is pointed at.
void paintUnitCursor(QPainter& painter, const UnitFrame& frame);

/// Where the weights stand within `area`.
struct WeightPlaces {
    QRectF head;                              ///< the names of the groups
    std::vector<std::vector<QRectF>> strips;  ///< of block and group; then the read-out's one
    QRectF foot;                              ///< the scale
    double labels = 0;                        ///< left edge of the blocks' symbols
    double scale = 1;
};
WeightPlaces weightPlaces(const QRectF& area, const UnitWeights& weights, const Theme& theme);

/// An entry under a point.
struct WeightHit {
    std::size_t row;  ///< of the blocks; one beyond the last: the read-out
    std::size_t strip;
    int entry;
};
std::optional<WeightHit> weightAt(const WeightPlaces& places, const UnitWeights& weights,
                                  const QPointF& point);
const WeightRow& weightRow(const UnitWeights& weights, std::size_t row);
void paintUnitWeights(QPainter& painter, const WeightPlaces& places, const UnitWeights& weights,
                      const Theme& theme);

}  // namespace rnnscope
