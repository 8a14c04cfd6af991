// SPDX-License-Identifier: GPL-3.0-or-later
// From sequence to sequence: the state that goes on.
#include "core/carried.h"

#include <utility>

namespace rnnscope {
namespace {

InitialState statesIn(const NetworkShape& shape, const Record& record, bool after) {
    InitialState states;
    states.reserve(shape.cell->states().size());
    for (const std::size_t state : shape.cell->states()) {
        Eigen::MatrixXd& rows =
            states.emplace_back(static_cast<Index>(shape.traces()), shape.hidden);
        for (std::size_t trace = 0; trace < shape.traces(); ++trace) {
            const Trace& values = record.traces[trace];
            rows.row(static_cast<Index>(trace)) = values.at(state, after ? values.steps() : 0);
        }
    }
    return states;
}

}  // namespace

InitialState statesAfter(const NetworkShape& shape, const Record& record) {
    return statesIn(shape, record, true);
}

InitialState statesBefore(const NetworkShape& shape, const Record& record) {
    return statesIn(shape, record, false);
}

InitialState shownStart(const Setup& setup, const Problem& problem, const Network& network) {
    InitialState state = problem.initial;
    if (!setup.carryState)
        return state;
    Record record;
    const std::size_t shown = setup.sequence.shown;
    const bool task = !setup.sequence.task.empty();
    Random random = firstTaskRandom(setup);
    for (std::size_t number = 0; number < shown; ++number) {
        // What was read for the problem can be read again; those before the shown one come last.
        const std::size_t which = task ? number : problem.sequences - shown + number;
        const NamedSample sample = readSample(setup, which, random).value();
        network.forward(sample.sample.input, state, record);
        state = statesAfter(network.shape(), record);
    }
    return state;
}

InitialState batchStart(const Setup& setup, const Problem& problem, const Batch& batch,
                        std::size_t k, const Network& network, const Record& before) {
    if (!setup.carryState || batch.isFirst(k))
        return problem.initial;
    if (k > 0)
        return statesAfter(network.shape(), before);
    InitialState state = shownStart(setup, problem, network);
    Record record;
    for (std::size_t which = 0; which < batch.place(0); ++which) {
        if (which > 0 && setup.sequence.shown + which == problem.sequences)
            state = problem.initial;  // the file begins again
        network.forward(which == 0 ? problem.input : problem.others[which - 1].input, state,
                        record);
        state = statesAfter(network.shape(), record);
    }
    return state;
}

}  // namespace rnnscope
