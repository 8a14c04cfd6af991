// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/curtain.h"

#include <QMouseEvent>
#include <QPainter>

namespace rnnscope {

Curtain::Curtain(QWidget* window) : QWidget(window), theme_(Theme::light()) {
    // What lies behind it need not be drawn.
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void Curtain::setTheme(const Theme& theme) {
    theme_ = theme;
    update();
}

void Curtain::showPicture(const QPixmap& picture) {
    picture_ = picture;
    unsetCursor();
    show();
    update();
}

void Curtain::showBlack() {
    picture_ = {};
    setCursor(Qt::BlankCursor);
    show();
    update();
}

void Curtain::lift() {
    hide();
    picture_ = {};
}

void Curtain::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (picture_.isNull()) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    painter.drawPixmap(0, 0, picture_);
    painter.setRenderHint(QPainter::Antialiasing);
    // Two strokes, as of a film that pauses.
    const double unit = theme_.px(1);
    const QRectF sign(width() - 30 * unit, 10 * unit, 20 * unit, 20 * unit);
    painter.setPen(QPen(theme_.cardBorder, 1));
    painter.setBrush(theme_.card);
    painter.drawRoundedRect(sign, 5 * unit, 5 * unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.mutedText);
    for (const int side : {-1, 1})
        painter.drawRect(QRectF(sign.center().x() + (side * 3 - 1.5) * unit,
                                sign.center().y() - 5 * unit, 3 * unit, 10 * unit));
}

void Curtain::mousePressEvent(QMouseEvent*) {
    Q_EMIT clicked();
}

}  // namespace rnnscope
