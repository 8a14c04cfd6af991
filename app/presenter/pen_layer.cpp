// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/pen_layer.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace rnnscope {
namespace {

constexpr double thickness = 4;  // at scale 1
constexpr int frame = 33;        // ms between two pictures of what fades
constexpr int tile = 64;         // pixels; what is inked is told apart by squares of this size

/// The squares that a rectangle touches.
QRect tiled(const QRect& rect) {
    const auto down = [](int at) {
        return at >= 0 ? at / tile * tile : -((tile - 1 - at) / tile) * tile;
    };
    return {QPoint(down(rect.left()), down(rect.top())),
            QPoint(down(rect.right()) + tile - 1, down(rect.bottom()) + tile - 1)};
}

}  // namespace

PenLayer::PenLayer(QWidget* window) : QWidget(window), theme_(Theme::light()) {
    setAttribute(Qt::WA_NoSystemBackground);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::CrossCursor);
    hide();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &PenLayer::fade);
}

/// Of no quantity, and strong on both grounds.
QColor PenLayer::colour() const {
    return theme_.isDark ? QColor(0xff, 0xe1, 0x4d) : QColor(0xe6, 0x00, 0x26);
}

void PenLayer::setOn(bool on) {
    on_ = on;
    setAttribute(Qt::WA_TransparentForMouseEvents, !on);
    appear();
}

void PenLayer::clear() {
    timer_.stop();
    update(inked_);
    ink_ = {};
    inked_ = {};
    strokes_ = 0;
    drawing_ = false;
    opacity_ = 1;
    fades_.invalidate();
    appear();
}

/// There is a layer only while there is something on it, or to be.
void PenLayer::appear() {
    setVisible(on_ || strokes_ > 0);
}

void PenLayer::paintEvent(QPaintEvent* event) {
    if (ink_.isNull())
        return;
    QPainter painter(this);
    painter.setOpacity(opacity_);
    const double ratio = ink_.devicePixelRatio();
    for (const QRect& part : event->region() & inked_)
        painter.drawImage(QRectF(part), ink_,
                          QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
}

/// Of another size nothing is where it was drawn.
void PenLayer::resizeEvent(QResizeEvent*) {
    clear();
}

void PenLayer::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (fades_.isValid())
        clear();  // what is going is gone
    timer_.stop();
    if (ink_.isNull()) {
        const double ratio = devicePixelRatioF();
        ink_ = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        ink_.setDevicePixelRatio(ratio);
        ink_.fill(Qt::transparent);
    }
    ++strokes_;
    drawing_ = true;
    last_ = event->position();
    drawTo(last_ + QPointF(0.1, 0));
}

void PenLayer::mouseMoveEvent(QMouseEvent* event) {
    if (drawing_)
        drawTo(event->position());
}

void PenLayer::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !drawing_)
        return;
    drawTo(event->position());
    drawing_ = false;
    timer_.start(stays_);
}

void PenLayer::drawTo(const QPointF& point) {
    const double width = theme_.px(thickness);
    QPainter painter(&ink_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(), width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(last_, point);
    const double room = width / 2 + 2;
    const QRect changed =
        QRectF(last_, point).normalized().adjusted(-room, -room, room, room).toAlignedRect();
    inked_ |= tiled(changed);
    last_ = point;
    update(changed);
}

void PenLayer::fade() {
    // Who has asked for no motion gets none.
    if (style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) == 0)
        return clear();
    if (!fades_.isValid())
        fades_.start();
    opacity_ = 1 - double(fades_.elapsed()) / fading;
    if (opacity_ <= 0)
        return clear();
    update(inked_);
    timer_.start(frame);
}

}  // namespace rnnscope
