// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/field_picture.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "app/plot/lines.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

constexpr int shadeCount = 10;

/// The broadest lies below the others.
qreal arrowWidth(FieldArrow kind, const Theme& theme) {
    return theme.px(kind == FieldArrow::Plain ? 3.4 : kind == FieldArrow::ByNorm ? 1.8 : 1.3);
}

QColor shade(double part, const Theme& theme) {
    const double step = std::min(shadeCount - 1.0, std::floor(part * shadeCount));
    const QColor deep = blend(theme.accent, theme.mutedText, 0.35);
    return blend(deep, theme.plotGround, 0.04 + 0.36 * step / (shadeCount - 1));
}

void paintShades(QPainter& painter, const FieldPlaces& at, const GradientField& field,
                 const FieldShades& shades, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (int row = 0; row < at.side; ++row)
        for (int column = 0; column < at.side; ++column) {
            const double part = shades.part(field.loss(row, column));
            const QPointF middle = at.point(column, row);
            // Edges on whole pixels, so that neighbours leave no seam.
            const QPointF half(at.cell / 2, at.cell / 2);
            const QRectF cell(QPointF((middle - half).toPoint()),
                              QPointF((middle + half).toPoint()));
            painter.fillRect(cell, std::isnan(part) ? theme.bandExploding : shade(part, theme));
            if (!std::isnan(part))
                continue;
            const qreal arm = std::min(at.cell / 4, theme.px(4));
            painter.setPen(QPen(theme.danger, theme.px(1)));
            painter.drawLine(
                QLineF(middle.x() - arm, middle.y() - arm, middle.x() + arm, middle.y() + arm));
            painter.drawLine(
                QLineF(middle.x() - arm, middle.y() + arm, middle.x() + arm, middle.y() - arm));
            painter.setPen(Qt::NoPen);
        }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Where a level crosses the edges of each square of four grid points (marching squares); at a
/// saddle the two crossings are joined in the order they are met.
QVector<QLineF> contourLines(const FieldPlaces& at, const Eigen::MatrixXd& parts, double level) {
    QVector<QLineF> lines;
    for (int row = 0; row + 1 < at.side; ++row)
        for (int column = 0; column + 1 < at.side; ++column) {
            const std::array<std::pair<int, int>, 4> corners = {
                {{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}}};
            QVector<QPointF> crossings;
            bool whole = true;
            for (std::size_t k = 0; k < 4; ++k) {
                const auto [c0, r0] = corners[k];
                const auto [c1, r1] = corners[(k + 1) % 4];
                const double a = parts(r0, c0) - level, b = parts(r1, c1) - level;
                whole = whole && !std::isnan(a);
                if ((a < 0) != (b < 0))
                    crossings << at.point(c0, r0) +
                                     (at.point(c1, r1) - at.point(c0, r0)) * (a / (a - b));
            }
            for (qsizetype k = 0; whole && k + 1 < crossings.size(); k += 2)
                lines << QLineF(crossings[k], crossings[k + 1]);
        }
    return lines;
}

void paintContours(QPainter& painter, const FieldPlaces& at, const GradientField& field,
                   const FieldShades& shades, const Theme& theme) {
    const Eigen::MatrixXd parts =
        field.loss.unaryExpr([&](double loss) { return shades.part(loss); });
    painter.setPen(QPen(blend(theme.accent, theme.plotGround, 0.4), theme.px(0.8)));
    for (int level = 1; level < shadeCount; ++level)
        painter.drawLines(contourLines(at, parts, double(level) / shadeCount));
}

void paintAxes(QPainter& painter, const FieldPlaces& at, const GradientField& field,
               const Theme& theme) {
    painter.setPen(QPen(theme.plotFrame, theme.px(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(at.plot);
    painter.setFont(theme.font(11));
    painter.setPen(QPen(theme.mutedText));
    const QFontMetricsF metrics(painter.font());
    const int last = at.side - 1;
    const qreal gap = theme.px(3);
    qreal free = at.plot.left() - theme.px(40);
    for (const int k : {0, last, last / 2}) {  // the middle only where there is room
        const QString x = shortNumber(field.xs[k]), y = shortNumber(field.ys[k]);
        const qreal width = metrics.horizontalAdvance(x) + theme.px(2);
        const QPointF place(at.point(k, k));
        const qreal left = k == 0      ? at.plot.left()
                           : k == last ? at.plot.right() - width
                                       : place.x() - width / 2;
        const bool crowded = k != 0 && k != last && at.plot.width() < 3.6 * width;
        if (!crowded)
            painter.drawText(QRectF(left, at.plot.bottom() + gap, width, metrics.height()),
                             Qt::AlignCenter, x);
        const qreal top =
            std::min(place.y() - metrics.height() / 2, at.plot.bottom() - metrics.height() + gap);
        painter.drawText(QRectF(free, std::max(at.plot.top() - gap, top),
                                at.plot.left() - gap - free, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, y);
    }
    painter.setPen(QPen(theme.text));
    const QRectF under(at.plot.left() - theme.px(30), at.plot.bottom() + gap + metrics.height(),
                       at.plot.width() + theme.px(34), metrics.height());
    painter.drawText(under, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(entryText(field.choice.x), Qt::ElideLeft, under.width()));
    qreal labels = 0;
    for (const int k : {0, last})
        labels = std::max(labels, metrics.horizontalAdvance(shortNumber(field.ys[k])));
    painter.save();
    painter.translate(at.plot.left() - gap - labels - metrics.height() - theme.px(3),
                      at.plot.bottom());
    painter.rotate(-90);
    painter.drawText(
        QRectF(0, 0, at.plot.height(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
        metrics.elidedText(entryText(field.choice.y), Qt::ElideLeft, at.plot.height()));
    painter.restore();
}

void paintArrows(QPainter& painter, const FieldPlaces& at, const GradientField& field,
                 FieldArrow kind, const ArrowScale& scale, const Theme& theme) {
    const GradientField::Arrows& arrows = arrowsOf(field, kind);
    const double most = at.cell * at.stride * 0.95;
    for (int row = 0; row < at.side; ++row)
        for (int column = 0; column < at.side; ++column) {
            if (!at.hasArrows(column, row))
                continue;
            const double x = arrows.x(row, column), y = arrows.y(row, column);
            const double size = arrows.length(row, column), length = scale.length(size);
            if (!(length > 0))  // nothing, or not a number
                continue;
            // Divided first: a size may be beyond what its square can hold.
            const QPointF along(x / size * length * most, -y / size * length * most);
            QPointF from = at.point(column, row), tip = from + along;
            if (at.plot.contains(tip)) {
                paintArrow(painter, from, along, kind, theme);
            } else if (clipLine(at.plot, from, tip)) {  // it points out of the picture
                painter.setPen(QPen(arrowColor(kind, theme), arrowWidth(kind, theme), Qt::SolidLine,
                                    Qt::FlatCap));
                painter.drawLine(QLineF(from, tip));
            }
        }
}

}  // namespace

void paintArrow(QPainter& painter, const QPointF& from, const QPointF& along, FieldArrow kind,
                const Theme& theme) {
    const double length = std::hypot(along.x(), along.y());
    const QColor color = arrowColor(kind, theme);
    const bool plain = kind == FieldArrow::Plain;
    const qreal width = arrowWidth(kind, theme);
    if (length < theme.px(1.5)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(from, width * 0.7, width * 0.7);
        return;
    }
    const QPointF unit = along / length, across(-unit.y(), unit.x());
    const double head = std::min(length, theme.px(plain ? 7 : 5.5));
    const QPointF tip = from + along, neck = tip - unit * head;
    const QPointF wing = across * head * (plain ? 0.62 : 0.48);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    if (kind == FieldArrow::ByValue) {  // told apart by an open head too
        painter.drawLine(QLineF(from, tip));
        painter.drawLine(QLineF(neck + wing, tip));
        painter.drawLine(QLineF(neck - wing, tip));
        return;
    }
    painter.drawLine(QLineF(from, neck + unit * head * 0.2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPointF points[] = {tip, neck + wing, neck - wing};
    painter.drawPolygon(points, 3);
}

void paintField(QPainter& painter, const FieldPlaces& at, const GradientField& field,
                const std::array<bool, 3>& shown, const Theme& theme) {
    if (at.plot.isEmpty())
        return;
    painter.save();
    const FieldShades shades = fieldShades(field);
    paintShades(painter, at, field, shades, theme);
    paintContours(painter, at, field, shades, theme);
    paintAxes(painter, at, field, theme);
    const ArrowScale scale = arrowScale(field);
    for (const FieldArrow kind : fieldArrows)
        if (shown[std::size_t(kind)])
            paintArrows(painter, at, field, kind, scale, theme);
    const QPointF present = at.point(at.side / 2, at.side / 2);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair(theme.card, 4.5), std::pair(theme.strong, 2.0)}) {
        painter.setPen(QPen(color, theme.px(width)));
        painter.drawEllipse(present, theme.px(6), theme.px(6));
    }
    painter.restore();
}

}  // namespace rnnscope
