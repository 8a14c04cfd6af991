// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_file.h"
#include "core/lesson.h"
#include "core/result.h"
#include "core/setup.h"

namespace rnnscope {

/// What the window shows, to be recorded as a page of a lesson.
struct PageState {
    Setup setup;  ///< files are named by whole paths
    int update = 0;
    DocumentView view;  ///< its layout is left out
    std::vector<std::string> panels;
    std::map<std::string, std::string> switches;  ///< but those that are as at the start
};

/// A lesson that is being written. Keeps its JSON with all that was put there by hand, claims and
/// unknown fields too, so that what is edited here and there stays one file. Need not be a sound
/// lesson: readLesson() of its text tells what is still wrong.
class LessonDraft {
  public:
    /// Where a text stands: of a page (from 0), or of the lesson where there is none.
    struct Place {
        std::optional<std::size_t> page;
        /// "title", "summary", "text", "notes", "question.text" or "question.why".
        std::string_view field;
    };

    /// In English and without pages.
    LessonDraft();
    /// As it stands in a file. An error where it is no lesson's JSON, or its pages are no list of
    /// objects.
    static Result<LessonDraft> fromText(const std::string& text, const std::string& file);

    /// For a file: two spaces a level, what is short in one line.
    std::string text() const;

    std::vector<std::string> languages() const;
    /// Texts of languages that are new are empty at first; of those taken away they go.
    void setLanguages(const std::vector<std::string>& languages);

    std::string id() const;
    void setId(const std::string& id);
    int minutes() const;  ///< 0: not said
    void setMinutes(int minutes);

    /// Paragraphs with an empty line between them; empty where there is no such text.
    std::string words(const Place& place, std::string_view language) const;
    /// The same for those fields that are a line takes line breaks for blanks. An optional text
    /// that is empty in every language goes.
    void setWords(const Place& place, std::string_view language, const std::string& words);

    std::size_t pageCount() const;
    /// A page before the one of this number, or at the end. The first page's setup becomes the
    /// lesson's; others set what is different from it.
    void addPage(std::size_t at, const PageState& state);
    /// Its texts, its question and its claims stay.
    void recordPage(std::size_t page, const PageState& state);
    void movePage(std::size_t from, std::size_t to);
    void removePage(std::size_t page);

    bool plays(std::size_t page) const;
    void setPlays(std::size_t page, bool plays);
    std::vector<LessonTarget> points(std::size_t page) const;
    void setPoints(std::size_t page, const std::vector<LessonTarget>& points);
    std::vector<std::string> panels(std::size_t page) const;

    bool hasQuestion(std::size_t page) const;
    /// With two choices to be filled in, or none any more.
    void setQuestion(std::size_t page, bool asks);
    std::vector<std::string> choices(std::size_t page, std::string_view language) const;
    /// Other languages get as many; theirs stay as far as there are some.
    void setChoices(std::size_t page, std::string_view language,
                    const std::vector<std::string>& choices);
    /// One more at the end, or one less, in every language; the answer stays the same one.
    void addChoice(std::size_t page);
    void removeChoice(std::size_t page, std::size_t choice);
    std::size_t answer(std::size_t page) const;  ///< from 0
    void setAnswer(std::size_t page, std::size_t answer);

    /// Every file that the lesson names, in another way.
    void renameFiles(const std::function<std::string(const std::string&)>& rename);
    /// Files inside the folder of the lesson are named from there ("./…").
    void nameFilesFrom(const std::string& folder);
    /// Those that are named so are named by whole paths.
    void nameFilesWhole(const std::string& folder);
    /// The same with "…" for every text that is still to be written, and marks that cannot be read
    /// as they are typed, so that it can be played.
    LessonDraft withoutGaps() const;

    bool operator==(const LessonDraft&) const = default;

  private:
    using Json = nlohmann::ordered_json;

    Json& page(std::size_t page) { return json_["pages"][page]; }
    const Json& page(std::size_t page) const { return json_["pages"][page]; }
    const Json* find(const Place& place) const;
    std::string wordsIn(const Json& text, std::string_view language) const;
    Json textOf(const std::vector<std::string>& words, bool line) const;
    std::vector<std::string> wordsOf(const Json& text) const;

    Json json_;
};

}  // namespace rnnscope
