// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/columns.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using NumberOf = std::unordered_map<std::string, std::size_t>;

/// "1 'time', 2 'value'"; long lists are cut short.
std::string listing(const std::vector<std::string>& names,
                    std::optional<std::size_t> without = std::nullopt) {
    constexpr std::size_t most = 12;
    std::string text;
    std::size_t count = 0;
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (column == without || ++count > most)
            continue;
        const std::string number = std::to_string(column + 1);
        text += (count > 1 ? ", " : "") + number;
        if (names[column] != number)
            text += " " + shown(names[column]);
    }
    if (count > most)
        return Sentence::tr("%1 and %2 more", text, count - most);
    return text;
}

std::optional<std::size_t> numberIn(std::string_view text) {
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, number);
    if (status != std::errc() || stop != end || number < 1)
        return std::nullopt;
    return number - 1;
}

std::optional<std::size_t> find(const std::string& pick, const NumberOf& numberOf,
                                std::size_t count) {
    if (const auto named = numberOf.find(pick); named != numberOf.end())
        return named->second;
    if (const auto number = numberIn(pick); number && *number < count)
        return number;
    return std::nullopt;
}

}  // namespace

bool namesSequence(std::string_view name) {
    constexpr std::string_view word = "sequence";
    return std::equal(name.begin(), name.end(), word.begin(), word.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

std::vector<std::string> numberedNames(std::size_t count) {
    std::vector<std::string> names;
    names.reserve(count);
    for (std::size_t i = 1; i <= count; ++i)
        names.push_back(std::to_string(i));
    return names;
}

bool maySeparate(std::string_view name, std::size_t number, const ReadOptions& options) {
    const std::string& wanted = options.sequenceColumn;
    if (wanted.empty())
        return namesSequence(name);
    return wanted != noSequenceColumn && (name == wanted || numberIn(wanted) == number);
}

std::vector<Eigen::Index> startsOf(const Eigen::Ref<const Eigen::VectorXd>& sequence) {
    std::vector<Eigen::Index> starts{0};
    for (Eigen::Index row = 1; row < sequence.size(); ++row)
        if (sequence[row] != sequence[row - 1])
            starts.push_back(row);
    return starts;
}

namespace {

/// A column's number by its name; two of one name are an error.
Result<NumberOf> numbersOf(const std::vector<std::string>& names, bool anyCase,
                           const std::string& file) {
    NumberOf numberOf;
    std::optional<std::size_t> sequence;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto [earlier, isNew] = numberOf.emplace(names[i], i);
        const bool again = anyCase && namesSequence(names[i]);
        if (!isNew || (again && sequence)) {
            const std::size_t first = isNew ? *sequence : earlier->second;
            Error error{Sentence::tr("column %1 has the same name as column %2, %3; every column "
                                     "needs a name of its own",
                                     i + 1, first + 1, shown(names[i])),
                        file};
            error.column = i + 1;
            return error;
        }
        if (again)
            sequence = i;
    }
    return numberOf;
}

/// Finds the column that separates sequences, if there is to be one.
Result<std::optional<std::size_t>> sequenceColumn(const std::vector<std::string>& names,
                                                  const NumberOf& numberOf,
                                                  const ReadOptions& options,
                                                  const std::string& file) {
    const std::string& wanted = options.sequenceColumn;
    if (wanted == noSequenceColumn)
        return std::optional<std::size_t>();
    if (wanted.empty()) {
        const auto named = std::find_if(names.begin(), names.end(), namesSequence);
        if (named == names.end())
            return std::optional<std::size_t>();
        return std::optional(static_cast<std::size_t>(named - names.begin()));
    }
    const auto found = find(wanted, numberOf, names.size());
    if (!found)
        return Error{Sentence::tr("there is no column %1 to separate sequences by; there are %2",
                                  shown(wanted), listing(names)),
                     file};
    return found;
}

}  // namespace

Result<Selection> selectColumns(const std::vector<std::string>& names, const ReadOptions& options,
                                const std::string& file) {
    const auto numberOf = numbersOf(names, options.sequenceColumn.empty(), file);
    if (!numberOf)
        return numberOf.error();
    const auto sequence = sequenceColumn(names, *numberOf, options, file);
    if (!sequence)
        return sequence.error();
    Selection chosen{{}, *sequence};
    if (chosen.sequence && names.size() == 1)
        return Error{Sentence::tr("the file has no column of values; one beside %1 is needed",
                                  shown(names.front())),
                     file};
    if (options.columns.empty()) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (i != chosen.sequence)
                chosen.columns.push_back(i);
        return chosen;
    }
    std::set<std::size_t> taken;
    for (const std::string& pick : options.columns) {
        const auto column = find(pick, *numberOf, names.size());
        const auto choice = [&] { return listing(names, chosen.sequence); };
        if (!column)
            return Error{Sentence::tr("there is no column %1; there are %2", shown(pick), choice()),
                         file};
        if (column == chosen.sequence)
            return Error{Sentence::tr("the column that separates sequences cannot be picked as "
                                      "values: %1; there are %2",
                                      shown(pick), choice()),
                         file};
        if (!taken.insert(*column).second)
            return Error{Sentence::tr("column %1 is picked twice; pick each once of %2",
                                      shown(pick), choice()),
                         file};
        chosen.columns.push_back(*column);
    }
    return chosen;
}

namespace {

Result<Table> dropRows(Table table, const std::string& file) {
    Table kept;
    kept.columns = std::move(table.columns);
    kept.numbers = std::move(table.numbers);
    kept.starts.clear();
    Eigen::MatrixXd& values = table.values;
    Eigen::Index rows = 0;
    for (std::size_t s = 0; s < table.starts.size(); ++s) {
        const auto [first, last] = table.rowsOf(s);
        const Eigen::Index start = rows;
        for (Eigen::Index row = first; row < last; ++row) {
            if (!values.row(row).array().isFinite().all())
                continue;
            if (rows != row)
                values.row(rows) = values.row(row);
            ++rows;
        }
        if (rows > start)
            kept.starts.push_back(start);
    }
    if (rows == 0)
        return Error{
            Sentence::tr("every row has a missing value, so none is left when such rows are "
                         "dropped; interpolate instead, or pick columns without missing values"),
            file};
    values.conservativeResize(rows, Eigen::NoChange);
    kept.values = std::move(values);
    return kept;
}

/// Fills the NaNs of one column within one sequence; false where there is no number to go by.
bool interpolate(Eigen::Ref<Eigen::VectorXd> values) {
    Eigen::Index known = -1;  // the last row that holds a number
    for (Eigen::Index row = 0; row < values.size(); ++row) {
        if (std::isnan(values[row]))
            continue;
        for (Eigen::Index gap = known + 1; gap < row; ++gap) {
            const double way = static_cast<double>(gap - known) / static_cast<double>(row - known);
            // Weighted like this it cannot overflow.
            values[gap] = known < 0 ? values[row] : (1 - way) * values[known] + way * values[row];
        }
        known = row;
    }
    if (known < 0)
        return false;
    values.tail(values.size() - 1 - known).setConstant(values[known]);
    return true;
}

}  // namespace

Result<Table> resolveMissing(Table table, Missing missing, const std::string& file) {
    if (missing == Missing::Drop)
        return dropRows(std::move(table), file);
    for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
        const std::string& name = table.columns[static_cast<std::size_t>(column)];
        if (table.values.col(column).array().isNaN().all())
            return Error{
                Sentence::tr("column %1 has no number at all; pick other columns", shown(name)),
                file};
        for (std::size_t s = 0; s < table.starts.size(); ++s) {
            const auto [first, last] = table.rowsOf(s);
            if (!interpolate(table.values.col(column).segment(first, last - first)))
                return Error{
                    Sentence::tr(
                        "column %1 has no number in sequence %2, so there is nothing to "
                        "interpolate from; drop rows with missing values, or pick other columns",
                        shown(name), s + 1),
                    file};
        }
    }
    return table;
}

}  // namespace rnnscope
