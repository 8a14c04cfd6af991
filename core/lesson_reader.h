// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_lines.h"
#include "core/lesson.h"

namespace rnnscope {

/// A value of a lesson's file, and where it is.
struct LessonPlace {
    const nlohmann::json& value;
    std::string pointer;
};

/// How a lesson's fields are read: what is wrong is noted, with its line, and reading goes on with
/// something harmless, so that an author is told of everything at once.
class LessonReader {
  public:
    LessonReader(const std::string& text, const std::string& file, LessonReading& result)
        : file_(file), lines_(text), result_(result) {}

    const std::string& file() const { return file_; }
    std::size_t line(const std::string& pointer) const { return lines_.at(pointer); }
    bool sound() const { return result_.problems.empty(); }

    /// Goes before messages from now on, with a colon: "page 3". Nothing where it is empty.
    void setWhere(const std::string& where) { where_ = where; }
    void setLanguages(std::vector<std::string> ids) { languages_ = std::move(ids); }

    void problem(const std::string& pointer, const std::string& message);
    /// "FIELD" is this or that; NEEDED is needed.
    void mismatch(const LessonPlace& place, const std::string& field, const std::string& needed);
    void warn(const std::string& pointer, const std::string& message);
    void warnOfRepeated();
    /// Fields that are not among the known ones; `prefix` goes before their names, as "at.".
    void warnOfUnknown(const LessonPlace& object, std::span<const std::string_view> known,
                       const std::string& prefix = "");

    /// The field, if it is there.
    static std::optional<LessonPlace> find(const LessonPlace& object, std::string_view field);
    /// The field; noted where it is missing.
    std::optional<LessonPlace> need(const LessonPlace& object, std::string_view field,
                                    const std::string& needed);
    /// Noted where the value is none.
    bool isObject(const LessonPlace& place, const std::string& field);
    /// Its items; noted where it is none, or holds too few or too many.
    std::vector<LessonPlace> list(const LessonPlace& place, const std::string& field,
                                  std::size_t least, std::size_t most, const std::string& of);
    std::optional<std::string> word(const LessonPlace& place, const std::string& field,
                                    const std::string& needed);
    std::optional<std::int64_t> whole(const LessonPlace& place, const std::string& field,
                                      std::int64_t least, std::int64_t most);
    bool truth(const LessonPlace& object, std::string_view field);

    enum class Extent { Line, Paragraphs };
    /// In all languages of the lesson, with marks that are closed.
    LessonText text(const LessonPlace& place, const std::string& field, Extent extent);
    /// The same, but a text alone is in the lesson's first language.
    LessonText note(const LessonPlace& place, const std::string& field);
    /// A field of that kind; noted where it is missing.
    /// `within` goes before its name, as "question.".
    LessonText needText(const LessonPlace& object, std::string_view field, Extent extent,
                        const std::string& within = "");

  private:
    std::string located(const std::string& message) const;
    /// What a value is, in a message.
    static std::string kindOf(const nlohmann::json& value);
    std::vector<std::string> paragraphs(const LessonPlace& place, const std::string& field,
                                        Extent extent);
    void paragraph(const LessonPlace& place, const std::string& field,
                   std::vector<std::string>& into);

    const std::string& file_;
    JsonLines lines_;
    LessonReading& result_;
    std::string where_;
    std::vector<std::string> languages_{"en"};
};

/// "en, zh_CN"
std::string joined(const std::vector<std::string>& words);

}  // namespace rnnscope
