// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_layout.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>

#include "app/panels/cell_builder.h"

namespace rnnscope {

using Kind = OperationKind;
using Place = Wire::Place;

void CellBuilder::makeNodes() {
    const auto operations = cell_.operations();
    std::vector<bool> folded(operations.size());
    for (std::size_t k = 0; k < operations.size(); ++k) {
        if (folded[k])
            continue;
        CellNode node;
        node.result = operations[k].result;
        if (operations[k].kind == Kind::Affine) {
            node.affine = k;
            std::vector<std::size_t> takers;
            for (std::size_t j = 0; j < operations.size(); ++j)
                if (operations[j].a == node.result || operations[j].b == node.result)
                    takers.push_back(j);
            const Kind kind = takers.size() == 1 ? operations[takers[0]].kind : Kind::Affine;
            if (kind == Kind::Logistic || kind == Kind::Tanh || kind == Kind::Relu) {
                node.function = takers[0];
                node.result = operations[takers[0]].result;
                folded[takers[0]] = true;
            }
        } else {
            node.function = k;
        }
        nodes_.push_back(node);
    }
}

std::vector<Wire> CellBuilder::operands(const CellNode& node) const {
    std::vector<Wire> wires;
    const Operation& first = operation(node.affine ? *node.affine : *node.function);
    if (first.a && !(node.box() && onBus(first.a)))
        wires.push_back(first.a);
    if (first.b)
        wires.push_back(first.b);
    return wires;
}

int CellBuilder::nodeOf(Wire wire) const {
    for (std::size_t k = 0; k < nodes_.size(); ++k)
        if (nodes_[k].result == wire)
            return int(k);
    return -1;
}

int CellBuilder::depth(int node) const {
    int deepest = 0;
    for (const Wire& wire : operands(nodes_[std::size_t(node)]))
        if (const int from = nodeOf(wire); from >= 0)
            deepest = std::max(deepest, depth(from));
    return deepest + 1;
}

/// Whether a wire comes to a node through operations unit by unit, and not as a peephole.
bool CellBuilder::leads(int node, Wire from) const {
    const CellNode& it = nodes_[std::size_t(node)];
    if (it.box() || operation(*it.function).kind == Kind::Peephole)
        return false;
    for (const Wire& wire : operands(it)) {
        const int next = nodeOf(wire);
        if (wire == from || (next >= 0 && leads(next, from)))
            return true;
    }
    return false;
}

void CellBuilder::findRails() {
    // The cell state above the hidden state, where both have one.
    const auto states = cell_.states();
    for (std::size_t k = states.size(); k-- > 0;) {
        const int end = nodeOf(now(states[k]));
        if (end < 0 || !leads(end, before(states[k])))
            continue;
        rails_.push_back(states[k]);
        std::function<void(int)> mark = [&](int node) {
            CellNode& it = nodes_[std::size_t(node)];
            it.rail = true;
            it.row = int(rails_.size()) - 1;
            for (const Wire& wire : operands(it)) {
                const int next = nodeOf(wire);
                if (next >= 0 && leads(next, before(states[k])))
                    return mark(next);
            }
        };
        mark(end);
    }
}

int CellBuilder::railOf(std::size_t state) const {
    const auto found = std::find(rails_.begin(), rails_.end(), state);
    return found == rails_.end() ? -1 : int(found - rails_.begin());
}

void CellBuilder::visit(int node, const std::vector<CellChoice>& choices,
                        std::vector<int>& order) const {
    if (std::count(order.begin(), order.end(), node))
        return;
    std::vector<int> parts;
    for (const Wire& wire : operands(nodes_[std::size_t(node)]))
        if (const int part = nodeOf(wire); part >= 0)
            parts.push_back(part);
    std::stable_sort(parts.begin(), parts.end(),
                     [this](int a, int b) { return depth(a) > depth(b); });
    if (choices[std::size_t(node)].turned)
        std::reverse(parts.begin(), parts.end());
    for (const int part : parts)
        visit(part, choices, order);
    order.push_back(node);
}

void CellBuilder::arrange(const std::vector<CellChoice>& choices) {
    std::vector<int> order;
    for (const std::size_t state : cell_.states())
        visit(nodeOf(now(state)), choices, order);
    for (std::size_t k = 0; k < nodes_.size(); ++k)
        visit(int(k), choices, order);

    const int rails = int(rails_.size());
    bool middle = false;
    for (std::size_t k = 0; k < nodes_.size(); ++k)
        if (!nodes_[k].rail) {
            nodes_[k].row = nodes_[k].box() || choices[k].low ? rails + 1 : rails;
            middle = middle || nodes_[k].row == rails;
        }
    const int middleY = 3 + railGap * rails;
    const int boxY = middle ? middleY + boxGap : rails ? middleY - railGap + boxGap : 4;
    const auto rowY = [&](int row) {
        return row < rails ? 3 + railGap * row : row == rails ? middleY : boxY;
    };
    straight_ = nodes_.size() == 1 && rails == 0;
    hiddenBus_ = straight_ ? boxY : boxY + 5;
    inputBus_ = hiddenBus_ + (straight_ ? 4 : 2);
    result_.height = inputBus_ + 3;

    // Columns from the left, each as wide as the widest of it.
    std::vector<int> columnOf(nodes_.size()), half;
    for (const int k : order) {
        const CellNode& node = nodes_[std::size_t(k)];
        if (half.empty() || node.box() || choices[std::size_t(k)].apart)
            half.push_back(1);
        columnOf[std::size_t(k)] = int(half.size()) - 1;
        half.back() = std::max(half.back(), node.halfWidth());
    }
    std::vector<int> centre;
    int right = rails_.empty() ? 1 : 3;
    for (const int each : half) {
        centre.push_back(right + gutter + each + 1);
        right = centre.back() + each;
    }
    result_.width = right + 5;
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
        nodes_[k].at = {centre[std::size_t(columnOf[k])], rowY(nodes_[k].row)};
        for (std::size_t j = 0; j < k; ++j)
            if (nodes_[j].at == nodes_[k].at)
                penalty_ += 1e6;
    }
}

namespace {

/// One change after the other as long as any helps.
CellLayout improved(CellBuilder& builder, std::vector<CellChoice> choices) {
    CellLayout best = builder.build(choices);
    const auto attempt = [&](auto change) {
        std::vector<CellChoice> other = choices;
        change(other);
        CellLayout layout = builder.build(other, best.cost);
        if (layout.cost >= best.cost)
            return false;
        best = std::move(layout);
        choices = std::move(other);
        return true;
    };
    for (bool better = true; better;) {
        better = false;
        for (std::size_t k = 0; k < choices.size(); ++k) {
            const auto flip = [k](bool CellChoice::*what) {
                return [k, what](std::vector<CellChoice>& all) { all[k].*what = !(all[k].*what); };
            };
            better |= attempt(flip(&CellChoice::turned));
            if (builder.node(k).box())
                continue;
            better |= attempt(flip(&CellChoice::apart));
            if (builder.node(k).rail)
                continue;
            better |= attempt(flip(&CellChoice::low));
            better |= attempt([&](std::vector<CellChoice>& all) {
                all[k].low = !all[k].low;
                all[k].apart = !all[k].apart;
            });
        }
    }
    return best;
}

/// The best of some ways to begin: which operand's part stands left decides most.
CellLayout search(const Cell& cell) {
    CellBuilder builder(cell);
    std::vector<std::size_t> forks;
    for (std::size_t k = 0; k < builder.count(); ++k)
        if (builder.forks(k))
            forks.push_back(k);
    // Of a large cell fewer, or the first drawing would be waited for.
    const std::size_t mostForks = builder.count() > 13 ? 2 : 4;
    std::optional<CellLayout> best;
    for (unsigned start = 0; start < 1U << std::min(forks.size(), mostForks); ++start) {
        std::vector<CellChoice> choices(builder.count());
        for (std::size_t k = 0; k < forks.size() && k < mostForks; ++k)
            choices[forks[forks.size() - 1 - k]].turned = start >> k & 1U;
        CellLayout layout = improved(builder, choices);
        if (!best || layout.cost < best->cost)
            best = std::move(layout);
    }
    return *std::move(best);
}

}  // namespace

int CellLayout::nodeOf(Wire wire) const {
    for (std::size_t k = 0; k < nodes.size(); ++k)
        if (nodes[k].result == wire)
            return int(k);
    return -1;
}

int CellLayout::nodeDoing(std::size_t operation) const {
    for (std::size_t k = 0; k < nodes.size(); ++k)
        if (nodes[k].affine == operation || nodes[k].function == operation)
            return int(k);
    return -1;
}

const CellNet* CellLayout::netOf(Wire wire) const {
    const auto found = std::find_if(nets.begin(), nets.end(),
                                    [&](const CellNet& net) { return net.wire == wire; });
    return found == nets.end() ? nullptr : &*found;
}

const CellLayout& layoutOf(const Cell& cell) {
    static std::mutex guard;
    static std::map<const Cell*, CellLayout> known;
    const std::lock_guard lock(guard);
    const auto found = known.find(&cell);
    return found != known.end() ? found->second : known.emplace(&cell, search(cell)).first->second;
}

}  // namespace rnnscope
