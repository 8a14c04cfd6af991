// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/plot/formula.h"
#include "core/term.h"

namespace rnnscope {

/// What a piece of the page tells of. Its number in EquationsSpots is the piece's id.
struct EquationsSpot {
    enum class Place : quint8 { Letters, Stage, Gradient, Note };
    std::size_t equation = 0;
    Place place = Place::Letters;
    /// Of a Stage: filled in (0), a function of one number (1), the result (2).
    int stage = 0;
    Wire wire = {};
    std::string parameter = {};  ///< of weights
    std::size_t block = 0;
    Index row = 0, column = 0;  ///< of a total: how many products
    std::string symbol = {};    ///< "W_if"; empty for what is not a letter
    bool number = false;
    bool total = false;     ///< a number that is a sum
    bool function = false;  ///< the name of one, and its brackets
    bool flipped = false, negated = false;
    double value = 0;
};
using EquationsSpots = std::vector<EquationsSpot>;

/// Makes boxes of terms; every piece is entered into `spots` with what `at` says of the place.
class EquationsBoxes {
  public:
    /// `dimensions`: beneath every symbol.
    EquationsBoxes(EquationsSpots& spots, const EquationsSpot& at, bool dimensions)
        : spots_(spots), at_(at), dimensions_(dimensions) {}

    FormulaBox of(const Term& term) const;
    /// Words beside an equation.
    FormulaBox note(const QString& words) const;

  private:
    int enter(const Term& term, bool number = false, double value = 0, Index row = 0,
              Index column = 0) const;
    FormulaBox symbol(const Term& term) const;
    FormulaBox number(const Term& term) const;
    FormulaBox matrix(const Term& term) const;
    FormulaBox row(const Term& term) const;

    EquationsSpots& spots_;
    EquationsSpot at_;
    bool dimensions_;
};

/// σ(a) = 1/(1 + e⁻ᵃ) and what else is used in these equations.
FormulaBox equationsLegend(const std::vector<Equation>& equations);

}  // namespace rnnscope
