// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/gradient_marks.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::GradientPanel)
};

struct Tag {
    QString text;
    QColor ink;
    qreal y;  // middle
};

/// A small label on a ground of its own, so that it can be read over curves.
void paintTag(QPainter& painter, const QRectF& rect, const QString& text, const QColor& ink,
              const Theme& theme) {
    painter.setPen(QPen(blend(ink, theme.card, 0.45), theme.px(1)));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4));
    painter.setPen(QPen(ink));
    painter.drawText(rect, Qt::AlignCenter, text);
}

// One under the other in the order of their dots, apart from each other and inside the borders.
void spread(std::vector<Tag>& tags, qreal pitch, qreal top, qreal bottom) {
    std::stable_sort(tags.begin(), tags.end(),
                     [](const Tag& a, const Tag& b) { return a.y < b.y; });
    for (Tag& tag : tags) {
        tag.y = std::max(tag.y, top);
        top = tag.y + pitch;
    }
    for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) {
        tag->y = std::min(tag->y, bottom);
        bottom = tag->y - pitch;
    }
}

}  // namespace

void paintValueCursor(QCPPainter& painter, const QRectF& area, qreal x,
                      const std::vector<CursorValue>& values, bool rightward, const Theme& theme) {
    painter.setPen(QPen(theme.strong, theme.px(1.5)));
    painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
    painter.setFont(theme.boldFont(11));
    const QFontMetricsF metrics(painter.font());
    const qreal height = metrics.height() + theme.px(3);
    qreal width = 0;
    std::vector<Tag> tags;
    for (const CursorValue& value : values) {
        const QString text = shortNumber(value.value);
        width = std::max(width, metrics.horizontalAdvance(text) + theme.px(10));
        if (!std::isfinite(value.value)) {  // has no place on the axis; named at the floor
            tags.push_back({text, theme.danger, area.bottom()});
            continue;
        }
        tags.push_back({text, value.ink, value.y});
        painter.setPen(QPen(theme.card, theme.px(1.5)));
        painter.setBrush(value.color);
        painter.drawEllipse(QPointF(x, value.y), theme.px(4.5), theme.px(4.5));
    }
    if (2.2 * width > area.width())
        return;
    const qreal margin = theme.px(2) + height / 2;
    spread(tags, height + theme.px(2), area.top() + margin, area.bottom() - margin);
    const qreal gap = theme.px(9);
    const bool fitsLeft = x - gap - width > area.left();
    const bool fitsRight = x + gap + width < area.right();
    const bool onLeft = rightward ? !fitsRight : fitsLeft;
    const qreal left = onLeft ? x - gap - width : x + gap;
    for (const Tag& tag : tags)
        paintTag(painter, {left, tag.y - height / 2, width, height}, tag.text, tag.ink, theme);
}

void paintOverflowMark(QCPPainter& painter, const QRectF& area, qreal x, const Theme& theme) {
    painter.setPen(QPen(theme.danger, theme.px(1.5), Qt::DashLine));
    painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
    painter.setFont(theme.boldFont(11));
    const QString text = Words::tr("overflowed here");
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text) + theme.px(12),
                      metrics.height() + theme.px(4));
    const qreal gap = theme.px(5);
    const bool leftward = x + gap + size.width() > area.right();
    // Under the uppermost band's name, which stands at the right.
    const qreal top = area.top() + metrics.height() + theme.px(6);
    paintTag(painter, QRectF(QPointF(leftward ? x - gap - size.width() : x + gap, top), size), text,
             theme.danger, theme);
}

void paintZeroMark(QCPPainter& painter, const QRectF& area, qreal x, const Theme& theme) {
    const qreal side = theme.px(17);
    const qreal left = std::max(area.left(), std::min(x - side / 2, area.right() - side));
    painter.setFont(theme.boldFont(11));
    paintTag(painter, {left, area.bottom() - side - theme.px(4), side, side}, QStringLiteral("0"),
             theme.mutedText, theme);
}

}  // namespace rnnscope
