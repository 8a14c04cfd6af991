// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hold.h"

#include <algorithm>
#include <limits>

#include "core/scan.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

std::string example() {
    return Sentence::tr("write QUANTITY=VALUE, as f=1 or h_l0[3]@5-9=0");
}

Result<HoldChoice> parseHold(std::string_view text) {
    constexpr std::size_t longestName = 32;
    const std::string whole = shown(text);
    HoldChoice hold;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return Error{Sentence::tr("hold %1 names no value; %2", whole, example())};
    const auto value = finiteNumber(trimmed(text.substr(equals + 1)));
    if (!value)
        return Error{
            Sentence::tr("the value of hold %1 is not a finite number; %2", whole, example())};
    hold.value = *value;
    std::string_view left = trimmed(text.substr(0, equals));
    const std::size_t end = std::min(left.find_first_of("[@"), left.size());
    std::string_view name = trimmed(left.substr(0, end));
    left.remove_prefix(end);
    if (const auto suffix = takeLayer(name)) {
        hold.layer = suffix->layer;
        hold.reverse = suffix->reverse;
    }
    hold.quantity = name;
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
    };
    bool understood = !name.empty() && name.size() <= longestName &&
                      std::ranges::all_of(name, fits) && name.find("_l") == std::string_view::npos;
    if (take(left, "[")) {
        hold.unit = takePlace(left);
        understood = understood && hold.unit && take(left, "]");
    }
    if (take(left, "@")) {
        hold.from = hold.to = takePlace(left);
        if (take(left, "-"))
            hold.to = takePlace(left);
        understood = understood && hold.from && hold.to && *hold.from <= *hold.to;
    }
    if (!understood || !left.empty())
        return Error{Sentence::tr("hold %1 is not understood; %2", whole, example())};
    return hold;
}

constexpr std::size_t mostHolds = 256;

std::string textOf(const HoldChoice& hold) {
    std::string text = hold.quantity;
    if (hold.layer)
        text += "_l" + std::to_string(*hold.layer) + (hold.reverse ? "_reverse" : "");
    if (hold.unit)
        text += "[" + std::to_string(*hold.unit + 1) + "]";
    if (hold.from) {
        text += "@" + std::to_string(*hold.from + 1);
        if (*hold.to != *hold.from)
            text += "-" + std::to_string(*hold.to + 1);
    }
    return text + "=" + shortest(hold.value);
}

/// Ids of what can be held, "i, f, g, o, c, h".
std::string holdable(const Cell& cell) {
    std::string ids;
    for (const Quantity& quantity : cell.quantities())
        if (canBeHeld(quantity))
            ids += (ids.empty() ? "" : ", ") + std::string(quantity.id);
    return ids;
}

Error tooMany() {
    return Error{
        Sentence::tr("more than %1 quantities are held; hold all units at once", mostHolds)};
}

bool someCellHolds(std::string_view id) {
    return std::ranges::any_of(cells(), [&](const Cell* cell) {
        const auto quantity = cell->find(id);
        return quantity && canBeHeld(cell->quantities()[*quantity]);
    });
}

}  // namespace

bool canBeHeld(const Quantity& quantity) {
    return quantity.role == Role::Gate || quantity.role == Role::Candidate ||
           quantity.role == Role::State;
}

Result<std::vector<HoldChoice>> parseHolds(std::string_view text) {
    std::vector<HoldChoice> holds;
    while (!trimmed(text).empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto hold = parseHold(trimmed(text.substr(0, comma)));
        if (!hold)
            return hold.error();
        if (holds.size() == mostHolds)
            return tooMany();
        holds.push_back(*hold);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return holds;
}

std::string toText(const std::vector<HoldChoice>& holds) {
    std::string text;
    for (const HoldChoice& hold : holds)
        text += (text.empty() ? "" : ",") + textOf(hold);
    return text;
}

std::string restingHolds(const std::vector<HoldChoice>& choices, const Cell& cell) {
    std::string ids;
    for (const HoldChoice& choice : choices) {
        const auto quantity = cell.find(choice.quantity);
        if (!quantity || !canBeHeld(cell.quantities()[*quantity]))
            ids += (ids.empty() ? "" : ", ") + choice.quantity;
    }
    return ids;
}

Result<std::vector<Hold>> holdsFor(const std::vector<HoldChoice>& choices,
                                   const NetworkShape& shape) {
    std::vector<Hold> holds;
    const Cell& cell = *shape.cell;
    if (choices.size() > mostHolds)
        return tooMany();
    for (const HoldChoice& choice : choices) {
        const std::string text = textOf(choice);
        if (!someCellHolds(choice.quantity))
            return Error{
                Sentence::tr("hold %1: there is no such quantity; of this cell %2 can be held",
                             text, holdable(cell))};
        if (choice.unit && *choice.unit >= shape.hidden)
            return Error{Sentence::tr("hold %1: there are only %2 units; hold one of them", text,
                                      shape.hidden)};
        if (choice.layer &&
            (*choice.layer >= shape.layers || (choice.reverse && !shape.bidirectional)))
            return Error{Sentence::tr(
                "hold %1: there is no such layer or direction; layers count from 0", text)};
        const auto quantity = cell.find(choice.quantity);
        if (!quantity || !canBeHeld(cell.quantities()[*quantity]))
            continue;
        for (std::size_t trace = 0; trace < shape.traces(); ++trace)
            if (!choice.layer || trace == shape.trace(*choice.layer, choice.reverse))
                holds.push_back({trace, *quantity, choice.unit.value_or(0),
                                 choice.unit ? 1 : shape.hidden, choice.from.value_or(0),
                                 choice.to.value_or(std::numeric_limits<Index>::max()),
                                 choice.value});
    }
    return holds;
}

}  // namespace rnnscope
