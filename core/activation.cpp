// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation.h"

#include <bit>
#include <cstdint>

namespace rnnscope {
namespace {

/// exp x = scale · (1 + rest) with scale = 2^n and |ln(1 + rest)| ≤ ½ ln 2. Free of branches, so
/// that the loops below become vector code on any processor. Needs |x| ≤ 709; NaN gives rest = NaN.
struct Exponential {
    double scale;
    double rest;
};

inline Exponential exponential(double x) {
    // Adding 1.5 · 2^52 rounds to an integer and leaves it in the lowest bits.
    constexpr double magic = 0x1.8p52;
    constexpr double log2e = 0x1.71547652b82fep0;
    // ln 2 in two parts; the first has enough trailing zeros for n · high to be exact.
    constexpr double ln2High = 0x1.62e42feep-1;
    constexpr double ln2Low = 0x1.a39ef35793c76p-33;

    const double shifted = x * log2e + magic;
    const double n = shifted - magic;
    const double r = (x - n * ln2High) - n * ln2Low;

    // expm1 r by its Taylor series to r^13: the next term is below 2e-17 of the sum. Three chains
    // in r^3 instead of one keep the processor busy when there are few units.
    const double r2 = r * r;
    const double r3 = r2 * r;
    const double a = 1.0 / 2 + r3 * (1.0 / 120 + r3 * (1.0 / 40320 + r3 * (1.0 / 39916800)));
    const double b = 1.0 / 6 + r3 * (1.0 / 720 + r3 * (1.0 / 362880 + r3 * (1.0 / 479001600)));
    const double c = 1.0 / 24 + r3 * (1.0 / 5040 + r3 * (1.0 / 3628800 + r3 * (1.0 / 6227020800)));
    const double rest = r + r2 * (a + r * b + r2 * c);

    const std::uint64_t bits = (std::bit_cast<std::uint64_t>(shifted) + 1023) << 52;
    return {std::bit_cast<double>(bits), rest};
}

inline double clamped(double x, double low, double high) {
    x = x < low ? low : x;
    return x > high ? high : x;
}

}  // namespace

void logistic(const double* x, double* y, Eigen::Index count) {
    for (Eigen::Index k = 0; k < count; ++k) {
        const Exponential e = exponential(clamped(-x[k], -708.0, 709.0));
        const double value = 1.0 / (1.0 + (e.scale + e.scale * e.rest));
        y[k] = x[k] < -709.0 ? 0.0 : value;  // as 1 / ∞, not what the clamp leaves
    }
}

void hyperbolicTangent(const double* x, double* y, Eigen::Index count) {
    for (Eigen::Index k = 0; k < count; ++k) {
        // tanh x = E / (E + 2) with E = expm1(2x); beyond 20 it rounds to 1.
        const Exponential e = exponential(clamped(2.0 * x[k], -40.0, 40.0));
        const double expm1 = e.scale * e.rest + (e.scale - 1.0);
        y[k] = expm1 / (expm1 + 2.0);
    }
}

void rectify(const double* x, double* y, Eigen::Index count) {
    for (Eigen::Index k = 0; k < count; ++k)
        y[k] = x[k] < 0.0 ? 0.0 : x[k];
}

}  // namespace rnnscope
