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
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.text);
    painter.drawRoundedRect(sign(), 2, 2);
    painter.setBrush(theme_.card);
    const QPointF middle = sign().center();
    for (const int side : {-1, 1})
        painter.drawRect(QRectF(middle.x() + side * 2.5 - 1, middle.y() - 3, 2, 6));
}

QRectF Curtain::sign() const {
    constexpr double rim = 10;  // the same in all sizes of type
    return QRectF(width() - rim - 24, 0, 24, rim);
}

void Curtain::mousePressEvent(QMouseEvent*) {
    Q_EMIT clicked();
}

}  // namespace rnnscope
