// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/own_answers.h"

#include <cassert>

namespace rnnscope {
namespace {

/// What the network would be given next if its answer were true.
Eigen::VectorXd asInput(const Eigen::VectorXd& answer, const Setup& setup, Index inputs) {
    if (setup.loss == Loss::MeanSquared)
        return setup.sequence.inputScale * answer;
    Index likeliest = 0;
    answer.maxCoeff(&likeliest);
    if (inputs == 1)
        return Eigen::VectorXd::Constant(
            1, setup.sequence.inputScale * static_cast<double>(likeliest));
    return setup.sequence.inputScale * Eigen::VectorXd::Unit(inputs, likeliest);
}

/// The states after a record's only step, as the next one's start.
InitialState statesAfter(const NetworkShape& shape, const Record& record) {
    InitialState states;
    for (const std::size_t state : shape.cell->states()) {
        Eigen::MatrixXd& rows =
            states.emplace_back(static_cast<Index>(shape.traces()), shape.hidden);
        for (std::size_t trace = 0; trace < shape.traces(); ++trace)
            rows.row(static_cast<Index>(trace)) = record.traces[trace].at(state, 1);
    }
    return states;
}

}  // namespace

Eigen::MatrixXd withOwnAnswers(const Network& network, const Eigen::MatrixXd& input,
                               const InitialState& initial, const Setup& setup, Random& random) {
    const NetworkShape& shape = network.shape();
    assert(!shape.bidirectional && shape.readout == Readout::EveryStep);
    Eigen::MatrixXd seen = input;
    InitialState state = initial;
    Record record;
    for (Index t = 0; t + 1 < input.cols(); ++t) {
        network.forward(seen.col(t), state, record);
        state = statesAfter(shape, record);
        if (random.uniform() >= setup.training.teacherForcing)
            seen.col(t + 1) = asInput(record.output.col(0), setup, shape.input);
    }
    return seen;
}

}  // namespace rnnscope
