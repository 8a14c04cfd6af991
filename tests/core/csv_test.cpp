// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "core/readers/reader.h"
#include "tests/core/reading.h"

namespace rnnscope {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;

// ---- CSV: what is recognised

TEST(Csv, HeaderAndNumbers) {
    const Table table = good(readCsv, "a,b\n1,2.5\n-3e2,+.5\n");
    EXPECT_THAT(table.columns, ElementsAre("a", "b"));
    EXPECT_EQ(table.values, rows({{1, 2.5}, {-300, 0.5}}));
    EXPECT_THAT(table.starts, ElementsAre(0));
    EXPECT_TRUE(table.vocabulary.empty());
}

TEST(Csv, WithoutHeaderColumnsAreNumbered) {
    const Table table = good(readCsv, "1,2\n3,4");
    EXPECT_THAT(table.columns, ElementsAre("1", "2"));
    EXPECT_EQ(table.values, rows({{1, 2}, {3, 4}}));
}

TEST(Csv, OneRowAndOneNumber) {
    EXPECT_EQ(good(readCsv, "a,b\n1,2\n").values, rows({{1, 2}}));
    EXPECT_EQ(good(readCsv, "7").values, rows({{7}}));
}

TEST(Csv, EveryDelimiter) {
    for (const char* d : {",", ";", "\t", "|", " ", "   ", " \t "})
        EXPECT_EQ(good(readCsv, "a"s + d + "b\n1.5" + d + "2\n3" + d + "4\n").values,
                  rows({{1.5, 2}, {3, 4}}))
            << d;
    EXPECT_EQ(good(readCsv, "  1   2 \n 10  20\n").values, rows({{1, 2}, {10, 20}}));
    EXPECT_EQ(good(readCsv, "1, 2\n3 ,4\n").values, rows({{1, 2}, {3, 4}}));
}

TEST(Csv, DecimalComma) {
    EXPECT_EQ(good(readCsv, "1,5;2,5\n3;4\n").values, rows({{1.5, 2.5}, {3, 4}}));
    EXPECT_EQ(good(readCsv, "1,5\t2,5\n").values, rows({{1.5, 2.5}}));
    EXPECT_EQ(good(readCsv, "1,5 2,5\n").values, rows({{1.5, 2.5}}));
    EXPECT_EQ(good(readCsv, "x\n1,5\n2,25\n").values, rows({{1.5}, {2.25}}));
    EXPECT_EQ(good(readCsv, "a,b\n\"1,5\",\"2\"\n").values, rows({{1.5, 2}}));
    // Whole numbers for longer than any sample looks.
    std::string late;
    for (int i = 0; i < 500; ++i)
        late += "1;2\n";
    EXPECT_EQ(good(readCsv, late + "1,5;2\n").values(500, 0), 1.5);
}

TEST(Csv, CommasAloneSeparateRatherThanMarkDecimals) {
    EXPECT_EQ(good(readCsv, "1,5\n2,5\n").values, rows({{1, 5}, {2, 5}}));
    ReadOptions options;
    options.decimal = ',';
    EXPECT_EQ(good(readCsv, "1,5\n2,5\n", options).values, rows({{1.5}, {2.5}}));
    bad(readCsv, "a,b\n1,2\n3\n4,5\n", "the row has 1 cell where the header has 2", 3, 2);
}

TEST(Csv, HeadersOfSeveralWords) {
    EXPECT_THAT(good(readCsv, "Passengers in thousands\n1\n2\n").columns,
                ElementsAre("Passengers in thousands"));
    EXPECT_THAT(good(readCsv, "my time,my value\n1,2\n").columns,
                ElementsAre("my time", "my value"));
}

TEST(Csv, OptionsGoBeforeRecognition) {
    ReadOptions options;
    options.header = false;
    bad(readCsv, "a,b\n1,2\n", "'a' is not a number", 1, 1, options);
    options.header = true;
    EXPECT_THAT(good(readCsv, "1,2\n3,4\n", options).columns, ElementsAre("1", "2"));
    options.delimiter = ';';
    EXPECT_THAT(good(readCsv, "x,y\n1\n", options).columns, ElementsAre("x,y"));
}

TEST(Csv, RecogniseFillsInEverything) {
    const ReadOptions found = recogniseCsv("\xEF\xBB\xBFz;w\n1,5;2\n");
    EXPECT_EQ(found.delimiter, ';');
    EXPECT_EQ(found.decimal, ',');
    EXPECT_EQ(found.header, true);
    ReadOptions given = with(Missing::Drop);
    given.columns = {"w"};
    EXPECT_EQ(recogniseCsv("1,2", given).missing, Missing::Drop);
    EXPECT_EQ(recogniseCsv("1,2", given).columns, given.columns);
    EXPECT_TRUE(recogniseCsv("").delimiter);
}

TEST(Csv, LineEndsByteOrderMarkAndBlankEnd) {
    const Values expected = rows({{1, 2}, {3, 4}});
    EXPECT_EQ(good(readCsv, "\xEF\xBB\xBF"s + "a,b\r\n1,2\r\n3,4\r\n\r\n  \r\n").values, expected);
    EXPECT_EQ(good(readCsv, "\xEF\xBB\xBF"s + "a,b\n1,2\n3,4").columns[0], "a");
    EXPECT_EQ(good(readCsv, "\n\na,b\n1,2\n3,4\n\n\n").values, expected);
    EXPECT_EQ(good(readCsv, "a,b\r1,2\r3,4\r").values, expected);
}

TEST(Csv, CommentLines) {
    EXPECT_EQ(good(readCsv, "# made by, hand\na,b\n1,2\n  # half way\n3,4\n#end").values,
              rows({{1, 2}, {3, 4}}));
    bad(readCsv, "# one\na\n# two\nx\n1\n", "'x' is not a number", 4, 1);
}

TEST(Csv, Quotes) {
    const Table table = good(readCsv, "\"a \"\"x\"\"\",\"b\nc\", \"d\" \n\"1\",2,3\n");
    EXPECT_THAT(table.columns, ElementsAre("a \"x\"", "b\nc", "d"));
    EXPECT_EQ(table.values, rows({{1, 2, 3}}));
    // The quoted line break counts as a line.
    bad(readCsv, "\"a\nb\",c\n1,x\n3,4\n", "'x' is not a number", 3, 2);
    bad(readCsv, "a,b\n1,\"2\n3,4\n", "never closed", 2, 2);
    bad(readCsv, "a,b\n\"1\"x,2\n", "after the closing quote", 2, 1);
}

TEST(Csv, TrailingDelimiterIsNoColumn) {
    const Table table = good(readCsv, "a;b;\n1;2;\n3;4;\n");
    EXPECT_THAT(table.columns, ElementsAre("a", "b"));
    EXPECT_EQ(table.values, rows({{1, 2}, {3, 4}}));
    EXPECT_EQ(good(readCsv, "1,2,\n3,4,\n").values, rows({{1, 2}, {3, 4}}));
    EXPECT_THAT(good(readCsv, "a,b,\n1,2,3\n").columns, ElementsAre("a", "b", "3"));
    bad(readCsv, "a,b,\n1,2,3\n4,5,\n", "the cell is empty", 3, 3);
}

TEST(Csv, TenThousandColumns) {
    std::string text;
    for (int row = 0; row < 3; ++row)
        for (int i = 0; i < 10000; ++i)
            text += (row == 0 ? "c" : "") + std::to_string(i) + (i == 9999 ? "\n" : ",");
    const Table table = good(readCsv, text);
    ASSERT_EQ(table.values.cols(), 10000);
    EXPECT_EQ(table.values(1, 9999), 9999);
    EXPECT_EQ(table.columns[9999], "c9999");
}

// ---- CSV: sequences and picked columns

TEST(Csv, SequenceColumnSeparates) {
    const Table table = good(readCsv, "x,Sequence\n1,a\n2,a\n3,b\n4,a\n");
    EXPECT_THAT(table.columns, ElementsAre("x"));
    EXPECT_THAT(table.starts, ElementsAre(0, 2, 3));
    EXPECT_EQ(table.rowsOf(1), (std::pair<Eigen::Index, Eigen::Index>(2, 3)));
    EXPECT_THAT(good(readCsv, "sequence,x\n1,1\n1.0,2\n2,3\n").starts, ElementsAre(0, 2));
    bad(readCsv, "sequence,x\n1,1\n,2\n", "sequence column is empty", 3, 1);
    bad(readCsv, "sequence\n1\n2\n", "no column of values");
    bad(readCsv, "sequence,SEQUENCE,x\n1,1,1\n", "same name as column 1", 1, 2);
}

TEST(Csv, TheSequenceColumnIsChosen) {
    const std::string text = "id,sequence,x\na,1,5\na,2,6\nb,2,7\n";
    const Table named = good(readCsv, text, separatedBy("id"));
    EXPECT_THAT(named.columns, ElementsAre("sequence", "x"));
    EXPECT_THAT(named.starts, ElementsAre(0, 2));
    EXPECT_THAT(good(readCsv, text, separatedBy("1")).starts, ElementsAre(0, 2));
    EXPECT_THAT(good(readCsv, "1,5\n1,6\n2,7\n", separatedBy("1")).starts, ElementsAre(0, 2));
    ReadOptions ordinary = separatedBy("none");
    ordinary.columns = {"sequence", "x"};
    EXPECT_EQ(good(readCsv, text, ordinary).values, rows({{1, 5}, {2, 6}, {2, 7}}));
    EXPECT_THAT(good(readCsv, text, ordinary).starts, ElementsAre(0));
    bad(readCsv, text,
        "no column 'y' to separate sequences by; there are 1 'id', 2 'sequence', 3 'x'", 0, 0,
        separatedBy("y"));
    bad(readCsv, text, "no column '4' to separate", 0, 0, separatedBy("4"));
    ReadOptions both = separatedBy("x");
    both.columns = {"x"};
    bad(readCsv, text, "'x'; there are 1 'id', 2 'sequence'", 0, 0, both);
}

TEST(Csv, PickedColumns) {
    const std::string text = "date,a,sequence,b\n1949-01,1,p,x\n1949-02,2,q,y\n";
    const Table table = good(readCsv, text, picking({"a"}));
    EXPECT_THAT(table.columns, ElementsAre("a"));
    EXPECT_THAT(table.starts, ElementsAre(0, 1));
    EXPECT_EQ(good(readCsv, text, picking({"2"})).values, rows({{1}, {2}}));
    EXPECT_EQ(good(readCsv, "a,b,c\n1,2,3\n", picking({"c", "1"})).values, rows({{3, 1}}));
    // A name goes before a number.
    ReadOptions third = picking({"3"});
    third.header = true;
    EXPECT_EQ(good(readCsv, "x,3,y\n1,2,4\n", third).values, rows({{2}}));
}

TEST(Csv, BadPicksListWhatThereIs) {
    bad(readCsv, "a,b\n1,2\n", "no column 'z'; there are 1 'a', 2 'b'", 0, 0, picking({"z"}));
    bad(readCsv, "a,b\n1,2\n", "no column '0'", 0, 0, picking({"0"}));
    bad(readCsv, "a,b\n1,2\n", "no column '3'", 0, 0, picking({"3"}));
    bad(readCsv, "a,b\n1,2\n", "'1' is picked twice", 0, 0, picking({"a", "1"}));
    bad(readCsv, "sequence,b\n1,2\n", "cannot be picked", 0, 0, picking({"sequence"}));
}

// ---- CSV: what is wrong

TEST(Csv, NothingToRead) {
    bad(readCsv, "", "the file is empty");
    bad(readCsv, " \r\n\t\n", "the file is empty");
    bad(readCsv, "# nothing\n", "comments only");
    bad(readCsv, "a,b\n", "header but no data", 1);
    bad(readCsv, "\na,b\n\n\n", "header but no data", 2);
}

TEST(Csv, RaggedRows) {
    bad(readCsv, "a,b,c,d\n1,2,3,4\n1,2,3\n",
        "the row has 3 cells where the header has 4; every row needs 4", 3, 4);
    bad(readCsv, "1,2\n1,2\n1,2,3\n", "the row has 3 cells where the first row has 2", 3, 3);
}

TEST(Csv, TextInAColumnOfNumbers) {
    bad(readCsv, "a,b\n1,2\n3,abc\n", "'abc' is not a number", 3, 2);
    bad(readCsv, "a,b\n1,2\n3,1.2.3\n", "'1.2.3' is not a number", 3, 2);
    bad(readCsv, "a,b\n1,2\n3,0x10\n", "'0x10'", 3, 2);
    bad(readCsv, "a,b\n1,2\n3,--1\n", "'--1'", 3, 2);
    bad(readCsv, "a,b\n1,2\n3,1e\n", "'1e'", 3, 2);
    ReadOptions comma;
    comma.decimal = ',';
    bad(readCsv, "a;b\n1,5;2\n3;1.5\n", "such as 1,5", 3, 2, comma);
    bad(readCsv, "a,b\n1,2\n3," + std::string(5000, 'x') + "\n", "x…'", 3, 2);
}

TEST(Csv, AColumnOfTextSuggestsPicking) {
    bad(readCsv, "date,a\n1949-01,1\n1949-02,2\n", "pick the columns", 2, 1);
    bad(readCsv, "a,b\nx,1\n2,2\n", "such as 1.5", 2, 1);
}

TEST(Csv, MissingValuesAreRefused) {
    bad(readCsv, "a,b\n1,\n2,3\n", "the cell is empty", 2, 2);
    for (const char* token : {"nan", "NaN", "NA", "N/A", "null", "None", "-", "inf", "-Infinity"})
        bad(readCsv, "a,b\n1,2\n3,"s + token + "\n", "stands for a missing value", 3, 2);
    bad(readCsv, "a,b\n1,2\n\n3,4\n", "the line is empty", 3);
    bad(readCsv, "a\n1\n\n3\n", "the line is empty", 3);
}

TEST(Csv, MissingRowsAreDropped) {
    const ReadOptions drop = with(Missing::Drop);
    EXPECT_EQ(good(readCsv, "a,b\n1,2\nNA,3\n4,\n5,abc\n\n6,7\n", drop).values,
              rows({{1, 2}, {6, 7}}));
    const Table table = good(readCsv, "sequence,a\n1,nan\n1,2\n2,nan\n3,4\n3,nan\n3,6\n", drop);
    EXPECT_EQ(table.values, rows({{2}, {4}, {6}}));
    EXPECT_THAT(table.starts, ElementsAre(0, 1));
    bad(readCsv, "a,b\n1,NA\nNA,2\n", "every row has a missing value", 0, 0, drop);
}

TEST(Csv, MissingValuesAreInterpolated) {
    const ReadOptions interpolate = with(Missing::Interpolate);
    EXPECT_EQ(good(readCsv, "a,b\nNA,0\n1,\n,\n4,6\n-,7\n", interpolate).values,
              rows({{1, 0}, {1, 2}, {2.5, 4}, {4, 6}, {4, 7}}));
    EXPECT_EQ(good(readCsv, "a\n1\n\n3\n", interpolate).values, rows({{1}, {2}, {3}}));
    // Not across sequences.
    EXPECT_EQ(good(readCsv, "sequence,a\n1,1\n1,NA\n2,NA\n2,9\n", interpolate).values,
              rows({{1}, {1}, {9}, {9}}));
    bad(readCsv, "sequence,a\n1,1\n2,NA\n", "no number in sequence 2", 0, 0, interpolate);
    bad(readCsv, "a,b\n1,NA\n2,NA\n", "column 'b' has no number at all", 0, 0, interpolate);
    const Table huge = good(readCsv, "a\n-1.7e308\nNA\n1.7e308\n", interpolate);
    EXPECT_EQ(huge.values(1, 0), 0);
}

TEST(Csv, TheRangeOfDoubles) {
    EXPECT_EQ(good(readCsv, "1e308,-1.7976931348623157e308\n").values,
              rows({{1e308, -std::numeric_limits<double>::max()}}));
    EXPECT_EQ(good(readCsv, "4.9e-324,1e-400\n").values,
              rows({{std::numeric_limits<double>::denorm_min(), 0}}));
    EXPECT_EQ(good(readCsv, "0e999,0." + std::string(500, '0') + "1\n").values, rows({{0, 0}}));
    bad(readCsv, "a,b\n1,1e999\n", "'1e999' is beyond the largest double, 1.8e308", 2, 2);
    bad(readCsv, "a,b\n1,-1e309\n", "beyond", 2, 2, with(Missing::Drop));
    bad(readCsv, "a,b\n1,1e99999999999999999999\n", "beyond", 2, 2);
    bad(readCsv, "a\n1\n1" + std::string(400, '0') + "\n", "beyond", 3, 1);
}

TEST(Csv, Names) {
    bad(readCsv, "a,b,a\n1,2,3\n", "column 3 has the same name as column 1, 'a'", 1, 3);
    EXPECT_THAT(good(readCsv, "größe,温度\n1,2\n").columns, ElementsAre("größe", "温度"));
}

TEST(Csv, PreviewShowsTheStart) {
    const auto preview =
        previewCsv("when;x;sequence\n1949;1,5;a\nlater;NA;a\n3;4\n5;6;b\n", {}, 3, "f");
    ASSERT_TRUE(preview) << preview.error().text();
    EXPECT_EQ(preview->options.delimiter, ';');
    EXPECT_EQ(preview->options.decimal, ',');
    EXPECT_THAT(preview->columns, ElementsAre("when", "x", "sequence"));
    ASSERT_EQ(preview->rows.size(), 3u);
    EXPECT_THAT(preview->rows[1], ElementsAre("later", "NA", "a"));
    EXPECT_THAT(preview->rows[2], ElementsAre("3", "4"));
    EXPECT_THAT(preview->numeric, ElementsAre(false, true, false));
    EXPECT_FALSE(previewCsv("", {}, 3, "f"));
}

}  // namespace
}  // namespace rnnscope
