// SPDX-License-Identifier: GPL-3.0-or-later
// What a drawing is changed by.
#pragma once

#include <span>
#include <string_view>

#include "core/drawing.h"
#include "core/random.h"

namespace rnnscope {

/// A place in a column: time in steps from 0, also between two, and a value.
struct StrokePoint {
    double step = 0;
    double value = 0;
};

/// The step that is meant by a place in time, of so many.
Index strokeStep(double step, Index steps);

/// What a straight piece of a stroke makes of a column: every step that it passes gets its value
/// there, and the step nearest to its end gets the end's. What lies outside of time is cut off.
void drawStroke(Eigen::Ref<Eigen::VectorXd> column, StrokePoint from, StrokePoint to);

/// What a column can be filled with to begin with.
struct Starter {
    std::string_view id;
    std::string_view name;     ///< for people, English
    std::string_view summary;  ///< one sentence
    Eigen::VectorXd (*make)(Index steps, Random& random);
};
std::span<const Starter> starters();
/// The column by a starter. Chance is the seed's, and another one for each column.
Eigen::VectorXd startedColumn(const Starter& starter, Index steps, std::uint64_t seed,
                              Index column);

/// With so many steps, from 1 to mostDrawnSteps: the last ones go, or zeros come.
Drawing withSteps(Drawing drawing, Index steps);
/// Steps of zeros before this one. An error where they have no room.
Result<Drawing> withStepsAt(const Drawing& drawing, Index step, Index count);
/// Without these steps; one has to stay.
Result<Drawing> withoutSteps(const Drawing& drawing, Index first, Index count);

/// `wanted`, or with the first number behind it that makes it a name of its own.
std::string freeName(const Drawing& drawing, const std::string& wanted);
/// Another name for a column. An error where it is empty, taken, or means something in a file.
Result<Drawing> withName(const Drawing& drawing, Index column, std::string_view name);
/// A column of zeros more, as the target or as another input.
Result<Drawing> withColumn(const Drawing& drawing, bool answer);
/// One column less; one has to stay.
Result<Drawing> withoutColumn(const Drawing& drawing, Index column);

/// Numbers from elsewhere put over those from a place on. Read as CSV is: with tabs, semicolons or
/// commas, decimal points or commas, with or without a header. Steps and inputs that lack are
/// added; new columns take the header's names. Where a comma could be either, it is a decimal comma
/// if the columns have no room otherwise. An error names line and column of what cannot be read.
Result<Drawing> withPasted(const Drawing& drawing, std::string_view text, Index step, Index column);

}  // namespace rnnscope
