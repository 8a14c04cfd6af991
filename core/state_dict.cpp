// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state_dict.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr std::array<std::string_view, 5> kinds{"weight_ih", "weight_hh", "bias_ih", "bias_hh",
                                                "weight_ch"};

/// "lstm.weight_hh_l1_reverse" → prefix "lstm.", kind 1, layer 1, reverse.
struct RecurrentName {
    std::string prefix;
    std::size_t kind;
    int layer;
    bool reverse;
};

std::optional<RecurrentName> parseName(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::size_t start = dot == std::string_view::npos ? 0 : dot + 1;
    std::string_view rest = name.substr(start);
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (!rest.starts_with(kinds[kind]))
            continue;
        std::string_view tail = rest.substr(kinds[kind].size());
        const bool reverse = tail.ends_with("_reverse");
        if (reverse)
            tail.remove_suffix(std::string_view("_reverse").size());
        if (!tail.starts_with("_l") || tail.size() < 3 || tail.size() > 5)
            return std::nullopt;
        if (tail.size() > 3 && tail[2] == '0')
            return std::nullopt;
        int layer = 0;
        for (const char digit : tail.substr(2)) {
            if (!std::isdigit(static_cast<unsigned char>(digit)))
                return std::nullopt;
            layer = layer * 10 + (digit - '0');
        }
        return RecurrentName{std::string(name.substr(0, start)), kind, layer, reverse};
    }
    return std::nullopt;
}

std::string neededShape(Index rows, Index columns, bool bias) {
    return "(" + std::to_string(rows) + (bias ? "" : ", " + std::to_string(columns)) + ")";
}

bool hasShape(const Array& array, Index rows, Index columns, bool bias) {
    if (bias)
        return array.shape == std::vector<std::size_t>{static_cast<std::size_t>(rows)};
    return array.shape == std::vector<std::size_t>{static_cast<std::size_t>(rows),
                                                   static_cast<std::size_t>(columns)};
}

/// The tensors, sorted into recurrent ones by their place and others.
struct Sorted {
    std::string prefix;
    std::map<std::tuple<int, bool, std::size_t>, const Array*> recurrent;
    std::vector<const Array*> others;
};

Result<Sorted> sortTensors(std::span<const Array> tensors, const std::string& file) {
    Sorted sorted;
    std::optional<std::string> prefix;
    for (const Array& tensor : tensors) {
        const auto name = parseName(tensor.name);
        if (!name) {
            if (tensor.name.find("weight_hr_l") != std::string::npos)
                return Error{Sentence::tr("tensor '%1' is a projection of the hidden state; only "
                                          "networks without proj_size can be shown",
                                          tensor.name),
                             file};
            sorted.others.push_back(&tensor);
            continue;
        }
        if (prefix && *prefix != name->prefix)
            return Error{Sentence::tr("holds two recurrent modules, '%1' and '%2'; one is needed",
                                      *prefix, name->prefix),
                         file};
        prefix = name->prefix;
        sorted.recurrent[{name->layer, name->reverse, name->kind}] = &tensor;
    }
    if (!sorted.recurrent.contains({0, false, 0}) || !sorted.recurrent.contains({0, false, 1}))
        return Error{Sentence::tr("holds no tensors weight_ih_l0 and weight_hh_l0; the weights of "
                                  "a PyTorch RNN, LSTM or GRU are needed"),
                     file};
    sorted.prefix = *std::move(prefix);
    return sorted;
}

const Cell* cellWith(std::size_t blocks, bool peepholes, const Cell& preferred) {
    const auto fits = [&](const Cell* cell) {
        return cell->blocks().size() == blocks && cell->peepholes().empty() == !peepholes;
    };
    if (fits(&preferred))
        return &preferred;
    const auto found = std::find_if(cells().begin(), cells().end(), fits);
    return found == cells().end() ? nullptr : *found;
}

Result<NetworkShape> shapeOf(const Sorted& sorted, const Cell& preferred, const Cell* named,
                             const std::string& file) {
    const Array& ih = *sorted.recurrent.at({0, false, 0});
    const Array& hh = *sorted.recurrent.at({0, false, 1});
    if (hh.shape.size() != 2 || ih.shape.size() != 2 || hh.shape[1] == 0 || ih.shape[1] == 0 ||
        hh.shape[0] % hh.shape[1] != 0)
        return Error{Sentence::tr("tensor '%1' has shape %2 and '%3' %4; (gates x hidden, hidden) "
                                  "and (gates x hidden, input) are needed",
                                  hh.name, shapeText(hh.shape), ih.name, shapeText(ih.shape)),
                     file};
    NetworkShape shape;
    shape.hidden = static_cast<Index>(hh.shape[1]);
    shape.input = static_cast<Index>(ih.shape[1]);
    shape.output = 0;
    const std::size_t blocks = hh.shape[0] / hh.shape[1];
    const bool peepholes = sorted.recurrent.contains({0, false, 4});
    if (named && cellWith(blocks, peepholes, *named) != named) {
        const std::size_t its = named->blocks().size();
        return Error{Sentence::tr("its metadata says that it is of cell %1, which has %2, but '%3' "
                                  "has %4; save the weights again with the right one, or without",
                                  named->id(),
                                  named->peepholes().empty()
                                      ? Sentence::tr("%1 blocks of rows", its)
                                      : Sentence::tr("%1 blocks of rows and weight_ch", its),
                                  hh.name,
                                  peepholes ? Sentence::tr("%1 and a weight_ch beside it", blocks)
                                            : std::to_string(blocks)),
                     file};
    }
    shape.cell = named ? named : cellWith(blocks, peepholes, preferred);
    if (!shape.cell)
        return Error{Sentence::tr("tensor '%1' has %2 times as many rows as columns; 1 (rnn), 2 "
                                  "(ugrnn), 3 (gru) or 4 (lstm) are known",
                                  hh.name, blocks),
                     file};
    for (const auto& [place, tensor] : sorted.recurrent) {
        shape.layers = std::max(shape.layers, std::get<0>(place) + 1);
        shape.bidirectional = shape.bidirectional || std::get<1>(place);
    }
    return shape;
}

/// A 2-D `….weight` with a 1-D `….bias`.
struct Pair {
    const Array* weight = nullptr;
    const Array* bias = nullptr;

    /// "head" of "head.weight".
    std::string module() const {
        std::string stem = weight->name.substr(0, weight->name.size() - 6);
        if (stem.ends_with('.'))
            stem.pop_back();
        return stem;
    }
};

std::vector<Pair> pairsAmong(const std::vector<const Array*>& others) {
    std::vector<Pair> pairs;
    for (const Array* weight : others) {
        if (!weight->name.ends_with("weight") || weight->shape.size() != 2)
            continue;
        const std::string stem = weight->name.substr(0, weight->name.size() - 6);
        for (const Array* bias : others)
            if (bias->name == stem + "bias" && bias->shape.size() == 1)
                pairs.push_back({weight, bias});
    }
    return pairs;
}

/// The read-out among the tensors that are not recurrent; null where there is none.
Result<Pair> findReadout(const Sorted& sorted, const NetworkShape& shape, const std::string& file) {
    const auto pairs = pairsAmong(sorted.others);
    if (pairs.size() < 2)
        return pairs.empty() ? Pair{} : pairs.front();
    const auto top = static_cast<std::size_t>(shape.hidden) * shape.directions();
    std::vector<Pair> fitting;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(fitting), [&](const Pair& pair) {
        return pair.weight->shape[1] == top && pair.bias->shape[0] == pair.weight->shape[0];
    });
    if (fitting.size() == 1)
        return fitting.front();
    const auto& doubtful = fitting.empty() ? pairs : fitting;
    return Error{Sentence::tr("both '%1' and '%2' could be the read-out; one that reads the last "
                              "layer's %3 values is needed",
                              doubtful[0].weight->name, doubtful[1].weight->name, top),
                 file};
}

/// Why a tensor beside the recurrent ones is not the read-out's.
std::string whyUnused(const Array& tensor, const Sorted& sorted, const Pair& readout) {
    for (const Pair& pair : pairsAmong(sorted.others))
        if (&tensor == pair.weight || &tensor == pair.bias)
            return Sentence::tr("the read-out is '%1', which reads the last layer",
                                readout.module());
    if (tensor.name.ends_with("weight") && tensor.shape.size() == 2)
        return Sentence::tr("a read-out would have a bias beside it");
    return Sentence::tr("belongs neither to a recurrent layer nor to a read-out");
}

}  // namespace

std::string shapeText(const std::vector<std::size_t>& shape) {
    std::string text = "(";
    for (std::size_t k = 0; k < shape.size(); ++k)
        text += (k > 0 ? ", " : "") + std::to_string(shape[k]);
    return text + ")";
}

bool haveSameTensors(const Cell& a, const Cell& b) {
    return a.blocks().size() == b.blocks().size() && a.peepholes().size() == b.peepholes().size();
}

Result<StateDict> readStateDict(std::span<const Array> tensors, const Cell& preferred,
                                const std::string& file, const Cell* named) {
    auto sorted = sortTensors(tensors, file);
    if (!sorted)
        return sorted.error();
    auto shape = shapeOf(*sorted, preferred, named, file);
    if (!shape)
        return shape.error();
    const auto readout = findReadout(*sorted, *shape, file);
    if (!readout)
        return readout.error();
    if (readout->weight)
        shape->output = static_cast<Index>(readout->weight->shape[0]);

    StateDict result{*shape, {}, sorted->prefix, {}, {}, {}};
    const auto take = [&](const Array& tensor, Parameter& item) {
        item.value = tensor.toMatrix();
        result.taken.push_back({static_cast<std::size_t>(&tensor - tensors.data()), item.name});
    };
    if (shape->hidden > 4096 || shape->layers > 64)
        return Error{
            Sentence::tr(
                "holds %1 layers of %2 units; at most 64 layers of 4096 units can be shown",
                shape->layers, shape->hidden),
            file};
    NetworkShape laidOut = *shape;
    laidOut.output = std::max<Index>(shape->output, 1);
    result.parameters = Network::parametersFor(laidOut);

    for (std::size_t k = 0; k + 2 < result.parameters.items.size(); ++k) {
        Parameter& item = result.parameters.items[k];
        const std::size_t perTrace = shape->parametersPerTrace(), trace = k / perTrace;
        const auto place = std::tuple(static_cast<int>(trace / shape->directions()),
                                      trace % shape->directions() == 1, k % perTrace);
        const auto tensor = sorted->recurrent.find(place);
        if (tensor == sorted->recurrent.end()) {
            if (item.bias) {
                item.absent = true;
                continue;
            }
            return Error{
                Sentence::tr("has no tensor '%1', though other layers and directions call for it",
                             item.name),
                file};
        }
        if (!hasShape(*tensor->second, item.value.rows(), item.value.cols(), item.bias))
            return Error{Sentence::tr("tensor '%1' has shape %2; beside the others it would be %3",
                                      tensor->second->name, shapeText(tensor->second->shape),
                                      neededShape(item.value.rows(), item.value.cols(), item.bias)),
                         file};
        take(*tensor->second, item);
    }
    for (const Array* other : sorted->others)
        if (other != readout->weight && other != readout->bias)
            result.unused.push_back({static_cast<std::size_t>(other - tensors.data()),
                                     whyUnused(*other, *sorted, *readout)});
    if (!readout->weight) {
        result.parameters.items.resize(result.parameters.items.size() - 2);
        return result;
    }
    result.readout = readout->module();
    const Array* pair[] = {readout->weight, readout->bias};
    for (std::size_t k = 0; k < 2; ++k) {
        Parameter& item = *(result.parameters.items.end() - 2 + static_cast<std::ptrdiff_t>(k));
        if (!hasShape(*pair[k], item.value.rows(), item.value.cols(), item.bias))
            return Error{
                Sentence::tr(
                    "read-out '%1' has shape %2; beside the recurrent layers it would be %3",
                    pair[k]->name, shapeText(pair[k]->shape),
                    neededShape(item.value.rows(), item.value.cols(), item.bias)),
                file};
        take(*pair[k], item);
    }
    return result;
}

std::vector<Array> toArrays(const Parameters& parameters, const std::string& prefix) {
    std::vector<Array> arrays;
    for (const Parameter& item : parameters.items)
        if (!item.absent)
            arrays.push_back(item.bias ? Array::vector(prefix + item.name, item.value.col(0))
                                       : Array::matrix(prefix + item.name, item.value));
    return arrays;
}

}  // namespace rnnscope
