// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace rnnscope {

/// What a file of the program's own JSON must be.
struct JsonKind {
    std::string_view format;  ///< of its field "format"
    int version;              ///< the newest that is read
    std::string_view noun;    ///< "a setup": one of those that messages know
};

/// Most values in one file; what is large is text.
inline constexpr std::size_t mostJsonValues = 200'000;

/// The object in a text, with the right format and version. Refused with line and column where the
/// text is no JSON; refused too what is nested more than 16 deep or holds too many values, before
/// it takes memory or stack.
Result<nlohmann::json> parseOwnJson(const std::string& text, const std::string& file,
                                    const JsonKind& kind);

/// Names the fields of an object that are not among the known ones. `where` goes before a name, as
/// "view.".
void warnOfUnknown(const nlohmann::json& object, const std::vector<std::string_view>& known,
                   const std::string& where, const std::string& file,
                   std::vector<std::string>& warnings);

}  // namespace rnnscope
