// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <map>

#include "core/readers/reader.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostCells = 50'000'000;  // rows × characters of the vocabulary

/// Characters that leave no mark of their own on paper.
bool isInvisible(char32_t c) {
    constexpr struct {
        char32_t first, last;
    } ranges[] = {{0x00, 0x20},     {0x7F, 0xA0},     {0xAD, 0xAD},     {0x300, 0x36F},
                  {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x3000, 0x3000},
                  {0xE000, 0xF8FF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0x10FFFF}};
    for (const auto& range : ranges)
        if (c >= range.first && c <= range.last)
            return true;
    return false;
}

/// What stands for a character in a list of columns. Different for different characters: a visible
/// one is itself, all other names are longer than one character.
std::string printableName(char32_t c, const std::string& utf8) {
    switch (c) {
        case U'\n':
            return "\\n";
        case U'\r':
            return "\\r";
        case U'\t':
            return "\\t";
        case U' ':
            return "space";
        default:
            break;
    }
    if (!isInvisible(c))
        return utf8;
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    return name;
}

struct Character {
    std::string utf8;
    Eigen::Index column = 0;
};

Error tooLong(std::size_t length, std::size_t different, const std::string& file) {
    return {"the text has " + std::to_string(length) + " characters or more, " +
                std::to_string(different) +
                " different ones; length times different characters may be at most 50000000",
            file};
}

}  // namespace

Result<Table> readText(std::string_view bytes, const ReadOptions& options,
                       const std::string& file) {
    if (!options.columns.empty())
        return Error{"a text has no columns to pick; every character becomes one time step", file};
    if (auto error = whyNotText(bytes, file))
        return *error;
    const std::string_view text = withoutBom(bytes);

    std::u32string characters;
    std::map<char32_t, Character> vocabulary;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = decodeUtf8(text, i);
        if (!point)
            return errorAt(text, i,
                           "this is not UTF-8: byte " + shown(text.substr(i, 1)) +
                               " begins no character; save the text as UTF-8",
                           file);
        const bool startsBreak = text.substr(i, 2) == "\r\n";
        if (!startsBreak) {  // "\r\n" counts as its "\n"
            characters.push_back(point->value);
            vocabulary[point->value].utf8 = text.substr(i, point->length);
        }
        if (characters.size() > mostCells + 1)
            return tooLong(characters.size(), vocabulary.size(), file);
        i += point->length;
    }
    if (!characters.empty() && characters.back() == U'\n') {
        characters.pop_back();
        if (characters.find(U'\n') == std::u32string::npos)
            vocabulary.erase(U'\n');
    }
    if (characters.empty())
        return Error{"the text is empty; it needs at least one character", file};
    if (characters.size() > mostCells / vocabulary.size())
        return tooLong(characters.size(), vocabulary.size(), file);

    Table table;
    for (auto& [value, character] : vocabulary) {
        character.column = static_cast<Eigen::Index>(table.columns.size());
        table.columns.push_back(printableName(value, character.utf8));
        table.vocabulary.push_back(character.utf8);
    }
    table.values.setZero(static_cast<Eigen::Index>(characters.size()),
                         static_cast<Eigen::Index>(vocabulary.size()));
    for (std::size_t row = 0; row < characters.size(); ++row)
        table.values(static_cast<Eigen::Index>(row), vocabulary[characters[row]].column) = 1;
    return table;
}

}  // namespace rnnscope
