// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/plot/theme.h"
#include "core/lesson.h"

namespace rnnscope {

/// A marked text (lesson_text.h) as rich text of Qt's: words of a quantity in its colour, formulas
/// with italic letters.
QString lessonHtml(const std::string& text, const Theme& theme);

/// All paragraphs of a text in one language.
QString lessonHtml(const LessonText& text, std::string_view language, const Theme& theme);

/// A title or another line of it without marks.
QString lessonLine(const LessonText& text, std::string_view language);

/// The language of lessons is that of the window.
std::string_view lessonLanguage();

}  // namespace rnnscope
