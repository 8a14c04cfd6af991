// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/term.h"
#include "tests/core/test_networks.h"

namespace rnnscope::testing {

inline std::string brief(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

struct Pass {
    Example example;
    Network network;
    Record record;
    Gradients gradients;
};
inline Pass passOf(const Cell& cell) {
    Example example =
        makeExample(cell, 2, true, Readout::EveryStep, Loss::MeanSquared, true, 9, 4, 3);
    Pass pass{example, Network(example.shape, example.parameters), {}, {}};
    pass.network.forward(example.input, example.initial, pass.record);
    pass.network.backward(pass.record, pass.record.output, pass.gradients);
    return pass;
}

/// The value of a part from the numbers of its parts alone, without the record.
inline double computed(const StepNumbers& numbers, const Expression& part, Index unit) {
    using Kind = Expression::Kind;
    const auto of = [&](std::size_t k) { return computed(numbers, part.parts[k], unit); };
    switch (part.kind) {
        case Kind::Sum: {
            double sum = 0;
            for (std::size_t k = 0; k < part.parts.size(); ++k)
                sum += of(k);
            return sum;
        }
        case Kind::Product:
            return of(0) * of(1);
        case Kind::Complement:
            return 1 - of(0);
        case Kind::Negative:
            return -of(0);
        case Kind::Function:
            if (part.symbol == "σ")
                return 1 / (1 + std::exp(-of(0)));
            return part.symbol == "tanh" ? std::tanh(of(0)) : std::max(0.0, of(0));
        case Kind::Matrix: {
            double sum = 0;
            for (const auto& [weight, by] : numbers.factors(part, unit))
                sum += weight * by;
            return sum;
        }
        default:
            return numbers.value(part, unit);
    }
}

}  // namespace rnnscope::testing
