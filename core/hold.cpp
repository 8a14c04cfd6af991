// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostHolds = 256;
constexpr std::string_view example = "; write QUANTITY=VALUE, as f=1 or h_l0[3]@5-9=0";

/// Reads digits off the front of a text.
std::optional<Index> takeWhole(std::string_view& text) {
    Index value = 0;
    const auto [stop, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || value < 0 || text.starts_with('-'))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start))
        return false;
    text.remove_prefix(start.size());
    return true;
}

/// A number from 1, as users count, to one from 0.
std::optional<Index> takePlace(std::string_view& text) {
    const auto place = takeWhole(text);
    return place && *place >= 1 ? std::optional(*place - 1) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

Result<HoldChoice> parseHold(std::string_view text) {
    const std::string whole = shown(text);
    HoldChoice hold;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return Error{"hold " + whole + " names no value" + std::string(example)};
    const std::string_view number = trimmed(text.substr(equals + 1));
    const auto [stop, status] =
        std::from_chars(number.data(), number.data() + number.size(), hold.value);
    if (number.empty() || status != std::errc() || stop != number.data() + number.size() ||
        !std::isfinite(hold.value))
        return Error{"the value of hold " + whole + " is not a finite number" +
                     std::string(example)};
    std::string_view left = trimmed(text.substr(0, equals));
    const std::size_t end = std::min(left.find_first_of("[@"), left.size());
    std::string_view name = trimmed(left.substr(0, end));
    left.remove_prefix(end);
    if (const std::size_t suffix = name.rfind("_l"); suffix != std::string_view::npos) {
        std::string_view layer = name.substr(suffix + 2);
        if (const auto number_ = takeWhole(layer); number_ && *number_ < 1000) {
            hold.layer = static_cast<int>(*number_);
            hold.reverse = take(layer, "_reverse");
            if (!layer.empty())
                return Error{"hold " + whole + " is not understood" + std::string(example)};
            name = name.substr(0, suffix);
        }
    }
    hold.quantity = name;
    bool understood = !name.empty();
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
        return Error{"hold " + whole + " is not understood" + std::string(example)};
    return hold;
}

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
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), hold.value).ptr;
    return text + "=" + std::string(buffer.data(), end);
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
    return Error{"more than " + std::to_string(mostHolds) +
                 " quantities are held; hold all units at once"};
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
        const std::string name = "hold " + textOf(choice);
        if (!someCellHolds(choice.quantity))
            return Error{name + ": there is no such quantity; of this cell " + holdable(cell) +
                         " can be held"};
        if (choice.unit && *choice.unit >= shape.hidden)
            return Error{name + ": there are only " + std::to_string(shape.hidden) +
                         " units; hold one of them"};
        if (choice.layer &&
            (*choice.layer >= shape.layers || (choice.reverse && !shape.bidirectional)))
            return Error{name + ": there is no such layer or direction; layers count from 0"};
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
