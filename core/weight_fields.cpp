// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weight_fields.h"

#include <cmath>

#include "core/weight_blocks.h"

namespace rnnscope {
namespace {

using Part = WeightField::Part;

struct TensorPart {
    std::string_view start;  ///< of the tensor's name
    Part part;
    std::string_view letter;
    std::string_view index;  ///< before the gate's
};
constexpr TensorPart tensorParts[] = {
    {"weight_ih", Part::Input, "W", "i"},     {"weight_hh", Part::Recurrent, "W", "h"},
    {"bias_ih", Part::InputBias, "b", "i"},   {"bias_hh", Part::RecurrentBias, "b", "h"},
    {"weight_ch", Part::Peephole, "p", ""},   {"fc.weight", Part::Readout, "W", "fc"},
    {"fc.bias", Part::ReadoutBias, "b", "fc"}};

const TensorPart& partOf(const std::string& tensor) {
    for (const TensorPart& each : tensorParts)
        if (tensor.starts_with(each.start))
            return each;
    return tensorParts[0];
}

/// The states before the first step stand between the gates and the read-out.
void addStarts(const NetworkShape& shape, std::size_t trace, std::vector<WeightField>& fields) {
    for (const std::size_t state : shape.cell->states()) {
        const std::string id(shape.cell->quantities()[state].id);
        const std::string target = id + "0" + shape.suffix(trace);
        fields.push_back({.part = Part::Start,
                          .target = target,
                          .tensor = target,
                          .letter = id,
                          .index = "0",
                          .gate = {},
                          .quantity = state,
                          .before = {},
                          .rows = shape.hidden,
                          .columns = 1});
    }
}

}  // namespace

std::vector<WeightField> weightFields(const Snapshot& snapshot, std::size_t trace) {
    const NetworkShape& shape = snapshot.shape();
    const auto names = shape.cell->blocks();
    std::vector<WeightField> fields, readout;
    for (const WeightBlock& block : weightBlocks(shape, snapshot.parameters)) {
        if (block.trace && block.trace != trace)
            continue;
        const TensorPart& part = partOf(block.parameter);
        WeightField field{.part = part.part,
                          .target = block.target,
                          .tensor = block.parameter,
                          .letter = std::string(part.letter),
                          .index = std::string(part.index),
                          .gate = block.quantity,  // pre-activations come first, block by block
                          .quantity = {},
                          .before = block.quantity,
                          .firstRow = block.firstRow,
                          .rows = block.rows,
                          .columns = block.columns};
        if (block.quantity) {
            field.index += names[*block.quantity];
            field.quantity = shape.cell->find(names[*block.quantity]);
        }
        (block.trace ? fields : readout).push_back(std::move(field));
    }
    addStarts(shape, trace, fields);
    fields.insert(fields.end(), readout.begin(), readout.end());
    return fields;
}

bool hasReading(const Snapshot& snapshot, WeightReading reading) {
    switch (reading) {
        case WeightReading::Value:
            return true;
        case WeightReading::Gradient:
            return snapshot.backward.has_value();
        case WeightReading::Change:
            return snapshot.update > 0;
    }
    return false;
}

std::optional<Eigen::MatrixXd> numbersOf(const Snapshot& snapshot, std::size_t trace,
                                         const WeightField& field, WeightReading reading) {
    if (!hasReading(snapshot, reading))
        return std::nullopt;
    if (field.part == Part::Start) {
        if (reading == WeightReading::Change)
            return std::nullopt;
        const Trace& values = reading == WeightReading::Gradient
                                  ? snapshot.backward->gradients.traces[trace]
                                  : snapshot.record.traces[trace];
        return values.at(*field.quantity, 0);  // column 0 is before the first step
    }
    const auto rowsIn = [&](const Parameters& parameters) {
        return parameters.find(field.tensor)->value.middleRows(field.firstRow, field.rows);
    };
    switch (reading) {
        case WeightReading::Value:
            return rowsIn(snapshot.parameters);
        case WeightReading::Gradient:
            return rowsIn(snapshot.backward->gradients.parameters);
        case WeightReading::Change:
            break;
    }
    return rowsIn(snapshot.parameters) - rowsIn(snapshot.problem->parameters);
}

double largestFinite(const Eigen::MatrixXd& numbers) {
    double largest = 0;
    for (const double each : numbers.reshaped())
        if (const double size = std::abs(each); std::isfinite(size) && size > largest)
            largest = size;
    return largest;
}

}  // namespace rnnscope
