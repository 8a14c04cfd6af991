// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <vector>

class QAction;

namespace rnnscope {

/// Keys that belong together, under one heading. Actions without a key are passed over.
struct KeyGroup {
    QString title;
    QList<QAction*> actions;
};
using KeyGroups = std::vector<KeyGroup>;

}  // namespace rnnscope
