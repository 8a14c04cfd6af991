// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr std::string_view utf8Bom = "\xEF\xBB\xBF";

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string escaped(unsigned char byte) {
    char form[8];
    std::snprintf(form, sizeof form, "\\x%02X", static_cast<unsigned>(byte));
    return form;
}

}  // namespace

Place placeOf(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    Place place;
    std::size_t lineStart = 0;
    for (std::size_t i = 0; i < offset; ++i) {
        // "\r\n" ends a line once, at its "\n".
        const bool ends =
            text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends) {
            ++place.line;
            lineStart = i + 1;
        }
    }
    for (std::size_t i = lineStart; i < offset; ++i)
        if (!isContinuation(text[i]))
            ++place.column;
    return place;
}

Error errorAt(std::string_view text, std::size_t offset, std::string message,
              const std::string& file) {
    const Place place = placeOf(text, offset);
    return {std::move(message), file, place.line, place.column};
}

std::optional<CodePoint> decodeUtf8(std::string_view text, std::size_t offset) {
    assert(offset < text.size());
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80)
        return CodePoint{lead, 1};
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || lead > 0xF4 || text.size() - offset < length)
        return std::nullopt;
    char32_t value = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[offset + i]))
            return std::nullopt;
        value = (value << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3Fu);
    }
    const char32_t smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest || value > 0x10FFFF || surrogate)
        return std::nullopt;
    return CodePoint{value, length};
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        // Nearly all of a large file is ASCII: eight bytes at a time.
        std::uint64_t eight = 0;
        if (text.size() - i >= sizeof eight) {
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if ((eight & 0x8080808080808080) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        const auto point = decodeUtf8(text, i);
        if (!point)
            return i;
        i += point->length;
    }
    return std::nullopt;
}

std::string_view withoutBom(std::string_view text) {
    if (text.starts_with(utf8Bom))
        text.remove_prefix(utf8Bom.size());
    return text;
}

std::string shown(std::string_view text) {
    constexpr std::size_t longest = 40;  // characters
    std::string out;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++characters) {
        if (characters == longest) {
            out += "…";
            break;
        }
        const auto point = decodeUtf8(text, i);
        const auto byte = static_cast<unsigned char>(text[i]);
        if (!point || byte < 0x20 || byte == 0x7F)
            out += byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : escaped(byte);
        else
            out += text.substr(i, point->length);
        i += point ? point->length : 1;
    }
    return Sentence::tr("'%1'", out);
}

}  // namespace rnnscope
