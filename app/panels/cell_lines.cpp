// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRect>
#include <algorithm>

#include "app/panels/cell_builder.h"

namespace rnnscope {

using Place = Wire::Place;

std::size_t CellBuilder::net(Wire wire) {
    const auto found = std::find_if(result_.nets.begin(), result_.nets.end(),
                                    [&](const CellNet& each) { return each.wire == wire; });
    if (found != result_.nets.end())
        return std::size_t(found - result_.nets.begin());
    result_.nets.push_back({wire, {}, {}});
    return result_.nets.size() - 1;
}

/// x_t comes from below and h_{t−1} from the left; both run under the boxes that take them.
void CellBuilder::layBuses() {
    struct Tap {
        int x, node;
    };
    std::vector<Tap> input, hidden;
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
        if (!nodes_[k].box())
            continue;
        const Operation& affine = operation(*nodes_[k].affine);
        const bool recurrent = onBus(affine.a) && !straight_;
        const int apart = affine.input && recurrent ? 1 : 0;
        if (affine.input)
            input.push_back({nodes_[k].at.x() - apart, int(k)});
        if (recurrent)
            hidden.push_back({nodes_[k].at.x() + apart, int(k)});
    }
    const auto lay = [&](Wire wire, std::vector<QPoint> trunk, int y, std::vector<Tap> taps) {
        const auto number = net(wire);
        CellNet& it = result_.nets[number];
        std::sort(taps.begin(), taps.end(), [](const Tap& a, const Tap& b) { return a.x < b.x; });
        trunk.push_back({taps.back().x, y});
        for (std::size_t k = taps.size(); k-- > 0;) {
            const CellNode& node = nodes_[std::size_t(taps[k].node)];
            const QPoint end(taps[k].x, node.at.y() + node.halfHeight());
            CellNet::Branch branch{{{taps[k].x, y}, end}, taps[k].node, true};
            if (k + 1 == taps.size()) {
                branch.points = trunk;
                branch.points.push_back(end);
                const auto same = std::unique(branch.points.begin(), branch.points.end());
                branch.points.erase(same, branch.points.end());
            } else if (branch.points[0] != trunk[trunk.size() - 2]) {
                it.junctions.push_back(branch.points[0]);
            }
            router_->lay(int(number), branch.points);
            it.branches.push_back(branch);
        }
    };
    if (!hidden.empty()) {
        const int rail = railOf(cell_.hiddenState());
        std::vector<QPoint> trunk = {{0, hiddenBus_}};
        if (rail >= 0) {  // from where it came in and went on along its rail
            trunk = {{2, 3 + railGap * rail}, {2, hiddenBus_}};
            result_.nets[net(before(cell_.hiddenState()))].junctions.push_back(trunk[0]);
        }
        lay(before(cell_.hiddenState()), trunk, hiddenBus_, hidden);
    }
    if (!input.empty()) {
        const int first =
            std::min_element(input.begin(), input.end(), [](const Tap& a, const Tap& b) {
                return a.x < b.x;
            })->x;
        const int bottom = result_.height - 1;
        if (input.size() == 1)
            lay({}, {{first, bottom}}, bottom, input);
        else
            lay({}, {{first, bottom}, {first, inputBus_}}, inputBus_, input);
        if (input.size() > 1)  // where x_t comes from below it meets the bus
            result_.nets[net({})].junctions.push_back({first, inputBus_});
    }
}

std::vector<Port> CellBuilder::sources(Wire wire) const {
    if (wire.place == Place::Before) {
        if (const int rail = railOf(wire.index); rail >= 0)
            return {{{0, 3 + railGap * rail}, Side::Right}};
        if (onBus(wire))
            return {{{0, hiddenBus_}, Side::Right}};
        std::vector<Port> anywhere;
        for (int y = 2; y < result_.height - 2; ++y)
            anywhere.push_back({{0, y}, Side::Right});
        return anywhere;
    }
    const CellNode& node = nodes_[std::size_t(nodeOf(wire))];
    const QPoint dx(node.halfWidth(), 0), dy(0, node.halfHeight());
    std::vector<Port> ports = {{node.at + dx, Side::Right}, {node.at - dy, Side::Top}};
    if (!node.box())
        ports.push_back({node.at + dy, Side::Bottom});
    return ports;
}

void CellBuilder::add(Wire wire, const std::vector<Port>& to, int node) {
    if (penalty_ + router_->cost() > most_)
        return;
    const auto number = net(wire);
    CellNet& it = result_.nets[number];
    std::vector<Port> from = sources(wire);
    // A state comes in at one place.
    if (wire.place == Place::Before && !it.branches.empty())
        from.clear();
    const std::vector<QPoint> points = router_->connect(int(number), from, to);
    if (points.empty()) {
        penalty_ += 1e5;
        return;
    }
    const bool fresh = std::any_of(from.begin(), from.end(),
                                   [&](const Port& port) { return port.at == points.front(); });
    if (!fresh)
        it.junctions.push_back(points.front());
    it.branches.push_back({points, node, true});
}

/// Along the rails, or all else.
void CellBuilder::layInner(bool rails) {
    const auto toNode = [this](Wire wire, std::size_t k, std::size_t which, std::size_t count) {
        const CellNode& node = nodes_[k];
        const QPoint dx(node.halfWidth(), 0), dy(0, node.halfHeight());
        if (node.box()) {
            const int y = count > 1 ? (which ? 1 : -1) : 0;
            return add(wire, {{node.at - dx + QPoint(0, y), Side::Left}}, int(k));
        }
        add(wire,
            {{node.at - dx, Side::Left}, {node.at + dy, Side::Bottom}, {node.at - dy, Side::Top}},
            int(k));
    };
    std::vector<std::size_t> order(nodes_.size());
    for (std::size_t k = 0; k < order.size(); ++k)
        order[k] = k;
    std::sort(order.begin(), order.end(),
              [this](std::size_t a, std::size_t b) { return nodes_[a].at.x() < nodes_[b].at.x(); });
    const auto alongRail = [this](Wire wire, const CellNode& node) {
        if (!node.rail || node.box())
            return false;
        const int from = nodeOf(wire);
        return from >= 0 ? nodes_[std::size_t(from)].rail
                         : rails_[std::size_t(node.row)] == wire.index;
    };
    for (const std::size_t k : order) {
        const auto wires = operands(nodes_[k]);
        for (std::size_t j = 0; j < wires.size(); ++j)
            if (alongRail(wires[j], nodes_[k]) == rails)
                toNode(wires[j], k, j, wires.size());
    }
    if (straight_ && !rails)
        toNode(before(cell_.hiddenState()), 0, 0, 1);
}

void CellBuilder::layExits() {
    for (const std::size_t state : cell_.states()) {
        const int rail = railOf(state), right = result_.width - 1;
        const int y = rail >= 0 ? 3 + railGap * rail : hiddenBus_;
        std::vector<Port> ends = {{{right, y}, Side::Left}};
        if (rail < 0 && state != cell_.hiddenState())
            for (ends.clear(); int(ends.size()) < result_.height - 4;)
                ends.push_back({{right, 2 + int(ends.size())}, Side::Left});
        add(now(state), ends, -1);
    }
}

CellLayout CellBuilder::build(const std::vector<CellChoice>& choices, double most) {
    most_ = most;
    result_ = {};
    penalty_ = 0;
    arrange(choices);
    if (penalty_ == 0) {
        penalty_ = 3 * result_.width + 2 * result_.height;
        router_.emplace(result_.width, result_.height);
        for (const CellNode& node : nodes_)
            router_->block(QRect(node.at - QPoint(node.halfWidth(), node.halfHeight()),
                                 node.at + QPoint(node.halfWidth(), node.halfHeight())));
        layInner(true);
        layBuses();
        layExits();
        layInner(false);
        result_.crossings = router_->crossings();
        penalty_ += router_->cost();
    }
    result_.nodes = nodes_;
    result_.cost = penalty_;
    return result_;
}

}  // namespace rnnscope
