// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/lesson.h"

namespace rnnscope {

/// The program's own lessons, in the order in which they build on each other: files under
/// ":/lessons".
QStringList ownLessonFiles();

/// The file of the own lesson of this id; empty where there is none.
QString ownLessonFile(const QString& id);

/// Ids of the lessons that were shown to their last page on this machine.
QStringList finishedLessons();
void keepFinished(const QString& lesson);

/// The panels, controls and switches of the window, which a lesson may name.
LessonNames windowNames();

/// A lesson from a file, the program's own or another, by the panels and controls of the window.
/// Its files are not read yet.
LessonReading readLessonFile(const QString& file);

}  // namespace rnnscope
