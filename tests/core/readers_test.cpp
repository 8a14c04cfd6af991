// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "core/archive.h"
#include "core/readers/text_units.h"
#include "tests/core/reading.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

// ---- JSON

TEST(Json, TheThreeForms) {
    EXPECT_EQ(good(readJson, "[1, -2.5, 3e2]").values, rows({{1}, {-2.5}, {300}}));
    EXPECT_THAT(good(readJson, "[1]").columns, ElementsAre("1"));
    const Table table = good(readJson, "\xEF\xBB\xBF [[1, 2], [3, 4], [5, 6]]");
    EXPECT_EQ(table.values, rows({{1, 2}, {3, 4}, {5, 6}}));
    EXPECT_THAT(table.columns, ElementsAre("1", "2"));
    const Table columns = good(readJson, R"({"b": [1, 2], "a": [3, 4]})");
    EXPECT_EQ(columns.values, rows({{1, 3}, {2, 4}}));
    EXPECT_THAT(columns.columns, ElementsAre("b", "a"));
}

TEST(Json, SequencesAndPicks) {
    const std::string text = R"({"sequence": ["p", "p", "q"], "a": [1, 2, 3], "t": ["x", "y", 0]})";
    const Table table = good(readJson, text, picking({"a"}));
    EXPECT_THAT(table.starts, ElementsAre(0, 2));
    EXPECT_THAT(table.columns, ElementsAre("a"));
    EXPECT_EQ(good(readJson, "[[1, \"x\", 3], [4, null, 6]]", picking({"3", "1"})).values,
              rows({{3, 1}, {6, 4}}));
    bad(readJson, text, "no column 'z'; there are 2 'a', 3 't'", 0, 0, picking({"z"}));
}

TEST(Json, TheSequenceColumnIsChosen) {
    const std::string text = R"({"id": ["p", 1, 1.0], "sequence": [1, 2, 2], "x": [4, 5, 6]})";
    const Table named = good(readJson, text, separatedBy("id"));
    EXPECT_THAT(named.columns, ElementsAre("sequence", "x"));
    EXPECT_THAT(named.starts, ElementsAre(0, 1));
    EXPECT_THAT(good(readJson, text, separatedBy("1")).starts, ElementsAre(0, 1));
    EXPECT_THAT(good(readJson, R"([["p", 4], ["p", 5], ["q", 6]])", separatedBy("1")).starts,
                ElementsAre(0, 2));
    // A name goes before a number, also where it comes later.
    const std::string numbers = R"({"a": [1, 2], "b": [3, 4], "1": [5, 5]})";
    EXPECT_THAT(good(readJson, numbers, separatedBy("1")).columns, ElementsAre("a", "b"));
    EXPECT_THAT(good(readJson, numbers, separatedBy("1")).starts, ElementsAre(0));
    const std::string usual = R"({"sequence": [1, 2], "x": [3, 4]})";
    EXPECT_EQ(good(readJson, usual, separatedBy("none")).values, rows({{1, 3}, {2, 4}}));
    bad(readJson, usual, "no column 'y' to separate sequences by; there are 1 'sequence', 2 'x'", 0,
        0, separatedBy("y"));
    bad(readJson, R"({"sequence": [1, null], "x": [3, 4]})", "null names no sequence", 1, 18);
    bad(readJson, R"({"sequence": [1, null], "x": [3, 4]})", "is a missing value", 1, 18,
        separatedBy("none"));
}

TEST(Json, MissingValues) {
    bad(readJson, "[1,\n 2, null]", "null in row 3, column '1' is a missing value", 2, 5);
    bad(readJson, "{\"a\": [1],\n \"b\": [\"tex\\\"t\"]}", "is not a number", 2, 8);
    bad(readJson, "[[1, true]]", "true in row 1, column '2' is not a number", 1, 6);
    EXPECT_EQ(good(readJson, "[1, null, 3]", with(Missing::Interpolate)).values,
              rows({{1}, {2}, {3}}));
    EXPECT_EQ(good(readJson, "[1, null, 3]", with(Missing::Drop)).values, rows({{1}, {3}}));
}

TEST(Json, OtherShapesAreErrors) {
    bad(readJson, "", "the file is empty");
    bad(readJson, "[]", "holds no numbers");
    bad(readJson, "{}", "holds no numbers");
    bad(readJson, "{\"a\": []}", "holds no numbers");
    bad(readJson, "[[]]", "the row is empty", 1, 3);
    bad(readJson, "5", "a single value", 1, 1);
    bad(readJson, "[[1, 2],\n [3]]", "row 2 has 1 numbers where the first has 2", 2, 4);
    bad(readJson, "[[1], [2, 3]]", "row 2 has more numbers than the first, which has 1", 1, 11);
    bad(readJson, "[1, [2]]", "a row here after single numbers", 1, 5);
    bad(readJson, "[[1], 2]", "a single value here after rows", 1, 7);
    bad(readJson, "[{\"a\": 1}]", "an object here", 1, 2);
    bad(readJson, "{\"a\": 1}", "a single value", 1, 7);
    bad(readJson, "{\"a\": [1, 2], \"b\": [3]}", "column 'b' has 1 values where column 'a' has 2");
    bad(readJson, "{\"a\": [1],\n \"a\": [2]}", "'a' is there twice", 2, 2);
    bad(readJson, "[[[1]]]", "nested too deeply", 1, 3);
    bad(readJson, std::string(100000, '['), "nested too deeply", 1, 3);
    bad(readJson, std::string(100000, '{'), "not JSON", 1, 2);
}

TEST(Json, SyntaxErrorsArePlaced) {
    bad(readJson, "[1,\n2,\n x]", "'x' cannot stand here", 3, 2);
    bad(readJson, "[1, 2", "ends too early", 1, 6);
    bad(readJson, "[1, NaN]", "write null", 1, 5);
    bad(readJson, "[1] 2", "not JSON", 1, 5);
    bad(readJson, "[1,\n 1e999]", "'1e999' is beyond the largest double", 2, 2);
    bad(readJson, "[1,\0]"s, "NUL byte", 1, 4);
}

// ---- NPY

std::string npy(std::vector<std::size_t> shape, std::vector<double> data) {
    return formatNpy({"", std::move(shape), std::move(data)});
}

TEST(NpyTable, OneAndTwoDimensions) {
    EXPECT_EQ(good(readNpy, npy({3}, {1, 2, 3})).values, rows({{1}, {2}, {3}}));
    const Table table = good(readNpy, npy({3, 2}, {1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(table.values, rows({{1, 2}, {3, 4}, {5, 6}}));
    EXPECT_THAT(table.columns, ElementsAre("1", "2"));
    EXPECT_EQ(good(readNpy, npy({1, 3}, {1, 2, 3}), picking({"3", "1"})).values, rows({{3, 1}}));
}

TEST(NpyTable, WhatIsWrong) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    bad(readNpy, npy({}, {1}), "has 0 dimensions");
    bad(readNpy, npy({1, 1, 1}, {1}), "has 3 dimensions");
    bad(readNpy, npy({0}, {}), "the array is empty");
    bad(readNpy, npy({0, 2}, {}), "the array is empty");
    bad(readNpy, npy({2, 0}, {}), "the array is empty");
    bad(readNpy, npy({2, 2}, {1, 2, 3, nan}), "row 2, column 2 is NaN");
    bad(readNpy, npy({2}, {infinity, 1}), "row 1, column 1 is infinite");
    bad(readNpy, npy({1, 2}, {1, 2}), "no column '3'; there are 1, 2", 0, 0, picking({"3"}));
    bad(readNpy, "x", "no NPY file");
    EXPECT_EQ(good(readNpy, npy({3}, {1, infinity, 3}), with(Missing::Interpolate)).values,
              rows({{1}, {2}, {3}}));
    EXPECT_EQ(good(readNpy, npy({3}, {nan, 2, 3}), with(Missing::Drop)).values, rows({{2}, {3}}));
}

TEST(NpyTable, AColumnMaySeparateSequences) {
    const Table table = good(readNpy, npy({3, 2}, {7, 1, 7, 2, 8, 3}), separatedBy("1"));
    EXPECT_EQ(table.values, rows({{1}, {2}, {3}}));
    EXPECT_THAT(table.starts, ElementsAre(0, 2));
    bad(readNpy, npy({2, 2}, {1, 1, std::nan(""), 2}), "separates sequences", 0, 0,
        separatedBy("1"));
    bad(readNpy, npy({1, 1000001}, std::vector<double>(1000001)), "more than 1000000 columns");
}

// ---- NPZ

std::string npz(const std::vector<Array>& arrays) {
    const fs::path file =
        fs::temp_directory_path() / ("rnnscope-readers-" + std::to_string(::getpid()) + ".npz");
    EXPECT_TRUE(writeNpz(file, arrays));
    const std::string bytes = readBytes(file, 1 << 20).value();
    fs::remove(file);
    return bytes;
}

TEST(NpzTable, ArraysAreColumns) {
    const std::string both = npz({{"t", {3}, {1, 2, 3}}, {"x", {3, 2}, {4, 5, 6, 7, 8, 9}}});
    const Table table = good(readNpzTable, both);
    EXPECT_THAT(table.columns, ElementsAre("t", "x[1]", "x[2]"));
    EXPECT_EQ(table.values, rows({{1, 4, 5}, {2, 6, 7}, {3, 8, 9}}));
    EXPECT_EQ(good(readNpzTable, both, picking({"x[2]", "1"})).values,
              rows({{5, 1}, {7, 2}, {9, 3}}));
    EXPECT_THAT(good(readNpzTable, npz({{"x", {2, 1}, {1, 2}}})).columns, ElementsAre("x"));
    const Table several =
        good(readNpzTable, npz({{"Sequence", {3}, {0, 1, 1}}, {"x", {3}, {4, 5, 6}}}));
    EXPECT_THAT(several.columns, ElementsAre("x"));
    EXPECT_THAT(several.starts, ElementsAre(0, 1));
}

TEST(NpzTable, OnlyWhatIsPickedMustFit) {
    const std::string mixed =
        npz({{"x", {2}, {1, 2}}, {"loss", {}, {5}}, {"w", {3, 2}, {1, 2, 3, 4, 5, 6}}});
    EXPECT_EQ(good(readNpzTable, mixed, picking({"x"})).values, rows({{1}, {2}}));
    EXPECT_EQ(good(readNpzTable, mixed, picking({"w[1]"})).values, rows({{1}, {3}, {5}}));
    bad(readNpzTable, mixed, "array 'loss' has 0 dimensions");
    bad(readNpzTable, mixed, "array 'w' has 3 rows where array 'x' has 2", 0, 0,
        picking({"x", "w[2]"}));
    bad(readNpzTable, npz({{"x", {0, 3}, {}}}), "array 'x' is empty");
    bad(readNpzTable, npz({}), "holds no arrays");
    bad(readNpzTable, npz({{"a[1]", {1}, {1}}, {"a", {1, 2}, {1, 2}}}), "same name as column 1", 0,
        2);
    bad(readNpzTable, npz({{"a", {2}, {1, std::nan("")}}}), "row 2, column a is NaN");
    bad(readNpzTable, "PK", "no NPZ archive");
}

// ---- Text

TEST(TextTable, CharactersBecomeOneHotRows) {
    const Table table = good(readText, "ba b\n");
    EXPECT_THAT(table.vocabulary, ElementsAre(" ", "a", "b"));
    EXPECT_THAT(table.columns, ElementsAre("space", "a", "b"));
    EXPECT_EQ(table.values, rows({{0, 0, 1}, {0, 1, 0}, {1, 0, 0}, {0, 0, 1}}));
}

TEST(TextTable, OrderLineBreaksAndNames) {
    const Table table = good(readText, "\xEF\xBB\xBFz\r\n水\t\xC2\xA0n\\\r\n\n");
    EXPECT_THAT(table.columns, ElementsAre("\\t", "\\n", "\\", "n", "z", "U+00A0", "水"));
    EXPECT_EQ(table.values.rows(), 8);  // z \n 水 \t nbsp n \ \n
    EXPECT_EQ(good(readText, "ab\r\n").vocabulary.size(), 2u);
    EXPECT_EQ(good(readText, "\n\n").values.rows(), 1);
}

ReadOptions inWords() {
    ReadOptions options;
    options.unit = TextUnit::Words;
    return options;
}

TEST(TextTable, WordsBecomeOneHotRows) {
    const Table table = good(readText, "the cat, the\r\n  dog.\n", inWords());
    EXPECT_THAT(table.vocabulary, ElementsAre(",", ".", "cat", "dog", "the"));
    EXPECT_EQ(table.columns, table.vocabulary);
    EXPECT_EQ(table.values, rows({{0, 0, 0, 0, 1},
                                  {0, 0, 1, 0, 0},
                                  {1, 0, 0, 0, 0},
                                  {0, 0, 0, 0, 1},
                                  {0, 0, 0, 1, 0},
                                  {0, 1, 0, 0, 0}}));
    bad(readText, " \n", "needs at least one word", 0, 0, inWords());
    std::string large;
    for (int i = 0; i < 8000; ++i)
        large += std::to_string(i) + " ";
    bad(readText, large, "different words may be at most 50000000", 0, 0, inWords());
}

TEST(TextTable, WhereWordsEnd) {
    const auto words = [](const std::string& text) { return unitsOf(text, TextUnit::Words); };
    EXPECT_THAT(words("Don't stop—well-known, 3.14!"),
                ElementsAre("Don't", "stop", "—", "well-known", ",", "3.14", "!"));
    EXPECT_THAT(words("a_1 l’été. .5 1,000, 'x'"),
                ElementsAre("a_1", "l’été", ".", ".", "5", "1,000", ",", "'", "x", "'"));
    EXPECT_THAT(words("一天。RNN很好"), ElementsAre("一", "天", "。", "RNN", "很", "好"));
    EXPECT_THAT(words("ねこ カメ"), ElementsAre("ね", "こ", "カ", "メ"));
    EXPECT_THAT(words("-- x-"), ElementsAre("-", "-", "x", "-"));
    EXPECT_THAT(words("été naïve"), ElementsAre("été", "naïve"));
    EXPECT_THAT(unitsOf("a\r\nb", TextUnit::Characters), ElementsAre("a", "\n", "b"));
}

TEST(TextTable, WhatIsWrong) {
    bad(readText, "", "the text is empty");
    bad(readText, "\xEF\xBB\xBF\n", "the text is empty");
    bad(readText, "ab\0"s, "NUL byte", 1, 3);
    bad(readText, "ab", "no column that separates", 0, 0, separatedBy("a"));
    bad(readText, "ab", "no columns to pick", 0, 0, picking({"1"}));
    std::string large;
    for (int i = 0; i < 600000; ++i)
        large += static_cast<char>('!' + i % 90);
    bad(readText, large, "at most 50000000");
}

// ---- Files

TEST(ReadTable, ChoosesByExtension) {
    EXPECT_EQ(readerFor("a.CSV")->id, "csv");
    EXPECT_EQ(readerFor("a.tsv")->id, "csv");
    EXPECT_EQ(readerFor("x/a.json")->id, "json");
    EXPECT_EQ(readerFor("a.npy")->id, "npy");
    EXPECT_EQ(readerFor("a.txt")->id, "text");
    EXPECT_EQ(readerFor("a.dat"), nullptr);
    EXPECT_EQ(readerFor("csv"), nullptr);
    EXPECT_EQ(readerFor("a.npz")->id, "npz");
    EXPECT_EQ(readers().size(), 5u);
}

TEST(ReadTable, ReadsFiles) {
    const auto walk = readTable(fs::path(RNNSCOPE_TEST_DATA) / "walk.npy");
    ASSERT_TRUE(walk) << walk.error().text();
    EXPECT_EQ(walk->values, rows({{1, 2}, {3, 4}, {5, 6}}));
    EXPECT_THAT(readTable("nowhere.csv").error().text(),
                HasSubstr("nowhere.csv: there is no such"));

    const fs::path other =
        fs::temp_directory_path() / ("rnnscope-readers-" + std::to_string(::getpid()) + ".dat");
    std::ofstream(other) << "1 2\n3 4\n";
    const auto table = readTable(other);
    std::ofstream(other) << "1 2\n3 x\n";
    const auto failed = readTable(other);
    fs::remove(other);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->values, rows({{1, 2}, {3, 4}}));
    ASSERT_FALSE(failed);
    EXPECT_THAT(failed.error().message, HasSubstr("extension says nothing"));
    EXPECT_EQ(failed.error().line, 2u);
}

}  // namespace
}  // namespace rnnscope
