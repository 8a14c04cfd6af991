// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson that is written in the window is one that can be read, and what a hand put into its file
// stays.
#include "core/lesson_draft.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/lesson_text.h"
#include "tests/core/lessons.h"

namespace rnnscope {
namespace {

using namespace rnnscope::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Setup setupWith(const std::vector<std::pair<std::string, std::string>>& options) {
    Setup setup;
    EXPECT_TRUE(setOption(setup, "task", "sine").ok());
    for (const auto& [name, value] : options)
        EXPECT_TRUE(setOption(setup, name, value).ok()) << name;
    return setup;
}

PageState stateOf(const std::vector<std::pair<std::string, std::string>>& options) {
    PageState state;
    state.setup = setupWith(options);
    return state;
}

/// With titles and texts, so that nothing is missing.
void fill(LessonDraft& draft) {
    for (const std::string& language : draft.languages()) {
        draft.setWords({{}, "title"}, language, "T");
        for (std::size_t k = 0; k < draft.pageCount(); ++k) {
            draft.setWords({k, "title"}, language, "P");
            draft.setWords({k, "text"}, language, "Words.");
        }
    }
}

Lesson read(const LessonDraft& draft) {
    LessonReading reading = readingOf(draft.text());
    EXPECT_TRUE(reading.lesson) << problemsOf(draft.text()) << draft.text();
    EXPECT_THAT(reading.warnings, IsEmpty());
    Lesson none;
    none.pages.resize(draft.pageCount());
    return reading.lesson ? *std::move(reading.lesson) : none;
}

TEST(LessonDraft, AnEmptyOneSaysWhatIsMissing) {
    LessonDraft draft;
    EXPECT_EQ(draft.pageCount(), 0U);
    EXPECT_THAT(draft.languages(), ElementsAre("en"));
    EXPECT_THAT(problemsOf(draft.text()), HasSubstr("\"title\" is empty; a text is needed"));
    draft.addPage(0, stateOf({}));
    EXPECT_THAT(problemsOf(draft.text()), HasSubstr("page 1: \"text\" is empty"));
    fill(draft);
    EXPECT_EQ(read(draft).pages.size(), 1U);
}

TEST(LessonDraft, WhatIsRecordedIsReadAgain) {
    LessonDraft draft;
    std::vector<PageState> states;
    states.push_back(stateOf({{"hidden", "16"}, {"length", "20"}}));
    states.push_back(stateOf({{"cell", "lstm"}, {"forget-bias", "2.5"}, {"length", "30"}}));
    states.push_back(stateOf({{"cell", "rnn-relu"}, {"spectral-radius", "1.05"}}));
    states.push_back(stateOf({{"task", "latch"},
                              {"readout", "last-step"},
                              {"loss", "cross-entropy"},
                              {"cell", "gru"},
                              {"clip", "norm"},
                              {"clip-threshold", "0.25"},
                              {"lanes", "*; cell=lstm"}}));
    states.push_back(stateOf({{"bidirectional", "true"}, {"layers", "2"}, {"seed", "77"}}));
    states[1].update = 40;
    states[1].view.phase = "backward";
    states[1].view.step = 6;
    states[1].view.unit = 3;
    states[1].panels = {"gates", "gradients"};
    states[1].switches = {{"clipping", "twins"}};
    states[4].view = {"forward", 11, 2, 1, true, 5, {}};
    for (const PageState& state : states)
        draft.addPage(draft.pageCount(), state);
    fill(draft);
    const Lesson lesson = read(draft);
    ASSERT_EQ(lesson.pages.size(), states.size());
    for (std::size_t k = 0; k < states.size(); ++k) {
        EXPECT_EQ(toJson(lesson.pages[k].setup), toJson(states[k].setup)) << k;
        EXPECT_EQ(lesson.pages[k].update, states[k].update) << k;
        EXPECT_EQ(lesson.pages[k].view, states[k].view) << k;
        EXPECT_EQ(lesson.pages[k].panels, states[k].panels) << k;
        EXPECT_EQ(lesson.pages[k].switches, states[k].switches) << k;
    }
    // Recorded again as another, in another order, and back.
    draft.recordPage(0, states[3]);
    draft.recordPage(3, states[0]);
    draft.movePage(0, 3);
    const Lesson again = read(draft);
    EXPECT_EQ(toJson(again.pages[3].setup), toJson(states[3].setup));
    EXPECT_EQ(toJson(again.pages[2].setup), toJson(states[0].setup));
    EXPECT_EQ(toJson(again.pages[0].setup), toJson(states[1].setup));
    draft.removePage(1);
    EXPECT_EQ(draft.pageCount(), states.size() - 1);
}

TEST(LessonDraft, ASequenceOfAFileTakesTheTasksPlace) {
    LessonDraft draft;
    draft.addPage(0, stateOf({{"length", "20"}}));
    PageState own;
    ASSERT_TRUE(setOption(own.setup, "input", "/lab/data/own.csv").ok());
    ASSERT_TRUE(setOption(own.setup, "columns", "A,B").ok());
    draft.addPage(1, own);
    draft.addPage(2, stateOf({}));
    fill(draft);
    Lesson lesson = read(draft);
    EXPECT_EQ(lesson.pages[1].setup.sequence.file, "/lab/data/own.csv");
    EXPECT_EQ(lesson.pages[1].setup.sequence.columns, own.setup.sequence.columns);
    EXPECT_EQ(lesson.pages[2].setup.sequence.task, "sine");
    // A lesson that lies beside it takes it along.
    draft.nameFilesFrom("/lab");
    EXPECT_THAT(draft.text(), HasSubstr("\"./data/own.csv\""));
    draft.nameFilesFrom("/elsewhere");
    EXPECT_THAT(draft.text(), HasSubstr("\"./data/own.csv\""));
    draft.nameFilesWhole("/elsewhere");
    EXPECT_THAT(draft.text(), HasSubstr("\"/elsewhere/data/own.csv\""));
}

TEST(LessonDraft, TextsAreParagraphs) {
    LessonDraft draft;
    draft.addPage(0, stateOf({}));
    const LessonDraft::Place text{0, "text"}, notes{0, "notes"};
    draft.setWords(text, "en", "  One line\nand its end.\n\n\n \nAnother.  \n");
    EXPECT_EQ(draft.words(text, "en"), "One line and its end.\n\nAnother.");
    EXPECT_THAT(draft.text(), HasSubstr("\"text\": [\"One line and its end.\", \"Another.\"]"));
    draft.setWords({0, "title"}, "en", "A\ntitle");
    EXPECT_EQ(draft.words({0, "title"}, "en"), "A title");
    EXPECT_EQ(draft.words(notes, "en"), "");
    draft.setWords(notes, "en", "Wait.");
    EXPECT_EQ(draft.words(notes, "en"), "Wait.");
    draft.setWords(notes, "en", " ");
    EXPECT_EQ(draft.text().find("notes"), std::string::npos);
    draft.setWords({{}, "summary"}, "en", "Short.");
    EXPECT_EQ(draft.words({{}, "summary"}, "en"), "Short.");
    draft.setWords({{}, "summary"}, "zh_CN", "none of its languages");
    EXPECT_EQ(draft.words({{}, "summary"}, "zh_CN"), "");
}

TEST(LessonDraft, GapsAreFilledToBePlayed) {
    LessonDraft draft;
    draft.addPage(0, stateOf({}));
    draft.addPage(1, stateOf({{"cell", "gru"}}));
    draft.setLanguages({"en", "zh_CN"});
    draft.setQuestion(1, true);
    draft.setWords({0, "text"}, "en", "Words.");
    draft.setChoices(1, "zh_CN", {"", "甲"});
    EXPECT_THAT(problemsOf(draft.text()), HasSubstr("is empty"));
    const LessonDraft whole = draft.withoutGaps();
    const Lesson lesson = read(whole);
    EXPECT_EQ(lesson.title.line("zh_CN"), "…");
    EXPECT_EQ(lesson.pages[0].text.line("en"), "Words.");
    EXPECT_EQ(lesson.pages[0].text.line("zh_CN"), "…");
    EXPECT_EQ(lesson.pages[1].question->choices[0].line("zh_CN"), "…");
    EXPECT_EQ(lesson.pages[1].question->choices[1].line("zh_CN"), "甲");
    EXPECT_TRUE(lesson.pages[0].notes.empty());
    EXPECT_EQ(whole.withoutGaps(), whole);
    // What cannot be read is played as it is typed.
    draft.setWords({0, "text"}, "en", "{f|never *closed* for $5 \\");
    draft.setWords({1, "notes"}, "en", "Wait.");
    const Lesson odd = read(draft.withoutGaps());
    EXPECT_EQ(plainText(odd.pages[0].text.line("en")), "{f|never *closed* for $5 \\");
    EXPECT_EQ(odd.pages[1].notes.line("zh_CN"), "…");
}

TEST(LessonDraft, LanguagesComeAndGo) {
    LessonDraft draft;
    draft.addPage(0, stateOf({}));
    draft.setQuestion(0, true);
    draft.setChoices(0, "en", {"a", "b", "c"});
    draft.setWords({0, "question.text"}, "en", "Which?");
    draft.setWords({0, "question.why"}, "en", "So.");
    fill(draft);
    const LessonDraft before = draft;
    draft.setLanguages({"en", "zh_TW"});
    EXPECT_EQ(draft.words({0, "text"}, "en"), "Words.");
    EXPECT_EQ(draft.words({0, "text"}, "zh_TW"), "");
    EXPECT_THAT(draft.choices(0, "zh_TW"), ElementsAre("", "", ""));
    EXPECT_THAT(problemsOf(draft.text()), HasSubstr("\"title.zh_TW\" is empty"));
    draft.setChoices(0, "zh_TW", {"甲", "乙", "丙"});
    draft.setWords({0, "question.text"}, "zh_TW", "哪一個？");
    draft.setWords({0, "question.why"}, "zh_TW", "因此。");
    fill(draft);
    const Lesson lesson = read(draft);
    EXPECT_EQ(lesson.pages[0].question->choices[2].line("zh_TW"), "丙");
    EXPECT_EQ(lesson.pages[0].question->choices[2].line("en"), "c");
    draft.setLanguages({"zh_TW"});
    EXPECT_EQ(draft.words({0, "question.text"}, "zh_TW"), "哪一個？");
    EXPECT_EQ(read(draft).pages[0].question->why.line("zh_TW"), "因此。");
    draft.setLanguages({"en", "zh_TW"});
    draft.setLanguages({"en"});
    draft.setChoices(0, "en", {"a", "b", "c"});
    EXPECT_EQ(draft.words({0, "text"}, "en"), "");  // it had gone
    draft = before;
    draft.setLanguages({});
    EXPECT_EQ(draft, before);
}

TEST(LessonDraft, QuestionsAndWhatIsPointedAt) {
    LessonDraft draft;
    PageState state = stateOf({{"cell", "lstm"}});
    state.panels = {"gates", "gradients"};
    draft.addPage(0, state);
    fill(draft);
    EXPECT_FALSE(draft.hasQuestion(0));
    EXPECT_THAT(draft.choices(0, "en"), IsEmpty());
    draft.setQuestion(0, true);
    EXPECT_EQ(draft.choices(0, "en").size(), 2U);
    draft.setChoices(0, "en", {"much", "little", "nothing"});
    draft.setAnswer(0, 2);
    draft.setWords({0, "question.text"}, "en", "How much?");
    draft.setWords({0, "question.why"}, "en", "It is gone.");
    const std::vector<LessonTarget> points{{LessonTarget::Kind::Panel, "gates"},
                                           {LessonTarget::Kind::Control, "forget-bias"},
                                           {LessonTarget::Kind::Quantity, "f"}};
    draft.setPoints(0, points);
    draft.setPlays(0, true);
    draft.setId("mine");
    draft.setMinutes(12);
    const Lesson lesson = read(draft);
    EXPECT_EQ(lesson.id, "mine");
    EXPECT_EQ(lesson.minutes, 12);
    EXPECT_EQ(lesson.pages[0].points, points);
    EXPECT_EQ(draft.points(0), points);
    EXPECT_TRUE(lesson.pages[0].plays);
    ASSERT_TRUE(lesson.pages[0].question);
    EXPECT_EQ(lesson.pages[0].question->answer, 2U);
    EXPECT_EQ(draft.answer(0), 2U);
    EXPECT_EQ(lesson.pages[0].question->why.line("en"), "It is gone.");
    draft.setQuestion(0, false);
    draft.setPoints(0, {});
    draft.setPlays(0, false);
    draft.setMinutes(0);
    EXPECT_FALSE(read(draft).pages[0].question);
    EXPECT_EQ(draft.text().find("point"), std::string::npos);
    EXPECT_EQ(draft.text().find("minutes"), std::string::npos);
}

TEST(LessonDraft, ChoicesComeAndGoInEveryLanguage) {
    LessonDraft draft;
    draft.setLanguages({"en", "zh_CN"});
    draft.addPage(0, stateOf({}));
    draft.addChoice(0);  // no question: nothing to choose from
    EXPECT_FALSE(draft.hasQuestion(0));
    draft.setQuestion(0, true);
    draft.addChoice(0);
    draft.setChoices(0, "en", {"a", "b", "c"});
    draft.setChoices(0, "zh_CN", {"甲", "乙", "丙"});
    draft.setAnswer(0, 2);
    draft.removeChoice(0, 0);
    EXPECT_THAT(draft.choices(0, "en"), ElementsAre("b", "c"));
    EXPECT_THAT(draft.choices(0, "zh_CN"), ElementsAre("乙", "丙"));
    EXPECT_EQ(draft.answer(0), 1U);
    draft.removeChoice(0, 7);
    EXPECT_EQ(draft.choices(0, "en").size(), 2U);
    draft.removeChoice(0, 1);
    EXPECT_EQ(draft.answer(0), 0U);
}

TEST(LessonDraft, WhatAHandPutThereStays) {
    const std::string text = lessonWith("\"minutes\": 15", "\"minutes\": 15, \"mine\": [1, {}]");
    auto draft = LessonDraft::fromText(text, "l.json");
    ASSERT_TRUE(draft);
    EXPECT_EQ(nlohmann::json::parse(draft->text()), nlohmann::json::parse(text));
    EXPECT_EQ(LessonDraft::fromText(draft->text(), "l.json").value(), *draft);
    draft->recordPage(0, stateOf({{"cell", "gru"}}));
    draft->setWords({0, "title"}, "en", "Other");
    EXPECT_THAT(draft->text(), HasSubstr("\"mine\": [1, {}]"));
    EXPECT_THAT(draft->text(), HasSubstr("\"measure\": \"gradient-slope\""));
    EXPECT_EQ(draft->words({0, "title"}, "zh_TW"), "一個閘");
}

TEST(LessonDraft, OwnLessonsAreNotChangedByBeingOpened) {
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(RNNSCOPE_RESOURCES "/lessons")) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".json" || name.starts_with("lesson.schema"))
            continue;
        std::ifstream file(entry.path());
        std::stringstream text;
        text << file.rdbuf();
        const auto draft = LessonDraft::fromText(text.str(), name);
        ASSERT_TRUE(draft) << name;
        EXPECT_EQ(nlohmann::ordered_json::parse(draft->text()),
                  nlohmann::ordered_json::parse(text.str()))
            << name;
        ++seen;
    }
    EXPECT_EQ(seen, 12);
}

/// Everything that the editor does, to all of it.
void workAt(LessonDraft& draft) {
    const PageState state = stateOf({{"cell", "gru"}});
    const auto words = [&](const LessonDraft::Place& place) {
        for (const std::string& language : draft.languages()) {
            (void)draft.words(place, language);
            draft.setWords(place, language, "Words.");
        }
    };
    draft.nameFilesFrom("/lab");
    draft.nameFilesWhole("/lab");
    words({{}, "title"});
    words({{}, "summary"});
    (void)draft.minutes();
    (void)draft.id();
    for (std::size_t k = 0; k < draft.pageCount(); ++k) {
        for (const char* field : {"title", "text", "notes", "question.text", "question.why"})
            words({k, field});
        draft.addChoice(k);
        draft.setChoices(k, draft.languages().front(), {"a", "b", "c"});
        draft.removeChoice(k, 0);
        draft.setAnswer(k, 1);
        (void)draft.plays(k);
        (void)draft.points(k);
        (void)draft.panels(k);
        draft.setPoints(k, draft.points(k));
        draft.recordPage(k, state);
    }
    draft.setLanguages({"en", "zh_CN"});
    draft.addPage(1, state);
    draft.movePage(0, 1);
    (void)draft.withoutGaps().text();
    draft.removePage(0);
}

TEST(LessonDraft, WhateverStandsInAFieldItCanBeWorkedAt) {
    const auto whole = nlohmann::ordered_json::parse(fullLesson);
    const auto fields = whole.flatten();
    int tried = 0;
    for (const auto& field : fields.items())
        for (std::string at = field.key(); !at.empty(); at = at.substr(0, at.rfind('/')))
            for (const char* value :
                 {"null", "3", "-1", "\"x\"", "[]", "{}", "[3]", "[[]]", "true"}) {
                auto broken = whole;
                broken[nlohmann::ordered_json::json_pointer(at)] =
                    nlohmann::ordered_json::parse(value);
                auto draft = LessonDraft::fromText(broken.dump(), "l.json");
                if (!draft)
                    continue;
                ++tried;
                EXPECT_NO_THROW(workAt(*draft)) << at << " = " << value;
                EXPECT_FALSE(draft->text().empty());
            }
    EXPECT_GT(tried, 500);
}

TEST(LessonDraft, WhatIsNoLessonIsRefused) {
    const auto refused = [](const std::string& text) {
        const auto draft = LessonDraft::fromText(text, "l.json");
        return draft ? std::string("taken") : draft.error().text();
    };
    EXPECT_THAT(refused(""), HasSubstr("l.json:1:1: is not JSON"));
    EXPECT_THAT(refused("{}"), HasSubstr("\"format\": \"rnnscope-lesson\""));
    EXPECT_THAT(refused(R"({"format": "rnnscope-lesson", "version": 9})"), HasSubstr("version 9"));
    const std::string head = R"({"format": "rnnscope-lesson", "version": 1, "pages": )";
    EXPECT_THAT(refused(head + "3}"), HasSubstr("\"pages\" is no list of objects"));
    EXPECT_THAT(refused(head + "[3]}"), HasSubstr("\"pages\" is no list of objects"));
    EXPECT_EQ(refused(head + "[{}]}"), "taken");
}

}  // namespace
}  // namespace rnnscope
