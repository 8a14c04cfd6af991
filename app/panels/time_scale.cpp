// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_scale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

QString limitText(double limit) {
    const double size = std::abs(limit);
    if (size == 0 || (size >= 0.01 && size < 10000))
        return (size < 1000 ? QString::number(limit, 'g', 3) : QString::number(limit, 'f', 0))
            .replace(QLatin1Char('-'), QChar(0x2212));
    const int exponent = int(std::floor(std::log10(size) + 1e-9));
    const QString part =
        QString::number(size / std::pow(10.0, exponent), 'g', std::abs(exponent) < 100 ? 3 : 2);
    return (limit < 0 ? QString(QChar(0x2212)) : QString()) +
           (part == "1" ? QString() : part + QChar(0xB7)) + "10" + superscript(exponent);
}

namespace {

constexpr double barRoom = 21;  // from a heatmap to the limits of its bar

std::pair<QString, QString> limitTexts(const TimeRow& row) {
    if (row.heat && row.scale.kind == ColorKind::LogSize)
        return {"10" + superscript(int(row.scale.low)), "10" + superscript(int(row.scale.high))};
    if (row.heat)
        return {limitText(row.scale.low), limitText(row.scale.high)};
    return {limitText(row.low), limitText(row.high)};
}

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

void paintBar(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const ColorScale& scale = strip.row->scale;
    const double width = frame.theme.px(8);
    QRectF bar(strip.rect.right() + frame.theme.px(9), strip.rect.top(), width,
               strip.rect.height());
    if (scale.kind == ColorKind::LogSize) {  // caps: vanished below, exploded above
        const double cap = std::min(frame.theme.px(4), bar.height() / 6);
        painter.fillRect(QRectF(bar.left(), bar.top(), width, cap), QColor(scale.over()));
        painter.fillRect(QRectF(bar.left(), bar.bottom() - cap, width, cap), QColor(scale.under()));
        bar.adjust(0, cap + 1, 0, -cap - 1);
    }
    const int slices = std::clamp(int(bar.height()), 2, 64);
    const double height = bar.height() / slices;
    for (int k = 0; k < slices; ++k) {
        const double top = bar.top() + k * height;
        // Each reaches under the next, or viewers show seams.
        painter.fillRect(QRectF(bar.left(), top, width, std::min(2 * height, bar.bottom() - top)),
                         QColor(scale.at(1 - (k + 0.5) / slices)));
    }
}

}  // namespace

void paintTimeScale(QPainter& painter, const TimeFrame& frame, const TimeFrame::Strip& strip) {
    const Theme& theme = frame.theme;
    if (strip.row->heat)
        paintBar(painter, frame, strip);
    const auto [low, high] = limitTexts(*strip.row);
    painter.setFont(theme.font(10));
    painter.setPen(theme.mutedText);
    const QFontMetricsF metrics(painter.font());
    const double left = strip.rect.right() + theme.px(strip.row->heat ? barRoom : 9);
    // Cut the line's empty space above the figures, so that they end where the strip does.
    const double spare = metrics.ascent() - metrics.capHeight();
    const QRectF column(left, strip.rect.top() - spare, frame.size.width() - left,
                        strip.rect.height() + spare + metrics.descent());
    if (strip.rect.height() >= 2.2 * metrics.capHeight() + theme.px(3)) {
        drawText(painter, column, Qt::AlignLeft | Qt::AlignTop, high);
        drawText(painter, column, Qt::AlignLeft | Qt::AlignBottom, low);
    } else {
        const bool symmetric = low == QChar(0x2212) + high;
        drawText(painter, QRectF(left, strip.rect.top(), column.width(), strip.rect.height()),
                 Qt::AlignLeft | Qt::AlignVCenter,
                 symmetric ? QChar(0xB1) + high : low + QChar(0x2026) + high);
    }
}

double timeScaleWidth(const Theme& theme) {
    const QFontMetricsF metrics(theme.font(10));
    return metrics.horizontalAdvance(limitText(-1.5e240)) + theme.px(barRoom + 2);
}

}  // namespace rnnscope
