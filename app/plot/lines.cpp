// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/lines.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rnnscope {

namespace {

// Collects the points of one pixel column and hands on at most four of them: first, smallest,
// largest and last, in their order.
class Envelope {
  public:
    explicit Envelope(QVector<QPolygonF>& runs) : runs_(runs) {}

    void add(const QPointF& point, double column) {
        if (count_ > 0 && column != column_)
            flush();
        if (count_ == 0) {
            column_ = column;
            first_ = low_ = high_ = point;
            lowAt_ = highAt_ = 0;
        }
        if (point.y() < low_.y()) {
            low_ = point;
            lowAt_ = count_;
        }
        if (point.y() > high_.y()) {
            high_ = point;
            highAt_ = count_;
        }
        last_ = point;
        ++count_;
    }

    void gap() {
        flush();
        open_ = false;
    }

    void flush() {
        if (count_ == 0)
            return;
        put(first_);
        const bool lowFirst = lowAt_ < highAt_;
        for (const bool low : {lowFirst, !lowFirst}) {
            const int where = low ? lowAt_ : highAt_;
            if (where > 0 && where < count_ - 1)
                put(low ? low_ : high_);
        }
        if (count_ > 1)
            put(last_);
        count_ = 0;
    }

  private:
    void put(const QPointF& point) {
        if (!open_)
            runs_.append(QPolygonF());
        open_ = true;
        runs_.last().append(point);
    }

    QVector<QPolygonF>& runs_;
    bool open_ = false;
    int count_ = 0;
    int lowAt_ = 0;
    int highAt_ = 0;
    double column_ = 0;
    QPointF first_, low_, high_, last_;
};

// Cuts a run at the area; leaving and coming back makes two pieces.
void clipRun(const QPolygonF& run, const QRectF& area, QVector<QPolygonF>& pieces) {
    if (run.size() == 1) {
        if (area.contains(run.first()))
            pieces.append(run);
        return;
    }
    bool joined = false;
    for (qsizetype i = 0; i + 1 < run.size(); ++i) {
        QPointF a = run[i];
        QPointF b = run[i + 1];
        if (!clipLine(area, a, b)) {
            joined = false;
            continue;
        }
        if (!joined || pieces.last().last() != a)
            pieces.append(QPolygonF({a}));
        pieces.last().append(b);
        joined = b == run[i + 1];
    }
}

// On and off lengths in pen widths, as seen with caps, which add one width to each dash.
struct Dashes {
    double on, off;
};

Dashes dashesOf(Qt::PenStyle style) {
    if (style == Qt::DotLine)
        return {0.05, 2.4};
    return {3.2, 3.0};
}

// Cuts along the arc length, so that the pattern runs on over joints.
void dashRun(const QPolygonF& run, double on, double off, QVector<QLineF>& lines) {
    double left = on;
    bool drawing = true;
    for (qsizetype i = 0; i + 1 < run.size(); ++i) {
        const QLineF whole(run[i], run[i + 1]);
        const double length = whole.length();
        for (double done = 0; done < length;) {
            const double part = std::min(left, length - done);
            if (drawing)
                lines.append({whole.pointAt(done / length), whole.pointAt((done + part) / length)});
            done += part;
            left -= part;
            if (left <= 1e-9) {
                drawing = !drawing;
                left = drawing ? on : off;
            }
        }
    }
}

/// A run as single lines; `width` of the pen.
void addPieces(const QPolygonF& run, Qt::PenStyle style, double width, QVector<QLineF>& lines) {
    if (style != Qt::SolidLine) {
        const Dashes dashes = dashesOf(style);
        dashRun(run, dashes.on * width, dashes.off * width, lines);
        return;
    }
    for (qsizetype i = 0; i + 1 < run.size(); ++i)
        lines.append(QLineF(run[i], run[i + 1]));
}

}  // namespace

void drawRun(QPainter& painter, const QPolygonF& run, const QPen& pen) {
    painter.save();
    painter.setBrush(Qt::NoBrush);
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.setPen(pen);
        painter.drawPolyline(run);
        painter.restore();
        return;
    }
    QPen plain = pen;
    plain.setStyle(Qt::SolidLine);
    if (pen.style() != Qt::DotLine)
        plain.setCapStyle(Qt::SquareCap);
    painter.setPen(plain);
    QVector<QLineF> lines;
    addPieces(run, pen.style(), std::max(1.0, pen.widthF()), lines);
    painter.drawLines(lines);
    painter.restore();
}

bool clipLine(const QRectF& area, QPointF& a, QPointF& b) {
    const QPointF step = b - a;
    double enter = 0;
    double leave = 1;
    // Each border: where the line crosses it, and whether inwards or outwards.
    const double towards[] = {-step.x(), step.x(), -step.y(), step.y()};
    const double distance[] = {a.x() - area.left(), area.right() - a.x(), a.y() - area.top(),
                               area.bottom() - a.y()};
    for (int border = 0; border < 4; ++border) {
        if (towards[border] == 0) {
            if (distance[border] < 0)
                return false;
            continue;
        }
        const double t = distance[border] / towards[border];
        if (towards[border] < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
    }
    if (!(enter <= leave))
        return false;
    const QPointF start = a;
    if (enter > 0)
        a = start + step * enter;
    if (leave < 1)
        b = start + step * leave;
    return true;
}

FastGraph::FastGraph(QCPAxis* keyAxis, QCPAxis* valueAxis) : QCPGraph(keyAxis, valueAxis) {
    assert(keyAxis->orientation() == Qt::Horizontal);
    setSelectable(QCP::stNone);
    setAntialiased(true);
}

void FastGraph::setValues(std::span<const double> values, double firstKey) {
    QVector<QCPGraphData> points(qsizetype(values.size()));
    for (std::size_t j = 0; j < values.size(); ++j)
        points[qsizetype(j)] = QCPGraphData(firstKey + double(j), values[j]);
    data()->set(points, true);
}

void FastGraph::setLine(const QColor& color, qreal width, Qt::PenStyle style) {
    assert(color.alpha() == 255);
    setPen(QPen(color, width, style, Qt::RoundCap, Qt::RoundJoin));
}

void FastGraph::setRevealed(double from, double to) {
    partly_ = true;
    from_ = from;
    to_ = to;
}

void FastGraph::revealAll() {
    partly_ = false;
}

QVector<QPolygonF> FastGraph::runs(const QRectF& area, double columnsPerPixel) const {
    QVector<QPolygonF> found;
    Envelope envelope(found);
    const auto begin = mDataContainer->findBegin(mKeyAxis->range().lower);
    const auto end = mDataContainer->findEnd(mKeyAxis->range().upper);
    const bool dense = double(end - begin) > 2 * columnsPerPixel * area.width();
    double serial = 0;
    const auto put = [&](double key, double value) {
        // Bounded, so that clipping stays exact for 1e300 on an axis of −1…1.
        const double x = std::clamp(mKeyAxis->coordToPixel(key), -1e7, 1e7);
        const double y = std::clamp(mValueAxis->coordToPixel(value), -1e7, 1e7);
        envelope.add({x, y}, dense ? std::floor(x * columnsPerPixel) : ++serial);
    };
    const QCPGraphData* before = nullptr;
    for (auto it = begin; it != end; ++it) {
        const QCPGraphData& now = *it;
        if (!std::isfinite(now.value)) {
            envelope.gap();
            before = nullptr;
            continue;
        }
        const auto between = [&](double key) {
            const double part = (key - before->key) / (now.key - before->key);
            put(key, before->value * (1 - part) + now.value * part);
        };
        if (!partly_ || (now.key >= from_ && now.key <= to_)) {
            if (partly_ && before && before->key < from_)
                between(from_);
            put(now.key, now.value);
        } else if (before && before->key < to_ && now.key > from_) {
            if (before->key < from_)
                between(from_);
            between(to_);
        }
        before = &now;
    }
    envelope.gap();
    QVector<QPolygonF> pieces;
    for (const QPolygonF& run : found)
        clipRun(run, area, pieces);
    return pieces;
}

void FastGraph::draw(QCPPainter* painter) {
    if (mPen.style() == Qt::NoPen || mDataContainer->isEmpty())
        return;
    const bool vectors = painter->modes().testFlag(QCPPainter::pmVectorized);
    const double width = std::max(1.0, mPen.widthF());
    // On pixels the painter clips; leave the round ends at the border to it.
    const double beyond = vectors ? 0 : 2 * width;
    const QRectF area = QRectF(clipRect()).adjusted(-beyond, -beyond, beyond, beyond);
    const double density =
        vectors ? 2.0 : std::max(1.0, std::abs(painter->deviceTransform().m11()));
    const QVector<QPolygonF> pieces = runs(area, density);

    painter->save();
    applyDefaultAntialiasingHint(painter);
    QPen pen = mPen;
    pen.setStyle(Qt::SolidLine);
    // Qt has a fast way for single lines with square ends, which also close the joints; round ones
    // take ten times as long.
    if (!vectors && mPen.style() != Qt::DotLine)
        pen.setCapStyle(Qt::SquareCap);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    const bool dashed = mPen.style() != Qt::SolidLine;
    QVector<QLineF> lines;
    for (const QPolygonF& piece : pieces) {
        if (piece.size() == 1) {
            painter->setBrush(mPen.color());
            painter->drawEllipse(piece.first(), width / 2, width / 2);
            painter->setBrush(Qt::NoBrush);
        } else if (vectors && !dashed) {
            painter->drawPolyline(piece);  // slow only on pixels, and far smaller in a file
        } else {
            addPieces(piece, mPen.style(), width, lines);
        }
    }
    painter->drawLines(lines);
    painter->restore();
}

void FastGraph::drawLegendIcon(QCPPainter* painter, const QRectF& rect) const {
    applyDefaultAntialiasingHint(painter);
    painter->setPen(mPen);
    painter->drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()));
}

}  // namespace rnnscope
