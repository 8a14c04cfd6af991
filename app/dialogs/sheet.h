// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/archive.h"
#include "core/readers/reader.h"
#include "core/result.h"
#include "core/table.h"

namespace rnnscope {

/// What a column of a sequence file holds, as far as its first rows tell.
enum class ColumnKind {
    Numbers,
    Flawed,  ///< numbers, but some cell is none
    Text,    ///< mostly no numbers: cannot be read, but may separate sequences
    Unfit    ///< an array of a shape that is no column
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
    bool named = false;    ///< the file itself names the columns
    /// Of arrays: that which each column belongs to, and its rows. Empty where all are of one.
    std::vector<std::size_t> arrays, lengths;
    bool separable = false;  ///< a column may separate sequences
};

inline constexpr std::size_t sheetRows = 200;

/// `file` is only for messages.
Result<Sheet> sheetOfCsv(std::string_view bytes, const ReadOptions& options,
                         const std::string& file);
/// An array's name is empty where it is alone in its file.
Sheet sheetOfArrays(const std::vector<Array>& arrays);
/// Nothing where the file is not of a form that is read: then its reader says why.
std::optional<Sheet> sheetOfJson(std::string_view text);
/// Fills in kinds and offenders.
void classify(Sheet& sheet);
/// Adds the rows about a line of the same CSV file, where they are not among the first.
void addRowsAbout(Sheet& sheet, std::string_view bytes, std::size_t line);
/// How many rows of data a CSV file has.
std::size_t countRows(std::string_view bytes, const ReadOptions& options);

/// Whether a column can be an input.
bool isNumeric(const Sheet& sheet, std::size_t column);
/// Whether some column holds more numbers than words, as no prose does.
bool looksLikeTable(const Sheet& sheet);

/// What a column is used for. Wherever the value of a Sequence changes, a new sequence begins.
enum class ColumnUse { Unused, Input, Target, Sequence };

/// The likeliest roles: a column named "sequence" separates, one named like an answer is the
/// target, one that only counts the rows is left out, all other numbers are inputs; of several
/// arrays, the first's.
std::vector<ColumnUse> guessRoles(const Sheet& sheet);

/// A character or word of a text, and how often it comes.
struct VocabularyEntry {
    std::string name;
    std::size_t count;
};
/// Of a text that was read, the most frequent first.
std::vector<VocabularyEntry> vocabularyOf(const Table& text);

}  // namespace rnnscope
