// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include "core/network.h"

namespace rnnscope {

/// One-step Jacobian ∂s_t/∂s_(previous) of the whole recurrent state s of one trace (h; for a cell
/// that carries more, the states one after the other), inputs held fixed. S × S with S = states ·
/// H. `previous` is the step before in the direction's own order.
Eigen::MatrixXd stepJacobian(const Network& network, const Record& record, std::size_t trace,
                             Index time);

/// Singular values of stepJacobian at every time, largest first: (T, S). Rows whose Jacobian is
/// not finite hold NaN.
Eigen::MatrixXd jacobianSpectrum(const Network& network, const Record& record, std::size_t trace);

/// Largest absolute eigenvalue of a square matrix; NaN where an entry is not finite.
double spectralRadius(const Eigen::Ref<const Eigen::MatrixXd>& matrix);

}  // namespace rnnscope
