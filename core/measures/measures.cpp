// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/measures.h"

#include <algorithm>

#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {

Result<Experiment> trainedFor(const Setup& setup, Index updates) {
    Setup own = setup;
    own.lanes = {};
    own.training.twin = false;
    own.generation = {};
    auto experiment = Experiment::create(std::move(own));
    if (!experiment)
        return experiment;
    if (updates > 0 && !experiment->problem().target)
        return Error{
            Sentence::tr("nothing is learnt without a target; another one than none is needed")};
    experiment->setBudget(0);  // nobody goes back
    experiment->runTo(static_cast<int>(updates));
    return experiment;
}

Result<std::shared_ptr<const Snapshot>> passAfter(const Setup& setup, Index updates) {
    auto experiment = trainedFor(setup, updates);
    if (!experiment)
        return experiment.error();
    return experiment->snapshot(1);
}

Result<std::shared_ptr<const Snapshot>> lossPassAfter(const Setup& setup, Index updates) {
    auto pass = passAfter(setup, updates);
    if (pass && !(*pass)->backward)
        return Error{
            Sentence::tr("there is no gradient without a target; another one than none is needed")};
    return pass;
}

Result<std::size_t> quantityOf(const Cell& cell, const std::string& id) {
    if (const auto found = cell.find(id))
        return *found;
    std::string known;
    for (const Quantity& quantity : cell.quantities())
        known += (known.empty() ? "" : ", ") + std::string(quantity.id);
    return Error{
        Sentence::tr("%1 has no quantity %2; there are %3", cell.name(), shown(id), known)};
}

Result<std::size_t> stateOf(const Cell& cell, const std::string& id) {
    const auto quantity = cell.find(id);
    const auto states = cell.states();
    const auto found = quantity ? std::find(states.begin(), states.end(), *quantity) : states.end();
    if (found == states.end())
        return Error{
            Sentence::tr("%1 carries no state %2; h is carried by all cells, c by the LSTM",
                         cell.name(), shown(id))};
    return static_cast<std::size_t>(found - states.begin());
}

}  // namespace rnnscope
