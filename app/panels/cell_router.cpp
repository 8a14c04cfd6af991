// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_router.h"

#include <QRect>
#include <algorithm>
#include <array>
#include <limits>
#include <queue>

namespace rnnscope {
namespace {

// In tracks: what else a line costs beside its length.
constexpr double bendCost = 5, crossingCost = 14, leftwardCost = 1.5, besideCost = 0.35;

constexpr std::array<QPoint, 4> moves = {QPoint(-1, 0), QPoint(0, -1), QPoint(1, 0), QPoint(0, 1)};
constexpr int axisOf(int direction) {
    return direction % 2;
}
constexpr int opposite(int direction) {
    return (direction + 2) % 4;
}

struct Entry {
    double least;  ///< cost so far, and the way that is left at the least
    double cost;
    int state;
    bool operator<(const Entry& other) const { return least > other.least; }
};

}  // namespace

CellRouter::CellRouter(int width, int height)
    : width_(width), height_(height), points_(std::size_t(width * height)) {}

void CellRouter::block(const QRect& node) {
    for (int y = node.top(); y <= node.bottom(); ++y)
        for (int x = node.left(); x <= node.right(); ++x)
            if (inside({x, y}))
                point({x, y}).blocked = true;
}

void CellRouter::lay(int net, const std::vector<QPoint>& corners) {
    for (std::size_t k = 1; k < corners.size(); ++k) {
        const QPoint way = corners[k] - corners[k - 1];
        const int axis = way.x() == 0 ? 1 : 0;
        const int length = way.manhattanLength();
        cost_ += length + (k > 1 ? bendCost : 0);
        for (int step = 0; step <= length; ++step) {
            Point& each = point(corners[k - 1] + way * step / std::max(1, length));
            const bool end = step == 0 || step == length;
            if (!end && each.net[1 - axis] >= 0 && each.net[1 - axis] != net) {
                ++crossings_;
                cost_ += crossingCost;
            }
            each.net[axis] = net;
        }
    }
}

/// Another net's line may only be crossed at a right angle, and not where that line bends.
bool CellRouter::mayEnter(int net, const QPoint& at, int axis) {
    const Point& there = point(at);
    const int along = there.net[axis], across = there.net[1 - axis];
    if (along >= 0)
        return false;
    if (across < 0)
        return true;
    if (across == net)
        return false;
    const QPoint step = moves[std::size_t(1 - axis)];  // along the other line
    for (const QPoint& next : {at + step, at - step})
        if (!inside(next) || point(next).net[1 - axis] != across)
            return false;
    return true;
}

std::vector<QPoint> CellRouter::connect(int net, const std::vector<Port>& sources,
                                        const std::vector<Port>& targets) {
    const std::size_t states = points_.size() * 4;
    std::vector<double> best(states, std::numeric_limits<double>::infinity());
    std::vector<int> from(states, -1);
    std::priority_queue<Entry> open;
    const auto stateOf = [this](const QPoint& at, int direction) {
        return (at.y() * width_ + at.x()) * 4 + direction;
    };
    const auto left = [&](const QPoint& at) {
        int least = std::numeric_limits<int>::max();
        for (const Port& target : targets)
            least = std::min(least, (target.at - at).manhattanLength());
        return double(least);
    };
    const auto start = [&](const QPoint& at, int direction, double cost) {
        const int state = stateOf(at, direction);
        if (cost < best[std::size_t(state)]) {
            best[std::size_t(state)] = cost;
            open.push({cost + left(at), cost, state});
        }
    };
    for (const Port& source : sources) {
        const Point& there = point(source.at);
        if ((there.net[0] < 0 || there.net[0] == net) && (there.net[1] < 0 || there.net[1] == net))
            start(source.at, int(source.side), 0);
    }
    for (int y = 0; y < height_; ++y)
        for (int x = 0; x < width_; ++x) {
            const Point& there = point({x, y});
            const bool alone = (there.net[0] == net && there.net[1] < 0) ||
                               (there.net[1] == net && there.net[0] < 0);
            if (!alone || there.blocked)
                continue;
            for (int direction = 0; direction < 4; ++direction)
                if (there.net[axisOf(direction)] != net)
                    start({x, y}, direction, 1);
        }
    int reached = -1;
    while (!open.empty()) {
        const auto [estimate, cost, state] = open.top();
        open.pop();
        if (cost > best[std::size_t(state)])
            continue;
        const int direction = state % 4;
        const QPoint at(state / 4 % width_, state / 4 / width_);
        const bool end = std::any_of(targets.begin(), targets.end(), [&](const Port& target) {
            return target.at == at && opposite(int(target.side)) == direction;
        });
        if (end && from[std::size_t(state)] >= 0) {
            reached = state;
            break;
        }
        if (point(at).blocked && from[std::size_t(state)] >= 0)
            continue;
        // States hold the direction of arrival; a start's is the one it must leave in.
        const bool first = from[std::size_t(state)] < 0;
        const bool across = !first && point(at).net[1 - axisOf(direction)] >= 0;
        for (int next = 0; next < 4; ++next) {
            if (next == opposite(direction) || ((first || across) && next != direction))
                continue;
            const QPoint to = at + moves[std::size_t(next)];
            if (!inside(to))
                continue;
            const bool target = std::any_of(targets.begin(), targets.end(), [&](const Port& each) {
                return each.at == to && opposite(int(each.side)) == next;
            });
            const Point& there = point(to);
            if (target ? there.net[0] >= 0 || there.net[1] >= 0
                       : there.blocked || !mayEnter(net, to, axisOf(next)))
                continue;
            double more =
                cost + (next == 0 ? leftwardCost : 1) + (next != direction ? bendCost : 0);
            if (!target && there.net[1 - axisOf(next)] >= 0)
                more += crossingCost;
            for (const int side : {(next + 1) % 4, (next + 3) % 4}) {
                const QPoint beside = to + moves[std::size_t(side)];
                if (inside(beside) &&
                    (point(beside).blocked || point(beside).net[axisOf(next)] >= 0))
                    more += besideCost;
            }
            const int known = stateOf(to, next);
            if (more < best[std::size_t(known)]) {
                best[std::size_t(known)] = more;
                from[std::size_t(known)] = state;
                open.push({more + left(to), more, known});
            }
        }
    }
    std::vector<QPoint> corners;
    if (reached < 0)
        return corners;
    for (int state = reached; state >= 0; state = from[std::size_t(state)]) {
        const QPoint at(state / 4 % width_, state / 4 / width_);
        const std::size_t n = corners.size();
        const auto inLine = [&] {
            const QPoint &a = corners[n - 2], &b = corners[n - 1];
            return (a.x() == b.x() && b.x() == at.x()) || (a.y() == b.y() && b.y() == at.y());
        };
        if (n >= 2 && inLine())
            corners.back() = at;
        else
            corners.push_back(at);
    }
    std::reverse(corners.begin(), corners.end());
    lay(net, corners);
    return corners;
}

}  // namespace rnnscope
