// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_scale.h"

#include <algorithm>
#include <cmath>

namespace rnnscope {

namespace {

double niceAbove(double value) {
    const double unit = std::pow(10.0, std::floor(std::log10(value)));
    for (const double part : {1.0, 2.0, 5.0})
        if (part * unit >= value)
            return part * unit;
    return 10 * unit;
}

}  // namespace

std::optional<double> LengthScale::length(double norm) const {
    if (!std::isfinite(norm))
        return std::nullopt;
    if (!logarithmic)
        return std::clamp((norm - low) / (high - low), 0.0, 1.0);
    return norm > 0 ? std::clamp((std::log10(norm) - low) / (high - low), 0.0, 1.0) : 0.0;
}

LengthScale lengthScale(std::span<const double> norms, double threshold) {
    double largest = threshold * 1.2;
    double smallest = threshold;
    for (const double norm : norms) {
        if (!std::isfinite(norm) || norm <= 0)
            continue;
        largest = std::max(largest, norm);
        smallest = std::min(smallest, norm);
    }
    if (largest <= 1e6 && largest <= 1e4 * smallest)
        return {false, 0, niceAbove(largest)};
    // A decade below, so that the smallest has a length too.
    const double low = std::floor(std::log10(smallest)) - 1;
    return {true, low, std::max(low + 2, std::ceil(std::log10(largest)))};
}

}  // namespace rnnscope
