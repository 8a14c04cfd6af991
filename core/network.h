// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "core/cell.h"
#include "core/parameters.h"
#include "core/random.h"
#include "core/step.h"
#include "core/trace.h"

namespace rnnscope {

/// Where the read-out looks: at every step (many-to-many) or at the last one (many-to-one).
enum class Readout { EveryStep, LastStep };

/// Some units of a quantity kept at a value for a while, whatever their equation says.
struct Hold {
    std::size_t trace;
    std::size_t quantity;
    Index first, count;  ///< units
    Index from, to;      ///< times from 0, both included
    double value;

    bool operator==(const Hold&) const = default;
};

/// The sizes of a network. A network has layers × directions traces; trace number
/// layer · directions + direction, the forward direction first, as PyTorch orders its weights.
struct NetworkShape {
    const Cell* cell = nullptr;
    Index input = 1;   ///< I, values per step of the sequence
    Index hidden = 1;  ///< H, units per layer and direction
    Index output = 1;  ///< O, values per step of the read-out
    int layers = 1;
    bool bidirectional = false;
    Readout readout = Readout::EveryStep;
    /// Truncated backpropagation: backward passes cross no border between stretches of so many
    /// steps, counted in the order of computation. Absent: they go all the way.
    std::optional<Index> window = {};
    /// What is kept at a value, forward and backward.
    std::vector<Hold> holds = {};

    bool operator==(const NetworkShape&) const = default;

    std::size_t directions() const { return bidirectional ? 2 : 1; }
    std::size_t traces() const { return static_cast<std::size_t>(layers) * directions(); }
    std::size_t trace(int layer, bool reverse) const {
        return static_cast<std::size_t>(layer) * directions() + (reverse ? 1 : 0);
    }
    /// weight_ih, weight_hh, bias_ih, bias_hh, and weight_ch where the cell has peepholes.
    std::size_t parametersPerTrace() const { return cell->peepholes().empty() ? 4 : 5; }
    /// Values per step that a layer receives.
    Index layerInput(int layer) const {
        return layer == 0 ? input : hidden * static_cast<Index>(directions());
    }
    /// PyTorch's suffix of a trace's parameters and arrays: "_l0", "_l1_reverse".
    std::string suffix(std::size_t trace) const;
};

/// Initial state of every trace: states in the cell's order, each layers·directions × H, row k for
/// trace k. Empty means zero.
using InitialState = std::vector<Eigen::MatrixXd>;

/// All values of one forward pass.
struct Record {
    std::vector<Eigen::MatrixXd> layerInput;  ///< per layer, values per step × T
    std::vector<Trace> traces;
    Eigen::MatrixXd top;     ///< what the read-out sees: directions·H × T
    Eigen::MatrixXd output;  ///< O × T, or O × 1 with a read-out at the last step

    Index steps() const { return layerInput.front().cols(); }
};

/// Derivatives of a loss with respect to everything in a Record, and to the parameters.
struct Gradients {
    Eigen::MatrixXd output;     ///< O × T or O × 1
    Eigen::MatrixXd input;      ///< I × T
    std::vector<Trace> traces;  ///< column 0 holds ∂L/∂(initial state)
    Parameters parameters;      ///< left empty by Network::backwardStates
};

/// A recurrent network: parameters and the loops over layers, directions and time. Equations,
/// names and order of the parameters are PyTorch's.
class Network {
  public:
    /// The parameters must be those of `shape`, as parametersFor() lays them out.
    Network(const NetworkShape& shape, Parameters parameters);

    const NetworkShape& shape() const { return shape_; }
    const Parameters& parameters() const { return parameters_; }
    void setParameters(Parameters parameters);
    /// Calls change(parameters), which may give them other values.
    template <class Change>
    void change(Change change) {
        change(parameters_);
        prepare();
    }

    /// Zero parameters of the right names and shapes, in PyTorch's order; the read-out comes last.
    static Parameters parametersFor(const NetworkShape& shape);
    /// PyTorch's initialisation: every entry uniform in ±1/√H, the read-out in ±1/√(its inputs).
    static Parameters initialParameters(const NetworkShape& shape, Random& random);

    /// input is I × T, T ≥ 1. Reuses the memory of `record`.
    void forward(const Eigen::Ref<const Eigen::MatrixXd>& input, const InitialState& initial,
                 Record& record) const;
    /// Step by step, for an input that depends on the answers: begin() makes room for so many
    /// steps, and advance() computes step t from those before it and an input of I values, up to
    /// rounding as forward() does; columns after t hold anything. For one direction and a read-out
    /// at every step.
    void begin(Index steps, const InitialState& initial, Record& record) const;
    void advance(Index t, const Eigen::Ref<const Eigen::VectorXd>& input, Record& record) const;
    /// `outputGradient` is ∂L/∂output, of the output's shape. Reuses the memory of `gradients`.
    void backward(const Record& record, const Eigen::MatrixXd& outputGradient,
                  Gradients& gradients) const;
    /// The same without the parameters' gradients.
    void backwardStates(const Record& record, const Eigen::MatrixXd& outputGradient,
                        Gradients& gradients) const;

    const PreparedWeights& prepared(std::size_t trace) const { return prepared_[trace]; }
    /// What is held in the step that computes a column of a trace.
    std::vector<StepHold> heldIn(std::size_t trace, const Trace& values, Index column) const;
    /// Cell::backward of the step that computed a column, with what is held there.
    void stepBack(std::size_t trace, const Trace& values, Index column, double* previousGradient,
                  double* nowGradient) const;

  private:
    const Eigen::MatrixXd& parameter(std::size_t trace, std::size_t which) const {
        return parameters_.items[trace * shape_.parametersPerTrace() + which].value;
    }
    void prepare();
    void forwardTrace(std::size_t trace, const Eigen::MatrixXd& input, const InitialState& initial,
                      Trace& values) const;
    void startTrace(std::size_t trace, const InitialState& initial, Trace& values) const;
    void computeColumn(std::size_t trace, Trace& values, Index column) const;
    void backwardTrace(std::size_t trace, const Trace& values, Trace& gradient) const;
    void accumulateParameters(std::size_t trace, const Eigen::MatrixXd& input, const Trace& values,
                              const Trace& gradient, Parameters& parameters) const;

    NetworkShape shape_;
    Parameters parameters_;
    std::vector<PreparedWeights> prepared_;
};

}  // namespace rnnscope
