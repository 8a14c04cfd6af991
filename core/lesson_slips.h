// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/lesson.h"
#include "core/lesson_reader.h"

namespace rnnscope {

// What a lesson can show, but surely means otherwise; told as warnings.

/// A ring around a panel that is hidden, a comparison of nothing, a unit that there is not, a claim
/// of an untrained network on a page of a trained one. `setup` is null where it is not sound.
void warnOfSlips(LessonReader& reader, const LessonPlace& place, const Setup* setup,
                 const LessonPage& page);

/// A picture of a panel that its page does not show.
void warnOfPicture(LessonReader& reader, const LessonPlace& place, const LessonPicture& picture,
                   const std::vector<LessonPage>& pages);

}  // namespace rnnscope
