// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network.h"
#include "core/result.h"

namespace rnnscope {

/// A quantity that a user keeps at a value: a gate, a candidate or a state, of every unit, layer,
/// direction and time unless said otherwise. Of a cell that has no such quantity it says nothing.
struct HoldChoice {
    std::string quantity;         ///< id: "f"
    std::optional<int> layer;     ///< from 0, with its direction
    bool reverse = false;         ///< where there is a layer
    std::optional<Index> unit;    ///< from 0
    std::optional<Index> from{};  ///< time from 0, with `to`
    std::optional<Index> to{};    ///< included
    double value = 0;

    bool operator==(const HoldChoice&) const = default;
};

/// Whether a quantity can be held: what is neither a weighted sum nor on the way only.
bool canBeHeld(const Quantity& quantity);

/// "f=1", "h_l1_reverse[3]@5-9=0", separated by commas; units and times are written from 1.
Result<std::vector<HoldChoice>> parseHolds(std::string_view text);
std::string toText(const std::vector<HoldChoice>& holds);

/// "i, f": what a cell has not, so that holding it says nothing. Empty where all of it holds.
std::string restingHolds(const std::vector<HoldChoice>& choices, const Cell& cell);

/// What a network of these sizes keeps. A quantity that no cell has, or a unit or layer that is not
/// there, is an error; one that only other cells have is passed over, and so are times beyond
/// the sequence.
Result<std::vector<Hold>> holdsFor(const std::vector<HoldChoice>& choices,
                                   const NetworkShape& shape);

}  // namespace rnnscope
