// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/table.h"

namespace rnnscope {

/// What to do with an empty or non-numeric cell (also "NA", "nan", "inf", "null").
enum class Missing {
    Refuse,      ///< an error that names it
    Drop,        ///< leave its row out
    Interpolate  ///< on the line between its neighbours in the same sequence; nearest at the ends
};

/// What one time step of a text is.
enum class TextUnit { Characters, Words };

/// How to read; what is absent is recognised from the content. Delimiter, header and decimal mark
/// concern CSV and TSV only, the encoding what is text: CSV, TSV, JSON and text.
struct ReadOptions {
    std::optional<char> delimiter = {};  ///< one of , ; tab | space
    std::optional<bool> header = {};
    std::optional<char> decimal = {};  ///< '.' or ','
    Missing missing = Missing::Refuse;
    /// Columns to take, in this order: names, or numbers as they stand in the file, from 1 (a
    /// column of that name goes first). Empty takes all. The others may hold anything.
    std::vector<std::string> columns = {};
    std::string encoding = {};  ///< id in the table of encodings; empty: recognised
    TextUnit unit = TextUnit::Characters;
    /// The column whose change of value starts a new sequence, by name or number from 1; "none"
    /// where none does. Empty: one named "sequence" in any case, if there is one.
    std::string sequenceColumn = {};

    bool operator==(const ReadOptions&) const = default;
};

/// As ReadOptions::sequenceColumn: no column separates sequences.
inline constexpr std::string_view noSequenceColumn = "none";

/// One file format of sequences. `file` is only for messages.
struct Reader {
    std::string_view id;
    std::span<const std::string_view> extensions;  ///< lower case, without the dot
    Result<Table> (*read)(std::string_view bytes, const ReadOptions&, const std::string& file);
};

/// Every format, in the order of a file dialog's filters. A format is one file and one row here.
std::span<const Reader> readers();

/// The reader for a file name, or null where the extension says nothing (then CSV is tried, since
/// most unnamed tables are).
const Reader* readerFor(const std::filesystem::path& file);

/// Reads a sequence file. Errors name file, line and column. Nothing larger than 1 GiB is read.
Result<Table> readTable(const std::filesystem::path& file, const ReadOptions& options = {});

/// The whole of a file, or an error: missing, a folder, unreadable, larger than `limit` bytes.
Result<std::string> readBytes(const std::filesystem::path& file, std::uintmax_t limit);

// The formats, each in its own file. The sequence column is no column of the table.
Result<Table> readCsv(std::string_view bytes, const ReadOptions&, const std::string& file);
Result<Table> readJson(std::string_view bytes, const ReadOptions&, const std::string& file);
Result<Table> readNpy(std::string_view bytes, const ReadOptions&, const std::string& file);
/// Columns have the names of their arrays; those of a two-dimensional one "x[1]", "x[2]", …
Result<Table> readNpzTable(std::string_view bytes, const ReadOptions&, const std::string& file);
Result<Table> readText(std::string_view bytes, const ReadOptions&, const std::string& file);

/// What readCsv would take for granted: delimiter, header and decimal mark filled in.
ReadOptions recogniseCsv(std::string_view bytes, const ReadOptions& given = {});

/// The start of a CSV file as it would be read.
struct Preview {
    ReadOptions options;               ///< as recogniseCsv fills them in
    std::vector<std::string> columns;  ///< every column of the file, `sequence` included
    std::vector<std::vector<std::string>>
        rows;                   ///< the cells' text; a row may have too few or many
    std::vector<bool> numeric;  ///< for each column: every cell seen is a number or missing
};
/// Up to `maxRows` rows after the header. `file` is only for messages.
Result<Preview> previewCsv(std::string_view bytes, const ReadOptions& options, std::size_t maxRows,
                           const std::string& file);

}  // namespace rnnscope
