// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

constexpr double period = 20;  // steps

// x_t = sin(2π t / 20 + φ), φ uniform over a turn; y_t = x_{t+1}.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= sineTask.minimumLength && length <= sineTask.maximumLength);
    const double turn = 2 * std::numbers::pi;
    const double phase = random.uniform(0, turn);
    const auto value = [&](Eigen::Index t) {
        return std::sin(turn * static_cast<double>(t) / period + phase);
    };
    TaskSequence sequence{Eigen::MatrixXd(1, length), Eigen::MatrixXd(1, length)};
    for (Eigen::Index t = 0; t < length; ++t) {
        sequence.input(0, t) = value(t);
        sequence.target(0, t) = value(t + 1);
    }
    return sequence;
}

}  // namespace

constinit const Task sineTask = {
    .id = "sine",
    .name = "Sine",
    .summary = "A sine of period 20 that starts anywhere; the next value is asked at every step.",
    .defaultLength = 50,
    .minimumLength = 1,
    .maximumLength = anyLength,
    .classes = false,
    .classCount = 0,
    .lastStep = false,
    .foresees = true,
    .draw = draw,
};

}  // namespace rnnscope
