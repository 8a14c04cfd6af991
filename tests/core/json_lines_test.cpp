// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rnnscope {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(JsonLines, EveryKindOfValueStandsWhereItBegins) {
    const JsonLines lines(R"({
  "number": 1,
  "last": 12
  ,
  "list": [
    2.5,
    -3
  ], "text": "a\nb", "truth": true,
  "nothing": null,
  "object": {
    "inner":
      7
  }
})");
    EXPECT_EQ(lines.at(""), 1U);
    EXPECT_EQ(lines.at("/number"), 2U);
    EXPECT_EQ(lines.at("/last"), 3U);
    EXPECT_EQ(lines.at("/list"), 5U);
    EXPECT_EQ(lines.at("/list/0"), 6U);
    EXPECT_EQ(lines.at("/list/1"), 7U);
    EXPECT_EQ(lines.at("/text"), 8U);
    EXPECT_EQ(lines.at("/truth"), 8U);
    EXPECT_EQ(lines.at("/nothing"), 9U);
    EXPECT_EQ(lines.at("/object"), 10U);
    EXPECT_EQ(lines.at("/object/inner"), 12U);
    EXPECT_THAT(lines.repeated(), IsEmpty());
}

TEST(JsonLines, ANumberBeforeALineBreakHasItsOwnLine) {
    EXPECT_EQ(JsonLines("1\n").at(""), 1U);
    const JsonLines lines("[1\n,2\r\n,3\n\n]");
    EXPECT_EQ(lines.at("/0"), 1U);
    EXPECT_EQ(lines.at("/1"), 2U);
    EXPECT_EQ(lines.at("/2"), 3U);
}

TEST(JsonLines, WhatIsNotThereStandsWhereTheNearestAroundItDoes) {
    const JsonLines lines("{\n\"a\": [\n{}]}");
    EXPECT_EQ(lines.at("/a/0/b/c"), 3U);
    EXPECT_EQ(lines.at("/a/1"), 2U);
    EXPECT_EQ(lines.at("/b"), 1U);
    EXPECT_EQ(JsonLines("").at("/a"), 1U);
}

TEST(JsonLines, FieldsAreEscapedInPointers) {
    EXPECT_EQ(pointerTo("/a", "b/c~d"), "/a/b~1c~0d");
    const JsonLines lines("{\n\"b/c~d\":\n{\"e\": 1}}");
    EXPECT_EQ(lines.at(pointerTo("", "b/c~d")), 3U);
    EXPECT_EQ(lines.at("/b"), 1U);
}

TEST(JsonLines, RepeatedFieldsAreTold) {
    const JsonLines lines("{\"a\": 1,\n\"b\": {\"c\": 1,\n\"c\": 2},\n\"a\": 3}");
    EXPECT_THAT(lines.repeated(), ElementsAre("/b/c", "/a"));
    EXPECT_EQ(lines.at("/a"), 4U);
}

}  // namespace
}  // namespace rnnscope
