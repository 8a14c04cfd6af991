// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decay.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace rnnscope {
namespace {

using Eigen::Index;

/// Median slope over all pairs; above 400 points, over an even selection of 400.
double medianSlope(const std::vector<std::pair<double, double>>& points) {
    constexpr std::size_t most = 400;
    const std::size_t count = std::min(points.size(), most);
    std::vector<std::pair<double, double>> chosen(count);
    for (std::size_t k = 0; k < count; ++k)
        chosen[k] = points[k * (points.size() - 1) / std::max<std::size_t>(count - 1, 1)];
    std::vector<double> slopes;
    slopes.reserve(count * (count - 1) / 2);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = a + 1; b < count; ++b)
            slopes.push_back((chosen[b].second - chosen[a].second) /
                             (chosen[b].first - chosen[a].first));
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::nth_element(slopes.begin(), middle, slopes.end());
    if (slopes.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(slopes.begin(), middle)) / 2;
}

Verdict verdictOf(double remaining) {
    if (remaining > explodingFrom)
        return Verdict::Exploding;
    if (remaining >= aliveFrom)
        return Verdict::Alive;
    return remaining >= shrinkingFrom ? Verdict::Shrinking : Verdict::Vanished;
}

}  // namespace

double Decay::factor() const {
    return std::exp(rate);
}

std::optional<double> Decay::halfLife() const {
    if (rate < 0)
        return std::numbers::ln2 / -rate;
    return std::nullopt;
}

std::optional<double> Decay::horizon() const {
    if (rate < 0)
        return std::log(shrinkingFrom) / rate;
    return std::nullopt;
}

std::optional<double> Decay::doubling() const {
    if (rate > 0)
        return std::numbers::ln2 / rate;
    return std::nullopt;
}

std::optional<Decay> decayOf(const Eigen::VectorXd& norms) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const Index last = norms.size() - 1;
    std::vector<std::pair<double, double>> points;  // steps back from the loss, ln norm
    bool died = false, overflowed = false;
    for (Index k = last; k >= 0; --k) {
        const double norm = norms[k];
        // Below the smallest normal number, precision is lost digit by digit.
        if (norm >= std::numeric_limits<double>::min() && std::isfinite(norm))
            points.emplace_back(static_cast<double>(last - k), std::log(norm));
        else if (norm == 0)
            died = true;
        else if (!std::isfinite(norm))
            overflowed = true;
    }
    Decay decay;
    if (points.size() >= 2)
        decay.rate = medianSlope(points);
    else if (overflowed)
        decay.rate = infinity;
    else if (died && !points.empty())
        decay.rate = -infinity;
    else
        return std::nullopt;
    decay.remaining = last > 0 ? std::exp(decay.rate * static_cast<double>(last)) : 1.0;
    if (overflowed)
        decay.remaining = infinity;
    else if (norms[0] == 0 && norms[last] > 0)
        decay.remaining = 0;  // died out altogether, as behind dead rectified units
    decay.verdict = verdictOf(decay.remaining);
    return decay;
}

}  // namespace rnnscope
