// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/archive.h"
#include "core/readers/reader.h"
#include "core/result.h"
#include "core/table.h"

namespace rnnscope {

/// A table of arrays of shape (T,), each a column, and (T, I), each I columns. `names` has the
/// columns' names, array by array. Only what is picked needs one T and finite values; an array of
/// another shape counts as one column that cannot be picked.
Result<Table> tableOfArrays(const std::vector<Array>& arrays, const std::vector<std::string>& names,
                            const ReadOptions& options, const std::string& file);

/// How many columns an array has: 1 unless it has two dimensions.
std::size_t columnCount(const Array& array);

}  // namespace rnnscope
