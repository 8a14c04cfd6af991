// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_scene.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/panels/cell_words.h"

namespace rnnscope {
namespace {

class Places {
  public:
    Places(const Cell& cell, const CellLayout& layout, const Theme& theme, CellScene& scene)
        : cell_(cell), layout_(layout), theme_(theme), scene_(scene) {}

    void lay(const QRectF& area);

  private:
    using Label = CellScene::Label;

    QSizeF room(Wire wire, int level, bool wide) const;
    Label filled(Wire wire, const QRectF& place, int level) const;
    void fence();
    void labelEnds();
    void labelNodes();
    std::optional<QRectF> freePlace(const QRectF& node, const QSizeF& size, double reach) const;
    double around(const CellNode& node) const;
    double stripRoom() const { return theme_.px(0.85 * scene_.fontSize); }

    const Cell& cell_;
    const CellLayout& layout_;
    const Theme& theme_;
    CellScene& scene_;
    std::vector<QRectF> taken_;
    double line_ = 0, numberWidth_ = 0;
    bool large_ = false;
};

void Places::lay(const QRectF& area) {
    const auto px = [this](double length) { return theme_.px(length); };
    scene_.area = area;
    large_ = area.width() >= px(880) && area.height() >= px(430);
    const bool tiny = area.width() < px(520) || area.height() < px(260);
    // Type grows with the drawing, though less.
    const double spare = std::min(area.width() / px(1100), area.height() / px(600)) - 1;
    scene_.fontSize = large_ ? std::clamp(std::floor(13 + 9 * spare), 13.0, 18.0) : tiny ? 10 : 11;
    const QFontMetricsF metrics(theme_.font(scene_.fontSize));
    line_ = std::ceil(metrics.height());
    numberWidth_ = metrics.horizontalAdvance(QStringLiteral("−0.000")) + 2;
    const double equation = line_ + px(large_ ? 12 : 6);
    scene_.equation = {area.left() + px(4), area.bottom() - equation, area.width() - px(8),
                       equation};

    const double side = numberWidth_ + px(large_ ? 34 : 12);
    const double below = line_ + px(large_ ? 12 : 6);
    const QRectF room = area.adjusted(side, px(4), -side, -equation - below);
    const int across = std::max(1, layout_.width - 1), down = std::max(1, layout_.height - 1);
    scene_.ux = std::min(room.width() / across, px(46));
    scene_.uy = std::min(room.height() / down, px(46));
    // Neither far wider than high nor the other way round.
    scene_.ux = std::min(scene_.ux, 2.4 * scene_.uy);
    scene_.uy = std::min(scene_.uy, 2.0 * scene_.ux);
    const QSizeF size(scene_.ux * across, scene_.uy * down);
    scene_.frame = QRectF(room.center() - QPointF(size.width(), size.height()) / 2, size);
    scene_.radius =
        std::clamp(1.15 * std::min(scene_.ux, scene_.uy), px(7), px(1.25 * scene_.fontSize));

    for (const CellNode& node : layout_.nodes) {
        const QPointF centre = scene_.at(node.at);
        const QPointF half = node.box() ? QPointF(3 * scene_.ux, 2 * scene_.uy)
                                        : QPointF(around(node), scene_.radius);
        scene_.nodes.push_back(QRectF(centre - half, centre + half));
    }
    fence();
    labelEnds();
    labelNodes();
}

/// Half the width of a circle; of a pill, where the sign is a word.
double Places::around(const CellNode& node) const {
    const QString sign = signOf(cell_.operations()[*node.function].kind);
    if (sign.size() <= 2)
        return scene_.radius;
    const QFontMetricsF metrics(theme_.boldFont(scene_.fontSize - 1));
    const double word = metrics.horizontalAdvance(sign) / 2 + theme_.px(5);
    return std::max(scene_.radius, std::min(word, 2 * scene_.ux));
}

/// Nodes and lines, each with a little air.
void Places::fence() {
    const double air = theme_.px(3);
    for (const QRectF& node : scene_.nodes)
        taken_.push_back(node.adjusted(-air, -air, air, air));
    for (const CellNet& net : layout_.nets)
        for (const CellNet::Branch& branch : net.branches)
            for (std::size_t k = 1; k < branch.points.size(); ++k) {
                const QRectF line(scene_.at(branch.points[k - 1]), scene_.at(branch.points[k]));
                taken_.push_back(line.normalized().adjusted(-1.8 * air, -air, 1.8 * air, air));
            }
}

QSizeF Places::room(Wire wire, int level, bool wide) const {
    const QFontMetricsF small(theme_.font(scene_.fontSize - 1));
    // With a power of ten, if there is room for it.
    double width = wide ? 1.45 * numberWidth_ : numberWidth_, height = line_;
    if (level >= 1) {
        width = std::max(
            width, subscriptedWidth(symbolOf(cell_, wire), theme_.font(scene_.fontSize - 1)) + 2);
        height += std::ceil(small.height());
    }
    if (level >= 2) {
        width = std::max(width, theme_.px(4.5 * scene_.fontSize));
        height += stripRoom();
    }
    return {width, height};
}

CellScene::Label Places::filled(Wire wire, const QRectF& place, int level) const {
    Label label;
    label.wire = wire;
    double y = place.y();
    const auto next = [&](double height) {
        const QRectF row(place.x(), y, place.width(), height);
        y += height;
        return row;
    };
    if (level >= 1)
        label.symbol = next(std::ceil(QFontMetricsF(theme_.font(scene_.fontSize - 1)).height()));
    label.number = next(line_);
    if (level >= 2)
        label.strip = next(stripRoom()).adjusted(0, theme_.px(2), 0, 0);
    return label;
}

/// States on either side, symbol above the line and number below it; the input below the frame.
void Places::labelEnds() {
    const double gap = theme_.px(3);
    for (const CellNet& net : layout_.nets) {
        std::vector<QPoint> ends;
        if (net.wire.place == Wire::Place::Before || !net.wire)
            ends.push_back(net.branches.empty() ? QPoint() : net.branches.front().points.front());
        for (const CellNet::Branch& branch : net.branches) {
            if (net.wire.place == Wire::Place::Now && branch.node < 0)
                ends.push_back(branch.points.back());
            // A bus was laid from its far end: it starts where the state comes in.
            for (const QPoint& point : branch.points)
                if (net.wire.place == Wire::Place::Before && point.x() == 0)
                    ends.front() = point;
                else if (!net.wire && point.y() == layout_.height - 1)
                    ends.front() = point;
        }
        for (const QPoint& end : ends) {
            const QPointF at = scene_.at(end);
            Label label;
            label.wire = net.wire;
            if (!net.wire) {
                const double x = at.x() + theme_.px(10), top = at.y() + theme_.px(large_ ? 5 : 2);
                const QFontMetricsF metrics(theme_.boldFont(scene_.fontSize));
                const double symbol =
                    metrics.horizontalAdvance(QStringLiteral("xₜ")) + theme_.px(6);
                label.symbol = {x, top, symbol, line_};
                label.number = {x + symbol, top, 1.5 * numberWidth_, line_};
                if (large_)
                    label.strip = {label.number.right() + theme_.px(8),
                                   top + line_ / 2 - theme_.px(5), theme_.px(80), theme_.px(10)};
                scene_.labels.push_back(label);
                continue;
            }
            const bool left = end.x() == 0;
            const double width =
                (left ? at.x() - scene_.area.left() : scene_.area.right() - at.x()) - theme_.px(4);
            const double used = std::min(width, numberWidth_ + theme_.px(large_ ? 26 : 8));
            const double x = left ? at.x() - used - theme_.px(2) : at.x() + theme_.px(2);
            label.alignment = (left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
            label.symbol = {x, at.y() - line_ - gap, used, line_};
            label.number = {x, at.y() + gap, used, line_};
            if (large_)
                label.strip = {x, label.number.bottom() + 2, used, theme_.px(9)};
            scene_.labels.push_back(label);
        }
    }
}

double gap(const QRectF& a, const QRectF& b) {
    return std::hypot(std::max({a.left() - b.right(), b.left() - a.right(), 0.0}),
                      std::max({a.top() - b.bottom(), b.top() - a.bottom(), 0.0}));
}

/// The free place nearest to a node, by trying those around it; none that would seem another's.
std::optional<QRectF> Places::freePlace(const QRectF& node, const QSizeF& size,
                                        double reach) const {
    const QRectF inside = scene_.frame.adjusted(3, 2, -3, -2);
    const double step = std::max(2.0, theme_.px(3));
    std::optional<QRectF> best;
    double least = reach;
    for (double y = node.top() - size.height() - reach; y <= node.bottom() + reach; y += step)
        for (double x = node.left() - size.width() - reach; x <= node.right() + reach; x += step) {
            const QRectF place(QPointF(x, y), size);
            const double own = gap(node, place);
            // Beside rather than above, to the right rather than to the left.
            const double apart = own + (place.center().x() < node.center().x() ? 2 : 0) +
                                 0.02 * (place.center() - node.center()).manhattanLength();
            if (apart >= least || !inside.contains(place))
                continue;
            if (std::any_of(taken_.begin(), taken_.end(),
                            [&](const QRectF& each) { return each.intersects(place); }) ||
                std::any_of(scene_.nodes.begin(), scene_.nodes.end(), [&](const QRectF& each) {
                    return each != node && gap(each, place) < own;
                }))
                continue;
            least = apart;
            best = place;
        }
    return best;
}

void Places::labelNodes() {
    for (std::size_t k = 0; k < layout_.nodes.size(); ++k) {
        const CellNode& node = layout_.nodes[k];
        const bool told =
            std::any_of(scene_.labels.begin(), scene_.labels.end(),
                        [&](const Label& label) { return label.wire == node.result; });
        if (node.box() || told)
            continue;
        const int most = large_                                                     ? 2
                         : scene_.uy >= theme_.px(13) && scene_.ux >= theme_.px(12) ? 1
                                                                                    : 0;
        for (int way = 2 * most + 1; way >= 0; --way) {
            const int level = way / 2;
            const auto place = freePlace(scene_.nodes[k], room(node.result, level, way % 2),
                                         theme_.px(level == 0 ? 44 : 16));
            if (!place)
                continue;
            scene_.labels.push_back(filled(node.result, *place, level));
            const bool left = place->center().x() < scene_.nodes[k].left();
            scene_.labels.back().alignment =
                (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
            taken_.push_back(place->adjusted(-3, -1, 3, 1));
            break;
        }
    }
}

}  // namespace

QRectF CellScene::lower(std::size_t node) const {
    const QRectF& box = nodes[node];
    const double line = fontSize * 1.55 * lineScale;
    if (box.height() < 3.5 * line)
        return {};
    return QRectF(box.left(), box.bottom() - line, box.width(), line);
}

QRectF CellScene::upper(std::size_t node) const {
    const QRectF below = lower(node);
    return nodes[node].adjusted(0, 0, 0, -below.height());
}

QRectF CellScene::strip(std::size_t node) const {
    const QRectF above = upper(node);
    const double line = fontSize * 1.4 * lineScale;
    if (above.height() < 3.2 * line || above.width() < 5 * line)
        return {};
    const double high = 0.7 * line;
    return QRectF(above.left() + 0.4 * line, above.bottom() - 1.35 * high,
                  above.width() - 0.8 * line, high);
}

CellScene sceneOf(const Cell& cell, const CellLayout& layout, const QRectF& area,
                  const Theme& theme) {
    CellScene scene;
    scene.lineScale = theme.scale;
    Places(cell, layout, theme, scene).lay(area);
    return scene;
}

}  // namespace rnnscope
