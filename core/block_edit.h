// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <span>
#include <string>
#include <string_view>

#include "core/edit.h"
#include "core/result.h"

namespace rnnscope {

/// A rectangle of numbers that edits can name: of a gate's block, a bias, or an initial state.
struct EditSpan {
    std::string target;        ///< as in Edit
    Eigen::Index row = 0;      ///< the first, from 0
    Eigen::Index column = 0;   ///< the first, from 0
    Eigen::Index rows = 1;     ///< at least 1
    Eigen::Index columns = 1;  ///< at least 1

    bool operator==(const EditSpan&) const = default;
    bool contains(const Edit& edit) const;
};

/// The edits that make `after` of `before`, both of the span's shape: one for each number that
/// changes. `after` must be finite.
Edits blockEdits(const EditSpan& span, const Eigen::MatrixXd& before, const Eigen::MatrixXd& after,
                 int update);
/// The edits without those that have taken effect within the spans by an update: the numbers there
/// are the setup's own again, or what was learnt from them.
Edits withoutSpans(const Edits& edits, std::span<const EditSpan> spans, int update);
/// How many numbers of the spans have an edit that has taken effect by an update.
std::size_t editedWithin(const Edits& edits, std::span<const EditSpan> spans, int update);

// What can be done to a block of numbers. An error where a number would not be finite.

Result<Eigen::MatrixXd> scaledBlock(const Eigen::MatrixXd& block, double factor);
Result<Eigen::MatrixXd> shiftedBlock(const Eigen::MatrixXd& block, double amount);
/// A square block, scaled until its largest eigenvalue has that size. An error where it has no
/// eigenvalue but 0, or a negative radius is asked for.
Result<Eigen::MatrixXd> blockOfRadius(const Eigen::MatrixXd& block, double radius);

/// One number that a user typed: also with a plus, a minus sign or spaces around.
Result<double> typedNumber(std::string_view text);

/// Rows of numbers as programs copy them: lines of tabs, commas, semicolons or spaces, or brackets
/// in brackets. Beside tabs and semicolons a comma is a decimal comma.
Result<Eigen::MatrixXd> parseBlock(std::string_view text);
/// A line a row, tabs between, 17 significant digits; parseBlock() gives the same numbers.
std::string blockText(const Eigen::MatrixXd& block);
/// The block where it has so many rows and columns, or is a vector that has them the other way
/// round.
Result<Eigen::MatrixXd> ofShape(const Eigen::MatrixXd& block, Eigen::Index rows,
                                Eigen::Index columns);

}  // namespace rnnscope
