// SPDX-License-Identifier: GPL-3.0-or-later
// From sequence to sequence: the state that goes on.
#include "core/carried.h"

#include <utility>

#include "core/sentence.h"

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

/// Sequence `number` from the file's or task's first, before the one that is shown; a task's only
/// one after the other.
Result<NamedSample> sequenceBefore(const Setup& setup, std::size_t number, std::size_t sequences,
                                   Random& random) {
    const bool task = !setup.sequence.task.empty();
    // A file's are counted from the shown one, and those before it come last.
    return readSample(setup, task ? number : sequences - setup.sequence.shown + number, random);
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
    Random random = firstTaskRandom(setup);
    for (std::size_t number = 0; number < setup.sequence.shown; ++number) {
        const NamedSample sample = sequenceBefore(setup, number, problem.sequences, random).value();
        network.forward(sample.sample.input, state, record);
        state = statesAfter(network.shape(), record);
    }
    return state;
}

Done checkCarried(const Setup& setup, std::size_t sequences) {
    if (!setup.carryState)
        return done();
    Random random = firstTaskRandom(setup);
    for (std::size_t number = 0; number < setup.sequence.shown; ++number)
        if (const auto sample = sequenceBefore(setup, number, sequences, random); !sample) {
            Error error = sample.error();
            error.message = Sentence::tr("sequence %1, whose state is carried over: %2", number + 1,
                                         error.message);
            return error;
        }
    return done();
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
