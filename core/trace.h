// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <span>
#include <string_view>

#include "core/operation.h"

namespace rnnscope {

using Eigen::Index;

/// What part a quantity plays in its cell.
enum class Role {
    PreActivation,  ///< weighted sum before a squashing function
    Gate,           ///< factor in 0 … 1
    Candidate,      ///< what a gate may let into the state
    State,          ///< carried to the next step
    Inner           ///< a step on the way, recorded for replay only
};

/// One named vector of H units that a cell computes at every step.
struct Quantity {
    std::string_view id;      ///< name of its array, "f"; unique within a cell
    std::string_view symbol;  ///< as written in an equation
    std::string_view name;    ///< field's term, "forget gate"
    Role role;
    double low;     ///< least possible value; −∞ where unbounded
    double high;    ///< largest possible value
    bool archived;  ///< written by `trace` and drawn in the time plots
};

/// Every value of one layer and direction over a whole sequence. Rows are quantity × unit, columns
/// are steps in the order of computation, and column 0 is the initial state, so that the state
/// before any step is always the column before it. The backward record is the same type and holds
/// ∂L/∂(quantity).
class Trace {
  public:
    Trace() = default;

    /// Sets the shape; the initial column is zero, the others hold anything.
    void reset(std::span<const Quantity> quantities, Index hidden, Index steps, bool reversed);

    std::span<const Quantity> quantities() const { return quantities_; }
    Index hidden() const { return hidden_; }
    Index steps() const { return values_.cols() - 1; }
    Index rows() const { return values_.rows(); }
    bool reversed() const { return reversed_; }

    /// Column of time t (0 … steps − 1); the reverse direction computes the last time first.
    Index column(Index time) const { return reversed_ ? steps() - time : time + 1; }

    /// Sets every quantity to zero from this column on.
    void clearFrom(Index column) { values_.rightCols(values_.cols() - column).setZero(); }

    double* data(Index column) { return values_.data() + column * values_.rows(); }
    const double* data(Index column) const { return values_.data() + column * values_.rows(); }

    /// The H values of one quantity in one column.
    auto at(std::size_t quantity, Index column) {
        return values_.col(column).segment(row(quantity), hidden_);
    }
    auto at(std::size_t quantity, Index column) const {
        return values_.col(column).segment(row(quantity), hidden_);
    }
    double value(std::size_t quantity, Index unit, Index time) const {
        return values_(row(quantity) + unit, column(time));
    }
    /// `count` consecutive quantities over all steps in the order of computation:
    /// (count · H) × steps.
    auto rows(std::size_t quantity, std::size_t count = 1) const {
        return values_.block(row(quantity), 1, row(count), steps());
    }
    auto rows(std::size_t quantity, std::size_t count = 1) {
        return values_.block(row(quantity), 1, row(count), steps());
    }
    /// The same one column earlier: what each step found.
    auto previousRows(std::size_t quantity) const {
        return values_.block(row(quantity), 0, hidden_, steps());
    }
    /// What a wire to a quantity holds in each step: H × steps.
    auto rowsOf(Wire wire) const {
        const Index first = wire.place == Wire::Place::Before ? 0 : 1;
        return values_.block(row(wire.index), first, hidden_, steps());
    }
    /// One quantity over time: H × steps, column t is time t.
    Eigen::MatrixXd overTime(std::size_t quantity) const;
    /// 2-norm over the units of one quantity at each time; no overflow or underflow on the way.
    Eigen::VectorXd norms(std::size_t quantity) const;

  private:
    Index row(std::size_t quantity) const { return static_cast<Index>(quantity) * hidden_; }

    std::span<const Quantity> quantities_;
    Index hidden_ = 0;
    bool reversed_ = false;
    Eigen::MatrixXd values_;
};

}  // namespace rnnscope
