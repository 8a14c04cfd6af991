// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gradient_check.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rnnscope {
namespace {

struct Entry {
    std::string parameter;
    Index row, column;
    double analytic, numeric;
};

/// Derivatives for every entry of `point`, which `evaluate` reads.
void compare(const std::string& name, Eigen::MatrixXd& point, const Eigen::MatrixXd& analytic,
             double step, const std::function<double()>& evaluate, std::vector<Entry>& entries) {
    for (Index column = 0; column < point.cols(); ++column)
        for (Index row = 0; row < point.rows(); ++row) {
            const double value = point(row, column);
            const double epsilon = step * std::max(1.0, std::abs(value));
            point(row, column) = value + epsilon;
            const double above = evaluate();
            point(row, column) = value - epsilon;
            const double below = evaluate();
            point(row, column) = value;
            entries.push_back(
                {name, row, column, analytic(row, column), (above - below) / (2 * epsilon)});
        }
}

GradientCheck worstOf(const std::vector<Entry>& entries) {
    double largest = 0;
    for (const Entry& entry : entries)
        largest = std::max(largest, std::abs(entry.numeric));
    GradientCheck worst;
    worst.entries = static_cast<Index>(entries.size());
    for (const Entry& entry : entries) {
        const double scale =
            std::max({std::abs(entry.analytic), std::abs(entry.numeric), 1e-3 * largest, 1e-300});
        const double error = std::abs(entry.analytic - entry.numeric) / scale;
        if (error > worst.error || std::isnan(error) || worst.parameter.empty())
            worst = {entry.parameter, entry.row, entry.column, entry.analytic,
                     entry.numeric,   error,     worst.entries};
        if (std::isnan(error))
            break;
    }
    return worst;
}

}  // namespace

GradientCheck checkGradient(const Network& network, const Eigen::MatrixXd& input,
                            const InitialState& initial, Loss loss, const Eigen::MatrixXd& target,
                            const Gradients& gradients, double step) {
    const NetworkShape& shape = network.shape();
    Network moved = network;
    Parameters parameters = network.parameters();
    Eigen::MatrixXd x = input;
    InitialState state = initial;
    if (state.empty())
        state.assign(shape.cell->states().size(),
                     Eigen::MatrixXd::Zero(static_cast<Index>(shape.traces()), shape.hidden));
    Record record;
    const auto lossHere = [&] {
        moved.forward(x, state, record);
        return lossOf(loss, record.output, target, record.steps()).loss;
    };
    std::vector<Entry> entries;
    for (std::size_t k = 0; k < parameters.items.size(); ++k) {
        if (parameters.items[k].absent)
            continue;
        compare(
            parameters.items[k].name, parameters.items[k].value,
            gradients.parameters.items[k].value, step,
            [&] {
                moved.setParameters(parameters);
                return lossHere();
            },
            entries);
    }
    moved.setParameters(network.parameters());
    compare("input", x, gradients.input, step, lossHere, entries);
    for (std::size_t s = 0; s < state.size(); ++s) {
        Eigen::MatrixXd analytic(state[s].rows(), state[s].cols());
        for (std::size_t trace = 0; trace < shape.traces(); ++trace)
            analytic.row(static_cast<Index>(trace)) =
                gradients.traces[trace].at(shape.cell->states()[s], 0);
        const std::string_view id = shape.cell->quantities()[shape.cell->states()[s]].id;
        compare(std::string(id) + "0", state[s], analytic, step, lossHere, entries);
    }
    return worstOf(entries);
}

}  // namespace rnnscope
