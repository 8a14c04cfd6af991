// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/archive.h"
#include "core/experiment.h"

namespace rnnscope {

/// A pass as named arrays, the content of the file that `rnnscope trace` writes: float64, C order,
/// row t for time t also in the reverse direction, suffixes as PyTorch's weights.
std::vector<Array> traceArrays(const Snapshot& snapshot);

/// flow_l0 … and, for a cell state, flow_c_l0 …: (T, T). Needs a target.
std::vector<Array> flowArrays(const Snapshot& snapshot);

/// jacobian_l0 …: (T, S).
std::vector<Array> jacobianArrays(const Snapshot& snapshot);

}  // namespace rnnscope
