// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <string>
#include <string_view>
#include <vector>

namespace rnnscope {

/// One weight matrix, or one bias as a single column.
struct Parameter {
    std::string name;       ///< PyTorch's: weight_ih_l0, bias_hh_l1_reverse, fc.weight
    Eigen::MatrixXd value;  ///< rows × columns as in PyTorch
    bool bias = false;      ///< written with shape (rows) instead of (rows, 1)
    /// A bias that the network was built without: stays zero, has no gradient, is not written.
    bool absent = false;
};

/// Ordered, named matrices, in PyTorch's order. Gradients are of the same type.
struct Parameters {
    std::vector<Parameter> items;

    /// Null where there is none of that name.
    const Parameter* find(std::string_view name) const;
    Parameter* find(std::string_view name);

    /// Same names and shapes, all zero.
    Parameters zeros() const;
    void setZero();
    Eigen::Index count() const;
    /// 2-norm over all entries together, as torch.nn.utils.clip_grad_norm_ takes it.
    double norm() const;
};

}  // namespace rnnscope
