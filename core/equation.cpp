// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/equation.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rnnscope {
namespace {

using Kind = Expression::Kind;
using Place = Wire::Place;

/// Whether a quantity is written on the left of an equation of its own.
bool hasEquation(const Cell& cell, Wire wire) {
    if (wire.place != Place::Now)
        return false;
    const Role role = cell.quantities()[wire.index].role;
    return role == Role::Gate || role == Role::Candidate || role == Role::State;
}

Expression valueOf(const Cell& cell, Wire wire) {
    const Quantity& quantity = cell.quantities()[wire.index];
    return {.kind = Kind::Value,
            .symbol = std::string(quantity.symbol),
            .subscript = wire.place == Place::Before ? "t−1" : "t",
            .wire = wire};
}

Expression expand(const Cell& cell, Wire wire);

/// What a wire is in an equation: itself, or what computes it.
Expression operand(const Cell& cell, Wire wire) {
    if (wire.place == Place::Before || hasEquation(cell, wire))
        return valueOf(cell, wire);
    return expand(cell, wire);
}

Expression matrix(const Cell& cell, const Operation& operation, bool recurrent) {
    const std::string block(cell.blocks()[operation.weights]);
    const std::string which = recurrent ? "h" : "i";
    Expression weights{.kind = Kind::Weights,
                       .symbol = "W",
                       .subscript = which + block,
                       .parameter = "weight_" + which + "h",
                       .block = operation.weights};
    Expression times = recurrent ? operand(cell, operation.a)
                                 : Expression{.kind = Kind::Input, .symbol = "x", .subscript = "t"};
    return {.kind = Kind::Matrix, .parts = {std::move(weights), std::move(times)}};
}

Expression bias(const Cell& cell, const Operation& operation, bool recurrent) {
    const std::string which = recurrent ? "h" : "i";
    return {.kind = Kind::Bias,
            .symbol = "b",
            .subscript = which + std::string(cell.blocks()[operation.weights]),
            .parameter = "bias_" + which + "h",
            .block = operation.weights};
}

void addTo(Expression& sum, Expression part) {
    if (part.kind == Kind::Sum)
        std::ranges::move(part.parts, std::back_inserter(sum.parts));
    else
        sum.parts.push_back(std::move(part));
}

Expression affine(const Cell& cell, const Operation& operation) {
    Expression sum{.kind = Kind::Sum, .wire = operation.result};
    for (const bool recurrent : {false, true})
        if (recurrent ? bool(operation.a) : operation.input) {
            sum.parts.push_back(matrix(cell, operation, recurrent));
            sum.parts.push_back(bias(cell, operation, recurrent));
        }
    if (operation.b)
        addTo(sum, operand(cell, operation.b));
    return sum;
}

Expression expand(const Cell& cell, Wire wire) {
    const auto found = std::ranges::find_if(
        cell.operations(), [&](const Operation& each) { return each.result == wire; });
    assert(found != cell.operations().end());
    const Operation& operation = *found;
    const auto of = [&](Kind kind, std::string symbol, std::vector<Expression> parts) {
        return Expression{
            .kind = kind, .symbol = std::move(symbol), .wire = wire, .parts = std::move(parts)};
    };
    switch (operation.kind) {
        case OperationKind::Affine:
            return affine(cell, operation);
        case OperationKind::Peephole: {
            const std::size_t block = cell.peepholes()[operation.weights].gradient;
            Expression weights{.kind = Kind::Weights,
                               .symbol = "p",
                               .subscript = std::string(cell.blocks()[block]),
                               .parameter = "weight_ch",
                               .block = operation.weights};
            return of(Kind::Product, "", {std::move(weights), operand(cell, operation.a)});
        }
        case OperationKind::Product:
            return of(Kind::Product, "", {operand(cell, operation.a), operand(cell, operation.b)});
        case OperationKind::Sum: {
            Expression sum = of(Kind::Sum, "", {});
            addTo(sum, operand(cell, operation.a));
            addTo(sum, operand(cell, operation.b));
            return sum;
        }
        case OperationKind::Complement:
            return of(Kind::Complement, "", {operand(cell, operation.a)});
        case OperationKind::Logistic:
            return of(Kind::Function, "σ", {operand(cell, operation.a)});
        case OperationKind::Tanh:
            return of(Kind::Function, "tanh", {operand(cell, operation.a)});
        case OperationKind::Relu:
            return of(Kind::Function, "relu", {operand(cell, operation.a)});
    }
    return {};
}

std::string symbol(const std::string& base, const std::string& subscript, Notation notation) {
    if (notation == Notation::Plain)
        return base + (subscript == "t−1" ? "_{t−1}" : "_" + subscript);
    return base + "_{" + (subscript == "t−1" ? "t-1" : subscript) + "}";
}

std::string function(const std::string& name, const std::string& of, Notation notation) {
    if (notation == Notation::Plain)
        return name + "(" + of + ")";
    const std::string latex = name == "σ"      ? "\\sigma"
                              : name == "tanh" ? "\\tanh"
                                               : "\\operatorname{" + name + "}";
    return latex + "\\left(" + of + "\\right)";
}

std::string times(Notation notation) {
    return notation == Notation::Plain ? " ∘ " : " \\circ ";
}

std::string bracketed(const std::string& text) {
    return "(" + text + ")";
}

/// Whether it is bracketed as a factor.
bool loose(const Expression& part) {
    return part.kind == Kind::Sum || part.kind == Kind::Complement;
}

std::string written(const Expression& part, Notation notation) {
    const auto of = [&](std::size_t k) { return written(part.parts[k], notation); };
    const auto factor = [&](std::size_t k) {
        return loose(part.parts[k]) ? bracketed(of(k)) : of(k);
    };
    switch (part.kind) {
        case Kind::Value:
        case Kind::Input:
        case Kind::Weights:
        case Kind::Bias:
            return symbol(part.symbol, part.subscript, notation);
        case Kind::Matrix:
            return of(0) + " " +
                   (part.parts[1].kind == Kind::Product ? bracketed(of(1)) : factor(1));
        case Kind::Product:
            return factor(0) + times(notation) + factor(1);
        case Kind::Sum: {
            std::string sum;
            for (std::size_t k = 0; k < part.parts.size(); ++k)
                sum += (k ? " + " : "") + of(k);
            return sum;
        }
        case Kind::Complement:
            return (notation == Notation::Plain ? "1 − " : "1 - ") + factor(0);
        case Kind::Function:
            return function(part.symbol, of(0), notation);
    }
    return {};
}

std::string leftSide(const Equation& equation, const Cell& cell, Notation notation) {
    return symbol(std::string(cell.quantities()[equation.quantity].symbol), "t", notation);
}

}  // namespace

std::vector<Equation> equationsOf(const Cell& cell) {
    std::vector<Equation> equations;
    for (const Operation& operation : cell.operations())
        if (hasEquation(cell, operation.result))
            equations.push_back({operation.result.index, expand(cell, operation.result)});
    return equations;
}

std::string written(const Equation& equation, const Cell& cell, Notation notation) {
    return leftSide(equation, cell, notation) + " = " + written(equation.expression, notation);
}

StepNumbers::StepNumbers(const Network& network, const Record& record, std::size_t trace,
                         Index column)
    : network_(&network), values_(&record.traces[trace]), trace_(trace), column_(column) {
    const Index time = values_->reversed() ? values_->steps() - column : column - 1;
    input_ = record.layerInput[trace / network.shape().directions()].col(time);
}

const Eigen::MatrixXd& StepNumbers::tensor(const Expression& part) const {
    const Parameter* item =
        network_->parameters().find(part.parameter + network_->shape().suffix(trace_));
    assert(item);
    return item->value;
}

std::vector<std::pair<double, double>> StepNumbers::factors(const Expression& matrix,
                                                            Index unit) const {
    assert(matrix.kind == Kind::Matrix);
    const Expression& weights = matrix.parts[0];
    const auto row =
        tensor(weights).row(static_cast<Index>(weights.block) * values_->hidden() + unit);
    std::vector<std::pair<double, double>> factors;
    for (Index k = 0; k < row.size(); ++k)
        factors.emplace_back(row[k], value(matrix.parts[1], k));
    return factors;
}

double StepNumbers::value(const Expression& part, Index unit) const {
    // What was recorded is told as recorded, held or not.
    const Wire wire = part.wire;
    if (wire.place == Place::Now)
        return values_->at(wire.index, column_)[unit];
    if (wire.place == Place::Before)
        return values_->at(wire.index, column_ - 1)[unit];
    switch (part.kind) {
        case Kind::Value:
            break;
        case Kind::Input:
            return input_[unit];
        case Kind::Weights:
        case Kind::Bias:
            return tensor(part)(static_cast<Index>(part.block) * values_->hidden() + unit, 0);
        case Kind::Matrix: {
            double sum = 0;
            for (const auto& [weight, by] : factors(part, unit))
                sum += weight * by;
            return sum;
        }
        case Kind::Product:
            return value(part.parts[0], unit) * value(part.parts[1], unit);
        case Kind::Sum: {
            double sum = 0;
            for (const Expression& each : part.parts)
                sum += value(each, unit);
            return sum;
        }
        case Kind::Complement:
            return 1.0 - value(part.parts[0], unit);
        case Kind::Function:
            break;  // always recorded
    }
    assert(false);
    return 0;
}

std::string StepNumbers::numbers(const Expression& part, Index unit, Notation notation,
                                 const std::function<std::string(double)>& number,
                                 Index mostFactors) const {
    const std::string dot = notation == Notation::Plain ? " · " : " \\cdot ";
    const auto of = [&](const Expression& each) {
        return numbers(each, unit, notation, number, mostFactors);
    };
    const auto factor = [&](const Expression& each) {
        const std::string text = of(each);
        const bool negative = text.starts_with("−") || text.starts_with("-");
        return loose(each) || negative ? bracketed(text) : text;
    };
    switch (part.kind) {
        case Kind::Matrix: {
            const auto all = factors(part, unit);
            if (static_cast<Index>(all.size()) > mostFactors)
                return number(value(part, unit));
            std::string sum;
            for (const auto& [weight, by] : all) {
                const std::string by_ = number(by);
                const bool negative = by_.starts_with("−") || by_.starts_with("-");
                sum += (sum.empty() ? "" : " + ") + number(weight) + dot +
                       (negative ? bracketed(by_) : by_);
            }
            return sum;
        }
        case Kind::Product:
            return factor(part.parts[0]) + dot + factor(part.parts[1]);
        case Kind::Sum: {
            std::string sum;
            for (const Expression& each : part.parts)
                sum += (sum.empty() ? "" : " + ") + of(each);
            return sum;
        }
        case Kind::Complement:
            return (notation == Notation::Plain ? "1 − " : "1 - ") + factor(part.parts[0]);
        case Kind::Function:
            return function(part.symbol, of(part.parts[0]), notation);
        case Kind::Value:
        case Kind::Input:
        case Kind::Weights:
        case Kind::Bias:
            break;
    }
    return number(value(part, unit));
}

std::string StepNumbers::written(const Equation& equation, Index unit, Notation notation,
                                 const std::function<std::string(double)>& number,
                                 Index mostFactors) const {
    const Expression& right = equation.expression;
    std::string text = leftSide(equation, *network_->shape().cell, notation) + " = " +
                       numbers(right, unit, notation, number, mostFactors);
    // The sum within a function once more as one number, before the result.
    if (right.kind == Kind::Function && right.parts[0].kind == Kind::Sum)
        text += " = " + function(right.symbol, number(value(right.parts[0], unit)), notation);
    return text + " = " + number(values_->at(equation.quantity, column_)[unit]);
}

}  // namespace rnnscope
