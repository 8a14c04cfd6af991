// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/flow_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "app/panels/time_rows.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::FlowPanel)
};

constexpr double barGap = 10, barWidth = 11, barTextGap = 5;

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

QString underWord() {
    return Words::tr("vanished");
}
QString overWord() {
    return Words::tr("exploded");
}

double barTextWidth(const Theme& theme) {
    const QFontMetricsF metrics(theme.font(10));
    return std::max(metrics.horizontalAdvance(underWord()), metrics.horizontalAdvance(overWord()));
}

/// A label on a ground of its own; the place is its left middle, or with `leftward` its right one.
void paintTag(QPainter& painter, const QPointF& place, bool leftward, const QString& text,
              const QColor& ink, const Theme& theme) {
    painter.setFont(theme.boldFont(11));
    const QFontMetricsF metrics(painter.font());
    QRectF rect(0, 0, metrics.horizontalAdvance(text) + theme.px(8),
                metrics.height() + theme.px(2));
    rect.moveTop(place.y() - rect.height() / 2);
    leftward ? rect.moveRight(place.x()) : rect.moveLeft(place.x());
    painter.setPen(QPen(blend(ink, theme.card, 0.45), theme.px(1)));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4));
    painter.setPen(QPen(ink));
    painter.drawText(rect, Qt::AlignCenter, text);
}

void paintBarLabels(QPainter& painter, const FlowFrame& frame, const QRectF& ramp, double cap) {
    const Theme& theme = frame.theme;
    painter.setFont(theme.font(10));
    painter.setPen(QPen(theme.mutedText));
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.ascent() + theme.px(1);
    const auto label = [&](double y, const QString& text) {
        drawText(
            painter,
            QRectF(ramp.right() + theme.px(barTextGap), y - line / 2, barTextWidth(theme), line),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    label(ramp.top() - theme.px(1.5) - cap / 2, overWord());
    label(ramp.bottom() + theme.px(1.5) + cap / 2, underWord());
    if (frame.notANumber)
        label(ramp.bottom() + theme.px(4) + 1.5 * cap, QStringLiteral("NaN"));
    const int decades = int(frame.scale.high - frame.scale.low);
    int step = decades;
    for (const int each : {1, 2, 3, 6, 9})
        if (decades % each == 0 && ramp.height() / decades * each >= 1.15 * line) {
            step = each;
            break;
        }
    // Those at the ends keep clear of the words beside the caps.
    const double inset = std::max(0.0, line - cap / 2 - theme.px(1.5));
    if (ramp.height() < 2 * line)
        return;
    for (int exponent = int(frame.scale.low); exponent <= int(frame.scale.high); exponent += step) {
        const double part = (exponent - frame.scale.low) / decades;
        label(std::clamp(ramp.bottom() - part * ramp.height(), ramp.top() + inset,
                         ramp.bottom() - inset),
              QStringLiteral("10") + superscript(exponent));
    }
}

void paintBar(QPainter& painter, const FlowFrame& frame) {
    const Theme& theme = frame.theme;
    const QRectF bar = frame.barRect();
    const double cap = std::min(theme.px(11), bar.height() / 8);
    const double apart = theme.px(1.5);
    const double below = (frame.notANumber ? 2 * cap + theme.px(2.5) : cap) + apart;
    const QRectF ramp = bar.adjusted(0, cap + apart, 0, -below);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto box = [&](double top, QRgb color) {
        painter.fillRect(QRectF(bar.left(), top, bar.width(), cap), QColor(color));
    };
    box(bar.top(), frame.scale.over());
    box(ramp.bottom() + apart, frame.scale.under());
    if (frame.notANumber)
        box(ramp.bottom() + theme.px(4) + cap, frame.scale.nan());
    const int slices = std::clamp(int(ramp.height()), 2, 96);
    const double height = ramp.height() / slices;
    for (int k = 0; k < slices; ++k) {
        const double top = ramp.top() + k * height;
        // Each reaches under the next, or viewers show seams.
        painter.fillRect(
            QRectF(ramp.left(), top, ramp.width(), std::min(2 * height, ramp.bottom() - top)),
            QColor(frame.scale.at(1 - (k + 0.5) / slices)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintBarLabels(painter, frame, ramp, cap);
}

void paintTitles(QPainter& painter, const FlowFrame& frame, const FlowFrame::Map& map) {
    const Theme& theme = frame.theme;
    painter.setFont(theme.font(11));
    painter.setPen(QPen(theme.mutedText));
    const QFontMetricsF metrics(painter.font());
    const double under = map.rect.bottom() + metrics.height() + theme.px(4);
    drawText(painter, QRectF(map.rect.left(), under, map.rect.width(), metrics.height()),
             Qt::AlignCenter, Words::tr("state k"));
    if (!map.heading.isEmpty()) {
        painter.setFont(map.present ? theme.boldFont(11) : theme.font(11));
        painter.setPen(QPen(map.present ? theme.text : theme.mutedText));
        const QFontMetricsF heading(painter.font());
        drawText(painter,
                 QRectF(map.rect.left(), map.rect.top() - heading.height() - theme.px(9),
                        map.rect.width(), heading.height()),
                 Qt::AlignCenter,
                 heading.elidedText(map.heading, Qt::ElideRight, map.rect.width()));
    }
    if (&map != &frame.maps.front())
        return;
    painter.setPen(QPen(theme.mutedText));
    if (map.matrix->singleLoss()) {
        painter.setFont(theme.boldFont(12));
        drawText(painter,
                 QRectF(0, map.rect.top(), map.rect.left() - theme.px(7), map.rect.height()),
                 Qt::AlignRight | Qt::AlignVCenter,
                 QStringLiteral("L") + subscript(map.matrix->steps()));
        return;
    }
    painter.setFont(theme.font(11));
    painter.save();
    const double ticks = metrics.horizontalAdvance(QString::number(map.matrix->steps()));
    painter.translate(map.rect.left() - ticks - metrics.height() - theme.px(9),
                      map.rect.center().y());
    painter.rotate(-90);
    drawText(painter, QRectF(-map.rect.height() / 2, 0, map.rect.height(), metrics.height()),
             Qt::AlignCenter, Words::tr("loss at t"));
    painter.restore();
}

void paintCurtain(QPainter& painter, const FlowFrame& frame, const FlowFrame::Map& map) {
    const Position& position = frame.view.position;
    const bool reverse = map.matrix->reverse();
    const int steps = map.matrix->steps();
    const bool came = position.phase == Phase::Backward;
    const auto [first, last] = hiddenSteps(position, came, reverse, steps);
    if (first >= last)
        return;
    QColor curtain = frame.theme.plotGround;
    curtain.setAlphaF(0.78f);
    const QRectF from = frame.cellRect(map, first, first);
    const QRectF to = frame.cellRect(map, last - 1, last - 1);
    if (came || map.matrix->singleLoss()) {
        painter.fillRect(
            QRectF(QPointF(from.left(), map.rect.top()), QPointF(to.right(), map.rect.bottom())),
            curtain);
        return;
    }
    // Forward: losses and states that are not there yet; an angle, so that nothing is twice faint.
    const QRectF rows(QPointF(map.rect.left(), from.top()), QPointF(map.rect.right(), to.bottom()));
    painter.fillRect(rows, curtain);
    painter.fillRect(first == 0 ? QRectF(QPointF(map.rect.left(), rows.bottom()),
                                         QPointF(to.right(), map.rect.bottom()))
                                : QRectF(QPointF(from.left(), map.rect.top()),
                                         QPointF(map.rect.right(), rows.top())),
                     curtain);
}

/// The column of the state that the gradient has come back to, or the row of the loss just found.
void paintStep(QPainter& painter, const FlowFrame& frame, const FlowFrame::Map& map) {
    const Phase phase = frame.view.position.phase;
    const int step = frame.view.position.step;
    if (step >= map.matrix->steps() || phase == Phase::Clip || phase == Phase::Update)
        return;
    const bool column = phase == Phase::Backward || map.matrix->singleLoss();
    const QRectF cell = frame.cellRect(map, step, step);
    const Theme& theme = frame.theme;
    painter.setPen(QPen(theme.strong, theme.px(1.3)));
    painter.setBrush(Qt::NoBrush);
    const double thick = column ? cell.width() : cell.height();
    const QRectF band = column
                            ? QRectF(cell.left(), map.rect.top(), cell.width(), map.rect.height())
                            : QRectF(map.rect.left(), cell.top(), map.rect.width(), cell.height());
    if (thick >= theme.px(4))
        painter.drawRect(band);
    else if (column)
        painter.drawLine(QLineF(band.center().x(), band.top(), band.center().x(), band.bottom()));
    else
        painter.drawLine(QLineF(band.left(), band.center().y(), band.right(), band.center().y()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.strong);
    const double size = theme.px(4);
    const QPointF tip = column ? QPointF(cell.center().x(), map.rect.top() - theme.px(1))
                               : QPointF(map.rect.right() + theme.px(1), cell.center().y());
    if (column)
        painter.drawPolygon(
            QPolygonF({tip, tip + QPointF(-size, -1.5 * size), tip + QPointF(size, -1.5 * size)}));
    else
        painter.drawPolygon(
            QPolygonF({tip, tip + QPointF(1.5 * size, -size), tip + QPointF(1.5 * size, size)}));
}

void paintRing(QPainter& painter, const FlowFrame& frame, QRectF cell) {
    const Theme& theme = frame.theme;
    const double least = theme.px(6);
    const double wider = std::max(0.0, least - cell.width()) / 2;
    const double higher = std::max(0.0, least - cell.height()) / 2;
    cell.adjust(-wider, -higher, wider, higher);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.card, theme.px(3.5)));
    painter.drawRect(cell);
    painter.setPen(QPen(theme.strong, theme.px(1.5)));
    painter.drawRect(cell);
}

void paintPointed(QPainter& painter, const FlowFrame& frame, const FlowFrame::Map& map) {
    const FlowCell& at = *frame.pointed;
    if (!map.matrix->exists(at.loss, at.state))
        return;
    const Theme& theme = frame.theme;
    const QRectF cell = frame.cellRect(map, at.loss, at.state);
    const QPointF middle = cell.center();
    for (const bool halo : {true, false}) {
        painter.setPen(QPen(halo ? theme.card : theme.strong, theme.px(halo ? 2.6 : 1)));
        if (!map.matrix->singleLoss())
            painter.drawLine(QLineF(map.rect.left(), middle.y(), cell.left(), middle.y()));
        painter.drawLine(QLineF(middle.x(), cell.bottom(), middle.x(), map.rect.bottom()));
    }
    paintRing(painter, frame, cell);
    if (!map.matrix->singleLoss() && &map == &frame.maps.front())
        paintTag(painter, QPointF(map.rect.left() - theme.px(2), middle.y()), true,
                 QStringLiteral("L") + subscript(at.loss + 1), theme.quantityText(u"gradient"),
                 theme);
    const QString state = map.matrix->stateSymbol();
    const QString text = state + subscript(at.state + 1);
    const QFontMetricsF metrics(theme.boldFont(11));
    const double width = metrics.horizontalAdvance(text) + theme.px(8);
    const QPointF place(middle.x() - width / 2,
                        map.rect.bottom() + theme.px(4) + metrics.height() / 2);
    paintTag(painter, place, false, text, theme.quantityText(state), theme);
}

/// From the state's own time down to the loss, and along to the loss's own time: what the product
/// of Jacobians spans.
void paintSpan(QPainter& painter, const FlowFrame& frame, const FlowFrame::Map& map) {
    const Theme& theme = frame.theme;
    const int from = int(frame.span->from), to = int(frame.span->to);
    const QPointF start = frame.cellRect(map, from, from).center();
    const QPointF corner = frame.cellRect(map, to, from).center();
    const QPointF end = frame.cellRect(map, to, to).center();
    const QPolygonF bracket({start, corner, end});
    painter.setBrush(Qt::NoBrush);
    for (const bool halo : {true, false}) {
        painter.setPen(QPen(halo ? theme.card : theme.accent, theme.px(halo ? 4.5 : 2.2),
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(bracket);
    }
    painter.setPen(QPen(theme.card, theme.px(1)));
    painter.setBrush(theme.accent);
    for (const QPointF& dot : {start, end})
        painter.drawEllipse(dot, theme.px(3.5), theme.px(3.5));
    paintRing(painter, frame, frame.cellRect(map, to, from));
    if (map.rect.width() < theme.px(150) || map.matrix->singleLoss())
        return;
    // Beside the diagonal, where mostly no cells are.
    const double away = theme.px(7);
    const auto label = [&](const QPointF& dot, int time) {
        const QString text = QStringLiteral("h") + subscript(time + 1);
        const double width =
            QFontMetricsF(theme.boldFont(11)).horizontalAdvance(text) + theme.px(8);
        const bool fits = map.matrix->reverse() ? dot.x() - away - width > map.rect.left()
                                                : dot.x() + away + width < map.rect.right();
        if (fits)
            paintTag(painter, dot + QPointF(map.matrix->reverse() ? -away : away, 0),
                     map.matrix->reverse(), text, theme.quantityText(u"h"), theme);
    };
    label(start, from);
    label(end, to);
}

}  // namespace

QRectF FlowFrame::cellRect(const Map& map, int loss, int state) const {
    const double width = map.rect.width() / map.matrix->steps();
    const double height = map.rect.height() / map.matrix->steps();
    if (map.matrix->singleLoss())
        return {map.rect.left() + state * width, map.rect.top(), width, map.rect.height()};
    return {map.rect.left() + state * width, map.rect.top() + loss * height, width, height};
}

QRectF FlowFrame::barRect() const {
    const QRectF& last = maps.back().rect;
    return {last.right() + theme.px(barGap), last.top(), theme.px(barWidth), last.height()};
}

QRectF FlowFrame::stripRect() const {
    if (margins.side > 0)
        return {size.width() - margins.side, 0, double(margins.side), size.height()};
    return {0, size.height() - margins.strip, size.width(), double(margins.strip)};
}

FlowMargins flowMargins(const QSizeF& size, const FlowContent& content, const Theme& theme) {
    const QFontMetricsF small(theme.font(11));
    const double line = small.height();
    const double ticks = small.horizontalAdvance(QString::number(content.steps));
    FlowMargins margins;
    const double bar = theme.px(barGap + barWidth + barTextGap) + barTextWidth(theme) + theme.px(2);
    const bool roomy = size.height() >= theme.px(190);
    const bool beside = size.width() >= std::max(2.0 * size.height(), theme.px(520));
    if (beside)
        margins.side = qCeil(std::clamp(0.28 * size.width(), theme.px(165), theme.px(260)));
    else if (roomy || content.spanChosen)
        margins.strip =
            qCeil((roomy ? 2 : 1) * line + theme.px(size.height() < theme.px(300) ? 8 : 16));
    margins.left = qCeil(line + ticks + theme.px(10));
    margins.top = qCeil(theme.px(9) + (content.headings ? line + theme.px(2) : 0));
    margins.right = qCeil(bar) + margins.side + (beside ? qCeil(theme.px(14)) : 0);
    margins.bottom = qCeil(2 * line + theme.px(5)) + margins.strip;
    margins.gap = qCeil(theme.px(14));
    // Nearly square: what is too wide becomes room at both sides.
    const double widest = beside ? 2 : 1.6;
    const double height = std::max(1.0, size.height() - margins.top - margins.bottom);
    const double width =
        size.width() - margins.left - margins.right - (content.maps - 1) * margins.gap;
    const double spare = width - content.maps * widest * height;
    if (spare > 0) {
        margins.left += int(spare / 2);
        margins.right += int(spare / 2);
    }
    return margins;
}

void paintFlowLabels(QPainter& painter, const FlowFrame& frame) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (!frame.message.isEmpty()) {
        painter.setFont(frame.theme.font(13));
        painter.setPen(QPen(frame.theme.mutedText));
        painter.drawText(
            QRectF(QPointF(), frame.size).adjusted(frame.theme.px(12), 0, -frame.theme.px(12), 0),
            Qt::AlignCenter | Qt::TextWordWrap, frame.message);
        return;
    }
    for (const FlowFrame::Map& map : frame.maps)
        paintTitles(painter, frame, map);
    paintBar(painter, frame);
}

void paintFlowCursor(QPainter& painter, const FlowFrame& frame) {
    if (!frame.message.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const FlowFrame::Map& map : frame.maps) {
        const bool same = map.matrix->steps() == frame.maps.front().matrix->steps();
        if (map.present || same) {
            paintCurtain(painter, frame, map);
            paintStep(painter, frame, map);
        }
        if (map.present && frame.span)
            paintSpan(painter, frame, map);
        if (frame.pointed)
            paintPointed(painter, frame, map);
        painter.setPen(
            QPen(frame.focused && map.present ? frame.theme.accent : frame.theme.plotFrame,
                 frame.theme.px(frame.focused && map.present ? 2 : 1)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(map.rect);
    }
    paintFlowStrip(painter, frame);
}

}  // namespace rnnscope
