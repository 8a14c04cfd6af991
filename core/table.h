// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace rnnscope {

/// What a sequence file held: named columns of numbers, one row a time step.
struct Table {
    /// One name a column; "1", "2", … where the file names none.
    std::vector<std::string> columns;
    /// Rows × columns.
    Eigen::MatrixXd values;
    /// First row of each sequence, ascending, starting with 0.
    std::vector<Eigen::Index> starts{0};
    /// For text: the character or word that each one-hot column stands for. Otherwise empty.
    std::vector<std::string> vocabulary = {};
    /// Where each column stands in the file, from 1; empty where all were read in order.
    std::vector<std::size_t> numbers = {};

    /// Rows [first, last) of the sequence with this number.
    std::pair<Eigen::Index, Eigen::Index> rowsOf(std::size_t sequence) const;
    /// Index of the column with this name, or with this number in the file.
    std::optional<Eigen::Index> column(std::string_view nameOrNumber) const;
};

}  // namespace rnnscope
