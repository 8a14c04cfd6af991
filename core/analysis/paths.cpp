// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/paths.h"

#include <algorithm>

#include "core/analysis/norm.h"

namespace rnnscope {
namespace {

/// The product that carries a state on past the recurrent weights; null where there is none.
const CarriedProduct* straightProduct(const Cell& cell) {
    const auto products = cell.carried();
    const auto found =
        std::find_if(products.begin(), products.end(),
                     [](const CarriedProduct& each) { return each.into == each.state; });
    return found == products.end() ? nullptr : &*found;
}

/// Last column that the loss looks at; the backward pass begins there. 0 where there is none.
Index lastColumn(const Cell& cell, const Trace& gradient) {
    Index last = gradient.steps();
    while (last > 0 && (gradient.at(cell.hiddenState(), last).array() == 0.0).all())
        --last;
    return last;
}

/// Nothing crosses from this column to the one before, as in Network::backward.
bool isBorder(const NetworkShape& shape, Index column) {
    return shape.window && column > 1 && (column - 1) % *shape.window == 0;
}

/// What goes back through one block of recurrent weights: H × T, in the order of computation.
Eigen::MatrixXd throughBlock(const Eigen::MatrixXd& weights, const Cell& cell,
                             const RecurrentTerm& term, std::size_t block, const Trace& values,
                             const Trace& gradient) {
    const Index hidden = values.hidden();
    const auto rows = weights.middleRows(static_cast<Index>(block) * hidden, hidden);
    Eigen::MatrixXd back =
        rows.transpose() * gradient.rows(term.gradient + block - term.firstBlock);
    // Where the weights multiply something within the step, on from there to the state before.
    if (!term.previous)
        for (const CarriedProduct& product : cell.carried())
            if (product.into == term.operand)
                back.array() *= values.rows(product.factor).array();
    return back;
}

/// From the order of computation to time; zero where the backward pass does not come by.
Eigen::MatrixXd whereItRan(const Eigen::MatrixXd& back, const NetworkShape& shape,
                           const Trace& gradient) {
    Eigen::MatrixXd overTime = Eigen::MatrixXd::Zero(back.rows(), back.cols());
    const Index last = lastColumn(*shape.cell, gradient);
    for (Index t = 0; t < back.cols(); ++t) {
        const Index column = gradient.column(t);
        if (column <= last && !isBorder(shape, column))
            overTime.col(t) = back.col(column - 1);
    }
    return overTime;
}

/// Nothing goes back through the units of a quantity that are held.
void stopAtHeld(const Network& network, std::size_t trace, const Trace& values, Index column,
                std::size_t quantity, Eigen::Ref<Eigen::VectorXd> back) {
    for (const StepHold& hold : network.heldIn(trace, values, column))
        if (hold.quantity == quantity)
            back.segment(hold.first, hold.count).setZero();
}

Eigen::VectorXd directNorms(const Network& network, std::size_t trace,
                            const CarriedProduct& straight, const Trace& values,
                            const Trace& gradient) {
    const NetworkShape& shape = network.shape();
    const Index steps = values.steps();
    Eigen::VectorXd norms = Eigen::VectorXd::Zero(steps);
    const Index last = lastColumn(*shape.cell, gradient);
    if (last == 0)
        return norms;
    Eigen::VectorXd direct = gradient.at(straight.state, last);
    for (Index column = last; column >= 1; --column) {
        norms[values.reversed() ? steps - column : column - 1] = scaledNorm(direct);
        if (isBorder(shape, column))
            break;
        direct.array() *= values.at(straight.factor, column).array();
        stopAtHeld(network, trace, values, column, straight.into, direct);
    }
    return norms;
}

}  // namespace

std::vector<PathGradient> pathGradients(const Network& network, const Record& record,
                                        const Gradients& gradients, std::size_t trace) {
    const NetworkShape& shape = network.shape();
    const Cell& cell = *shape.cell;
    const Trace& values = record.traces[trace];
    const Trace& gradient = gradients.traces[trace];
    std::vector<PathGradient> paths;
    if (const CarriedProduct* straight = straightProduct(cell)) {
        Eigen::MatrixXd back =
            gradient.rows(straight->into).cwiseProduct(values.rows(straight->factor));
        for (Index column = 1; column <= back.cols(); ++column)
            stopAtHeld(network, trace, values, column, straight->into, back.col(column - 1));
        paths.push_back({std::string(cell.quantities()[straight->factor].id), PathKind::Straight,
                         straight->state, whereItRan(back, shape, gradient)});
    }
    const Parameter* weights = network.parameters().find("weight_hh" + shape.suffix(trace));
    for (const RecurrentTerm& term : cell.terms())
        for (std::size_t block = term.firstBlock; block < term.firstBlock + term.blockCount;
             ++block)
            paths.push_back(
                {std::string(cell.blocks()[block]), PathKind::Weights, cell.hiddenState(),
                 whereItRan(throughBlock(weights->value, cell, term, block, values, gradient),
                            shape, gradient)});
    for (std::size_t k = 0; k < cell.peepholes().size(); ++k) {
        const PeepholeTerm& term = cell.peepholes()[k];
        if (term.operand.place != Wire::Place::Before)
            continue;
        const Eigen::MatrixXd back =
            network.prepared(trace)
                .peepholes.segment(static_cast<Index>(k) * shape.hidden, shape.hidden)
                .asDiagonal() *
            gradient.rows(term.gradient);
        paths.push_back({std::string(cell.blocks()[term.gradient]), PathKind::Peephole,
                         term.operand.index, whereItRan(back, shape, gradient)});
    }
    return paths;
}

GradientPaths gradientPaths(const Network& network, const Record& record,
                            const Gradients& gradients, std::size_t trace) {
    const NetworkShape& shape = network.shape();
    const Cell& cell = *shape.cell;
    GradientPaths result;
    for (const PathGradient& path : pathGradients(network, record, gradients, trace)) {
        Eigen::VectorXd norms(path.gradient.cols());
        for (Index t = 0; t < norms.size(); ++t)
            norms[t] = scaledNorm(path.gradient.col(t));
        result.paths.push_back({path.id, path.kind, std::move(norms)});
    }
    const CarriedProduct* straight = straightProduct(cell);
    const std::size_t carried = straight ? straight->state : cell.hiddenState();
    result.carried = cell.quantities()[carried].id;
    result.whole = gradients.traces[trace].norms(carried);
    if (straight)
        result.direct =
            directNorms(network, trace, *straight, record.traces[trace], gradients.traces[trace]);
    return result;
}

}  // namespace rnnscope
