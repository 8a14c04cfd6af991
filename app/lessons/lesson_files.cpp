// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include "app/document.h"
#include "app/lessons/lesson_controls.h"
#include "app/lessons/lesson_switches.h"
#include "app/panels/table.h"

namespace rnnscope {
namespace {

constexpr char finishedKey[] = "lessons/finished";

}  // namespace

QStringList ownLessonFiles() {
    QStringList files;
    const QDir folder(":/lessons");
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files, QDir::Name))
        files.push_back(folder.filePath(name));
    return files;
}

QString ownLessonFile(const QString& id) {
    for (const QString& file : ownLessonFiles())
        if (QFileInfo(file).completeBaseName().section('-', 1) == id)  // its place comes first
            return file;
    return {};
}

QStringList finishedLessons() {
    return QSettings().value(finishedKey).toStringList();
}

void keepFinished(const QString& lesson) {
    QStringList finished = finishedLessons();
    if (finished.contains(lesson))
        return;
    QSettings().setValue(finishedKey, finished << lesson);
}

LessonNames windowNames() {
    static const std::vector<std::string_view> panels = [] {
        std::vector<std::string_view> ids;
        for (const PanelKind& kind : panelKinds())
            ids.emplace_back(kind.id);
        return ids;
    }();
    static const std::vector<std::string_view> controls = [] {
        std::vector<std::string_view> ids;
        for (const LessonControl& control : lessonControls())
            ids.push_back(control.id);
        return ids;
    }();
    static const std::vector<LessonSwitchNames> switches = [] {
        std::vector<LessonSwitchNames> names;
        for (const LessonSwitch& each : lessonSwitches())
            names.push_back({each.id, each.words});
        return names;
    }();
    return {panels, controls, switches};
}

LessonReading readLessonFile(const QString& file) {
    const auto text = openFile(file.toStdString());
    if (!text) {
        LessonReading reading;
        reading.problems.push_back(text.error());
        return reading;
    }
    return readLesson(*text, file.toStdString(), windowNames());
}

}  // namespace rnnscope
