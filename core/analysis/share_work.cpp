// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/share_work.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace rnnscope {

using Eigen::Index;

Index SharedWork::threadsFor(double operations) {
    // A thread takes some 50 µs to start, in which a core does about a million operations.
    constexpr double worthwhile = 4e6;
    const auto cores = static_cast<double>(std::max(1u, std::thread::hardware_concurrency()));
    return static_cast<Index>(std::clamp(operations / worthwhile, 1.0, cores));
}

bool SharedWork::stopped(Index thread) {
    if (thread == 0 && stale_ && !stopped_ && stale_())
        stopped_ = true;
    return stopped_;
}

bool SharedWork::run(Index count, Index threads, const std::function<void(Index, Index)>& work) {
    // Each begins with a piece of its own, so that the caller, who asks, is at work as long as the
    // others.
    threads = std::min(threads, count);
    next_ = threads;
    const auto loop = [&](Index thread) {
        for (Index piece = thread; piece < count && !stopped(thread); piece = next_++)
            work(piece, thread);
    };
    std::vector<std::jthread> others;
    for (Index thread = 1; thread < threads; ++thread)
        others.emplace_back(loop, thread);
    loop(0);
    others.clear();  // joins
    return !stopped_;
}

}  // namespace rnnscope
