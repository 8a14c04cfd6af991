// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

#include "app/panels/cell_layout.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// Where everything of a cell's diagram stands, in pixels: its tracks laid over an area, and a free
/// place found for each number.
struct CellScene {
    /// A quantity told beside the drawing: its symbol, its number, its units; where there is no
    /// room, less of it.
    struct Label {
        Wire wire;
        QRectF symbol, number, strip;  ///< empty: not told
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    };

    QRectF area, frame, equation;
    double ux = 1, uy = 1;      ///< a track's width and height
    double radius = 8;          ///< of circles
    std::vector<QRectF> nodes;  ///< as CellLayout::nodes
    std::vector<Label> labels;
    double fontSize = 11;  ///< at scale 1
    double lineScale = 1;  ///< of the theme

    QPointF at(const QPointF& track) const {
        return frame.topLeft() + QPointF(track.x() * ux, track.y() * uy);
    }
    /// Parts of a box: what its function gives, and below it what enters the function.
    QRectF upper(std::size_t node) const;
    QRectF lower(std::size_t node) const;  ///< empty where there is no room
    QRectF strip(std::size_t node) const;  ///< within upper(); empty where there is no room
};

CellScene sceneOf(const Cell& cell, const CellLayout& layout, const QRectF& area,
                  const Theme& theme);

}  // namespace rnnscope
