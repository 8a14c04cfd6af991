// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/setup.h"

namespace rnnscope {

inline constexpr Index mostDrawnSteps = 2000;
inline constexpr Index mostDrawnColumns = 8;

/// A sequence made by hand: columns over time, inputs and at most one that is the target.
struct Drawing {
    std::vector<std::string> names;  ///< one a column, all different
    Eigen::MatrixXd values;          ///< steps × columns; finite
    std::optional<Index> answer;     ///< the column that is the target
    bool next = true;                ///< without one: the next value is; otherwise there is none

    Index steps() const { return values.rows(); }
    Index columns() const { return values.cols(); }
    std::vector<std::string> inputs() const;

    bool operator==(const Drawing& other) const;
};

/// The name by which a setup names a drawing: as the program's own files it lies in no folder. Its
/// bytes are in the setup.
inline constexpr std::string_view drawnFile = ":drawn.csv";
bool isDrawn(const Setup& setup);

/// One column of zeros.
Drawing emptyDrawing();

/// The sequence on the screen as something to draw on.
struct DrawnCopy {
    Drawing drawing;
    Index steps;  ///< that it has; the drawing holds the first mostDrawnSteps of them
};
/// What the network is given when it has taken so many updates, before the input scale, with its
/// target. An error where that is more than can be drawn.
Result<DrawnCopy> drawingOf(const Setup& setup, int update);

/// The drawing as CSV with a header and 17 significant digits, so that it reads back as it is.
std::string csvOf(const Drawing& drawing);

/// The setup with the drawing for its sequence and target, its bytes and table included. What is
/// about the sequence of before goes: scaling, length, edits of inputs, other sequences. Where the
/// kind of target stays, so do read-out and loss, as long as they can; how many
/// classes there are, the target then tells. An error where it cannot
/// work.
Result<Setup> withDrawing(Setup setup, const Drawing& drawing);

}  // namespace rnnscope
