// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/readers/reader.h"
#include "core/result.h"
#include "core/table.h"

namespace rnnscope {

/// What a column of a sequence file holds, as far as its first rows tell.
enum class ColumnKind {
    Numbers,
    Flawed,   ///< numbers, but some cell is none
    Text,     ///< mostly no numbers: cannot be read
    Sequence  ///< separates sequences
};

/// The start of a sequence file as a dialog shows it.
struct Sheet {
    struct Row {
        /// In the file, or in a table without lines; from 1. 0: rows were left out here.
        std::size_t line;
        std::vector<std::string> cells;
    };

    ReadOptions options;  ///< everything recognised is filled in
    std::vector<std::string> columns;
    std::vector<ColumnKind> kinds;
    std::vector<std::string> offenders;  ///< a column's first cell that is no number
    std::vector<Row> rows;
    bool complete = true;  ///< the file has no further rows
};

inline constexpr std::size_t sheetRows = 200;

/// `file` is only for messages.
Result<Sheet> sheetOfCsv(std::string_view bytes, const ReadOptions& options,
                         const std::string& file);
Sheet sheetOfTable(const Table& table);
/// Adds the rows about a line of the same CSV file, where they are not among the first.
void addRowsAbout(Sheet& sheet, std::string_view bytes, std::size_t line);
/// How many rows of data a CSV file has.
std::size_t countRows(std::string_view bytes, const ReadOptions& options);

/// What a column is used for.
enum class ColumnUse { Unused, Input, Target };

/// The likeliest roles: a column named like an answer is the target, one that only counts the rows
/// is left out, all other numbers are inputs.
std::vector<ColumnUse> guessRoles(const Sheet& sheet);

}  // namespace rnnscope
