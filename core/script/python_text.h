// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <string>
#include <string_view>

namespace rnnscope {

// Pieces of a Python program.

/// A float that Python reads as the very same double: "0.1", "1e+300", "1.0"; float("nan"),
/// float("inf") and -float("inf") for what Python has no literal for.
std::string pythonNumber(double value);

/// What follows the # of a comment: on one line and well-formed UTF-8, whatever a file or a column
/// is called. Else Python would refuse the file, or take the rest of a name for a statement.
std::string pythonComment(std::string_view text);

/// A name of ours as a variable: what is a word of Python or one of the script's own names has a
/// line behind it, "lambda_".
std::string pythonName(std::string_view id);

/// A list of numbers in brackets, in lines of at most a hundred characters where the first is
/// indented by so many blanks; nothing in front of it and no line break behind.
std::string pythonList(const Eigen::Ref<const Eigen::VectorXd>& values, std::size_t indent);
/// A list of lists, one a row.
std::string pythonRows(const Eigen::Ref<const Eigen::MatrixXd>& values, std::size_t indent);

}  // namespace rnnscope
