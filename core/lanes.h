// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace rnnscope {

struct Setup;

/// One choice in which a lane differs from the network it is compared with.
struct LaneChoice {
    std::string option;                ///< as setOption() takes it
    std::optional<std::string> value;  ///< absent: as where nothing is chosen

    bool operator==(const LaneChoice&) const = default;
};

/// A network beside the setup's own: on the same sequence, loss and seed, but for these choices.
struct Lane {
    std::vector<LaneChoice> choices;

    bool operator==(const Lane&) const = default;
};

inline constexpr std::size_t mostLanes = 4;

/// The networks that are compared with the setup's own, from left to right.
struct Lanes {
    std::vector<Lane> others;
    std::size_t place = 0;  ///< of the setup's own among all of them

    bool empty() const { return others.empty(); }
    bool operator==(const Lanes&) const = default;
};

/// "cell=rnn; *; cell=gru, forget-bias=2": the star is the setup's own network, which comes first
/// where it is left out. `forget-bias` alone is a choice that is not made, `same` a lane that
/// differs in nothing; a value with a comma or semicolon stands in double quotes.
Result<Lanes> parseLanes(std::string_view text);
std::string toText(const Lanes& lanes);

/// The setup of one network beside the setup's own; without lanes of its own. Weights from a file
/// that cannot be its own are left out, and so is the initial state.
Result<Setup> laneSetup(const Setup& setup, const Lane& lane);
/// Of all lanes from left to right, the setup's own included.
Result<std::vector<Setup>> laneSetups(const Setup& setup);

/// RNN, LSTM and GRU; of a setup with another cell, that one first.
Lanes standardLanes(const Setup& setup);
/// The same comparison with another of its networks as the setup's own. `lane` counts all of them
/// from the left.
Result<Setup> withOwnLane(const Setup& setup, std::size_t lane);
/// One more network beside those there are: the setup's own once more, at the right. Its `change`
/// is what it differs in.
Result<Setup> withLane(const Setup& setup, const Lane& change);
/// Without one of them. The setup's own gives its part to its neighbour; of two, one is left alone.
Result<Setup> withoutLane(const Setup& setup, std::size_t lane);
/// Another choice in one of them, the setup's own included.
Result<Setup> withLaneChoice(const Setup& setup, std::size_t lane, std::string_view option,
                             std::optional<std::string_view> value);

/// The choices in which not all lanes agree, and what each lane has there; for their titles.
struct LaneDifference {
    std::string option;
    std::vector<std::optional<std::string>> values;  ///< of each lane
};
std::vector<LaneDifference> laneDifferences(const std::vector<Setup>& lanes);

}  // namespace rnnscope
