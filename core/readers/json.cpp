// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/archive.h"
#include "core/json_reading.h"
#include "core/readers/columns.h"
#include "core/readers/encoding.h"
#include "core/readers/reader.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

/// What a file may hold.
std::string forms() {
    return Sentence::tr("an array of numbers, an array of rows, or an object of columns is needed");
}

/// One column as the file has it.
struct JsonColumn {
    std::string name;
    bool maySeparate = false;
    std::vector<double> values = {};       // NaN where there is no number
    std::vector<std::string> labels = {};  // where it may separate sequences: each value as text
    struct Flaw {
        std::size_t offset;
        std::string what;
    };
    std::optional<Flaw> flaw = {};     // the first value that is no number
    std::optional<Flaw> noLabel = {};  // the first that names no sequence
};

/// Receives what the parser meets and stops at the first thing that is no sequence, so that
/// nesting never goes deeper than a row of numbers.
class JsonCollector : public nlohmann::json_sax<nlohmann::json> {
  public:
    JsonCollector(std::string_view text, const ReadOptions& options)
        : text_(text), options_(options), position_(text.data()) {}

    JsonReading begin() { return {text_.data(), &position_}; }
    JsonReading end() { return {text_.data() + text_.size(), &position_}; }

    std::vector<JsonColumn>& columns() { return columns_; }
    /// Offset and message of what stopped the parser.
    const std::optional<JsonColumn::Flaw>& error() const { return error_; }

    bool null() override { return noNumber("null", Lack::Missing, offset() - 4, {}); }
    bool boolean(bool value) override {
        return noNumber(value ? "true" : "false", Lack::NoNumber, offset() - (value ? 4 : 5), {});
    }
    bool number_integer(number_integer_t value) override {
        return number(static_cast<double>(value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return number(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return number(value); }
    bool string(string_t& value) override {
        return noNumber(shown(value), Lack::NoNumber, stringStart(), "text " + value);
    }
    bool binary(binary_t&) override { return fail(Sentence::tr("there is binary data here")); }

    bool start_object(std::size_t) override {
        if (depth_ > 0)
            return fail(Sentence::tr("there is an object here; %1", forms()));
        form_ = Form::Columns;
        ++depth_;
        return true;
    }
    bool key(string_t& name) override {
        if (!names_.insert(name).second)
            return fail(
                Sentence::tr("column %1 is there twice; every column needs a name of its own",
                             shown(name)),
                stringStart());
        addColumn(name);
        return true;
    }
    bool end_object() override {
        --depth_;
        return true;
    }

    bool start_array(std::size_t) override {
        if (depth_ == 0) {
            form_ = Form::Array;
        } else if (depth_ == 1 && form_ == Form::Array && columns_.empty()) {
            form_ = Form::Rows;
        } else if (depth_ > 1 || form_ == Form::Array || form_ == Form::Values) {
            return fail(form_ == Form::Values
                            ? Sentence::tr("there is a row here after single numbers; %1", forms())
                            : Sentence::tr("arrays are nested too deeply; %1", forms()));
        }
        ++depth_;
        cell_ = 0;
        current_ = form_ == Form::Columns ? &columns_.back() : nullptr;
        return true;
    }
    bool end_array() override {
        --depth_;
        current_ = nullptr;
        if (form_ != Form::Rows || depth_ != 1)
            return true;
        if (cell_ == 0)
            return fail(Sentence::tr("the row is empty; every row needs at least one number"));
        if (rows_ > 0 && cell_ != columns_.size())
            return ragged();
        ++rows_;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& problem) override {
        constexpr int outOfRange = 406;
        const std::size_t at = std::min(position > 0 ? position - 1 : 0, text_.size());
        const bool inWord = at < text_.size() && isWordPart(at);
        const std::size_t start = problem.id == outOfRange ? numberStart()
                                  : inWord                 ? wordStart(at)
                                                           : at;
        const std::string_view word = wordAt(start);
        if (problem.id == outOfRange)
            return fail(Sentence::tr("%1 is beyond the largest double, 1.8e308; scale the numbers",
                                     shown(word)),
                        start);
        if (text_.find_first_not_of(" \t\r\n", at) == std::string_view::npos)
            return fail(Sentence::tr("the JSON ends too early; close every bracket and quote"),
                        text_.size());
        if (word == "NaN" || word == "Infinity" || word == "-Infinity")
            return fail(Sentence::tr("%1 is no JSON; write null for a missing value", shown(word)),
                        start);
        return fail(
            Sentence::tr("this is not JSON: %1 cannot stand here; %2", shown(word), forms()),
            start);
    }

  private:
    enum class Form { None, Array, Values, Rows, Columns };
    enum class Lack { Missing, NoNumber };

    bool fail(std::string message, std::optional<std::size_t> at = {}) {
        const std::size_t after = offset();
        error_ = {at.value_or(after > 0 ? after - 1 : 0), std::move(message)};
        return false;
    }

    void addColumn(const std::string& name) {
        columns_.push_back({name, maySeparate(name, columns_.size(), options_)});
    }

    std::size_t offset() const { return static_cast<std::size_t>(position_ - text_.data()); }

    bool isWordPart(std::size_t i) const {
        const char c = text_[i];
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '-' || c == '.' || c == '_';
    }
    /// The number or word at an offset, or the one character.
    std::string_view wordAt(std::size_t start) const {
        std::size_t end = start;
        while (end < text_.size() && isWordPart(end))
            ++end;
        if (end == start && start < text_.size()) {
            const auto point = decodeUtf8(text_, start);
            end += point ? point->length : 1;
        }
        return text_.substr(start, end - start);
    }
    /// Where the word begins that ends before an offset or goes on there.
    std::size_t wordStart(std::size_t at) const {
        while (at > 0 && isWordPart(at - 1))
            --at;
        return at;
    }
    // Where the value that was just read starts. The parser reads one byte beyond a number.
    std::size_t numberStart() const {
        const std::size_t end = offset();
        return wordStart(end > 0 && !isWordPart(end - 1) ? end - 1 : end);
    }
    std::size_t stringStart() const {
        std::size_t start = offset() >= 2 ? offset() - 2 : 0;
        const auto escaped = [&](std::size_t i) {
            std::size_t slashes = 0;
            while (i > slashes && text_[i - 1 - slashes] == '\\')
                ++slashes;
            return slashes % 2 == 1;
        };
        while (start > 0 && (text_[start] != '"' || escaped(start)))
            --start;
        return start;
    }

    bool ragged() {
        return fail(Sentence::tr("row %1 has %2 numbers where the first has %3; every row needs %3",
                                 rows_ + 1, cell_, columns_.size()));
    }

    /// The column that the next value belongs to; null where none may stand here.
    JsonColumn* place() {
        if (current_ != nullptr)
            return current_;
        if (depth_ == 0 || form_ == Form::Columns) {
            fail(Sentence::tr("there is a single value here; %1", forms()));
            return nullptr;
        }
        if (depth_ == 1) {
            if (form_ == Form::Rows) {
                fail(Sentence::tr("there is a single value here after rows; %1", forms()));
                return nullptr;
            }
            form_ = Form::Values;
            if (columns_.empty())
                addColumn("1");
            return &columns_.front();
        }
        if (rows_ == 0) {
            if (columns_.size() == mostColumns) {
                fail(Sentence::tr("the row has more than %1 numbers; a row is one time step",
                                  mostColumns));
                return nullptr;
            }
            addColumn(std::to_string(cell_ + 1));
        }
        if (cell_ >= columns_.size()) {
            fail(Sentence::tr(
                "row %1 has more numbers than the first, which has %2; every row needs as many",
                rows_ + 1, columns_.size()));
            return nullptr;
        }
        return &columns_[cell_++];
    }

    bool number(double value) {
        JsonColumn* column = place();
        if (column == nullptr) {
            error_->offset = numberStart();
            return false;
        }
        if (++count_ > mostNumbers)
            return fail(
                Sentence::tr("the file holds more than 134217728 numbers, the most that is read; "
                             "give a shorter one"));
        column->values.push_back(value);
        if (column->maySeparate)
            column->labels.push_back("number " + nlohmann::json(value).dump());
        return true;
    }

    static std::string lackOf(const std::string& shownValue, Lack lack, const JsonColumn& column) {
        const std::size_t row = column.values.size();
        return lack == Lack::Missing ? Sentence::tr(
                                           "%1 in row %2, column %3 is a missing value; give a "
                                           "number, or have missing values dropped or interpolated",
                                           shownValue, row, shown(column.name))
                                     : Sentence::tr(
                                           "%1 in row %2, column %3 is not a number; give a "
                                           "number, or have missing values dropped or interpolated",
                                           shownValue, row, shown(column.name));
    }

    /// `label`: what it names as a sequence; empty for nothing.
    bool noNumber(const std::string& shownValue, Lack lack, std::size_t start,
                  const std::string& label) {
        JsonColumn* column = place();
        if (column == nullptr) {
            error_->offset = start;
            return false;
        }
        column->values.push_back(std::numeric_limits<double>::quiet_NaN());
        if (!column->flaw)
            column->flaw = {start, lackOf(shownValue, lack, *column)};
        if (column->maySeparate)
            column->labels.push_back(label);
        if (label.empty() && !column->noLabel)
            column->noLabel = {
                start, Sentence::tr("%1 names no sequence; give a number or a text", shownValue)};
        return true;
    }

    std::string_view text_;
    const ReadOptions& options_;
    const char* position_;
    Form form_ = Form::None;
    int depth_ = 0;
    std::vector<JsonColumn> columns_;
    std::set<std::string> names_;    // keys so far
    JsonColumn* current_ = nullptr;  // the column of an object that is being read
    std::size_t cell_ = 0;           // cells of the current row so far
    std::size_t rows_ = 0;           // complete rows
    std::size_t count_ = 0;
    std::optional<JsonColumn::Flaw> error_;
};

/// Makes a table of the columns that were picked.
Result<Table> assemble(const std::vector<JsonColumn>& columns, std::string_view text,
                       const ReadOptions& options, const std::string& file) {
    if (columns.empty() || columns.front().values.empty())
        return Error{Sentence::tr("the file holds no numbers; %1", forms()), file};
    std::vector<std::string> names;
    for (const JsonColumn& column : columns) {
        names.push_back(column.name);
        if (column.values.size() != columns.front().values.size())
            return Error{
                Sentence::tr(
                    "column %1 has %2 values where column %3 has %4; all columns need equally many",
                    shown(column.name), column.values.size(), shown(columns.front().name),
                    columns.front().values.size()),
                file};
    }
    const auto selection = selectColumns(names, options, file);
    if (!selection)
        return selection.error();

    const auto rows = static_cast<Eigen::Index>(columns.front().values.size());
    Table table;
    table.values.resize(rows, static_cast<Eigen::Index>(selection->columns.size()));
    const JsonColumn::Flaw* firstFlaw = nullptr;
    for (std::size_t i = 0; i < selection->columns.size(); ++i) {
        const JsonColumn& column = columns[selection->columns[i]];
        table.columns.push_back(column.name);
        table.numbers.push_back(selection->columns[i] + 1);
        table.values.col(static_cast<Eigen::Index>(i)) =
            Eigen::Map<const Eigen::VectorXd>(column.values.data(), rows);
        if (column.flaw && (firstFlaw == nullptr || column.flaw->offset < firstFlaw->offset))
            firstFlaw = &*column.flaw;
    }
    if (selection->sequence) {
        const JsonColumn& sequence = columns[*selection->sequence];
        if (sequence.noLabel)
            return errorAt(text, sequence.noLabel->offset, sequence.noLabel->what, file);
        const auto& labels = sequence.labels;
        for (std::size_t row = 1; row < labels.size(); ++row)
            if (labels[row] != labels[row - 1])
                table.starts.push_back(static_cast<Eigen::Index>(row));
    }
    if (firstFlaw == nullptr)
        return table;
    if (options.missing == Missing::Refuse)
        return errorAt(text, firstFlaw->offset, firstFlaw->what, file);
    return resolveMissing(std::move(table), options.missing, file);
}

}  // namespace

Result<Table> readJson(std::string_view bytes, const ReadOptions& options,
                       const std::string& file) {
    const auto decoded = toUtf8(bytes, options.encoding, file);
    if (!decoded)
        return decoded.error();
    const std::string_view text = decoded->text;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{Sentence::tr("the file is empty; %1", forms()), file};
    JsonCollector collector(text, options);
    if (!nlohmann::json::sax_parse(collector.begin(), collector.end(), &collector)) {
        const auto& problem = collector.error();
        return errorAt(text, problem->offset, problem->what, file);
    }
    return assemble(collector.columns(), text, options, file);
}

}  // namespace rnnscope
