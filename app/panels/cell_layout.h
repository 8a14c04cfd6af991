// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <optional>
#include <vector>

#include "core/cell.h"

namespace rnnscope {

/// Something drawn for one operation, or for an Affine with the function that alone takes it.
struct CellNode {
    std::optional<std::size_t> affine;    ///< position in operations(); a box where there is one
    std::optional<std::size_t> function;  ///< the same
    Wire result;
    QPoint at;          ///< centre, in tracks
    int row = 0;        ///< as CellLayout::rows counts
    bool rail = false;  ///< on the way of a state through the cell

    bool box() const { return affine.has_value(); }
    /// The operation whose result leaves the node.
    std::size_t last() const { return function ? *function : *affine; }
    int halfWidth() const { return box() ? 3 : 1; }
    int halfHeight() const { return box() ? 2 : 1; }
};

/// What is carried from one place to all that take it, as lines along tracks. The first starts at
/// the source, each of the others on one before it.
struct CellNet {
    Wire wire;  ///< none: the input x_t
    struct Branch {
        std::vector<QPoint> points;
        int node = -1;      ///< where it ends; −1: leaves the cell, or is a bus
        bool head = false;  ///< ends with an arrow head
    };
    std::vector<Branch> branches;
    std::vector<QPoint> junctions;
};

/// The diagram of a cell in whole tracks, y downwards: made from its operations alone.
struct CellLayout {
    std::vector<CellNode> nodes;
    std::vector<CellNet> nets;
    int width = 0, height = 0;
    double cost = 0;  ///< length, bends and crossings; less is better
    int crossings = 0;

    /// The node that computes this, or −1.
    int nodeOf(Wire wire) const;
    /// The node within which this operation is done, or −1.
    int nodeDoing(std::size_t operation) const;
    const CellNet* netOf(Wire wire) const;
};

/// The best found; worked out once for each cell.
const CellLayout& layoutOf(const Cell& cell);

}  // namespace rnnscope
