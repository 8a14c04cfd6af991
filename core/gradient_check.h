// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "core/loss.h"
#include "core/network.h"

namespace rnnscope {

/// The worst entry of a comparison of analytic gradients with central differences.
struct GradientCheck {
    std::string parameter;  ///< name of the tensor, "input", or "h0_l0"-like
    Index row = 0;
    Index column = 0;
    double analytic = 0;
    double numeric = 0;
    /// |analytic − numeric| / max(|analytic|, |numeric|, 1e-3 · largest entry of all)
    double error = 0;
    Index entries = 0;     ///< compared in all
    bool complete = true;  ///< false where it was ended early
    // What was compared, by kind; `entries` is their sum.
    Index parameters = 0;
    Index inputs = 0;
    Index initialStates = 0;

    /// Central differences of step 1e-5 leave about 1e-9 of rounding.
    bool passed(double tolerance = 1e-6) const { return error <= tolerance; }
};

/// Distance to either side of an entry.
inline constexpr double centralStep = 1e-5;

/// Compares `gradients`, the analytic derivatives of the loss, with
/// (L(p + ε) − L(p − ε)) / 2ε for every entry p of the parameters, the input and the initial
/// state. ε is `step` times max(1, |p|). Costs two forward passes an entry.
/// `goOn` is told the share that is done, up to 1, and may end it by saying no.
GradientCheck checkGradient(const Network& network, const Eigen::MatrixXd& input,
                            const InitialState& initial, Loss loss, const Eigen::MatrixXd& target,
                            const Gradients& gradients, double step = centralStep,
                            const std::function<bool(double share)>& goOn = {});

}  // namespace rnnscope
