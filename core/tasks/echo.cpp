// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

constexpr Eigen::Index delay = 5;

// x uniform in [−1, 1); y_t = x_{t−5}, and 0 before there is one. The best a network without
// memory can do is to answer 0, with an MSE of 1/3.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= echoTask.minimumLength && length <= echoTask.maximumLength);
    TaskSequence sequence{Eigen::MatrixXd(1, length), Eigen::MatrixXd(1, length)};
    for (Eigen::Index t = 0; t < length; ++t) {
        sequence.input(0, t) = random.uniform(-1, 1);
        sequence.target(0, t) = t < delay ? 0 : sequence.input(0, t - delay);
    }
    return sequence;
}

}  // namespace

constinit const Task echoTask = {
    .id = "echo",
    .name = "Echo",
    .summary = "Random numbers; at every step the one five steps earlier is asked, 0 before.",
    .defaultLength = 30,
    .minimumLength = 1,
    .maximumLength = anyLength,
    .classes = false,
    .classCount = 0,
    .lastStep = false,
    .draw = draw,
};

}  // namespace rnnscope
