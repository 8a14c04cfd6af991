// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/readers/reader.h"

namespace rnnscope {

/// The next step of a UTF-8 text from `offset` on, which moves behind it; nothing at the end.
///
/// A character is a code point; a line end of two bytes counts as its "\n". A word is what stands
/// between blanks and line ends, which are no steps themselves; a punctuation mark or symbol is a
/// step of its own, as is each Chinese or Japanese character. Within a word an apostrophe or a
/// hyphen between letters and a point or comma between digits belong to it ("don't", "3.14").
/// Upper case stays.
std::optional<std::string_view> nextUnit(std::string_view text, std::size_t& offset, TextUnit unit);

/// All of them.
std::vector<std::string> unitsOf(std::string_view text, TextUnit unit);

}  // namespace rnnscope
