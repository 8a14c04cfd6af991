// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/term.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace rnnscope {
namespace {

using Kind = Term::Kind;
using Part = Expression::Kind;

Term sign(std::string symbol) {
    return {.kind = Kind::Sign, .symbol = std::move(symbol)};
}

Term row(std::vector<Term> parts, Wire wire = {}) {
    return {.kind = Kind::Row, .wire = wire, .parts = std::move(parts)};
}

Term group(Term part) {
    return {.kind = Kind::Group, .wire = part.wire, .parts = {std::move(part)}};
}

Term one() {
    return {.kind = Kind::Constant, .symbol = "1"};
}

bool negative(double value) {
    return std::signbit(value) && value != 0 && !std::isnan(value);
}

/// Takes the sign off a term that begins with a negative number.
bool takeSign(Term& term) {
    if (term.kind == Kind::Row && !term.parts.empty())
        return takeSign(term.parts.front());
    if (term.kind != Kind::Number || term.bare || !negative(term.value))
        return false;
    term.bare = true;
    return true;
}

/// Whether it is a sum that needs no brackets within another.
bool isSum(const Term& term) {
    return term.kind == Kind::Row && !term.wire && term.parts.size() > 1 &&
           term.parts[1].kind == Kind::Sign &&
           (term.parts[1].symbol == "+" || term.parts[1].symbol == "−");
}

void addToSum(std::vector<Term>& sum, Term part) {
    if (isSum(part)) {
        addToSum(sum, std::move(part.parts[0]));
        std::move(part.parts.begin() + 1, part.parts.end(), std::back_inserter(sum));
        return;
    }
    if (!sum.empty()) {
        sum.push_back(sign(takeSign(part) ? "−" : "+"));
        if (part.kind == Kind::Total && negative(part.value))
            part = group(std::move(part));
    }
    sum.push_back(std::move(part));
}

/// A number as it stands after others of a product.
Term asFactor(Term term) {
    const bool minus =
        (term.kind == Kind::Number || term.kind == Kind::Total) && negative(term.value);
    return minus ? group(std::move(term)) : term;
}

/// Writes an expression by one way of writing what it is made of. A Style has leaf(part) for what
/// has no parts, and matrix(part).
template <class Style>
class Writer {
  public:
    explicit Writer(const Style& style) : style_(style) {}

    Term of(const Expression& part) const {
        switch (part.kind) {
            case Part::Matrix:
                return style_.matrix(part, *this);
            case Part::Product:
                return row(
                    {first(part.parts[0]), sign(style_.times), asFactor(first(part.parts[1]))},
                    part.wire);
            case Part::Sum: {
                std::vector<Term> sum;
                for (const Expression& each : part.parts)
                    addToSum(sum, of(each));
                return row(std::move(sum), part.wire);
            }
            case Part::Complement:
                return row({one(), sign("−"), asFactor(first(part.parts[0]))}, part.wire);
            case Part::Negative:
                return row({{.kind = Kind::Minus, .symbol = "−"}, asFactor(first(part.parts[0]))});
            case Part::Function:
                return {.kind = Kind::Function,
                        .symbol = part.symbol,
                        .flipped = part.flipped,
                        .wire = part.wire,
                        .parts = {of(part.parts[0])}};
            case Part::Value:
            case Part::Input:
            case Part::Weights:
            case Part::Bias:
                break;
        }
        return style_.leaf(part);
    }

    /// As the first factor of a product.
    Term first(const Expression& part) const {
        const bool loose = part.kind == Part::Sum || part.kind == Part::Complement ||
                           part.kind == Part::Negative ||
                           (part.kind == Part::Matrix && style_.looseMatrix(part));
        return loose ? group(of(part)) : of(part);
    }

  private:
    const Style& style_;
};

struct Letters {
    const NetworkShape& shape;
    std::size_t trace;
    const char* times = "∘";

    Term leaf(const Expression& part) const {
        return {.kind = Kind::Symbol,
                .symbol = part.symbol,
                .subscript = part.subscript,
                .flipped = part.flipped,
                .size = dimensionsOf(part, shape, trace),
                .wire = part.wire,
                .parameter = part.parameter,
                .block = part.block};
    }
    Term matrix(const Expression& part, const Writer<Letters>& writer) const {
        Term by = writer.first(part.parts[1]);
        if (part.parts[1].kind == Part::Product)
            by = group(std::move(by));
        return row({leaf(part.parts[0]), sign(""), std::move(by)});
    }
    bool looseMatrix(const Expression&) const { return false; }
};

struct UnitNumbers {
    const StepNumbers& numbers;
    Index unit, most;
    const char* times = "·";

    Term number(const Expression& part, Index at, Index column, double value) const {
        return {.kind = Kind::Number,
                .flipped = part.flipped,
                .value = value,
                .wire = part.wire,
                .parameter = part.parameter,
                .block = part.block,
                .row = at,
                .column = column};
    }
    Term leaf(const Expression& part) const {
        return number(part, unit, 0, numbers.value(part, unit));
    }
    Index columns(const Expression& matrix) const {
        return numbers.dimensions(matrix.parts[0]).columns;
    }
    Term matrix(const Expression& part, const Writer<UnitNumbers>&) const {
        const Expression &weights = part.parts[0], &by = part.parts[1];
        const Index count = columns(part);
        if (count > most)
            return {.kind = Kind::Total,
                    .value = numbers.value(part, unit),
                    .count = count,
                    .parameter = weights.parameter,
                    .block = weights.block,
                    .row = unit};
        std::vector<Term> sum;
        for (Index k = 0; k < count; ++k)
            addToSum(sum, row({number(weights, unit, k, numbers.weight(weights, unit, k)),
                               sign(times), asFactor(number(by, k, 0, numbers.value(by, k)))}));
        return row(std::move(sum));
    }
    bool looseMatrix(const Expression& part) const {
        return columns(part) <= most && columns(part) > 1;
    }
};

struct LayerNumbers {
    const StepNumbers& numbers;
    Index most;
    const char* times = "∘";

    Term leaf(const Expression& part) const {
        Term term = vectorOf([&](Index k) { return numbers.value(part, k); },
                             numbers.dimensions(part).rows, most, part.wire);
        term.flipped = part.flipped;
        term.parameter = part.parameter;
        term.block = part.block;
        return term;
    }
    Term matrix(const Expression& part, const Writer<LayerNumbers>& writer) const {
        const Expression& weights = part.parts[0];
        Term term{.kind = Kind::Matrix,
                  .size = numbers.dimensions(weights),
                  .parameter = weights.parameter,
                  .block = weights.block};
        term.rows = shownOf(term.size.rows, most);
        term.columns = shownOf(term.size.columns, most);
        term.values.setZero(Index(term.rows.size()), Index(term.columns.size()));
        for (Index j = 0; j < term.values.cols(); ++j)
            for (Index i = 0; i < term.values.rows(); ++i)
                if (const Index r = term.rows[std::size_t(i)], c = term.columns[std::size_t(j)];
                    r >= 0 && c >= 0)
                    term.values(i, j) = numbers.weight(weights, r, c);
        Term by = writer.first(part.parts[1]);
        if (part.parts[1].kind == Part::Product)
            by = group(std::move(by));
        return row({std::move(term), sign(""), std::move(by)});
    }
    bool looseMatrix(const Expression&) const { return false; }
};

/// The argument of a function once more as one number or vector, where it is more than that.
const Expression* argument(const Expression& right) {
    if (right.kind != Part::Function)
        return nullptr;
    const Expression& of = right.parts[0];
    return of.kind == Part::Sum || of.kind == Part::Negative ? &of : nullptr;
}

/// As the argument that a function is taken of.
Term argumentTerm(Term term, const Expression& of) {
    term.negated = of.kind == Part::Negative;
    term.wire = term.negated ? of.parts[0].wire : of.wire;
    return term;
}

}  // namespace

std::vector<Index> shownOf(Index count, Index most) {
    std::vector<Index> shown(static_cast<std::size_t>(std::min(count, most)));
    std::iota(shown.begin(), shown.end(), Index(0));
    if (count > most) {
        shown[shown.size() - 2] = -1;
        shown.back() = count - 1;
    }
    return shown;
}

Term leftOf(const Equation& equation, const NetworkShape& shape, std::size_t) {
    return {.kind = Kind::Symbol,
            .symbol = std::string(shape.cell->quantities()[equation.quantity].symbol),
            .subscript = "t",
            .flipped = equation.flipped,
            .size = {shape.hidden, 1},
            .wire = now(equation.quantity)};
}

Term rightOf(const Equation& equation, const NetworkShape& shape, std::size_t trace) {
    const Letters letters{shape, trace};
    return Writer(letters).of(equation.expression);
}

Term derivativeOf(const Equation& equation, const NetworkShape& shape, std::size_t trace) {
    return {.kind = Kind::Derivative,
            .wire = now(equation.quantity),
            .parts = {leftOf(equation, shape, trace)}};
}

Term unitNumber(double value, Wire wire, Index unit) {
    return {.kind = Kind::Number, .value = value, .wire = wire, .row = unit};
}

Term vectorOf(const std::function<double(Index)>& value, Index count, Index most, Wire wire) {
    Term term{.kind = Kind::Matrix, .size = {count, 1}, .columns = {0}, .wire = wire};
    term.rows = shownOf(count, most);
    term.values.setZero(Index(term.rows.size()), 1);
    for (Index k = 0; k < term.values.rows(); ++k)
        if (const Index at = term.rows[std::size_t(k)]; at >= 0)
            term.values(k, 0) = value(at);
    return term;
}

std::vector<Term> unitStages(const Equation& equation, const StepNumbers& numbers, Index unit,
                             Index mostFactors) {
    const UnitNumbers style{numbers, unit, mostFactors};
    const Expression& right = equation.expression;
    std::vector<Term> stages = {Writer(style).of(right)};
    if (const Expression* of = argument(right))
        stages.push_back(
            {.kind = Kind::Function,
             .symbol = right.symbol,
             .wire = right.wire,
             .parts = {argumentTerm(unitNumber(numbers.value(*of, unit), {}, unit), *of)}});
    stages.push_back(unitNumber(numbers.result(equation, unit), now(equation.quantity), unit));
    stages.back().flipped = equation.flipped;
    return stages;
}

std::vector<Term> layerStages(const Equation& equation, const StepNumbers& numbers, Index most) {
    const LayerNumbers style{numbers, most};
    const Index hidden = numbers.shape().hidden;
    const Expression& right = equation.expression;
    std::vector<Term> stages = {Writer(style).of(right)};
    if (const Expression* of = argument(right))
        stages.push_back(
            {.kind = Kind::Function,
             .symbol = right.symbol,
             .wire = right.wire,
             .parts = {argumentTerm(
                 vectorOf([&](Index k) { return numbers.value(*of, k); }, hidden, most, {}),
                 *of)}});
    stages.push_back(vectorOf([&](Index k) { return numbers.result(equation, k); }, hidden, most,
                              now(equation.quantity)));
    stages.back().flipped = equation.flipped;
    return stages;
}

}  // namespace rnnscope
