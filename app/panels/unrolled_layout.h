// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <array>
#include <optional>

#include "app/playhead.h"

namespace rnnscope {

/// What the picture of the unrolled network has to find room for.
struct UnrolledSpec {
    QRectF area;
    double scale = 1;  ///< of the theme
    int steps = 1;
    int current = 0;  ///< step of the playhead, 0-based
    int layers = 1;
    int layer = 0;      ///< the viewed one
    bool loss = false;  ///< room for the loss at the right end and for its ticks
};

/// Where everything stands: a column a step, a row a layer (the bottom layer lowest), labels under
/// and read-outs over the columns. Only what is asked for steps and layers shown makes sense.
struct UnrolledLayout {
    static constexpr int mostRows = 4;

    int first = 0;  ///< step in the leftmost column
    int count = 1;  ///< columns
    int steps = 1;
    int firstLayer = 0;  ///< layer in the lowest row
    int rows = 1;
    bool readouts = false;  ///< there is room over the cells
    bool inputs = true;     ///< there is room for the line under the times

    QRectF area;
    double scale = 1;
    double left = 0;   ///< of the first column
    double pitch = 0;  ///< from column to column
    double gap = 0;    ///< between two cells of a row
    double loss = 0;   ///< width kept free at the right end
    double lineHeight = 0;
    double timeTop = 0;  ///< of the labels under the cells
    double stemTop = 0;  ///< of the strip right over the highest row
    double readoutTop = 0;
    std::array<double, mostRows> rowTop{};  ///< from the lowest row up
    std::array<double, mostRows> rowHeight{};

    int last() const { return first + count - 1; }
    bool shows(int step) const { return step >= first && step <= last(); }
    bool showsLayer(int layer) const { return layer >= firstLayer && layer < firstLayer + rows; }

    QRectF cell(int step, int layer) const;
    /// The gap right of a step's cell; step first − 1 gives the one left of the first.
    QRectF gapAfter(int step, int layer) const;
    QRectF timeLabel(int step) const;
    QRectF inputLabel(int step) const;
    /// Lines over the cell, counted upwards from 0.
    QRectF readoutLine(int step, int line) const;
    /// The strip between the highest cell and the read-outs.
    QRectF stem(int step) const;
    QRectF layerLabel(int layer) const;
    /// Right of the last gap, as high as the viewed row.
    QRectF lossLabel(int layer) const;

    /// The step whose column holds a point; nothing beside the columns.
    std::optional<int> stepAt(QPointF point) const;
    std::optional<int> layerAt(QPointF point) const;
};

UnrolledLayout unrolledLayout(const UnrolledSpec& spec);

/// Columns for a width: odd, and more of them the wider it is, though less than in proportion.
int unrolledColumns(double width, double scale);

/// How a gradient's size is drawn: width 0 at 1e-6 and below, 1 at size 1, growing with the
/// logarithm to 1.5 at 1e3 and above.
struct GradientStroke {
    double width = 0;
    double over = 0;        ///< 0 up to size 1, 1 at 1e3 and above
    bool vanished = false;  ///< at most 1e-6
    bool undefined = false;
};
GradientStroke gradientStroke(double norm);

/// Whether a hidden state has been computed when the playhead is here.
bool statePlayed(Position position, int step, bool reverse);

enum class GradientReveal { Absent, ToCome, Played, Current };
/// Whether ∂L/∂h of a step has been computed when the playhead is here.
GradientReveal gradientReveal(Position position, int step, bool reverse);

/// The step after a horizontal drag of `dx` pixels that began at `start`: the strip's width stands
/// for the whole sequence, but a step takes no less than a few pixels and no more than a column.
int scrubbedStep(const UnrolledLayout& layout, int start, double dx);

}  // namespace rnnscope
