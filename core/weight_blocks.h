// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// Rows of one parameter that belong together: those of one gate, or a whole tensor of the
/// read-out.
struct WeightBlock {
    std::string target;     ///< as edits name it: "weight_hh_l0.f", "fc.weight"
    std::string parameter;  ///< the tensor's name: "weight_hh_l0"
    /// Of the pre-activation that the rows lead to; absent for the read-out.
    std::optional<std::size_t> quantity;
    std::optional<std::size_t> trace;  ///< layer and direction; absent for the read-out
    Index firstRow, rows, columns;     ///< within the tensor; rows are units, or outputs
};

/// Every block of a network, in PyTorch's order of tensors. A bias that the network was built
/// without has none.
std::vector<WeightBlock> weightBlocks(const NetworkShape& shape, const Parameters& parameters);

/// The block's numbers, rows × columns.
inline auto blockOf(const Parameters& parameters, const WeightBlock& block) {
    return parameters.find(block.parameter)->value.middleRows(block.firstRow, block.rows);
}
inline auto blockOf(Parameters& parameters, const WeightBlock& block) {
    return parameters.find(block.parameter)->value.middleRows(block.firstRow, block.rows);
}

/// Whether some network has a block of this name.
bool isBlockName(std::string_view target);

}  // namespace rnnscope
