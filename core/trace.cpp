// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace.h"

#include <cmath>

namespace rnnscope {

void Trace::reset(std::span<const Quantity> quantities, Index hidden, Index steps, bool reversed) {
    quantities_ = quantities;
    hidden_ = hidden;
    reversed_ = reversed;
    values_.setZero(static_cast<Index>(quantities.size()) * hidden, steps + 1);
}

Eigen::MatrixXd Trace::overTime(std::size_t quantity) const {
    if (reversed_)
        return rows(quantity).rowwise().reverse();
    return rows(quantity);
}

Eigen::VectorXd Trace::norms(std::size_t quantity) const {
    Eigen::VectorXd norms(steps());
    for (Index t = 0; t < steps(); ++t) {
        const auto units = at(quantity, column(t));
        // Scaled, since squares of 1e-200 and 1e200 leave the range of a double.
        double largest = 0;
        for (const double unit : units)
            if (!(std::abs(unit) <= largest))
                largest = std::abs(unit);
        norms[t] =
            largest > 0 && std::isfinite(largest) ? largest * (units / largest).norm() : largest;
    }
    return norms;
}

}  // namespace rnnscope
