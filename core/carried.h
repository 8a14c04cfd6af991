// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network.h"
#include "core/samples.h"
#include "core/setup.h"

namespace rnnscope {

/// The states that a pass ended with, as the start of another: PyTorch's h_n (and c_n) of one
/// sequence.
InitialState statesAfter(const NetworkShape& shape, const Record& record);
/// Those that it began with.
InitialState statesBefore(const NetworkShape& shape, const Record& record);

/// What the sequence that is shown begins with, at a network's present weights. With `carryState`
/// the network passes over all sequences before it, from the first of the file or task; otherwise
/// the problem's own. The setup must have passed checkCarried().
InitialState shownStart(const Setup& setup, const Problem& problem, const Network& network);

/// An error that names it where a sequence before the one that is shown, which need not be learnt
/// from, cannot be passed over. `sequences` are so many as the file holds.
Done checkCarried(const Setup& setup, std::size_t sequences);

/// What sequence `k` of a batch begins with; `before` is the pass over the one before it there.
/// With `carryState`, what the one before it in the file ended with; the first of a file begins
/// anew, and so does the first of those that a task draws afresh for one update.
InitialState batchStart(const Setup& setup, const Problem& problem, const Batch& batch,
                        std::size_t k, const Network& network, const Record& before);

}  // namespace rnnscope
