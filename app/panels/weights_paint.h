// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <optional>
#include <vector>

#include "app/panels/weights_layout.h"
#include "app/plot/colormap.h"

class QPainter;

namespace rnnscope {

/// The numbers of one field and what is drawn of them.
struct WeightsSheet {
    Eigen::MatrixXd numbers;  ///< empty where the reading has none of this field
    std::vector<std::pair<Index, Index>> edited;  ///< row and column, sorted
    QImage image;                                 ///< of the cells; made when it is first drawn
};

/// A rectangle of cells of one field.
struct WeightsRange {
    std::size_t field;
    Index row, column, rows, columns;

    bool operator==(const WeightsRange&) const = default;
};

/// All that a painter is told.
struct WeightsPicture {
    const std::vector<WeightField>& fields;
    std::vector<WeightsSheet>& sheets;
    const WeightsLayout& layout;
    const Theme& theme;
    const Cell& cell;
    double limit;  ///< of the colours
    QString scaleName;
    QString status;
    Index unit;
    std::optional<std::size_t> quantity;  ///< pointed at somewhere
    std::optional<std::size_t> pointed;   ///< field under the pointer
    std::optional<WeightsRange> chosen;
    bool focused = false;
    bool vectors = false;  ///< cells as rectangles
    double ratio = 1;      ///< device pixels in a pixel
};

/// Whether a quantity is the field's gate or state, or its pre-activation.
bool leadsTo(const WeightField& field, std::optional<std::size_t> quantity);

/// One pixel a cell; where there are more cells than `most` pixels in a direction, each pixel shows
/// the one of largest size that it covers.
QImage weightsImage(const Eigen::MatrixXd& numbers, const ColorScale& scale, const QSize& most);

/// The part of a label that opens the menu; empty where there is no room.
QRectF menuButtonOf(const WeightsLayout& layout, const WeightsPlace& place,
                    const WeightField& field, const Theme& theme);
/// What a chosen range is dragged by; empty where cells are too small.
QRectF handleOf(const WeightsLayout& layout, const WeightsRange& range, const Theme& theme);

void paintWeights(QPainter& painter, const WeightsPicture& picture);

}  // namespace rnnscope
