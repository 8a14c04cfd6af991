// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment_shelf.h"

#include <utility>

namespace rnnscope {

void ExperimentShelf::put(Kept kept) {
    kept.experiment.rest();
    kept_.push_front(std::move(kept));
    thin();
}

std::optional<ExperimentShelf::Kept> ExperimentShelf::take(const Setup& setup) {
    for (auto each = kept_.begin(); each != kept_.end(); ++each) {
        if (!each->experiment.extend(setup))
            continue;
        std::optional<Kept> found(std::move(*each));
        kept_.erase(each);
        return found;
    }
    return std::nullopt;
}

std::size_t ExperimentShelf::bytes() const {
    std::size_t bytes = 0;
    for (const Kept& each : kept_)
        bytes += each.experiment.bytes();
    return bytes;
}

void ExperimentShelf::setBudget(std::size_t bytes) {
    budget_ = bytes;
    thin();
}

void ExperimentShelf::thin() {
    // States on the way are the first to go: without them a way back only takes longer. One share
    // is left for everything else.
    for (Kept& each : kept_)
        each.experiment.setBudget(budget_ / (kept_.size() + 1));
    while (kept_.size() > mostKept || (!kept_.empty() && bytes() > budget_))
        kept_.pop_back();
}

}  // namespace rnnscope
