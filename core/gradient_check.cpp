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

/// Compares entry after entry until told to stop.
class Comparison {
  public:
    Comparison(double step, Index entries, const std::function<bool(double)>& goOn)
        : step_(step), all_(entries), goOn_(goOn) {}

    /// Derivatives for every entry of `point`, which `evaluate` reads.
    void compare(const std::string& name, Eigen::MatrixXd& point, const Eigen::MatrixXd& analytic,
                 const std::function<double()>& evaluate);
    GradientCheck worst() const;
    Index count() const { return static_cast<Index>(entries_.size()); }

  private:
    bool mayGoOn() {
        if (goOn_ && !goOn_(static_cast<double>(entries_.size()) / static_cast<double>(all_)))
            stopped_ = true;
        return !stopped_;
    }

    double step_;
    Index all_;
    const std::function<bool(double)>& goOn_;
    bool stopped_ = false;
    std::vector<Entry> entries_;
};

void Comparison::compare(const std::string& name, Eigen::MatrixXd& point,
                         const Eigen::MatrixXd& analytic, const std::function<double()>& evaluate) {
    for (Index column = 0; column < point.cols(); ++column)
        for (Index row = 0; row < point.rows() && mayGoOn(); ++row) {
            const double value = point(row, column);
            const double epsilon = step_ * std::max(1.0, std::abs(value));
            point(row, column) = value + epsilon;
            const double above = evaluate();
            point(row, column) = value - epsilon;
            const double below = evaluate();
            point(row, column) = value;
            entries_.push_back(
                {name, row, column, analytic(row, column), (above - below) / (2 * epsilon)});
        }
}

GradientCheck Comparison::worst() const {
    double largest = 0;
    for (const Entry& entry : entries_)
        largest = std::max(largest, std::abs(entry.numeric));
    GradientCheck worst;
    worst.entries = count();
    for (const Entry& entry : entries_) {
        const double scale =
            std::max({std::abs(entry.analytic), std::abs(entry.numeric), 1e-3 * largest, 1e-300});
        const double error = std::abs(entry.analytic - entry.numeric) / scale;
        if (error > worst.error || std::isnan(error) || worst.parameter.empty()) {
            worst.parameter = entry.parameter;
            worst.row = entry.row;
            worst.column = entry.column;
            worst.analytic = entry.analytic;
            worst.numeric = entry.numeric;
            worst.error = error;
        }
        if (std::isnan(error))
            break;
    }
    worst.complete = !stopped_;
    return worst;
}

}  // namespace

GradientCheck checkGradient(const Network& network, const Eigen::MatrixXd& input,
                            const InitialState& initial, Loss loss, const Eigen::MatrixXd& target,
                            const Gradients& gradients, double step,
                            const std::function<bool(double)>& goOn) {
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
    Index all = parameters.count() + x.size();
    for (const Eigen::MatrixXd& rows : state)
        all += rows.size();
    Comparison comparison(step, all, goOn);
    for (std::size_t k = 0; k < parameters.items.size(); ++k) {
        if (parameters.items[k].absent)
            continue;
        comparison.compare(parameters.items[k].name, parameters.items[k].value,
                           gradients.parameters.items[k].value, [&] {
                               moved.setParameters(parameters);
                               return lossHere();
                           });
    }
    const Index ofParameters = comparison.count();
    moved.setParameters(network.parameters());
    comparison.compare("input", x, gradients.input, lossHere);
    const Index ofInputs = comparison.count() - ofParameters;
    for (std::size_t s = 0; s < state.size(); ++s) {
        Eigen::MatrixXd analytic(state[s].rows(), state[s].cols());
        for (std::size_t trace = 0; trace < shape.traces(); ++trace)
            analytic.row(static_cast<Index>(trace)) =
                gradients.traces[trace].at(shape.cell->states()[s], 0);
        const std::string_view id = shape.cell->quantities()[shape.cell->states()[s]].id;
        comparison.compare(std::string(id) + "0", state[s], analytic, lossHere);
    }
    GradientCheck check = comparison.worst();
    check.parameters = ofParameters;
    check.inputs = ofInputs;
    check.initialStates = check.entries - ofParameters - ofInputs;
    return check;
}

}  // namespace rnnscope
