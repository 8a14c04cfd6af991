// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include "core/loss.h"
#include "core/network.h"
#include "core/random.h"

namespace rnnscope::testing {

/// A small random network with a sequence, for tests that hold for any.
struct Example {
    NetworkShape shape;
    Parameters parameters;
    Eigen::MatrixXd input;
    InitialState initial;
    Loss loss;
    Eigen::MatrixXd target;
};

inline Example makeExample(const Cell& cell, int layers, bool bidirectional, Readout readout,
                           Loss loss, bool givenState, std::uint64_t seed, Index steps = 6,
                           Index hidden = 4) {
    Example example;
    example.shape = {.cell = &cell,
                     .input = 2,
                     .hidden = hidden,
                     .output = 3,
                     .layers = layers,
                     .bidirectional = bidirectional,
                     .readout = readout};
    example.loss = loss;
    Random random(seed);
    example.parameters = Network::initialParameters(example.shape, random);
    const auto filled = [&](Index rows, Index columns) {
        Eigen::MatrixXd values(rows, columns);
        for (double& value : values.reshaped())
            value = random.normal();
        return values;
    };
    example.input = filled(example.shape.input, steps);
    if (givenState)
        for (std::size_t k = 0; k < cell.states().size(); ++k)
            example.initial.push_back(filled(static_cast<Index>(example.shape.traces()), hidden));
    const Index answers = readout == Readout::EveryStep ? steps : 1;
    if (loss == Loss::MeanSquared) {
        example.target = filled(example.shape.output, answers);
    } else {
        example.target.resize(1, answers);
        for (double& value : example.target.reshaped())
            value = static_cast<double>(random.below(3));
    }
    return example;
}

}  // namespace rnnscope::testing
