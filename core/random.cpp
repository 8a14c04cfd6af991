// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include <Eigen/QR>
#include <cmath>

namespace rnnscope {

double Random::uniform() {
    return static_cast<double>(engine_() >> 11) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
    return low + (high - low) * uniform();
}

std::uint64_t Random::below(std::uint64_t count) {
    // Values of the last, incomplete run of `count` would favour the small ones: draw again.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % count;
    std::uint64_t value = engine_();
    while (value >= limit)
        value = engine_();
    return value % count;
}

double Random::normal() {
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    double a = 0, b = 0, square = 0;
    do {
        a = uniform(-1, 1);
        b = uniform(-1, 1);
        square = a * a + b * b;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    spare_ = b * factor;
    hasSpare_ = true;
    return a * factor;
}

Eigen::MatrixXd Random::orthogonal(Eigen::Index n) {
    Eigen::MatrixXd gauss(n, n);
    for (Eigen::Index row = 0; row < n; ++row)
        for (Eigen::Index column = 0; column < n; ++column)
            gauss(row, column) = normal();
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(gauss);
    Eigen::MatrixXd q = qr.householderQ() * Eigen::MatrixXd::Identity(n, n);
    // The sign of R's diagonal makes the factorisation unique, hence Q uniform.
    for (Eigen::Index column = 0; column < n; ++column)
        if (qr.matrixQR()(column, column) < 0)
            q.col(column) *= -1;
    return q;
}

}  // namespace rnnscope
