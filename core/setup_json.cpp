// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/setup.h"

namespace rnnscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view formatName = "rnnscope-setup";
constexpr int formatVersion = 1;
constexpr std::array fileOptions = {std::string_view("input"), std::string_view("weights"),
                                    std::string_view("initial-state"), std::string_view("target")};

/// A value's text as an option takes it. Lists are joined by commas; objects are no values.
Result<std::string> textOf(const Json& value) {
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number())
        return value.dump();
    if (value.is_array()) {
        std::string text;
        for (const Json& item : value) {
            if (!item.is_string() && !item.is_number())
                return Error{"a list of names or numbers is needed"};
            // Quoted as `columns` reads it, for names that hold a comma.
            std::string name = item.is_string() ? item.get<std::string>() : item.dump();
            for (std::size_t k = name.find('"'); k != std::string::npos; k = name.find('"', k + 2))
                name.insert(k, 1, '"');
            text += text.empty() ? "\"" : ",\"";
            text += name;
            text += '"';
        }
        return text;
    }
    return Error{"a text or a number is needed"};
}

/// Line and column of a byte, from 1.
std::pair<std::size_t, std::size_t> placeOf(const std::string& text, std::size_t byte) {
    const std::size_t end = std::min(byte > 0 ? byte - 1 : 0, text.size());
    const auto line = static_cast<std::size_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    const std::size_t start = end == 0 ? std::string::npos : text.rfind('\n', end - 1);
    return {line + 1, end - (start == std::string::npos ? 0 : start + 1) + 1};
}

/// Refuses what would exhaust the stack before anything is parsed.
bool nestedTooDeep(const std::string& text) {
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
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

/// A file named in a setup lies relative to the setup; the program's own start with a colon.
std::string besideSetup(const std::string& name, const std::string& setupFile) {
    const std::filesystem::path path(name);
    if (name.starts_with(":") || path.is_absolute())
        return name;
    return (std::filesystem::path(setupFile).parent_path() / path).lexically_normal().string();
}

bool namesFile(std::string_view option, const std::string& value) {
    if (std::find(fileOptions.begin(), fileOptions.end(), option) == fileOptions.end())
        return false;
    return option != "target" ||
           !(value == "next" || value == "none" || value == "task" || value.starts_with("column:"));
}

}  // namespace

std::string toJson(const Setup& setup) {
    Json json;
    json["format"] = formatName;
    json["version"] = formatVersion;
    for (const SetupOption& option : setupOptions()) {
        const auto text = option.get(setup);
        if (!text)
            continue;
        const std::string name(option.name);
        if (option.values.empty())
            json[name] = true;
        else if (option.name == "columns")
            json[name] = setup.sequence.columns;
        else if (option.values == "N" || option.values == "X")
            json[name] = Json::parse(*text);
        else
            json[name] = *text;
    }
    return json.dump(2) + "\n";
}

Result<Setup> setupFromJson(const std::string& text, const std::string& file,
                            std::vector<std::string>& warnings) {
    if (nestedTooDeep(text))
        return Error{"is nested more than 16 deep; a setup is one flat object", file};
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto [line, column] = placeOf(text, error.byte);
        return Error{"is not JSON from here on; a setup is one JSON object", file, line, column};
    } catch (const Json::exception&) {
        return Error{"holds a number that no double can hold; a setup is one JSON object", file};
    }
    if (!json.is_object() || json.value("format", Json()) != formatName)
        return Error{"is no setup; an object with \"format\": \"rnnscope-setup\" is needed", file};
    const Json version = json.value("version", Json());
    if (!version.is_number_integer() || version.get<std::int64_t>() < 1)
        return Error{"has no version; \"version\": 1 is needed", file};
    if (version.get<std::int64_t>() > formatVersion)
        return Error{"is of version " + version.dump() +
                         "; this program reads up to version 1, so a "
                         "newer RNNScope is needed",
                     file};

    if (json.contains("task") == json.contains("input"))
        return Error{json.contains("task")
                         ? "\"task\" and \"input\" contradict each other; leave one of them out"
                         : "names no sequence; a \"task\" or an \"input\" is needed",
                     file};
    Setup setup;
    for (const SetupOption& option : setupOptions()) {
        const auto found = json.find(std::string(option.name));
        if (found == json.end())
            continue;
        const auto wrong = [&](const Error& error) {
            return Error{"\"" + std::string(option.name) + "\": " + error.message, file};
        };
        std::string value;
        if (option.values.empty()) {
            if (!found->is_boolean())
                return wrong(Error{"true or false is needed"});
            value = found->dump();
        } else {
            auto given = textOf(*found);
            if (!given)
                return wrong(given.error());
            value = *std::move(given);
            if (namesFile(option.name, value))
                value = besideSetup(value, file);
        }
        if (auto status = option.set(setup, value); !status)
            return wrong(status.error());
    }
    for (const auto& item : json.items()) {
        const std::string& name = item.key();
        const auto options = setupOptions();
        const bool known =
            std::any_of(options.begin(), options.end(),
                        [&](const SetupOption& option) { return option.name == name; });
        if (name != "format" && name != "version" && !known)
            warnings.push_back(file + ": unknown field \"" + name + "\" is left out");
    }
    return setup;
}

}  // namespace rnnscope
