// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <utility>

#include "core/archive.h"
#include "core/readers/columns.h"
#include "core/readers/csv_head.h"
#include "core/readers/csv_number.h"
#include "core/readers/csv_scanner.h"
#include "core/readers/reader.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Collects the rows of data into columns.
class CsvCollector {
  public:
    CsvCollector(const CsvHead& head, Selection selection, const std::string& file)
        : head_(head),
          file_(file),
          decimal_(*head.options.decimal),
          missing_(head.options.missing),
          selection_(std::move(selection)),
          values_(selection_.columns.size()) {}

    Result<Table> collect() {
        CsvScanner scanner = dataOf(head_);
        std::vector<std::size_t> blankLines;  // rows without cells, unless they end the file
        while (scanner.next()) {
            if (scanner.cells().empty()) {
                blankLines.push_back(scanner.line());
                continue;
            }
            if (rows_ > 0)
                for (const std::size_t line : blankLines)
                    if (!addBlank(line))
                        return *error_;
            blankLines.clear();
            if (!add(scanner.cells(), scanner.line()))
                return *error_;
        }
        if (scanner.error()) {
            Error error = *scanner.error();
            error.file = file_;
            return error;
        }
        if (rows_ == 0)
            return Error{
                Sentence::tr(
                    "there is a header but no data; at least one row of numbers is needed"),
                file_, head_.line};
        return finish();
    }

  private:
    bool fail(std::string message, std::size_t line, std::optional<std::size_t> column) {
        error_ = Error{std::move(message), file_, line, column};
        return false;
    }

    bool roomForRow(std::size_t line) {
        if (++rows_ <= mostNumbers / values_.size())
            return true;
        return fail(Sentence::tr("the table is too large; at most 134217728 numbers (1 GiB) can be "
                                 "read, so pick fewer columns"),
                    line, std::nullopt);
    }

    bool addBlank(std::size_t line) {
        if (missing_ == Missing::Refuse)
            return fail(
                Sentence::tr(
                    "the line is empty; remove it, or have missing values dropped or interpolated"),
                line, std::nullopt);
        anyMissing_ = true;
        for (auto& column : values_)
            column.push_back(none);
        return roomForRow(line);
    }

    bool add(const std::vector<std::string_view>& cells, std::size_t line) {
        const std::size_t width = head_.names.size() + (head_.trailingDelimiter ? 1 : 0);
        if (cells.size() != width)
            return ragged(cells.size(), width, line);
        if (!roomForRow(line))
            return false;
        if (selection_.sequence && !followSequence(cells[*selection_.sequence], line))
            return false;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const std::string_view cell = cells[selection_.columns[i]];
            const CellValue parsed = parseCell(cell, decimal_);
            if (parsed.kind != CellKind::Number && !accept(parsed.kind, cell, i, line))
                return false;
            values_[i].push_back(parsed.value);
        }
        return true;
    }

    bool ragged(std::size_t has, std::size_t width, std::size_t line) {
        const std::string cells =
            has == 1 ? Sentence::tr("%1 cell", has) : Sentence::tr("%1 cells", has);
        return fail(
            head_.named
                ? Sentence::tr("the row has %1 where the header has %2; every row needs %2", cells,
                               width)
                : Sentence::tr("the row has %1 where the first row has %2; every row needs %2",
                               cells, width),
            line, std::min(has, width) + 1);
    }

    /// Starts a new sequence where the value of the sequence column changes.
    bool followSequence(std::string_view value, std::size_t line) {
        if (value.empty())
            return fail(Sentence::tr("the sequence column is empty here; every row needs its "
                                     "sequence's number or name"),
                        line, *selection_.sequence + 1);
        if (rows_ > 1 && value != current_) {
            const CellValue before = parseCell(current_, decimal_);
            const CellValue now = parseCell(value, decimal_);
            const bool sameNumber = before.kind == CellKind::Number &&
                                    now.kind == CellKind::Number && before.value == now.value;
            if (!sameNumber)
                starts_.push_back(static_cast<Eigen::Index>(rows_ - 1));
        }
        if (value != current_)
            current_ = value;
        return true;
    }

    /// Whether a cell that is no number may stand; if not, why.
    bool accept(CellKind kind, std::string_view cell, std::size_t i, std::size_t line) {
        const std::size_t column = selection_.columns[i];
        if (kind == CellKind::TooLarge)
            return fail(Sentence::tr("%1 is beyond the largest double, 1.8e308; scale the column",
                                     shown(cell)),
                        line, column + 1);
        anyMissing_ = true;
        if (missing_ != Missing::Refuse)
            return true;
        if (kind == CellKind::Missing)
            return fail(cell.empty()
                            ? Sentence::tr("the cell is empty; give a number, or have missing "
                                           "values dropped or interpolated")
                            : Sentence::tr("%1 stands for a missing value; give a number, or have "
                                           "missing values dropped or interpolated",
                                           shown(cell)),
                        line, column + 1);
        if (isAllText(column))
            return fail(Sentence::tr("%1 is not a number, nor is anything in column %2; pick the "
                                     "columns to read without it",
                                     shown(cell), shown(head_.names[column])),
                        line, column + 1);
        return fail(
            decimal_ == ','
                ? Sentence::tr("%1 is not a number; one such as 1,5 or -2e3 is needed", shown(cell))
                : Sentence::tr("%1 is not a number; one such as 1.5 or -2e3 is needed",
                               shown(cell)),
            line, column + 1);
    }

    /// Whether a column holds no number from top to bottom.
    bool isAllText(std::size_t column) const {
        CsvScanner scanner = dataOf(head_);
        while (scanner.next())
            if (column < scanner.cells().size() &&
                parseCell(scanner.cells()[column], decimal_).kind == CellKind::Number)
                return false;
        return true;
    }

    Result<Table> finish() {
        Table table;
        for (const std::size_t column : selection_.columns) {
            table.columns.push_back(head_.names[column]);
            table.numbers.push_back(column + 1);
        }
        const auto rows = static_cast<Eigen::Index>(rows_);
        table.values.resize(rows, static_cast<Eigen::Index>(values_.size()));
        for (std::size_t i = 0; i < values_.size(); ++i) {
            table.values.col(static_cast<Eigen::Index>(i)) =
                Eigen::Map<const Eigen::VectorXd>(values_[i].data(), rows);
            values_[i] = {};  // both at once would take twice the memory
        }
        table.starts = std::move(starts_);
        if (anyMissing_)
            return resolveMissing(std::move(table), missing_, file_);
        return table;
    }

    const CsvHead& head_;
    const std::string& file_;
    char decimal_;
    Missing missing_;
    Selection selection_;
    std::vector<std::vector<double>> values_;  // a vector for each column of the table
    std::vector<Eigen::Index> starts_ = {0};
    std::string current_;  // value of the sequence column
    std::size_t rows_ = 0;
    bool anyMissing_ = false;
    std::optional<Error> error_;
};

}  // namespace

Result<Table> readCsv(std::string_view bytes, const ReadOptions& options, const std::string& file) {
    const auto head = readCsvHead(bytes, options, file);
    if (!head)
        return head.error();
    auto selection = selectColumns(head->names, options, file);
    if (!selection) {
        Error error = selection.error();
        if (error.column)
            error.line = head->line;
        return error;
    }
    return CsvCollector(*head, std::move(selection).value(), file).collect();
}

}  // namespace rnnscope
