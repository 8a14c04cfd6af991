// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

// One bit through noise, after Bengio, Simard & Frasconi, Learning long-term dependencies with
// gradient descent is difficult, 1994: x_1 is −1 (class 0) or +1 (class 1), each as likely; the
// rest is standard normal. The target before the last step, where nothing is asked, is the same.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= latchTask.minimumLength && length <= latchTask.maximumLength);
    TaskSequence sequence{Eigen::MatrixXd(1, length), {}};
    const bool positive = random.below(2) == 1;
    sequence.input(0, 0) = positive ? 1 : -1;
    for (Eigen::Index t = 1; t < length; ++t)
        sequence.input(0, t) = random.normal();
    sequence.target = Eigen::MatrixXd::Constant(1, length, positive ? 1 : 0);
    return sequence;
}

}  // namespace

constinit const Task latchTask = {
    .id = "latch",
    .name = "Latch",
    .summary = "Plus or minus one, then noise; the sign of the first value is asked at the end.",
    .defaultLength = 30,
    .minimumLength = 1,
    .maximumLength = anyLength,
    .classes = true,
    .classCount = 2,
    .lastStep = true,
    .draw = draw,
};

}  // namespace rnnscope
