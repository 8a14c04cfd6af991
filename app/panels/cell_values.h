// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <memory>
#include <optional>
#include <vector>

#include "app/playhead.h"
#include "core/experiment.h"

namespace rnnscope {

/// Every number of one step of one layer and direction: what is recorded, what lies between, and
/// ∂L/∂ of both.
class CellValues {
  public:
    /// `time` from 0. What is dear to make is kept while the snapshot stays the same.
    void show(const std::shared_ptr<const Snapshot>& snapshot, std::size_t trace, Index time);

    explicit operator bool() const { return snapshot_ != nullptr; }
    const Snapshot& snapshot() const { return *snapshot_; }
    const Cell& cell() const { return *snapshot_->shape().cell; }
    const Network& network() const { return *network_; }
    std::size_t trace() const { return trace_; }
    Index time() const { return time_; }
    Index column() const { return values().column(time_); }
    Index hidden() const { return values().hidden(); }
    bool hasGradient() const { return snapshot_->backward.has_value(); }

    /// H values; of no wire, the layer's input.
    Eigen::VectorXd value(Wire wire) const;
    /// ∂L/∂ of it. Of a state before the step only what comes through this step, of the input as
    /// well: what this layer and direction pass on.
    Eigen::VectorXd gradient(Wire wire) const;
    /// The value a unit is held at in this step.
    std::optional<double> heldAt(Wire wire, Index unit) const;
    bool held(Wire wire) const;
    /// End of the colour scale of signed values: the largest of the states over all steps, at
    /// least 1.
    double limit() const { return limit_; }

  private:
    void measure();
    const Trace& values() const { return snapshot_->record.traces[trace_]; }
    const Trace& gradients() const { return snapshot_->backward->gradients.traces[trace_]; }

    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Network> network_;
    std::size_t trace_ = 0;
    Index time_ = 0;
    double limit_ = 1;
    Eigen::MatrixXd inner_, innerGradient_;  // H × inner values
    Eigen::VectorXd previousGradient_;
    std::vector<StepHold> holds_;
};

/// How far a step has come: which operations are done, in the order of the pass.
struct CellProgress {
    bool backward = false;
    int part = 0;   ///< 0: all
    int count = 0;  ///< operations of the cell

    bool done(std::size_t operation) const;
    /// The operation just done, where the step is not done as a whole.
    std::optional<std::size_t> current() const;
    /// Whether what this wire carries is known: forward its value, backward the whole of its ∂L/∂.
    bool known(const Cell& cell, Wire wire) const;

    bool operator==(const CellProgress&) const = default;
};
CellProgress progressOf(const Position& position, const Snapshot& snapshot);

}  // namespace rnnscope
