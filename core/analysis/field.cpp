// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/field.h"

#include <cassert>

namespace rnnscope {
namespace {

/// The entry itself; null where the parameters have none there.
double* find(Parameters& parameters, const WeightEntry& entry) {
    Parameter* item = parameters.find(entry.parameter);
    if (!item || item->absent || entry.row < 0 || entry.row >= item->value.rows() ||
        entry.column < 0 || entry.column >= item->value.cols())
        return nullptr;
    return &item->value(entry.row, entry.column);
}

/// Values around `present`, which is exactly the middle one.
Eigen::VectorXd around(double present, double reach, int side) {
    const int middle = side / 2;
    Eigen::VectorXd values(side);
    for (int k = 0; k < side; ++k)
        values[k] = k == middle ? present : present + reach * (k - middle) / middle;
    return values;
}

void setArrow(GradientField::Arrows& arrows, Index row, Index column, Parameters& gradient,
              const FieldChoice& choice) {
    arrows.x(row, column) = -*find(gradient, choice.x);
    arrows.y(row, column) = -*find(gradient, choice.y);
}

}  // namespace

std::optional<GradientField> gradientField(const Network& network, const Eigen::MatrixXd& input,
                                           const InitialState& initial, Loss loss,
                                           const Eigen::MatrixXd& target, double threshold,
                                           const FieldChoice& choice,
                                           const std::function<bool()>& stale) {
    assert(choice.reach > 0 && choice.side >= 1 && choice.side % 2 == 1 && threshold > 0);
    Parameters parameters = network.parameters();
    double* const x = find(parameters, choice.x);
    double* const y = find(parameters, choice.y);
    if (!x || !y || x == y)
        return std::nullopt;
    GradientField field;
    field.choice = choice;
    field.xs = around(*x, choice.reach, choice.side);
    field.ys = around(*y, choice.reach, choice.side);
    field.loss.resize(choice.side, choice.side);
    for (GradientField::Arrows* arrows : {&field.plain, &field.byValue, &field.byNorm}) {
        arrows->x.resize(choice.side, choice.side);
        arrows->y.resize(choice.side, choice.side);
    }
    Network moved = network;
    Record record;
    Gradients gradients;
    Parameters clipped;
    for (Index row = 0; row < choice.side; ++row)
        for (Index column = 0; column < choice.side; ++column) {
            if (stale && stale())
                return std::nullopt;
            *x = field.xs[column];
            *y = field.ys[row];
            moved.setParameters(parameters);
            moved.forward(input, initial, record);
            const LossResult result = lossOf(loss, record.output, target, record.steps());
            moved.backward(record, result.outputGradient, gradients);
            field.loss(row, column) = result.loss;
            setArrow(field.plain, row, column, gradients.parameters, choice);
            clipped = gradients.parameters;
            clip(clipped, {ClipMode::Value, threshold});
            setArrow(field.byValue, row, column, clipped, choice);
            clip(gradients.parameters, {ClipMode::Norm, threshold});
            setArrow(field.byNorm, row, column, gradients.parameters, choice);
        }
    return field;
}

double GradientField::Arrows::length(Index row, Index column) const {
    return std::hypot(x(row, column), y(row, column));
}

double GradientField::Arrows::degreesTo(const Arrows& other, Index row, Index column) const {
    const double size = length(row, column), otherSize = other.length(row, column);
    if (size == 0 || otherSize == 0)
        return 0;
    // Of length 1 first: products of the arrows themselves may leave the range of a double.
    const Eigen::Vector2d a = Eigen::Vector2d(x(row, column), y(row, column)) / size;
    const Eigen::Vector2d b =
        Eigen::Vector2d(other.x(row, column), other.y(row, column)) / otherSize;
    const double degrees = 180 / std::acos(-1.0);
    return std::abs(std::atan2(a.x() * b.y() - a.y() * b.x(), a.dot(b))) * degrees;
}

}  // namespace rnnscope
