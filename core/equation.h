// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
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
        Function,    ///< `symbol` of parts[0]: σ, tanh, max(0, ·)
    };
    Kind kind;
    std::string symbol = {};     ///< "f", "W", "tanh"
    std::string subscript = {};  ///< "t", "t−1", "hf"
    Wire wire = {};  ///< of a Value; elsewhere of what the part computes, where that has a name
    std::string parameter =
        {};  ///< of Weights and Bias: the tensor's name without its layer, "weight_hh"
    std::size_t block = 0;  ///< rows of it: block · H and the H − 1 after them
    std::vector<Expression> parts = {};
};

/// quantity_t = expression
struct Equation {
    std::size_t quantity;
    Expression expression;
};

/// One for each gate, candidate and state, in the order of computation; what lies between is
/// written out. As in PyTorch's documentation.
std::vector<Equation> equationsOf(const Cell& cell);

enum class Notation { Plain, Latex };

/// "f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)"
std::string written(const Equation& equation, const Cell& cell, Notation notation);

/// Numbers for the equations of one step of one trace, unit by unit.
class StepNumbers {
  public:
    /// `column` as in Trace, from 1. The network and the record must outlive this.
    StepNumbers(const Network& network, const Record& record, std::size_t trace, Index column);

    /// One unit of a part, which is a vector of H values.
    double value(const Expression& part, Index unit) const;
    /// The factors of one unit of a Matrix: each weight and what it multiplies.
    std::vector<std::pair<double, double>> factors(const Expression& matrix, Index unit) const;
    /// "f_t = σ(0.31 + 0.1 − 0.71 + 0.05) = σ(−0.25) = 0.44" of one unit; a Matrix of up to
    /// `mostFactors` columns is written out, of more it is the sum.
    std::string written(const Equation& equation, Index unit, Notation notation,
                        const std::function<std::string(double)>& number,
                        Index mostFactors = 4) const;

  private:
    const Eigen::MatrixXd& tensor(const Expression& part) const;
    std::string numbers(const Expression& part, Index unit, Notation notation,
                        const std::function<std::string(double)>& number, Index mostFactors) const;

    const Network* network_;
    const Trace* values_;
    std::size_t trace_;
    Index column_;
    Eigen::VectorXd input_;
};

}  // namespace rnnscope
