// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// What each step adds to the gradient of one weight matrix or bias: ∂L/∂W = Σ_t δ_t v_tᵀ.
struct Contribution {
    std::string parameter;  ///< PyTorch's name
    Eigen::VectorXd norms;  ///< (T): ‖δ_t v_tᵀ‖ (Frobenius)
    /// (T): ⟨δ_t v_tᵀ, G⟩ / ‖G‖² with G the whole gradient: sums to 1, may be negative. NaN where
    /// G is zero or not finite.
    Eigen::VectorXd shares;
};

/// Of every parameter but absent biases, in the parameters' order. No T matrices are stored: a
/// step's share has rank one a term. The gradients' own `parameters` may be empty.
std::vector<Contribution> contributions(const Network& network, const Record& record,
                                        const Gradients& gradients);

/// The matrix itself that time t adds, of the parameter's shape; zero for an absent bias. The
/// network must have a parameter of that name.
Eigen::MatrixXd contributionAt(const Network& network, const Record& record,
                               const Gradients& gradients, std::string_view parameter, Index time);

/// Share of each norm in their sum: none negative, together 1; NaN where the sum is 0 or one of
/// them is not finite.
std::vector<double> normShares(std::span<const double> norms);

/// What the steps nearest to the loss make of a whole: the last fifth of them in the order of
/// computation, at least one. `shares` are signed, so that more than 1 is possible.
struct TailShare {
    int steps = 0;
    double share = 0;
};
TailShare tailShare(std::span<const double> shares, bool reversed);

}  // namespace rnnscope
