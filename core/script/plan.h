// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/experiment.h"

// What a PyTorch script is to compute, for the files that write its parts.
namespace rnnscope::script {

/// A cell that PyTorch has a module for.
struct Module {
    std::string_view cell;     ///< its id
    std::string_view name;     ///< "nn.LSTM"
    std::string_view further;  ///< arguments beside the sizes
};

/// A sequence as the network is given it, and the answer.
struct Pair {
    Eigen::MatrixXd input;   ///< I × T
    Eigen::MatrixXd target;  ///< columns as the output's
    InitialState start;      ///< empty: zeros
};

struct Plan {
    const Snapshot& snapshot;
    std::vector<Pair> sequences = {};    ///< the first is the one shown
    std::size_t batchFrom = 0;           ///< an update learns from those from here on
    std::vector<Hold> holds = {};        ///< that touch these sequences
    std::vector<std::string> lack = {};  ///< biases that the network was built without
    const Module* module = nullptr;      ///< null: a loop over time

    const NetworkShape& shape() const { return snapshot.shape(); }
    const Cell& cell() const { return *shape().cell; }
    Index longest() const;
    /// An update learns from more than the sequence that is shown.
    bool batch() const { return sequences.size() > 1; }
    bool truncated() const { return shape().window && *shape().window < longest(); }
    /// Sequences begin with different states.
    bool carried() const { return batch() && snapshot.setup.carryState; }
    bool classes() const { return snapshot.setup.loss == Loss::CrossEntropy; }
    bool lastStep() const { return shape().readout == Readout::LastStep; }
    bool clips() const { return snapshot.setup.clipping.mode != ClipMode::None; }
    /// Quantities of which something is held.
    std::vector<std::size_t> held() const;
};

/// The snapshot must outlive the plan. Errors as pytorchScript().
Result<Plan> planFor(const Snapshot& snapshot);

/// The Python that assigns the numbers: WEIGHTS, INITIAL, SEQUENCES; for a loop LAYERS, and HOLDS
/// where there are any.
std::string dataText(const Plan& plan);

}  // namespace rnnscope::script
