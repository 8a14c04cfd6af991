// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <functional>
#include <vector>

class QPainter;

namespace rnnscope {

/// A path over many points, in pixels: drawn in separate segments, with a few arrows that tell
/// which way it runs. What was played long ago is kept as a picture.
class PlaneTrail {
  public:
    /// Points in the order of the path; NaN is a gap. Parts outside `area` are cut off.
    void setPoints(std::vector<QPointF> points, const QRectF& area, double scale);
    const std::vector<QPointF>& points() const { return points_; }
    int last() const { return int(points_.size()) - 1; }

    /// Segments that end in points (from, to], in colours by their place on the path, 0 … 1.
    void paint(QPainter& painter, int from, int to, double width,
               const std::function<QColor(double)>& shade) const;

    /// The segments up to point `to` on a widget of this size, most of them as a picture that was
    /// painted before.
    void paintPlayed(QPainter& painter, int to, const QSize& size, double ratio, double width,
                     const std::function<QColor(double)>& shade);
    /// The colours changed.
    void forget() { played_ = {}; }

    /// The point nearest to a place; of those nearly as near the one nearest to `beside` along the
    /// path. −1 where none lies within `reach`.
    int nearest(const QPointF& place, double reach, int beside) const;

  private:
    bool drawn(int k) const;
    void findArrows();

    std::vector<QPointF> points_;
    std::vector<bool> arrows_;  // whether one stands on the segment that ends in this point
    QRectF area_;
    double scale_ = 1;
    QPixmap played_;
    int playedTo_ = 0;  // what the picture holds
};

}  // namespace rnnscope
