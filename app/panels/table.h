// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <span>

#include "app/panels/panel.h"

namespace rnnscope {

/// A panel by its id, as in `plot`, in the View menu and in files. One row a panel.
struct PanelKind {
    const char* id;
    QString (*title)();  ///< of the card
    QString (*tab)();    ///< a word or two, for the View menu and where cards share a place
    std::unique_ptr<Panel> (*make)(const Theme& theme);
    bool inWorkspace;  ///< part of what a fresh window shows, and of the figure of the workspace
};
std::span<const PanelKind> panelKinds();
/// Null where there is none of that id.
const PanelKind* findPanelKind(const QString& id);

/// Where everything of a pass has been played: the gradient back at the first step, or without one
/// the states at the last.
View playedView(const Snapshot& snapshot);

/// Gives a panel all that it shows, for a figure or a table: analyses it needs are worked out on
/// the spot unless `known` holds them.
void fillPanel(Panel& panel, std::shared_ptr<const Snapshot> snapshot, const View& view,
               std::shared_ptr<const Analyses> known = {});

}  // namespace rnnscope
