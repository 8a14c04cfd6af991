// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <vector>

namespace rnnscope {

enum class Side { Left, Top, Right, Bottom };

/// A place on the rim of a node where a line may end, and the side it lies on.
struct Port {
    QPoint at;
    Side side;
};

/// Lays lines along the tracks of a grid: shortest, with few bends and crossings, around nodes, and
/// never along a line of another net. One line at a time, in the order asked for.
class CellRouter {
  public:
    CellRouter(int width, int height);

    void block(const QRect& node);
    /// Takes these tracks for a net as they are: corners, one after the other.
    void lay(int net, const std::vector<QPoint>& corners);
    /// From one of the net's sources or anything laid of it to the cheapest of `targets`; the
    /// corners, empty where there is no way.
    std::vector<QPoint> connect(int net, const std::vector<Port>& sources,
                                const std::vector<Port>& targets);

    double cost() const { return cost_; }
    int crossings() const { return crossings_; }

  private:
    struct Point {
        int net[2] = {-1, -1};  ///< along x, along y
        bool blocked = false;
    };
    Point& point(const QPoint& at) { return points_[std::size_t(at.y() * width_ + at.x())]; }
    bool inside(const QPoint& at) const {
        return at.x() >= 0 && at.y() >= 0 && at.x() < width_ && at.y() < height_;
    }
    bool mayEnter(int net, const QPoint& at, int axis);

    int width_, height_;
    std::vector<Point> points_;
    double cost_ = 0;
    int crossings_ = 0;
};

}  // namespace rnnscope
