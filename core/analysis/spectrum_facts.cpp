// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/spectrum_facts.h"

#include <algorithm>
#include <cmath>

namespace rnnscope {
namespace {

constexpr double rounding = 1e-12;  // an orthogonal matrix has singular values of 1 ± 1e-15

}  // namespace

bool isZero(double size, double largest) {
    return size <= 1e-14 * largest;
}

bool SpectrumFacts::mustVanish() const {
    return !overflow && largest < 1 - rounding;
}

bool SpectrumFacts::nearlyHolds() const {
    return mustVanish() && std::pow(perStep, steps) >= 0.99;
}

SpectrumFacts factsOf(const Spectrum& spectrum, bool reverse) {
    SpectrumFacts facts;
    facts.steps = static_cast<int>(spectrum.singular.rows());
    double logarithms = 0;  // the product itself may leave the range of a double
    int finite = 0;
    for (int k = 0; k < facts.steps; ++k) {
        const int step = reverse ? facts.steps - 1 - k : k;
        const double size = spectrum.singular(step, 0);
        if (!std::isfinite(size)) {
            if (!facts.overflow)
                facts.overflow = step;
            continue;
        }
        facts.over += size > 1 + rounding ? 1 : 0;
        facts.largest = std::max(facts.largest, size);
        if (size == 0 && !facts.zero)
            facts.zero = step;
        logarithms += std::log(size);
        ++finite;
    }
    facts.perStep = finite > 0 ? std::exp(logarithms / finite) : 0;
    return facts;
}

}  // namespace rnnscope
