// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace rnnscope {

enum class Loss { MeanSquared, CrossEntropy };

/// A loss and its derivative, as PyTorch's MSELoss and CrossEntropyLoss with mean reduction.
struct LossResult {
    double loss = 0;
    Eigen::VectorXd perStep;         ///< (T), sums to `loss`; zero where there is no read-out
    Eigen::MatrixXd outputGradient;  ///< ∂loss/∂output, of the output's shape
};

/// `output` is O × T, or O × 1 for a read-out at the last of `steps` steps. `target` has as many
/// columns: O rows of numbers for MeanSquared, one row of class numbers 0 … O − 1 for CrossEntropy.
LossResult lossOf(Loss loss, const Eigen::MatrixXd& output, const Eigen::MatrixXd& target,
                  Eigen::Index steps);

/// Only the last step's share of ∂loss/∂output: what remains of the derivative when every earlier
/// loss is left out.
Eigen::MatrixXd lastStepOnly(const Eigen::MatrixXd& outputGradient);

}  // namespace rnnscope
