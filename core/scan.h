// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rnnscope {

// Short texts that a user writes, read from the front.

/// Reads digits off the front of a text.
std::optional<Eigen::Index> takeWhole(std::string_view& text);
/// The same number counted from 1, as users count, as one from 0.
std::optional<Eigen::Index> takePlace(std::string_view& text);
/// Takes `start` off the front, where it is there.
bool take(std::string_view& text, std::string_view start);
std::string_view trimmed(std::string_view text);
/// The same text with a hyphen for every minus sign (U+2212), as numbers are read.
std::string withHyphens(std::string_view text);
/// A finite number that fills the text.
std::optional<double> finiteNumber(std::string_view text);
/// As short as it can be and still read as the same number.
std::string shortest(double value);
/// The parts between separators that stand neither in brackets nor in double quotes; trimmed.
std::vector<std::string_view> partsOf(std::string_view text, char separator);

/// A layer and its direction at the end of a name, as PyTorch writes them.
struct LayerSuffix {
    int layer;  ///< from 0
    bool reverse;
};
/// Takes "_l0" or "_l1_reverse" off the end of a name.
std::optional<LayerSuffix> takeLayer(std::string_view& name);

}  // namespace rnnscope
