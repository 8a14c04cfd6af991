// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/archive.h"
#include "core/optimizer.h"
#include "core/result.h"

namespace rnnscope {

class Run;
struct Snapshot;

/// Where a training stands: all that its next update depends on, and what is known of those before.
/// A setup alone leads there as well, but only after as many updates, and on another machine
/// perhaps with other last digits.
struct TrainingState {
    int update = 0;  ///< updates taken
    int known = 0;   ///< updates ever taken; more than `update` after a step back
    /// The tensors under PyTorch's names; those that the optimizer remembers with "first." and
    /// "second." before the name; and "history", shape (passes, 4): loss, norm of the gradient
    /// before and after clipping, and whether it was clipped, 0 or 1. A record for each known
    /// update, and one for the pass that follows them if it was made. Empty where only the number
    /// of updates is known, which have to be taken again.
    std::vector<Array> arrays;
    std::vector<TrainingState> twin;   ///< one where there is a twin; it has no twin or lanes
    std::vector<TrainingState> lanes;  ///< of the networks that are compared, as the setup has them
};

/// Of the pass that is shown.
TrainingState trainingState(const Snapshot& snapshot);
/// Puts a network in training there, its twin and the lanes aside. An error, and nothing done,
/// where the tensors are not its own, or not what this optimizer remembers, or the numbers
/// contradict each other.
Done restoreRun(const TrainingState& state, OptimizerKind optimizer, Run& run);

}  // namespace rnnscope
