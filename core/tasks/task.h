// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <span>
#include <string_view>

#include "core/random.h"

namespace rnnscope {

/// One drawn sequence of a task. `input` is I × T, column t is x_t. `target` is O × T for a task
/// of numbers and 1 × T of class numbers for a task of classes; steps without a task of their own
/// (before the answer is due) hold what the task's description says.
struct TaskSequence {
    Eigen::MatrixXd input;
    Eigen::MatrixXd target;
};

/// A built-in task: one file, and one row in the table.
struct Task {
    std::string_view id;       ///< as on the command line
    std::string_view name;     ///< for people, English
    std::string_view summary;  ///< one sentence: what comes in, what is asked
    Eigen::Index defaultLength;
    Eigen::Index minimumLength;
    Eigen::Index maximumLength;  ///< 1,000,000 where the task sets none
    bool classes;                ///< class targets (cross-entropy) rather than numbers (MSE)
    Eigen::Index classCount;     ///< of class targets; 0 otherwise
    bool lastStep;               ///< asked at the last step only
    bool foresees = false;       ///< asked for the next value of the input
    TaskSequence (*draw)(Eigen::Index length, Random& random);
};

std::span<const Task> tasks();
/// Null where there is none of that id.
const Task* findTask(std::string_view id);

}  // namespace rnnscope
