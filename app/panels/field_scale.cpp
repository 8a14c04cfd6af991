// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/field_picture.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

constexpr double decades = 4;  // from no length to the whole, on the logarithmic scale

}  // namespace

const GradientField::Arrows& arrowsOf(const GradientField& field, FieldArrow kind) {
    switch (kind) {
        case FieldArrow::Plain:
            return field.plain;
        case FieldArrow::ByValue:
            return field.byValue;
        case FieldArrow::ByNorm:
            break;
    }
    return field.byNorm;
}

QColor arrowColor(FieldArrow kind, const Theme& theme) {
    switch (kind) {
        case FieldArrow::Plain:
            return theme.faint(theme.mutedText, 0.75);
        case FieldArrow::ByValue:
            return theme.strong;
        case FieldArrow::ByNorm:
            break;
    }
    return theme.quantityLine(u"gradient");
}

double ArrowScale::length(double size) const {
    if (!std::isfinite(size))
        return std::numeric_limits<double>::quiet_NaN();
    if (!(largest > 0) || size <= 0)
        return 0;
    const double part = std::min(1.0, size / largest);
    return logarithmic ? std::max(0.0, 1 + std::log10(part) / decades) : std::sqrt(part);
}

ArrowScale arrowScale(const GradientField& field) {
    double largest = 0, smallest = std::numeric_limits<double>::infinity();
    for (const FieldArrow kind : fieldArrows) {
        const GradientField::Arrows& arrows = arrowsOf(field, kind);
        for (Index column = 0; column < arrows.x.cols(); ++column)
            for (Index row = 0; row < arrows.x.rows(); ++row) {
                const double size = arrows.length(row, column);
                if (!std::isfinite(size) || size == 0)
                    continue;
                largest = std::max(largest, size);
                smallest = std::min(smallest, size);
            }
    }
    return {largest, largest > 1e3 * smallest};
}

double FieldShades::part(double loss) const {
    if (!std::isfinite(loss))
        return std::numeric_limits<double>::quiet_NaN();
    if (!(high > low))
        return 0.5;
    if (logarithmic)
        return std::clamp(
            (std::log10(loss) - std::log10(low)) / (std::log10(high) - std::log10(low)), 0.0, 1.0);
    return std::clamp((loss / 2 - low / 2) / (high / 2 - low / 2), 0.0, 1.0);
}

FieldShades fieldShades(const GradientField& field) {
    FieldShades shades{std::numeric_limits<double>::infinity(),
                       -std::numeric_limits<double>::infinity(), false, true};
    for (Index k = 0; k < field.loss.size(); ++k) {
        const double loss = field.loss.data()[k];
        if (!std::isfinite(loss))
            continue;
        shades.low = std::min(shades.low, loss);
        shades.high = std::max(shades.high, loss);
    }
    if (shades.low > shades.high)
        return {0, 0, false, false};
    shades.logarithmic = shades.low > 0 && shades.high > 100 * shades.low;
    return shades;
}

QPointF FieldPlaces::point(int column, int row) const {
    return {plot.left() + (column + 0.5) * cell, plot.bottom() - (row + 0.5) * cell};
}

bool FieldPlaces::hasArrows(int column, int row) const {
    const int middle = side / 2;
    return (column - middle) % stride == 0 && (row - middle) % stride == 0;
}

std::pair<int, int> FieldPlaces::columnRow(const QPointF& at) const {
    const auto index = [&](double pixels) {
        return int(std::clamp(std::floor(pixels / cell), 0.0, side - 1.0));
    };
    return {index(at.x() - plot.left()), index(plot.bottom() - at.y())};
}

FieldPlaces fieldPlaces(const QRectF& area, const GradientField& field, const Theme& theme) {
    const QFontMetricsF small(theme.font(11));
    qreal labels = 0;
    for (const Index k : {Index(0), field.ys.size() - 1})
        labels = std::max(labels, small.horizontalAdvance(shortNumber(field.ys[k])));
    const qreal left = labels + small.height() + theme.px(8);
    const qreal below = 2 * small.height() + theme.px(5);
    const qreal room =
        std::min(area.width() - left - theme.px(2), area.height() - below - theme.px(3));
    FieldPlaces at;
    at.side = int(field.xs.size());
    at.cell = std::max(0.0, room) / at.side;
    at.plot =
        QRectF(area.left() + left, area.top() + theme.px(3), at.cell * at.side, at.cell * at.side);
    if (room < theme.px(30))
        at.plot = QRectF();
    // Arrows need some pixels each; a stride that divides half the side keeps the edges.
    while (at.stride < at.side / 2 && at.cell * at.stride < theme.px(17))
        ++at.stride;
    return at;
}

QString entryText(const WeightEntry& entry) {
    return QStringLiteral("%1[%2, %3]")
        .arg(QString::fromStdString(entry.parameter))
        .arg(entry.row)
        .arg(entry.column);
}

}  // namespace rnnscope
