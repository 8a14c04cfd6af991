// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/spotlight_layer.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/plot/dimming.h"

namespace rnnscope {
namespace {

constexpr double strength = 0.66;  // of the dimming
constexpr double share = 1.0 / 6;  // of the window's height, that the radius is at first

}  // namespace

SpotlightLayer::SpotlightLayer(QWidget* window) : QWidget(window), theme_(Theme::light()) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void SpotlightLayer::setTheme(const Theme& theme) {
    theme_ = theme;
    update();
}

void SpotlightLayer::setOn(bool on) {
    setVisible(on);
}

double SpotlightLayer::radius() const {
    return size_ * share * height();
}

QRect SpotlightLayer::disc() const {
    const double all = radius() + 2;
    return QRectF(middle_ - QPointF(all, all), QSizeF(2 * all, 2 * all)).toAlignedRect();
}

/// Only what the disc left and what it came to is drawn anew: all else is as dim as before.
void SpotlightLayer::moveTo(const QPointF& middle) {
    if (middle == middle_)
        return;
    const QRect before = disc();
    middle_ = middle;
    update(QRegion(before) | disc());
}

void SpotlightLayer::grow(double steps) {
    const QRect before = disc();
    size_ = std::clamp(size_ * std::pow(1.15, steps), 0.25, 3.0);
    update(before | disc());
}

void SpotlightLayer::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath hole;
    hole.addEllipse(middle_, radius(), radius());
    // Dark in every theme: on a wall, a lighter rest would outshine what is looked at.
    dimAround(painter, event->region(), hole, QColor(0, 0, 0), strength);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 150), theme_.px(1.5)));
    painter.drawEllipse(middle_, radius(), radius());
}

}  // namespace rnnscope
