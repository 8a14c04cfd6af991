// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/json_lines.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;

struct TooMany {};

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
    const std::string noun(kind.noun), format(kind.format);
    if (const auto deep = nestedTooDeep(text))
        return errorAt(text, *deep, "is nested more than 16 deep; " + noun + " is one JSON object",
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
        return Error{"holds more than " + std::to_string(mostJsonValues) + " values; " + noun +
                         " has far fewer",
                     file};
    } catch (const Json::parse_error& error) {
        return errorAt(text, std::min(error.byte > 0 ? error.byte - 1 : 0, text.size()),
                       "is not JSON from here on; a comma, a quote or a bracket may be missing or "
                       "too many just before, and " +
                           noun + " is one JSON object",
                       file);
    } catch (const Json::exception&) {
        return Error{"holds a number that no double can hold; " + noun + " is one JSON object",
                     file};
    }
    if (!json.is_object() || json.value("format", Json()) != format)
        return Error{"is not " + noun + "; an object with \"format\": \"" + format + "\" is needed",
                     file};
    const Json version = json.value("version", Json());
    if (!version.is_number_integer() || version.get<std::int64_t>() < 1)
        return Error{"has no version; \"version\": " + std::to_string(kind.version) + " is needed",
                     file, JsonLines(text).at("/version")};
    if (version.get<std::int64_t>() > kind.version)
        return Error{"is of version " + version.dump() + "; this program reads up to version " +
                         std::to_string(kind.version) + ", so a newer RNNScope is needed",
                     file, JsonLines(text).at("/version")};
    return json;
}

void warnOfUnknown(const Json& object, const std::vector<std::string_view>& known,
                   const std::string& where, const std::string& file,
                   std::vector<std::string>& warnings) {
    for (const auto& item : object.items())
        if (std::find(known.begin(), known.end(), item.key()) == known.end())
            warnings.push_back(file + ": unknown field \"" + where + item.key() + "\" is left out");
}

}  // namespace rnnscope
