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
    QString (*title)();
    std::unique_ptr<Panel> (*make)(const Theme& theme);
};
std::span<const PanelKind> panelKinds();
/// Null where there is none of that id.
const PanelKind* findPanelKind(const QString& id);

}  // namespace rnnscope
