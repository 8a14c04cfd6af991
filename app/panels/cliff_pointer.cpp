// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do on the cliff.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/panels/cliff_panel.h"
#include "app/plot/number.h"
#include "app/plot/tip.h"

namespace rnnscope {

namespace {

constexpr double reach = 15;     // pixels from the start at which it is meant
constexpr double nudge = 0.01;   // of the start, by key
constexpr double places = 1000;  // what the mouse finds has three decimals

double rounded(double value) {
    return std::round(value * places) / places;
}

QString tableLine(const QString& what, double value) {
    return QStringLiteral("<tr><td>%1</td><td>&nbsp;<b>%2</b>&nbsp;</td><td>%3</td></tr>")
        .arg(what, shortNumber(value), fullNumber(value));
}

}  // namespace

QPoint CliffPanel::pointOf(double w, double b) const {
    return frame(places_).point(w, b).toPoint();
}

QPoint CliffPanel::pointOfUpdate(int update) const {
    return QPointF(frame(places_).x(update), places_.losses.center().y()).toPoint();
}

bool CliffPanel::overStart(const QPointF& point) const {
    const QPointF start = frame(places_).point(choice_.w, choice_.b);
    return QLineF(start, point).length() <= theme().px(reach) &&
           places_.map.adjusted(-reach, -reach, reach, reach).contains(start);
}

int CliffPanel::stepAt(qreal x) const {
    const double part = (x - places_.losses.left()) / std::max(1.0, places_.losses.width());
    return int(std::round(std::clamp(part, 0.0, 1.0) * cliffSteps));
}

void CliffPanel::dragStart(const QPointF& point) {
    const QPointF place = point - grip_;
    const double right = (place.x() - places_.map.left()) / places_.map.width();
    const double up = (places_.map.bottom() - place.y()) / places_.map.height();
    CliffChoice next = choice_;
    next.w = rounded(window_.left + std::clamp(right, 0.0, 1.0) * (window_.right - window_.left));
    next.b = rounded(window_.low + std::clamp(up, 0.0, 1.0) * (window_.high - window_.low));
    setChoice(next);
}

void CliffPanel::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return Panel::mousePressEvent(event);
    const QPointF point = event->position();
    if (overStart(point)) {
        held_ = Held::Start;
        grip_ = point - frame(places_).point(choice_.w, choice_.b);
    } else if (places_.losses.contains(point)) {
        held_ = Held::Step;
        setPlaying(false);
        setStep(stepAt(point.x()));
    }
    overlay_->update();
}

void CliffPanel::mouseMoveEvent(QMouseEvent* event) {
    const QPointF point = event->position();
    if (held_ == Held::Start)
        dragStart(point);
    if (held_ == Held::Step)
        setStep(stepAt(point.x()));
    if (const bool over = overStart(point); over != hovered_) {
        hovered_ = over;
        overlay_->update();
    }
    setCursor(held_ == Held::Start ? Qt::ClosedHandCursor
              : hovered_           ? Qt::OpenHandCursor
                                   : Qt::ArrowCursor);
    showTipAbove(*this, event->globalPosition().toPoint(), hoverText(point));  // buttons are below
}

void CliffPanel::mouseReleaseEvent(QMouseEvent*) {
    const bool moved = held_ == Held::Start;
    held_ = Held::Nothing;
    if (moved)
        followWindow();  // which had to wait
    overlay_->update();
}

void CliffPanel::leaveEvent(QEvent* event) {
    hovered_ = false;
    overlay_->update();
    QToolTip::hideText();
    Panel::leaveEvent(event);
}

QString CliffPanel::hoverText(const QPointF& point) const {
    const QString rows = QStringLiteral(
        "<b>%1</b><table cellspacing='0' cellpadding='2'>%2"
        "</table>%3");
    if (places_.map.contains(point)) {
        const bool start = held_ == Held::Start || overStart(point);
        const double right = (point.x() - places_.map.left()) / places_.map.width();
        const double up = (places_.map.bottom() - point.y()) / places_.map.height();
        const CliffPoint here = start
                                    ? cliffAt(choice_.w, choice_.b)
                                    : cliffAt(window_.left + right * (window_.right - window_.left),
                                              window_.low + up * (window_.high - window_.low));
        return rows.arg(start ? tr("start of both runs") : tr("here"),
                        tableLine(QStringLiteral("w"), here.w) +
                            tableLine(QStringLiteral("b"), here.b) +
                            tableLine(tr("error"), here.loss) +
                            tableLine(tr("gradient norm"), here.gradientNorm()),
                        start ? tr("drag it") : QString());
    }
    if (!places_.losses.contains(point))
        return {};
    const auto step = std::size_t(stepAt(point.x()));
    const CliffPoint &plain = runs_.plain[step], &clipped = runs_.clipped[step];
    return rows.arg(tr("update %1").arg(step),
                    tableLine(tr("loss, not clipped"), plain.loss) +
                        tableLine(tr("gradient norm"), plain.gradientNorm()) +
                        tableLine(tr("loss, clipped"), clipped.loss) +
                        tableLine(tr("gradient norm"), clipped.gradientNorm()),
                    clipped.clipped ? tr("clipped here") : QString());
}

void CliffPanel::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (event->modifiers() & Qt::ShiftModifier) {
        CliffChoice next = choice_;
        next.w = rounded(next.w + (key == Qt::Key_Right) * nudge - (key == Qt::Key_Left) * nudge);
        next.b = rounded(next.b + (key == Qt::Key_Up) * nudge - (key == Qt::Key_Down) * nudge);
        if (next == choice_)
            return Panel::keyPressEvent(event);
        setChoice(next);
        return;
    }
    switch (key) {
        case Qt::Key_Right:
        case Qt::Key_Up:
            return setStep(step_ + 1);
        case Qt::Key_Left:
        case Qt::Key_Down:
            return setStep(step_ - 1);
        case Qt::Key_Home:
            return setStep(0);
        case Qt::Key_End:
            return setStep(cliffSteps);
        default:
            Panel::keyPressEvent(event);
    }
}

// Told at once by mouseMoveEvent; the platform's own delayed tip would replace it.
bool CliffPanel::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        overlay_->update();
    return event->type() == QEvent::ToolTip || Panel::event(event);
}

}  // namespace rnnscope
