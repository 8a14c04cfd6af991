// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/clipping.h"
#include "core/history.h"
#include "core/network.h"
#include "core/optimizer.h"
#include "core/setup.h"

namespace rnnscope {

/// Everything that a training's next update depends on, beside its setup.
struct RunState {
    int update = 0;  ///< updates taken
    Parameters parameters;
    OptimizerState optimizer;

    std::size_t bytes() const;
};

/// What one pass over a batch gave: means over its sequences.
struct BatchPass {
    double loss = 0;
    Parameters gradient;
};

/// One network in training: passes, clipping, updates. The same setup, clipping and number of
/// updates give the same numbers, however often it is set back on the way.
class Run {
  public:
    Run(const Problem& problem, const Clipping& clipping);

    const Network& network() const { return network_; }
    const Clipping& clipping() const { return clipping_; }
    int update() const { return update_; }
    RunState state() const { return {update_, network_.parameters(), optimizer_}; }
    void setState(RunState state);
    /// Puts the edits in their places that take effect at the present update.
    void edit(const Edits& edits);
    /// Updates ever taken, set back since or not.
    int known() const { return known_; }
    /// A record of every pass that was made for an update, or told by remember(); keeps what is
    /// known when set back.
    const History& history() const { return history_; }
    /// The first of them that diverged.
    const std::optional<Divergence>& divergence() const { return divergence_; }
    /// Adds the record of the present pass, which no update has followed yet, if it is a new one.
    void remember(const UpdateRecord& record);

    /// Stands where another stood, and knows what it knew.
    void restore(RunState state, History history, int known);
    /// Knows of the first so many updates what another run found, which took the same.
    void recall(const Run& other, int updates);

    /// One clipped update. Needs a target.
    void step(const Setup& setup, const Problem& problem);
    /// The pass that the next step will make, unclipped.
    const BatchPass& pass(const Setup& setup, const Problem& problem);

    /// Gives back the memory that only the next pass needs.
    void rest();
    /// Of what stays then, about.
    std::size_t bytes() const;

  private:
    Clipping clipping_;
    Network network_;
    OptimizerState optimizer_;
    int update_ = 0;
    int known_ = 0;
    History history_;
    std::optional<Divergence> divergence_;
    // Kept from update to update for their memory.
    Record record_;
    Gradients gradients_;
    BatchPass pass_;
};

}  // namespace rnnscope
