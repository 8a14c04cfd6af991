// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/softmax.h"

#include <cmath>

namespace rnnscope {

Eigen::MatrixXd softmax(const Eigen::MatrixXd& output) {
    Eigen::MatrixXd result(output.rows(), output.cols());
    for (Eigen::Index t = 0; t < output.cols(); ++t) {
        // Less the largest, so that none overflows.
        result.col(t) = (output.col(t).array() - output.col(t).maxCoeff<Eigen::PropagateNaN>())
                            .unaryExpr([](double entry) { return std::exp(entry); });
        result.col(t) /= result.col(t).sum();
    }
    return result;
}

}  // namespace rnnscope
