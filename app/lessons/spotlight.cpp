// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/spotlight.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include "app/plot/dimming.h"

namespace rnnscope {
namespace {

constexpr double strongest = 0.55;  // of the dimming
constexpr int fading = 400;         // ms

/// What of a part is not cut off by what holds it, in the window's coordinates. Not its visible
/// region: from that Qt takes what others paint over it.
QRect seenOf(const QWidget& part, const QWidget* window) {
    if (!part.isVisible())
        return {};
    QRect seen(part.mapTo(window, QPoint()), part.size());
    for (const QWidget* holder = part.parentWidget(); holder && holder != window;
         holder = holder->parentWidget())
        seen &= QRect(holder->mapTo(window, QPoint()), holder->size());
    return seen;
}

}  // namespace

Spotlight::Spotlight(QWidget* window) : QWidget(window), theme_(Theme::light()) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    window->installEventFilter(this);
    stay_.setSingleShot(true);
    stay_.setInterval(dimStays);
    connect(&stay_, &QTimer::timeout, this, &Spotlight::undim);
    connect(&fade_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        dim_ = value.toDouble();
        update();
    });
}

void Spotlight::setTheme(const Theme& theme) {
    theme_ = theme;
    update();
}

/// A part moves with all that holds it.
void Spotlight::watch(QWidget* part, bool on) {
    for (QWidget* each = part; each && each != parentWidget(); each = each->parentWidget())
        on ? each->installEventFilter(this) : each->removeEventFilter(this);
}

void Spotlight::pointAt(const QList<QWidget*>& parts, bool dims, const QList<QWidget*>& bright) {
    for (const auto& part : std::as_const(parts_))
        if (part)
            watch(part, false);
    parts_.clear();
    for (QWidget* part : parts) {
        watch(part, true);
        parts_ << part;
    }
    alsoBright_.clear();
    for (QWidget* part : bright)
        alsoBright_ << part;
    fade_.stop();
    dim_ = parts_.isEmpty() || !dims ? 0 : strongest;
    if (dim_ == 0)
        stay_.stop();
    else
        stay_.start();
    place();
}

void Spotlight::undim() {
    stay_.stop();
    if (dim_ == 0)
        return;
    // Who has asked for no motion gets none.
    const int time = style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) ? fading : 0;
    if (time == 0) {
        dim_ = 0;
        update();
        return;
    }
    fade_.setStartValue(dim_);
    fade_.setEndValue(0.0);
    fade_.setDuration(time);
    fade_.start();
}

void Spotlight::place() {
    setGeometry(parentWidget()->rect());
    setVisible(!parts_.isEmpty());
    raise();
    update();
}

QList<QRectF> Spotlight::rings() const {
    QList<QRectF> all;
    for (const auto& part : parts_) {
        const QRectF whole = part ? seenOf(*part, parentWidget()) : QRect();
        if (whole.isEmpty())
            continue;
        const double room = theme_.px(3);
        all << whole.adjusted(-room, -room, room, room)
                   .intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    }
    return all;
}

void Spotlight::paintEvent(QPaintEvent* event) {
    const QList<QRectF> all = rings();
    if (all.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double round = theme_.px(9);
    if (dim_ > 0) {
        QPainterPath holes;
        holes.setFillRule(Qt::WindingFill);
        for (const QRectF& ring : all)
            holes.addRoundedRect(ring, round, round);
        if (bright_)
            holes.addRoundedRect(seenOf(*bright_, parentWidget()), round, round);
        for (const auto& part : alsoBright_)
            if (part)
                holes.addRoundedRect(seenOf(*part, parentWidget()), round, round);
        dimAround(painter, event->region(), holes, theme_.ground, dim_);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(withContrast(theme_.accent, theme_.ground, 3), theme_.px(2.5)));
    for (const QRectF& ring : all)
        painter.drawRoundedRect(ring, round, round);
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Resize:
        case QEvent::Move:
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::LayoutRequest:
            if (!parts_.isEmpty())
                place();
            break;
        case QEvent::MouseButtonPress:
            undim();  // somebody is at work
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace rnnscope
