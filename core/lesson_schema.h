// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/lesson.h"

namespace rnnscope {

/// What readLesson() takes, as a JSON Schema (draft 2020-12) for editors that complete and check
/// while one writes. What depends on several fields together it leaves to the reader.
std::string lessonSchema(const LessonNames& names);

}  // namespace rnnscope
