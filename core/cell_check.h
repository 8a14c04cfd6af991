// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/cell.h"

namespace rnnscope {

/// What a cell's list of operations lacks for everything that follows from it, in one line with the
/// way to mend it; nothing where it lacks nothing. For the tests, which ask every cell of the
/// table.
std::optional<std::string> faultOf(const Cell& cell);

}  // namespace rnnscope
