// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loss.h"

#include <cassert>
#include <cmath>

namespace rnnscope {

using Eigen::Index;

namespace {

/// loss_t = Σ_o (y − ŷ)² / n with n entries in all.
void meanSquared(const Eigen::MatrixXd& output, const Eigen::MatrixXd& target, Index first,
                 LossResult& result) {
    const auto count = static_cast<double>(output.size());
    result.outputGradient = output - target;
    for (Index t = 0; t < output.cols(); ++t)
        result.perStep[first + t] = result.outputGradient.col(t).squaredNorm() / count;
    result.outputGradient *= 2.0 / count;
}

/// loss_t = (ln Σ_o exp ŷ_o − ŷ_class) / n with n predictions in all.
void crossEntropy(const Eigen::MatrixXd& output, const Eigen::MatrixXd& target, Index first,
                  LossResult& result) {
    const auto count = static_cast<double>(output.cols());
    result.outputGradient.resizeLike(output);
    for (Index t = 0; t < output.cols(); ++t) {
        const auto label = static_cast<Index>(target(0, t));
        assert(label >= 0 && label < output.rows());
        const double largest = output.col(t).maxCoeff();
        // Eigen's own exp ends at 1e-309 where the true value is 0.
        const Eigen::ArrayXd exponentials = output.col(t).array().unaryExpr(
            [&](double entry) { return std::exp(entry - largest); });
        const double sum = exponentials.sum();
        result.perStep[first + t] = (std::log(sum) - (output(label, t) - largest)) / count;
        result.outputGradient.col(t) = exponentials / sum;
        result.outputGradient(label, t) -= 1.0;
    }
    result.outputGradient /= count;
}

}  // namespace

LossResult lossOf(Loss loss, const Eigen::MatrixXd& output, const Eigen::MatrixXd& target,
                  Index steps) {
    assert(output.cols() == target.cols() && output.cols() <= steps);
    LossResult result;
    result.perStep = Eigen::VectorXd::Zero(steps);
    const Index first = steps - output.cols();
    switch (loss) {
        case Loss::MeanSquared:
            meanSquared(output, target, first, result);
            break;
        case Loss::CrossEntropy:
            crossEntropy(output, target, first, result);
            break;
    }
    result.loss = result.perStep.sum();
    return result;
}

Eigen::MatrixXd lastStepOnly(const Eigen::MatrixXd& outputGradient) {
    Eigen::MatrixXd last = Eigen::MatrixXd::Zero(outputGradient.rows(), outputGradient.cols());
    last.rightCols(1) = outputGradient.rightCols(1);
    return last;
}

}  // namespace rnnscope
