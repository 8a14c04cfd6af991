// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be wrong with a lesson is told in a line: where, what, and what would be
// right.
#include <cctype>

#include "core/sentence.h"
#include "tests/core/lessons.h"

namespace rnnscope {
namespace {

using namespace rnnscope::testing;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

struct Bad {
    const char* from;
    const char* to;
    const char* says;   ///< the first problem begins with it, after the file
    bool alone = true;  ///< and it is the only one
};

// A row a way to be wrong.
const Bad rows[] = {
    {"\"version\": 1", "\"version\": 2",
     "3: is of version 2; this program reads up to version 1, so a newer RNNScope is needed"},
    {"\"version\": 1", "\"version\": \"1\"", "3: has no version; \"version\": 1 is needed"},
    {"\"id\": \"forgetting-2\",\n", "",
     "1: \"id\" is missing; small letters, digits and hyphens, as \"one-cell\", is needed"},
    {"forgetting-2", "Forgetting 2",
     "4: \"id\" is 'Forgetting 2'; small letters, digits and hyphens, as \"one-cell\", is needed"},
    {"\"zh_TW\"]", "\"zh_HK\"]", "5: there is no language 'zh_HK'; there are en, zh_CN, zh_TW",
     false},
    {"[\"en\", \"zh_TW\"]", "[]", "5: \"languages\" holds 0; 1 to 3 languages are possible", false},
    {"[\"en\", \"zh_TW\"]", "\"en\"", "5: \"languages\" is 'en'; a list of languages is needed",
     false},
    {"\"title\": {\"en\": \"Forgetting\", \"zh_TW\": \"遺忘\"},\n", "",
     "1: \"title\" is missing; a text is needed"},
    {"\"title\": {\"en\": \"Forgetting\", \"zh_TW\": \"遺忘\"}", "\"title\": \"Forgetting\"",
     "6: \"title\" is 'Forgetting' in no language; {\"en\": …, \"zh_TW\": …} is needed where a "
     "lesson has several languages"},
    {"\"en\": \"Forgetting\"", "\"en\": [\"Forgetting\"]",
     "6: \"title.en\" is a list; a text is needed"},
    {"\"en\": \"Forgetting\"", "\"en\": \"\"", "6: \"title.en\" is empty; a text is needed"},
    {"\"minutes\": 15", "\"minutes\": 0",
     "8: \"minutes\" is 0; a whole number from 1 to 600 is needed"},
    {"\"minutes\": 15", "\"minutes\": \"ten\"",
     "8: \"minutes\" is 'ten'; a whole number from 1 to 600 is needed"},
    {"\"page\": 2,", "\"page\": 3,",
     "8: \"picture.page\" is 3; a whole number from 1 to 2 is needed"},
    {"\"page\": 2, ", "", "8: \"page\" is missing; the number of a page is needed"},
    {"\"panel\": \"gradients\"}", "\"panel\": \"curves\"}",
     "8: there is no panel 'curves'; there are gates, cell-state, gradients"},
    {"{\"page\": 2, \"panel\": \"gradients\"}", "\"gradients\"",
     "8: \"picture\" is 'gradients'; an object is needed"},
    {"\"cell\": \"lstm\"", "\"cell\": \"elman\"",
     "10: \"cell\": there is no cell 'elman'; there are rnn"},
    {"\"task\": \"latch\",\n", "",
     "9: the setup names no sequence; a \"task\" or an \"input\" is needed"},
    {"\"hidden\": 4", "\"hidden\": 5000",
     "9: the setup is refused: the hidden size is 5000; 1 to 4096 are possible"},
    {"\"hidden\": 4", "\"hidden\": {}", "12: \"hidden\": a text or a number is needed"},
    {"\"text\": {\n        \"en\": [\"The {f|forget gate} starts near *one half*.\", \"$c_t = f "
     "c_{t-1}$\"],\n        \"zh_TW\": \"一段\"\n      }",
     "\"text\": {\"en\": \"A\"}",
     "18: page 1: \"text\" lacks zh_TW; every text is needed in en, zh_TW"},
    {"\"zh_TW\": \"一段\"", "\"zh_TW\": \"一段\", \"fr\": \"un\"",
     "20: page 1: \"text\" names an unknown language 'fr'; there are en, zh_CN, zh_TW"},
    {"\"zh_TW\": \"一段\"", "\"zh_TW\": \"一段\", \"zh_CN\": \"一段\"",
     "20: page 1: \"text\" is in zh_CN, which is none of the lesson's languages; add it to "
     "\"languages\", or leave it out"},
    {"\"zh_TW\": \"一段\"", "\"zh_TW\": []",
     "20: page 1: \"text.zh_TW\" holds 0; 1 to 50 paragraphs are possible"},
    {"\"zh_TW\": \"一段\"", "\"zh_TW\": 7",
     "20: page 1: \"text.zh_TW\" is 7; a text, or a list of paragraphs, is needed"},
    {"*one half*", "*one half",
     "19: page 1: \"text.en\": a * is never closed at '*one half.'; write \\* for the character "
     "itself"},
    {"{f|forget", "{forget|forget",
     "19: page 1: \"text.en\": there is no quantity 'forget' to colour words after; there are f"},
    {"\"forget-bias\": 1.5", "\"forget-bias\": \"much\"",
     "23: page 1: \"forget-bias\": 'much' is not a finite number"},
    {"\"forget-bias\": 1.5", "\"lr\": -1",
     "22: page 1: the setup is refused: the learning rate must be a number above 0"},
    {"\"length\": null\n      },\n", "\"target\": \"none\", \"loss\": \"mse\"},\n\n",
     "26: page 1: \"update\" is 3, but nothing is learnt with the target none; set another target, "
     "or leave the update out",
     false},
    {"\"length\": null\n      },\n      \"update\": 3,", "\"target\": \"none\"},\n\n\n",
     "29: page 1: \"at.phase\" is 'backward', but there is no loss with the target none; set "
     "another target, or show the phase forward"},
    {"\"update\": 3", "\"update\": -1",
     "26: page 1: \"update\" is -1; a whole number from 0 to 1000000 is needed"},
    {"\"backward\"", "\"back\"",
     "28: page 1: \"at.phase\": forward, loss, backward, clip or update is needed"},
    {"\"step\": 4", "\"step\": 0",
     "29: page 1: \"at.step\": a whole number from 1 to 1000000000 is needed"},
    {"\"play\": true", "\"play\": 1", "32: page 1: \"play\" is 1; true or false is needed"},
    {"[\"gates\", \"gradients\"]", "[\"gates\", \"heatmap\"]",
     "33: page 1: there is no panel 'heatmap'; there are gates, cell-state, gradients"},
    {"{\"panel\": \"gates\"}", "{\"panel\": \"gate\"}",
     "34: page 1: there is no panel 'gate'; there are gates, cell-state, gradients"},
    {"{\"control\": \"cell\"}", "{\"control\": \"dial\"}",
     "34: page 1: there is no control 'dial'; there are cell, forget-bias"},
    {"{\"quantity\": \"f\"}", "{\"quantity\": \"z\"}",
     "34: page 1: there is no quantity 'z'; there are "},
    {"{\"quantity\": \"f\"}", "{\"thing\": \"f\"}",
     "34: page 1: \"point\" is an object; an object with one of \"panel\", \"control\", "
     "\"quantity\" is needed"},
    {"{\"quantity\": \"f\"}", "{\"quantity\": \"f\", \"panel\": \"gates\"}",
     "34: page 1: \"point\" names 2 things at once; an object for each is needed"},
    {"{\"quantity\": \"f\"}", "\"f\"",
     "34: page 1: \"point\" is 'f'; an object with one of \"panel\", \"control\", \"quantity\" is "
     "needed"},
    {", {\"en\": \"all\", \"zh_TW\": \"全\"}", "",
     "37: page 1: \"choices\" holds 1; 2 to 9 choices are possible"},
    {"\"answer\": 2", "\"answer\": 3",
     "38: page 1: \"answer\" is 3; a whole number from 1 to 2 is needed"},
    {"\"answer\": 2", "\"answer\": 0",
     "38: page 1: \"answer\" is 0; a whole number from 1 to 2 is needed"},
    {"        \"answer\": 2,\n", "",
     "35: page 1: \"answer\" is missing; the number of the right choice, from 1, is needed"},
    {"\"gradient-slope\"", "\"gradient-slop\"",
     "44: page 1, claim 1: there is no measure 'gradient-slop'; there are parameters"},
    {"\"from\": 3", "\"lag\": 3",
     "45: page 1, claim 1: measure 'gradient-slope': there is no option 'lag'; there are from, "
     "state, updates"},
    {"\"from\": 3", "\"from\": -3",
     "45: page 1, claim 1: measure 'gradient-slope': \"from\": '-3' is no whole number from 0 to "
     "1000000"},
    {"\"state\": \"c\"", "\"state\": \"z\"",
     "45: page 1, claim 1: measure 'gradient-slope': \"state\": 'z' is not known; there are h|c"},
    {"\"state\": \"c\"", "\"state\": [1]",
     "45: page 1, claim 1: \"with.state\" is a list; a number or a word is needed"},
    {"\"set\": {\"forget-bias\": 3}", "\"set\": {\"cell\": \"x\"}",
     "46: page 1, claim 1: \"cell\": there is no cell 'x'; there are "},
    {"[4, 5]", "[]", "47: page 1, claim 1: \"seeds\" holds 0; 1 to 1000 seeds are possible"},
    {"[4, 5]", "[1.5]",
     "47: page 1, claim 1: \"seeds\" is 1.5; a whole number from 0 to 9223372036854775807 is "
     "needed"},
    {"[-0.5, null]", "[1, -1]",
     "48: page 1, claim 1: \"range\" goes from 1 to -1; the smaller number comes first"},
    {"[-0.5, null]", "[1]",
     "48: page 1, claim 1: \"range\" is a list; a list of two numbers, the smaller one first, or "
     "null for an open end, is needed"},
    {"[-0.5, null]", "0.5",
     "48: page 1, claim 1: \"range\" is 0.5; a list of two numbers, the smaller one first, or null "
     "for an open end, is needed"},
    {"          \"says\": \"little is left\",\n", "",
     "42: page 1, claim 1: \"says\" is missing; what is claimed is needed"},
};

TEST(LessonRefusal, EveryWayToBeWrongHasItsLine) {
    for (const Bad& row : rows) {
        const LessonReading reading = readingOf(lessonWith(row.from, row.to));
        EXPECT_FALSE(reading.lesson) << row.to;
        ASSERT_GE(reading.problems.size(), 1U) << row.to;
        EXPECT_THAT(reading.problems[0].text(),
                    StartsWith(std::string("/lessons/l.json:") + row.says))
            << row.to;
        if (row.alone) {
            EXPECT_EQ(reading.problems.size(), 1U) << problemsOf(lessonWith(row.from, row.to));
        }
    }
}

TEST(LessonRefusal, IsSaidInTheLanguageThatIsSpoken) {
    // What a lesson's file says itself stays as it is.
    const Bad loud[] = {
        {"\"en\": \"Forgetting\"", "\"en\": [\"Forgetting\"]",
         "6: \"title.en\" IS A LIST; A TEXT IS NEEDED"},
        {"*one half*", "*one half",
         "19: PAGE 1: \"text.en\": A * IS NEVER CLOSED AT '*one half.'; WRITE \\* FOR THE "
         "CHARACTER ITSELF"},
        {", {\"en\": \"all\", \"zh_TW\": \"全\"}", "",
         "37: PAGE 1: \"choices\" HOLDS 1; 2 TO 9 CHOICES ARE POSSIBLE"},
        {"\"from\": 3", "\"from\": -3",
         "45: PAGE 1, CLAIM 1: MEASURE 'gradient-slope': \"from\": '-3' IS NO WHOLE NUMBER FROM 0 "
         "TO 1000000"},
    };
    Sentence::speakBy([](const char* english) {
        std::string said = english;
        for (char& c : said)
            c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        return said;
    });
    for (const Bad& row : loud)
        EXPECT_EQ(problemsOf(lessonWith(row.from, row.to)),
                  std::string("/lessons/l.json:") + row.says + "\n");
    Sentence::speakBy(nullptr);
}

TEST(LessonRefusal, AllProblemsAreTold) {
    std::string text = lessonWith("\"minutes\": 15", "\"minutes\": 0");
    text.replace(text.find("\"answer\": 2"), 11, "\"answer\": 3");
    text.replace(text.find("\"parameters\""), 12, "\"weights\"");
    const LessonReading reading = readingOf(text);
    ASSERT_EQ(reading.problems.size(), 3U);
    std::vector<std::string> warnings;
    const auto first = lessonFromJson(text, "/lessons/l.json", someNames, warnings);
    ASSERT_FALSE(first.ok());
    EXPECT_EQ(first.error().text(), reading.problems[0].text());
    EXPECT_THAT(reading.problems[2].text(),
                StartsWith("/lessons/l.json:58: page 2, claim 1: there is no measure 'weights'"));
}

TEST(LessonRefusal, ASetupThatIsWrongForAllIsToldOnce) {
    EXPECT_EQ(readingOf(lessonWith("\"hidden\": 4", "\"hidden\": 0")).problems.size(), 1U);
}

TEST(LessonRefusal, WhatIsNoLessonIsRefusedInOneLine) {
    EXPECT_THAT(problemsOf(""), StartsWith("/lessons/l.json:1:1: is not JSON from here on"));
    EXPECT_THAT(problemsOf("{\n \"a\": }"), StartsWith("/lessons/l.json:2:7: is not JSON"));
    EXPECT_THAT(problemsOf("[]"),
                HasSubstr("is not a lesson; an object with \"format\": \"rnnscope-lesson\""));
    EXPECT_THAT(problemsOf(R"({"format":"rnnscope-setup","version":1,"task":"sine"})"),
                HasSubstr("is not a lesson"));
    EXPECT_THAT(problemsOf("{\n" + std::string(100000, '[')),
                StartsWith("/lessons/l.json:2:16: is nested more than 16 deep"));
    EXPECT_THAT(problemsOf(std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)), HasSubstr("is not JSON"));
    std::string many = "[0";
    for (int k = 0; k < 300000; ++k)
        many += ",0";
    EXPECT_THAT(problemsOf(many + "]"), HasSubstr("holds more than 200000 values"));
    EXPECT_THAT(problemsOf(std::string(mostLessonBytes + 1, ' ')), HasSubstr("larger than 16 MiB"));
    // A small file cannot ask for endless work.
    std::string pages = "{}";
    for (int k = 0; k < 50000; ++k)
        pages += ",{}";
    const std::string hostile =
        R"({"format":"rnnscope-lesson","version":1,"pages":[)" + pages + "]}";
    EXPECT_LE(readingOf(hostile).problems.size(), 100U);
}

TEST(LessonRefusal, CutAnywhereOrWithAnyByteChangedNothingBreaks) {
    for (std::size_t length = 0; length + 3 < fullLesson.size(); length += 3)
        EXPECT_THAT(problemsOf(fullLesson.substr(0, length)), HasSubstr("is not JSON")) << length;
    for (std::size_t at = 0; at < fullLesson.size(); at += 2)
        for (const char byte : {'"', '}', '0', '\xff', '*'}) {
            std::string text = fullLesson;
            text[at] = byte;
            const LessonReading reading = readingOf(text);
            EXPECT_NE(reading.lesson.has_value(), !reading.problems.empty()) << at;
        }
}

}  // namespace
}  // namespace rnnscope
