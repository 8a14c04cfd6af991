// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packed_matrix.h"

#include <algorithm>
#include <cstring>

namespace rnnscope {
namespace {

#if defined(__AVX512F__)
constexpr int lanes = 8;
#elif defined(__AVX__)
constexpr int lanes = 4;
#else
constexpr int lanes = 2;
#endif
using Lane = double __attribute__((vector_size(lanes * sizeof(double)), aligned(8), may_alias));

constexpr Eigen::Index wide = 4 * lanes;  // rows of a panel of the bulk; the rest has `lanes` rows

/// Height of the panel that starts at this row.
Eigen::Index panelHeight(Eigen::Index row, Eigen::Index rows) {
    return rows - row >= wide ? wide : lanes;
}

const Lane& load(const double* address) {
    return *reinterpret_cast<const Lane*>(address);
}

/// sums += panel · x for a panel of `Height` registers. `Chains` columns are summed apart, since a
/// single chain of additions would wait for the one before.
template <int Height, int Chains>
void multiplyPanel(const double* panel, const double* x, Eigen::Index columns,
                   Lane (&sums)[Height]) {
    Lane chains[Height][Chains] = {};
    Eigen::Index column = 0;
    for (; column + Chains <= columns; column += Chains) {
#pragma GCC unroll 8
        for (int chain = 0; chain < Chains; ++chain) {
            const double factor = x[column + chain];
#pragma GCC unroll 8
            for (int k = 0; k < Height; ++k)
                chains[k][chain] += load(panel + (chain * Height + k) * lanes) * factor;
        }
        panel += Chains * Height * lanes;
    }
    for (; column < columns; ++column) {
        for (int k = 0; k < Height; ++k)
            chains[k][0] += load(panel + k * lanes) * x[column];
        panel += Height * lanes;
    }
    for (int k = 0; k < Height; ++k)
        for (int chain = 0; chain < Chains; ++chain)
            sums[k] += chains[k][chain];
}

}  // namespace

void PackedMatrix::pack(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
    rows_ = matrix.rows();
    columns_ = matrix.cols();
    const Eigen::Index padded = (rows_ + lanes - 1) / lanes * lanes;
    panels_.setZero(padded * columns_);
    double* target = panels_.data();
    for (Eigen::Index row = 0; row < rows_;) {
        const Eigen::Index height = panelHeight(row, rows_);
        const Eigen::Index filled = std::min(height, rows_ - row);
        for (Eigen::Index column = 0; column < columns_; ++column, target += height)
            std::memcpy(target, matrix.col(column).data() + row,
                        static_cast<std::size_t>(filled) * sizeof(double));
        row += height;
    }
}

void PackedMatrix::addProduct(const double* x, double* y) const {
    const double* panel = panels_.data();
    Eigen::Index row = 0;
    for (; rows_ - row >= wide; row += wide, panel += wide * columns_) {
        Lane sums[4] = {};
        multiplyPanel<4, 2>(panel, x, columns_, sums);
#pragma GCC unroll 4
        for (int k = 0; k < 4; ++k)
            *reinterpret_cast<Lane*>(y + row + k * lanes) += sums[k];
    }
    for (; row < rows_; row += lanes, panel += lanes * columns_) {
        Lane sums[1] = {};
        multiplyPanel<1, 8>(panel, x, columns_, sums);
        const Eigen::Index filled = std::min<Eigen::Index>(lanes, rows_ - row);
        for (Eigen::Index k = 0; k < filled; ++k)
            y[row + k] += sums[0][k];
    }
}

}  // namespace rnnscope
