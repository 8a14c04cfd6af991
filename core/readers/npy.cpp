// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "core/archive.h"
#include "core/readers/columns.h"
#include "core/readers/reader.h"

namespace rnnscope {

Result<Table> readNpy(std::string_view bytes, const ReadOptions& options, const std::string& file) {
    const auto array = parseNpy(bytes, file);
    if (!array)
        return array.error();
    const std::size_t dimensions = array->shape.size();
    if (dimensions != 1 && dimensions != 2)
        return Error{"the array has " + std::to_string(dimensions) +
                         " dimensions; a sequence has shape (T,) or (T, I)",
                     file};
    if (array->data.empty())
        return Error{"the array is empty; a sequence needs at least one row and one column", file};

    const std::vector<std::string> names = numberedNames(dimensions == 2 ? array->shape[1] : 1);
    const auto selection = selectColumns(names, options.columns, file);
    if (!selection)
        return selection.error();
    const Eigen::MatrixXd all = array->toMatrix();
    Table table;
    table.values.resize(all.rows(), static_cast<Eigen::Index>(selection->columns.size()));
    for (std::size_t i = 0; i < selection->columns.size(); ++i) {
        const std::size_t from = selection->columns[i];
        table.columns.push_back(names[from]);
        table.numbers.push_back(from + 1);
        table.values.col(static_cast<Eigen::Index>(i)) = all.col(static_cast<Eigen::Index>(from));
    }

    bool anyMissing = false;
    for (Eigen::Index row = 0; row < table.values.rows(); ++row) {
        for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
            double& value = table.values(row, column);
            if (std::isfinite(value))
                continue;
            if (options.missing == Missing::Refuse)
                return Error{"row " + std::to_string(row + 1) + ", column " +
                                 table.columns[static_cast<std::size_t>(column)] + " is " +
                                 (std::isnan(value) ? "NaN" : "infinite") +
                                 "; give a number, or have missing values dropped or interpolated",
                             file};
            value = std::numeric_limits<double>::quiet_NaN();
            anyMissing = true;
        }
    }
    if (anyMissing)
        return resolveMissing(std::move(table), options.missing, file);
    return table;
}

}  // namespace rnnscope
