// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

// Running parity: bits come as +1 (one) and −1 (zero), the class is 1 where the number of ones so
// far is odd. Asked at every step, since training hardly ever finds it from the last answer alone.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= parityTask.minimumLength && length <= parityTask.maximumLength);
    TaskSequence sequence{Eigen::MatrixXd(1, length), Eigen::MatrixXd(1, length)};
    bool odd = false;
    for (Eigen::Index t = 0; t < length; ++t) {
        const bool one = random.below(2) == 1;
        odd = odd != one;
        sequence.input(0, t) = one ? 1 : -1;
        sequence.target(0, t) = odd ? 1 : 0;
    }
    return sequence;
}

}  // namespace

constinit const Task parityTask = {
    .id = "parity",
    .name = "Parity",
    .summary =
        "Plus and minus ones; at every step it is asked whether the plus ones so far are "
        "even or odd in number.",
    .defaultLength = 10,
    .minimumLength = 1,
    .maximumLength = anyLength,
    .classes = true,
    .classCount = 2,
    .lastStep = false,
    .draw = draw,
};

}  // namespace rnnscope
