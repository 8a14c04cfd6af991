// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/folded_step.h"

#include <algorithm>
#include <cmath>

#include "core/step_graph.h"

namespace rnnscope {
namespace {

/// Largest |entry|; NaN where there is one.
double largestOf(const Eigen::Ref<const Eigen::MatrixXd>& values) {
    return values.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
}

/// to += diag(slope) · from
void addScaled(const double* slope, const Eigen::Ref<const Eigen::MatrixXd>& from,
               Eigen::Ref<Eigen::MatrixXd> to) {
    const Index rows = from.rows();
    for (Index column = 0; column < from.cols(); ++column) {
        const double* source = from.data() + column * from.outerStride();
        double* __restrict target = to.data() + column * to.outerStride();
        for (Index row = 0; row < rows; ++row)
            target[row] += slope[row] * source[row];
    }
}

}  // namespace

FoldedStep::FoldedStep(const Network& network, std::size_t trace, bool inputs)
    : network_(&network),
      trace_(trace),
      cell_(*network.shape().cell),
      states_(cell_.states()),
      slopeTable_(cell_.slopes().begin(), cell_.slopes().end()),
      weightHh_(network.parameters().find("weight_hh" + network.shape().suffix(trace))->value),
      weightIh_(network.parameters().find("weight_ih" + network.shape().suffix(trace))->value),
      hidden_(network.shape().hidden),
      largestWeight_(largestOf(weightHh_)) {
    if (inputs)
        largestWeight_ += largestOf(weightIh_);
    if (!network.shape().holds.empty())
        slopeTable_ = graphOf(cell_).slopes;
    const std::vector<Slope>& slopes = slopeTable_;
    slopes_.resize(hidden_, static_cast<Index>(slopes.size()));
    const auto position = [&](std::size_t quantity) {
        return static_cast<std::size_t>(std::find(states_.begin(), states_.end(), quantity) -
                                        states_.begin());
    };
    for (std::size_t k = 0; k < slopes.size(); ++k) {
        const auto& [of, by] = slopes[k];
        if (by.place == Wire::Place::Now && position(of) < states_.size() &&
            position(by.index) < states_.size())
            within_.push_back({position(of), position(by.index), static_cast<Index>(k)});
    }
    const auto add = [&](std::size_t after, std::optional<std::size_t> before) {
        Block block =
            describe(states_[after], before ? std::optional(states_[*before]) : std::nullopt);
        block.after = after;
        block.before = before.value_or(0);
        if (!block.absent())
            blocks_.push_back(std::move(block));
    };
    for (std::size_t after = 0; after < states_.size(); ++after) {
        for (std::size_t before = 0; before < states_.size(); ++before)
            add(after, before);
        if (inputs)
            add(after, std::nullopt);
    }
}

FoldedStep::Block FoldedStep::describe(std::size_t of, std::optional<std::size_t> before) const {
    Block block;
    block.input = !before;
    const std::vector<Slope>& slopes = slopeTable_;
    const bool complete = std::ranges::any_of(
        slopes, [](const Slope& slope) { return slope.by.place == Wire::Place::Before; });
    if (!complete)
        for (const CarriedProduct& product : cell_.carried())
            if (product.into == of && product.state == before)
                block.direct.push_back(product.factor);
    for (std::size_t k = 0; k < slopes.size(); ++k) {
        if (slopes[k].of != of)
            continue;
        const auto slope = static_cast<Index>(k);
        if (slopes[k].by.place == Wire::Place::Before) {
            if (slopes[k].by.index == before)
                block.slopes.push_back(slope);
            continue;
        }
        const std::size_t by = slopes[k].by.index;
        if (!before && by < cell_.blocks().size())
            block.sources.push_back({slope, static_cast<Index>(by)});
        for (const RecurrentTerm& term : cell_.terms()) {
            if (by < term.gradient || by >= term.gradient + term.blockCount)
                continue;
            const Source source{slope, static_cast<Index>(term.firstBlock + by - term.gradient)};
            if (term.previous && term.operand == before)
                block.sources.push_back(source);
            if (term.previous)
                continue;
            Block inner = describe(term.operand, before);
            if (!inner.absent())
                block.through.push_back({source, std::move(inner), {}});
        }
    }
    return block;
}

void FoldedStep::fill(Block& block, const Trace& values, Index column) const {
    const Index h = hidden_;
    if (block.diagonals())
        block.diagonal.setZero(h);
    for (const std::size_t quantity : block.direct)
        block.diagonal += values.at(quantity, column);
    for (const Index slope : block.slopes)
        block.diagonal += slopes_.col(slope);
    if (!block.dense())
        return;
    const Eigen::MatrixXd& weights = block.input ? weightIh_ : weightHh_;
    block.value.resize(h, weights.cols());
    if (block.sources.empty())
        block.value.setZero();
    // Column by column, so that the sums stay in the first cache.
    for (Index k = 0; k < weights.cols(); ++k)
        for (std::size_t source = 0; source < block.sources.size(); ++source) {
            const auto [slope, from] = block.sources[source];
            const auto term = slopes_.col(slope).cwiseProduct(weights.col(k).segment(from * h, h));
            if (source == 0)
                block.value.col(k) = term;
            else
                block.value.col(k) += term;
        }
    for (Through& through : block.through) {
        fill(through.inner, values, column);
        through.scaled.noalias() = slopes_.col(through.outer.slope).asDiagonal() *
                                   weightHh_.middleRows(through.outer.block * h, h);
        if (through.inner.dense())
            block.value.noalias() += through.scaled * through.inner.value;
        else
            block.value += through.scaled * through.inner.diagonal.asDiagonal();
    }
    if (block.diagonals() && !block.input)
        block.value.diagonal() += block.diagonal;
}

void FoldedStep::set(const Trace& values, Index column) {
    const PreparedWeights& weights = network_->prepared(trace_);
    const double *previous = values.data(column - 1), *now = values.data(column);
    if (network_->shape().holds.empty())
        cell_.fillSlopes(weights, previous, now, slopes_.data());
    else
        fillSlopes(cell_, weights, previous, now, slopeTable_,
                   network_->heldIn(trace_, values, column), slopes_.data());
    double slope = largestOf(slopes_);
    for (Block& block : blocks_) {
        fill(block, values, column);
        if (block.diagonals())
            slope += largestOf(block.diagonal);
    }
    // Bounds every entry that was computed; sums keep a NaN.
    const double once = slope * largestWeight_ * static_cast<double>(slopes_.cols());
    const double twice = once * once * static_cast<double>(hidden_);
    safe_ = slope + once + twice < 1e290;
}

void FoldedStep::addWithin(Eigen::Ref<Eigen::MatrixXd> adjoints) const {
    for (const Within& within : within_)
        addScaled(slopes_.col(within.slope).data(), part(adjoints, within.of),
                  part(adjoints, within.by));
}

void FoldedStep::carry(const Eigen::Ref<const Eigen::MatrixXd>& adjoints,
                       Eigen::Ref<Eigen::MatrixXd> before) const {
    before.setZero();
    for (const Block& block : blocks_) {
        if (block.input)
            continue;
        const auto from = part(adjoints, block.after);
        auto to = part(before, block.before);
        if (block.dense())
            to.noalias() += block.value.transpose() * from;
        else
            addScaled(block.diagonal.data(), from, to);
    }
}

void FoldedStep::carryToInput(const Eigen::Ref<const Eigen::MatrixXd>& adjoints,
                              Eigen::Ref<Eigen::MatrixXd> input) const {
    input.setZero();
    for (const Block& block : blocks_)
        if (block.input)
            input.noalias() += block.value.transpose() * part(adjoints, block.after);
}

Eigen::MatrixXd FoldedStep::jacobian() const {
    Eigen::MatrixXd jacobian = Eigen::MatrixXd::Zero(size(), size());
    for (const Block& block : blocks_) {
        if (block.input)
            continue;
        auto square = part(jacobian, block.after)
                          .middleCols(static_cast<Index>(block.before) * hidden_, hidden_);
        if (block.dense())
            square = block.value;
        else
            square.diagonal() = block.diagonal;
    }
    for (auto within = within_.rbegin(); within != within_.rend(); ++within)
        part(jacobian, within->of) +=
            slopes_.col(within->slope).asDiagonal() * part(jacobian, within->by);
    return jacobian;
}

}  // namespace rnnscope
