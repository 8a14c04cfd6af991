// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

constexpr Eigen::Index marked = 2;       // input rows 0 and 1: X and Y
constexpr Eigen::Index distractors = 4;  // input rows 2 … 5: a, b, c, d

// Temporal order (Hochreiter & Schmidhuber 1997, experiment 6a), without the symbols that open and
// close a sequence there. X or Y stands once within T/10 … T/5 and once within T/2 … 6T/10, as in
// their 10 … 20 and 50 … 60 of 100 steps; elsewhere a distractor. Classes: XX 0, XY 1, YX 2, YY 3.
// Input is one-hot. The target before the last step, where nothing is asked, is the same class.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= temporalOrderTask.minimumLength && length <= temporalOrderTask.maximumLength);
    const Eigen::Index first = drawIndex(random, length / 10, length / 5);
    const Eigen::Index second = drawIndex(random, length / 2, 6 * length / 10);
    TaskSequence sequence{Eigen::MatrixXd::Zero(marked + distractors, length), {}};
    Eigen::Index order = 0;
    for (Eigen::Index t = 0; t < length; ++t) {
        const bool mark = t == first || t == second;
        const Eigen::Index symbol = mark ? drawIndex(random, 0, marked - 1)
                                         : drawIndex(random, marked, marked + distractors - 1);
        sequence.input(symbol, t) = 1;
        if (mark)
            order = marked * order + symbol;
    }
    sequence.target = Eigen::MatrixXd::Constant(1, length, static_cast<double>(order));
    return sequence;
}

}  // namespace

constinit const Task temporalOrderTask = {
    .id = "temporal-order",
    .name = "Temporal order",
    .summary =
        "Among other symbols X or Y comes up twice; at the end it is asked which came first "
        "and which second.",
    .defaultLength = 50,
    .minimumLength = 2,
    .maximumLength = anyLength,
    .classes = true,
    .classCount = marked * marked,
    .lastStep = true,
    .draw = draw,
};

}  // namespace rnnscope
