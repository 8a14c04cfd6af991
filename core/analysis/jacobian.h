// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <functional>
#include <optional>

#include "core/network.h"

namespace rnnscope {

/// One-step Jacobian ∂s_t/∂s_(previous) of the whole recurrent state s of one trace (h; for a cell
/// that carries more, the states one after the other), inputs held fixed. S × S with S = states ·
/// H. `previous` is the step before in the direction's own order.
Eigen::MatrixXd stepJacobian(const Network& network, const Record& record, std::size_t trace,
                             Index time);

/// Singular values of stepJacobian at every time, largest first: (T, S). Rows whose Jacobian is
/// not finite hold NaN. Exact to rounding relative to the largest of a row.
Eigen::MatrixXd jacobianSpectrum(const Network& network, const Record& record, std::size_t trace);

/// What the Jacobians of one trace say about vanishing, step by step.
struct Spectrum {
    /// (T, S), largest first, to 1e-8 of the largest of a row; NaN where a Jacobian is not finite.
    Eigen::MatrixXd singular;
    Eigen::VectorXd radius;  ///< (T): largest absolute eigenvalue
    /// Largest singular value that the recurrent weights allow at any step, whatever the input: of
    /// an RNN ‖W_hh‖₂ · max|φ′|. Absent for gated cells, where no such bound is simple.
    std::optional<double> bound;
};

/// Nothing where `stale` says so on the way.
std::optional<Spectrum> spectrumOf(const Network& network, const Record& record, std::size_t trace,
                                   const std::function<bool()>& stale = {});

/// The product of one-step Jacobians over a span: ∂s_to/∂s_from for times from < to in the order
/// of computation (of the reverse direction from > to).
struct SpanProduct {
    Index from = 0;
    Index to = 0;
    Eigen::VectorXd singular;  ///< (S), largest first; NaN where not finite
    double radius = 0;         ///< largest absolute eigenvalue
    /// 2-norm of the hidden state's own block, ∂h_to/∂h_from.
    double hiddenNorm = 0;

    /// Geometric mean of hiddenNorm over the span's steps; 1 over none.
    double perStep() const;
};
SpanProduct spanProduct(const Network& network, const Record& record, std::size_t trace, Index from,
                        Index to);

/// Largest absolute eigenvalue of a square matrix; NaN where an entry is not finite.
double spectralRadius(const Eigen::Ref<const Eigen::MatrixXd>& matrix);

}  // namespace rnnscope
