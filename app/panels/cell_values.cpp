// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_values.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace rnnscope {

using Place = Wire::Place;

void CellValues::show(const std::shared_ptr<const Snapshot>& snapshot, std::size_t trace,
                      Index time) {
    if (snapshot == snapshot_ && trace == trace_ && time == time_)
        return;
    if (snapshot != snapshot_)
        network_ = std::make_shared<Network>(snapshot->shape(), snapshot->parameters);
    const bool fresh = snapshot != snapshot_ || trace != trace_;
    snapshot_ = snapshot;
    trace_ = trace;
    time_ = time;
    if (fresh)
        measure();
    holds_ = network_->heldIn(trace, values(), column());
    const PreparedWeights& weights = network_->prepared(trace);
    const auto inner = static_cast<Index>(cell().innerValues().size());
    const double *before = values().data(column() - 1), *now = values().data(column());
    inner_.resize(hidden(), inner);
    fillInner(cell(), weights, before, now, inner_.data());
    if (!hasGradient())
        return;
    innerGradient_.resize(hidden(), inner);
    previousGradient_ = Eigen::VectorXd::Zero(values().rows());
    fillInnerGradient(cell(), weights, before, now, gradients().data(column()),
                      previousGradient_.data(), innerGradient_.data(), holds_);
}

void CellValues::measure() {
    limit_ = 1;
    for (const std::size_t state : cell().states()) {
        const auto all = values().rows(state);
        for (Index t = 0; t < all.cols(); ++t)
            for (Index k = 0; k < all.rows(); ++k)
                if (std::isfinite(all(k, t)))
                    limit_ = std::max(limit_, std::abs(all(k, t)));
    }
}

Eigen::VectorXd CellValues::value(Wire wire) const {
    const auto index = static_cast<Index>(wire.index);
    switch (wire.place) {
        case Place::Now:
            return values().at(wire.index, column());
        case Place::Before:
            return values().at(wire.index, column() - 1);
        case Place::Inner:
            return inner_.col(index);
        case Place::None:
            break;
    }
    return snapshot_->record.layerInput[trace_ / snapshot_->shape().directions()].col(time_);
}

Eigen::VectorXd CellValues::gradient(Wire wire) const {
    const auto index = static_cast<Index>(wire.index);
    switch (wire.place) {
        case Place::Now:
            return gradients().at(wire.index, column());
        case Place::Before:
            return previousGradient_.segment(index * hidden(), hidden());
        case Place::Inner:
            return innerGradient_.col(index);
        case Place::None:
            break;
    }
    // The pre-activations come first, in the order of the weights' rows.
    const std::string name = "weight_ih" + snapshot_->shape().suffix(trace_);
    const Eigen::MatrixXd& weights = snapshot_->parameters.find(name)->value;
    const Eigen::Map<const Eigen::VectorXd> delta(gradients().data(column()), weights.rows());
    return weights.transpose() * delta;
}

std::optional<double> CellValues::heldAt(Wire wire, Index unit) const {
    if (wire.place == Place::Now)
        for (const StepHold& hold : std::views::reverse(holds_))  // the last counts
            if (hold.quantity == wire.index && unit >= hold.first && unit < hold.first + hold.count)
                return hold.value;
    return std::nullopt;
}

bool CellValues::held(Wire wire) const {
    return wire.place == Place::Now &&
           std::any_of(holds_.begin(), holds_.end(),
                       [&](const StepHold& hold) { return hold.quantity == wire.index; });
}

bool CellProgress::done(std::size_t operation) const {
    const int number = int(operation);
    return part == 0 || (backward ? number >= count - part : number < part);
}

std::optional<std::size_t> CellProgress::current() const {
    if (part == 0)
        return std::nullopt;
    return std::size_t(backward ? count - part : part - 1);
}

bool CellProgress::known(const Cell& cell, Wire wire) const {
    const auto operations = cell.operations();
    for (std::size_t k = 0; k < operations.size(); ++k) {
        const Operation& each = operations[k];
        const bool takes =
            wire ? each.a == wire || each.b == wire : each.input;  // no wire: the input
        if ((backward ? takes : wire && each.result == wire) && !done(k))
            return false;
    }
    return true;
}

CellProgress progressOf(const Position& position, const Snapshot& snapshot) {
    const bool backward =
        snapshot.backward && position.phase != Phase::Forward && position.phase != Phase::Loss;
    const int count = int(snapshot.shape().cell->operations().size());
    const bool within = position.phase == Phase::Forward || position.phase == Phase::Backward;
    return {backward, within ? std::clamp(position.part, 0, count - 1) : 0, count};
}

}  // namespace rnnscope
