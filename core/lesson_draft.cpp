// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/json_text.h"
#include "core/json_write.h"
#include "core/lesson_fields.h"
#include "core/sentence.h"
#include "core/setup_fields.h"

namespace rnnscope {
namespace {

using Json = nlohmann::ordered_json;

/// As in a document, but only what is not as at the start.
Json placeOf(const DocumentView& view) {
    const DocumentView start;
    Json place = Json::object();
    if (view.phase != start.phase || view.step != start.step) {
        place["phase"] = view.phase;
        place["step"] = view.step + 1;
    }
    if (view.part != start.part)
        place["part"] = view.part;
    if (view.layer != start.layer)
        place["layer"] = view.layer;
    if (view.reverse)
        place["reverse"] = true;
    if (view.unit != start.unit)
        place["unit"] = view.unit + 1;
    return place;
}

Json choicesOf(const Setup& setup) {
    Json fields = Json::parse(toJson(setup));
    fields.erase("format");
    fields.erase("version");
    return fields;
}

/// The lesson's own choices as they would be recorded, whatever way they are written in.
Json baseOf(const Json& setup) {
    std::string wrong;
    const auto read = setupFromFields(nlohmann::json(setup), {}, wrong);
    return read ? choicesOf(*read) : setup;
}

/// What a page must set on top of the lesson's setup.
Json differences(const Json& base, const Json& now) {
    Json set = Json::object();
    for (const auto& item : base.items())
        if (!now.contains(item.key()))
            set[item.key()] = nullptr;
    for (const auto& item : now.items())
        if (!base.contains(item.key()) || base[item.key()] != item.value())
            set[item.key()] = item.value();
    // One says what the other said; taking that back would be said twice.
    if (set.contains("input"))
        set.erase("task");
    if (set.contains("task"))
        set.erase("input");
    return set;
}

}  // namespace

LessonDraft::LessonDraft() {
    json_ = {{"format", lessonKind.format},
             {"version", lessonKind.version},
             {"id", "my-lesson"},
             {"title", ""},
             {"pages", Json::array()}};
}

Result<LessonDraft> LessonDraft::fromText(const std::string& text, const std::string& file) {
    if (auto read = parseOwnJson(text, file, lessonKind); !read)
        return read.error();
    LessonDraft draft;
    draft.json_ = Json::parse(text);
    Json& pages = draft.json_["pages"];
    if (pages.is_null())
        pages = Json::array();
    if (!pages.is_array() ||
        !std::all_of(pages.begin(), pages.end(), [](const Json& page) { return page.is_object(); }))
        return Error{Sentence::tr("\"pages\" is no list of objects; write [{\"title\": …}, …]"),
                     file};
    return draft;
}

std::string LessonDraft::text() const {
    return prettyJson(json_);
}

std::string LessonDraft::id() const {
    const auto found = json_.find("id");
    return found != json_.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void LessonDraft::setId(const std::string& id) {
    putInOrder(json_, lessonFields, "id", id);
}

int LessonDraft::minutes() const {
    const auto found = json_.find("minutes");
    return found != json_.end() && found->is_number_integer() ? found->get<int>() : 0;
}

void LessonDraft::setMinutes(int minutes) {
    if (minutes > 0)
        putInOrder(json_, lessonFields, "minutes", minutes);
    else
        json_.erase("minutes");
}

// ---- pages -----------------------------------------------------------------------------------

std::size_t LessonDraft::pageCount() const {
    return json_["pages"].size();
}

void LessonDraft::addPage(std::size_t at, const PageState& state) {
    Json& pages = json_["pages"];
    at = std::min(at, pages.size());
    Json fresh = Json::object();
    const std::vector<std::string> nothing(languages().size());
    fresh["title"] = textOf(nothing, true);
    fresh["text"] = textOf(nothing, true);
    pages.insert(pages.begin() + std::ptrdiff_t(at), std::move(fresh));
    recordPage(at, state);
}

void LessonDraft::recordPage(std::size_t number, const PageState& state) {
    const Json now = choicesOf(state.setup);
    if (!json_.contains("setup") || !json_["setup"].is_object())
        putInOrder(json_, lessonFields, "setup", now);
    Json& own = page(number);
    const auto give = [&](std::string_view field, Json value) {
        if (value.empty() || (value.is_number() && value == 0))
            own.erase(std::string(field));
        else
            putInOrder(own, pageFields, field, std::move(value));
    };
    give("set", differences(baseOf(json_["setup"]), now));
    give("update", state.update);
    give("at", placeOf(state.view));
    give("panels", state.panels);
    give("switch", state.switches);
}

void LessonDraft::movePage(std::size_t from, std::size_t to) {
    Json& pages = json_["pages"];
    Json moved = std::move(pages[from]);
    pages.erase(from);
    pages.insert(pages.begin() + std::ptrdiff_t(std::min(to, pages.size())), std::move(moved));
}

void LessonDraft::removePage(std::size_t number) {
    json_["pages"].erase(number);
}

bool LessonDraft::plays(std::size_t number) const {
    const auto found = page(number).find("play");
    return found != page(number).end() && *found == true;
}

void LessonDraft::setPlays(std::size_t number, bool plays) {
    if (plays)
        putInOrder(page(number), pageFields, "play", true);
    else
        page(number).erase("play");
}

std::vector<std::string> LessonDraft::panels(std::size_t number) const {
    std::vector<std::string> all;
    if (const auto found = page(number).find("panels");
        found != page(number).end() && found->is_array())
        for (const Json& each : *found)
            if (each.is_string())
                all.push_back(each.get<std::string>());
    return all;
}

// Kinds of what is pointed at, by the names of their fields.
constexpr std::array<std::pair<std::string_view, LessonTarget::Kind>, 3> targetKinds{
    {{"panel", LessonTarget::Kind::Panel},
     {"control", LessonTarget::Kind::Control},
     {"quantity", LessonTarget::Kind::Quantity}}};

std::vector<LessonTarget> LessonDraft::points(std::size_t number) const {
    std::vector<LessonTarget> all;
    const auto found = page(number).find("point");
    if (found == page(number).end() || !found->is_array())
        return all;
    for (const Json& each : *found)
        for (const auto& [field, kind] : targetKinds)
            if (each.is_object() && each.contains(std::string(field)) &&
                each[std::string(field)].is_string())
                all.push_back({kind, each[std::string(field)].get<std::string>()});
    return all;
}

void LessonDraft::setPoints(std::size_t number, const std::vector<LessonTarget>& points) {
    Json list = Json::array();
    for (const LessonTarget& target : points)
        for (const auto& [field, kind] : targetKinds)
            if (kind == target.kind)
                list.push_back({{std::string(field), target.id}});
    if (list.empty())
        page(number).erase("point");
    else
        putInOrder(page(number), pageFields, "point", std::move(list));
}

// ---- the question ----------------------------------------------------------------------------

bool LessonDraft::hasQuestion(std::size_t number) const {
    const auto found = page(number).find("question");
    return found != page(number).end() && found->is_object();
}

void LessonDraft::setQuestion(std::size_t number, bool asks) {
    if (asks == hasQuestion(number))
        return;
    if (!asks) {
        page(number).erase("question");
        return;
    }
    const Json nothing = textOf(std::vector<std::string>(languages().size()), true);
    putInOrder(page(number), pageFields, "question",
               {{"text", nothing},
                {"choices", Json::array({nothing, nothing})},
                {"answer", 1},
                {"why", nothing}});
}

std::vector<std::string> LessonDraft::choices(std::size_t number, std::string_view language) const {
    std::vector<std::string> all;
    if (!hasQuestion(number))
        return all;
    const Json& question = page(number)["question"];
    if (const auto found = question.find("choices"); found != question.end() && found->is_array())
        for (const Json& each : *found)
            all.push_back(wordsIn(each, language));
    return all;
}

void LessonDraft::setChoices(std::size_t number, std::string_view language,
                             const std::vector<std::string>& choices) {
    const auto all = languages();
    const auto at = std::find(all.begin(), all.end(), language);
    if (!hasQuestion(number) || at == all.end())
        return;
    Json& question = page(number)["question"];
    const Json before = question.value("choices", Json::array());
    Json list = Json::array();
    for (std::size_t k = 0; k < choices.size(); ++k) {
        auto every = before.is_array() && k < before.size() ? wordsOf(before[k])
                                                            : std::vector<std::string>(all.size());
        every[std::size_t(at - all.begin())] = choices[k];
        list.push_back(textOf(every, true));
    }
    putInOrder(question, questionFields, "choices", std::move(list));
}

void LessonDraft::addChoice(std::size_t number) {
    if (!hasQuestion(number))
        return;
    Json& question = page(number)["question"];
    if (!question.contains("choices") || !question["choices"].is_array())
        putInOrder(question, questionFields, "choices", Json::array());
    question["choices"].push_back(textOf(std::vector<std::string>(languages().size()), true));
}

void LessonDraft::removeChoice(std::size_t number, std::size_t choice) {
    if (choice >= choices(number, languages().front()).size())
        return;
    const std::size_t right = answer(number);
    page(number)["question"]["choices"].erase(choice);
    if (right > choice || (right == choice && right > 0))
        setAnswer(number, right - 1);
}

std::size_t LessonDraft::answer(std::size_t number) const {
    if (!hasQuestion(number))
        return 0;
    const Json& question = page(number)["question"];
    const auto found = question.find("answer");
    const bool good = found != question.end() && found->is_number_integer() && *found > 0;
    return good ? found->get<std::size_t>() - 1 : 0;
}

void LessonDraft::setAnswer(std::size_t number, std::size_t answer) {
    if (hasQuestion(number))
        putInOrder(page(number)["question"], questionFields, "answer", answer + 1);
}

// ---- files -----------------------------------------------------------------------------------

void LessonDraft::renameFiles(const std::function<std::string(const std::string&)>& rename) {
    const auto within = [&](Json& object, const char* name) {
        if (!object.contains(name) || !object[name].is_object())
            return;
        for (const char* field : {"input", "target", "weights", "initial-state"})
            if (const auto found = object[name].find(field);
                found != object[name].end() && found->is_string())
                *found = rename(found->get<std::string>());
    };
    within(json_, "setup");
    for (Json& each : json_["pages"])
        within(each, "set");
}

void LessonDraft::nameFilesFrom(const std::string& folder) {
    const std::string start = folder.ends_with('/') ? folder : folder + '/';
    renameFiles([&](const std::string& name) {
        return name.starts_with(start) ? "./" + name.substr(start.size()) : name;
    });
}

void LessonDraft::nameFilesWhole(const std::string& folder) {
    const std::string start = folder.ends_with('/') ? folder : folder + '/';
    renameFiles([&](const std::string& name) {
        return name.starts_with("./") ? start + name.substr(2) : name;
    });
}

}  // namespace rnnscope
