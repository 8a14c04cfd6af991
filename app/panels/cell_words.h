// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/panels/cell_layout.h"
#include "app/panels/cell_values.h"

class QPainter;
class QRectF;

namespace rnnscope {

struct Theme;

/// "f", "c₋₁", "x", "i ∘ g".
QString symbolOf(const Cell& cell, Wire wire);
/// "forget gate", "cell state before", "what is kept".
QString nameOf(const Cell& cell, Wire wire);
/// "σ", "tanh", "∘", "+", "1 −", "p ∘", "relu"; empty for an Affine.
QString signOf(OperationKind kind);

/// One operation with its letters and one unit's numbers; backward, what it passes on.
/// "f = σ(a_f) = σ(0.607) = 0.647". `letters` left out: the numbers alone.
QString operationText(const CellValues& values, std::size_t operation, bool backward, Index unit,
                      bool letters = true);
/// The equation of a quantity of the cell, where it has one of its own; otherwise its operation's.
QString equationText(const CellValues& values, Wire wire, bool numbers, Index unit);

/// All equations of the cell, one a line.
QString equationsText(const Cell& cell, bool latex);
/// Every number of one unit at this step, one a line, in full.
QString numbersText(const CellValues& values, Index unit);
/// What is told about a node; HTML.
QString nodeTip(const CellValues& values, const CellNode& node, const CellProgress& progress,
                Index unit);
/// The same about a state before the step, or the input.
QString endTip(const CellValues& values, Wire wire, const CellProgress& progress, Index unit);

/// Text with _x and _{…} as subscripts: as wide as it is drawn, drawn from the left of a line.
double subscriptedWidth(const QString& text, const QFont& font);
void drawSubscripted(QPainter& painter, const QRectF& line, const QString& text, const QFont& font,
                     Qt::Alignment alignment);
QString subscriptedHtml(const QString& text);

}  // namespace rnnscope
