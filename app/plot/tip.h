// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QWidget;

namespace rnnscope {

/// Where a tool tip of some size is to be asked for so that it stands above the pointer, clear of
/// it and of what lies below; beside it where there is no room above. All in screen pixels.
QPoint tipAbove(const QPoint& pointer, const QSize& tip, const QRect& screen);

/// Tells `text` (HTML) above the pointer; nothing for an empty text.
void showTipAbove(QWidget& widget, const QPoint& pointer, const QString& text);

}  // namespace rnnscope
