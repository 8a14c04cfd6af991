// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/setup.h"
#include "core/state_dict.h"

namespace rnnscope {

/// How a file of weights was understood: what was taken as what, and what network follows.
struct WeightsReport {
    struct Row {
        std::string tensor;              ///< its name in the file
        std::vector<std::size_t> shape;  ///< as in the file
        std::string type;                ///< as in the file; all become double
        std::string name;                ///< the network's; empty where it is left unused
        std::string why;                 ///< it is left unused
    };

    NetworkShape shape;  ///< cell, layers, directions and sizes; `output` is 0 without a read-out
    bool cellNamed = false;  ///< the file says its cell; otherwise shapes and choice tell it
    std::string prefix;      ///< taken off the recurrent tensors' names; may be empty
    std::string readout;     ///< the read-out's module; empty where there is none
    std::vector<Row> rows;   ///< those taken in the network's order, then those left unused
    std::vector<std::string> absent;  ///< biases that the network has none of
};

/// The cell that a file of weights says it is of; null where it says none that is known here.
const Cell* namedCell(const ArrayFile& weights);

/// The weights of a setup, whose file must have been read. The cell that the file names wins over
/// `preferred`; see readStateDict().
Result<StateDict> givenWeights(const ArrayFile& weights, const Cell& preferred);
Result<WeightsReport> weightsReport(const ArrayFile& weights, const Cell& preferred);

/// "cell lstm, 2 layers, hidden 16, 3 inputs, 1 output; 10 tensors, prefix 'lstm.' removed;
/// read-out 'head'; left unused: norm.weight (16)": one line.
std::string describe(const WeightsReport& report);

/// Writes parameters as a safetensors file, F64, under PyTorch's names and with the cell's id in
/// its metadata, so that they come back as the same network. Atomically.
Done saveWeights(const std::filesystem::path& file, const Parameters& parameters, const Cell& cell);

}  // namespace rnnscope
