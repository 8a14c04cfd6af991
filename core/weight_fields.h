// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/experiment.h"

namespace rnnscope {

/// One rectangle of what a layer and direction, or the read-out, starts from or learns.
struct WeightField {
    enum class Part {
        Input,          ///< W_i…: H × inputs of the layer
        Recurrent,      ///< W_h…: H × H
        InputBias,      ///< b_i…: H × 1
        RecurrentBias,  ///< b_h…: H × 1
        Peephole,       ///< p_…: H × 1
        Start,          ///< h0, c0: H × 1
        Readout,        ///< W_fc: O × what the read-out sees
        ReadoutBias,    ///< b_fc: O × 1
    };
    Part part;
    std::string target;  ///< as edits name it
    std::string tensor;  ///< "weight_hh_l0", "fc.bias"; of an initial state, the target
    std::string letter;  ///< "W", "b", "p", "h"
    std::string index;   ///< written lowered behind it: "hf", "fc", "0"
    /// Position of the gate among the cell's blocks; absent of initial states and the read-out.
    std::optional<std::size_t> gate;
    /// The gate, candidate or state that the rows lead to or are; absent of the read-out.
    std::optional<std::size_t> quantity;
    std::optional<std::size_t> before;  ///< its pre-activation, where there is one
    Index firstRow = 0;                 ///< within the tensor
    Index rows = 0, columns = 0;

    bool operator==(const WeightField&) const = default;
};

/// Of one layer and direction: tensor by tensor and gate by gate, the initial states, and the
/// read-out.
std::vector<WeightField> weightFields(const Snapshot& snapshot, std::size_t trace);

/// What is read of the numbers.
enum class WeightReading {
    Value,
    Gradient,  ///< ∂L/∂, before clipping
    Change,    ///< since update 0, with what was edited there
};
/// Whether a pass has it: a gradient needs a target, a change an update.
bool hasReading(const Snapshot& snapshot, WeightReading reading);
/// rows × columns. Nothing where the pass lacks it, or of an initial state's change.
std::optional<Eigen::MatrixXd> numbersOf(const Snapshot& snapshot, std::size_t trace,
                                         const WeightField& field, WeightReading reading);

/// The largest absolute value, of what is finite; 0 where nothing is.
double largestFinite(const Eigen::MatrixXd& numbers);

}  // namespace rnnscope
