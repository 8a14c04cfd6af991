// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/reading.h"

namespace rnnscope {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

/// A poem's lines, or a sentence with accents, in each encoding; and the same as UTF-8.
struct Sample {
    std::string_view encoding;
    std::string bytes;
    std::string text;
};
const Sample samples[] = {
    {"gb18030",
     "\xB4\xB2\xC7\xB0\xC3\xF7\xD4\xC2\xB9\xE2\xA3\xAC\xD2\xC9\xCA\xC7\xB5\xD8\xC9\xCF\xCB\xAA",
     "床前明月光，疑是地上霜"},
    {"big5",
     "\xA7\xC9\xAB"
     "e\xA9\xFA\xA4\xEB\xA5\xFA\xA1"
     "A\xBA\xC3\xACO\xA6"
     "a\xA4W\xC1\xF7",
     "床前明月光，疑是地上霜"},
    {"shift-jis",
     "\x8C\xC3\x92r\x82\xE2\x8A^\x94\xF2\x82\xD1\x82\xB1\x82\xDE\x90\x85\x82\xCC\x89\xB9",
     "古池や蛙飛びこむ水の音"},
    {"windows-1252",
     "L'\xE9t\xE9 o\xF9 il a plu, tr\xE8s t\xF4t; \xE0 20 \xB0"
     "C",
     "L'été où il a plu, très tôt; à 20 °C"},
};

std::string utf16(const std::string& ascii, bool bigEndian) {
    std::string bytes;
    for (const char c : ascii)
        bytes += bigEndian ? "\0"s + c : c + "\0"s;
    return bytes;
}

TEST(Encoding, EveryOneIsReadAsChosen) {
    for (const Sample& sample : samples) {
        const auto text = toUtf8(sample.bytes, sample.encoding, "f");
        ASSERT_TRUE(text) << text.error().text();
        EXPECT_EQ(text->text, sample.text);
    }
    EXPECT_EQ(toUtf8(utf16("a,b", false), "utf-16", "f")->text, "a,b");
    // Each row of the table is known to the C library.
    for (const Encoding& encoding : encodings())
        EXPECT_EQ(toUtf8("a", encoding.id == "utf-16" ? "utf-8" : encoding.id, "f")->text, "a")
            << encoding.id;
    // Windows' Shift-JIS: a backslash stays one.
    EXPECT_EQ(toUtf8("\x95\\\\~", "shift-jis", "f")->text, "表\\~");
}

TEST(Encoding, TheLikeliestIsProposed) {
    for (const Sample& sample : samples) {
        EXPECT_EQ(recogniseEncoding(sample.bytes), sample.encoding);
        EXPECT_EQ(recogniseEncoding("date,value\n" + sample.bytes + ",1\n"), sample.encoding);
    }
    EXPECT_EQ(recogniseEncoding("\xCE\xC2\xB6\xC8,x\n1,2\n"), "gb18030");   // 温度
    EXPECT_EQ(recogniseEncoding("\xB7\xC5\xAB\xD7,x\n1,2\n"), "big5");      // 溫度
    EXPECT_EQ(recogniseEncoding("\x83J\x83^\x83J\x83i,x\n"), "shift-jis");  // カタカナ
    EXPECT_EQ(recogniseEncoding("Gr\xF6\xDF"
                                "e,x\n1,2\n"),
              "windows-1252");  // Größe
    EXPECT_EQ(recogniseEncoding("a,b"), "utf-8");
    EXPECT_EQ(recogniseEncoding("größe"), "utf-8");
    EXPECT_EQ(recogniseEncoding(utf16("1,2\n", true)), "utf-16");
    EXPECT_EQ(recogniseEncoding("\xFF\xFE"), "utf-16");
    EXPECT_EQ(recogniseEncoding("PNG\0\x81"s), "");
    // A sample that ends within a character.
    std::string late(100, 'x');
    late += "\n";
    for (int i = 0; i < 40000; ++i)
        late += "\xB4\xB2";
    EXPECT_EQ(recogniseEncoding(late + "a"), "gb18030");
    EXPECT_EQ(recogniseEncoding("a" + late.substr(101)), "gb18030");
}

TEST(Encoding, WhatIsCertainNeedsNoChoice) {
    const Values expected = rows({{1, 2}, {3, 4}});
    const std::string table = "a,b\n1,2\n3,4\n";
    EXPECT_EQ(good(readCsv, "\xEF\xBB\xBF" + table).values, expected);
    EXPECT_EQ(good(readCsv, "\xFF\xFE" + utf16(table, false)).values, expected);
    EXPECT_EQ(good(readCsv, "\xFE\xFF" + utf16(table, true)).values, expected);
    EXPECT_EQ(good(readCsv, utf16(table, false)).values, expected);
    EXPECT_EQ(good(readCsv, utf16(table, true)).values, expected);
    EXPECT_THAT(good(readCsv, "\xFF\xFE" + utf16(table, false)).columns, ElementsAre("a", "b"));
    EXPECT_EQ(good(readJson, "\xFE\xFF" + utf16("[1, 2]", true)).values, rows({{1}, {2}}));
    EXPECT_THAT(good(readText, "\xFF\xFE\x34\x6C"s + "a\0"s).vocabulary, ElementsAre("a", "水"));
}

TEST(Encoding, ReadersTakeTheOneThatIsChosen) {
    EXPECT_THAT(good(readCsv, "\xCE\xC2\xB6\xC8,x\n1,2\n", encodedAs("gb18030")).columns,
                ElementsAre("温度", "x"));
    EXPECT_THAT(good(readJson, "{\"\x95\\\": [1]}", encodedAs("shift-jis")).columns,
                ElementsAre("表"));
    EXPECT_THAT(good(readText, "\xE9t\xE9", encodedAs("windows-1252")).vocabulary,
                ElementsAre("t", "é"));
    const auto preview = previewCsv("\xB7\xC5\xAB\xD7\n1\n", encodedAs("big5"), 3, "f");
    ASSERT_TRUE(preview);
    EXPECT_THAT(preview->columns, ElementsAre("溫度"));
}

TEST(Encoding, OthersAreRefusedWithTheirPlaceAndTheChoice) {
    bad(readCsv, "a,b\n1,2\n\xCE\xC2,\xB6\xC8\n",
        "byte '\\xCE' is not UTF-8; save the file as UTF-8, or choose its encoding: utf-8, utf-16, "
        "windows-1252, gb18030, big5, shift-jis (gb18030 is likely)",
        3, 1);
    bad(readJson, "{\"a\": [1],\n \"b\xE4\": [2]}", "(windows-1252 is likely)", 2, 4);
    bad(readText, "h\n\xC0\x80", "is not UTF-8", 2, 1);
    bad(readText, "\xED\xA0\x80", "is not UTF-8", 1, 1);
    bad(readText, "ab\xE6\xB0", "is not UTF-8", 1, 3);
    bad(readText, "ab\xE9!", "or choose another encoding", 1, 3, encodedAs("utf-8"));
}

TEST(Encoding, AMixtureIsNamed) {
    bad(readText, "héé\nhé\xE9!", "the file mixes encodings; save all of it as UTF-8", 2, 3);
    bad(readCsv, "größe,größer,Maß\n1,2,3\n\xE4,1,2\n", "mixes encodings", 3, 1);
    // In a chosen encoding: the place counts its characters.
    bad(readCsv, "\xCE\xC2,\xB6\xC8\n1,\xFF\n", "byte '\\xFF' is not GB18030; choose another", 2, 3,
        encodedAs("gb18030"));
    bad(readText, "\xCE\xC2\xB6", "byte '\\xB6' is not GB18030", 1, 2, encodedAs("gb18030"));
    bad(readText, "\x81", "is not Windows-1252", 1, 1, encodedAs("windows-1252"));
    bad(readText, "\xFF\xFE\x00\xD8"s, "is not UTF-16", 1, 1);
    bad(readText, "\xFE\xFF\0"s, "is not UTF-16", 1, 1);
}

TEST(Encoding, AByteOrderMarkIsNotContradicted) {
    bad(readCsv,
        "\xEF\xBB\xBF"
        "a\n1\n",
        "begins with the byte order mark of UTF-8", 0, 0, encodedAs("gb18030"));
    bad(readCsv,
        "\xFF\xFE"
        "1\0"s,
        "mark of UTF-16, so it is not utf-8", 0, 0, encodedAs("utf-8"));
}

TEST(Encoding, BinaryFilesAreNoText) {
    bad(readCsv, "a,b\n1,\0002\n"s, "NUL byte", 2, 3);
    bad(readCsv, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "NUL byte", 3, 1);
    bad(readText, "a\0"s, "NUL byte", 1, 2, encodedAs("gb18030"));
    bad(readJson, "\xFF\xFE[\0001\0\0\0]\0"s, "NUL byte", 1, 3);
}

TEST(Encoding, PlainUtf8IsNotCopied) {
    const std::string text = "\xEF\xBB\xBFz\xC3\xA9";
    const auto same = toUtf8(text, "", "f");
    ASSERT_TRUE(same);
    EXPECT_EQ(same->text.data(), text.data() + 3);
    EXPECT_FALSE(same->converted);
}

TEST(Encoding, ItsNameIsChecked) {
    EXPECT_EQ(*parseEncoding("big5"), "big5");
    EXPECT_THAT(parseEncoding("latin1").error().message, HasSubstr("utf-16, windows-1252"));
}

}  // namespace
}  // namespace rnnscope
