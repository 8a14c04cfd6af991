// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/jacobian.h"

#include <Eigen/Eigenvalues>
#include <Eigen/SVD>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

#include "core/analysis/folded_step.h"
#include "core/analysis/share_work.h"

namespace rnnscope {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Index stateSize(const Network& network) {
    return static_cast<Index>(network.shape().cell->states().size()) * network.shape().hidden;
}

/// Largest first, exact to rounding relative to the largest.
Eigen::VectorXd singularValues(const Eigen::MatrixXd& matrix) {
    if (!matrix.allFinite())
        return Eigen::VectorXd::Constant(matrix.rows(), nan);
    if (matrix.rows() <= 48)
        return Eigen::JacobiSVD<Eigen::MatrixXd>(matrix).singularValues();
    return Eigen::BDCSVD<Eigen::MatrixXd>(matrix).singularValues();  // far faster
}

/// The same as roots of the eigenvalues of JᵀJ: several times faster, and exact to 1e-8 of the
/// largest, which is as fine as a plot shows.
Eigen::VectorXd quickSingularValues(const Eigen::MatrixXd& matrix) {
    const double largest = matrix.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
    if (matrix.rows() <= 16 || !(largest > 0) || !std::isfinite(largest))
        return singularValues(matrix);
    const Eigen::MatrixXd scaled = matrix / largest;  // squares stay in range
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(scaled.transpose() * scaled,
                                                                Eigen::EigenvaluesOnly);
    return largest * solver.eigenvalues().reverse().cwiseMax(0).cwiseSqrt();
}

/// Calls visit(t, Jacobian of step t), on several threads. False where stale.
bool eachJacobian(const Network& network, const Record& record, std::size_t trace,
                  const std::function<bool()>& stale,
                  const std::function<void(Index, const Eigen::MatrixXd&)>& visit) {
    const Trace& values = record.traces[trace];
    const auto size = static_cast<double>(stateSize(network));
    const Index threads =
        SharedWork::threadsFor(20 * size * size * size * static_cast<double>(record.steps()));
    std::vector<FoldedStep> steps(static_cast<std::size_t>(threads),
                                  FoldedStep(network, trace, false));
    return SharedWork(stale).run(record.steps(), threads, [&](Index time, Index thread) {
        FoldedStep& step = steps[static_cast<std::size_t>(thread)];
        step.set(values, values.column(time));
        visit(time, step.jacobian());
    });
}

}  // namespace

Eigen::MatrixXd stepJacobian(const Network& network, const Record& record, std::size_t trace,
                             Index time) {
    FoldedStep step(network, trace, false);
    step.set(record.traces[trace], record.traces[trace].column(time));
    return step.jacobian();
}

Eigen::MatrixXd jacobianSpectrum(const Network& network, const Record& record, std::size_t trace) {
    Eigen::MatrixXd spectrum(record.steps(), stateSize(network));
    eachJacobian(network, record, trace, {}, [&](Index t, const Eigen::MatrixXd& jacobian) {
        spectrum.row(t) = singularValues(jacobian);
    });
    return spectrum;
}

std::optional<Spectrum> spectrumOf(const Network& network, const Record& record, std::size_t trace,
                                   const std::function<bool()>& stale) {
    Spectrum spectrum;
    spectrum.singular.resize(record.steps(), stateSize(network));
    spectrum.radius.resize(record.steps());
    if (!eachJacobian(network, record, trace, stale, [&](Index t, const Eigen::MatrixXd& jacobian) {
            spectrum.singular.row(t) = quickSingularValues(jacobian);
            spectrum.radius[t] = spectralRadius(jacobian);
        }))
        return std::nullopt;
    if (const auto steepest = network.shape().cell->steepest()) {
        const std::string name = "weight_hh" + network.shape().suffix(trace);
        spectrum.bound = *steepest * singularValues(network.parameters().find(name)->value)[0];
    }
    return spectrum;
}

double SpanProduct::perStep() const {
    return std::pow(hiddenNorm, 1 / std::abs(static_cast<double>(to - from)));
}

SpanProduct spanProduct(const Network& network, const Record& record, std::size_t trace, Index from,
                        Index to) {
    const Trace& values = record.traces[trace];
    assert(values.column(from) <= values.column(to));
    const Index size = stateSize(network);
    const Index hidden = network.shape().hidden;
    FoldedStep step(network, trace, false);
    // Transposed, as adjoints of every unit of s_to. Powers of two are kept apart, so that a
    // product of any number of steps neither overflows nor vanishes on the way.
    Eigen::MatrixXd product = Eigen::MatrixXd::Identity(size, size);
    Eigen::MatrixXd before(size, size);
    long exponent = 0;
    for (Index column = values.column(to); column > values.column(from); --column) {
        step.set(values, column);
        step.addWithin(product);
        step.carry(product, before);
        product.swap(before);
        const double largest = product.cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
        if (!(largest > 0) || !std::isfinite(largest))
            break;  // zero, or beyond help, it stays
        const int shift = std::clamp(std::ilogb(largest), -1000, 1000);  // 2^±shift is a double
        product *= std::ldexp(1.0, -shift);
        exponent += shift;
    }
    const auto power = static_cast<int>(std::clamp(exponent, -10000L, 10000L));
    const auto scaled = [&](double value) { return std::ldexp(value, power); };
    SpanProduct span{.from = from, .to = to, .singular = {}, .radius = 0, .hiddenNorm = 0};
    span.singular = singularValues(product).unaryExpr(scaled);
    span.radius = scaled(spectralRadius(product));
    span.hiddenNorm = scaled(singularValues(product.topLeftCorner(hidden, hidden))[0]);
    return span;
}

double spectralRadius(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
    if (!matrix.allFinite())
        return nan;
    return matrix.eigenvalues().cwiseAbs().maxCoeff();
}

}  // namespace rnnscope
