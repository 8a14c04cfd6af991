// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment.h"
#include "core/setup.h"
#include "core/tasks/task.h"

namespace rnnscope::testing {

using Choices = rnnscope::Setup;
using Options = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::uint64_t seeds[] = {1, 2, 3, 4, 5};

/// A committed setup with some of its choices changed.
inline Choices lesson(const std::string& name, const Options& options = {}) {
    const std::string file = std::string(RNNSCOPE_RESOURCES) + "/setups/" + name + ".json";
    std::ifstream stream(file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    std::vector<std::string> warnings;
    auto setup = setupFromJson(text, file, warnings);
    EXPECT_TRUE(setup.ok()) << (setup ? "" : setup.error().text());
    EXPECT_TRUE(warnings.empty());
    for (const auto& [option, value] : options)
        EXPECT_TRUE(setOption(*setup, option, value).ok()) << option;
    return *setup;
}

inline Experiment experimentOf(Choices setup, std::uint64_t seed) {
    setup.seed = seed;
    auto experiment = Experiment::create(std::move(setup));
    EXPECT_TRUE(experiment.ok()) << (experiment ? "" : experiment.error().text());
    return *std::move(experiment);
}

inline std::shared_ptr<const Snapshot> passOf(const Choices& setup, std::uint64_t seed) {
    return experimentOf(setup, seed).snapshot(1);
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// ‖∂L_T/∂s_0‖ / ‖∂L_T/∂s_T‖ of the first trace; state 0 is h, 1 is c.
inline double remaining(const Snapshot& snapshot, std::size_t state) {
    const Trace& gradient = snapshot.backward->lastLoss[0].traces[0];
    const std::size_t quantity = snapshot.shape().cell->states()[state];
    return gradient.at(quantity, 0).stableNorm() /
           gradient.at(quantity, gradient.steps()).stableNorm();
}

/// Sequences that no training has seen; the same for every network.
struct HeldOut {
    HeldOut(const Choices& setup, int count) : loss(setup.loss), scale(setup.sequence.inputScale) {
        const Task& task = *findTask(setup.sequence.task);
        Random random(7);
        for (int k = 0; k < count; ++k)
            sequences.push_back(
                task.draw(setup.sequence.length.value_or(task.defaultLength), random));
    }

    /// Share of sequences whose class at the last step is right.
    double accuracy(const Network& network) const {
        int right = 0;
        Record record;
        for (const TaskSequence& each : sequences) {
            network.forward(scale * each.input, {}, record);
            Eigen::Index best = 0;
            record.output.rightCols(1).col(0).maxCoeff(&best);
            right += best == static_cast<Eigen::Index>(each.target(0, each.target.cols() - 1));
        }
        return right / static_cast<double>(sequences.size());
    }

    /// Mean squared error over what the network answers.
    double meanSquared(const Network& network) const {
        double sum = 0;
        Record record;
        for (const TaskSequence& each : sequences) {
            network.forward(scale * each.input, {}, record);
            sum += (record.output - each.target.rightCols(record.output.cols()))
                       .array()
                       .square()
                       .mean();
        }
        return sum / static_cast<double>(sequences.size());
    }

    Loss loss;
    double scale;
    std::vector<TaskSequence> sequences;
};

}  // namespace rnnscope::testing
