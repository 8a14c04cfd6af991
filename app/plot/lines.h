// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <span>

namespace rnnscope {

/// A line that stays fast at any pen width and length: drawn in separate segments, as a min/max
/// envelope where more than two points share a pixel column, cut at the axis rectangle by hand so
/// that SVG does not overflow. NaN and ±Inf are gaps; a lone value between gaps is a dot.
/// Keys must ascend; the key axis must be horizontal. Owned by the plot: `new FastGraph(x, y)`.
class FastGraph : public QCPGraph {
  public:
    FastGraph(QCPAxis* keyAxis, QCPAxis* valueAxis);

    /// values[j] at key firstKey + j.
    void setValues(std::span<const double> values, double firstKey = 0);
    /// Colour, width in px, dash. Opaque colours only: mix faint ones with Theme::faint().
    void setLine(const QColor& color, qreal width, Qt::PenStyle style = Qt::SolidLine);
    /// Draws only keys within [from, to]; the cut falls on the line itself, not on a point.
    void setRevealed(double from, double to);
    void revealAll();

  protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

  private:
    QVector<QPolygonF> runs(const QRectF& area, double columnsPerPixel) const;

    bool partly_ = false;
    double from_ = 0;
    double to_ = 0;
};

/// A line through points as FastGraph draws one: on pixels in single pieces, for Qt takes ten times
/// as long for the joints of a wide path; dashes run on over them.
void drawRun(QPainter& painter, const QPolygonF& run, const QPen& pen);

/// The line between a and b cut to `area` (Liang and Barsky's method); false if nothing is left.
bool clipLine(const QRectF& area, QPointF& a, QPointF& b);

}  // namespace rnnscope
