// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/phase_plane_trail.h"

#include <QLineF>
#include <QPainter>
#include <QVector>
#include <algorithm>
#include <cmath>

#include "app/plot/lines.h"

namespace rnnscope {

namespace {

constexpr int shades = 24;
constexpr int mostArrows = 14;

bool isPoint(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

QPolygonF arrowHead(const QLineF& segment, double size) {
    const QPointF middle = segment.pointAt(0.5);
    const QPointF along = (segment.p2() - segment.p1()) / segment.length();
    const QPointF across(-along.y(), along.x());
    const QPointF back = middle - size * along;
    return {{middle + size * along, back + 0.8 * size * across, middle - 0.4 * size * along,
             back - 0.8 * size * across}};
}

}  // namespace

void PlaneTrail::setPoints(std::vector<QPointF> points, const QRectF& area, double scale) {
    points_ = std::move(points);
    area_ = area;
    scale_ = scale;
    forget();
    findArrows();
}

bool PlaneTrail::drawn(int k) const {
    return k > 0 && isPoint(points_[std::size_t(k)]) && isPoint(points_[std::size_t(k - 1)]);
}

// Evenly along the path as it is seen, on segments long enough to carry one.
void PlaneTrail::findArrows() {
    arrows_.assign(points_.size(), false);
    const auto lengthOf = [&](int k) {
        return drawn(k) ? QLineF(points_[std::size_t(k - 1)], points_[std::size_t(k)]).length()
                        : 0.0;
    };
    double whole = 0;
    for (int k = 1; k <= last(); ++k)
        whole += lengthOf(k);
    const double apart = std::max(70 * scale_, whole / mostArrows);
    double since = 0.6 * apart;
    for (int k = 1; k <= last(); ++k) {
        const double length = lengthOf(k);
        since += length;
        if (since >= apart && length >= 9 * scale_) {
            arrows_[std::size_t(k)] = true;
            since = 0;
        }
    }
}

void PlaneTrail::paint(QPainter& painter, int from, int to, double width,
                       const std::function<QColor(double)>& shade) const {
    std::vector<QVector<QLineF>> lines(shades);
    std::vector<QVector<QPolygonF>> heads(shades);
    const int end = std::min(to, last());
    for (int k = std::max(1, from + 1); k <= end; ++k) {
        if (!drawn(k))
            continue;
        const int level = std::min(shades - 1, k * shades / std::max(1, last()));
        QPointF a = points_[std::size_t(k - 1)], b = points_[std::size_t(k)];
        if (arrows_[std::size_t(k)] && area_.contains(QLineF(a, b).pointAt(0.5)))
            heads[std::size_t(level)].append(arrowHead({a, b}, 5 * scale_));
        if (clipLine(area_, a, b))
            lines[std::size_t(level)].append({a, b});
    }
    for (int level = 0; level < shades; ++level) {
        if (lines[std::size_t(level)].isEmpty())
            continue;
        const QColor colour = shade((level + 1.0) / shades);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLines(lines[std::size_t(level)]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPolygonF& head : heads[std::size_t(level)])
            painter.drawPolygon(head);
    }
}

// Steps back and forth within a stretch cost no more than the stretch; the picture before it stays.
void PlaneTrail::paintPlayed(QPainter& painter, int to, const QSize& size, double ratio,
                             double width, const std::function<QColor(double)>& shade) {
    constexpr int stretch = 128;
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    const int wanted = std::max(0, to / stretch - 1) * stretch;
    if (played_.size() != pixels || to < playedTo_) {
        played_ = QPixmap(pixels);
        played_.setDevicePixelRatio(ratio);
        played_.fill(Qt::transparent);
        playedTo_ = 0;
    }
    if (wanted > playedTo_) {
        QPainter onto(&played_);
        onto.setRenderHint(QPainter::Antialiasing);
        paint(onto, playedTo_, wanted, width, shade);
        playedTo_ = wanted;
    }
    if (playedTo_ > 0)
        painter.drawPixmap(0, 0, played_);
    paint(painter, playedTo_, to, width, shade);
}

int PlaneTrail::nearest(const QPointF& place, double reach, int beside) const {
    double least = reach;
    const auto distance = [&](int k) {
        const QPointF& point = points_[std::size_t(k)];
        return isPoint(point) ? QLineF(place, point).length() : INFINITY;
    };
    for (int k = 0; k <= last(); ++k)
        least = std::min(least, distance(k));
    int best = -1;
    for (int k = 0; k <= last(); ++k)
        if (distance(k) <= least + 2 * scale_ && distance(k) <= reach &&
            (best < 0 || std::abs(k - beside) < std::abs(best - beside)))
            best = k;
    return best;
}

}  // namespace rnnscope
