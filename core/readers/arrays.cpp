// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/arrays.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

#include "core/readers/columns.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

/// One column within an array.
struct Source {
    const Array* array;
    std::size_t column;
};

/// An array as a message calls it: one alone in its file has no name.
std::string called(const Array& array) {
    return array.name.empty() ? Sentence::tr("the array")
                              : Sentence::tr("array %1", shown(array.name));
}

std::optional<Error> whyNoColumn(const Array& array, const Array& first, const std::string& file) {
    const std::size_t dimensions = array.shape.size();
    if (dimensions != 1 && dimensions != 2)
        return Error{Sentence::tr("%1 has %2 dimensions; a sequence has shape (T,) or (T, I)",
                                  called(array), dimensions),
                     file};
    if (array.data.empty())
        return Error{Sentence::tr("%1 is empty; a sequence needs at least one row and one column",
                                  called(array)),
                     file};
    if (array.shape[0] != first.shape[0])
        return Error{Sentence::tr("%1 has %2 rows where %3 has %4; pick columns of one length",
                                  called(array), array.shape[0], called(first), first.shape[0]),
                     file};
    return std::nullopt;
}

Eigen::VectorXd valuesOf(const Source& source) {
    using Strided = Eigen::Map<const Eigen::VectorXd, 0, Eigen::InnerStride<>>;
    const std::size_t columns = columnCount(*source.array);
    return Strided(source.array->data.data() + source.column,
                   static_cast<Eigen::Index>(source.array->shape[0]),
                   Eigen::InnerStride<>(static_cast<Eigen::Index>(columns)));
}

/// Turns what is infinite into NaN; an error where nothing may be missing. Whether anything is.
Result<bool> markMissing(Table& table, Missing missing, const std::string& file) {
    bool any = false;
    for (Eigen::Index row = 0; row < table.values.rows(); ++row) {
        for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
            double& value = table.values(row, column);
            if (std::isfinite(value))
                continue;
            const std::string& name = table.columns[static_cast<std::size_t>(column)];
            if (missing == Missing::Refuse)
                return Error{std::isnan(value)
                                 ? Sentence::tr("row %1, column %2 is NaN; give a number, or have "
                                                "missing values dropped or interpolated",
                                                row + 1, name)
                                 : Sentence::tr("row %1, column %2 is infinite; give a number, or "
                                                "have missing values dropped or interpolated",
                                                row + 1, name),
                             file};
            value = std::numeric_limits<double>::quiet_NaN();
            any = true;
        }
    }
    return any;
}

}  // namespace

std::size_t columnCount(const Array& array) {
    return array.shape.size() == 2 ? array.shape[1] : 1;
}

Result<Table> tableOfArrays(const std::vector<Array>& arrays, const std::vector<std::string>& names,
                            const ReadOptions& options, const std::string& file) {
    std::vector<Source> sources;
    sources.reserve(names.size());
    for (const Array& array : arrays)
        for (std::size_t column = 0; column < columnCount(array); ++column)
            sources.push_back({&array, column});
    assert(sources.size() == names.size());
    const auto selection = selectColumns(names, options, file);
    if (!selection)
        return selection.error();

    const Array& first = *sources[selection->columns.front()].array;
    std::vector<std::size_t> used = selection->columns;
    if (selection->sequence)
        used.push_back(*selection->sequence);
    for (const std::size_t column : used)
        if (auto error = whyNoColumn(*sources[column].array, first, file))
            return *error;
    Table table;
    table.values.resize(static_cast<Eigen::Index>(first.shape[0]),
                        static_cast<Eigen::Index>(selection->columns.size()));
    for (std::size_t i = 0; i < selection->columns.size(); ++i) {
        const std::size_t from = selection->columns[i];
        table.columns.push_back(names[from]);
        table.numbers.push_back(from + 1);
        table.values.col(static_cast<Eigen::Index>(i)) = valuesOf(sources[from]);
    }
    if (selection->sequence) {
        const Eigen::VectorXd sequence = valuesOf(sources[*selection->sequence]);
        if (!sequence.allFinite())
            return Error{Sentence::tr("column %1 separates sequences, but not all of it is finite; "
                                      "every row needs its sequence's number",
                                      shown(names[*selection->sequence])),
                         file};
        table.starts = startsOf(sequence);
    }
    const auto anyMissing = markMissing(table, options.missing, file);
    if (!anyMissing)
        return anyMissing.error();
    if (*anyMissing)
        return resolveMissing(std::move(table), options.missing, file);
    return table;
}

}  // namespace rnnscope
