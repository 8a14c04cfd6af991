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

}  // namespace

std::vector<Equation> equationsOf(const Cell& cell) {
    std::vector<Equation> equations;
    for (const Operation& operation : cell.operations())
        if (hasEquation(cell, operation.result))
            equations.push_back({operation.result.index, expand(cell, operation.result)});
    return equations;
}

Dimensions dimensionsOf(const Expression& part, const NetworkShape& shape, std::size_t trace) {
    const Index input = shape.layerInput(static_cast<int>(trace / shape.directions()));
    if (part.kind == Kind::Input)
        return {input, 1};
    if (part.kind == Kind::Weights && part.parameter == "weight_ih")
        return {shape.hidden, input};
    if (part.kind == Kind::Weights && part.parameter == "weight_hh")
        return {shape.hidden, shape.hidden};
    return {shape.hidden, 1};
}

namespace {

/// Calls visit for a part and all that it is made of.
template <class Visit>
void eachPart(const Expression& part, const Visit& visit) {
    visit(part);
    for (const Expression& each : part.parts)
        eachPart(each, visit);
}

void addOnce(std::vector<Wire>& wires, Wire wire) {
    if (wire && !std::ranges::count(wires, wire))
        wires.push_back(wire);
}

}  // namespace

std::vector<Wire> computedIn(const Equation& equation) {
    std::vector<Wire> wires = {now(equation.quantity)};
    eachPart(equation.expression, [&](const Expression& part) {
        if (part.kind != Kind::Value && !part.flipped)
            addOnce(wires, part.wire);
    });
    return wires;
}

std::vector<Wire> takenBy(const Equation& equation) {
    std::vector<Wire> wires;
    eachPart(equation.expression, [&](const Expression& part) {
        if (part.kind == Kind::Value)
            addOnce(wires, part.wire);
    });
    return wires;
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

double StepNumbers::weight(const Expression& weights, Index row, Index column) const {
    return tensor(weights)(static_cast<Index>(weights.block) * values_->hidden() + row, column);
}

double StepNumbers::result(const Equation& equation, Index unit) const {
    const double recorded = values_->at(equation.quantity, column_)[unit];
    return equation.flipped ? 1.0 - recorded : recorded;
}

double StepNumbers::gradient(const Equation& equation, const Gradients& gradients,
                             Index unit) const {
    const double recorded = gradients.traces[trace_].at(equation.quantity, column_)[unit];
    return equation.flipped ? -recorded : recorded;
}

double StepNumbers::value(const Expression& part, Index unit) const {
    // What was recorded is told as recorded, held or not.
    const Wire wire = part.wire;
    if (wire.place == Place::Now || wire.place == Place::Before) {
        const Index column = wire.place == Place::Now ? column_ : column_ - 1;
        const double recorded = values_->at(wire.index, column)[unit];
        return part.flipped ? 1.0 - recorded : recorded;
    }
    switch (part.kind) {
        case Kind::Value:
            break;
        case Kind::Input:
            return input_[unit];
        case Kind::Weights:
        case Kind::Bias:
            return weight(part, unit, 0);
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
        case Kind::Negative:
            return -value(part.parts[0], unit);
        case Kind::Function:
            break;  // always recorded
    }
    assert(false);
    return 0;
}

}  // namespace rnnscope
