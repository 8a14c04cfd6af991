// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/setup.h"

namespace rnnscope {

/// A number of the sequence that is shown.
struct InputPlace {
    Index row = 0;   ///< input, from 0
    Index time = 0;  ///< from 0

    bool operator==(const InputPlace&) const = default;
};

/// What puts `seen`, a value as the network is to see it, into a place from an update on. The edit
/// holds it as it is before the input scale. A scale of 0 is an error: then the network sees zeros
/// whatever the value is.
Result<Edit> inputEdit(const Setup& setup, InputPlace place, double seen, int update);

/// What makes a whole step one-hot: 1 for one of the inputs, 0 for the others.
Result<Edits> oneHotEdits(const Setup& setup, Index inputs, InputPlace place, int update);

/// The setup's edits less those of some inputs, so that from `update` on their own values are seen
/// again. What was learnt before stays as it was: earlier edits stay, and are taken back by an edit
/// of now.
Result<Edits> withoutInputEdits(const Setup& setup, const std::vector<InputPlace>& places,
                                int update);

/// Where the input that is seen at an update is not its own, in the order of time.
std::vector<InputPlace> editedInputs(const Setup& setup, int update);

/// A finite number as a user writes one: "+0.5", and with the minus sign of the screen. What else
/// it is, is an error.
Result<double> readNumber(std::string_view text);

/// What numbers from elsewhere make of the sequence from a step on: a line a step, as many columns
/// as inputs, separated by tabs, semicolons, commas or spaces; a single line of a single input is
/// read along the time. They must fit: `inputs` columns, and no step beyond `steps`.
Result<Edits> pastedInputs(const Setup& setup, std::string_view text, Index time, Index inputs,
                           Index steps, int update);

/// A sequence (I × T) as pastedInputs() reads it: tabs, a line a step, 17 significant digits.
std::string inputText(const Eigen::MatrixXd& input);

/// The nearest number of no more digits than `resolution`, the distance between two that can be
/// told apart, gives sense to.
double roundedTo(double value, double resolution);

}  // namespace rnnscope
