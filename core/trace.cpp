// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace.h"

#include "core/analysis/norm.h"

namespace rnnscope {

void Trace::reset(std::span<const Quantity> quantities, Index hidden, Index steps, bool reversed) {
    quantities_ = quantities;
    hidden_ = hidden;
    reversed_ = reversed;
    values_.resize(static_cast<Index>(quantities.size()) * hidden, steps + 1);
    values_.col(0).setZero();
}

Eigen::MatrixXd Trace::overTime(std::size_t quantity) const {
    if (reversed_)
        return rows(quantity).rowwise().reverse();
    return rows(quantity);
}

Eigen::VectorXd Trace::norms(std::size_t quantity) const {
    Eigen::VectorXd norms(steps());
    for (Index t = 0; t < steps(); ++t)
        norms[t] = scaledNorm(at(quantity, column(t)));
    return norms;
}

}  // namespace rnnscope
