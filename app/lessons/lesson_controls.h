// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};
std::span<const LessonControl> lessonControls();

}  // namespace rnnscope
