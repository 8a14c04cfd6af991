// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packed_matrix.h"

#include <algorithm>
#include <atomic>
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
constexpr Eigen::Index leastTile = 2048 / wide;  // columns of a tile: a third of the nearest cache
constexpr Eigen::Index mostTiles = 16;           // of a panel

/// Height of the panel that starts at this row.
Eigen::Index panelHeight(Eigen::Index row, Eigen::Index rows) {
    return rows - row >= wide ? wide : lanes;
}

/// Columns of a panel that are summed before the next ones are begun; even, for two chains.
Eigen::Index tileColumns(Eigen::Index columns) {
    return std::max(leastTile, (columns + 2 * mostTiles - 1) / (2 * mostTiles) * 2);
}

const Lane& load(const double* address) {
    return *reinterpret_cast<const Lane*>(address);
}

/// sums = panel · x for a panel of `Height` registers. `Chains` columns are summed apart, since a
/// single chain of additions would wait for the one before.
template <int Height, int Chains>
[[gnu::always_inline]] inline void multiplyPanel(const double* panel, const double* x,
                                                 Eigen::Index columns, Lane (&sums)[Height]) {
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
    for (int k = 0; k < Height; ++k) {
        sums[k] = chains[k][0];
        for (int chain = 1; chain < Chains; ++chain)
            sums[k] += chains[k][chain];
    }
}

/// The same for a panel of many columns, a tile after the other, from either end.
void addTiles(const double* panel, const double* x, Eigen::Index columns, bool backwards,
              Lane (&sum)[4]) {
    const Eigen::Index tile = tileColumns(columns), tiles = (columns + tile - 1) / tile;
    Lane sums[mostTiles][4];
    for (Eigen::Index j = 0; j < tiles; ++j) {
        const Eigen::Index which = backwards ? tiles - 1 - j : j, first = which * tile;
        multiplyPanel<4, 2>(panel + first * wide, x + first, std::min(tile, columns - first),
                            sums[which]);
    }
    for (Eigen::Index j = 0; j < tiles; ++j)
        for (int part = 0; part < 4; ++part)
            sum[part] += sums[j][part];
}

}  // namespace

template <class Fill>
void PackedMatrix::fillPanels(Eigen::Index rows, Eigen::Index columns, Fill fill) {
    rows_ = rows;
    columns_ = columns;
    large_ = rows * columns > wide * leastTile;
    panels_.resize((rows + lanes - 1) / lanes * lanes * columns);
    double* target = panels_.data();
    for (Eigen::Index row = 0; row < rows;) {
        const Eigen::Index height = panelHeight(row, rows);
        const Eigen::Index filled = std::min(height, rows - row);
        if (filled < height)
            std::fill(target, target + height * columns, 0.0);
        fill(row, filled, height, target);
        target += height * columns;
        row += height;
    }
}

void PackedMatrix::pack(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
    fillPanels(matrix.rows(), matrix.cols(),
               [&](Eigen::Index row, Eigen::Index filled, Eigen::Index height, double* target) {
                   for (Eigen::Index column = 0; column < columns_; ++column, target += height)
                       std::memcpy(target, matrix.col(column).data() + row,
                                   static_cast<std::size_t>(filled) * sizeof(double));
               });
}

void PackedMatrix::packTransposed(const Eigen::Ref<const Eigen::MatrixXd>& matrix) {
    fillPanels(matrix.cols(), matrix.rows(),
               [&](Eigen::Index row, Eigen::Index filled, Eigen::Index height, double* target) {
                   for (Eigen::Index k = 0; k < filled; k += lanes) {
                       const Eigen::Index some = std::min<Eigen::Index>(lanes, filled - k);
                       const double* source = matrix.col(row + k).data();
                       const Eigen::Index stride = matrix.outerStride();
                       for (Eigen::Index column = 0; column < columns_; ++column)
                           for (Eigen::Index j = 0; j < some; ++j)
                               target[column * height + k + j] = source[j * stride + column];
                   }
               });
}

void PackedMatrix::addProduct(const double* x, double* y) const {
    const Eigen::Index bulk = rows_ / wide;
    bool backwards = false;
    if (large_) {
        // Every other product goes through the panels backwards, and so begins with those that the
        // one before has left in the nearest cache. Sums are taken in the same order both ways.
        const std::atomic_ref<bool> turn(backwards_);
        backwards = turn.load(std::memory_order_relaxed);
        turn.store(!backwards, std::memory_order_relaxed);
    }
    for (Eigen::Index k = 0; k < bulk; ++k) {
        const Eigen::Index row = (backwards ? bulk - 1 - k : k) * wide;
        const double* panel = panels_.data() + row * columns_;
        Lane sum[4] = {};
        if (columns_ <= leastTile)
            multiplyPanel<4, 2>(panel, x, columns_, sum);
        else
            addTiles(panel, x, columns_, backwards, sum);
#pragma GCC unroll 4
        for (int part = 0; part < 4; ++part)
            *reinterpret_cast<Lane*>(y + row + part * lanes) += sum[part];
    }
    const double* panel = panels_.data() + bulk * wide * columns_;
    for (Eigen::Index row = bulk * wide; row < rows_; row += lanes, panel += lanes * columns_) {
        Lane sums[1] = {};
        multiplyPanel<1, 8>(panel, x, columns_, sums);
        const Eigen::Index filled = std::min<Eigen::Index>(lanes, rows_ - row);
        for (Eigen::Index k = 0; k < filled; ++k)
            y[row + k] += sums[0][k];
    }
}

}  // namespace rnnscope
