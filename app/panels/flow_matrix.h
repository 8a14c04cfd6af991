// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <memory>
#include <optional>
#include <utility>

#include "app/plot/colormap.h"
#include "core/analyses.h"

namespace rnnscope {

/// Times [first, second) of the states of a trace that the loss at one time can depend on at all:
/// no gradient runs forwards in time, nor over a border of truncated backpropagation. Empty where
/// there is no loss.
std::pair<int, int> reachableStates(const NetworkShape& shape, std::size_t trace, int loss,
                                    int steps);

/// One gradient flow as it is drawn, with what it is of. Keeps its numbers alive.
struct FlowMatrix {
    std::shared_ptr<const Analyses> source;
    std::size_t trace = 0;
    std::size_t state = 0;  ///< within the states of the cell

    bool operator==(const FlowMatrix&) const = default;

    const Snapshot& snapshot() const { return *source->of; }
    int steps() const { return int(snapshot().steps()); }
    bool reverse() const;
    /// A read-out at the last step alone: one row.
    bool singleLoss() const;
    bool exists(int loss, int state) const;
    double norm(int loss, int state) const;
    QString stateSymbol() const;            ///< "h"
    QString symbol(int loss, int k) const;  ///< ‖∂L₃₇/∂h₁₂‖
    QString title() const;                  ///< "LSTM · update 0"
    /// The span of Jacobians that leads from the state to the loss's own time; nothing on the
    /// diagonal, nor where only the other direction of a lower layer leads there.
    std::optional<Span> spanOf(int loss, int state) const;
};

/// The matrix to draw it: cells of `width` steps each way, of which the largest counts; a single
/// row where there is a single loss.
struct FlowCells {
    QVector<double> values;  ///< rows × columns, row after row
    QVector<std::pair<int, int>> spans;
    int rows = 0;
    int columns = 0;
    int width = 1;
    bool notANumber = false;  ///< there is a NaN among them
};
FlowCells flowCells(const FlowMatrix& matrix, int mostCells);

/// The colours of all flows: 10⁻⁶ … 1, or 10⁻¹² … 10⁶; never fitted to the numbers.
ColorScale flowScale(bool wide, bool dark);

}  // namespace rnnscope
