// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/term.h"

namespace rnnscope {
namespace {

using Kind = Term::Kind;

/// Letters that LaTeX has a name for.
std::string latexLetter(const std::string& text) {
    if (text == "t−1")
        return "t-1";
    return text;
}

class Text {
  public:
    Text(Notation notation, const NumberText& number, bool dimensions)
        : latex_(notation == Notation::Latex), number_(number), dimensions_(dimensions) {}

    std::string of(const Term& term) const {
        switch (term.kind) {
            case Kind::Symbol:
                return symbol(term);
            case Kind::Number:
            case Kind::Total:
                return number_(term.bare ? std::abs(term.value) : term.value);
            case Kind::Constant:
                return term.symbol;
            case Kind::Sign:
                return sign(term.symbol);
            case Kind::Minus:
                return latex_ ? "-" : "−";
            case Kind::Row:
                return row(term);
            case Kind::Group:
                return bracketed(term);
            case Kind::Function:
                return function(term.symbol) + bracketed(term);
            case Kind::Matrix:
                return matrix(term);
            case Kind::Derivative:
                return latex_ ? "\\frac{\\partial L}{\\partial " + bare(term.parts[0]) + "}"
                              : "∂L/∂" + bare(term.parts[0]);
        }
        return {};
    }

  private:
    std::string symbol(const Term& term) const {
        if (latex_ && dimensions_) {
            const std::string columns = std::to_string(term.size.columns);
            const bool vector = term.size.columns == 1 && term.parameter != "weight_ih" &&
                                term.parameter != "weight_hh";
            return "\\underset{" + std::to_string(term.size.rows) +
                   (vector ? "" : " \\times " + columns) + "}{" + bare(term) + "}";
        }
        return bare(term);
    }

    std::string bare(const Term& term) const {
        if (latex_)
            return (term.flipped ? "\\tilde{" + term.symbol + "}" : term.symbol) + "_{" +
                   latexLetter(term.subscript) + "}";
        const std::string base = term.symbol + (term.flipped ? "\u0303" : "");
        return base + (term.subscript == "t−1" ? "_{t−1}" : "_" + term.subscript);
    }

    std::string sign(const std::string& text) const {
        if (text.empty())
            return " ";
        if (!latex_)
            return " " + text + " ";
        return text == "∘"   ? " \\circ "
               : text == "·" ? " \\cdot "
               : text == "−" ? " - "
                             : " " + text + " ";
    }

    std::string function(const std::string& name) const {
        if (!latex_)
            return name;
        return name == "σ" ? "\\sigma" : name == "tanh" ? "\\tanh" : "\\operatorname{" + name + "}";
    }

    std::string row(const Term& term) const {
        std::string text;
        for (const Term& each : term.parts)
            text += of(each);
        return text;
    }

    std::string bracketed(const Term& term) const {
        const bool grows = latex_ && (term.kind == Kind::Function || holdsMatrix(term));
        return (grows ? "\\left(" : "(") + of(term.parts[0]) + (grows ? "\\right)" : ")");
    }

    static bool holdsMatrix(const Term& term) {
        if (term.kind == Kind::Matrix)
            return true;
        for (const Term& each : term.parts)
            if (holdsMatrix(each))
                return true;
        return false;
    }

    std::string matrix(const Term& term) const {
        std::string text = latex_ ? "\\begin{bmatrix} " : "[";
        for (std::size_t i = 0; i < term.rows.size(); ++i) {
            if (i)
                text += latex_ ? " \\\\ " : "; ";
            for (std::size_t j = 0; j < term.columns.size(); ++j) {
                if (j)
                    text += latex_ ? " & " : ", ";
                text += entry(term, i, j);
            }
        }
        return text + (latex_ ? " \\end{bmatrix}" : "]");
    }

    std::string entry(const Term& term, std::size_t i, std::size_t j) const {
        const bool noRow = term.rows[i] < 0, noColumn = term.columns[j] < 0;
        if (noRow || noColumn) {
            if (!latex_)
                return "…";
            return noRow && noColumn ? "\\ddots" : noRow ? "\\vdots" : "\\cdots";
        }
        return number_(term.values(static_cast<Index>(i), static_cast<Index>(j)));
    }

    bool latex_;
    const NumberText& number_;
    bool dimensions_;
};

/// Of these texts no dimensions are told.
NetworkShape plainShape(const Cell& cell) {
    NetworkShape shape;
    shape.cell = &cell;
    return shape;
}

}  // namespace

std::string written(const Term& term, Notation notation, const NumberText& number,
                    bool dimensions) {
    return Text(notation, number, dimensions).of(term);
}

std::string written(const Equation& equation, const Cell& cell, Notation notation) {
    const NetworkShape shape = plainShape(cell);
    return written(leftOf(equation, shape, 0), notation) + " = " +
           written(rightOf(equation, shape, 0), notation);
}

std::string written(const Equation& equation, const StepNumbers& numbers, Index unit,
                    Notation notation, const NumberText& number, Index mostFactors) {
    std::string text = written(leftOf(equation, numbers.shape(), numbers.trace()), notation);
    for (const Term& stage : unitStages(equation, numbers, unit, mostFactors))
        text += " = " + written(stage, notation, number);
    return text;
}

}  // namespace rnnscope
