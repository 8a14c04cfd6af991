// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_check.h"

#include <cmath>

#include "tests/core/lessons.h"

namespace rnnscope {
namespace {

using namespace rnnscope::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A lesson of one claim and a setup.
Lesson lessonOf(const std::string& setup, const std::string& claim) {
    const std::string text = R"({"format": "rnnscope-lesson", "version": 1, "id": "a",
"title": "T", "setup": )" + setup +
                             R"(,
"pages": [{"title": "P", "text": "x"},
{"title": "P", "text": "x", "claims": [
)" + claim + "]}]}";
    LessonReading reading = readingOf(text);
    EXPECT_TRUE(reading.lesson.has_value()) << problemsOf(text);
    return *std::move(reading.lesson);
}

ClaimResult resultOf(const std::string& claim, const std::string& setup = R"({"task": "sine"})") {
    const auto results = checkClaims(lessonOf(setup, claim));
    EXPECT_EQ(results.size(), 2U);
    EXPECT_TRUE(results[0].empty());
    return results[1].at(0);
}

TEST(LessonCheck, AClaimHoldsWhereEveryValueLiesInItsRange) {
    const auto result = resultOf(
        R"({"says": "s", "measure": "parameters", "seeds": [7, 8, 9], "range": [88, 88]})");
    EXPECT_THAT(result.values, ElementsAre(88, 88, 88));
    EXPECT_EQ(result.least, 88);
    EXPECT_EQ(result.greatest, 88);
    EXPECT_TRUE(result.holds);
}

TEST(LessonCheck, ARangeThatIsShiftedFails) {
    for (const char* range : {"[88.5, 90]", "[null, 87.5]", "[88.5, null]"})
        EXPECT_FALSE(resultOf(std::string(R"({"says": "s", "measure": "parameters", "range": )") +
                              range + "}")
                         .holds)
            << range;
    EXPECT_TRUE(resultOf(R"({"says": "s", "measure": "parameters", "range": [null, null]})").holds);
}

TEST(LessonCheck, OneSeedOutsideIsEnoughToFail) {
    const auto all = resultOf(R"({"says": "s", "measure": "loss", "range": [0, null]})");
    ASSERT_TRUE(all.holds);
    ASSERT_LT(all.least, all.greatest);
    const double between = (all.least + all.greatest) / 2;
    const auto one = resultOf(R"({"says": "s", "measure": "loss", "range": [0, )" +
                              std::to_string(between) + "]}");
    EXPECT_FALSE(one.holds);
    EXPECT_EQ(one.values, all.values);
    EXPECT_EQ(all.values.size(), 5U);
}

TEST(LessonCheck, InfinityIsLargeAndWhatIsNoNumberNeverHolds) {
    const auto never = resultOf(R"({"says": "s", "measure": "solved-at", "range": [10, null],
                     "with": {"goal": 0, "updates": 10, "every": 5, "sequences": 2}})");
    EXPECT_TRUE(never.holds);
    EXPECT_TRUE(std::isinf(never.least));
    // Weights beyond all bounds, whose gradient has no slope.
    const auto broken =
        resultOf(R"({"says": "s", "measure": "gradient-slope", "range": [null, null],
                     "with": {"updates": 20}, "set": {"lr": 1e300}})");
    EXPECT_TRUE(std::isnan(broken.least));
    EXPECT_FALSE(broken.holds);
}

TEST(LessonCheck, WhatCannotBeMeasuredIsAnErrorWithItsLine) {
    const auto result = resultOf(R"({"says": "s", "measure": "straight-ratio", "range": [0, 1]})");
    EXPECT_FALSE(result.holds);
    ASSERT_TRUE(result.error);
    EXPECT_EQ(result.error->text(),
              "/lessons/l.json:5: cannot measure straight-ratio: has no straight path back; a cell "
              "that carries its state on is needed, as lstm or gru");
}

TEST(LessonCheck, FilesAreReadForPagesAndClaims) {
    Lesson lesson = lessonOf(
        R"({"input": "x.csv"})",
        R"({"says": "s", "measure": "file-error", "range": [0, null], "set": {"hidden": 2}})");
    const auto status = loadLessonFiles(lesson, [](const std::string& file) {
        EXPECT_EQ(file, "/lessons/x.csv");
        return Result<std::string>(std::string("x\n1\n2\n3\n"));
    });
    ASSERT_TRUE(status.ok()) << status.error().text();
    EXPECT_TRUE(checkClaims(lesson)[1][0].holds);
}

TEST(LessonCheck, WhatIsWrongWithAFileIsToldWithThePage) {
    Lesson lesson = lessonOf(R"({"input": "x.csv", "columns": ["y"]})",
                             R"({"says": "s", "measure": "file-error", "range": [0, null]})");
    const auto load = [&](const Result<std::string>& bytes) {
        Lesson fresh = lesson;
        const auto status = loadLessonFiles(fresh, [&](const std::string&) { return bytes; });
        return status.ok() ? "" : status.error().text();
    };
    EXPECT_THAT(load(Error{"is not there; name another", "/lessons/x.csv"}),
                HasSubstr("/lessons/l.json:3: page 1: /lessons/x.csv: is not there"));
    EXPECT_THAT(load(std::string("x\n1\n2\n")), HasSubstr("/lessons/l.json:3: page 1: "));
}

}  // namespace
}  // namespace rnnscope
