// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/pair_marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Mark {
    QString text;
    qreal x;
    QColor line, ink;
};

/// The label's place beside its line: outside the pair, or inside where the border is near.
QRectF labelRect(const QRectF& area, const Mark& mark, bool leftward, const QFontMetricsF& metrics,
                 const Theme& theme) {
    QRectF rect(0, area.top() + theme.px(3), metrics.horizontalAdvance(mark.text) + theme.px(8),
                metrics.height() + theme.px(2));
    const qreal gap = theme.px(2);
    rect.moveLeft(leftward ? mark.x - gap - rect.width() : mark.x + gap);
    if (rect.left() < area.left())
        rect.moveLeft(mark.x + gap);
    else if (rect.right() > area.right())
        rect.moveLeft(mark.x - gap - rect.width());
    return rect;
}

void paintLabel(QPainter& painter, const QRectF& rect, const Mark& mark, const Theme& theme) {
    painter.setPen(QPen(blend(mark.ink, theme.card, 0.45), theme.px(1)));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4));
    painter.setPen(QPen(mark.ink));
    painter.drawText(rect, Qt::AlignCenter, mark.text);
}

}  // namespace

void paintPairMarks(QPainter& painter, const QRectF& area, const StepPair& pair, qreal lossX,
                    qreal stateX, bool labels, const Theme& theme) {
    const auto inside = [&](qreal x) { return x >= area.left() - 0.5 && x <= area.right() + 0.5; };
    const Mark loss{QStringLiteral("L") + subscript(pair.loss + 1), lossX,
                    theme.quantityLine(u"gradient"), theme.quantityText(u"gradient")};
    const Mark state{QStringLiteral("h") + subscript(pair.state + 1), stateX,
                     theme.quantityLine(u"h"), theme.quantityText(u"h")};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const Mark* mark : {&state, &loss})
        if (inside(mark->x)) {
            painter.setPen(QPen(mark->line, theme.px(1.2)));
            painter.drawLine(QLineF(mark->x, area.top(), mark->x, area.bottom()));
        }
    painter.setFont(theme.boldFont(11));
    const QFontMetricsF metrics(painter.font());
    const qreal labelBottom = area.top() + theme.px(3) + metrics.height() + theme.px(2);
    if (labels && inside(lossX) && inside(stateX) && std::abs(lossX - stateX) > theme.px(12)) {
        const qreal y = labelBottom + theme.px(2);
        const qreal sag = std::min(area.bottom() - y - theme.px(2),
                                   theme.px(5) + 0.08 * std::abs(lossX - stateX));
        if (sag > 0) {
            QPainterPath arc(QPointF(stateX, y));
            // A quadratic curve comes half as low as its control point.
            arc.quadTo(QPointF((stateX + lossX) / 2, y + 2 * sag), QPointF(lossX, y));
            painter.setPen(QPen(theme.faint(theme.text, 0.5), theme.px(1.2)));
            painter.drawPath(arc);
        }
    }
    if (labels) {
        const bool stateFirst = stateX <= lossX;
        const Mark& first = stateFirst ? state : loss;
        const Mark& second = stateFirst ? loss : state;
        const QRectF left = labelRect(area, first, true, metrics, theme);
        QRectF right = labelRect(area, second, false, metrics, theme);
        if (inside(first.x))
            paintLabel(painter, left, first, theme);
        if (inside(first.x) && right.intersects(left))
            right.moveTop(left.bottom() + theme.px(2));
        if (inside(second.x))
            paintLabel(painter, right, second, theme);
    }
    painter.restore();
}

}  // namespace rnnscope
