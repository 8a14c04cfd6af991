// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights_report.h"

#include <algorithm>
#include <cassert>

#include "core/weights.h"

namespace rnnscope {
namespace {

/// The metadata's key; its value is a cell's id.
const std::string cellKey = "cell";

/// Arrays that were made rather than read have no bytes, and say nothing.
SafetensorsHeader headerOf(const ArrayFile& weights) {
    if (!weights.bytes)
        return {};
    auto header = parseSafetensorsHeader(*weights.bytes, weights.file);
    return header ? *std::move(header) : SafetensorsHeader{};
}

/// Other programs' words are none of ours.
const Cell* cellOf(const SafetensorsHeader& header) {
    const auto found = header.metadata.find(cellKey);
    return found == header.metadata.end() ? nullptr : findCell(found->second);
}

std::string counted(Index count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

const Cell* namedCell(const ArrayFile& weights) {
    return cellOf(headerOf(weights));
}

Result<StateDict> givenWeights(const ArrayFile& weights, const Cell& preferred) {
    assert(weights.arrays);
    return readStateDict(*weights.arrays, preferred, weights.file, namedCell(weights));
}

Result<WeightsReport> weightsReport(const ArrayFile& weights, const Cell& preferred) {
    assert(weights.arrays);
    const SafetensorsHeader header = headerOf(weights);
    const Cell* named = cellOf(header);
    auto dict = readStateDict(*weights.arrays, preferred, weights.file, named);
    if (!dict)
        return dict.error();
    WeightsReport report;
    report.shape = dict->shape;
    report.cellNamed = named != nullptr;
    report.prefix = dict->prefix;
    report.readout = dict->readout;
    const auto add = [&](std::size_t tensor, const std::string& name, const std::string& why) {
        const Array& array = (*weights.arrays)[tensor];
        report.rows.push_back({array.name, array.shape,
                               tensor < header.types.size() ? header.types[tensor] : "F64", name,
                               why});
    };
    report.rows.reserve(dict->taken.size() + dict->unused.size());
    for (const StateDict::Taken& each : dict->taken)
        add(each.tensor, each.name, {});
    for (const StateDict::Unused& each : dict->unused)
        add(each.tensor, {}, each.why);
    for (const Parameter& item : dict->parameters.items)
        if (item.absent)
            report.absent.push_back(item.name);
    return report;
}

std::string describe(const WeightsReport& report) {
    const NetworkShape& shape = report.shape;
    std::string text = "cell " + std::string(shape.cell->id()) + ", " +
                       counted(shape.layers, "layer") +
                       (shape.bidirectional ? ", both directions" : "") + ", hidden " +
                       std::to_string(shape.hidden) + ", " + counted(shape.input, "input");
    if (shape.output > 0)
        text += ", " + counted(shape.output, "output");
    const auto unused = std::find_if(report.rows.begin(), report.rows.end(),
                                     [](const auto& row) { return row.name.empty(); });
    text += "; " + counted(unused - report.rows.begin(), "tensor");
    if (!report.prefix.empty())
        text += ", prefix '" + report.prefix + "' removed";
    text += report.readout.empty() ? "; no read-out" : "; read-out '" + report.readout + "'";
    for (auto row = unused; row != report.rows.end(); ++row)
        text +=
            (row == unused ? "; left unused: " : ", ") + row->tensor + " " + shapeText(row->shape);
    return text;
}

Done saveWeights(const std::filesystem::path& file, const Parameters& parameters,
                 const Cell& cell) {
    return writeSafetensors(file, toArrays(parameters), {{cellKey, std::string(cell.id())}});
}

}  // namespace rnnscope
