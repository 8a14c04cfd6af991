// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sheet.h"

#include <QString>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/readers/columns.h"
#include "core/readers/csv_head.h"
#include "core/readers/csv_number.h"

namespace rnnscope {
namespace {

void takeRow(Sheet& sheet, const CsvScanner& scanner, bool dropLast) {
    const auto& cells = scanner.cells();
    sheet.rows.push_back({scanner.line(), {cells.begin(), cells.end() - (dropLast ? 1 : 0)}});
}

std::string lower(std::string name) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return name;
}

template <std::size_t count>
bool isOneOf(const std::string& name, const char* const (&names)[count]) {
    return std::find(std::begin(names), std::end(names), lower(name)) != std::end(names);
}

bool namesTime(const std::string& name) {
    constexpr const char* names[] = {"year", "month", "day",  "date", "time",
                                     "hour", "index", "step", "t"};
    return isOneOf(name, names);
}

bool namesAnswer(const std::string& name) {
    constexpr const char* names[] = {"target", "answer", "label", "y"};
    return isOneOf(name, names);
}

/// Whether a column rises by the same whole number from row to row.
bool counts(const Sheet& sheet, std::size_t column) {
    double step = 0;
    double before = 0;
    std::size_t seen = 0;
    for (const Sheet::Row& row : sheet.rows) {
        if (column >= row.cells.size())
            return false;
        const CellValue cell = parseCell(row.cells[column], *sheet.options.decimal);
        if (cell.kind != CellKind::Number || cell.value != std::floor(cell.value))
            return false;
        if (seen == 1)
            step = cell.value - before;
        if (seen >= 1 && (cell.value - before != step || step <= 0))
            return false;
        before = cell.value;
        ++seen;
    }
    return seen >= 3;
}

}  // namespace

void classify(Sheet& sheet) {
    const std::size_t count = sheet.columns.size();
    sheet.kinds.assign(count, ColumnKind::Numbers);
    sheet.offenders.assign(count, {});
    for (std::size_t column = 0; column < count; ++column) {
        std::size_t numbers = 0;
        std::size_t texts = 0;
        for (const Sheet::Row& row : sheet.rows) {
            if (column >= row.cells.size())
                continue;
            const CellKind kind = parseCell(row.cells[column], *sheet.options.decimal).kind;
            if (kind == CellKind::Text && texts++ == 0)
                sheet.offenders[column] = row.cells[column];
            numbers += kind == CellKind::Number || kind == CellKind::TooLarge ? 1 : 0;
        }
        if (texts > 0)
            sheet.kinds[column] = texts < numbers ? ColumnKind::Flawed : ColumnKind::Text;
    }
}

Result<Sheet> sheetOfCsv(std::string_view bytes, const ReadOptions& options,
                         const std::string& file) {
    const auto head = readCsvHead(bytes, options, file);
    if (!head)
        return head.error();
    Sheet sheet;
    sheet.options = head->options;
    sheet.columns = head->names;
    CsvScanner scanner = dataOf(*head);
    while (scanner.next()) {
        if (scanner.cells().empty())
            continue;
        if (sheet.rows.size() == sheetRows) {
            sheet.complete = false;
            break;
        }
        takeRow(sheet, scanner,
                head->trailingDelimiter && scanner.cells().size() > head->names.size());
    }
    // An error in the middle of the text is told by the reading proper, with its place.
    sheet.named = head->named;
    sheet.separable = true;
    classify(sheet);
    return sheet;
}

void addRowsAbout(Sheet& sheet, std::string_view bytes, std::size_t line) {
    if (!sheet.rows.empty() && sheet.rows.back().line >= line)
        return;
    const auto head = readCsvHead(bytes, sheet.options, {});
    if (!head)
        return;
    constexpr std::size_t before = 5;
    constexpr std::size_t after = 5;
    const std::size_t from = sheet.rows.empty() ? 0 : sheet.rows.back().line + 1;
    CsvScanner scanner = dataOf(*head);
    bool gap = line > from + before;
    while (scanner.next() && scanner.line() <= line + after)
        if (!scanner.cells().empty() && scanner.line() >= from && scanner.line() + before >= line) {
            if (std::exchange(gap, false))
                sheet.rows.push_back({0, {}});
            takeRow(sheet, scanner,
                    head->trailingDelimiter && scanner.cells().size() > head->names.size());
        }
}

std::size_t countRows(std::string_view bytes, const ReadOptions& options) {
    const auto head = readCsvHead(bytes, options, {});
    if (!head)
        return 0;
    std::size_t rows = 0;
    CsvScanner scanner = dataOf(*head);
    while (scanner.next())
        rows += scanner.cells().empty() ? 0 : 1;
    return rows;
}

bool isNumeric(const Sheet& sheet, std::size_t column) {
    return sheet.kinds[column] == ColumnKind::Numbers || sheet.kinds[column] == ColumnKind::Flawed;
}

bool looksLikeTable(const Sheet& sheet) {
    for (std::size_t column = 0; column < sheet.columns.size(); ++column)
        if (isNumeric(sheet, column))
            for (const Sheet::Row& row : sheet.rows)
                if (column < row.cells.size() &&
                    parseCell(row.cells[column], *sheet.options.decimal).kind == CellKind::Number)
                    return true;
    return false;
}

std::vector<VocabularyEntry> vocabularyOf(const Table& text) {
    std::vector<VocabularyEntry> entries;
    entries.reserve(text.columns.size());
    for (std::size_t column = 0; column < text.columns.size(); ++column)
        entries.push_back(
            {text.columns[column],
             static_cast<std::size_t>(
                 (text.values.col(static_cast<Eigen::Index>(column)).array() != 0).count())});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    return entries;
}

std::vector<ColumnUse> guessRoles(const Sheet& sheet) {
    const std::size_t count = sheet.columns.size();
    std::vector<ColumnUse> roles(count, ColumnUse::Unused);
    std::vector<std::size_t> numeric;
    for (std::size_t column = 0; column < count; ++column) {
        if (sheet.named && namesSequence(sheet.columns[column]))
            roles[column] = ColumnUse::Sequence;
        else if (isNumeric(sheet, column))
            numeric.push_back(column);
    }
    // Beside the first of several arrays only an answer of its length has a part.
    if (!sheet.arrays.empty() && !numeric.empty()) {
        const std::size_t first = numeric.front();
        std::erase_if(numeric, [&](std::size_t column) {
            return sheet.lengths[column] != sheet.lengths[first] ||
                   (sheet.arrays[column] != sheet.arrays[first] &&
                    !namesAnswer(sheet.columns[column]));
        });
    }
    if (numeric.size() == 1) {
        roles[numeric.front()] = ColumnUse::Input;
        return roles;
    }
    std::size_t inputs = 0;
    std::size_t targets = 0;
    for (const std::size_t column : numeric) {
        if (targets == 0 && namesAnswer(sheet.columns[column])) {
            roles[column] = ColumnUse::Target;
            ++targets;
        } else if (!namesTime(sheet.columns[column]) && !counts(sheet, column)) {
            roles[column] = ColumnUse::Input;
            ++inputs;
        }
    }
    // Better a counter as input than none.
    for (const std::size_t column : numeric)
        if (inputs == 0 && roles[column] == ColumnUse::Unused)
            roles[column] = ColumnUse::Input;
    return roles;
}

}  // namespace rnnscope
