// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/tip.h"

#include <QScreen>
#include <QTextDocument>
#include <QToolTip>
#include <QWidget>
#include <algorithm>

namespace rnnscope {

namespace {

// Qt puts a tip below the place it is asked for by the height of the pointer's picture, which is
// not told; pictures are at most so high.
constexpr int pointerHeight = 32;
constexpr int frame = 12;  // a tip's own margins, both sides together

}  // namespace

QPoint tipAbove(const QPoint& pointer, const QSize& tip, const QRect& screen) {
    const int above = pointer.y() - tip.height() - pointerHeight;
    if (above >= screen.top())
        return {pointer.x(), above};
    const bool right = pointer.x() + pointerHeight + tip.width() <= screen.right();
    return {right ? pointer.x() + pointerHeight
                  : std::max(screen.left(), pointer.x() - pointerHeight - tip.width()),
            std::max(screen.top(), pointer.y() - tip.height() / 2 - pointerHeight)};
}

void showTipAbove(QWidget& widget, const QPoint& pointer, const QString& text) {
    if (text.isEmpty())
        return QToolTip::hideText();
    QTextDocument document;
    document.setDefaultFont(QToolTip::font());
    document.setHtml(text);
    const QSize size = document.size().toSize() + QSize(frame, frame);
    QToolTip::showText(tipAbove(pointer, size, widget.screen()->availableGeometry()), text,
                       &widget);
}

}  // namespace rnnscope
