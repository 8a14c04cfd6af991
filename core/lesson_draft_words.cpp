// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a lesson that is being written, in its languages.
#include <algorithm>
#include <map>
#include <span>

#include "core/json_write.h"
#include "core/lesson_draft.h"
#include "core/lesson_fields.h"
#include "core/lesson_text.h"
#include "core/scan.h"

namespace rnnscope {
namespace {

bool isOptional(std::string_view field) {
    return field == "summary" || field == "notes";
}

bool isLine(std::string_view field) {
    return field == "title" || field == "summary";
}

/// What stands between empty lines; line breaks within are blanks.
std::vector<std::string> paragraphsOf(const std::string& words) {
    std::vector<std::string> all;
    std::string now;
    const auto close = [&] {
        if (const auto paragraph = trimmed(now); !paragraph.empty())
            all.emplace_back(paragraph);
        now.clear();
    };
    std::size_t at = 0;
    while (at <= words.size()) {
        const std::size_t end = std::min(words.find('\n', at), words.size());
        const auto line = trimmed(std::string_view(words).substr(at, end - at));
        if (line.empty())
            close();
        else
            now.append(now.empty() ? "" : " ").append(line);
        at = end + 1;
    }
    close();
    return all;
}

std::string inOneLine(const std::string& words) {
    std::string line;
    for (const std::string& each : paragraphsOf(words))
        line += (line.empty() ? "" : " ") + each;
    return line;
}

/// What can be played of a text; the same where all of it can.
std::string playable(const std::string& words) {
    if (trimmed(words).empty())
        return "…";
    if (markedText(words))
        return words;
    std::string plain;
    for (const char c : words) {
        if (std::string_view("*$\\{").find(c) != std::string_view::npos)
            plain += '\\';
        plain += c;
    }
    return markedText(plain) ? plain : "…";
}

}  // namespace

std::vector<std::string> LessonDraft::languages() const {
    std::vector<std::string> all;
    if (const auto found = json_.find("languages"); found != json_.end() && found->is_array())
        for (const Json& each : *found)
            if (each.is_string())
                all.push_back(each.get<std::string>());
    if (all.empty())
        all.emplace_back(rnnscope::languages.front());
    return all;
}

/// In one language; where there are no names of languages, in the first.
std::string LessonDraft::wordsIn(const Json& text, std::string_view language) const {
    const Json* own = &text;
    if (text.is_object()) {
        const auto found = text.find(std::string(language));
        if (found == text.end())
            return {};
        own = &*found;
    } else if (languages().front() != language) {
        return {};
    }
    if (own->is_string())
        return own->get<std::string>();
    std::string words;
    if (own->is_array())
        for (const Json& paragraph : *own)
            if (paragraph.is_string())
                words += (words.empty() ? "" : "\n\n") + paragraph.get<std::string>();
    return words;
}

/// In all languages, in their order.
std::vector<std::string> LessonDraft::wordsOf(const Json& text) const {
    std::vector<std::string> all;
    for (const std::string& language : languages())
        all.push_back(wordsIn(text, language));
    return all;
}

/// Words in all languages as a field holds them.
auto LessonDraft::textOf(const std::vector<std::string>& words, bool line) const -> Json {
    const auto all = languages();
    Json text = Json::object();
    for (std::size_t k = 0; k < all.size(); ++k) {
        const auto paragraphs = paragraphsOf(words[k]);
        if (line || paragraphs.size() < 2)
            text[all[k]] = inOneLine(words[k]);
        else
            text[all[k]] = paragraphs;
    }
    return all.size() == 1 ? text.begin().value() : text;
}

auto LessonDraft::find(const Place& place) const -> const Json* {
    const Json* object = place.page ? &page(*place.page) : &json_;
    std::string_view field = place.field;
    if (const std::size_t dot = field.find('.'); dot != std::string_view::npos) {
        const auto found = object->find(std::string(field.substr(0, dot)));
        if (found == object->end() || !found->is_object())
            return nullptr;
        object = &*found;
        field = field.substr(dot + 1);
    }
    const auto found = object->find(std::string(field));
    return found == object->end() ? nullptr : &*found;
}

std::string LessonDraft::words(const Place& place, std::string_view language) const {
    const Json* text = find(place);
    return text ? wordsIn(*text, language) : std::string();
}

void LessonDraft::setWords(const Place& place, std::string_view language,
                           const std::string& words) {
    const auto all = languages();
    const auto at = std::find(all.begin(), all.end(), language);
    if (at == all.end())
        return;
    const Json* before = find(place);
    auto every = before ? wordsOf(*before) : std::vector<std::string>(all.size());
    every[std::size_t(at - all.begin())] = words;
    const bool empty = std::all_of(every.begin(), every.end(),
                                   [](const std::string& each) { return trimmed(each).empty(); });
    const bool question = place.field.starts_with("question.");
    Json& object = place.page ? page(*place.page) : json_;
    if (question && (!place.page || !hasQuestion(*place.page)))
        return;
    const std::string_view field = question ? place.field.substr(9) : place.field;
    Json& holder = question ? object["question"] : object;
    if (empty && isOptional(field))
        holder.erase(std::string(field));
    else
        putInOrder(holder,
                   question     ? std::span<const std::string_view>(questionFields)
                   : place.page ? std::span<const std::string_view>(pageFields)
                                : std::span<const std::string_view>(lessonFields),
                   field, textOf(every, isLine(field)));
}

void LessonDraft::setLanguages(const std::vector<std::string>& chosen) {
    if (chosen.empty())
        return;
    // All texts as they are, to be written again in the languages that there are then.
    struct Held {
        Place place;
        std::map<std::string, std::string> words;
    };
    std::vector<Held> texts;
    std::vector<std::vector<std::map<std::string, std::string>>> answers(pageCount());
    const auto before = languages();
    const auto hold = [&](const Place& place) {
        if (!find(place))
            return;
        Held held{place, {}};
        for (const std::string& each : before)
            held.words[each] = words(place, each);
        texts.push_back(std::move(held));
    };
    hold({{}, "title"});
    hold({{}, "summary"});
    for (std::size_t k = 0; k < pageCount(); ++k) {
        for (const char* field : {"title", "text", "notes", "question.text", "question.why"})
            hold({k, field});
        for (const std::string& each : before) {
            const auto all = choices(k, each);
            answers[k].resize(std::max(answers[k].size(), all.size()));
            for (std::size_t c = 0; c < all.size(); ++c)
                answers[k][c][each] = all[c];
        }
    }
    putInOrder(json_, lessonFields, "languages", chosen);
    for (const Held& held : texts) {
        std::vector<std::string> words;
        words.reserve(chosen.size());
        for (const std::string& each : chosen)
            words.push_back(held.words.contains(each) ? held.words.at(each) : std::string());
        const bool question = held.place.field.starts_with("question.");
        const std::string field(question ? held.place.field.substr(9) : held.place.field);
        Json& object = held.place.page ? page(*held.place.page) : json_;
        (question ? object["question"] : object)[field] = textOf(words, isLine(field));
    }
    for (std::size_t k = 0; k < pageCount(); ++k)
        for (std::size_t c = 0; c < answers[k].size(); ++c) {
            std::vector<std::string> words;
            words.reserve(chosen.size());
            for (const std::string& each : chosen)
                words.push_back(answers[k][c].contains(each) ? answers[k][c].at(each) : "");
            page(k)["question"]["choices"][c] = textOf(words, true);
        }
}

LessonDraft LessonDraft::withoutGaps() const {
    LessonDraft whole = *this;
    const auto fill = [&](const Place& place) {
        for (const std::string& language : languages())
            if (const auto words = whole.words(place, language); playable(words) != words)
                whole.setWords(place, language, playable(words));
    };
    fill({{}, "title"});
    if (json_.contains("summary"))
        fill({{}, "summary"});
    for (std::size_t k = 0; k < pageCount(); ++k) {
        fill({k, "title"});
        fill({k, "text"});
        if (page(k).contains("notes"))
            fill({k, "notes"});
        if (!hasQuestion(k))
            continue;
        fill({k, "question.text"});
        fill({k, "question.why"});
        for (const std::string& language : languages()) {
            auto words = choices(k, language);
            for (std::string& each : words)
                each = playable(each);
            whole.setChoices(k, language, words);
        }
    }
    return whole;
}

}  // namespace rnnscope
