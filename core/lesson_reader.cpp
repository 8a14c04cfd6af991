// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_reader.h"

#include <algorithm>

#include "core/json_fields.h"
#include "core/lesson_fields.h"
#include "core/lesson_text.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostProblems = 100;

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

std::string LessonReader::located(const std::string& message) const {
    return where_.empty() ? message : Sentence::tr("%1: %2", where_, message);
}

std::string LessonReader::kindOf(const Json& value) {
    if (const auto* text = value.get_ptr<const std::string*>())
        return text->empty() ? Sentence::tr("empty") : shown(*text);
    if (value.is_number() || value.is_boolean())
        return value.dump();
    if (value.is_null())
        return "null";
    if (value.empty())
        return value.is_array() ? Sentence::tr("an empty list") : Sentence::tr("an empty object");
    return value.is_array() ? Sentence::tr("a list") : Sentence::tr("an object");
}

void LessonReader::problem(const std::string& pointer, const std::string& message) {
    if (result_.problems.size() < mostProblems)
        result_.problems.push_back(Error{located(message), file_, line(pointer)});
}

void LessonReader::mismatch(const LessonPlace& place, const std::string& field,
                            const std::string& needed) {
    problem(place.pointer,
            Sentence::tr("\"%1\" is %2; %3 is needed", field, kindOf(place.value), needed));
}

void LessonReader::warn(const std::string& pointer, const std::string& message) {
    if (result_.warnings.size() < mostProblems)
        result_.warnings.push_back(Error{located(message), file_, line(pointer)}.text());
}

void LessonReader::warnOfRepeated() {
    for (const std::string& pointer : lines_.repeated())
        warn(pointer, Sentence::tr("field %1 is given twice; the later one counts",
                                   shown(pointer.substr(pointer.rfind('/') + 1))));
}

void LessonReader::warnOfUnknown(const LessonPlace& object, std::span<const std::string_view> known,
                                 const std::string& prefix) {
    for (const auto& item : object.value.items())
        if (std::find(known.begin(), known.end(), item.key()) == known.end())
            warn(pointerTo(object.pointer, item.key()),
                 Sentence::tr("unknown field %1 is left out", shown(prefix + item.key())));
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
        problem(object.pointer, Sentence::tr("\"%1\" is missing; %2 is needed", field, needed));
    return place;
}

bool LessonReader::isObject(const LessonPlace& place, const std::string& field) {
    if (!place.value.is_object())
        mismatch(place, field, Sentence::tr("an object"));
    return place.value.is_object();
}

std::vector<LessonPlace> LessonReader::list(const LessonPlace& place, const std::string& field,
                                            std::size_t least, std::size_t most,
                                            const std::string& of) {
    std::vector<LessonPlace> items;
    if (!place.value.is_array()) {
        mismatch(place, field, Sentence::tr("a list of %1", of));
        return items;
    }
    const std::size_t size = place.value.size();
    if (size < least || size > most)
        problem(place.pointer, Sentence::tr("\"%1\" holds %2; %3 to %4 %5 are possible", field,
                                            size, least, most, of));
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
    mismatch(*place, std::string(field), Sentence::tr("true or false"));
    return false;
}

void LessonReader::paragraph(const LessonPlace& place, const std::string& field,
                             std::vector<std::string>& into) {
    if (!place.value.is_string() || place.value.get_ref<const std::string&>().empty()) {
        mismatch(place, field, Sentence::tr("a text"));
        return;
    }
    into.push_back(place.value.get<std::string>());
    if (const auto marked = markedText(into.back()); !marked)
        problem(place.pointer, Sentence::tr("\"%1\": %2", field, marked.error().message));
}

std::vector<std::string> LessonReader::paragraphs(const LessonPlace& place,
                                                  const std::string& field, Extent extent) {
    std::vector<std::string> all;
    if (extent == Extent::Line || place.value.is_string()) {
        paragraph(place, field, all);
        return all;
    }
    if (!place.value.is_array()) {
        mismatch(place, field, Sentence::tr("a text, or a list of paragraphs,"));
        return all;
    }
    for (const LessonPlace& each :
         list(place, field, 1, mostParagraphs, Sentence::tr("paragraphs")))
        paragraph(each, field, all);
    return all;
}

LessonText LessonReader::text(const LessonPlace& place, const std::string& field, Extent extent) {
    std::map<std::string, std::vector<std::string>, std::less<>> words;
    if (!place.value.is_object()) {
        words[languages_.front()] = paragraphs(place, field, extent);
        if (languages_.size() > 1)
            problem(place.pointer, Sentence::tr("\"%1\" is %2 in no language; {\"%3\": …, \"%4\": "
                                                "…} is needed where a lesson has several languages",
                                                field, kindOf(place.value), languages_.front(),
                                                languages_.back()));
        return LessonText(std::move(words));
    }
    for (const auto& item : place.value.items()) {
        const LessonPlace each{item.value(), pointerTo(place.pointer, item.key())};
        if (!isLanguage(item.key()))
            problem(each.pointer,
                    Sentence::tr("\"%1\" names an unknown language %2; there are %3", field,
                                 shown(item.key()), joined({languages.begin(), languages.end()})));
        else if (!isIn(languages_, item.key()))
            problem(each.pointer,
                    Sentence::tr("\"%1\" is in %2, which is none of the lesson's languages; add it "
                                 "to \"languages\", or leave it out",
                                 field, item.key()));
        else
            words[item.key()] = paragraphs(each, field + "." + item.key(), extent);
    }
    for (const std::string& language : languages_)
        if (!words.contains(language))
            problem(place.pointer, Sentence::tr("\"%1\" lacks %2; every text is needed in %3",
                                                field, language, joined(languages_)));
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

LessonText LessonReader::needText(const LessonPlace& object, std::string_view field, Extent extent,
                                  const std::string& within) {
    const auto place = need(object, field, Sentence::tr("a text"));
    return place ? text(*place, within + std::string(field), extent) : LessonText();
}

}  // namespace rnnscope
