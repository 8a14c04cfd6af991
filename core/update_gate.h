// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/equation.h"

namespace rnnscope {

/// What the update gate of a GRU is called. The numbers of the cell are the same either way.
enum class UpdateGate {
    Keeps,  ///< h_t = (1 − z_t) ∘ n_t + z_t ∘ h_{t−1}, as PyTorch and Cho et al. 2014 write it
    Renews,  ///< h_t = (1 − z̃_t) ∘ h_{t−1} + z̃_t ∘ n_t with z̃ = 1 − z, as Chung et al. 2014
};

/// The gate z that enters a state as z ∘ (the state before) + (1 − z) ∘ something, found in the
/// equations; none where a cell has no such gate, or gives 1 − z a name of its own.
std::optional<std::size_t> updateGateOf(const std::vector<Equation>& equations, const Cell& cell);

/// The same equations with z̃ = 1 − z in place of every z. Of a cell without such a gate they stay
/// as they are. The value of z̃ is 1 − z as the cell takes it, to the last bit, also where z is so
/// near 1 that σ(−a) would tell more.
std::vector<Equation> writtenFor(std::vector<Equation> equations, const Cell& cell,
                                 UpdateGate convention);

}  // namespace rnnscope
