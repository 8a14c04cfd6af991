// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <optional>
#include <vector>

#include "app/panels/cell_values.h"
#include "app/panels/equations_boxes.h"
#include "core/update_gate.h"

namespace rnnscope {

struct Theme;

/// What the panel's switches choose.
struct EquationsChoice {
    enum class Of : quint8 { Unit, Layer };
    enum class Show : quint8 { Symbols, Numbers, Both };
    Of of = Of::Unit;
    Show show = Show::Both;
    UpdateGate gate = UpdateGate::Keeps;

    bool operator==(const EquationsChoice&) const = default;
};

/// All that a page is made from.
struct EquationsSource {
    const CellValues& values;
    const std::vector<Equation>& equations;  ///< in the convention chosen
    EquationsChoice choice;
    Index unit = 0;
    bool gradient = false;  ///< the backward pass has begun
};

/// How equations are arranged on a page. The same for all steps of a pass.
struct EquationsFit {
    double size = 14;  ///< of the letters, pixels
    int columns = 1;
    Index most = 8;         ///< rows and columns shown of a matrix
    Index mostFactors = 4;  ///< products written out
};

/// Equations with their places, in pixels from the page's corner.
struct EquationsPage {
    struct Line {
        FormulaLayout layout;
        QPointF at;
    };
    struct Block {
        std::size_t equation;
        std::vector<Line> lines;
        QRectF rect;
        double room = 0;  ///< width needed where no line breaks
        bool broken = false;
    };
    EquationsFit fit;
    EquationsSpots spots;
    std::vector<Block> blocks;
    std::optional<Line> legend;
    QSizeF size;
    double scale = 1;  ///< to be painted with; below 1 where a piece is wider than the page
};

/// The page of the source's step in columns that fill this width; 0: no line breaks.
EquationsPage pageOf(const EquationsSource& source, const EquationsFit& fit, double width);
/// The best arrangement for an area: as large as fits without a line that breaks, up to `largest`
/// pixels. Where nothing fits, it is as high as it has to be; with `shrink`, letters get smaller
/// instead.
EquationsFit fitFor(const EquationsSource& source, const QSizeF& area, double smallest,
                    double largest, bool shrink);
/// Adds what the functions are, where there is still room.
void addLegend(EquationsPage& page, const EquationsSource& source, const QSizeF& area);

}  // namespace rnnscope
