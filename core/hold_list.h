// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/hold.h"

namespace rnnscope {

// A list of what is held, changed one choice at a time. Where several keep the same, the last
// counts.

/// Whether `whole` keeps everything that `part` keeps, values aside.
bool covers(const HoldChoice& whole, const HoldChoice& part);
/// With one more, which counts over the others: what it covers is gone.
std::vector<HoldChoice> withHold(std::vector<HoldChoice> holds, const HoldChoice& choice);
/// Those that keep a quantity somewhere in a layer and direction; in any, where no layer is told.
std::vector<HoldChoice> holdsOn(const std::vector<HoldChoice>& holds, std::string_view quantity,
                                std::optional<int> layer = {}, bool reverse = false);
/// Without those.
std::vector<HoldChoice> withoutHold(std::vector<HoldChoice> holds, std::string_view quantity,
                                    std::optional<int> layer = {}, bool reverse = false);

}  // namespace rnnscope
