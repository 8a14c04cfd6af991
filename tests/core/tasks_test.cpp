// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <numbers>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace rnnscope {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

const Task& task(std::string_view id) {
    const Task* found = findTask(id);
    if (!found)
        throw std::logic_error("no task " + std::string(id));
    return *found;
}

/// The task's minimum, its default, its maximum where that is small, and lengths between.
std::vector<Index> lengthsOf(const Task& of) {
    std::vector<Index> lengths = {of.minimumLength, of.defaultLength,
                                  std::min<Index>(of.maximumLength, 200)};
    for (Index length : {2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 19, 20, 21, 53, 100})
        if (length >= of.minimumLength && length <= of.maximumLength)
            lengths.push_back(length);
    return lengths;
}

/// Calls `check` with sequences of several lengths and seeds.
void forSequences(std::string_view id, const std::function<void(const TaskSequence&)>& check) {
    const Task& of = task(id);
    for (const Index length : lengthsOf(of))
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            SCOPED_TRACE(testing::Message() << id << ", length " << length << ", seed " << seed);
            Random random(seed);
            check(of.draw(length, random));
        }
}

/// The row that is 1 in a one-hot column; fails where the column is not one-hot.
Index hotRow(const MatrixXd& input, Index t) {
    Index row = 0;
    EXPECT_EQ(input.col(t).maxCoeff(&row), 1);
    EXPECT_EQ(input.col(t).cwiseAbs().sum(), 1);
    return row;
}

TEST(Tasks, TableHasEachIdOnce) {
    std::vector<std::string_view> ids;
    for (const Task& each : tasks())
        ids.push_back(each.id);
    EXPECT_THAT(ids, testing::ElementsAre("sine", "adding", "copy", "latch", "temporal-order",
                                          "parity", "echo", "airline", "airline-log-differences"));
    for (const std::string_view id : ids)
        EXPECT_EQ(task(id).id, id);
    EXPECT_EQ(findTask("Sine"), nullptr);
    EXPECT_EQ(findTask(""), nullptr);
}

TEST(Tasks, RowsAreSound) {
    std::set<std::string_view> names;
    for (const Task& each : tasks()) {
        SCOPED_TRACE(each.id);
        EXPECT_TRUE(names.insert(each.name).second);
        EXPECT_TRUE(each.summary.ends_with('.'));
        EXPECT_GE(each.minimumLength, 1);
        EXPECT_LE(each.minimumLength, each.defaultLength);
        EXPECT_LE(each.defaultLength, each.maximumLength);
        EXPECT_EQ(each.classes, each.classCount > 1);
    }
}

TEST(Tasks, ShapesAndClassesAreAsTheTableSays) {
    const std::map<std::string_view, Index> inputs = {
        {"sine", 1},  {"adding", 2},         {"copy", 10},
        {"latch", 1}, {"temporal-order", 6}, {"parity", 1},
        {"echo", 1},  {"airline", 1},        {"airline-log-differences", 1}};
    for (const Task& each : tasks()) {
        std::set<double> answers;
        for (const Index length : lengthsOf(each))
            for (std::uint64_t seed = 1; seed <= 20; ++seed) {
                Random random(seed);
                const TaskSequence drawn = each.draw(length, random);
                ASSERT_EQ(drawn.input.rows(), inputs.at(each.id)) << each.id;
                ASSERT_EQ(drawn.input.cols(), length) << each.id;
                ASSERT_EQ(drawn.target.rows(), 1) << each.id;
                ASSERT_EQ(drawn.target.cols(), length) << each.id;
                ASSERT_TRUE(drawn.input.allFinite() && drawn.target.allFinite()) << each.id;
                if (each.lastStep) {
                    ASSERT_EQ(drawn.target.minCoeff(), drawn.target.maxCoeff()) << each.id;
                }
                answers.insert(drawn.target.data(), drawn.target.data() + length);
            }
        if (each.classes) {
            std::set<double> classes;
            for (Index number = 0; number < each.classCount; ++number)
                classes.insert(static_cast<double>(number));
            EXPECT_EQ(answers, classes) << each.id;
        }
    }
}

TEST(Tasks, TheSeedDecides) {
    for (const Task& each : tasks()) {
        Random first(3), again(3), other(4);
        const TaskSequence a = each.draw(each.defaultLength, first);
        const TaskSequence b = each.draw(each.defaultLength, again);
        const TaskSequence c = each.draw(each.defaultLength, other);
        EXPECT_EQ(a.input, b.input) << each.id;
        EXPECT_EQ(a.target, b.target) << each.id;
        if (each.id.starts_with("airline"))
            EXPECT_EQ(a.input, c.input) << each.id;
        else
            EXPECT_NE(a.input, c.input) << each.id;
    }
}

TEST(Tasks, LongSequencesAreDrawn) {
    for (const Task& each : tasks()) {
        const Index length = std::min<Index>(each.maximumLength, 100000);
        Random random(1);
        EXPECT_EQ(each.draw(length, random).input.cols(), length) << each.id;
    }
}

TEST(Tasks, SineObeysItsRecurrence) {
    // sin(a + d) + sin(a − d) = 2 cos d · sin a, with d a twentieth of a turn.
    const double twice = 2 * std::cos(2 * std::numbers::pi / 20);
    forSequences("sine", [&](const TaskSequence& drawn) {
        const auto& x = drawn.input;
        for (Index t = 0; t < x.cols(); ++t) {
            const double next = t + 1 < x.cols() ? x(0, t + 1) : drawn.target(0, t);
            EXPECT_DOUBLE_EQ(drawn.target(0, t), next);
            if (t > 0) {
                EXPECT_NEAR(next + x(0, t - 1), twice * x(0, t), 1e-12);
            }
            if (t >= 20) {
                EXPECT_NEAR(x(0, t), x(0, t - 20), 1e-12);
            }
        }
        // Amplitude 1, from two neighbours: sin² a + ((sin(a + d) − sin a cos d) / sin d)² = 1.
        const double d = 2 * std::numbers::pi / 20;
        const double cosine = (drawn.target(0, 0) - x(0, 0) * std::cos(d)) / std::sin(d);
        EXPECT_NEAR(x(0, 0) * x(0, 0) + cosine * cosine, 1, 1e-12);
    });
}

TEST(Tasks, AddingAsksForTheSumOfTheMarked) {
    forSequences("adding", [](const TaskSequence& drawn) {
        const Index length = drawn.input.cols(), half = length / 2;
        const auto values = drawn.input.row(0), marks = drawn.input.row(1);
        EXPECT_GE(values.minCoeff(), 0);
        EXPECT_LT(values.maxCoeff(), 1);
        EXPECT_TRUE((marks.array() == 0 || marks.array() == 1).all());
        EXPECT_EQ(marks.head(half).sum(), 1);
        EXPECT_EQ(marks.tail(length - half).sum(), 1);
        EXPECT_DOUBLE_EQ(drawn.target(0, length - 1), values.dot(marks));
    });
}

TEST(Tasks, AddingMarksEveryStepAtTimes) {
    Eigen::RowVectorXd marks = Eigen::RowVectorXd::Zero(7);
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random(seed);
        marks += task("adding").draw(7, random).input.row(1);
    }
    EXPECT_GT(marks.minCoeff(), 20);  // 50 or more expected at each
}

TEST(Tasks, CopyAsksForTheWordAfterTheCue) {
    forSequences("copy", [](const TaskSequence& drawn) {
        constexpr Index blank = 8, cue = 9;
        const Index length = drawn.input.cols();
        std::vector<Index> word;
        Index t = 0;
        for (; hotRow(drawn.input, t) < blank; ++t)
            word.push_back(hotRow(drawn.input, t));
        const Index size = static_cast<Index>(word.size());
        EXPECT_GE(size, 1);
        EXPECT_LE(size, 5);
        if (length >= 11) {
            EXPECT_EQ(size, 5);
        }
        for (; t < length; ++t) {
            const bool cued = t == length - size - 1;
            EXPECT_EQ(hotRow(drawn.input, t), cued ? cue : blank) << "step " << t;
        }
        for (Index step = 0; step < length; ++step) {
            const Index place = step - (length - size);
            EXPECT_EQ(drawn.target(0, step),
                      static_cast<double>(place < 0 ? blank : word[static_cast<size_t>(place)]));
        }
    });
}

TEST(Tasks, LatchAsksForTheFirstSign) {
    double sum = 0, squares = 0;
    int count = 0;
    forSequences("latch", [&](const TaskSequence& drawn) {
        EXPECT_EQ(std::abs(drawn.input(0, 0)), 1);
        EXPECT_EQ(drawn.target(0, drawn.target.cols() - 1), drawn.input(0, 0) > 0 ? 1 : 0);
        for (Index t = 1; t < drawn.input.cols(); ++t, ++count) {
            sum += drawn.input(0, t);
            squares += drawn.input(0, t) * drawn.input(0, t);
        }
    });
    EXPECT_NEAR(sum / count, 0, 0.1);
    EXPECT_NEAR(squares / count, 1, 0.15);
}

TEST(Tasks, TemporalOrderAsksForTheTwoMarkedSymbols) {
    forSequences("temporal-order", [](const TaskSequence& drawn) {
        const Index length = drawn.input.cols();
        std::vector<Index> places;
        std::string order;
        for (Index t = 0; t < length; ++t)
            if (const Index symbol = hotRow(drawn.input, t); symbol < 2) {
                places.push_back(t);
                order += symbol == 0 ? 'X' : 'Y';
            }
        ASSERT_EQ(places.size(), 2u);
        EXPECT_GE(places[0], length / 10);
        EXPECT_LE(places[0], length / 5);
        EXPECT_GE(places[1], length / 2);
        EXPECT_LE(places[1], 6 * length / 10);
        const std::map<std::string, double> classes = {{"XX", 0}, {"XY", 1}, {"YX", 2}, {"YY", 3}};
        EXPECT_EQ(drawn.target(0, length - 1), classes.at(order));
    });
}

TEST(Tasks, ParityCountsTheOnesSoFar) {
    forSequences("parity", [](const TaskSequence& drawn) {
        for (Index t = 0; t < drawn.input.cols(); ++t) {
            ASSERT_EQ(std::abs(drawn.input(0, t)), 1);
            const Index ones = (drawn.input.leftCols(t + 1).array() > 0).count();
            EXPECT_EQ(drawn.target(0, t), static_cast<double>(ones % 2)) << "step " << t;
        }
    });
}

TEST(Tasks, EchoRepeatsAfterFiveSteps) {
    forSequences("echo", [](const TaskSequence& drawn) {
        const Index length = drawn.input.cols();
        EXPECT_GE(drawn.input.minCoeff(), -1);
        EXPECT_LT(drawn.input.maxCoeff(), 1);
        EXPECT_TRUE(drawn.target.leftCols(std::min<Index>(5, length)).isZero(0));
        if (length > 5) {
            EXPECT_EQ(drawn.target.rightCols(length - 5), drawn.input.leftCols(length - 5));
        }
    });
}

/// The passengers column of the example file, which must tell the same story as the task.
std::vector<double> passengersFile() {
    std::ifstream file(RNNSCOPE_RESOURCES "/sequences/airline.csv");
    std::string line;
    std::getline(file, line);
    EXPECT_EQ(line, "year,month,passengers");
    std::vector<double> passengers;
    int year = 0, month = 0;
    double value = 0;
    char comma = 0;
    while (std::getline(file, line)) {
        std::istringstream(line) >> year >> comma >> month >> comma >> value;
        EXPECT_EQ(12 * (year - 1949) + month - 1, static_cast<int>(passengers.size())) << line;
        passengers.push_back(value);
    }
    return passengers;
}

TEST(Tasks, AirlineIsTheExampleFileInHundredsOfThousands) {
    const std::vector<double> passengers = passengersFile();
    ASSERT_EQ(passengers.size(), 144u);
    EXPECT_EQ(passengers.front(), 112);
    EXPECT_EQ(passengers.back(), 432);
    EXPECT_EQ(task("airline").maximumLength, 143);
    forSequences("airline", [&](const TaskSequence& drawn) {
        for (Index t = 0; t < drawn.input.cols(); ++t) {
            EXPECT_EQ(drawn.input(0, t), passengers[static_cast<size_t>(t)] / 100);
            EXPECT_EQ(drawn.target(0, t), passengers[static_cast<size_t>(t + 1)] / 100);
        }
    });
}

TEST(Tasks, AirlineLogDifferencesSumToTheLogOfTheRatio) {
    const std::vector<double> passengers = passengersFile();
    ASSERT_EQ(passengers.size(), 144u);
    EXPECT_EQ(task("airline-log-differences").maximumLength, 142);
    forSequences("airline-log-differences", [&](const TaskSequence& drawn) {
        const Index length = drawn.input.cols();
        double level = passengers[0];
        for (Index t = 0; t < length; ++t) {
            level *= std::exp(drawn.input(0, t));
            EXPECT_NEAR(level, passengers[static_cast<size_t>(t + 1)], 1e-9);
            EXPECT_NEAR(level * std::exp(drawn.target(0, t)),
                        passengers[static_cast<size_t>(t + 2)], 1e-9);
        }
        EXPECT_EQ(drawn.target.leftCols(length - 1), drawn.input.rightCols(length - 1));
    });
}

TEST(Tasks, AirlineDrawsNothing) {
    for (const std::string_view id : {"airline", "airline-log-differences"}) {
        Random used(9), fresh(9);
        task(id).draw(100, used);
        EXPECT_EQ(used.bits(), fresh.bits()) << id;
    }
}

TEST(Tasks, OnlyWhatIsAskedForTheNextValueForeseesIt) {
    for (const Task& each : tasks()) {
        Random random(3);
        const TaskSequence drawn = each.draw(each.defaultLength, random);
        const bool next = drawn.target.rows() == drawn.input.rows() &&
                          drawn.target.leftCols(drawn.target.cols() - 1) ==
                              drawn.input.rightCols(drawn.input.cols() - 1);
        EXPECT_EQ(each.foresees, next) << each.id;
    }
}

}  // namespace
}  // namespace rnnscope
