// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "core/analysis/decay.h"

namespace rnnscope {

/// What a gradient's decay means, in the few words of a chip, the number included: "vanishing ·
/// halves every 4.0 steps". Nothing to judge: "no gradient".
QString verdictText(const std::optional<Decay>& decay);

/// The numbers behind the words, a line each, short and in full: rate, factor, half-life or
/// doubling time, share left over the whole sequence.
QString verdictDetail(const std::optional<Decay>& decay);

/// The chip's property "tone", which follows the bands behind gradient plots: "calm" (blue) for
/// shrinking and vanished, "good" for alive, "danger" for exploding, "warning" for one that died.
QString verdictTone(const std::optional<Decay>& decay);

}  // namespace rnnscope
