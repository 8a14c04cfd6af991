// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/panels/equations_page.h"

class QPainter;

namespace rnnscope {

/// All that decides what a page of equations looks like.
struct EquationsPicture {
    const EquationsPage& page;
    const EquationsSource& source;
    const Theme& theme;
    CellProgress progress;
    std::optional<std::size_t> quantity;  ///< pointed at, here or elsewhere
    QRectF seen = {};                     ///< the part of the page in sight; null: all
};

/// Paints the page with its corner at the painter's origin, in the page's own pixels.
void paintEquations(QPainter& painter, const EquationsPicture& picture);
/// Whether something is on the screen already: later stages come as the step goes on.
bool isShown(const EquationsPicture& picture, const EquationsSpot& spot);
/// Whether an operation of the equation is done in this pass, and whether one was the last done.
bool hasBegun(const EquationsPicture& picture, std::size_t equation);
bool isCurrent(const EquationsPicture& picture, std::size_t equation);
/// Whether it has anything to do with a quantity: is it, or computes it on the way.
bool tellsOf(const Equation& equation, std::size_t quantity);

struct EquationsHit {
    std::optional<std::size_t> equation;
    int spot = -1;
};
/// In the page's own pixels.
EquationsHit hitAt(const EquationsPicture& picture, const QPointF& point);

}  // namespace rnnscope
