// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit.h"

#include <algorithm>
#include <tuple>

#include "core/scan.h"
#include "core/sentence.h"
#include "core/utf8.h"
#include "core/weight_blocks.h"

namespace rnnscope {
namespace {

constexpr Index latestUpdate = 1'000'000;

std::string example() {
    return Sentence::tr("write PLACE=VALUE, as x@5=0.3, h0_l0[2]=1 or weight_hh_l0.f[3,5]=0.7");
}

auto placeOf(const Edit& edit) {
    return std::tie(edit.update, edit.target, edit.row, edit.column);
}

/// What the place of an edit looks like.
enum class Form { Input, Vector, Matrix };

std::optional<Form> formOf(std::string_view target) {
    if (target == "x")
        return Form::Input;
    if (isBlockName(target))
        return target.starts_with("weight_ch") || target.find("bias") != std::string_view::npos
                   ? Form::Vector
                   : Form::Matrix;
    std::string_view state = target;
    if (!takeLayer(state) || !state.ends_with('0'))
        return std::nullopt;
    state.remove_suffix(1);
    const bool known = std::ranges::any_of(cells(), [&](const Cell* cell) {
        return std::ranges::any_of(cell->states(), [&](std::size_t index) {
            return cell->quantities()[index].id == state;
        });
    });
    return known ? std::optional(Form::Vector) : std::nullopt;
}

/// Reads "[3]" or "[3,5]"; of the input, "[2]@5" or "@5".
bool takePlaceOf(Edit& edit, Form form, std::string_view& text) {
    const auto number = [&](Index& to) {
        text = trimmed(text);
        const auto place = takePlace(text);
        text = trimmed(text);
        if (place)
            to = *place;
        return place.has_value();
    };
    if (form != Form::Input || text.starts_with('[')) {
        if (!take(text, "[") || !number(edit.row))
            return false;
        if (form == Form::Matrix && (!take(text, ",") || !number(edit.column)))
            return false;
        if (!take(text, "]"))
            return false;
    }
    return form != Form::Input || (take(text, "@") && number(edit.column));
}

Result<Edit> parseEdit(std::string_view text) {
    const std::string whole = shown(text);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return Error{Sentence::tr("edit %1 names no value; %2", whole, example())};
    const auto value = finiteNumber(trimmed(text.substr(equals + 1)));
    if (!value)
        return Error{
            Sentence::tr("the value of edit %1 is not a finite number; %2", whole, example())};
    std::string_view left = trimmed(text.substr(0, equals));
    const std::size_t end = std::min(left.find_first_of("[@#"), left.size());
    Edit edit;
    edit.target = trimmed(left.substr(0, end));
    edit.value = *value;
    const auto form = formOf(edit.target);
    if (!form)
        return Error{
            Sentence::tr("edit %1 names nothing that a network has; %2", whole, example())};
    left.remove_prefix(end);
    bool understood = takePlaceOf(edit, *form, left);
    if (understood && take(left, "#")) {
        const auto update = takeWhole(left);
        understood = update && *update <= latestUpdate;
        if (understood)
            edit.update = static_cast<int>(*update);
    }
    if (!understood || !left.empty())
        return Error{Sentence::tr("edit %1 is not understood; %2", whole, example())};
    return edit;
}

/// The matrix of an initial state that an edit is of, and its row there.
struct StatePlace {
    std::size_t state;  ///< position among the cell's states
    std::size_t trace;
};
std::optional<StatePlace> statePlace(const Edit& edit, const NetworkShape& shape) {
    const auto states = shape.cell->states();
    for (std::size_t k = 0; k < states.size(); ++k)
        for (std::size_t trace = 0; trace < shape.traces(); ++trace)
            if (edit.target == std::string(shape.cell->quantities()[states[k]].id) + "0" +
                                   shape.suffix(trace) &&
                edit.row < shape.hidden)
                return StatePlace{k, trace};
    return std::nullopt;
}

}  // namespace

bool Edit::samePlace(const Edit& other) const {
    return placeOf(*this) == placeOf(other);
}

Edits withEdits(const Edits& edits, const Edits& more) {
    Edits all = edits;
    all.insert(all.end(), more.begin(), more.end());
    std::ranges::stable_sort(all,
                             [](const Edit& a, const Edit& b) { return placeOf(a) < placeOf(b); });
    Edits result;
    for (Edit& edit : all) {
        if (!result.empty() && result.back().samePlace(edit))
            result.back() = std::move(edit);
        else
            result.push_back(std::move(edit));
    }
    return result;
}

Edits editsBefore(const Edits& edits, int update) {
    return onlyEdits(edits, [&](const Edit& edit) { return edit.update < update; });
}

std::vector<int> editedUpdates(const Edits& edits) {
    std::vector<int> updates;
    for (const Edit& edit : edits)
        if ((updates.empty() || updates.back() != edit.update) && !isBlockName(edit.target))
            updates.push_back(edit.update);
    return updates;
}

std::optional<int> firstDifference(const Edits& a, const Edits& b) {
    const auto [left, right] = std::ranges::mismatch(a, b);
    if (left == a.end() && right == b.end())
        return std::nullopt;
    if (left == a.end() || right == b.end())
        return (left == a.end() ? *right : *left).update;
    return std::min(left->update, right->update);
}

Result<Edits> parseEdits(std::string_view text) {
    Edits edits;
    if (trimmed(text).empty())
        return edits;
    for (const std::string_view part : partsOf(text, ',')) {
        if (part.empty())
            continue;
        auto edit = parseEdit(part);
        if (!edit)
            return edit.error();
        if (edits.size() == mostEdits)
            return Error{Sentence::tr(
                "more than %1 numbers are edited; give them as weights in a file", mostEdits)};
        edits.push_back(*std::move(edit));
    }
    return withEdits({}, edits);
}

std::string placeText(const Edit& edit) {
    std::string text = edit.target;
    const std::string row = std::to_string(edit.row + 1);
    const std::string column = std::to_string(edit.column + 1);
    switch (formOf(edit.target).value_or(Form::Matrix)) {
        case Form::Input:
            text += (edit.row > 0 ? "[" + row + "]" : "") + "@" + column;
            break;
        case Form::Vector:
            text += "[" + row + "]";
            break;
        case Form::Matrix:
            text += "[" + row + "," + column + "]";
            break;
    }
    return edit.update > 0 ? text + "#" + std::to_string(edit.update) : text;
}

std::string toText(const Edits& edits) {
    std::string text;
    for (const Edit& edit : edits) {
        if (!text.empty())
            text += ',';
        text += placeText(edit);
        text += '=';
        text += shortest(edit.value);
    }
    return text;
}

void editParameters(const Edits& edits, int update, const NetworkShape& shape,
                    Parameters& parameters) {
    std::vector<WeightBlock> blocks;
    const WeightBlock* block = nullptr;
    const auto end = std::ranges::upper_bound(edits, update, {}, &Edit::update);
    for (auto each = std::ranges::lower_bound(edits, update, {}, &Edit::update); each != end;
         ++each) {
        const Edit& edit = *each;
        if (edit.ofInput())
            continue;
        if (blocks.empty())
            blocks = weightBlocks(shape, parameters);
        if (!block || block->target != edit.target) {
            const auto found = std::ranges::find(blocks, edit.target, &WeightBlock::target);
            block = found == blocks.end() ? nullptr : &*found;
        }
        if (block && edit.row < block->rows && edit.column < block->columns)
            blockOf(parameters, *block)(edit.row, edit.column) = edit.value;
    }
}

void editInput(const Edits& edits, int update, Eigen::MatrixXd& input) {
    // Those of a later update come later, and win.
    for (const Edit& edit : edits)
        if (edit.ofInput() && edit.update <= update && edit.row < input.rows() &&
            edit.column < input.cols())
            input(edit.row, edit.column) = edit.value;
}

void editInitialState(const Edits& edits, int update, const NetworkShape& shape,
                      InitialState& initial) {
    for (const Edit& edit : edits) {
        const auto place =
            edit.update <= update ? statePlace(edit, shape) : std::optional<StatePlace>();
        if (!place)
            continue;
        if (initial.empty())
            initial.assign(shape.cell->states().size(),
                           Eigen::MatrixXd::Zero(static_cast<Index>(shape.traces()), shape.hidden));
        initial[place->state](static_cast<Index>(place->trace), edit.row) = edit.value;
    }
}

std::size_t restingEdits(const Edits& edits, const NetworkShape& shape,
                         const Parameters& parameters, Index steps) {
    const auto blocks = weightBlocks(shape, parameters);
    return static_cast<std::size_t>(std::ranges::count_if(edits, [&](const Edit& edit) {
        if (edit.ofInput())
            return edit.row >= shape.input || edit.column >= steps;
        if (statePlace(edit, shape))
            return false;
        const auto block = std::ranges::find(blocks, edit.target, &WeightBlock::target);
        return block == blocks.end() || edit.row >= block->rows || edit.column >= block->columns;
    }));
}

}  // namespace rnnscope
