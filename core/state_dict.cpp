// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state_dict.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>

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

std::string shapeText(const Array& array) {
    std::string text = "(";
    for (std::size_t k = 0; k < array.shape.size(); ++k)
        text += (k ? ", " : "") + std::to_string(array.shape[k]);
    return text + ")";
}

std::string shapeText(Index rows, Index columns, bool bias) {
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
                return Error{"tensor '" + tensor.name +
                                 "' is a projection of the hidden state; only networks without "
                                 "proj_size can be shown",
                             file};
            sorted.others.push_back(&tensor);
            continue;
        }
        if (prefix && *prefix != name->prefix)
            return Error{"holds two recurrent modules, '" + *prefix + "' and '" + name->prefix +
                             "'; one is needed",
                         file};
        prefix = name->prefix;
        sorted.recurrent[{name->layer, name->reverse, name->kind}] = &tensor;
    }
    if (!sorted.recurrent.contains({0, false, 0}) || !sorted.recurrent.contains({0, false, 1}))
        return Error{
            "holds no tensors weight_ih_l0 and weight_hh_l0; the weights of a PyTorch RNN, "
            "LSTM or GRU are needed",
            file};
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

Result<NetworkShape> shapeOf(const Sorted& sorted, const Cell& preferred, const std::string& file) {
    const Array& ih = *sorted.recurrent.at({0, false, 0});
    const Array& hh = *sorted.recurrent.at({0, false, 1});
    if (hh.shape.size() != 2 || ih.shape.size() != 2 || hh.shape[1] == 0 || ih.shape[1] == 0 ||
        hh.shape[0] % hh.shape[1] != 0)
        return Error{"tensor '" + hh.name + "' has shape " + shapeText(hh) + " and '" + ih.name +
                         "' " + shapeText(ih) +
                         "; (gates x hidden, hidden) and (gates x hidden, "
                         "input) are needed",
                     file};
    NetworkShape shape;
    shape.hidden = static_cast<Index>(hh.shape[1]);
    shape.input = static_cast<Index>(ih.shape[1]);
    shape.output = 0;
    const std::size_t blocks = hh.shape[0] / hh.shape[1];
    shape.cell = cellWith(blocks, sorted.recurrent.contains({0, false, 4}), preferred);
    if (!shape.cell)
        return Error{"tensor '" + hh.name + "' has " + std::to_string(blocks) +
                         " times as many rows as columns; 1 (rnn), 2 (ugrnn), 3 (gru) or 4 (lstm) "
                         "are known",
                     file};
    for (const auto& [place, tensor] : sorted.recurrent) {
        shape.layers = std::max(shape.layers, std::get<0>(place) + 1);
        shape.bidirectional = shape.bidirectional || std::get<1>(place);
    }
    return shape;
}

/// The read-out's weight and bias among the tensors that are not recurrent; null where none.
Result<std::pair<const Array*, const Array*>> findReadout(const Sorted& sorted,
                                                          const std::string& file) {
    std::pair<const Array*, const Array*> readout{nullptr, nullptr};
    for (const Array* weight : sorted.others) {
        if (!weight->name.ends_with("weight") || weight->shape.size() != 2)
            continue;
        const std::string stem = weight->name.substr(0, weight->name.size() - 6);
        for (const Array* bias : sorted.others)
            if (bias->name == stem + "bias" && bias->shape.size() == 1) {
                if (readout.first)
                    return Error{"both '" + readout.first->name + "' and '" + weight->name +
                                     "' could be the read-out; one pair of a weight and a bias is "
                                     "needed beside the recurrent ones",
                                 file};
                readout = {weight, bias};
            }
    }
    for (const Array* other : sorted.others)
        if (other != readout.first && other != readout.second)
            return Error{"tensor '" + other->name + "' " + shapeText(*other) +
                             " belongs neither to a recurrent layer nor to a read-out; only those "
                             "are understood",
                         file};
    return readout;
}

}  // namespace

Result<StateDict> readStateDict(std::span<const Array> tensors, const Cell& preferred,
                                const std::string& file) {
    auto sorted = sortTensors(tensors, file);
    if (!sorted)
        return sorted.error();
    auto shape = shapeOf(*sorted, preferred, file);
    if (!shape)
        return shape.error();
    const auto readout = findReadout(*sorted, file);
    if (!readout)
        return readout.error();
    if (readout->first)
        shape->output = static_cast<Index>(readout->first->shape[0]);

    StateDict result{*shape, {}};
    if (shape->hidden > 4096 || shape->layers > 64)
        return Error{"holds " + std::to_string(shape->layers) + " layers of " +
                         std::to_string(shape->hidden) +
                         " units; at most 64 layers of 4096 units can be shown",
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
            return Error{"has no tensor '" + item.name +
                             "', though other layers and directions "
                             "call for it",
                         file};
        }
        if (!hasShape(*tensor->second, item.value.rows(), item.value.cols(), item.bias))
            return Error{"tensor '" + tensor->second->name + "' has shape " +
                             shapeText(*tensor->second) + "; beside the others it would be " +
                             shapeText(item.value.rows(), item.value.cols(), item.bias),
                         file};
        item.value = tensor->second->toMatrix();
    }
    if (!readout->first) {
        result.parameters.items.resize(result.parameters.items.size() - 2);
        return result;
    }
    const Array* pair[] = {readout->first, readout->second};
    for (std::size_t k = 0; k < 2; ++k) {
        Parameter& item = *(result.parameters.items.end() - 2 + static_cast<std::ptrdiff_t>(k));
        if (!hasShape(*pair[k], item.value.rows(), item.value.cols(), item.bias))
            return Error{"read-out '" + pair[k]->name + "' has shape " + shapeText(*pair[k]) +
                             "; beside the recurrent layers it would be " +
                             shapeText(item.value.rows(), item.value.cols(), item.bias),
                         file};
        item.value = pair[k]->toMatrix();
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
