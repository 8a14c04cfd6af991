// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rnnscope {

using Eigen::Index;

std::optional<Index> takeWhole(std::string_view& text) {
    Index value = 0;
    const auto [stop, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || value < 0 || text.starts_with('-'))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return value;
}

std::optional<Index> takePlace(std::string_view& text) {
    const auto place = takeWhole(text);
    return place && *place >= 1 ? std::optional(*place - 1) : std::nullopt;
}

bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start))
        return false;
    text.remove_prefix(start.size());
    return true;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string withHyphens(std::string_view text) {
    constexpr std::string_view minus = "\xE2\x88\x92";
    std::string result(text);
    for (std::size_t k = result.find(minus); k != std::string::npos; k = result.find(minus, k))
        result.replace(k, minus.size(), "-");
    return result;
}

std::optional<double> finiteNumber(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (text.empty() || status != std::errc() || stop != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string shortest(double value) {
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::vector<std::string_view> partsOf(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    int depth = 0;
    std::size_t first = 0;
    for (std::size_t k = 0; k <= text.size(); ++k) {
        const char c = k < text.size() ? text[k] : separator;
        if (k == text.size() || (c == separator && !quoted && depth == 0)) {
            parts.push_back(trimmed(text.substr(first, k - first)));
            first = k + 1;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == '[') {
            ++depth;
        } else if (!quoted && c == ']' && depth > 0) {
            --depth;
        }
    }
    return parts;
}

std::optional<LayerSuffix> takeLayer(std::string_view& name) {
    const std::size_t suffix = name.rfind("_l");
    if (suffix == std::string_view::npos)
        return std::nullopt;
    std::string_view left = name.substr(suffix + 2);
    const bool padded = left.size() > 1 && left[0] == '0' && left[1] >= '0' && left[1] <= '9';
    std::optional<Index> layer;
    if (!padded)
        layer = takeWhole(left);
    const bool reverse = take(left, "_reverse");
    if (!layer || *layer >= 1000 || !left.empty())
        return std::nullopt;
    name = name.substr(0, suffix);
    return LayerSuffix{static_cast<int>(*layer), reverse};
}

}  // namespace rnnscope
