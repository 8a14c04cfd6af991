// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task.h"

#include <algorithm>
#include <array>

#include "core/tasks/registry.h"

namespace rnnscope {

std::span<const Task> tasks() {
    static const std::array table = {
        sineTask,  addingTask,        copyTask,
        latchTask, temporalOrderTask, parityTask,
        echoTask,  airlineTask,       airlineLogDifferencesTask,
    };
    return table;
}

const Task* findTask(std::string_view id) {
    const auto table = tasks();
    const auto found = std::ranges::find(table, id, &Task::id);
    return found == table.end() ? nullptr : &*found;
}

}  // namespace rnnscope
