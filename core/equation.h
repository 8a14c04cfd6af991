// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// A part of a cell's equations, made from its operations.
struct Expression {
    enum class Kind {
        Value,       ///< a quantity, in this step or before it; H values
        Input,       ///< x_t, I values
        Weights,     ///< a matrix, or a vector of peepholes
        Bias,        ///< a vector of biases
        Matrix,      ///< parts[0] times parts[1], a matrix and a vector
        Product,     ///< unit by unit
        Sum,         ///< of all parts
        Complement,  ///< 1 − parts[0]
        Negative,    ///< −parts[0]
        Function,    ///< `symbol` of parts[0]: σ, tanh, max(0, ·)
    };
    Kind kind;
    std::string symbol = {};     ///< "f", "W", "tanh"
    std::string subscript = {};  ///< "t", "t−1", "hf"
    Wire wire = {};  ///< of a Value; elsewhere of what the part computes, where that has a name
    std::string parameter =
        {};  ///< of Weights and Bias: the tensor's name without its layer, "weight_hh"
    std::size_t block = 0;  ///< rows of it: block · H and the H − 1 after them
    /// The gate z̃ = 1 − z written in place of z: `wire` is z, the value 1 less what it holds.
    bool flipped = false;
    std::vector<Expression> parts = {};
};

/// quantity_t = expression
struct Equation {
    std::size_t quantity;
    Expression expression;
    bool flipped = false;  ///< of 1 − quantity, as in Expression
};

/// One for each gate, candidate and state, in the order of computation; what lies between is
/// written out. As in PyTorch's documentation.
std::vector<Equation> equationsOf(const Cell& cell);

/// Rows × columns of what a part stands for; vectors have one column.
struct Dimensions {
    Index rows = 0, columns = 0;

    bool operator==(const Dimensions&) const = default;
};
Dimensions dimensionsOf(const Expression& part, const NetworkShape& shape, std::size_t trace);

/// The names of all that an expression computes on the way and of itself, where they have one.
std::vector<Wire> computedIn(const Equation& equation);
/// The quantities, of this step or before it, that an equation takes; without doubles.
std::vector<Wire> takenBy(const Equation& equation);

/// Numbers for the equations of one step of one trace, unit by unit.
class StepNumbers {
  public:
    /// `column` as in Trace, from 1. The network and the record must outlive this.
    StepNumbers(const Network& network, const Record& record, std::size_t trace, Index column);

    const Cell& cell() const { return *network_->shape().cell; }
    const NetworkShape& shape() const { return network_->shape(); }
    std::size_t trace() const { return trace_; }
    Dimensions dimensions(const Expression& part) const {
        return dimensionsOf(part, network_->shape(), trace_);
    }

    /// One unit of a part, which is a vector of H values; of the input, one of its values.
    double value(const Expression& part, Index unit) const;
    /// What stands on the left of an equation.
    double result(const Equation& equation, Index unit) const;
    /// ∂L/∂ of what stands on the left; `gradients` is the backward record of the same pass.
    double gradient(const Equation& equation, const Gradients& gradients, Index unit) const;
    /// One weight of a matrix.
    double weight(const Expression& weights, Index row, Index column) const;
    /// The factors of one unit of a Matrix: each weight and what it multiplies.
    std::vector<std::pair<double, double>> factors(const Expression& matrix, Index unit) const;

  private:
    const Eigen::MatrixXd& tensor(const Expression& part) const;

    const Network* network_;
    const Trace* values_;
    std::size_t trace_;
    Index column_;
    Eigen::VectorXd input_;
};

}  // namespace rnnscope
