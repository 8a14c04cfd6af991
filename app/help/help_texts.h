// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/lesson.h"

namespace rnnscope {

/// What a panel is, in two sentences and a formula, and the page of a lesson that shows it.
struct PanelHelp {
    std::string id;  ///< of the panel, or of the card that holds several
    LessonText text;
    std::string formula;  ///< of marked text, without its dollars
    std::string lesson;   ///< id of one of the program's own
    int page = 0;         ///< of it, from 0
};
/// All of them, in the order of the manual.
const std::vector<PanelHelp>& panelHelp();
/// Null where there is none of that id.
const PanelHelp* findPanelHelp(const QString& id);

/// How something is done, a chapter of the manual.
struct HowTo {
    std::string id;
    LessonText title;
    LessonText text;
};
const std::vector<HowTo>& howTos();

}  // namespace rnnscope
