// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unit_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/cell_words.h"
#include "app/panels/time_parts.h"
#include "app/panels/time_pool.h"
#include "app/panels/time_scale.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::UnitPanel)
};

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

QColor lineColour(const UnitRow& row, const Theme& theme) {
    return theme.quantityLine(row.colour);
}

QColor textColour(const UnitRow& row, const Theme& theme) {
    return theme.quantityText(row.colour);
}

double yOf(const QRectF& strip, const UnitRow& row, double value) {
    const double room = 0.08 * (row.high - row.low);
    const double part = (value - row.low + room) / (row.high - row.low + 2 * room);
    return strip.bottom() - std::clamp(part, 0.0, 1.0) * strip.height();
}

/// As many points as there are pixels for, in separate segments: fast at any width and length.
void paintLine(QPainter& painter, const UnitFrame& frame, const UnitRow& row, const QRectF& strip,
               double width) {
    TimeWindow window{0, frame.places.steps, 1};
    while (window.buckets() > 2 * strip.width())
        window.width *= 2;
    const QVector<QPointF> line = pooledLines(row.values, window).front();
    const QColor colour = lineColour(row, frame.theme);
    QVector<QLineF> segments;
    painter.setBrush(colour);
    const auto place = [&](const QPointF& point) {
        return QPointF(
            frame.places.x(0) + (point.x() - 1) * (frame.places.x(1) - frame.places.x(0)),
            yOf(strip, row, point.y()));
    };
    const auto isGap = [&](qsizetype k) {
        return k < 0 || k >= line.size() || !std::isfinite(line[k].y());
    };
    for (qsizetype k = 0; k < line.size(); ++k) {
        if (isGap(k))
            continue;
        if (!isGap(k - 1))
            segments.append({place(line[k - 1]), place(line[k])});
        else if (isGap(k + 1)) {
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(place(line[k]), 1.2 * width, 1.2 * width);
        }
    }
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(segments);
}

void paintLabel(QPainter& painter, const UnitFrame& frame, const UnitRow& row,
                const QRectF& strip) {
    const Theme& theme = frame.theme;
    const UnitPlaces& places = frame.places;
    const QRectF line(places.label, strip.top(), places.left - theme.px(8) - places.label,
                      strip.height());
    const QFont font = theme.boldFont(strip.height() < theme.px(15) ? 10 : 12);
    painter.setPen(textColour(row, theme));
    drawSubscripted(painter, line, row.symbol, font, Qt::AlignLeft);
    if (places.narrow)
        return;
    const double symbol = subscriptedWidth(row.symbol, font) + theme.px(7);
    const QFont small = theme.font(10);
    const QFontMetricsF metrics(small);
    // Without "gate" or "pre-activation" where there is no room; without words where there is less.
    for (const QString& words : {row.name, row.brief, row.brief.section(QLatin1Char(' '), 0, 0)}) {
        if (symbol + metrics.horizontalAdvance(words) > line.width())
            continue;
        painter.setFont(small);
        painter.setPen(theme.mutedText);
        drawText(painter, line.adjusted(symbol, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
        return;
    }
}

void paintLimits(QPainter& painter, const UnitFrame& frame, const UnitRow& row,
                 const QRectF& strip) {
    const QRectF place(strip.right() + frame.theme.px(4), strip.top(), frame.theme.px(60),
                       strip.height());
    painter.setFont(frame.theme.font(9));
    painter.setPen(frame.theme.mutedText);
    drawText(painter, place, Qt::AlignLeft | Qt::AlignTop, limitText(row.high));
    drawText(painter, place, Qt::AlignLeft | Qt::AlignBottom, limitText(row.low));
}

void paintTimes(QPainter& painter, const UnitFrame& frame) {
    const UnitPlaces& places = frame.places;
    if (places.axis.isEmpty())
        return;
    const Theme& theme = frame.theme;
    painter.setFont(theme.font(11));
    painter.setPen(theme.mutedText);
    const QFontMetricsF metrics(painter.font());
    const double label = metrics.horizontalAdvance(QString::number(places.steps)) + theme.px(14);
    const int step = int(timeTickStep(places.steps, places.width, label));
    for (int t = step == 1 ? 1 : step; t <= places.steps; t += step) {
        const double x = places.x(t - 1);
        drawText(painter, QRectF(x - 40, places.axis.top(), 80, places.axis.height()),
                 Qt::AlignHCenter | Qt::AlignVCenter, QString::number(t));
    }
    drawText(painter,
             QRectF(places.label, places.axis.top(), places.left - places.label - theme.px(8),
                    places.axis.height()),
             Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("t"));
}

void paintCurtain(QPainter& painter, const UnitFrame& frame, const UnitRow& row,
                  const QRectF& strip) {
    const auto [first, last] =
        hiddenSteps(frame.view.position, row.gradient, frame.reversed, frame.places.steps);
    if (first >= last)
        return;
    // A line goes on to the next point at once.
    const double from = first == 0 ? strip.left() : frame.places.x(first - 1);
    const double to = last == frame.places.steps ? strip.right() : frame.places.x(last);
    QColor ground = frame.theme.plotGround;
    ground.setAlphaF(0.78f);
    const double edge = frame.theme.px(1);
    painter.fillRect(QRectF(from, strip.top() + edge, to - from, strip.height() - 2 * edge),
                     ground);
}

void paintValue(QPainter& painter, const UnitFrame& frame, const UnitRow& row,
                const QRectF& strip) {
    const int step = std::clamp(frame.view.position.step, 0, frame.places.steps - 1);
    if (frame.hidden(row, step))
        return;
    const Theme& theme = frame.theme;
    const double value = row.at(step);
    const QColor ink = std::isfinite(value) ? textColour(row, theme) : theme.danger;
    if (std::isfinite(value)) {
        painter.setPen(QPen(theme.card, theme.px(1)));
        painter.setBrush(lineColour(row, theme));
        painter.drawEllipse(QPointF(frame.places.x(step), yOf(strip, row, value)), theme.px(3),
                            theme.px(3));
    }
    const QRectF place(frame.places.value, strip.top(), frame.places.end - frame.places.value,
                       strip.height());
    const QString text = shortNumber(value);
    painter.setPen(ink);
    // Smaller where it is long; where it still has no room, the hover tells it.
    for (const double size : {strip.height() < theme.px(15) ? 10.0 : 11.0, 8.0}) {
        painter.setFont(theme.monoFont(size));
        if (QFontMetricsF(painter.font()).horizontalAdvance(text) > place.width() + 0.5)
            continue;
        drawText(painter, place, Qt::AlignRight | Qt::AlignVCenter, text);
        return;
    }
}

}  // namespace

double UnitPlaces::x(int step) const {
    return left + (step + 0.5) / steps * width;
}

int UnitPlaces::stepAt(double x) const {
    return std::clamp(int(std::floor((x - left) / width * steps)), 0, steps - 1);
}

bool UnitFrame::hidden(const UnitRow& row, int step) const {
    const auto [first, last] = hiddenSteps(view.position, row.gradient, reversed, places.steps);
    return step >= first && step < last;
}

UnitPlaces unitPlaces(const QRectF& area, const std::array<int, 3>& counts, int blocks, int columns,
                      int steps, const Theme& theme) {
    const auto px = [&](double length) { return theme.px(length); };
    UnitPlaces places;
    places.steps = steps;
    QRectF rows = area;
    // The weights at the right, or below, or nowhere.
    const double weightsHeight = px(44) + (blocks + 1) * px(19);
    if (area.width() >= px(600) && area.height() >= px(26) * (blocks + 3)) {
        const double share =
            std::clamp(px(90) + columns * px(46), 0.26 * area.width(), 0.42 * area.width());
        places.weights = area.adjusted(area.width() - share, 0, 0, 0);
        rows.setRight(places.weights.left() - px(22));
    } else if (area.height() >= counts[1] * px(22) + px(24) + weightsHeight) {
        places.weights = area.adjusted(0, area.height() - weightsHeight, 0, 0);
        rows.setBottom(places.weights.top() - px(10));
    }
    const double axis = rows.height() >= px(110) ? px(18) : 0;
    const double room = rows.height() - axis - px(2);
    places.detail = counts[2] * px(23) <= room     ? UnitDetail::All
                    : counts[1] * px(13.5) <= room ? UnitDetail::Archived
                                                   : UnitDetail::States;
    const int count = std::max(1, counts[std::size_t(places.detail)]);
    const double pitch = std::min(px(70), room / count);
    places.narrow = rows.width() < px(430);
    places.limits = pitch >= px(27) && !places.narrow;
    places.label = rows.left();
    places.left = rows.left() + px(places.narrow ? 48 : 138);
    places.end = rows.right();
    places.value =
        rows.right() -
        QFontMetricsF(theme.monoFont(11)).horizontalAdvance(QStringLiteral("−0.00·10⁻⁰⁰"));
    const double limits = places.limits ? px(50) : px(6);
    places.width = std::max(10.0, places.value - limits - places.left);
    if (places.width < px(70)) {  // the lines before the numbers, which the hover tells as well
        places.value = places.end;
        places.width = std::max(10.0, places.end - px(2) - places.left);
    }
    const double gap = std::min(px(6), pitch / 5);
    for (int k = 0; k < count; ++k)
        places.strips.emplace_back(places.left, rows.top() + k * pitch + gap / 2, places.width,
                                   pitch - gap);
    if (axis > 0)
        places.axis = QRectF(places.left, rows.top() + count * pitch, places.width, axis);
    return places;
}

void paintUnitRows(QPainter& painter, const UnitFrame& frame) {
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = frame.theme;
    for (std::size_t k = 0; k < frame.rows.size(); ++k) {
        const UnitRow& row = frame.rows[k];
        const QRectF& strip = frame.places.strips[k];
        painter.setPen(QPen(theme.plotFrame, theme.px(1)));
        painter.setBrush(theme.plotGround);
        painter.drawRect(strip);
        if (row.low < 0) {
            painter.setPen(QPen(theme.grid, theme.px(1)));
            painter.drawLine(QPointF(strip.left(), yOf(strip, row, 0)),
                             QPointF(strip.right(), yOf(strip, row, 0)));
        }
        paintLine(painter, frame, row, strip, theme.px(1.6));
        paintLabel(painter, frame, row, strip);
        if (frame.places.limits)
            paintLimits(painter, frame, row, strip);
    }
    paintTimes(painter, frame);
}

void paintUnitCursor(QPainter& painter, const UnitFrame& frame) {
    if (frame.rows.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = frame.theme;
    for (std::size_t k = 0; k < frame.rows.size(); ++k) {
        const QRectF& strip = frame.places.strips[k];
        if (frame.marked(frame.rows[k]))
            paintLine(painter, frame, frame.rows[k], strip, theme.px(2.8));
        paintCurtain(painter, frame, frame.rows[k], strip);
        if (frame.marked(frame.rows[k])) {
            painter.setPen(QPen(lineColour(frame.rows[k], theme), theme.px(2)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(strip);
        }
    }
    const QRectF &first = frame.places.strips.front(), &last = frame.places.strips.back();
    if (frame.overflow) {
        const double x = frame.places.x(*frame.overflow);
        painter.setPen(QPen(theme.danger, theme.px(2)));
        painter.drawLine(QPointF(x, first.top()), QPointF(x, last.bottom()));
        painter.setFont(theme.boldFont(11));
        const QString text = Words::tr("overflowed here: t = %1").arg(*frame.overflow + 1);
        const QFontMetricsF metrics(painter.font());
        QRectF tag(x + theme.px(5), first.top() + theme.px(2),
                   metrics.horizontalAdvance(text) + theme.px(8), metrics.height());
        if (tag.right() > first.right())
            tag.moveRight(std::max(first.left() + tag.width(), x - theme.px(5)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.card);
        painter.drawRoundedRect(tag, theme.px(3), theme.px(3));
        painter.setPen(theme.danger);
        drawText(painter, tag, Qt::AlignCenter, text);
    }
    const int step = std::clamp(frame.view.position.step, 0, frame.places.steps - 1);
    painter.setPen(QPen(theme.strong, theme.px(1.5)));
    painter.drawLine(QPointF(frame.places.x(step), first.top() - theme.px(1)),
                     QPointF(frame.places.x(step), last.bottom() + theme.px(1)));
    for (std::size_t k = 0; k < frame.rows.size(); ++k)
        paintValue(painter, frame, frame.rows[k], frame.places.strips[k]);
}

}  // namespace rnnscope
