// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/readers/csv_number.h"
#include "core/readers/csv_scanner.h"
#include "core/readers/reader.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

// The start of the file decides; more would only cost time.
constexpr std::size_t sampleRows = 100;
constexpr std::size_t sampleCells = 20'000;

/// What the first rows look like when cells are separated by `delimiter`.
struct Survey {
    char delimiter = ',';
    std::size_t rows = 0;
    std::size_t matching = 0;  // rows with as many cells as the first
    std::size_t width = 0;     // cells of the first row
    // Among the cells of matching rows: those with something in them, and numbers (or tokens for
    // missing ones) by decimal mark.
    std::size_t filled = 0;
    std::array<std::size_t, 2> numeric = {0, 0};  // '.', ','
    bool needsPoint = false;                      // some cell is a number with '.' only
    std::size_t end = 0;                          // bytes seen
};

bool passes(CellKind kind) {
    return kind != CellKind::Text;
}

Survey survey(std::string_view text, char delimiter) {
    Survey found;
    found.delimiter = delimiter;
    CsvScanner scanner(text, delimiter);
    std::size_t cells = 0;
    while (found.rows < sampleRows && (cells < sampleCells || found.rows < 2) && scanner.next()) {
        const auto& row = scanner.cells();
        if (row.empty())
            continue;
        cells += row.size();
        if (found.rows++ == 0)
            found.width = row.size();
        if (row.size() != found.width)
            continue;
        ++found.matching;
        for (const std::string_view cell : row) {
            if (cell.empty())
                continue;
            const bool withPoint = passes(parseCell(cell, '.').kind);
            const bool withComma = passes(parseCell(cell, ',').kind);
            ++found.filled;
            found.numeric[0] += withPoint;
            found.numeric[1] += withComma;
            found.needsPoint = found.needsPoint || (withPoint && !withComma);
        }
    }
    found.end = scanner.offset();
    return found;
}

/// How well a delimiter and a decimal mark explain the rows: 0 (not at all) to 1.1. Even text alone
/// speaks for a delimiter that gives every row as many cells.
double plausibility(const Survey& found, std::size_t decimal) {
    if (found.rows == 0)
        return 0;
    const double agreement = static_cast<double>(found.matching) / static_cast<double>(found.rows);
    const double numbers = found.filled == 0 ? 0
                                             : static_cast<double>(found.numeric[decimal]) /
                                                   static_cast<double>(found.filled);
    return agreement * (0.1 + numbers);
}

struct Guess {
    Survey survey;
    char decimal = '.';
};

/// The likeliest way to read; the order below decides between equals.
Guess guess(std::string_view text, const ReadOptions& given) {
    Guess best;
    double bestScore = -1;
    const auto consider = [&](const Survey& found, std::string_view decimals) {
        for (const char decimal : decimals) {
            if (given.decimal && *given.decimal != decimal)
                continue;
            const double score = plausibility(found, decimal == ',' ? 1 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = {found, decimal};
            }
        }
    };
    if (given.delimiter) {
        consider(survey(text, *given.delimiter), ".,");
        return best;
    }
    bool firstRowHasComma = false;
    for (const char delimiter : {'\t', ';', ',', '|', ' '}) {
        if (delimiter == ',' && given.decimal == ',')
            continue;  // then commas mark decimals
        const Survey found = survey(text, delimiter);
        if (found.width > 1)
            consider(found, ".,");
        if (delimiter == ',')
            firstRowHasComma = found.width > 1;
    }
    // One column. "1,5" alone is two columns rather than a decimal comma; below a first row without
    // any comma it can only be a decimal comma. '\n' cannot separate cells: none are separated.
    Survey single = survey(text, '\n');
    single.delimiter = firstRowHasComma ? ',' : ';';
    consider(single, firstRowHasComma ? "." : ".,");
    if (best.decimal == '.' && best.survey.delimiter == ';' && best.survey.width == 1)
        best.survey.delimiter = ',';
    return best;
}

/// A header is a first row with text in it and no number.
bool looksLikeHeader(std::string_view text, char delimiter, char decimal) {
    CsvScanner scanner(text, delimiter);
    while (scanner.next()) {
        if (scanner.cells().empty())
            continue;
        bool anyText = false;
        for (const std::string_view cell : scanner.cells()) {
            const CellKind kind = parseCell(cell, decimal).kind;
            if (kind == CellKind::Number || kind == CellKind::TooLarge)
                return false;
            anyText = anyText || kind == CellKind::Text;
        }
        return anyText;
    }
    return false;
}

}  // namespace

ReadOptions recogniseCsv(std::string_view bytes, const ReadOptions& given) {
    const std::string_view text = withoutBom(bytes);
    ReadOptions options = given;
    if (!options.delimiter || !options.decimal) {
        const Guess found = guess(text, given);
        options.delimiter = given.delimiter.value_or(found.survey.delimiter);
        options.decimal = given.decimal.value_or(found.decimal);
        // Where the sample holds whole numbers only, the rest may tell.
        const std::string_view rest = text.substr(std::min(found.survey.end, text.size()));
        if (!given.decimal && options.delimiter != ',' && !found.survey.needsPoint &&
            rest.find(',') != std::string_view::npos && rest.find('.') == std::string_view::npos)
            options.decimal = ',';
    }
    if (!options.header)
        options.header = looksLikeHeader(text, *options.delimiter, *options.decimal);
    return options;
}

}  // namespace rnnscope
