// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace rnnscope {

// How GoogleTest shows a span that is not the expected one.
void PrintTo(const TextSpan& span, std::ostream* stream) {
    *stream << '[' << static_cast<int>(span.kind) << (span.italic ? " italic " : " ")
            << static_cast<int>(span.height) << ' ' << span.colour << "] " << span.text;
}

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = TextSpan::Kind;
using Height = TextSpan::Height;

std::vector<TextSpan> spans(const std::string& text) {
    auto read = markedText(text);
    EXPECT_TRUE(read.ok()) << text << ": " << (read.ok() ? "" : read.error().text());
    return read.ok() ? *std::move(read) : std::vector<TextSpan>();
}

std::string complaint(const std::string& text) {
    const auto read = markedText(text);
    return read.ok() ? "" : read.error().message;
}

TextSpan plain(const char* text) {
    return {Kind::Plain, text};
}
TextSpan piece(const char* text, bool italic, Height height = Height::Line) {
    return {Kind::Formula, text, italic, height};
}

TEST(LessonText, WordsStrongAndColoured) {
    EXPECT_THAT(
        spans("half of {c|the cell state} is lost at *every* step"),
        ElementsAre(plain("half of "),
                    TextSpan{.kind = Kind::Colour, .text = "the cell state", .colour = "c"},
                    plain(" is lost at "), TextSpan{Kind::Strong, "every"}, plain(" step")));
    EXPECT_THAT(spans(""), IsEmpty());
    EXPECT_THAT(spans("遗忘门"), ElementsAre(plain("遗忘门")));
}

TEST(LessonText, FormulasHaveItalicLettersAndUprightFunctions) {
    EXPECT_THAT(
        spans("$h_t = tanh(W_{hh} h_{t-1})$"),
        ElementsAre(piece("h", true), piece("t", true, Height::Low), piece(" = tanh(", false),
                    piece("W", true), piece("hh", true, Height::Low), piece(" ", false),
                    piece("h", true), piece("t", true, Height::Low),
                    piece("-1", false, Height::Low), piece(")", false)));
    EXPECT_THAT(spans("$0.95^{30} ≈ ρ^k$"),
                ElementsAre(piece("0.95", false), piece("30", false, Height::High),
                            piece(" ≈ ", false), piece("ρ", true), piece("k", true, Height::High)));
    // A word that begins like a function is none.
    EXPECT_THAT(spans("$ln x + line$"), ElementsAre(piece("ln ", false), piece("x", true),
                                                    piece(" + ", false), piece("line", true)));
}

TEST(LessonText, BackslashTakesAMarkForItself) {
    EXPECT_THAT(spans(R"(2 \* 3 \$ \{f|x} \\ end)"), ElementsAre(plain("2 * 3 $ {f|x} \\ end")));
    EXPECT_THAT(spans(R"(*a\*b* {f|a\}b})"),
                ElementsAre(TextSpan{Kind::Strong, "a*b"}, plain(" "),
                            TextSpan{.kind = Kind::Colour, .text = "a}b", .colour = "f"}));
    EXPECT_THAT(spans(R"($\$5$)"), ElementsAre(piece("$5", false)));
    EXPECT_THAT(spans(R"($weight\_ih$)").front().height, Height::Line);
}

TEST(LessonText, WhatIsNotClosedIsAnErrorThatShowsIt) {
    EXPECT_EQ(complaint("an *open mark"),
              "a * is never closed at '*open mark'; write \\* for the character itself");
    EXPECT_THAT(complaint("costs 5$ more"), HasSubstr("a $ is never closed at '$ more'"));
    EXPECT_THAT(complaint("{f|never"), HasSubstr("a { is never closed"));
    EXPECT_THAT(complaint("a {set} of"), HasSubstr("a { without a | at '{set} of'"));
    EXPECT_THAT(complaint("{f|}"), HasSubstr("nothing between"));
    EXPECT_THAT(complaint("**"), HasSubstr("nothing between"));
    EXPECT_THAT(complaint("$$"), HasSubstr("nothing between"));
    EXPECT_THAT(complaint("$h_{t$ more"), HasSubstr("a { is never closed"));
    EXPECT_THAT(complaint("$h_$"), HasSubstr("nothing stands behind _"));
    EXPECT_THAT(complaint("$h_{t_1}$"), HasSubstr("once is as far as it goes"));
    EXPECT_THAT(complaint("end\\"), HasSubstr("ends with \\"));
    EXPECT_THAT(complaint("{forget|gate}"),
                HasSubstr("there is no quantity 'forget' to colour words after; there are f, i"));
}

TEST(LessonText, LatexIsNotRead) {
    for (const char* text : {R"(by \sigma here)", R"($\sigma(h_t)$)", R"(*\alpha*)",
                             R"({h|\mathbf h})", R"($\frac{a}{b}$)"}) {
        const auto marked = markedText(text);
        ASSERT_FALSE(marked) << text;
        EXPECT_THAT(marked.error().message, HasSubstr("LaTeX is not read")) << text;
        EXPECT_THAT(marked.error().message, HasSubstr("a command at '\\")) << text;
    }
}

TEST(LessonText, NothingBreaksIt) {
    // Every text of a few marks gives spans or an error, and the spans hold no more than the text.
    const std::string marks = "*${}|_^\\fa";
    for (std::size_t code = 0; code < 100000; ++code) {
        std::string text;
        for (std::size_t rest = code; text.size() < 5; rest /= marks.size())
            text += marks[rest % marks.size()];
        const auto read = markedText(text);
        if (!read) {
            ASSERT_FALSE(read.error().message.empty()) << text;
            continue;
        }
        std::size_t size = 0;
        for (const TextSpan& span : *read) {
            ASSERT_FALSE(span.text.empty()) << text;
            size += span.text.size();
        }
        ASSERT_LE(size, text.size()) << text;
    }
    EXPECT_TRUE(markedText("\xff*\xfe*\xc3").ok());
}

TEST(LessonText, PlainTextLeavesTheMarksOut) {
    EXPECT_EQ(plainText("*One* {c|cell}, $h_{t-1}$"), "One cell, ht-1");
    EXPECT_EQ(plainText("5 $"), "5 $");
}

}  // namespace
}  // namespace rnnscope
