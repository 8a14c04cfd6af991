// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/readers/csv_scanner.h"
#include "core/readers/reader.h"
#include "core/result.h"

namespace rnnscope {

/// What the first row of a CSV file settles.
struct CsvHead {
    std::string_view text;                         ///< UTF-8 without byte order mark
    std::shared_ptr<const std::string> converted;  ///< where the file is not UTF-8: holds the text
    ReadOptions options;                           ///< everything filled in
    std::vector<std::string> names;  ///< of all columns; numbers where the file names none
    bool named = false;              ///< there is a header
    bool trailingDelimiter = false;  ///< every row ends in an empty cell that is no column
    std::size_t line = 1;            ///< of the first row
};

/// Reads the head. `bytes` must outlive it.
Result<CsvHead> readCsvHead(std::string_view bytes, const ReadOptions& given,
                            const std::string& file);

/// A scanner that stands before the first row of data.
CsvScanner dataOf(const CsvHead& head);

}  // namespace rnnscope
