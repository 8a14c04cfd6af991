// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_schema.h"

#include <nlohmann/json.hpp>
#include <span>

#include "core/lesson_fields.h"
#include "core/lesson_measures.h"

namespace rnnscope {
namespace {

using Json = nlohmann::ordered_json;

Json reference(const char* name) {
    return {{"$ref", std::string("#/$defs/") + name}};
}

Json described(Json schema, std::string_view description) {
    schema["description"] = description;
    return schema;
}

Json whole(std::int64_t least, std::int64_t most) {
    return {{"type", "integer"}, {"minimum", least}, {"maximum", most}};
}

Json listOf(Json items, std::size_t least, std::size_t most) {
    return {
        {"type", "array"}, {"items", std::move(items)}, {"minItems", least}, {"maxItems", most}};
}

Json oneOfWords(std::span<const std::string_view> words) {
    Json list = Json::array();
    for (const std::string_view word : words)
        list.push_back(word);
    return {{"enum", std::move(list)}};
}

/// Fields and nothing else; in the order of the reader's own list, which must be the same.
Json object(std::span<const std::string_view> fields, Json properties,
            std::initializer_list<const char*> required) {
    Json ordered = Json::object();
    for (const std::string_view field : fields)
        ordered[std::string(field)] = properties.at(std::string(field));
    return {{"type", "object"},
            {"properties", std::move(ordered)},
            {"required", required},
            {"additionalProperties", false}};
}

/// In one language, or an object with one text for each.
Json text(const Json& one) {
    Json each = Json::object();
    for (const std::string_view language : languages)
        each[std::string(language)] = one;
    Json byLanguage{{"type", "object"},
                    {"properties", std::move(each)},
                    {"minProperties", 1},
                    {"additionalProperties", false}};
    return {{"anyOf", Json::array({one, std::move(byLanguage)})}};
}

/// Choices of a setup; in what is set on top of another one, null takes a choice back.
Json choices(bool withNull) {
    Json properties = Json::object();
    for (const SetupOption& option : setupOptions()) {
        Json types = option.values.empty() ? Json::array({"boolean"})
                     : option.values == "N" || option.values == "X"
                         ? Json::array({"number", "string"})
                     : option.name == "columns" ? Json::array({"array", "string", "number"})
                                                : Json::array({"string", "number"});
        if (withNull)
            types.push_back("null");
        properties[std::string(option.name)] = described({{"type", std::move(types)}}, option.help);
    }
    return {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json claim() {
    Json ids = Json::array();
    for (const Measure& measure : measures())
        ids.push_back({{"const", measure.id}, {"description", measure.help}});
    Json options = Json::array();
    for (const Measure& measure : measures()) {
        Json with = Json::object();
        for (const MeasureOption& option : measure.options)
            with[std::string(option.name)] =
                described({{"type", Json::array({"number", "string"})}}, option.help);
        options.push_back(
            {{"if", {{"properties", {{"measure", {{"const", measure.id}}}}}}},
             {"then",
              {{"properties",
                {{"with", {{"properties", std::move(with)}, {"additionalProperties", false}}}}}}}});
    }
    const Json end{{"type", Json::array({"number", "null"})}};
    Json result = object(
        claimFields,
        {{"says", described(reference("line"), "what the page says; one language is enough")},
         {"measure", {{"description", "what is measured"}, {"oneOf", std::move(ids)}}},
         {"with", described({{"type", "object"}}, "the measure's own options")},
         {"set", described(reference("set"), "what it sets beside the page's setup")},
         {"seeds", described(listOf(whole(0, INT64_MAX), 1, mostSeeds), "1 to 5 without it")},
         {"range", described({{"type", "array"}, {"items", end}, {"minItems", 2}, {"maxItems", 2}},
                             "every value lies within, its ends included; null: an open end")}},
        {"says", "measure", "range"});
    result["allOf"] = std::move(options);
    return result;
}

Json point(const LessonNames& names) {
    Json result = object(pointFields,
                         {{"panel", oneOfWords(names.panels)},
                          {"control", oneOfWords(names.controls)},
                          {"quantity", {{"type", "string"}}}},
                         {});
    result["minProperties"] = 1;
    result["maxProperties"] = 1;
    return result;
}

Json switches(const LessonNames& names) {
    Json properties = Json::object();
    for (const LessonSwitchNames& each : names.switches)
        properties[std::string(each.id)] = oneOfWords(each.words);
    return {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json page(const LessonNames& names) {
    return object(
        pageFields,
        {{"title", reference("line")},
         {"text", reference("paragraphs")},
         {"notes", described(reference("paragraphs"), "for who presents it, not for the class")},
         {"set", described(reference("set"),
                           "what it sets beside the lesson's setup; null takes a choice back")},
         {"update", described(whole(0, mostUpdates), "updates taken before it is shown")},
         {"at", described(reference("place"), "where the playhead stands")},
         {"play", described({{"type", "boolean"}}, "goes on from there by itself")},
         {"panels", described(listOf(oneOfWords(names.panels), 1, names.panels.size()),
                              "shown, all others hidden")},
         {"switch", described(switches(names), "what is switched within panels")},
         {"point", described(listOf(reference("point"), 1, mostPoints), "what is ringed")},
         {"question", described(reference("question"), "predict, then reveal")},
         {"claims", described(listOf(reference("claim"), 1, mostClaims),
                              "what the page says that can be measured")}},
        {"title", "text"});
}

Json place() {
    constexpr std::int64_t most = 1'000'000'000;
    return object(placeFields,
                  {{"phase", {{"enum", {"forward", "loss", "backward", "clip", "update"}}}},
                   {"step", whole(1, most)},
                   {"part", whole(0, 1'000'000)},
                   {"layer", whole(0, mostLayers)},
                   {"reverse", {{"type", "boolean"}}},
                   {"unit", whole(1, most)}},
                  {});
}

Json question() {
    return object(questionFields,
                  {{"text", reference("paragraphs")},
                   {"choices", listOf(reference("line"), 2, mostChoices)},
                   {"answer", described(whole(1, mostChoices), "the number of the right choice")},
                   {"why", described(reference("paragraphs"), "shown with the answer")}},
                  {"text", "choices", "answer", "why"});
}

}  // namespace

std::string lessonSchema(const LessonNames& names) {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "A lesson of RNNScope"}};
    schema.update(
        object(lessonFields,
               {{"$schema", {{"type", "string"}}},
                {"format", {{"const", lessonKind.format}}},
                {"version", whole(1, lessonKind.version)},
                {"id", {{"type", "string"}, {"pattern", "^[a-z0-9-]+$"}, {"maxLength", 64}}},
                {"languages", listOf(oneOfWords(languages), 1, languages.size())},
                {"title", reference("line")},
                {"summary", described(reference("line"), "one sentence")},
                {"minutes", described(whole(1, mostMinutes), "how long it takes in class")},
                {"picture", described(object(pictureFields,
                                             {{"page", whole(1, mostLessonPages)},
                                              {"panel", oneOfWords(names.panels)}},
                                             {"page", "panel"}),
                                      "what a gallery shows of it: a panel on one of its pages")},
                {"setup", described(reference("setup"), "what every page begins with")},
                {"pages", listOf(reference("page"), 1, mostLessonPages)}},
               {"format", "version", "id", "title", "setup", "pages"}));
    const Json words{{"type", "string"}, {"minLength", 1}};
    Json setup = choices(false);
    setup["oneOf"] = Json::array({{{"required", {"task"}}}, {{"required", {"input"}}}});
    schema["$defs"] = {
        {"line", text(words)},
        {"paragraphs", text({{"anyOf", Json::array({words, listOf(words, 1, mostParagraphs)})}})},
        {"setup", std::move(setup)},
        {"set", choices(true)},
        {"page", page(names)},
        {"place", place()},
        {"point", point(names)},
        {"question", question()},
        {"claim", claim()}};
    return schema.dump(2) + "\n";
}

}  // namespace rnnscope
