// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/lesson.h"

namespace rnnscope {

/// Reads the files that pages and claims name, and checks every setup as a whole. The error has the
/// line of the page or claim.
Done loadLessonFiles(Lesson& lesson, const Opener& open = {});

/// What a claim's measure gave.
struct ClaimResult {
    std::vector<double> values;  ///< one a seed, in order
    std::optional<Error> error;  ///< where the setup has nothing to measure; with the claim's line
    /// NaN where a value is.
    double least = 0, greatest = 0;
    bool holds = false;  ///< every value lies within the range, its ends included
};

/// Measures every claim of a lesson for each of its seeds, on all of the machine's threads: of each
/// page a result a claim. The lesson's files must have been read.
std::vector<std::vector<ClaimResult>> checkClaims(const Lesson& lesson);

}  // namespace rnnscope
