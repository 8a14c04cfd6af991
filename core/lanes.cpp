// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lanes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "core/scan.h"
#include "core/sentence.h"
#include "core/setup.h"
#include "core/utf8.h"
#include "core/weights_report.h"

namespace rnnscope {
namespace {

std::string example() {
    return Sentence::tr("write OPTION=VALUE, as cell=rnn; *; cell=gru, forget-bias=2");
}

constexpr std::string_view same = "same";  ///< a lane that differs in nothing

/// What lanes may differ in: the network and how it learns, never the sequence, the loss or chance.
constexpr std::string_view choosable[] = {"cell",           "hidden",      "layers",
                                          "bidirectional",  "forget-bias", "spectral-radius",
                                          "recurrent",      "zero-biases", "carry-state",
                                          "hold",           "edit",        "clip",
                                          "clip-threshold", "optimizer",   "lr",
                                          "truncate"};
/// Other ways to say one of them.
constexpr std::string_view alsoCell[] = {"nonlinearity", "gru-form"};

bool isIn(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// The setup's choice as text; nothing where it has the default.
std::optional<std::string> choiceOf(const Setup& setup, std::string_view option) {
    for (const SetupOption& row : setupOptions())
        if (row.name == option)
            return row.get(setup);
    return std::nullopt;
}

std::string known() {
    std::string text;
    for (const std::string_view name : choosable)
        text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

Error notChoosable(std::string_view option) {
    return Error{Sentence::tr("lanes cannot differ in %1; they can in %2", shown(option), known())};
}

/// The setup with nothing chosen of what lanes may choose.
Setup bare(const Setup& setup) {
    Setup result;
    result.seed = setup.seed;
    result.weights = setup.weights;
    result.sequence = setup.sequence;
    result.target = setup.target;
    result.readout = setup.readout;
    result.loss = setup.loss;
    result.generation = setup.generation;
    result.initialState = setup.initialState;
    result.training = setup.training;
    const Training usual;
    result.training.optimizer = usual.optimizer;
    result.training.rate = usual.rate;
    result.training.window = usual.window;
    result.training.twin = false;
    return result;
}

bool sameShape(const Setup& a, const Setup& b) {
    return a.cell == b.cell && a.hidden == b.hidden && a.layers == b.layers &&
           a.bidirectional == b.bidirectional;
}

/// With the sizes that its weights have where they come from a file: those are what others differ
/// from.
Setup sized(Setup setup) {
    const Cell* cell = findCell(setup.cell);
    if (setup.weights.file.empty() || !setup.weights.arrays || !cell)
        return setup;
    const auto read = givenWeights(setup.weights, *cell);
    if (!read)
        return setup;  // told where the setup is put to use
    setup.cell = read->shape.cell->id();
    setup.hidden = read->shape.hidden;
    setup.layers = read->shape.layers;
    setup.bidirectional = read->shape.bidirectional;
    return setup;
}

/// In which choices a setup differs from another.
Lane laneFor(const Setup& given, const Setup& givenOwn) {
    const Setup setup = sized(given), own = sized(givenOwn);
    Lane lane;
    for (const std::string_view option : choosable)
        if (const auto value = choiceOf(setup, option); value != choiceOf(own, option))
            lane.choices.push_back({std::string(option), value});
    return lane;
}

/// One of the setups as the own one, the others beside it.
Setup compared(const std::vector<Setup>& all, std::size_t own, const Setup& before) {
    Setup result = all[own];
    result.training.twin = before.training.twin;
    result.lanes = {};
    result.lanes.place = all.size() > 1 ? own : 0;
    for (std::size_t k = 0; k < all.size(); ++k)
        if (k != own)
            result.lanes.others.push_back(laneFor(all[k], all[own]));
    return result;
}

/// What a choice is of, in whichever words.
std::string_view named(const LaneChoice& choice) {
    return isIn(alsoCell, choice.option) ? "cell" : std::string_view(choice.option);
}

Result<LaneChoice> parseChoice(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view option = trimmed(text.substr(0, equals));
    if (!isIn(choosable, option) && !isIn(alsoCell, option))
        return notChoosable(option);
    LaneChoice choice{std::string(option), std::nullopt};
    if (equals == std::string_view::npos)
        return choice;
    std::string_view value = trimmed(text.substr(equals + 1));
    if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
        value = value.substr(1, value.size() - 2);
    choice.value = value;
    // What the setup cannot take is told here, where it is written.
    Setup trial;
    if (auto status = setOption(trial, choice.option, value); !status)
        return Error{Sentence::tr("lane choice %1: %2", shown(text), status.error().message)};
    return choice;
}

}  // namespace

Result<Lanes> parseLanes(std::string_view text) {
    Lanes lanes;
    if (trimmed(text).empty())
        return lanes;
    if (std::ranges::count(text, '"') % 2 != 0)
        return Error{
            Sentence::tr("a quotation mark among the lanes is not closed; write hold=\"f=1,h=0\"")};
    bool own = false;
    for (const std::string_view part : partsOf(text, ';')) {
        if (part == "*") {
            if (own)
                return Error{Sentence::tr(
                    "the network itself (*) stands among the lanes twice; once is enough")};
            own = true;
            lanes.place = lanes.others.size();
            continue;
        }
        Lane lane;
        for (const std::string_view choice : partsOf(part == same ? "" : part, ',')) {
            if (choice.empty() && part == same)
                break;
            if (choice.empty())
                return Error{
                    Sentence::tr("a lane says nothing of what it differs in; %1", example())};
            auto parsed = parseChoice(choice);
            if (!parsed)
                return parsed.error();
            if (std::ranges::any_of(lane.choices, [&](const LaneChoice& each) {
                    return named(each) == named(*parsed);
                }))
                return Error{
                    Sentence::tr("a lane chooses %1 twice; once is enough", named(*parsed))};
            lane.choices.push_back(*std::move(parsed));
        }
        lanes.others.push_back(std::move(lane));
    }
    if (lanes.others.empty())
        return Error{
            Sentence::tr("the network itself (*) is compared with nothing; %1", example())};
    if (lanes.others.size() >= mostLanes)
        return Error{Sentence::tr("%1 networks are too many to compare; %2 fit side by side",
                                  lanes.others.size() + 1, mostLanes)};
    return lanes;
}

std::string toText(const Lanes& lanes) {
    std::string text;
    for (std::size_t k = 0; k <= lanes.others.size() && !lanes.empty(); ++k) {
        text += k > 0 ? "; " : "";
        if (k == lanes.place) {
            text += "*";
            continue;
        }
        const Lane& lane = lanes.others[k - (k > lanes.place ? 1 : 0)];
        if (lane.choices.empty())
            text += same;
        for (std::size_t c = 0; c < lane.choices.size(); ++c) {
            const auto& [option, value] = lane.choices[c];
            text += (c > 0 ? ", " : "") + option;
            if (value)
                text +=
                    "=" + (value->find_first_of(",;") == std::string::npos ? *value
                                                                           : "\"" + *value + "\"");
        }
    }
    return text;
}

Result<Setup> laneSetup(const Setup& given, const Lane& lane) {
    const Setup setup = sized(given);
    Setup result = bare(setup);
    for (const std::string_view option : choosable) {
        const auto own = choiceOf(setup, option);
        const bool chosen = std::ranges::any_of(lane.choices, [&](const LaneChoice& choice) {
            return choice.option == option || (option == "cell" && isIn(alsoCell, choice.option));
        });
        if (own && !chosen)
            if (auto status = setOption(result, option, *own); !status)
                return status.error();
    }
    for (const LaneChoice& choice : lane.choices)
        if (choice.value)
            if (auto status = setOption(result, choice.option, *choice.value); !status)
                return Error{Sentence::tr("%1: %2", choice.option, status.error().message)};
    if (!sameShape(result, setup)) {
        result.weights = {};
        result.initialState = {};
    }
    return result;
}

Result<std::vector<Setup>> laneSetups(const Setup& setup) {
    std::vector<Setup> all;
    for (const Lane& lane : setup.lanes.others) {
        auto made = laneSetup(setup, lane);
        if (!made)
            return made.error();
        all.push_back(*std::move(made));
    }
    Setup own = setup;
    own.lanes = {};
    const std::size_t place = std::min(setup.lanes.place, all.size());
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(place), std::move(own));
    return all;
}

Lanes standardLanes(const Setup& setup) {
    constexpr std::array<std::string_view, 3> usual = {"rnn", "lstm", "gru"};
    Lanes lanes;
    for (std::size_t k = 0; k < usual.size(); ++k) {
        if (usual[k] == setup.cell)
            lanes.place = k;
        else
            lanes.others.push_back({{{"cell", std::string(usual[k])}}});
    }
    return lanes;
}

Result<Setup> withOwnLane(const Setup& setup, std::size_t lane) {
    const auto all = laneSetups(setup);
    if (!all)
        return all.error();
    return lane < all->size() ? compared(*all, lane, setup) : setup;
}

Result<Setup> withLane(const Setup& setup, const Lane& change) {
    if (setup.lanes.others.size() + 1 >= mostLanes)
        return Error{Sentence::tr("%1 networks fit side by side; take one away first", mostLanes)};
    Setup result = setup;
    result.lanes.others.push_back(change);
    if (auto made = laneSetup(setup, change); !made)
        return made.error();
    return result;
}

Result<Setup> withoutLane(const Setup& setup, std::size_t lane) {
    auto all = laneSetups(setup);
    if (!all)
        return all.error();
    if (lane >= all->size() || all->size() < 2)
        return setup;
    std::size_t own = std::min(setup.lanes.place, all->size() - 1);
    all->erase(all->begin() + static_cast<std::ptrdiff_t>(lane));
    if (own > lane || own == all->size())
        --own;
    return compared(*all, own, setup);
}

Result<Setup> withLaneChoice(const Setup& setup, std::size_t lane, std::string_view option,
                             std::optional<std::string_view> value) {
    auto all = laneSetups(setup);
    if (!all)
        return all.error();
    if (lane >= all->size())
        return setup;
    Lane change{{{std::string(option), std::nullopt}}};
    if (value)
        change.choices.front().value = *value;
    if (!isIn(choosable, option) && !isIn(alsoCell, option))
        return notChoosable(option);
    auto changed = laneSetup((*all)[lane], change);
    if (!changed)
        return changed.error();
    (*all)[lane] = *std::move(changed);
    return compared(*all, std::min(setup.lanes.place, all->size() - 1), setup);
}

std::vector<LaneDifference> laneDifferences(const std::vector<Setup>& given) {
    std::vector<Setup> lanes;
    std::ranges::transform(given, std::back_inserter(lanes), sized);
    std::vector<LaneDifference> differences;
    for (const std::string_view option : choosable) {
        LaneDifference difference{std::string(option), {}};
        for (const Setup& lane : lanes)
            difference.values.push_back(choiceOf(lane, option));
        const auto& first = difference.values.front();
        if (!std::ranges::all_of(difference.values, [&](const auto& v) { return v == first; }))
            differences.push_back(std::move(difference));
    }
    return differences;
}

}  // namespace rnnscope
