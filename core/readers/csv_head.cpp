// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/csv_head.h"

#include <utility>

#include "core/readers/columns.h"
#include "core/readers/encoding.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

bool nextFilled(CsvScanner& scanner) {
    while (scanner.next())
        if (!scanner.cells().empty())
            return true;
    return false;
}

/// Whether every row has as many cells as the first and nothing in the last of them.
bool everyRowEndsEmpty(const CsvHead& head, std::size_t width) {
    CsvScanner scanner(head.text, *head.options.delimiter);
    while (nextFilled(scanner))
        if (scanner.cells().size() != width || !scanner.cells().back().empty())
            return false;
    return !scanner.error();
}

std::vector<std::string> headerNames(const std::vector<std::string_view>& cells,
                                     std::size_t count) {
    std::vector<std::string> names;
    names.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(cells[i].empty() ? std::to_string(i + 1) : std::string(cells[i]));
    return names;
}

}  // namespace

Result<CsvHead> readCsvHead(std::string_view bytes, const ReadOptions& given,
                            const std::string& file) {
    auto text = toUtf8(bytes, given.encoding, file);
    if (!text)
        return text.error();
    CsvHead head;
    head.text = text->text;
    head.converted = std::move(text->converted);
    if (head.text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{Sentence::tr("the file is empty; it needs at least one row of numbers"), file};
    head.options = recogniseCsv(head.text, given);

    CsvScanner scanner(head.text, *head.options.delimiter);
    if (!nextFilled(scanner)) {
        Error error = scanner.error().value_or(Error{
            Sentence::tr("the file holds comments only; it needs at least one row of numbers")});
        error.file = file;
        return error;
    }
    const auto& cells = scanner.cells();
    std::size_t count = cells.size();
    head.line = scanner.line();
    head.trailingDelimiter = count > 1 && cells.back().empty() && everyRowEndsEmpty(head, count);
    if (head.trailingDelimiter)
        --count;
    head.named = *head.options.header;
    head.names = head.named ? headerNames(cells, count) : numberedNames(count);
    return head;
}

CsvScanner dataOf(const CsvHead& head) {
    CsvScanner scanner(head.text, *head.options.delimiter);
    if (head.named)
        nextFilled(scanner);
    return scanner;
}

}  // namespace rnnscope
