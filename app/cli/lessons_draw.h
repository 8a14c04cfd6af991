// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/plot/theme.h"
#include "core/lesson.h"

class QCommandLineParser;

namespace rnnscope {

/// How the pages of lessons are drawn to files.
struct LessonDrawing {
    QString folder;
    QString format;  ///< "png", "svg" or "pdf"
    const Theme* theme = nullptr;
    QString language;
};

void addDrawingOptions(QCommandLineParser& parser);
/// Of the options; an error says which one is wrong.
Result<LessonDrawing> drawingFrom(const QCommandLineParser& parser);

/// The panels of each page, at its update and its place in the pass (where it plays, at the end of
/// what it plays), to FOLDER/ID-PAGE.png, with the page's title beneath. Tells of each file.
Exit drawLesson(const Lesson& lesson, const LessonDrawing& drawing);

}  // namespace rnnscope
