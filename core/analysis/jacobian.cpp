// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/jacobian.h"

#include <Eigen/Eigenvalues>
#include <Eigen/SVD>
#include <limits>

namespace rnnscope {

Eigen::MatrixXd stepJacobian(const Network& network, const Record& record, std::size_t trace,
                             Index time) {
    const Cell& cell = *network.shape().cell;
    const Trace& values = record.traces[trace];
    const Index hidden = values.hidden();
    const auto states = cell.states();
    const Index size = static_cast<Index>(states.size()) * hidden;
    const Index column = values.column(time);

    // The backward pass of one step maps ∂L/∂s_t to ∂L/∂s_(t−1), which is the transposed Jacobian:
    // unit vectors give it row by row. Column 0 of the scratch trace is the step before.
    Trace scratch;
    Eigen::MatrixXd jacobian(size, size);
    for (Index row = 0; row < size; ++row) {
        scratch.reset(cell.quantities(), hidden, 1, false);
        scratch.at(states[static_cast<std::size_t>(row / hidden)], 1)[row % hidden] = 1.0;
        cell.backward(network.prepared(trace), values.data(column - 1), values.data(column),
                      scratch.data(0), scratch.data(1));
        for (std::size_t state = 0; state < states.size(); ++state)
            jacobian.row(row).segment(static_cast<Index>(state) * hidden, hidden) =
                scratch.at(states[state], 0);
    }
    return jacobian;
}

Eigen::MatrixXd jacobianSpectrum(const Network& network, const Record& record, std::size_t trace) {
    const Index steps = record.steps();
    const Index size =
        static_cast<Index>(network.shape().cell->states().size()) * network.shape().hidden;
    Eigen::MatrixXd spectrum(steps, size);
    for (Index t = 0; t < steps; ++t) {
        const Eigen::MatrixXd jacobian = stepJacobian(network, record, trace, t);
        if (!jacobian.allFinite())
            spectrum.row(t).setConstant(std::numeric_limits<double>::quiet_NaN());
        else if (size <= 48)
            spectrum.row(t) = Eigen::JacobiSVD<Eigen::MatrixXd>(jacobian).singularValues();
        else  // as exact relative to the largest value, and far faster
            spectrum.row(t) = Eigen::BDCSVD<Eigen::MatrixXd>(jacobian).singularValues();
    }
    return spectrum;
}

double spectralRadius(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
    if (!matrix.allFinite())
        return std::numeric_limits<double>::quiet_NaN();
    return matrix.eigenvalues().cwiseAbs().maxCoeff();
}

}  // namespace rnnscope
