// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scaling.h"

#include <cmath>

namespace rnnscope {

Eigen::VectorXd scaled(const Eigen::Ref<const Eigen::VectorXd>& column, Scaling scaling) {
    const double largest = column.size() > 0 ? column.cwiseAbs().maxCoeff() : 0;
    if (scaling == Scaling::None || column.size() == 0 || !(largest > 0))
        return column;
    // Sums of 1e308 and differences from −1e308 stay in range after a division.
    const Eigen::VectorXd values = column / largest;
    const double origin = scaling == Scaling::Standard ? values.mean() : values.minCoeff();
    const double width = scaling == Scaling::Standard
                             ? std::sqrt((values.array() - origin).square().mean())
                             : values.maxCoeff() - origin;
    if (!(width > 1e-15))
        return Eigen::VectorXd::Zero(column.size());
    return (values.array() - origin) / width;
}

}  // namespace rnnscope
