// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints.h"

#include <algorithm>

namespace rnnscope {

std::size_t Checkpoints::Checkpoint::bytes() const {
    return run.bytes() + (twin ? twin->bytes() : 0);
}

bool Checkpoints::due(int update) const {
    const int next = kept_.empty() ? 0 : kept_.back().run.update + interval_;
    return update >= next && update % interval_ == 0;
}

void Checkpoints::offer(const RunState& run, const RunState* twin) {
    if (due(run.update))
        keep(run, twin);
}

void Checkpoints::keep(const RunState& run, const RunState* twin) {
    const std::size_t size = run.bytes() + (twin ? twin->bytes() : 0);
    if (size > budget_)
        return;  // not even one fits: every way back starts from the setup
    bytes_ += size;
    kept_.push_back({run, twin ? std::optional(*twin) : std::nullopt});
    thin();
}

const Checkpoints::Checkpoint* Checkpoints::before(int update) const {
    const auto after = std::upper_bound(
        kept_.begin(), kept_.end(), update,
        [](int wanted, const Checkpoint& each) { return wanted < each.run.update; });
    return after == kept_.begin() ? nullptr : &*(after - 1);
}

void Checkpoints::setBudget(std::size_t bytes) {
    budget_ = bytes;
    thin();
}

void Checkpoints::forgetFrom(int update) {
    std::erase_if(kept_, [&](const Checkpoint& each) { return each.run.update >= update; });
    bytes_ = 0;
    for (const Checkpoint& each : kept_)
        bytes_ += each.bytes();
}

void Checkpoints::thin() {
    while (bytes_ > budget_) {
        if (kept_.size() == 1) {  // and it is too large; a larger budget may start anew
            kept_.clear();
            bytes_ = 0;
            interval_ = shortestInterval;
            return;
        }
        interval_ *= 2;
        std::erase_if(kept_,
                      [this](const Checkpoint& each) { return each.run.update % interval_ != 0; });
        bytes_ = 0;
        for (const Checkpoint& each : kept_)
            bytes_ += each.bytes();
    }
}

}  // namespace rnnscope
