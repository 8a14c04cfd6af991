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
#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr std::string_view forms =
    "an array of numbers, an array of rows, or an object of columns is needed";

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

    bool null() override { return noNumber("null", "a missing value", offset() - 4, {}); }
    bool boolean(bool value) override {
        return noNumber(value ? "true" : "false", "not a number", offset() - (value ? 4 : 5), {});
    }
    bool number_integer(number_integer_t value) override {
        return number(static_cast<double>(value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return number(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return number(value); }
    bool string(string_t& value) override {
        return noNumber(shown(value), "not a number", stringStart(), "text " + value);
    }
    bool binary(binary_t&) override { return fail("there is binary data here"); }

    bool start_object(std::size_t) override {
        if (depth_ > 0)
            return fail("there is an object here; " + std::string(forms));
        form_ = Form::Columns;
        ++depth_;
        return true;
    }
    bool key(string_t& name) override {
        if (!names_.insert(name).second)
            return fail(
                "column " + shown(name) + " is there twice; every column needs a name of its own",
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
                            ? "there is a row here after single numbers; " + std::string(forms)
                            : "arrays are nested too deeply; " + std::string(forms));
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
            return fail("the row is empty; every row needs at least one number");
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
        const std::string word = shown(wordAt(start));
        if (problem.id == outOfRange)
            return fail(word + " is beyond the largest double, 1.8e308; scale the numbers", start);
        if (text_.find_first_not_of(" \t\r\n", at) == std::string_view::npos)
            return fail("the JSON ends too early; close every bracket and quote", text_.size());
        if (word == "'NaN'" || word == "'Infinity'" || word == "'-Infinity'")
            return fail(word + " is no JSON; write null for a missing value", start);
        return fail("this is not JSON: " + word + " cannot stand here; " + std::string(forms),
                    start);
    }

  private:
    enum class Form { None, Array, Values, Rows, Columns };

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
        const std::string width = std::to_string(columns_.size());
        return fail("row " + std::to_string(rows_ + 1) + " has " + std::to_string(cell_) +
                    " numbers where the first has " + width + "; every row needs " + width);
    }

    /// The column that the next value belongs to; null where none may stand here.
    JsonColumn* place() {
        if (current_ != nullptr)
            return current_;
        if (depth_ == 0 || form_ == Form::Columns) {
            fail("there is a single value here; " + std::string(forms));
            return nullptr;
        }
        if (depth_ == 1) {
            if (form_ == Form::Rows) {
                fail("there is a single value here after rows; " + std::string(forms));
                return nullptr;
            }
            form_ = Form::Values;
            if (columns_.empty())
                addColumn("1");
            return &columns_.front();
        }
        if (rows_ == 0) {
            if (columns_.size() == mostColumns) {
                fail("the row has more than " + std::to_string(mostColumns) +
                     " numbers; a row is one time step");
                return nullptr;
            }
            addColumn(std::to_string(cell_ + 1));
        }
        if (cell_ >= columns_.size()) {
            fail("row " + std::to_string(rows_ + 1) +
                 " has more numbers than the first, which has " + std::to_string(columns_.size()) +
                 "; every row needs as many");
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
                "the file holds more than 134217728 numbers, the most that is read; give "
                "a shorter one");
        column->values.push_back(value);
        if (column->maySeparate)
            column->labels.push_back("number " + nlohmann::json(value).dump());
        return true;
    }

    /// `label`: what it names as a sequence; empty for nothing.
    bool noNumber(const std::string& shownValue, const std::string& what, std::size_t start,
                  const std::string& label) {
        JsonColumn* column = place();
        if (column == nullptr) {
            error_->offset = start;
            return false;
        }
        column->values.push_back(std::numeric_limits<double>::quiet_NaN());
        if (!column->flaw)
            column->flaw = {start, shownValue + " in row " + std::to_string(column->values.size()) +
                                       ", column " + shown(column->name) + " is " + what};
        if (column->maySeparate)
            column->labels.push_back(label);
        if (label.empty() && !column->noLabel)
            column->noLabel = {start, shownValue + " names no sequence; give a number or a text"};
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
        return Error{"the file holds no numbers; " + std::string(forms), file};
    std::vector<std::string> names;
    for (const JsonColumn& column : columns) {
        names.push_back(column.name);
        if (column.values.size() != columns.front().values.size())
            return Error{"column " + shown(column.name) + " has " +
                             std::to_string(column.values.size()) + " values where column " +
                             shown(columns.front().name) + " has " +
                             std::to_string(columns.front().values.size()) +
                             "; all columns need equally many",
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
        return errorAt(text, firstFlaw->offset,
                       firstFlaw->what +
                           "; give a number, or have missing values dropped or "
                           "interpolated",
                       file);
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
        return Error{"the file is empty; " + std::string(forms), file};
    JsonCollector collector(text, options);
    if (!nlohmann::json::sax_parse(collector.begin(), collector.end(), &collector)) {
        const auto& problem = collector.error();
        return errorAt(text, problem->offset, problem->what, file);
    }
    return assemble(collector.columns(), text, options, file);
}

}  // namespace rnnscope
