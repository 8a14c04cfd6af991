// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/text_units.h"

#include <algorithm>
#include <iterator>

#include "core/utf8.h"

namespace rnnscope {
namespace {

struct Range {
    char32_t first, last;
};

// Unicode's White_Space, and what is there to take no space.
constexpr Range blanks[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
                            {0x1680, 0x1680}, {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
                            {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};

// Punctuation, symbols and control characters; and the characters of Chinese and Japanese, between
// which no blanks stand.
constexpr Range alone[] = {
    {0x00, 0x08},       {0x0E, 0x1F},      {0x21, 0x2F},     {0x3A, 0x40},     {0x5B, 0x5E},
    {0x60, 0x60},       {0x7B, 0x84},      {0x86, 0x9F},     {0xA1, 0xA9},     {0xAB, 0xB1},
    {0xB4, 0xB4},       {0xB6, 0xB8},      {0xBB, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},
    {0x55A, 0x55F},     {0x589, 0x58A},    {0x5BE, 0x5BE},   {0x60C, 0x60D},   {0x61B, 0x61B},
    {0x61E, 0x61F},     {0x66A, 0x66D},    {0x6D4, 0x6D4},   {0x964, 0x965},   {0x2010, 0x2027},
    {0x2030, 0x205E},   {0x20A0, 0x20CF},  {0x2190, 0x2BFF}, {0x2E00, 0x2FFF}, {0x3001, 0x30FF},
    {0x31F0, 0x4DBF},   {0x4E00, 0x9FFF},  {0xF900, 0xFAFF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F},
    {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},  {0xFF3B, 0xFF40}, {0xFF5B, 0xFF9F}, {0xFFE0, 0xFFEF},
    {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFF}};

template <std::size_t N>
bool isAmong(char32_t c, const Range (&ranges)[N]) {
    const auto* after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                         [](char32_t value, Range r) { return value < r.first; });
    return after != std::begin(ranges) && c <= std::prev(after)->last;
}

bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool isWordPart(char32_t c) {
    return !isAmong(c, blanks) && !isAmong(c, alone);
}

/// The character at an offset; at the end, and where there is none, a blank.
CodePoint characterAt(std::string_view text, std::size_t offset) {
    if (offset >= text.size())
        return {U' ', 0};
    return decodeUtf8(text, offset).value_or(CodePoint{U' ', 1});
}

/// Whether a mark between two characters holds them together.
bool joins(char32_t mark, char32_t before, char32_t after) {
    if (mark == U'.' || mark == U',')
        return isDigit(before) && isDigit(after);
    const bool binds = mark == U'\'' || mark == U'-' || mark == 0x2019 || mark == 0x2010;
    return binds && isWordPart(before) && isWordPart(after) && !isDigit(before) && !isDigit(after);
}

std::optional<std::string_view> nextWord(std::string_view text, std::size_t& offset) {
    while (offset < text.size() && isAmong(characterAt(text, offset).value, blanks))
        offset += characterAt(text, offset).length;
    if (offset == text.size())
        return std::nullopt;
    const std::size_t start = offset;
    CodePoint last = characterAt(text, offset);
    offset += last.length;
    while (isWordPart(last.value) && offset < text.size()) {
        const CodePoint here = characterAt(text, offset);
        if (!isWordPart(here.value)) {
            const CodePoint after = characterAt(text, offset + here.length);
            if (!joins(here.value, last.value, after.value))
                break;
            offset += here.length;
            last = after;
        } else {
            last = here;
        }
        offset += last.length;
    }
    return text.substr(start, offset - start);
}

std::optional<std::string_view> nextCharacter(std::string_view text, std::size_t& offset) {
    if (offset == text.size())
        return std::nullopt;
    if (text.substr(offset, 2) == "\r\n")
        ++offset;
    const std::size_t length = characterAt(text, offset).length;
    offset += length;
    return text.substr(offset - length, length);
}

}  // namespace

std::optional<std::string_view> nextUnit(std::string_view text, std::size_t& offset,
                                         TextUnit unit) {
    return unit == TextUnit::Words ? nextWord(text, offset) : nextCharacter(text, offset);
}

std::vector<std::string> unitsOf(std::string_view text, TextUnit unit) {
    std::vector<std::string> units;
    std::size_t offset = 0;
    while (const auto next = nextUnit(text, offset, unit))
        units.emplace_back(*next);
    return units;
}

}  // namespace rnnscope
