// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell_check.h"

#include <algorithm>
#include <vector>

namespace rnnscope {
namespace {

using Place = Wire::Place;

/// One walk along the list.
class Check {
  public:
    explicit Check(const Cell& cell) : cell_(cell) {}

    std::optional<std::string> fault() {
        for (; number_ < cell_.operations().size(); ++number_) {
            const Operation& each = cell_.operations()[number_];
            for (const Wire& operand : {each.a, each.b})
                if (auto text = ofOperand(operand))
                    return text;
            if (auto text = ofKind(each))
                return text;
            if (std::ranges::count(made_, each.result) > 0)
                return at("computes " + nameOf(each.result) + " again; each value once");
            made_.push_back(each.result);
        }
        for (std::size_t q = 0; q < cell_.quantities().size(); ++q)
            if (std::ranges::count(made_, now(q)) == 0)
                return std::string(cell_.id()) + ": nothing computes " + nameOf(now(q)) +
                       "; add an operation or leave the quantity out";
        return std::nullopt;
    }

  private:
    std::string nameOf(Wire wire) const {
        if (wire.place == Place::Inner)
            return "inner value " + std::to_string(wire.index);
        return "quantity " + std::string(cell_.quantities()[wire.index].id);
    }
    std::string at(const std::string& what) const {
        return std::string(cell_.id()) + ": operation " + std::to_string(number_ + 1) + " " + what;
    }

    std::optional<std::string> ofOperand(Wire wire) const {
        if (!wire)
            return std::nullopt;
        if (wire.place == Place::Before)
            return std::ranges::count(cell_.states(), wire.index) > 0
                       ? std::nullopt
                       : std::optional(at("takes " + nameOf(wire) +
                                          " from the step before; only states are carried"));
        return std::ranges::count(made_, wire) > 0
                   ? std::nullopt
                   : std::optional(at("takes " + nameOf(wire) +
                                      " before it is computed; list them in their true order"));
    }

    std::optional<std::string> ofKind(const Operation& each) const {
        if (each.kind == OperationKind::Affine) {
            if (each.result.place != Place::Now)
                return at("makes a weighted sum an inner value; make it a quantity");
            if (each.a.place == Place::Inner)
                return at("multiplies recurrent weights with " + nameOf(each.a) +
                          "; make that a quantity");
            if (each.weights >= cell_.blocks().size())
                return at("takes a block of weights that is not named");
        }
        // The straight path from state to state goes through quantities.
        if (each.kind == OperationKind::Product)
            for (const auto& [state, factor] :
                 {std::pair(each.a, each.b), std::pair(each.b, each.a)})
                if (state.place == Place::Before && factor.place == Place::Inner)
                    return at("multiplies a state before with " + nameOf(factor) +
                              "; make that a quantity");
        if (each.kind == OperationKind::Peephole &&
            std::ranges::none_of(cell_.operations(), [&](const Operation& other) {
                return other.kind == OperationKind::Affine && other.b == each.result;
            }))
            return at("looks through a peephole that no weighted sum takes in");
        return std::nullopt;
    }

    const Cell& cell_;
    std::size_t number_ = 0;
    std::vector<Wire> made_;
};

}  // namespace

std::optional<std::string> faultOf(const Cell& cell) {
    return Check(cell).fault();
}

}  // namespace rnnscope
