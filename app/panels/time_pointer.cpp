// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does in a time plot: steps, units, zoom, and telling numbers.
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/panels/time_ghost.h"
#include "app/panels/time_paint.h"
#include "app/panels/time_panel.h"
#include "app/panels/time_strip.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

constexpr double reach = 9;  // pixels from a line at which it is meant

}  // namespace

double TimePanel::xOf(int step) const {
    return strips_.empty() ? 0 : frame().x(step + 1);
}

double TimePanel::keyAt(double x) const {
    const auto [lower, upper] = timeRange();
    const QRectF area = stripRects().front();
    return lower + (x - area.left()) / std::max(1.0, area.width()) * (upper - lower);
}

int TimePanel::stepAt(double x) const {
    return std::clamp(int(std::floor(keyAt(x) - 0.5)), 0, steps() - 1);
}

std::optional<TimePanel::Hit> TimePanel::hit(const QPointF& position) const {
    if (!isCurrent())
        return std::nullopt;
    const TimeFrame now = frame();
    for (std::size_t k = 0; k < now.strips.size(); ++k) {
        const TimeFrame::Strip& strip = now.strips[k];
        if (!strip.rect.contains(position))
            continue;
        const int step = stepAt(position.x());
        if (strip.row->heat) {
            const int units = strip.row->first().values.units;
            const double part = (position.y() - strip.rect.top()) / strip.rect.height();
            const int unit = std::clamp(int(part * units), 0, units - 1);
            return Hit{k, 0, unit, step};
        }
        std::optional<Hit> nearest;
        double least = theme().px(reach);
        for (std::size_t j = 0; j < strip.row->series.size(); ++j) {
            const TimeSeries& series = strip.row->series[j];
            if (!series.values.covers(step))
                continue;
            for (int unit = 0; unit < series.values.units; ++unit) {
                const double value = series.values.at(unit, step);
                const double away = std::abs(now.y(strip, series, value) - position.y());
                if (away <= least) {
                    least = away;
                    nearest = Hit{k, j, unit, step};
                }
            }
        }
        return nearest;
    }
    return std::nullopt;
}

QString TimePanel::hoverText(const QPointF& position) const {
    auto found = hit(position);
    if (const auto place = handleAt(position))  // that is what would be dragged
        found = Hit{0, 0, int(place->row), int(place->time)};
    if (!found)
        return {};
    const TimeSeries& series = rows_[found->row].series[found->series];
    if (!series.values.covers(found->step))
        return {};
    const double value = series.values.at(found->unit, found->step);
    QString unit;
    if (content_ != Content::Inputs)
        unit = tr("unit %1").arg(series.unitName(found->unit));
    else if (series.values.units > 1)
        unit = series.unitName(found->unit);
    QStringList words{series.symbol + "  " + series.title};
    if (!unit.isEmpty())
        words.append(unit);
    words.append(tr("t = %1").arg(found->step + 1));
    QString text = joined(words) + "\n" + shortNumber(value) + "\n" + fullNumber(value);
    if (series.scaled.data)
        text +=
            "\n" +
            tr("in the network: %1").arg(fullNumber(series.scaled.at(found->unit, found->step)));
    const auto before = previousValue(series, before_, found->unit, found->step);
    if (before && *before != value)
        text += "\n" + tr("before: %1").arg(shortNumber(*before));
    return text;
}

/// Of a strip, its label and its scale.
std::optional<std::size_t> TimePanel::quantityAt(const QPointF& position) const {
    if (isCurrent())
        for (std::size_t k = 0; k < strips_.size(); ++k) {
            const QRectF rect = areaOf(*strips_[k].rect);
            if (position.y() >= rect.top() && position.y() <= rect.bottom())
                return rows_[k].quantity;
        }
    return std::nullopt;
}

void TimePanel::requestAt(const QPointF& position, bool unitToo) {
    if (!isCurrent() || strips_.empty())
        return;
    const auto found = unitToo && content_ != Content::Inputs ? hit(position) : std::nullopt;
    if (found)
        emit unitRequested(found->unit);
    emit stepRequested(stepAt(position.x()));
}

void TimePanel::requestRange(double lower, double upper) {
    const double end = steps() + 0.5;
    const double span = std::clamp(upper - lower, std::min(4.0, double(steps())), double(steps()));
    lower = std::clamp(lower, 0.5, end - span);
    emit timeRangeRequested(lower, lower + span);
}

bool TimePanel::event(QEvent* event) {
    // The window pastes whole sequences with the same key.
    if (event->type() == QEvent::ShortcutOverride && copyOrPaste(static_cast<QKeyEvent*>(event)))
        return true;
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString text = hoverText(help->pos());
        if (const QString how = text.isEmpty() ? QString() : editingText(help->pos());
            !how.isEmpty())
            text += "\n" + how;
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    // Buffers keep the device pixel ratio they were made for.
    if (event->type() == QEvent::ScreenChangeInternal)
        invalidate();
    return Panel::event(event);
}

void TimePanel::mousePressEvent(QMouseEvent* event) {
    if (!isCurrent() || strips_.empty())
        return event->ignore();
    const QRectF area = stripRects().front();
    const double x = event->position().x();
    if (x < area.left() || x > area.right())
        return event->ignore();
    if (takeHold(event))
        return;
    if (event->button() == Qt::LeftButton) {
        stepping_ = true;
        requestAt(event->position(), true);
    } else if (event->button() == Qt::MiddleButton) {
        scrolling_ = true;
        dragFrom_ = keyAt(x);
        setCursor(Qt::ClosedHandCursor);
    } else {
        event->ignore();
    }
}

void TimePanel::mouseMoveEvent(QMouseEvent* event) {
    emit quantityHovered(quantityAt(event->position()));
    if (drag(event))
        return;
    if (!scrolling_ && !stepping_)
        pointTo(event->position());
    if (scrolling_) {
        const auto [lower, upper] = timeRange();
        const double by = dragFrom_ - keyAt(event->position().x());
        requestRange(lower + by, upper + by);
    } else if (stepping_) {
        requestAt(event->position(), false);
    } else if (QToolTip::isVisible()) {
        const QString text = hoverText(event->position());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(event->globalPosition().toPoint(), text, this);
    }
}

void TimePanel::mouseReleaseEvent(QMouseEvent*) {
    if (letGo())
        return;
    scrolling_ = stepping_ = false;
    unsetCursor();
}

void TimePanel::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && typeAt(event->position()))
        return;
    if (isCurrent() && event->button() == Qt::LeftButton)
        emit timeRangeRequested(0.5, steps() + 0.5);
}

void TimePanel::wheelEvent(QWheelEvent* event) {
    const bool zoom = event->modifiers() & Qt::ControlModifier;
    const bool scroll = event->modifiers() & Qt::ShiftModifier;
    if (!isCurrent() || strips_.empty() || !(zoom || scroll))
        return event->ignore();
    // Some platforms turn the wheel sideways while Shift is held.
    const QPoint turn = event->angleDelta();
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / 120.0;
    const auto [lower, upper] = timeRange();
    if (zoom) {
        const double key = std::clamp(keyAt(event->position().x()), lower, upper);
        const double factor = std::pow(0.8, notches);
        // Never narrower than requestRange() allows, or it would drift from the pointer.
        const double span = std::max((upper - lower) * factor, std::min(4.0, double(steps())));
        const double part = (key - lower) / (upper - lower);
        requestRange(key - part * span, key + (1 - part) * span);
    } else {
        const double by = -0.1 * notches * (upper - lower);
        requestRange(lower + by, upper + by);
    }
    event->accept();
}

}  // namespace rnnscope
