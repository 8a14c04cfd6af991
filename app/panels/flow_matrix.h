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

/// One gradient flow as it is drawn, with what it is of.
struct FlowMatrix {
    FlowMatrix() = default;
    /// The analyses must hold a flow, and live on with the matrix.
    FlowMatrix(const std::shared_ptr<const Analyses>& analyses, std::size_t ofTrace,
               std::size_t ofState);

    std::shared_ptr<const Flow> flow;  ///< of the trace
    NetworkShape shape;
    int update = 0;
    std::size_t trace = 0;
    std::size_t state = 0;  ///< within the states of the cell

    bool operator==(const FlowMatrix&) const = default;

    /// The same on its own: what it was worked out of may go.
    FlowMatrix detached() const;
    int steps() const { return int(flow->states.front().rows()); }
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
ColorScale flowScale(bool wide);

}  // namespace rnnscope
