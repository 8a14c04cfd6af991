// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>

#include "core/json_text.h"
#include "core/sentence.h"
#include "core/setup.h"
#include "core/setup_fields.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;

constexpr JsonKind kind{"rnnscope-setup", 1, "a setup"};
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
                return Error{Sentence::tr("a list of names or numbers is needed")};
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
    return Error{Sentence::tr("a text or a number is needed")};
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
    nlohmann::ordered_json json;
    json["format"] = kind.format;
    json["version"] = kind.version;
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

Result<Setup> setupFromFields(const Json& fields, const std::string& file, std::string& wrong) {
    wrong.clear();
    if (fields.contains("task") == fields.contains("input"))
        return Error{
            fields.contains("task")
                ? Sentence::tr(
                      "\"task\" and \"input\" contradict each other; leave one of them out")
                : Sentence::tr("names no sequence; a \"task\" or an \"input\" is needed"),
            file};
    Setup setup;
    for (const SetupOption& option : setupOptions()) {
        const auto found = fields.find(std::string(option.name));
        if (found == fields.end())
            continue;
        const auto refuse = [&](const Error& error) {
            wrong = option.name;
            return Error{Sentence::tr("\"%1\": %2", wrong, error.message), file};
        };
        std::string value;
        if (option.values.empty()) {
            if (!found->is_boolean())
                return refuse(Error{Sentence::tr("true or false is needed")});
            value = found->dump();
        } else {
            auto given = textOf(*found);
            if (!given)
                return refuse(given.error());
            value = *std::move(given);
            if (namesFile(option.name, value))
                value = besideSetup(value, file);
        }
        if (auto status = option.set(setup, value); !status)
            return refuse(status.error());
    }
    return setup;
}

Result<Setup> setupFromJson(const std::string& text, const std::string& file,
                            std::vector<std::string>& warnings) {
    const auto parsed = parseOwnJson(text, file, kind);
    if (!parsed)
        return parsed.error();
    std::string wrong;
    auto setup = setupFromFields(*parsed, file, wrong);
    if (!setup)
        return setup;
    std::vector<std::string_view> known{"format", "version"};
    for (const SetupOption& option : setupOptions())
        known.push_back(option.name);
    warnOfUnknown(*parsed, known, "", file, warnings);
    return setup;
}

}  // namespace rnnscope
