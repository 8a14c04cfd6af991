// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>
#include <optional>

#include "app/key_group.h"
#include "app/plot/theme.h"

namespace rnnscope {

struct PanelHelp;

/// A page of one of the program's own lessons, as a link says it: "lesson:the-cliff/3".
struct LessonLink {
    QString lesson;  ///< id
    int page = 0;    ///< from 0
};
std::optional<LessonLink> lessonLink(const QUrl& url);

/// The panel's title, or that of the card that holds several.
QString helpTitle(const PanelHelp& help);

/// What a panel is, with a link to its lesson; rich text of Qt's.
QString panelHelpHtml(const PanelHelp& help, const Theme& theme);

/// The whole manual in the language of the window: how to do what, all panels, all lessons, and
/// the keys of these actions.
QString manualHtml(const KeyGroups& keys, const Theme& theme);

}  // namespace rnnscope
