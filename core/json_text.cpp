// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_text.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>

#include "core/json_lines.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;

struct TooMany {};

/// The noun of a kind, in the language that is spoken: each as a literal, which can be collected.
std::string nounOf(const JsonKind& kind) {
    if (kind.noun == "a document")
        return Sentence::tr("a document");
    if (kind.noun == "a lesson")
        return Sentence::tr("a lesson");
    assert(kind.noun == "a setup");
    return Sentence::tr("a setup");
}

/// Where nesting begins that would exhaust the stack; found before anything is parsed.
std::optional<std::size_t> nestedTooDeep(const std::string& text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const char c = text[k];
        if (quoted) {
            if (c == '\\')
                ++k;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > 16)
                return k;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<Json> parseOwnJson(const std::string& text, const std::string& file, const JsonKind& kind) {
    const std::string noun = nounOf(kind), format(kind.format);
    if (const auto deep = nestedTooDeep(text))
        return errorAt(text, *deep,
                       Sentence::tr("is nested more than 16 deep; %1 is one JSON object", noun),
                       file);
    Json json;
    std::size_t values = 0;
    try {
        json = Json::parse(text, [&](int, Json::parse_event_t event, Json&) {
            if (event != Json::parse_event_t::object_end &&
                event != Json::parse_event_t::array_end && ++values > mostJsonValues)
                throw TooMany{};
            return true;
        });
    } catch (const TooMany&) {
        return Error{
            Sentence::tr("holds more than %1 values; %2 has far fewer", mostJsonValues, noun),
            file};
    } catch (const Json::parse_error& error) {
        return errorAt(text, std::min(error.byte > 0 ? error.byte - 1 : 0, text.size()),
                       Sentence::tr("is not JSON from here on; a comma, a quote or a bracket may "
                                    "be missing or too many just before, and %1 is one JSON object",
                                    noun),
                       file);
    } catch (const Json::exception&) {
        return Error{
            Sentence::tr("holds a number that no double can hold; %1 is one JSON object", noun),
            file};
    }
    if (!json.is_object() || json.value("format", Json()) != format)
        return Error{
            Sentence::tr("is not %1; an object with \"format\": \"%2\" is needed", noun, format),
            file};
    const Json version = json.value("version", Json());
    if (!version.is_number_integer() || version.get<std::int64_t>() < 1)
        return Error{Sentence::tr("has no version; \"version\": %1 is needed", kind.version), file,
                     JsonLines(text).at("/version")};
    if (version.get<std::int64_t>() > kind.version)
        return Error{Sentence::tr("is of version %1; this program reads up to version %2, so a "
                                  "newer RNNScope is needed",
                                  version.dump(), kind.version),
                     file, JsonLines(text).at("/version")};
    return json;
}

void warnOfUnknown(const Json& object, const std::vector<std::string_view>& known,
                   const std::string& where, const std::string& file,
                   std::vector<std::string>& warnings) {
    for (const auto& item : object.items())
        if (std::find(known.begin(), known.end(), item.key()) == known.end())
            warnings.push_back(
                Sentence::tr("%1: unknown field \"%2\" is left out", file, where + item.key()));
}

}  // namespace rnnscope
