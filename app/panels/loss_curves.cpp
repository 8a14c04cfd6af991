// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_curves.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/plot/lines.h"

namespace rnnscope {

namespace {

/// A pixel column, or one update where they are further apart; y from top to bottom.
struct Slot {
    double x = 0;
    qreal top = 0, bottom = 0;
    bool gap = false;  // nothing finite in it
};

QVector<Slot> slotsOf(const UpdateCurve& curve, const UpdateAxis& updates, const SizeAxis& sizes) {
    QVector<Slot> found;
    double pixel = -1;
    const std::vector<UpdateColumn>& columns = curve.columns->columns();
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const ValueRange& range = columns[k][curve.value];
        const double x = updates.x(curve.columns->middle(k));
        Slot slot{x, 0, 0, range.empty()};
        if (!slot.gap) {
            slot.top = sizes.y(range.high);
            slot.bottom = sizes.y(range.low);
        }
        const bool joins = !found.isEmpty() && std::floor(x) == pixel;
        if (!joins || found.last().gap) {
            if (joins)
                found.removeLast();
            found.append(slot);
        } else if (!slot.gap) {
            found.last().top = std::min(found.last().top, slot.top);
            found.last().bottom = std::max(found.last().bottom, slot.bottom);
        }
        pixel = std::floor(x);
    }
    return found;
}

/// Lets neighbours meet half-way, so that a steep line has no holes.
void bridge(QVector<Slot>& all) {
    for (qsizetype k = 1; k < all.size(); ++k) {
        Slot &a = all[k - 1], &b = all[k];
        if (a.gap || b.gap)
            continue;
        if (a.bottom < b.top) {
            const qreal middle = (a.bottom + b.top) / 2;
            a.bottom = b.top = middle;
        } else if (b.bottom < a.top) {
            const qreal middle = (b.bottom + a.top) / 2;
            b.bottom = a.top = middle;
        }
    }
}

void addLine(QVector<QLineF>& lines, const QRectF& area, QPointF a, QPointF b) {
    if (clipLine(area, a, b))
        lines << QLineF(a, b);
}

/// At most one line a pixel column.
QVector<QLineF> denseLines(QVector<Slot> all, const QRectF& area, qreal width) {
    bridge(all);
    QVector<QLineF> lines;
    for (const Slot& slot : all) {
        const double x = std::floor(slot.x) + 0.5;
        if (!slot.gap)
            addLine(lines, area, {x, slot.top - width / 2}, {x, slot.bottom + width / 2});
    }
    return lines;
}

QVector<QLineF> sparseLines(const QVector<Slot>& all, const QRectF& area) {
    QVector<QLineF> lines;
    for (qsizetype k = 0; k < all.size(); ++k) {
        const Slot& now = all[k];
        if (now.gap)
            continue;
        if (now.bottom > now.top)  // pooled
            addLine(lines, area, {now.x, now.top}, {now.x, now.bottom});
        if (k + 1 < all.size() && !all[k + 1].gap)
            addLine(lines, area, {now.x, now.bottom}, {all[k + 1].x, all[k + 1].top});
    }
    return lines;
}

void paintLoneDots(QPainter& painter, const QVector<Slot>& all, const QRectF& area, qreal width) {
    for (qsizetype k = 0; k < all.size(); ++k) {
        const bool before = k > 0 && !all[k - 1].gap;
        const bool after = k + 1 < all.size() && !all[k + 1].gap;
        const QPointF place(all[k].x, all[k].top);
        if (!all[k].gap && !before && !after && area.adjusted(-1, -1, 1, 1).contains(place))
            painter.drawEllipse(place, width * 1.4, width * 1.4);
    }
}

}  // namespace

bool paintsVectors(const QPainter& painter) {
    return painter.paintEngine() && painter.paintEngine()->type() != QPaintEngine::Raster;
}

void paintUpdateCurve(QPainter& painter, const QRectF& plot, const UpdateCurve& curve,
                      const UpdateAxis& updates, const SizeAxis& sizes) {
    const QVector<Slot> all = slotsOf(curve, updates, sizes);
    const bool vectors = paintsVectors(painter);
    const bool dense = double(all.size()) > 0.6 * plot.width();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!vectors)
        painter.setClipRect(plot.adjusted(-curve.width, 0, curve.width, curve.width));
    // Qt has a fast way for single lines with flat or square ends. Columns overlap a little in
    // files, where viewers would show seams.
    const qreal beyond = vectors ? 0 : 2 * curve.width;
    const QRectF area = plot.adjusted(-beyond, -beyond, beyond, beyond);
    painter.setPen(QPen(curve.color, dense ? (vectors ? 1.3 : 1.0) : curve.width, Qt::SolidLine,
                        dense     ? Qt::FlatCap
                        : vectors ? Qt::RoundCap
                                  : Qt::SquareCap));
    painter.drawLines(dense ? denseLines(all, area, curve.width) : sparseLines(all, area));
    painter.setPen(Qt::NoPen);
    painter.setBrush(curve.color);
    paintLoneDots(painter, all, plot, curve.width);
    painter.restore();
}

void paintEngagement(QPainter& painter, const UpdateColumns& columns, const UpdateAxis& updates,
                     qreal top, qreal bottom, const QColor& color, qreal width) {
    QVector<QLineF> ticks;
    qreal last = -1e9;
    const bool apart = updates.x(1) - updates.x(0) >= 2 * width;
    for (std::size_t k = 0; k < columns.columns().size(); ++k) {
        const qreal x = std::floor(updates.x(columns.middle(k))) + 0.5;
        if (columns.columns()[k].clipped == 0 || x - last < 1)
            continue;
        ticks << QLineF(x, top, x, bottom);
        last = x;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(color, apart ? width : 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(ticks);
    painter.restore();
}

}  // namespace rnnscope
