// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hold_list.h"

#include <algorithm>
#include <iterator>

namespace rnnscope {
namespace {

/// Whether a choice keeps something in a layer and direction.
bool isIn(const HoldChoice& hold, std::optional<int> layer, bool reverse) {
    return !layer || !hold.layer || (hold.layer == layer && hold.reverse == reverse);
}

}  // namespace

bool covers(const HoldChoice& whole, const HoldChoice& part) {
    const bool place = !whole.layer || (part.layer == whole.layer && part.reverse == whole.reverse);
    const bool unit = !whole.unit || part.unit == whole.unit;
    const bool time = !whole.from || (part.from && whole.from <= part.from && part.to <= whole.to);
    return whole.quantity == part.quantity && place && unit && time;
}

std::vector<HoldChoice> withHold(std::vector<HoldChoice> holds, const HoldChoice& choice) {
    std::erase_if(holds, [&](const HoldChoice& each) { return covers(choice, each); });
    holds.push_back(choice);
    return holds;
}

std::vector<HoldChoice> holdsOn(const std::vector<HoldChoice>& holds, std::string_view quantity,
                                std::optional<int> layer, bool reverse) {
    std::vector<HoldChoice> found;
    std::ranges::copy_if(holds, std::back_inserter(found), [&](const HoldChoice& each) {
        return each.quantity == quantity && isIn(each, layer, reverse);
    });
    return found;
}

std::vector<HoldChoice> withoutHold(std::vector<HoldChoice> holds, std::string_view quantity,
                                    std::optional<int> layer, bool reverse) {
    std::erase_if(holds, [&](const HoldChoice& each) {
        return each.quantity == quantity && isIn(each, layer, reverse);
    });
    return holds;
}

}  // namespace rnnscope
