// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/step_graph.h"

#include <algorithm>
#include <cassert>

namespace rnnscope {
namespace {

using Kind = OperationKind;

bool isState(const Cell& cell, std::size_t quantity) {
    return std::ranges::count(cell.states(), quantity) > 0;
}

/// Neighbouring blocks that multiply the same vector become one product.
std::vector<RecurrentTerm> termsOf(const Cell& cell) {
    std::vector<RecurrentTerm> terms;
    for (std::size_t block = 0; block < cell.blocks().size(); ++block)
        for (const Operation& each : cell.operations()) {
            if (each.kind != Kind::Affine || !each.a || each.weights != block)
                continue;
            assert(each.result.place == Wire::Place::Now && each.a.place != Wire::Place::Inner);
            const bool previous = each.a.place == Wire::Place::Before;
            if (!terms.empty()) {
                RecurrentTerm& last = terms.back();
                if (last.operand == each.a.index && last.previous == previous &&
                    last.firstBlock + last.blockCount == block &&
                    last.gradient + last.blockCount == each.result.index) {
                    ++last.blockCount;
                    continue;
                }
            }
            terms.push_back({block, 1, each.result.index, each.a.index, previous});
        }
    return terms;
}

std::vector<PeepholeTerm> peepholesOf(const Cell& cell) {
    std::vector<PeepholeTerm> peepholes;
    for (const Operation& each : cell.operations()) {
        if (each.kind != Kind::Peephole)
            continue;
        const auto user = std::ranges::find_if(cell.operations(), [&](const Operation& other) {
            return other.kind == Kind::Affine && other.b == each.result;
        });
        assert(user != cell.operations().end());
        peepholes.resize(std::max(peepholes.size(), each.weights + 1));
        peepholes[each.weights] = {user->result.index, each.a};
    }
    return peepholes;
}

/// The quantity that a wire is, or is a summand of.
std::optional<std::size_t> landsIn(const Cell& cell, Wire wire) {
    if (wire.place == Wire::Place::Now)
        return wire.index;
    for (const Operation& each : cell.operations())
        if (each.kind == Kind::Sum && (each.a == wire || each.b == wire))
            return landsIn(cell, each.result);
    return std::nullopt;
}

std::vector<CarriedProduct> carriedOf(const Cell& cell) {
    std::vector<CarriedProduct> carried;
    for (const Operation& each : cell.operations()) {
        if (each.kind != Kind::Product)
            continue;
        const auto into = landsIn(cell, each.result);
        for (const auto& [state, factor] : {std::pair(each.a, each.b), std::pair(each.b, each.a)})
            if (into && state.place == Wire::Place::Before && factor.place == Wire::Place::Now)
                carried.push_back({factor.index, state.index, *into});
    }
    return carried;
}

/// Every wire that `of` depends on unit by unit, without going through another state.
void reach(const Cell& cell, Wire wire, std::size_t of, std::vector<Wire>& reached) {
    if (std::ranges::count(reached, wire))
        return;
    reached.push_back(wire);
    if (wire.place == Wire::Place::Before ||
        (wire.place == Wire::Place::Now && wire.index != of && isState(cell, wire.index)))
        return;
    for (const Operation& each : cell.operations()) {
        if (each.result != wire)
            continue;
        if (each.a && each.kind != Kind::Affine)
            reach(cell, each.a, of, reached);
        if (each.b)
            reach(cell, each.b, of, reached);
    }
}

/// Whether something outside the step's elementwise operations depends on it.
bool isEnd(const Cell& cell, Wire wire, std::size_t of) {
    if (wire.place == Wire::Place::Before)
        return true;
    if (wire.place != Wire::Place::Now || wire.index == of)
        return false;
    return isState(cell, wire.index) ||
           std::ranges::any_of(cell.operations(), [&](const Operation& each) {
               return each.kind == Kind::Affine && each.result == wire && (each.input || each.a);
           });
}

std::vector<Slope> slopesOf(const Cell& cell, const std::vector<RecurrentTerm>& terms) {
    std::vector<std::size_t> starts(cell.states().begin(), cell.states().end());
    for (const RecurrentTerm& term : terms)
        if (!term.previous)
            starts.push_back(term.operand);
    std::vector<Slope> slopes;
    for (const std::size_t of : starts) {
        std::vector<Wire> reached;
        reach(cell, now(of), of, reached);
        for (const Wire& wire : reached)
            if (isEnd(cell, wire, of))
                slopes.push_back({of, wire});
    }
    return slopes;
}

}  // namespace

StepGraph graphOf(const Cell& cell) {
    StepGraph graph{termsOf(cell), peepholesOf(cell), carriedOf(cell), {}};
    graph.slopes = slopesOf(cell, graph.terms);
    return graph;
}

}  // namespace rnnscope
