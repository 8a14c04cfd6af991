// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

// The adding problem (Hochreiter & Schmidhuber, Long short-term memory, 1997, experiment 4) in the
// form of Le, Jaitly & Hinton, A simple way to initialize recurrent networks of rectified linear
// units, 2015: values uniform in [0, 1), marks 0 or 1. Always answering 1 has an MSE of 1/6.
// The target before the last step, where nothing is asked, holds the same sum.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= addingTask.minimumLength && length <= addingTask.maximumLength);
    TaskSequence sequence{Eigen::MatrixXd::Zero(2, length), {}};
    for (Eigen::Index t = 0; t < length; ++t)
        sequence.input(0, t) = random.uniform();
    const Eigen::Index half = length / 2;
    const Eigen::Index first = drawIndex(random, 0, half - 1);
    const Eigen::Index second = drawIndex(random, half, length - 1);
    sequence.input(1, first) = 1;
    sequence.input(1, second) = 1;
    const double sum = sequence.input(0, first) + sequence.input(0, second);
    sequence.target = Eigen::MatrixXd::Constant(1, length, sum);
    return sequence;
}

}  // namespace

constinit const Task addingTask = {
    .id = "adding",
    .name = "Adding",
    .summary =
        "Random numbers, of which one in each half is marked; the sum of the marked two is "
        "asked at the end.",
    .defaultLength = 30,
    .minimumLength = 2,
    .maximumLength = anyLength,
    .classes = false,
    .classCount = 0,
    .lastStep = true,
    .draw = draw,
};

}  // namespace rnnscope
