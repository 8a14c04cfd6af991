// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/adjoint_chain.h"

#include <cmath>

namespace rnnscope {

AdjointChain::AdjointChain(const Network& network, const Record& record, const Chain& chain)
    : network_(network), chain_(chain) {
    for (std::size_t place = 0; place < chain.traces.size(); ++place) {
        const std::size_t trace = chain.traces[place];
        layers_.push_back(
            {trace, &record.traces[trace], FoldedStep(network, trace, place > 0), {}, {}, {}, {}});
    }
}

void AdjointChain::run(Index first, Index last, const std::function<bool()>& stopped,
                       const Visit& visit) {
    const Index targets = last - first + 1;
    const Index hidden = network_.shape().hidden;
    for (Layer& layer : layers_) {
        layer.adjoints.setZero(layer.step.size(), targets);
        layer.before.setZero(layer.step.size(), targets);
        layer.begun.assign(static_cast<std::size_t>(targets), false);
        if (&layer != &layers_.front())
            layer.below.setZero(hidden, targets);
    }
    Index end = targets;  // beyond the last target that is still on its way
    for (Index column = last; column >= 1 && !stopped(); --column) {
        const Index begin = std::max<Index>(column - first, 0);
        for (Layer& layer : layers_)
            if (column >= first)
                layer.adjoints.col(begin).setZero();
        if (column >= first)
            layers_.back().adjoints.col(begin).head(hidden) = chain_.arriving.col(column - 1);

        for (std::size_t place = layers_.size(); place-- > 0;) {
            Layer& layer = layers_[place];
            passBack(layer, column, begin, end - begin);
            if (place > 0)
                layers_[place - 1].adjoints.block(0, begin, hidden, end - begin) +=
                    layer.below.middleCols(begin, end - begin);
            visit(place, column, first + begin, layer.adjoints.middleCols(begin, end - begin));
            layer.adjoints.swap(layer.before);
        }
        const auto& window = network_.shape().window;
        if (window && (column - 1) % *window == 0)
            end = column - first;  // nothing crosses: all that has arrived so far ends here
        if (end <= 0)
            return;
    }
}

// Targets are the columns of a product and never mix. Those that may have left the range of a
// double go back one by one, as in Network::backward, which knows where 0 · ∞ is no NaN.
void AdjointChain::passBack(Layer& layer, Index column, Index from, Index count) {
    layer.step.set(*layer.values, column);
    auto adjoints = layer.adjoints.middleCols(from, count);
    auto before = layer.before.middleCols(from, count);
    const bool usual = layer.step.safe() && std::isfinite(adjoints.sum());
    Eigen::MatrixXd arrived;
    if (!usual)
        arrived = adjoints;
    if (layer.step.safe()) {
        layer.step.addWithin(adjoints);
        if (column > 1)
            layer.step.carry(adjoints, before);
        if (layer.below.size() > 0)
            layer.step.carryToInput(adjoints, layer.below.middleCols(from, count));
    }
    for (Index k = 0; !usual && k < count; ++k)
        if (!layer.step.safe() || !std::isfinite(arrived.col(k).sum()))
            passBackOne(layer, column, from + k, arrived.col(k));
    const Index hidden = network_.shape().hidden;
    for (Index k = from; k < from + count; ++k)
        if (!layer.begun[static_cast<std::size_t>(k)])
            layer.begun[static_cast<std::size_t>(k)] =
                !(layer.adjoints.col(k).head(hidden).array() == 0.0).all();
}

void AdjointChain::passBackOne(Layer& layer, Index column, Index target,
                               const Eigen::Ref<const Eigen::VectorXd>& adjoint) {
    const Index hidden = network_.shape().hidden;
    const Cell& cell = *network_.shape().cell;
    const auto states = cell.states();
    layer.adjoints.col(target) = adjoint;
    layer.before.col(target).setZero();
    if (layer.below.size() > 0)
        layer.below.col(target).setZero();
    // A loss has no part in steps that it does not look at, be they NaN.
    if (!layer.begun[static_cast<std::size_t>(target)] &&
        (adjoint.head(hidden).array() == 0.0).all())
        return;
    gradient_.setZero(layer.values->rows());
    previousGradient_.setZero(layer.values->rows());
    const auto quantity = [&](Eigen::VectorXd& column_, std::size_t which) {
        return column_.segment(static_cast<Index>(which) * hidden, hidden);
    };
    for (std::size_t state = 0; state < states.size(); ++state)
        quantity(gradient_, states[state]) =
            adjoint.segment(static_cast<Index>(state) * hidden, hidden);
    network_.stepBack(layer.trace, *layer.values, column, previousGradient_.data(),
                      gradient_.data());
    for (std::size_t state = 0; state < states.size(); ++state) {
        const Index row = static_cast<Index>(state) * hidden;
        layer.adjoints.col(target).segment(row, hidden) = quantity(gradient_, states[state]);
        layer.before.col(target).segment(row, hidden) = quantity(previousGradient_, states[state]);
    }
    if (layer.below.size() > 0) {
        const std::string name = "weight_ih" + network_.shape().suffix(layer.trace);
        const Eigen::MatrixXd& weight = network_.parameters().find(name)->value;
        layer.below.col(target).noalias() = weight.transpose() * gradient_.head(weight.rows());
    }
}

}  // namespace rnnscope
