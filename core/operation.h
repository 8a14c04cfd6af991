// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rnnscope {

/// A vector of H values within a step: a quantity of the cell, the same before the step, or an
/// inner value that is not recorded.
struct Wire {
    enum class Place : std::uint8_t { None, Now, Before, Inner };
    Place place = Place::None;
    std::size_t index = 0;  ///< quantity, or inner value

    bool operator==(const Wire&) const = default;
    explicit operator bool() const { return place != Place::None; }
};
constexpr Wire now(std::size_t quantity) {
    return {Wire::Place::Now, quantity};
}
constexpr Wire before(std::size_t state) {
    return {Wire::Place::Before, state};
}
constexpr Wire inner(std::size_t value) {
    return {Wire::Place::Inner, value};
}

enum class OperationKind : std::uint8_t {
    Affine,      ///< of one block: (W_ih x_t + b_ih, if `input`) + (W_hh a + b_hh, if a) + b
    Peephole,    ///< w_ch ∘ a, of one peephole
    Product,     ///< a ∘ b
    Sum,         ///< a + b
    Complement,  ///< 1 − a
    Logistic,    ///< σ(a)
    Tanh,
    Relu,
};

/// One operation of a step. A cell lists them in the order in which they are computed.
///
/// The result of Affine is a quantity of the step: with `input`, the pre-activation of that block.
/// Peepholes are inner values and enter an Affine as b.
struct Operation {
    OperationKind kind;
    Wire result, a = {}, b = {};
    std::size_t weights = 0;  ///< block of an Affine; number of a peephole
    bool input = false;
};

/// A value on the way that only the drawing of the step and its equations show.
struct InnerValue {
    std::string_view symbol;  ///< "f ∘ c₋₁"
    std::string_view name;    ///< "what is kept"
};

}  // namespace rnnscope
