// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/panels/pair_marks.h"
#include "app/panels/time_ghost.h"
#include "app/panels/time_scale.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::TimePanel)
};

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

/// Where numbers beside a strip end: clear of the edge of a row that is pointed at.
double readOutEnd(const TimeFrame& frame) {
    return frame.margins.left - frame.theme.px(16);
}

/// Where label and read-out of a strip stand: below each other where there is height, else the
/// label alone, and the read-out at its right if there is width.
struct LabelPlace {
    QRectF label, value;
    bool twoLines;
};

LabelPlace labelPlace(const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const double first = QFontMetricsF(frame.theme.boldFont(12)).height();
    const double second = QFontMetricsF(frame.theme.font(11)).height();
    const double width = frame.margins.left - frame.theme.px(10);
    const QRectF& rect = strip.rect;
    const bool two = rect.height() >= first + second && !frame.margins.narrow;
    const double top = rect.center().y() - (two ? first + second : first) / 2;
    const QRectF label(0, top, width, first);
    QRectF value = two ? QRectF(0, top + first, width, second) : label;
    value.setRight(readOutEnd(frame));
    return {label, value, two};
}

/// The strip's sequences below each other, as a legend.
bool hasLegend(const TimeFrame& frame, const TimeFrame::Strip& strip) {
    return !strip.row->heat && strip.row->series.size() > 1 && !frame.margins.narrow &&
           strip.rect.height() >= double(strip.row->series.size()) * frame.theme.px(13);
}

bool hasNote(const TimeFrame& frame, const TimeFrame::Strip& strip) {
    return !strip.row->note.isEmpty() &&
           strip.rect.height() >= double(strip.row->series.size() + 1) * frame.theme.px(13);
}

QRectF legendLine(const TimeFrame& frame, const TimeFrame::Strip& strip, std::size_t line) {
    const auto count = double(strip.row->series.size() + (hasNote(frame, strip) ? 1 : 0));
    const double height = std::min(frame.theme.px(17), strip.rect.height() / count);
    return QRectF(0, strip.rect.center().y() + (double(line) - count / 2) * height,
                  readOutEnd(frame), height);
}

QString legendText(const TimeSeries& series) {
    return series.symbol + "  " + series.name;
}

double sampleWidth(const Theme& theme) {
    return theme.px(24);
}

void paintLegend(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    for (std::size_t k = 0; k < strip.row->series.size(); ++k) {
        const TimeSeries& series = strip.row->series[k];
        QRectF line = legendLine(frame, strip, k);
        paintTimeSample(painter, frame.theme, series, line);
        painter.setFont(frame.theme.font(11));
        painter.setPen(frame.theme.quantityText(series.id));
        line.setLeft(line.left() + sampleWidth(frame.theme));
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, legendText(series));
    }
    if (!hasNote(frame, strip))
        return;
    QRectF line = legendLine(frame, strip, strip.row->series.size());
    line.setLeft(line.left() + sampleWidth(frame.theme));
    painter.setPen(frame.theme.mutedText);
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, strip.row->note);
}

QString drawnUnits(const TimeFrame& frame, const TimeRow& row) {
    if (!frame.selectable)
        return {};
    if (!row.heat && row.first().values.units > mostForcedLines)
        return Words::tr("%1 of %2 units").arg(mostForcedLines).arg(row.first().values.units);
    return Words::tr("unit %1").arg(row.first().unitName(frame.view.unit));
}

void paintSymbol(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const TimeSeries& series = strip.row->first();
    painter.setFont(frame.theme.boldFont(12));
    painter.setPen(frame.theme.quantityText(series.id));
    drawText(
        painter,
        QRectF(0, strip.rect.top(), strip.rect.left() - frame.theme.px(5), strip.rect.height()),
        Qt::AlignRight | Qt::AlignVCenter, series.symbol);
}

void paintLabel(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    if (hasLegend(frame, strip))
        return paintLegend(painter, frame, strip);
    const TimeSeries& series = strip.row->first();
    const LabelPlace place = labelPlace(frame, strip);
    painter.setFont(frame.theme.boldFont(12));
    painter.setPen(frame.theme.quantityText(series.id));
    QString symbols = series.symbol;
    for (std::size_t k = 1; k < strip.row->series.size(); ++k)
        symbols += ", " + strip.row->series[k].symbol;
    const QFontMetricsF metrics(painter.font());
    QString text = symbols;
    if (strip.row->series.size() == 1 || strip.row->heat)
        text = series.symbol + " " + series.name;
    if (frame.margins.narrow || metrics.horizontalAdvance(text) > place.label.width())
        text = symbols;
    drawText(painter, place.label, Qt::AlignLeft | Qt::AlignVCenter,
             metrics.elidedText(text, Qt::ElideRight, place.label.width()));
    if (!place.twoLines)
        return;
    painter.setFont(frame.theme.font(11));
    if (strip.row->heat && strip.row->series.size() > 1) {  // what the marks are
        const TimeSeries& marks = strip.row->series.back();
        paintTimeSample(painter, frame.theme, marks, place.value);
        painter.setPen(frame.theme.quantityText(marks.id));
        drawText(painter, place.value.adjusted(sampleWidth(frame.theme), 0, 0, 0),
                 Qt::AlignLeft | Qt::AlignVCenter, legendText(marks));
        return;
    }
    painter.setPen(frame.theme.mutedText);
    drawText(painter, place.value, Qt::AlignLeft | Qt::AlignVCenter,
             strip.row->note.isEmpty() ? drawnUnits(frame, *strip.row) : strip.row->note);
}

void paintUnitMark(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const int units = strip.row->first().values.units;
    if (!strip.row->heat || frame.view.unit >= units || units == 1)
        return;
    const double top = frame.unitTop(strip, frame.view.unit);
    const double bottom = frame.unitTop(strip, frame.view.unit + 1);
    const double middle = (top + bottom) / 2, left = strip.rect.left();
    painter.setBrush(frame.theme.strong);
    painter.setPen(Qt::NoPen);
    const double size = frame.theme.px(4);
    painter.drawPolygon(QPolygonF({{left - 1, middle},
                                   {left - 1 - 1.4 * size, middle - size},
                                   {left - 1 - 1.4 * size, middle + size}}));
    if (bottom - top < frame.theme.px(4))
        return;  // a frame would hide the row
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(frame.theme.strong, frame.theme.px(1)));
    painter.drawRect(QRectF(left, top, strip.rect.width(), bottom - top));
}

void paintOverflow(QPainter& painter, const TimeFrame& frame) {
    const double key = *frame.overflow + 1;
    if (key < frame.lower || key > frame.upper)
        return;
    const Theme& theme = frame.theme;
    const double x = frame.x(key);
    painter.setPen(QPen(theme.danger, theme.px(2)));
    for (const TimeFrame::Strip& strip : frame.strips)
        painter.drawLine(QPointF(x, strip.rect.top()), QPointF(x, strip.rect.bottom()));
    if (!frame.marker)
        return;
    painter.setFont(theme.boldFont(11));
    const QString text = Words::tr("overflowed here: t = %1").arg(*frame.overflow + 1);
    const QFontMetricsF metrics(painter.font());
    const QRectF& area = frame.strips.front().rect;
    QRectF label(0, area.top() + theme.px(3), metrics.horizontalAdvance(text) + theme.px(10),
                 metrics.height() + theme.px(2));
    const bool right = x + theme.px(5) + label.width() <= area.right();
    label.moveLeft(right ? x + theme.px(5)
                         : std::max(area.left(), x - theme.px(5) - label.width()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.card);
    painter.drawRoundedRect(label, theme.px(3), theme.px(3));
    painter.setPen(theme.danger);
    drawText(painter, label, Qt::AlignCenter, text);
}

void paintCurtain(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const auto [first, last] =
        hiddenSteps(frame.view.position, frame.gradients, frame.reversed, frame.steps);
    if (first >= last)
        return;
    // A column ends half a step behind its key; a line goes on to the next point at once.
    const double reach = strip.row->heat ? 0.5 : 1;
    const double from = first == 0 ? 0.5 : first + 1 - reach;
    const double to = last == frame.steps ? frame.steps + 0.5 : last + reach;
    const double left = frame.x(std::clamp(from, frame.lower, frame.upper));
    const double right = frame.x(std::clamp(to, frame.lower, frame.upper));
    QColor card = strip.row->heat ? frame.theme.card : frame.theme.plotGround;
    card.setAlphaF(0.76f);
    const double edge = strip.row->heat ? 0 : frame.theme.px(1);  // the frame stays
    if (right > left)
        painter.fillRect(
            QRectF(left, strip.rect.top() + edge, right - left, strip.rect.height() - 2 * edge),
            card);
}

bool isHidden(const TimeFrame& frame) {
    const auto [first, last] =
        hiddenSteps(frame.view.position, frame.gradients, frame.reversed, frame.steps);
    return frame.view.position.step >= first && frame.view.position.step < last;
}

void paintDots(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    if (strip.row->heat)
        return;
    const int step = frame.view.position.step;
    for (std::size_t k = 0; k < strip.row->series.size(); ++k) {
        const TimeSeries& series = strip.row->series[k];
        const int units = series.values.units;
        if (!series.values.covers(step) || series.marks)
            continue;
        for (int unit = 0; unit < units; ++unit) {
            const bool selected = frame.selectable && unit == frame.view.unit;
            const double value = series.values.at(unit, step);
            if (!std::isfinite(value) || (units > mostLines && !selected))
                continue;
            const bool ringed = selected || units == 1;
            const double size = frame.theme.px(ringed ? 3.4 : 2);
            painter.setPen(ringed ? QPen(frame.theme.card, frame.theme.px(1)) : QPen(Qt::NoPen));
            painter.setBrush((*strip.shades)[k][std::size_t(unit)]);
            painter.drawEllipse(QPointF(frame.x(step + 1), frame.y(strip, series, value)), size,
                                size);
        }
    }
}

void paintValue(QPainter& painter, const TimeFrame& frame, const QRectF& place,
                const TimeSeries& series, int unit, double taken) {
    const int step = frame.view.position.step;
    if (unit >= series.values.units || !series.values.covers(step))
        return;
    const double value = series.values.at(unit, step);
    const QString text = shortNumber(value);
    painter.setFont(frame.theme.font(11));
    painter.setPen(std::isfinite(value) ? frame.theme.text : frame.theme.danger);
    if (QFontMetricsF(painter.font()).horizontalAdvance(text) + taken <= place.width())
        drawText(painter, place, Qt::AlignRight | Qt::AlignVCenter, text);
}

void paintReadOut(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const Theme& theme = frame.theme;
    if (hasLegend(frame, strip)) {
        const QFontMetricsF metrics(theme.font(11));
        for (std::size_t k = 0; k < strip.row->series.size(); ++k) {
            const TimeSeries& series = strip.row->series[k];
            const double taken =
                sampleWidth(theme) + metrics.horizontalAdvance(legendText(series)) + theme.px(6);
            if (series.values.units == 1)
                paintValue(painter, frame, legendLine(frame, strip, k), series, 0, taken);
        }
        return;
    }
    const LabelPlace place = labelPlace(frame, strip);
    const TimeSeries& series = strip.row->first();
    if (frame.margins.narrow || (!frame.selectable && series.values.units > 1))
        return;
    const QString before =
        place.twoLines ? drawnUnits(frame, *strip.row) : series.symbol + " " + series.name;
    const QFontMetricsF metrics(place.twoLines ? theme.font(11) : theme.boldFont(12));
    paintValue(painter, frame, place.value, series, frame.selectable ? frame.view.unit : 0,
               metrics.horizontalAdvance(before) + theme.px(6));
}

void paintMarker(QPainter& painter, const TimeFrame& frame, double x) {
    const Theme& theme = frame.theme;
    const double tip = frame.margins.marker, size = theme.px(6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.strong);
    painter.drawPolygon(
        QPolygonF({{x, tip}, {x - size, tip - 1.5 * size}, {x + size, tip - 1.5 * size}}));
    painter.setFont(theme.boldFont(11));
    painter.setPen(theme.strong);
    const QString text = Words::tr("t = %1").arg(frame.view.position.step + 1);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
    const bool right = x + 1.8 * size + width <= frame.size.width();
    drawText(painter, QRectF(right ? x + 1.8 * size : x - 1.8 * size - width, 0, width, tip),
             Qt::AlignLeft | Qt::AlignVCenter, text);
}

// Over the label and around the strip; the numbers stay as they are.
void paintPointed(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const Theme& theme = frame.theme;
    const QColor colour = theme.quantityLine(strip.row->first().id);
    const double out = strip.row->heat ? theme.px(1.5) : 0;  // beside the cells, not over them
    const double half = frame.margins.gap / 2.0 - 1;
    QRectF label(0, strip.rect.top() - half, strip.rect.left(), strip.rect.height() + 2 * half);
    label.setRight(strip.rect.left() - theme.px(strip.row->heat ? 9 : 4));  // the unit's mark
    QColor tint = colour;
    tint.setAlphaF(0.12f);  // more would take the label's contrast
    painter.save();
    painter.fillRect(label, tint);
    painter.fillRect(QRectF(label.right() - theme.px(3), label.top(), theme.px(3), label.height()),
                     colour);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, theme.px(2)));
    painter.drawRect(strip.rect.adjusted(-out, -out, out, out));
    painter.restore();
}

// Over all strips; one line down through a stack of panels.
void paintPair(QPainter& painter, const TimeFrame& frame) {
    const StepPair& pair = *frame.view.pair;
    if (pair.loss >= frame.steps || pair.state >= frame.steps)
        return;  // of a longer sequence
    QRectF area = frame.strips.front().rect;
    area.setTop(frame.marker ? area.top() : 0);
    area.setBottom(frame.axis ? frame.strips.back().rect.bottom() : frame.size.height());
    paintPairMarks(painter, area, pair, frame.x(pair.loss + 1), frame.x(pair.state + 1),
                   frame.marker, frame.theme);
}

}  // namespace

// Dashes as FastGraph draws them, in pen widths.
void paintTimeSample(QPainter& painter, const Theme& theme, const TimeSeries& series,
                     const QRectF& line) {
    const QColor colour = theme.quantityLine(series.id);
    const double y = line.center().y(), end = line.left() + theme.px(17);
    if (series.marks) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF((line.left() + end) / 2, y), theme.px(2.5), theme.px(2.5));
        return;
    }
    QPen pen(colour, theme.px(1.8), Qt::SolidLine, Qt::RoundCap);
    if (theme.quantityDash(series.id) == Qt::DashLine)
        pen.setDashPattern({2.2, 2.2});
    else if (theme.quantityDash(series.id) == Qt::DotLine)
        pen.setDashPattern({0.05, 2.1});
    painter.setPen(pen);
    painter.drawLine(QPointF(line.left() + 1, y), QPointF(end, y));
}

namespace {

constexpr int emptyFlags = Qt::AlignCenter | Qt::TextWordWrap;

/// What the words take where there is no strip, with a little air; the playhead leaves it out.
QRectF emptyPlace(const TimeFrame& frame) {
    if (!frame.strips.empty() || frame.emptyText.isEmpty())
        return {};
    const double air = frame.theme.px(3);
    return QFontMetricsF(frame.theme.font(12))
        .boundingRect(QRectF(QPointF(), frame.size), emptyFlags, frame.emptyText)
        .adjusted(-air, -air, air, air);
}

}  // namespace

void paintTimeLabels(QPainter& painter, const TimeFrame& frame) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (frame.strips.empty()) {
        painter.setFont(frame.theme.font(12));
        painter.setPen(frame.theme.mutedText);
        painter.drawText(QRectF(QPointF(), frame.size), emptyFlags, frame.emptyText);
        return;
    }
    for (const TimeFrame::Strip& strip : frame.strips) {
        if (!frame.margins.bare) {
            paintLabel(painter, frame, strip);
            paintTimeScale(painter, frame, strip);
        } else if (strip.symbol) {
            paintSymbol(painter, frame, strip);
        }
        if (frame.selectable)
            paintUnitMark(painter, frame, strip);
    }
    if (frame.overflow)
        paintOverflow(painter, frame);
    if (!frame.axis)
        return;
    const QRectF& last = frame.strips.back().rect;
    painter.setFont(frame.theme.font(11));
    painter.setPen(frame.theme.mutedText);
    drawText(painter,
             QRectF(last.right() + frame.theme.px(30), last.bottom() + frame.margins.gap / 2.0,
                    frame.margins.right, frame.margins.axis - frame.margins.gap),
             Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("t"));
    if (frame.namesPrevious)
        paintPreviousSample(painter, frame);
}

void paintTimeCursor(QPainter& painter, const TimeFrame& frame) {
    if (frame.strips.empty() && !frame.margins.bare)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TimeFrame::Strip& strip : frame.strips)
        paintCurtain(painter, frame, strip);
    for (const TimeFrame::Strip& strip : frame.strips)
        if (frame.view.quantity && frame.view.quantity == strip.row->quantity)
            paintPointed(painter, frame, strip);
    if (!isHidden(frame))
        for (const TimeFrame::Strip& strip : frame.strips)
            paintReadOut(painter, frame, strip);
    if (frame.view.pair && !frame.strips.empty())
        paintPair(painter, frame);
    const double key = frame.view.position.step + 1;
    if (key < frame.lower || key > frame.upper)
        return;
    const double x = frame.x(key);
    const double top = frame.marker ? frame.margins.marker - frame.theme.px(2) : 0;
    const double bottom = frame.axis && !frame.strips.empty() ? frame.strips.back().rect.bottom()
                                                              : frame.size.height();
    painter.setPen(QPen(frame.theme.strong, frame.theme.px(1.5)));
    const QRectF words = emptyPlace(frame);
    if (x >= words.left() && x <= words.right()) {
        painter.drawLine(QPointF(x, top), QPointF(x, words.top()));
        painter.drawLine(QPointF(x, words.bottom()), QPointF(x, bottom));
    } else {
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    }
    if (!isHidden(frame))
        for (const TimeFrame::Strip& strip : frame.strips)
            paintDots(painter, frame, strip);
    if (frame.marker)
        paintMarker(painter, frame, x);
}

}  // namespace rnnscope
