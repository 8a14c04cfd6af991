// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace rnnscope {

/// A piece of a text that looks alike from end to end.
struct TextSpan {
    enum class Kind {
        Plain,
        Strong,
        Formula,  ///< part of a formula, see `italic` and `height`
        Colour,   ///< words in the colour of a quantity
    };
    /// Of a part of a formula.
    enum class Height { Line, Low, High };

    Kind kind = Kind::Plain;
    std::string text;     ///< UTF-8, without marks
    bool italic = false;  ///< of a formula: a letter that stands for a value
    Height height = Height::Line;
    std::string colour = {};  ///< of Kind::Colour: id among markColours

    bool operator==(const TextSpan&) const = default;
};

/// What words may be in the colour of.
inline constexpr std::array<std::string_view, 14> markColours{
    "f", "i", "g", "o", "c", "h", "r", "z", "n", "a", "input", "output", "target", "gradient"};

/// A text of a lesson with its marks read (resources/lessons/README.md, Texts): *strong*,
/// $formula$, {f|words}, and \ before a character that is no mark. Marks do not stand within each
/// other. Spans that look alike are one. An error for a mark that is not closed, for nothing
/// between two, and for a colour that there is not; without file or line.
Result<std::vector<TextSpan>> markedText(std::string_view text);

/// The same without marks, for a title bar or a table.
std::string plainText(std::string_view text);

}  // namespace rnnscope
