// SPDX-License-Identifier: GPL-3.0-or-later
// The weights that lead into a unit and out of it, as coloured cells.
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/cell_words.h"
#include "app/panels/time_scale.h"
#include "app/panels/unit_paint.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::UnitPanel)
};

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

std::size_t rowCount(const UnitWeights& weights) {
    return weights.blocks.size() + (weights.readout ? 1 : 0);
}

/// Of the first block that has any; all have the same.
std::vector<int> columnsOf(const UnitWeights& weights) {
    std::vector<int> columns(weights.blocks.front().strips.size(), 0);
    for (const WeightRow& row : weights.blocks)
        for (std::size_t k = 0; k < columns.size(); ++k)
            columns[k] = std::max(columns[k], int(row.strips[k].values.size()));
    return columns;
}

QStringList groupNames(std::size_t group) {
    switch (group) {
        case 0:
            return {Words::tr("from x"), QStringLiteral("x")};
        case 1:
            return {Words::tr("from h before"), Words::tr("from h"), QStringLiteral("h")};
        case 2:
            return {Words::tr("biases"), QStringLiteral("b")};
        default:
            return {Words::tr("from c"), QStringLiteral("c")};
    }
}

// Where cells are narrower than pixels the largest of those in one is seen.
void paintStrip(QPainter& painter, const QRectF& place, const WeightStrip& strip,
                const ColorScale& scale, const Theme& theme) {
    const auto count = int(strip.values.size());
    if (count == 0)
        return;
    const int shown = std::min(count, std::max(1, int(place.width())));
    const double cell = place.width() / shown;
    const double gap = cell >= theme.px(6) ? theme.px(1) : 0;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(theme.font(9.5));
    const QFontMetricsF metrics(painter.font());
    const bool numbers =
        cell >= metrics.horizontalAdvance(QStringLiteral("−0.000")) + theme.px(4) &&
        place.height() >= metrics.height();
    for (int k = 0; k < shown; ++k) {
        const int first = k * count / shown, last = std::max(first + 1, (k + 1) * count / shown);
        double value = strip.values[std::size_t(first)];
        for (int each = first + 1; each < last; ++each)
            if (!(std::abs(strip.values[std::size_t(each)]) <= std::abs(value)))
                value = strip.values[std::size_t(each)];
        const QRectF rect(place.left() + k * cell, place.top(), cell - gap, place.height());
        const QColor fill = QColor::fromRgb(scale.color(value));
        painter.fillRect(rect, fill);
        const QString text = shortNumber(value);
        if (!numbers || metrics.horizontalAdvance(text) > rect.width())
            continue;
        painter.setPen(withContrast(theme.textOn(fill), fill, 4.5));
        drawText(painter, rect, Qt::AlignCenter, text);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

}  // namespace

const WeightRow& weightRow(const UnitWeights& weights, std::size_t row) {
    return row < weights.blocks.size() ? weights.blocks[row] : *weights.readout;
}

WeightPlaces weightPlaces(const QRectF& area, const UnitWeights& weights, const Theme& theme) {
    const auto px = [&](double length) { return theme.px(length); };
    WeightPlaces places;
    places.scale = theme.scale;
    places.labels = area.left();
    const std::vector<int> columns = columnsOf(weights);
    const double head = QFontMetricsF(theme.font(10)).height() + px(3);
    const double foot = QFontMetricsF(theme.font(10)).height() + px(4);
    const double pitch = std::min(px(34), (area.height() - head - foot) /
                                              double(std::max<std::size_t>(1, rowCount(weights))));
    // Every group has something; the rest is shared out by numbers of cells.
    const double left = area.left() + px(26), gap = px(9), least = px(22);
    double groups = 0, cells = 0;
    for (const int count : columns) {
        groups += count > 0 ? 1 : 0;
        cells += count;
    }
    const double room = area.right() - left - gap * std::max(0.0, groups - 1);
    // Biases are as wide as their number asks for, but never drowned by what is beside them.
    double x = left, y = area.top() + head;
    places.head = QRectF(left, area.top(), area.right() - left, head);
    std::vector<double> widths;
    for (const int count : columns) {
        const double free = std::max(0.0, room - groups * least);
        widths.push_back(count == 0 ? 0.0
                                    : std::min(least + free * count / cells, count * px(64.0)));
    }
    for (std::size_t row = 0; row < weights.blocks.size(); ++row) {
        auto& strips = places.strips.emplace_back();
        x = left;
        for (const double width : widths) {
            strips.emplace_back(x, y + px(1), width, std::max(1.0, pitch - px(3)));
            x += width > 0 ? width + gap : 0;
        }
        y += pitch;
    }
    if (weights.readout) {
        y += px(3);
        const double wide =
            std::min(area.right() - left,
                     std::max(1.0, double(weights.readout->strips[0].values.size())) * px(64));
        places.strips.push_back({QRectF(left, y, wide, std::max(1.0, pitch - px(3)))});
        y += pitch;
    }
    places.foot = QRectF(left, y, area.right() - left, foot);
    return places;
}

std::optional<WeightHit> weightAt(const WeightPlaces& places, const UnitWeights& weights,
                                  const QPointF& point) {
    for (std::size_t row = 0; row < places.strips.size(); ++row)
        for (std::size_t k = 0; k < places.strips[row].size(); ++k) {
            const QRectF& place = places.strips[row][k];
            const auto count = int(weightRow(weights, row).strips[k].values.size());
            if (count == 0 || !place.contains(point))
                continue;
            const int entry = int((point.x() - place.left()) / place.width() * count);
            return WeightHit{row, k, std::clamp(entry, 0, count - 1)};
        }
    return std::nullopt;
}

void paintUnitWeights(QPainter& painter, const WeightPlaces& places, const UnitWeights& weights,
                      const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    const ColorScale scale = ColorScale::diverging(weights.limit, theme.signedColors);
    painter.setFont(theme.font(10));
    const QFontMetricsF metrics(painter.font());
    painter.setPen(theme.mutedText);
    const std::vector<int> columns = columnsOf(weights);
    for (std::size_t group = 0; group < columns.size(); ++group) {
        if (columns[group] == 0)
            continue;
        const QRectF& first = places.strips.front()[group];
        for (const QString& name : groupNames(group)) {
            const double wide = metrics.horizontalAdvance(name);
            if (wide > first.width() + theme.px(8))
                continue;
            drawText(painter,
                     QRectF(first.left(), places.head.top(), first.width(), places.head.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
            break;
        }
    }
    for (std::size_t row = 0; row < places.strips.size(); ++row) {
        const WeightRow& weight = weightRow(weights, row);
        const QRectF& first = places.strips[row].front();
        painter.setPen(theme.quantityText(weight.id));
        drawSubscripted(
            painter,
            QRectF(places.labels, first.top(), first.left() - places.labels, first.height()),
            weight.symbol, theme.boldFont(11), Qt::AlignLeft);
        for (std::size_t k = 0; k < places.strips[row].size(); ++k)
            paintStrip(painter, places.strips[row][k], weight.strips[k], scale, theme);
        if (row < weights.blocks.size())
            continue;
        painter.setFont(theme.font(10));
        painter.setPen(theme.mutedText);
        const QString words = Words::tr("to the read-out");
        const QRectF beside(first.right() + theme.px(8), first.top(),
                            places.head.right() - first.right() - theme.px(8), first.height());
        if (metrics.horizontalAdvance(words) <= beside.width())
            drawText(painter, beside, Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    // What the colours mean.
    const double bar = std::min(theme.px(70), places.foot.width() / 3);
    const QString low = limitText(-weights.limit), high = limitText(weights.limit);
    const double y = places.foot.top() + theme.px(5), tall = theme.px(8);
    const double x = places.foot.left() + metrics.horizontalAdvance(low) + theme.px(5);
    QLinearGradient colours(x, 0, x + bar, 0);
    for (int k = 0; k <= 8; ++k)
        colours.setColorAt(k / 8.0, QColor::fromRgb(scale.at(k / 8.0)));
    painter.fillRect(QRectF(x, y, bar, tall), colours);
    painter.setFont(theme.font(10));
    painter.setPen(theme.mutedText);
    const QRectF line(places.foot.left(), y - theme.px(4), places.foot.width(), tall + theme.px(8));
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, low);
    drawText(painter, line.adjusted(x - line.left() + bar + theme.px(5), 0, 0, 0),
             Qt::AlignLeft | Qt::AlignVCenter, high);
}

}  // namespace rnnscope
