// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_write.h"

#include <algorithm>
#include <utility>

namespace rnnscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t lineWidth = 96;

std::string inLine(const Json& json) {
    if (!json.is_structured() || json.empty())
        return json.dump();
    std::string text;
    for (const auto& item : json.items()) {
        text += text.empty() ? "" : ", ";
        if (json.is_object())
            text += Json(item.key()).dump() + ": ";
        text += inLine(item.value());
    }
    return json.is_object() ? "{ " + text + " }" : "[" + text + "]";
}

/// `taken` columns of the line stand before it already.
void write(const Json& json, const std::string& indent, std::size_t taken, std::string& text) {
    const std::string line = inLine(json);
    if (!json.is_structured() || json.empty() || indent.size() + taken + line.size() <= lineWidth) {
        text += line;
        return;
    }
    const std::string deeper = indent + "  ";
    text += json.is_object() ? "{" : "[";
    bool first = true;
    for (const auto& item : json.items()) {
        text += first ? "\n" : ",\n";
        first = false;
        const std::string name = json.is_object() ? Json(item.key()).dump() + ": " : "";
        text += deeper + name;
        write(item.value(), deeper, name.size() + 1, text);
    }
    text += "\n" + indent + (json.is_object() ? "}" : "]");
}

}  // namespace

void putInOrder(Json& object, std::span<const std::string_view> order, std::string_view field,
                Json value) {
    object[std::string(field)] = std::move(value);
    Json sorted = Json::object();
    for (const std::string_view known : order)
        if (const auto found = object.find(std::string(known)); found != object.end())
            sorted[std::string(known)] = std::move(*found);
    for (const auto& item : object.items())
        if (std::find(order.begin(), order.end(), item.key()) == order.end())
            sorted[item.key()] = item.value();
    object = std::move(sorted);
}

std::string prettyJson(const Json& json) {
    std::string text;
    write(json, "", 0, text);
    return text + "\n";
}

}  // namespace rnnscope
