// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "core/archive.h"
#include "core/network.h"
#include "core/result.h"

namespace rnnscope {

/// What the tensors of a PyTorch state_dict say about a network.
struct StateDict {
    NetworkShape shape;  ///< `output` is 0 where there is no read-out
    /// Under RNNScope's names. Biases that are missing are marked absent; without a read-out its
    /// two are missing here.
    Parameters parameters;
};

/// Reads the network off the tensors' names and shapes: any module prefix, layers `_l0`, `_l1`, …,
/// `_reverse`; rows over hidden size tell the cell (1 rnn, 3 gru, 4 lstm; `preferred` where its
/// number of gates fits, so that it decides the GRU's form). The remaining pair of a 2-D `….weight`
/// and a 1-D `….bias` is the read-out. `file` is for messages.
Result<StateDict> readStateDict(std::span<const Array> tensors, const Cell& preferred,
                                const std::string& file);

/// Parameters as arrays under PyTorch's names, each name after `prefix`.
std::vector<Array> toArrays(const Parameters& parameters, const std::string& prefix = {});

}  // namespace rnnscope
