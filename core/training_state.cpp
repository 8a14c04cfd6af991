// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training_state.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/experiment.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr std::size_t historyColumns = 4;

void addArrays(const Parameters& parameters, const std::string& prefix,
               std::vector<Array>& arrays) {
    for (const Parameter& item : parameters.items)
        if (!item.absent)
            arrays.push_back(item.bias ? Array::vector(prefix + item.name, item.value)
                                       : Array::matrix(prefix + item.name, item.value));
}

Array historyArray(const History& history) {
    Array array{"history", {history.size(), historyColumns}, {}};
    array.data.reserve(history.size() * historyColumns);
    for (std::size_t update = 0; update < history.size(); ++update) {
        const UpdateRecord& record = history[update];
        for (const double value :
             {record.loss, record.gradientNorm, record.clippedNorm, record.clipped ? 1.0 : 0.0})
            array.data.push_back(value);
    }
    return array;
}

TrainingState stateOf(const RunState& run, const History& history, int known) {
    TrainingState state{run.update, known, {}, {}, {}};
    addArrays(run.parameters, "", state.arrays);
    addArrays(run.optimizer.first, "first.", state.arrays);
    addArrays(run.optimizer.second, "second.", state.arrays);
    state.arrays.push_back(historyArray(history));
    return state;
}

const Array* findArray(const TrainingState& state, const std::string& name) {
    const auto found = std::find_if(state.arrays.begin(), state.arrays.end(),
                                    [&](const Array& array) { return array.name == name; });
    return found == state.arrays.end() ? nullptr : &*found;
}

Error misfit(const std::string& what) {
    return Error{Sentence::tr("\"training\" %1; it must be of the setup beside it", what)};
}

/// Numbers for every tensor of a network.
Result<Parameters> readParameters(const TrainingState& state, const std::string& prefix,
                                  const Parameters& like) {
    Parameters read = like.zeros();
    for (Parameter& item : read.items) {
        if (item.absent)
            continue;
        const std::string name = prefix + item.name;
        const Array* array = findArray(state, name);
        if (!array)
            return misfit(Sentence::tr("has no tensor '%1'", name));
        std::vector<std::size_t> shape{static_cast<std::size_t>(item.value.rows())};
        if (!item.bias)
            shape.push_back(static_cast<std::size_t>(item.value.cols()));
        if (array->shape != shape)
            return misfit(Sentence::tr("has a tensor '%1' of another shape", name));
        item.value = array->toMatrix();
    }
    return read;
}

Result<History> readHistory(const TrainingState& state) {
    const Array* array = findArray(state, "history");
    if (!array || array->shape.size() != 2 || array->shape[1] != historyColumns)
        return misfit(Sentence::tr("has no history of four columns"));
    // One pass for each known update, and the next one's where it was made.
    const std::size_t passes = array->shape[0];
    const auto known = static_cast<std::size_t>(state.known);
    if (passes != known && passes != known + 1)
        return misfit(Sentence::tr("knows %1 updates but has %2 passes", state.known, passes));
    History history;
    for (std::size_t k = 0; k < array->data.size(); k += historyColumns)
        history.push_back(
            {array->data[k], array->data[k + 1], array->data[k + 2], array->data[k + 3] != 0});
    return history;
}

}  // namespace

TrainingState trainingState(const Snapshot& snapshot) {
    TrainingState state = stateOf({snapshot.update, snapshot.parameters, snapshot.optimizer},
                                  snapshot.history, snapshot.known);
    if (const auto& twin = snapshot.twin) {
        // Stands still once it diverged, at an update whose pass it knows.
        const int known = std::max(static_cast<int>(twin->history.size()) - 1, twin->state.update);
        state.twin.push_back(stateOf(twin->state, twin->history, known));
    }
    for (const auto& other : snapshot.others)
        state.lanes.push_back(trainingState(*other));
    return state;
}

Done restoreRun(const TrainingState& state, OptimizerKind optimizer, Run& run) {
    if (state.update < 0 || state.known < state.update || state.known > mostUpdates)
        return misfit(Sentence::tr("has numbers of updates that contradict each other"));
    const Parameters& like = run.network().parameters();
    auto parameters = readParameters(state, "", like);
    if (!parameters)
        return parameters.error();
    OptimizerState memory;
    memory.steps = state.update;  // one each
    const auto recall = [&](bool needed, const char* prefix, Parameters& moment) -> Done {
        if (!needed || state.update == 0)
            return done();
        auto read = readParameters(state, prefix, like);
        if (!read)
            return read.error();
        moment = *std::move(read);
        return done();
    };
    const bool adam = optimizer == OptimizerKind::Adam;
    if (auto status = recall(adam || optimizer == OptimizerKind::Momentum, "first.", memory.first);
        !status)
        return status;
    if (auto status = recall(adam || optimizer == OptimizerKind::RmsProp, "second.", memory.second);
        !status)
        return status;
    auto history = readHistory(state);
    if (!history)
        return history.error();
    run.restore({state.update, *std::move(parameters), std::move(memory)}, *std::move(history),
                state.known);
    return done();
}

}  // namespace rnnscope
