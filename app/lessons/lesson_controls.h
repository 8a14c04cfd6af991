// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string_view>

class QWidget;

namespace rnnscope {

class SetupColumn;
class ToolRow;
class Transport;

/// Where the window keeps its controls.
struct ControlHolders {
    const ToolRow& tools;
    const SetupColumn& column;
    const Transport& transport;
};

/// A control that lessons point at, by the id that they name it by.
struct LessonControl {
    std::string_view id;
    QWidget* (*part)(const ControlHolders& window);
    QString (*name)() = nullptr;  ///< where the part's own name tells what it shows now
};
std::span<const LessonControl> lessonControls();

/// What a control is called in the window.
QString controlName(const LessonControl& control, const ControlHolders& window);

}  // namespace rnnscope
