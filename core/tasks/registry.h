// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>

#include "core/tasks/task.h"

namespace rnnscope {

// One per task, in the order of the table; each is defined in the file named after it. They are
// constants, so the table may copy them at any time.
extern const Task sineTask;
extern const Task addingTask;
extern const Task copyTask;
extern const Task latchTask;
extern const Task temporalOrderTask;
extern const Task parityTask;
extern const Task echoTask;
extern const Task airlineTask;
extern const Task airlineLogDifferencesTask;

inline constexpr Eigen::Index anyLength = 1'000'000;

/// Uniform among low … high, both included.
inline Eigen::Index drawIndex(Random& random, Eigen::Index low, Eigen::Index high) {
    assert(low <= high);
    return low +
           static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

}  // namespace rnnscope
