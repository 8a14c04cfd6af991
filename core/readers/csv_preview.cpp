// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/readers/csv_head.h"
#include "core/readers/csv_number.h"
#include "core/readers/reader.h"

namespace rnnscope {

Result<Preview> previewCsv(std::string_view bytes, const ReadOptions& options, std::size_t maxRows,
                           const std::string& file) {
    const auto head = readCsvHead(bytes, options, file);
    if (!head)
        return head.error();
    Preview preview{head->options, head->names, {}, std::vector<bool>(head->names.size(), true)};
    CsvScanner scanner = dataOf(*head);
    while (preview.rows.size() < maxRows && scanner.next()) {
        const auto& cells = scanner.cells();
        if (cells.empty())
            continue;
        const bool dropLast = head->trailingDelimiter && cells.size() > head->names.size();
        auto& row = preview.rows.emplace_back(cells.begin(), cells.end() - (dropLast ? 1 : 0));
        for (std::size_t i = 0; i < std::min(row.size(), head->names.size()); ++i)
            if (parseCell(row[i], *head->options.decimal).kind == CellKind::Text)
                preview.numeric[i] = false;
    }
    if (scanner.error()) {
        Error error = *scanner.error();
        error.file = file;
        return error;
    }
    return preview;
}

}  // namespace rnnscope
