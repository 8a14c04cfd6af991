// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace rnnscope {

/// Where a byte stands in a text, counted from 1. The column counts characters, not bytes.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};
Place placeOf(std::string_view text, std::size_t offset);

/// An Error that points at a byte of a text.
Error errorAt(std::string_view text, std::size_t offset, std::string message,
              const std::string& file);

/// One Unicode code point and the number of bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;
};
/// The code point at `offset` (< size); nothing where the bytes are not well-formed UTF-8 (RFC
/// 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
std::optional<CodePoint> decodeUtf8(std::string_view text, std::size_t offset);

/// Offset of the first byte that is not well-formed UTF-8.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// The text after a UTF-8 byte order mark, if it starts with one.
std::string_view withoutBom(std::string_view text);

/// 'text' in quotation marks for a message: cut short, on one line, always well-formed UTF-8.
std::string shown(std::string_view text);

}  // namespace rnnscope
