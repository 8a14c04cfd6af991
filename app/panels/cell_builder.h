// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "app/panels/cell_layout.h"
#include "app/panels/cell_router.h"

namespace rnnscope {

// In tracks.
constexpr int railGap = 5, boxGap = 6, gutter = 2;

/// What the search may choose for one node.
struct CellChoice {
    bool turned = false;  ///< the second operand's part comes first
    bool apart = true;    ///< a column of its own
    bool low = false;     ///< in the boxes' row
};

/// Makes one layout of a cell after another: nodes into rows and columns, then lines between them.
class CellBuilder {
  public:
    explicit CellBuilder(const Cell& cell) : cell_(cell) {
        makeNodes();
        findRails();
    }
    std::size_t count() const { return nodes_.size(); }
    const CellNode& node(std::size_t k) const { return nodes_[k]; }
    /// Whether two parts lead to it, so that either may stand left.
    bool forks(std::size_t k) const {
        const auto wires = operands(nodes_[k]);
        return std::count_if(wires.begin(), wires.end(),
                             [this](Wire wire) { return nodeOf(wire) >= 0; }) > 1;
    }
    /// Given up where it comes to cost more than `most`.
    CellLayout build(const std::vector<CellChoice>& choices, double most = 1e300);

  private:
    const Operation& operation(std::size_t k) const { return cell_.operations()[k]; }
    /// What enters a node from within the cell, one after the other; the buses' part is not told.
    std::vector<Wire> operands(const CellNode& node) const;
    bool onBus(Wire wire) const { return wire == before(cell_.hiddenState()); }
    int nodeOf(Wire wire) const;
    int depth(int node) const;
    int railOf(std::size_t state) const;

    void makeNodes();
    void findRails();
    bool leads(int node, Wire from) const;
    void arrange(const std::vector<CellChoice>& choices);
    void visit(int node, const std::vector<CellChoice>& choices, std::vector<int>& order) const;
    void layBuses();
    void layInner(bool rails);
    void layExits();
    std::size_t net(Wire wire);
    std::vector<Port> sources(Wire wire) const;
    void add(Wire wire, const std::vector<Port>& to, int node);

    const Cell& cell_;
    std::vector<CellNode> nodes_;
    std::vector<std::size_t> rails_;  // states that pass elementwise, from above
    CellLayout result_;
    std::optional<CellRouter> router_;
    int hiddenBus_ = 0, inputBus_ = 0;
    bool straight_ = false;  // one box alone, entered from the left
    double penalty_ = 0, most_ = 0;
};

}  // namespace rnnscope
