// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_file.h"
#include "core/json_text.h"
#include "core/lesson_measures.h"
#include "core/result.h"
#include "core/setup.h"

namespace rnnscope {

/// The languages of the program and of its own lessons; the first is the one that is fallen back
/// on.
inline constexpr std::array<std::string_view, 3> languages{"en", "zh_CN", "zh_TW"};

/// Paragraphs in each language that a lesson has; of a title or a choice, one. What is within them
/// is read by markedText(), lesson_text.h.
class LessonText {
  public:
    LessonText() = default;
    explicit LessonText(std::map<std::string, std::vector<std::string>, std::less<>> words)
        : words_(std::move(words)) {}

    /// In this language, else in the first of `languages` that there is. Empty where there is none.
    const std::vector<std::string>& in(std::string_view language) const;
    /// The first paragraph, or nothing.
    std::string line(std::string_view language) const;
    bool empty() const { return words_.empty(); }

    bool operator==(const LessonText&) const = default;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

/// What is drawn in a colour of its own and is no quantity of a cell.
inline constexpr std::array<std::string_view, 4> drawnBeside{"input", "output", "target",
                                                             "gradient"};

/// What a page points at; the window draws a ring around it and dims the rest.
struct LessonTarget {
    enum class Kind {
        Panel,    ///< id of a panel
        Control,  ///< id of a control of the window, see LessonNames::controls
        /// Id of a quantity of the page's cell, or one of drawnBeside: "f" lights up wherever it is
        /// drawn.
        Quantity,
    };
    Kind kind = Kind::Panel;
    std::string id;

    bool operator==(const LessonTarget&) const = default;
};

/// Predict, then reveal.
struct LessonQuestion {
    LessonText text;
    std::vector<LessonText> choices;  ///< two or more
    std::size_t answer = 0;           ///< the right one, from 0
    LessonText why;                   ///< shown with the answer
};

/// Something a page says that can be measured: for every seed the measure lies within a range.
struct LessonClaim {
    LessonText says;      ///< in the lesson's first language, or in all of them
    std::string measure;  ///< id in the table of measures, see lesson_measures.h
    ClaimOptions with;    ///< the measure's own options that are given
    Setup setup;          ///< the page's, with what the claim itself sets
    std::vector<std::uint64_t> seeds;
    double from = 0;
    double to = 0;
    std::size_t line = 0;  ///< in the lesson's file, from 1
};

struct LessonPage {
    LessonText title;
    LessonText text;
    LessonText notes;  ///< for who presents it, not for the class; may be missing
    Setup setup;       ///< the lesson's, with what the page itself sets; its files are not read yet
    int update = 0;    ///< updates taken before it is shown
    DocumentView view;                ///< where the playhead stands; its layout is empty
    bool plays = false;               ///< goes on from there by itself
    std::vector<std::string> panels;  ///< shown, all others hidden; empty: those of a fresh start
    /// What is switched within panels: ids of switches and their places.
    std::map<std::string, std::string> switches;
    std::vector<LessonTarget> points;
    std::optional<LessonQuestion> question;
    std::vector<LessonClaim> claims;
    std::size_t line = 0;  ///< in the lesson's file, from 1
};

/// What a gallery shows of a lesson: a panel with the numbers of a page.
struct LessonPicture {
    std::size_t page = 0;  ///< from 0
    std::string panel;     ///< id of it
};

struct Lesson {
    std::string id;                      ///< of letters, digits and hyphens
    std::string file;                    ///< where it was read
    std::vector<std::string> languages;  ///< that all its texts have
    LessonText title;
    LessonText summary;  ///< one sentence
    int minutes = 0;
    LessonPicture
        picture;  ///< where none is named: the first panel of the first page, if it names any
    std::vector<LessonPage> pages;  ///< one or more
};

/// A switch within a panel, and the words for its places.
struct LessonSwitchNames {
    std::string_view id;
    std::span<const std::string_view> words;
};

/// What a lesson may name of the window.
struct LessonNames {
    std::span<const std::string_view> panels;
    std::span<const std::string_view> controls;
    std::span<const LessonSwitchNames> switches;
};

inline constexpr JsonKind lessonKind{"rnnscope-lesson", 1, "a lesson"};
inline constexpr std::size_t mostLessonPages = 100;
inline constexpr std::size_t mostLessonBytes = std::size_t{1} << 24;

/// What a file of a lesson turned out to be.
struct LessonReading {
    std::optional<Lesson> lesson;  ///< absent where there are problems
    /// Up to a hundred, in the order in which they were met; each with the line where it stands, as
    /// far as there is one, and what would be right.
    std::vector<Error> problems;
    /// "FILE:LINE: unknown field …", one a line.
    std::vector<std::string> warnings;
};

/// A lesson from its JSON (resources/lessons/README.md). What is wrong is named with the line where
/// it stands and what would be right: no JSON, a newer version, a missing field, a value of another
/// kind or out of range, a text that lacks one of the lesson's languages, a setup that is refused,
/// a panel, control, quantity or measure that there is not, an update without a target. Unknown
/// fields are warned of. Reads no other file, so that a setup that names one is not checked as a
/// whole.
LessonReading readLesson(const std::string& text, const std::string& file,
                         const LessonNames& names);

/// The same for whom the first problem is enough.
Result<Lesson> lessonFromJson(const std::string& text, const std::string& file,
                              const LessonNames& names, std::vector<std::string>& warnings);

}  // namespace rnnscope
