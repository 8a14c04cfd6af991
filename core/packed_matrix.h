// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <vector>

namespace rnnscope {

/// A matrix laid out for many products with single vectors, which is what the loop over time does:
/// panels of a few vector registers' height are stored one after the other, so that a product reads
/// memory once, in order, and keeps its sums in registers.
class PackedMatrix {
  public:
    PackedMatrix() = default;
    explicit PackedMatrix(const Eigen::Ref<const Eigen::MatrixXd>& matrix) { pack(matrix); }

    void pack(const Eigen::Ref<const Eigen::MatrixXd>& matrix);
    void packTransposed(const Eigen::Ref<const Eigen::MatrixXd>& matrix);

    Eigen::Index rows() const { return rows_; }
    Eigen::Index columns() const { return columns_; }

    /// y += A x; x has columns() entries, y rows(), and they do not overlap. Several threads may
    /// ask at once.
    void addProduct(const double* x, double* y) const;

  private:
    /// Calls fill(first row, rows filled, height, target) for every panel.
    template <class Fill>
    void fillPanels(Eigen::Index rows, Eigen::Index columns, Fill fill);

    Eigen::Index rows_ = 0;
    Eigen::Index columns_ = 0;
    Eigen::Matrix<double, Eigen::Dynamic, 1> panels_;  // Eigen aligns it for vector loads
    bool large_ = false;                               // more than a third of the nearest cache
    mutable bool backwards_ = false;  // which way the next product goes; its result is the same
};

}  // namespace rnnscope
