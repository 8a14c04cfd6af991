// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/readers/reader.h"
#include "core/result.h"
#include "core/table.h"

namespace rnnscope {

/// The most columns that are read.
inline constexpr std::size_t mostColumns = 1'000'000;

/// Which of a file's columns make up the table; numbers from 0.
struct Selection {
    std::vector<std::size_t> columns;
    std::optional<std::size_t> sequence = {};
};

/// Applies ReadOptions::columns and ::sequenceColumn to a file's column names. Errors: two columns
/// of one name (`column` is then the second), a pick that is unknown or comes twice, an unknown
/// sequence column, nothing to take. Where the file names no columns, `names` are "1", "2", … and
/// none of them is `sequence`.
Result<Selection> selectColumns(const std::vector<std::string>& names, const ReadOptions& options,
                                const std::string& file);

/// Whether a column may turn out to be the one that separates sequences: `number` from 0.
bool maySeparate(std::string_view name, std::size_t number, const ReadOptions& options);

/// "1", "2", …
std::vector<std::string> numberedNames(std::size_t count);

/// True for "sequence" in any case.
bool namesSequence(std::string_view name);

/// First rows of the sequences that a column of numbers separates.
std::vector<Eigen::Index> startsOf(const Eigen::Ref<const Eigen::VectorXd>& sequence);

/// A table from a file's columns, where NaN stands for a missing value: drops rows or interpolates
/// (not called for Missing::Refuse, whose errors only the reader can place).
Result<Table> resolveMissing(Table table, Missing missing, const std::string& file);

}  // namespace rnnscope
