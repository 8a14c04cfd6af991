// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>

#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

// International airline passengers in thousands, January 1949 to December 1960: Box & Jenkins,
// Time Series Analysis: Forecasting and Control, revised edition 1976, series G. A year a line.
constexpr std::array passengers = {
    // clang-format off
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,  // 1949
    115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,  // 1950
    145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,  // 1951
    171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,  // 1952
    196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,  // 1953
    204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,  // 1954
    242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,  // 1955
    284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,  // 1956
    315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,  // 1957
    340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,  // 1958
    360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,  // 1959
    417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,  // 1960
    // clang-format on
};
constexpr auto months = static_cast<Eigen::Index>(passengers.size());
static_assert(months == 144);

double month(Eigen::Index index) {
    return passengers[static_cast<std::size_t>(index)];
}

// Column t asks for column t + 1 of `series` (1 × (length + 1)). Nothing is drawn: the figures are
// what they are.
TaskSequence oneStepAhead(const Eigen::RowVectorXd& series) {
    const Eigen::Index length = series.cols() - 1;
    return {series.leftCols(length), series.rightCols(length)};
}

// x_t in hundreds of thousands, 1.04 … 6.22: figures a network can start from.
TaskSequence drawLevels(Eigen::Index length, Random&) {
    assert(length >= airlineTask.minimumLength && length <= airlineTask.maximumLength);
    Eigen::RowVectorXd series(length + 1);
    for (Eigen::Index t = 0; t <= length; ++t)
        series(t) = month(t) / 100;
    return oneStepAhead(series);
}

// x_t = ln p_{t+1} − ln p_t: without the trend, and with seasons of one size.
TaskSequence drawLogDifferences(Eigen::Index length, Random&) {
    assert(length >= airlineLogDifferencesTask.minimumLength &&
           length <= airlineLogDifferencesTask.maximumLength);
    Eigen::RowVectorXd series(length + 1);
    for (Eigen::Index t = 0; t <= length; ++t)
        series(t) = std::log(month(t + 1)) - std::log(month(t));
    return oneStepAhead(series);
}

}  // namespace

constinit const Task airlineTask = {
    .id = "airline",
    .name = "Airline passengers",
    .summary =
        "Monthly airline passengers from 1949 to 1960 in hundreds of thousands; the next "
        "month is asked at every step.",
    .defaultLength = months - 1,
    .minimumLength = 1,
    .maximumLength = months - 1,
    .classes = false,
    .classCount = 0,
    .lastStep = false,
    .foresees = true,
    .draw = drawLevels,
};

constinit const Task airlineLogDifferencesTask = {
    .id = "airline-log-differences",
    .name = "Airline passengers, log differences",
    .summary =
        "The change of the natural logarithm of airline passengers from month to month; the "
        "next change is asked at every step.",
    .defaultLength = months - 2,
    .minimumLength = 1,
    .maximumLength = months - 2,
    .classes = false,
    .classCount = 0,
    .lastStep = false,
    .foresees = true,
    .draw = drawLogDifferences,
};

}  // namespace rnnscope
