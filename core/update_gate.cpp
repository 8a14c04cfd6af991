// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/update_gate.h"

#include <algorithm>
#include <utility>

namespace rnnscope {
namespace {

using Kind = Expression::Kind;

bool isQuantity(const Expression& part, std::size_t quantity) {
    return part.kind == Kind::Value && part.wire == now(quantity);
}

/// Whether it is z ∘ state_{t−1}.
bool keeps(const Expression& part, std::size_t gate, std::size_t state) {
    if (part.kind != Kind::Product)
        return false;
    const auto is = [&](std::size_t a, std::size_t b) {
        return isQuantity(part.parts[a], gate) && part.parts[b].kind == Kind::Value &&
               part.parts[b].wire == before(state);
    };
    return is(0, 1) || is(1, 0);
}

/// Whether it is (1 − z) ∘ something.
bool renews(const Expression& part, std::size_t gate) {
    return part.kind == Kind::Product &&
           std::ranges::any_of(part.parts, [&](const Expression& each) {
               return each.kind == Kind::Complement && isQuantity(each.parts[0], gate);
           });
}

/// z becomes 1 − z̃, and 1 − z becomes z̃.
Expression replaced(Expression part, std::size_t gate) {
    if (part.kind == Kind::Complement && isQuantity(part.parts[0], gate)) {
        Expression flipped = std::move(part.parts[0]);
        flipped.flipped = true;
        return flipped;
    }
    if (isQuantity(part, gate)) {
        Expression flipped = part;
        flipped.flipped = true;
        // As a whole it is z again, and recorded as such.
        return {.kind = Kind::Complement, .wire = part.wire, .parts = {std::move(flipped)}};
    }
    for (Expression& each : part.parts)
        each = replaced(std::move(each), gate);
    return part;
}

/// The gate's own: σ(a) becomes σ(−a), for 1 − σ(a) = σ(−a).
Expression mirrored(Expression gate) {
    if (gate.kind == Kind::Function && gate.symbol == "σ") {
        Expression sum = std::move(gate.parts[0]);
        gate.parts[0] = {.kind = Kind::Negative, .parts = {std::move(sum)}};
        gate.flipped = true;
        return gate;
    }
    Expression whole{.kind = Kind::Complement, .parts = {}};
    whole.wire = gate.wire;
    whole.flipped = true;
    whole.parts.push_back(std::move(gate));
    return whole;
}

/// What is kept comes first, as Chung et al. write it.
void oldFirst(Expression& sum, std::size_t gate, std::size_t state) {
    std::stable_partition(sum.parts.begin(), sum.parts.end(),
                          [&](const Expression& part) { return keeps(part, gate, state); });
}

bool updates(const Equation& equation, std::size_t gate) {
    const Expression& sum = equation.expression;
    return sum.kind == Kind::Sum &&
           std::ranges::any_of(
               sum.parts,
               [&](const Expression& part) { return keeps(part, gate, equation.quantity); }) &&
           std::ranges::any_of(sum.parts,
                               [&](const Expression& part) { return renews(part, gate); });
}

}  // namespace

std::optional<std::size_t> updateGateOf(const std::vector<Equation>& equations, const Cell& cell) {
    for (const Equation& gate : equations)
        if (cell.quantities()[gate.quantity].role == Role::Gate &&
            std::ranges::any_of(equations,
                                [&](const Equation& each) { return updates(each, gate.quantity); }))
            return gate.quantity;
    return std::nullopt;
}

std::vector<Equation> writtenFor(std::vector<Equation> equations, const Cell& cell,
                                 UpdateGate convention) {
    const auto gate = updateGateOf(equations, cell);
    if (!gate || convention == UpdateGate::Keeps)
        return equations;
    for (Equation& each : equations) {
        if (each.quantity == *gate) {
            each.expression = mirrored(std::move(each.expression));
            each.flipped = true;
            continue;
        }
        if (updates(each, *gate)) {
            oldFirst(each.expression, *gate, each.quantity);
            for (Expression& part : each.expression.parts)  // the gate's factor first
                if (keeps(part, *gate, each.quantity) && !isQuantity(part.parts[0], *gate))
                    std::swap(part.parts[0], part.parts[1]);
        }
        each.expression = replaced(std::move(each.expression), *gate);
    }
    return equations;
}

}  // namespace rnnscope
