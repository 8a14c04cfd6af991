// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <functional>
#include <string>
#include <vector>

#include "core/equation.h"

namespace rnnscope {

/// A piece of an equation as it is written, with letters or with numbers: the same for the screen,
/// for LaTeX and for plain text.
struct Term {
    enum class Kind {
        Symbol,    ///< f_t, W_if
        Number,    ///< of a step or of the weights
        Constant,  ///< a number that belongs to the equation, `symbol`: 1
        Total,     ///< a number that is the sum of `count` products
        Sign,   ///< `symbol` between two parts: + − = ∘ ·; empty: a matrix stands before what
                ///< it multiplies
        Minus,  ///< a sign before what follows
        Row,    ///< parts, one after the other
        Group,  ///< parts in round brackets
        Function,    ///< `symbol` with parts in round brackets
        Matrix,      ///< numbers in square brackets
        Derivative,  ///< ∂L/∂parts[0]
    };
    Kind kind;
    std::string symbol = {};
    std::string subscript = {};
    bool flipped = false;  ///< of 1 − what `wire` holds; a symbol has a tilde then
    bool negated = false;  ///< of −what `wire` holds
    Dimensions size = {};  ///< of a Symbol, or of the whole of which a Matrix shows a part

    double value = 0;
    bool bare = false;  ///< without its sign, which stands before it
    Index count = 0;

    /// Rows and columns that a Matrix shows; −1 for those left out between.
    std::vector<Index> rows = {}, columns = {};
    Eigen::MatrixXd values = {};  ///< rows × columns shown; 0 where left out

    /// What the piece tells of: a quantity, an inner value, or weights by their tensor and block.
    Wire wire = {};
    std::string parameter = {};
    std::size_t block = 0;
    Index row = 0, column = 0;  ///< of a single number within that
    std::vector<Term> parts = {};
};

/// Which of `count` places are shown where no more than `most` may be, at least 3: the first ones,
/// −1, and the last.
std::vector<Index> shownOf(Index count, Index most);

/// "f_t" and what it is equal to. `shape` gives the dimensions of every symbol.
Term leftOf(const Equation& equation, const NetworkShape& shape, std::size_t trace);
Term rightOf(const Equation& equation, const NetworkShape& shape, std::size_t trace);
/// ∂L/∂ of the left side.
Term derivativeOf(const Equation& equation, const NetworkShape& shape, std::size_t trace);

/// The right side with numbers, in stages that are equal to each other: every product of up to
/// `mostFactors` written out, of more their sum; the sum within a function as one number; the
/// result. Of one unit.
std::vector<Term> unitStages(const Equation& equation, const StepNumbers& numbers, Index unit,
                             Index mostFactors = 4);
/// The same of the whole layer, in matrices and vectors of which up to `most` rows and columns are
/// shown.
std::vector<Term> layerStages(const Equation& equation, const StepNumbers& numbers, Index most = 8);
Term unitNumber(double value, Wire wire, Index unit);
/// A vector of H numbers.
Term vectorOf(const std::function<double(Index)>& value, Index count, Index most, Wire wire);

enum class Notation { Plain, Latex };
using NumberText = std::function<std::string(double)>;

/// Numbers as `number` writes them; one for which it writes "1.2e5" or the like is up to it. Where
/// there are no numbers it may be empty. `dimensions`: under the symbols, in LaTeX alone.
std::string written(const Term& term, Notation notation, const NumberText& number = {},
                    bool dimensions = false);
/// "f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)"
std::string written(const Equation& equation, const Cell& cell, Notation notation);
/// "f_t = σ(0.31 + 0.1 − 0.71 + 0.05) = σ(−0.25) = 0.44" of one unit.
std::string written(const Equation& equation, const StepNumbers& numbers, Index unit,
                    Notation notation, const NumberText& number, Index mostFactors = 4);

}  // namespace rnnscope
