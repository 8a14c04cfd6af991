// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/gradient_legend.h"

#include <QFontMetricsF>
#include <QPainter>

namespace rnnscope {

LegendChip toneChip(const QString& text, const QString& tone, const Theme& theme) {
    const Theme::Chip& chip = tone == QLatin1String("danger")    ? theme.chipDanger
                              : tone == QLatin1String("warning") ? theme.chipWarning
                              : tone == QLatin1String("good")    ? theme.chipGood
                                                                 : theme.chipCalm;
    return {text, {}, chip.text, chip.ground, chip.border, std::nullopt, false, {}};
}

qreal layOutChips(std::vector<LegendChip>& chips, qreal indent, qreal width, const Theme& theme) {
    if (chips.empty())
        return 0;
    const QFontMetricsF metrics(theme.boldFont(11));
    const qreal height = metrics.height() + theme.px(5);
    const qreal gap = theme.px(6);
    const auto widthOf = [&](const LegendChip& chip) {
        return metrics.horizontalAdvance(chip.text) + theme.px(chip.line ? 42 : 20);
    };
    qreal whole = indent;
    for (const LegendChip& chip : chips)
        whole += widthOf(chip) + gap;
    const qreal start = whole - gap > width ? theme.px(1) : indent;
    qreal x = start;
    qreal y = theme.px(4);
    for (LegendChip& chip : chips) {
        const qreal size = widthOf(chip);
        if (x > start && x + size > width) {
            x = start;
            y += height + theme.px(4);
        }
        chip.rect = QRectF(x, y, size, height);
        x += size + gap;
    }
    return y + height + theme.px(2);
}

void paintChips(QPainter& painter, const QPointF& corner, const std::vector<LegendChip>& chips,
                const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.boldFont(11));
    for (const LegendChip& chip : chips) {
        QRectF rect = chip.rect.translated(corner);
        painter.setPen(QPen(chip.border, theme.px(1)));
        painter.setBrush(chip.fill);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
        if (chip.line) {
            const qreal left = rect.left() + theme.px(9);
            const qreal dash = theme.px(chip.dashed ? 5 : 18);
            painter.setPen(QPen(*chip.line, theme.px(2.5), Qt::SolidLine, Qt::FlatCap));
            for (qreal at = 0; at < theme.px(17); at += dash + theme.px(1.5))
                painter.drawLine(
                    QLineF(left + at, rect.center().y(), left + at + dash, rect.center().y()));
            rect.setLeft(left + theme.px(18));
            rect.setRight(rect.right() - theme.px(3));
        }
        painter.setPen(QPen(chip.ink));
        painter.drawText(rect, Qt::AlignCenter, chip.text);
    }
    painter.restore();
}

}  // namespace rnnscope
