// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <unordered_map>

#include "core/readers/encoding.h"
#include "core/readers/reader.h"
#include "core/readers/text_units.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostCells = 50'000'000;  // rows × vocabulary

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
/// one is itself, all other names are longer than one character, and no word.
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

std::string nameOf(const std::string& unit) {
    const auto point = decodeUtf8(unit, 0);
    return point->length == unit.size() ? printableName(point->value, unit) : unit;
}

/// A text as numbers, which stand for its different steps in the order of their first coming.
struct Numbered {
    std::vector<std::uint32_t> steps;
    std::unordered_map<std::string_view, std::uint32_t> numbers;
};

Error tooLong(const Numbered& text, TextUnit unit, const std::string& file) {
    const std::size_t steps = text.steps.size(), different = text.numbers.size();
    return {unit == TextUnit::Words
                ? Sentence::tr("the text has %1 words or more, %2 different ones; length times "
                               "different words may be at most %3",
                               steps, different, mostCells)
                : Sentence::tr("the text has %1 characters or more, %2 different ones; length "
                               "times different characters may be at most %3",
                               steps, different, mostCells),
            file};
}

Result<Numbered> numbered(std::string_view text, TextUnit unit, const std::string& file) {
    Numbered result;
    std::size_t offset = 0;
    while (const auto step = nextUnit(text, offset, unit)) {
        const auto next = static_cast<std::uint32_t>(result.numbers.size());
        result.steps.push_back(result.numbers.emplace(*step, next).first->second);
        if (result.steps.size() > mostCells + 1)
            return tooLong(result, unit, file);
    }
    // A file's last line end closes a line; it is no step.
    const auto lineEnd = result.numbers.find("\n");
    if (lineEnd != result.numbers.end() && result.steps.back() == lineEnd->second) {
        result.steps.pop_back();
        if (std::find(result.steps.begin(), result.steps.end(), lineEnd->second) ==
            result.steps.end())
            result.numbers.erase(lineEnd);
    }
    if (!result.steps.empty() && result.steps.size() > mostCells / result.numbers.size())
        return tooLong(result, unit, file);
    return result;
}

}  // namespace

Result<Table> readText(std::string_view bytes, const ReadOptions& options,
                       const std::string& file) {
    const bool words = options.unit == TextUnit::Words;
    if (!options.columns.empty())
        return Error{
            words ? Sentence::tr("a text has no columns to pick; every word becomes one time step")
                  : Sentence::tr(
                        "a text has no columns to pick; every character becomes one time step"),
            file};
    if (!options.sequenceColumn.empty() && options.sequenceColumn != noSequenceColumn)
        return Error{
            Sentence::tr("a text has no column that separates sequences; it is one sequence"),
            file};
    const auto text = toUtf8(bytes, options.encoding, file);
    if (!text)
        return text.error();
    const auto read = numbered(text->text, options.unit, file);
    if (!read)
        return read.error();
    if (read->steps.empty())
        return Error{words ? Sentence::tr("the text is empty; it needs at least one word")
                           : Sentence::tr("the text is empty; it needs at least one character"),
                     file};

    Table table;
    std::vector<Eigen::Index> columnOf(read->numbers.size() + 1);  // a number may be left out
    const std::map<std::string_view, std::uint32_t> inOrder(read->numbers.begin(),
                                                            read->numbers.end());
    for (const auto& [unit, number] : inOrder) {
        columnOf[number] = static_cast<Eigen::Index>(table.columns.size());
        table.vocabulary.emplace_back(unit);
        table.columns.push_back(nameOf(table.vocabulary.back()));
    }
    table.values.setZero(static_cast<Eigen::Index>(read->steps.size()),
                         static_cast<Eigen::Index>(table.columns.size()));
    for (std::size_t row = 0; row < read->steps.size(); ++row)
        table.values(static_cast<Eigen::Index>(row), columnOf[read->steps[row]]) = 1;
    return table;
}

}  // namespace rnnscope
