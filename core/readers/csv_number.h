// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace rnnscope {

enum class CellKind { Number, Missing, Text, TooLarge };

/// A cell's text taken as a number; NaN unless it is one.
struct CellValue {
    CellKind kind;
    double value;
};

/// Decimal notation with '.' or ',' as the decimal mark, whatever the locale. Too small to be told
/// from 0 is 0; beyond the largest double is TooLarge. Empty, "NA", "n/a", "null", "none", "nan",
/// "inf", "-" and the like are Missing.
CellValue parseCell(std::string_view cell, char decimal);

}  // namespace rnnscope
