// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contributions.h"

#include <cassert>
#include <cmath>
#include <limits>

#include "core/analysis/norm.h"

namespace rnnscope {
namespace {

/// Some rows of a parameter's gradient as a product: rows [first, first + delta.rows()) are
/// Σ_t delta.col(t) · operand.col(t)ᵀ. Columns are times.
struct Factors {
    Index first;
    Eigen::MatrixXd delta;
    Eigen::MatrixXd operand;  ///< one row of ones for a bias
};

template <typename Columns>
Eigen::MatrixXd byTime(const Columns& columns, bool reversed) {
    if (reversed)
        return columns.rowwise().reverse();
    return columns;
}

/// Columns 0 … T − 1 with the given ones at the end and zeros before: where a read-out at the last
/// step leaves the others out.
Eigen::MatrixXd padded(const Eigen::MatrixXd& columns, Index steps) {
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(columns.rows(), steps);
    result.rightCols(columns.cols()) = columns;
    return result;
}

std::vector<Factors> recurrentFactors(const Cell& cell, const Trace& values, const Trace& gradient,
                                      bool bias) {
    std::vector<Factors> factors;
    const bool reversed = values.reversed();
    const auto operandOf = [&](const RecurrentTerm& term) -> Eigen::MatrixXd {
        if (bias)
            return Eigen::MatrixXd::Ones(1, values.steps());
        if (term.previous)
            return byTime(values.previousRows(term.operand), reversed);
        return byTime(values.rows(term.operand), reversed);
    };
    for (const RecurrentTerm& term : cell.terms())
        factors.push_back({static_cast<Index>(term.firstBlock) * values.hidden(),
                           byTime(gradient.rows(term.gradient, term.blockCount), reversed),
                           operandOf(term)});
    return factors;
}

/// Weights of a vector act unit by unit: what a step adds is a column, not a product of two.
std::vector<Factors> peepholeFactors(const Cell& cell, const Trace& values, const Trace& gradient) {
    std::vector<Factors> factors;
    for (const PeepholeTerm& term : cell.peepholes()) {
        const Eigen::MatrixXd added =
            gradient.rows(term.gradient).cwiseProduct(values.rowsOf(term.operand));
        factors.push_back({static_cast<Index>(factors.size()) * values.hidden(),
                           byTime(added, values.reversed()),
                           Eigen::MatrixXd::Ones(1, values.steps())});
    }
    return factors;
}

/// The products that make up the gradient of one parameter, as Network::backward sums them up.
std::vector<Factors> factorsOf(const Network& network, const Record& record,
                               const Gradients& gradients, std::size_t parameter) {
    const NetworkShape& shape = network.shape();
    const Parameters& parameters = network.parameters();
    const Index steps = record.steps();
    const bool bias = parameters.items[parameter].bias;
    const std::string& name = parameters.items[parameter].name;
    const Eigen::MatrixXd ones = Eigen::MatrixXd::Ones(1, steps);
    if (name.starts_with("fc.")) {
        const Index answers = gradients.output.cols();
        return {{0, padded(gradients.output, steps),
                 bias ? ones : padded(record.top.rightCols(answers), steps)}};
    }
    const std::size_t trace = parameter / shape.parametersPerTrace();  // the read-out comes last
    const Trace& values = record.traces[trace];
    const Trace& gradient = gradients.traces[trace];
    if (name.starts_with("weight_ch"))
        return peepholeFactors(*shape.cell, values, gradient);
    if (name.find("_hh_") != std::string::npos)
        return recurrentFactors(*shape.cell, values, gradient, bias);
    return {{0, byTime(gradient.rows(0, shape.cell->blocks().size()), values.reversed()),
             bias ? ones : record.layerInput[trace / shape.directions()]}};
}

/// ‖δ_t v_tᵀ‖ = ‖δ_t‖ · ‖v_t‖; terms have rows of their own, so that their squares add up.
Eigen::VectorXd normsOf(const std::vector<Factors>& factors, Index steps) {
    Eigen::VectorXd norms = Eigen::VectorXd::Zero(steps);
    for (Index t = 0; t < steps; ++t)
        for (const Factors& each : factors) {
            const double norm = scaledNorm(each.delta.col(t)) * scaledNorm(each.operand.col(t));
            // hypot(∞, NaN) would be ∞.
            norms[t] = std::isnan(norm) ? norm : std::hypot(norms[t], norm);
            if (std::isnan(norm))
                break;
        }
    return norms;
}

/// ⟨δ_t v_tᵀ, G⟩ = δ_tᵀ (G v_t). G is scaled by its largest entry, whose square may leave the range
/// of a double.
Eigen::VectorXd sharesOf(const std::vector<Factors>& factors, Index steps) {
    std::vector<Eigen::MatrixXd> whole;
    double largest = 0;
    for (const Factors& each : factors) {
        whole.push_back(each.delta * each.operand.transpose());
        const double entry = whole.back().cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
        largest = std::isnan(entry) || entry > largest ? entry : largest;
        if (std::isnan(largest))
            break;
    }
    if (!(largest > 0) || !std::isfinite(largest))
        return Eigen::VectorXd::Constant(steps, std::numeric_limits<double>::quiet_NaN());
    Eigen::VectorXd shares = Eigen::VectorXd::Zero(steps);
    double square = 0;
    for (std::size_t k = 0; k < factors.size(); ++k) {
        const Eigen::MatrixXd scaled = whole[k] / largest;
        square += scaled.squaredNorm();
        shares +=
            (scaled * factors[k].operand).cwiseProduct(factors[k].delta / largest).colwise().sum();
    }
    return shares / square;
}

}  // namespace

std::vector<Contribution> contributions(const Network& network, const Record& record,
                                        const Gradients& gradients) {
    std::vector<Contribution> result;
    const auto& items = network.parameters().items;
    for (std::size_t k = 0; k < items.size(); ++k) {
        if (items[k].absent)
            continue;
        const auto factors = factorsOf(network, record, gradients, k);
        result.push_back(
            {items[k].name, normsOf(factors, record.steps()), sharesOf(factors, record.steps())});
    }
    return result;
}

Eigen::MatrixXd contributionAt(const Network& network, const Record& record,
                               const Gradients& gradients, std::string_view parameter, Index time) {
    const Parameters& parameters = network.parameters();
    const Parameter* item = parameters.find(parameter);
    assert(item && time >= 0 && time < record.steps());
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(item->value.rows(), item->value.cols());
    if (item->absent)
        return result;
    const auto index = static_cast<std::size_t>(item - parameters.items.data());
    for (const Factors& each : factorsOf(network, record, gradients, index))
        result.middleRows(each.first, each.delta.rows()) =
            each.delta.col(time) * each.operand.col(time).transpose();
    return result;
}

std::vector<double> normShares(std::span<const double> norms) {
    // Taken of the largest, since the sum of finite norms need not be finite.
    double largest = 0, sum = 0;
    for (const double norm : norms)
        largest = std::isnan(norm) ? norm : std::max(largest, norm);
    for (const double norm : norms)
        sum += norm / largest;
    std::vector<double> shares;
    for (const double norm : norms)
        shares.push_back(norm / largest / sum);
    return shares;
}

TailShare tailShare(std::span<const double> shares, bool reversed) {
    TailShare tail;
    if (shares.empty())
        return tail;
    const std::size_t count = std::max<std::size_t>(1, shares.size() / 5);
    tail.steps = static_cast<int>(count);
    for (const double share : reversed ? shares.first(count) : shares.last(count))
        tail.share += share;
    return tail;
}

}  // namespace rnnscope
