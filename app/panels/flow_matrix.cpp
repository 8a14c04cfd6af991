// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/flow_matrix.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::FlowPanel)
};

}  // namespace

FlowMatrix::FlowMatrix(const std::shared_ptr<const Analyses>& analyses, std::size_t ofTrace,
                       std::size_t ofState)
    : flow(analyses, &(*analyses->flow)[ofTrace]),
      shape(analyses->of->shape()),
      update(analyses->of->update),
      trace(ofTrace),
      state(ofState) {}

FlowMatrix FlowMatrix::detached() const {
    FlowMatrix own = *this;
    own.flow = std::make_shared<const Flow>(*flow);
    return own;
}

bool FlowMatrix::reverse() const {
    return trace % shape.directions() == 1;
}

bool FlowMatrix::singleLoss() const {
    return shape.readout == Readout::LastStep;
}

bool FlowMatrix::exists(int loss, int k) const {
    if (loss < 0 || loss >= steps())
        return false;
    const auto [first, last] = reachableStates(shape, trace, loss, steps());
    return k >= first && k < last;
}

double FlowMatrix::norm(int loss, int k) const {
    return flow->states[state](loss, k);
}

QString FlowMatrix::stateSymbol() const {
    const Cell& cell = *shape.cell;
    const std::string_view symbol = cell.quantities()[cell.states()[state]].symbol;
    return QString::fromUtf8(symbol.data(), qsizetype(symbol.size()));
}

QString FlowMatrix::symbol(int loss, int k) const {
    return QStringLiteral("‖∂L%1/∂%2%3‖").arg(subscript(loss + 1), stateSymbol(), subscript(k + 1));
}

QString FlowMatrix::title() const {
    return inWords(shape.cell->name()) + QStringLiteral(" · ") + Words::tr("update %1").arg(update);
}

std::optional<Span> FlowMatrix::spanOf(int loss, int k) const {
    const bool own = reverse() ? k > loss : k < loss;
    if (!own || !exists(loss, k))
        return std::nullopt;
    return Span{trace, k, loss};
}

FlowCells flowCells(const FlowMatrix& matrix, int mostCells) {
    const int steps = matrix.steps();
    const Eigen::MatrixXd& norms = matrix.flow->states[matrix.state];
    FlowCells cells;
    cells.width = (steps + mostCells - 1) / mostCells;
    cells.columns = (steps + cells.width - 1) / cells.width;
    cells.rows = matrix.singleLoss() ? 1 : cells.columns;
    cells.values.resize(qsizetype(cells.rows) * cells.columns);
    cells.spans.fill({cells.columns, 0}, cells.rows);
    const auto rowOf = [&](int loss) { return matrix.singleLoss() ? 0 : loss / cells.width; };
    QVector<std::pair<int, int>> reach(steps);
    for (int loss = 0; loss < steps; ++loss) {
        reach[loss] = reachableStates(matrix.shape, matrix.trace, loss, steps);
        const auto [first, last] = reach[loss];
        if (first >= last)
            continue;
        auto& [from, to] = cells.spans[rowOf(loss)];
        from = std::min(from, first / cells.width);
        to = std::max(to, (last - 1) / cells.width + 1);
    }
    // Column after column, as the numbers lie in memory. NaN wins over all.
    for (int k = 0; k < steps; ++k)
        for (int loss = matrix.singleLoss() ? steps - 1 : 0; loss < steps; ++loss) {
            if (k < reach[loss].first || k >= reach[loss].second)
                continue;
            const double norm = norms(loss, k);
            double& cell = cells.values[qsizetype(rowOf(loss)) * cells.columns + k / cells.width];
            cells.notANumber = cells.notANumber || std::isnan(norm);
            if (!(norm <= cell) && !std::isnan(cell))
                cell = norm;
        }
    return cells;
}

ColorScale flowScale(bool wide) {
    return wide ? ColorScale::logSize(-12, 6) : ColorScale::logSize(-6, 0);
}

}  // namespace rnnscope
