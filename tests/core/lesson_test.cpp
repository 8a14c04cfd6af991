// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/lessons.h"

#include <cmath>

namespace rnnscope {
namespace {

using namespace rnnscope::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Lesson lessonOf(const std::string& text) {
    LessonReading reading = readingOf(text);
    EXPECT_TRUE(reading.lesson.has_value()) << problemsOf(text);
    Lesson broken;
    broken.pages.resize(2);
    return reading.lesson ? *std::move(reading.lesson) : broken;
}

TEST(Lesson, EveryFieldIsRead) {
    const LessonReading reading = readingOf(fullLesson);
    EXPECT_THAT(problemsOf(fullLesson), IsEmpty());
    EXPECT_THAT(reading.warnings, IsEmpty());
    ASSERT_TRUE(reading.lesson);
    const Lesson& lesson = *reading.lesson;
    EXPECT_EQ(lesson.id, "forgetting-2");
    EXPECT_EQ(lesson.file, "/lessons/l.json");
    EXPECT_THAT(lesson.languages, ElementsAre("en", "zh_TW"));
    EXPECT_EQ(lesson.title.line("zh_TW"), "遺忘");
    EXPECT_EQ(lesson.summary.line("en"), "What a gate lets go.");
    EXPECT_EQ(lesson.minutes, 15);
    EXPECT_EQ(lesson.picture.page, 1U);
    EXPECT_EQ(lesson.picture.panel, "gradients");
    ASSERT_EQ(lesson.pages.size(), 2U);

    const LessonPage& page = lesson.pages[0];
    EXPECT_EQ(page.line, 16U);
    EXPECT_EQ(page.title.line("en"), "A gate");
    EXPECT_THAT(page.text.in("en"),
                ElementsAre("The {f|forget gate} starts near *one half*.", "$c_t = f c_{t-1}$"));
    EXPECT_THAT(page.text.in("zh_TW"), ElementsAre("一段"));
    EXPECT_EQ(page.update, 3);
    EXPECT_EQ(page.view.phase, "backward");
    EXPECT_EQ(page.view.step, 3);
    EXPECT_EQ(page.view.unit, 1);
    EXPECT_TRUE(page.plays);
    EXPECT_THAT(page.panels, ElementsAre("gates", "gradients"));
    using Kind = LessonTarget::Kind;
    EXPECT_THAT(page.points,
                ElementsAre(LessonTarget{Kind::Panel, "gates"}, LessonTarget{Kind::Control, "cell"},
                            LessonTarget{Kind::Quantity, "f"}));
    ASSERT_TRUE(page.question);
    EXPECT_EQ(page.question->choices.size(), 2U);
    EXPECT_EQ(page.question->answer, 1U);
    EXPECT_EQ(page.question->why.line("en"), "It is open.");

    ASSERT_EQ(page.claims.size(), 1U);
    const LessonClaim& claim = page.claims[0];
    EXPECT_EQ(claim.line, 42U);
    EXPECT_EQ(claim.says.line("zh_TW"), "little is left");
    EXPECT_EQ(claim.measure, "gradient-slope");
    EXPECT_EQ(claim.with, (ClaimOptions{{"from", "3"}, {"state", "c"}, {"updates", "3"}}));
    EXPECT_THAT(claim.seeds, ElementsAre(4U, 5U));
    EXPECT_EQ(claim.from, -0.5);
    EXPECT_EQ(claim.to, std::numeric_limits<double>::infinity());

    const LessonPage& last = lesson.pages[1];
    EXPECT_EQ(last.update, 0);
    EXPECT_EQ(last.view, DocumentView());
    EXPECT_FALSE(last.plays);
    EXPECT_THAT(last.panels, IsEmpty());
    EXPECT_FALSE(last.question);
    EXPECT_EQ(last.claims[0].says.line("zh_TW"), "這麼多");
    EXPECT_THAT(last.claims[0].seeds, ElementsAre(1U, 2U, 3U, 4U, 5U));
}

TEST(Lesson, APageSetsOnTopOfTheLessonAndAClaimOnTopOfThePage) {
    const Lesson lesson = lessonOf(fullLesson);
    const auto& page = lesson.pages[0].setup;
    EXPECT_EQ(page.cell, "lstm");
    EXPECT_EQ(page.hidden, 4);
    EXPECT_EQ(page.forgetBias, 1.5);
    EXPECT_FALSE(page.sequence.length);
    EXPECT_EQ(lesson.pages[0].claims[0].setup.forgetBias, 3);
    EXPECT_FALSE(lesson.pages[0].claims[0].setup.sequence.length);
    // Pages do not build on each other.
    EXPECT_FALSE(lesson.pages[1].setup.forgetBias);
    EXPECT_EQ(lesson.pages[1].setup.sequence.length, 12);
    EXPECT_EQ(lesson.pages[1].claims[0].setup, lesson.pages[1].setup);
}

TEST(Lesson, WhatSaysTheSameInAnotherWayIsTakenBack) {
    const auto page = [](const std::string& base, const std::string& set) {
        std::string text = lessonWith("\"cell\": \"lstm\",\n    \"task\": \"latch\"", base);
        // Not every cell has what the page points at and measures.
        text.replace(text.find(", {\"quantity\": \"f\"}"), 19, "");
        const std::size_t claims = text.find(",\n      \"claims\"");
        text.erase(claims, text.find("    },\n    {", claims) - claims);
        text.replace(text.find("\"forget-bias\": 1.5"), 18, set);
        return lessonOf(text).pages[0].setup;
    };
    const std::string latch = R"("cell": "lstm", "task": "latch")";
    const auto file = page(latch, R"("input": "x.csv", "target": "next", "loss": "mse")");
    EXPECT_EQ(file.sequence.task, "");
    EXPECT_EQ(file.sequence.file, "/lessons/x.csv");
    EXPECT_EQ(page(latch, R"("input": ":/sequences/x.csv")").sequence.file, ":/sequences/x.csv");
    EXPECT_EQ(page(R"("cell": "lstm", "input": "x.csv")", R"("task": "sine")").sequence.task,
              "sine");
    EXPECT_EQ(page(latch, R"("gru-form": "reset-before")").cell, "gru-reset-before");
    EXPECT_EQ(page(R"("nonlinearity": "relu", "task": "latch")", R"("cell": "gru")").cell, "gru");
}

TEST(Lesson, OneLanguageNeedsNoNames) {
    const Lesson lesson = lessonOf(R"({
      "format": "rnnscope-lesson", "version": 1, "id": "a", "title": "T",
      "setup": {"task": "sine"},
      "pages": [{"title": "P", "text": ["a", "b"]}, {"title": {"en": "Q"}, "text": "c"}]})");
    EXPECT_THAT(lesson.languages, ElementsAre("en"));
    EXPECT_EQ(lesson.title.line("zh_CN"), "T");
    EXPECT_THAT(lesson.pages[0].text.in("zh_CN"), ElementsAre("a", "b"));
    EXPECT_EQ(lesson.pages[1].title.line("en"), "Q");
    EXPECT_TRUE(lesson.summary.empty());
    EXPECT_EQ(lesson.summary.line("en"), "");
    EXPECT_EQ(lesson.minutes, 0);
    EXPECT_EQ(lesson.picture.page, 0U);
    EXPECT_EQ(lesson.picture.panel, "");  // no panels are named
}

TEST(Lesson, SlipsAreWarnedOf) {
    const auto warned = [](const std::string& from, const std::string& to, const char* says) {
        EXPECT_THAT(readingOf(lessonWith(from, to)).warnings, ElementsAre(HasSubstr(says))) << to;
        EXPECT_TRUE(readingOf(lessonWith(from, to)).lesson) << problemsOf(lessonWith(from, to));
    };
    warned("{\"panel\": \"gates\"}", "{\"panel\": \"cell-state\"}",
           "l.json:16: page 1: points at the panel 'cell-state', which is not among its panels; "
           "add it there");
    warned("\"unit\": 2", "\"unit\": 5", "l.json:16: page 1: stands at unit 5, but there are 4");
    warned(", \"updates\": 3}", "}",
           "l.json:16: page 1: is shown after updates, but the claim of gradient-slope on line 42 "
           "measures the untrained network; give it \"with\": {\"updates\": …}");
    warned("\"page\": 2, \"panel\": \"gradients\"", "\"page\": 1, \"panel\": \"cell-state\"",
           "l.json:8: \"picture\" is of a panel that its page does not show");
    // Nothing is shown but what is named; without names all is.
    EXPECT_THAT(readingOf(lessonWith("\"panels\": [\"gates\", \"gradients\"], ", "")).warnings,
                IsEmpty());
}

TEST(Lesson, AClaimSaysItInOneLanguageOrInAll) {
    const auto says = [](const std::string& words) {
        return lessonWith("\"says\": \"little is left\"", "\"says\": " + words);
    };
    const LessonText chinese = lessonOf(says(R"({"zh_TW": "剩下很少"})")).pages[0].claims[0].says;
    EXPECT_EQ(chinese.line("zh_TW"), "剩下很少");
    EXPECT_EQ(chinese.line("en"), "剩下很少");
    EXPECT_EQ(lessonOf(says(R"({"en": "little"})")).pages[0].claims[0].says.line("en"), "little");
    EXPECT_THAT(problemsOf(says(R"({"fr": "peu"})")), HasSubstr("unknown language 'fr'"));
    EXPECT_THAT(problemsOf(says(R"({})")), HasSubstr("\"says\" lacks en"));
}

TEST(Lesson, NotesAreForWhoPresents) {
    EXPECT_TRUE(lessonOf(fullLesson).pages[0].notes.empty());
    const auto with = [](const std::string& notes) {
        return lessonWith("\"play\": true", "\"play\": true, \"notes\": " + notes);
    };
    const LessonText notes =
        lessonOf(with(R"({"en": ["*Wait*.", "Ask."], "zh_TW": "等"})")).pages[0].notes;
    EXPECT_THAT(notes.in("en"), ElementsAre("*Wait*.", "Ask."));
    EXPECT_EQ(notes.line("zh_TW"), "等");
    EXPECT_THAT(problemsOf(with(R"({"en": "a"})")), HasSubstr("\"notes\""));
    EXPECT_THAT(problemsOf(with("3")), HasSubstr("\"notes\""));
}

TEST(Lesson, SwitchesArePutByTheirWords) {
    const auto with = [](const std::string& value) {
        return lessonWith("\"switch\": {\"clipping\": \"twins\"}", "\"switch\": " + value);
    };
    const Lesson lesson = lessonOf(fullLesson);
    ASSERT_EQ(lesson.pages[0].switches.size(), 1U);
    EXPECT_EQ(lesson.pages[0].switches.at("clipping"), "twins");
    EXPECT_TRUE(lesson.pages[1].switches.empty());
    EXPECT_TRUE(lessonOf(with("{}")).pages[0].switches.empty());
    EXPECT_THAT(problemsOf(with("{\"cliping\": \"twins\"}")),
                HasSubstr("page 1: there is no switch 'cliping'; there are clipping, bench"));
    EXPECT_THAT(problemsOf(with("{\"bench\": \"twin\"}")),
                HasSubstr("page 1: there is no place 'twin'; there are gradient, twins, field"));
    EXPECT_THAT(problemsOf(with("{\"bench\": 3}")), HasSubstr("\"switch.bench\" is"));
    EXPECT_THAT(problemsOf(with("\"twins\"")), HasSubstr("\"switch\" is"));
    EXPECT_THAT(problemsOf(with("null")), HasSubstr("\"switch\" is"));
}

TEST(Lesson, AStepBeyondTheSequenceIsBroughtIntoRangeLater) {
    EXPECT_EQ(lessonOf(lessonWith("\"step\": 4", "\"step\": 4000")).pages[0].view.step, 3999);
}

TEST(Lesson, UnknownFieldsAreWarnedOfWithTheirLines) {
    const auto warningsOf = [](const std::string& from, const std::string& to) {
        const LessonReading reading = readingOf(lessonWith(from, to));
        EXPECT_TRUE(reading.lesson.has_value());
        return reading.warnings;
    };
    EXPECT_THAT(warningsOf("\"minutes\": 15", "\"minute\": 15"),
                ElementsAre("/lessons/l.json:8: unknown field 'minute' is left out"));
    EXPECT_THAT(warningsOf("\"hidden\": 4", "\"hiden\": 4"),
                ElementsAre("/lessons/l.json:12: unknown field 'setup.hiden' is left out"));
    EXPECT_THAT(
        warningsOf("\"forget-bias\": 1.5", "\"forget_bias\": 1.5"),
        ElementsAre("/lessons/l.json:23: page 1: unknown field 'set.forget_bias' is left out"));
    EXPECT_THAT(warningsOf("\"unit\": 2", "\"units\": 2"),
                ElementsAre("/lessons/l.json:30: page 1: unknown field 'at.units' is left out"));
    EXPECT_THAT(warningsOf("\"play\": true", "\"plays\": true"),
                ElementsAre("/lessons/l.json:32: page 1: unknown field 'plays' is left out"));
    EXPECT_THAT(
        warningsOf("\"seeds\": [4, 5]", "\"seed\": [4, 5]"),
        ElementsAre("/lessons/l.json:47: page 1, claim 1: unknown field 'seed' is left out"));
    EXPECT_THAT(warningsOf("\"minutes\": 15", "\"minutes\": 15,\n\"minutes\": 16"),
                ElementsAre(HasSubstr("l.json:9: field 'minutes' is given twice")));
    EXPECT_THAT(warningsOf("\"minutes\": 15", "\"$schema\": \"lesson.schema.json\""), IsEmpty());
}

}  // namespace
}  // namespace rnnscope
