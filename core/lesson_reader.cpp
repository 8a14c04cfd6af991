// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_reader.h"

#include <algorithm>

#include "core/json_fields.h"
#include "core/lesson_fields.h"
#include "core/lesson_text.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostProblems = 100;

std::string inQuotes(std::string_view field) {
    return '"' + std::string(field) + '"';
}

/// What a value is, in a message.
std::string kindOf(const Json& value) {
    if (value.is_string())
        return value.get_ref<const std::string&>().empty()
                   ? "empty"
                   : shown(value.get_ref<const std::string&>());
    if (value.is_number() || value.is_boolean())
        return value.dump();
    if (value.is_null())
        return "null";
    if (value.empty())
        return value.is_array() ? "an empty list" : "an empty object";
    return value.is_array() ? "a list" : "an object";
}

bool isIn(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isLanguage(std::string_view id) {
    return std::find(languages.begin(), languages.end(), id) != languages.end();
}

}  // namespace

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

void LessonReader::problem(const std::string& pointer, const std::string& message) {
    if (result_.problems.size() < mostProblems)
        result_.problems.push_back(Error{where_ + message, file_, line(pointer)});
}

void LessonReader::mismatch(const LessonPlace& place, const std::string& field,
                            const std::string& needed) {
    problem(place.pointer,
            inQuotes(field) + " is " + kindOf(place.value) + "; " + needed + " is needed");
}

void LessonReader::warn(const std::string& pointer, const std::string& message) {
    if (result_.warnings.size() < mostProblems)
        result_.warnings.push_back(Error{where_ + message, file_, line(pointer)}.text());
}

void LessonReader::warnOfRepeated() {
    for (const std::string& pointer : lines_.repeated())
        warn(pointer, "field " + shown(pointer.substr(pointer.rfind('/') + 1)) +
                          " is given twice; the later one counts");
}

void LessonReader::warnOfUnknown(const LessonPlace& object, std::span<const std::string_view> known,
                                 const std::string& prefix) {
    for (const auto& item : object.value.items())
        if (std::find(known.begin(), known.end(), item.key()) == known.end())
            warn(pointerTo(object.pointer, item.key()),
                 "unknown field " + shown(prefix + item.key()) + " is left out");
}

std::optional<LessonPlace> LessonReader::find(const LessonPlace& object, std::string_view field) {
    const auto found = object.value.find(std::string(field));
    if (found == object.value.end())
        return std::nullopt;
    return LessonPlace{*found, pointerTo(object.pointer, field)};
}

std::optional<LessonPlace> LessonReader::need(const LessonPlace& object, std::string_view field,
                                              const std::string& needed) {
    auto place = find(object, field);
    if (!place)
        problem(object.pointer, inQuotes(field) + " is missing; " + needed + " is needed");
    return place;
}

bool LessonReader::isObject(const LessonPlace& place, const std::string& field) {
    if (!place.value.is_object())
        mismatch(place, field, "an object");
    return place.value.is_object();
}

std::vector<LessonPlace> LessonReader::list(const LessonPlace& place, const std::string& field,
                                            std::size_t least, std::size_t most,
                                            const std::string& of) {
    std::vector<LessonPlace> items;
    if (!place.value.is_array()) {
        mismatch(place, field, "a list of " + of);
        return items;
    }
    const std::size_t size = place.value.size();
    if (size < least || size > most)
        problem(place.pointer, inQuotes(field) + " holds " + std::to_string(size) + "; " +
                                   std::to_string(least) + " to " + std::to_string(most) + " " +
                                   of + " are possible");
    items.reserve(std::min(size, most));
    for (std::size_t k = 0; k < std::min(size, most); ++k)
        items.push_back({place.value[k], pointerTo(place.pointer, k)});
    return items;
}

std::optional<std::string> LessonReader::word(const LessonPlace& place, const std::string& field,
                                              const std::string& needed) {
    if (!place.value.is_string()) {
        mismatch(place, field, needed);
        return std::nullopt;
    }
    return place.value.get<std::string>();
}

std::optional<std::int64_t> LessonReader::whole(const LessonPlace& place, const std::string& field,
                                                std::int64_t least, std::int64_t most) {
    const auto number = wholeNumber(place.value, least, most);
    if (!number)
        mismatch(place, field, wholeNumberFrom(least, most));
    return number;
}

bool LessonReader::truth(const LessonPlace& object, std::string_view field) {
    const auto place = find(object, field);
    if (!place)
        return false;
    if (place->value.is_boolean())
        return place->value.get<bool>();
    mismatch(*place, std::string(field), "true or false");
    return false;
}

void LessonReader::paragraph(const LessonPlace& place, const std::string& field,
                             std::vector<std::string>& into) {
    if (!place.value.is_string() || place.value.get_ref<const std::string&>().empty()) {
        mismatch(place, field, "a text");
        return;
    }
    into.push_back(place.value.get<std::string>());
    if (const auto marked = markedText(into.back()); !marked)
        problem(place.pointer, inQuotes(field) + ": " + marked.error().message);
}

std::vector<std::string> LessonReader::paragraphs(const LessonPlace& place,
                                                  const std::string& field, Extent extent) {
    std::vector<std::string> all;
    if (extent == Extent::Line || place.value.is_string()) {
        paragraph(place, field, all);
        return all;
    }
    if (!place.value.is_array()) {
        mismatch(place, field, "a text, or a list of paragraphs,");
        return all;
    }
    for (const LessonPlace& each : list(place, field, 1, mostParagraphs, "paragraphs"))
        paragraph(each, field, all);
    return all;
}

LessonText LessonReader::text(const LessonPlace& place, const std::string& field, Extent extent) {
    std::map<std::string, std::vector<std::string>, std::less<>> words;
    if (!place.value.is_object()) {
        words[languages_.front()] = paragraphs(place, field, extent);
        if (languages_.size() > 1)
            problem(place.pointer, inQuotes(field) + " is " + kindOf(place.value) +
                                       " in no language; {\"" + languages_.front() + "\": …, \"" +
                                       languages_.back() +
                                       "\": …} is needed where a lesson has several languages");
        return LessonText(std::move(words));
    }
    for (const auto& item : place.value.items()) {
        const LessonPlace each{item.value(), pointerTo(place.pointer, item.key())};
        if (!isLanguage(item.key()))
            problem(each.pointer, inQuotes(field) + " names an unknown language " +
                                      shown(item.key()) + "; there are " +
                                      joined({languages.begin(), languages.end()}));
        else if (!isIn(languages_, item.key()))
            problem(each.pointer, inQuotes(field) + " is in " + item.key() +
                                      ", which is none of the lesson's languages; add it to "
                                      "\"languages\", or leave it out");
        else
            words[item.key()] = paragraphs(each, field + "." + item.key(), extent);
    }
    for (const std::string& language : languages_)
        if (!words.contains(language))
            problem(place.pointer, inQuotes(field) + " lacks " + language +
                                       "; every text is needed in " + joined(languages_));
    return LessonText(std::move(words));
}

LessonText LessonReader::note(const LessonPlace& place, const std::string& field) {
    if (place.value.is_object() && place.value.size() != 1)
        return text(place, field, Extent::Line);
    // In one language, named or not.
    if (place.value.is_object()) {
        const auto item = place.value.items().begin();
        if (!isIn(languages_, item.key()))
            return text(place, field, Extent::Line);
        std::vector<std::string> words;
        paragraph({item.value(), pointerTo(place.pointer, item.key())}, field + "." + item.key(),
                  words);
        return LessonText({{item.key(), words}});
    }
    std::vector<std::string> words;
    paragraph(place, field, words);
    return LessonText({{languages_.front(), words}});
}

LessonText LessonReader::needText(const LessonPlace& object, std::string_view field,
                                  Extent extent) {
    const auto place = need(object, field, "a text");
    return place ? text(*place, std::string(field), extent) : LessonText();
}

}  // namespace rnnscope
