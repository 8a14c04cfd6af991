// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "app/plot/theme.h"
#include "core/weight_fields.h"

namespace rnnscope {

/// "W_{hf}", with _ before what is a subscript.
QString symbolOf(const WeightField& field);
/// "W_hf", for menus and undo.
QString nameOf(const WeightField& field);
/// "W_hf[3,5]", or "b_if[3]".
QString placeOf(const WeightField& field, Index row, Index column);
/// Of a cell that holds any number from 0.01 to 10 at the smallest size of type.
double widthOfNumbers(const Theme& theme);
inline constexpr double smallNumber = 9;

/// "8 × 8".
QString shapeOf(Index rows, Index columns);
/// Name under which the theme knows the colour of what the field leads to.
QString colourOf(const WeightField& field, const Cell& cell);

/// How far the numbers are seen enlarged, and which one alone.
struct WeightsCamera {
    double zoom = 1;                  ///< 1: all fits
    QPointF pan;                      ///< what is moved, in pixels
    std::optional<std::size_t> solo;  ///< field that has the card to itself
};

/// Where one field stands.
struct WeightsPlace {
    std::size_t field;
    std::size_t group;
    QRectF label;  ///< above the cells
    QRectF cells;
};

/// Fields side by side whose rows go on from one to the other: those of one gate; the rest.
struct WeightsGroup {
    QRectF title;  ///< empty where there is no room
    QRectF rows;   ///< left of the cells: the units' numbers
    std::size_t firstField;
    Index units;  ///< rows that are units; 0 in the read-out alone
};

/// One number's place.
struct WeightsCell {
    std::size_t field;
    Index row, column;

    bool operator==(const WeightsCell&) const = default;
};

/// Where everything stands, in a widget's or a figure's pixels.
struct WeightsLayout {
    QRectF view;    ///< where the numbers are seen
    QRectF status;  ///< below: the chosen number; may be empty
    QRectF bar;     ///< below, at the right: what the colours mean; may be empty
    double cellWidth = 0, cellHeight = 0;
    double labelSize = 11;    ///< of type, at scale 1
    bool rowNumbers = false;  ///< there is room for them
    QSizeF whole;             ///< of all fields, also outside the view
    double zoom = 1;          ///< that was possible
    double mostZoom = 1;
    QPointF pan;  ///< that was possible
    std::vector<WeightsPlace> places;
    std::vector<WeightsGroup> groups;

    /// Whether a cell is large enough for its number; else it is a colour alone.
    bool showsNumbers(const Theme& theme) const;
    const WeightsPlace* placeOf(std::size_t field) const;
    QRectF cellRect(const WeightsPlace& place, Index row, Index column, Index rows = 1,
                    Index columns = 1) const;
    std::optional<WeightsCell> cellAt(const QPointF& point) const;
    /// The cell of a field that is nearest to a point.
    WeightsCell nearest(const WeightsPlace& place, const QPointF& point) const;
    const WeightsPlace* labelAt(const QPointF& point) const;
    /// The unit whose number stands there.
    std::optional<Index> unitAt(const QPointF& point) const;
};

WeightsLayout layOutWeights(const std::vector<WeightField>& fields, const QRectF& area,
                            const Theme& theme, const WeightsCamera& camera);

/// The camera with another zoom, under which the same number stays under a point.
WeightsCamera zoomedAt(const std::vector<WeightField>& fields, const QRectF& area,
                       const Theme& theme, const WeightsCamera& camera, double zoom,
                       const QPointF& point);

}  // namespace rnnscope
