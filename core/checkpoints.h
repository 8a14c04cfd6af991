// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/run.h"

namespace rnnscope {

/// States of a training at every k-th update, from which any other is reached by training on a
/// little. Stays within its memory: once full, every second one goes and k doubles.
class Checkpoints {
  public:
    /// A training's state; the twin's where there is one.
    struct Checkpoint {
        RunState run;
        std::optional<RunState> twin;

        std::size_t bytes() const;
    };

    static constexpr std::size_t standardBudget = std::size_t(64) << 20;

    explicit Checkpoints(std::size_t budget = standardBudget) : budget_(budget) {}

    /// Whether the state at this update would be kept.
    bool due(int update) const;
    /// Keeps the state if it is due.
    void offer(const RunState& run, const RunState* twin);
    /// Keeps a state beyond all that are kept, due or not, until memory is short.
    void keep(const RunState& run, const RunState* twin);
    /// The latest at or before an update; null where there is none.
    const Checkpoint* before(int update) const;

    /// Updates between two that are kept.
    int interval() const { return interval_; }
    std::size_t count() const { return kept_.size(); }
    std::size_t bytes() const { return bytes_; }
    std::size_t budget() const { return budget_; }
    /// Takes effect at once.
    void setBudget(std::size_t bytes);
    /// Lets go of all at or after an update.
    void forgetFrom(int update);

  private:
    void thin();

    std::size_t budget_;
    std::size_t bytes_ = 0;
    static constexpr int shortestInterval = 8;
    int interval_ = shortestInterval;
    std::vector<Checkpoint> kept_;  // in the order of updates
};

/// What a snapshot tells of them.
struct CheckpointFacts {
    int interval = 0;
    std::size_t count = 0;
    std::size_t bytes = 0;
    std::size_t budget = 0;
};

}  // namespace rnnscope
