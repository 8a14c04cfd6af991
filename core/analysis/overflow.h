// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/loss.h"
#include "core/network.h"

namespace rnnscope {

/// Where a value that is not finite first appears in a pass.
struct Overflow {
    enum class Pass { Forward, Output, Loss, Backward };
    Pass pass = Pass::Forward;
    std::size_t trace = 0;     ///< layer and direction; of Forward and Backward
    std::size_t quantity = 0;  ///< of the cell; of Forward and Backward
    Index unit = 0;            ///< row of the quantity or of the read-out
    Index time = 0;
    double value = 0;  ///< NaN or ±∞
};

/// The first in the order of computation: forward layer by layer, then the read-out, the loss of
/// each step, then backward from the last layer down. Nothing where all is finite; `loss` and
/// `gradients` are null where there are none.
std::optional<Overflow> findOverflow(const NetworkShape& shape, const Record& record,
                                     const LossResult* loss, const Gradients* gradients);

/// One English line: "forget gate f of layer 1, unit 3, is NaN from step 37 on". Units, layers and
/// steps count from 1.
std::string describe(const Overflow& overflow, const NetworkShape& shape);

}  // namespace rnnscope
