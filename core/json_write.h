// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

namespace rnnscope {

/// Sets a field of an object, in its place among known fields; unknown ones stand behind them.
void putInOrder(nlohmann::ordered_json& object, std::span<const std::string_view> order,
                std::string_view field, nlohmann::ordered_json value);

/// As a hand writes it: two spaces a level, what is short in one line, a line break at the end.
std::string prettyJson(const nlohmann::ordered_json& json);

}  // namespace rnnscope
