// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clipping.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rnnscope {
namespace {

double clampEntry(double entry, double threshold) {
    if (entry > threshold)
        return threshold;
    return entry < -threshold ? -threshold : entry;  // NaN passes both comparisons
}

/// Degrees between a and b. Kahan's formula: exact for small angles too, where the arc cosine
/// would lose half the digits. Zero where either vanishes.
double angleBetween(const Parameters& a, double normA, const Parameters& b, double normB) {
    if (normA == 0 || normB == 0)
        return 0;
    double difference = 0, sum = 0;
    for (std::size_t k = 0; k < a.items.size(); ++k) {
        const auto x = a.items[k].value.array() / normA;
        const auto y = b.items[k].value.array() / normB;
        difference += (x - y).square().sum();
        sum += (x + y).square().sum();
    }
    return 2 * std::atan2(std::sqrt(difference), std::sqrt(sum)) * 180 / std::numbers::pi;
}

/// Replaces every entry; how many changed. A NaN that stays one did not.
template <class Change>
Eigen::Index replaceEntries(Parameters& gradient, Change change) {
    Eigen::Index touched = 0;
    for (Parameter& item : gradient.items)
        for (double& entry : item.value.reshaped()) {
            const double before = entry;
            entry = change(before);
            touched += (entry != before) & (before == before);
        }
    return touched;
}

}  // namespace

ClipReport clipOnly(Parameters& gradient, const Clipping& clipping) {
    ClipReport report;
    report.normBefore = gradient.norm();
    report.entries = gradient.count();
    if (clipping.mode == ClipMode::Value)
        report.touched = replaceEntries(
            gradient, [&](double entry) { return clampEntry(entry, clipping.threshold); });
    if (clipping.mode == ClipMode::Norm) {
        const double factor = clipping.threshold / (report.normBefore + 1e-6);
        report.coefficient = factor > 1 ? 1 : factor;  // NaN stays, as in PyTorch
        if (report.coefficient != 1)
            report.touched =
                replaceEntries(gradient, [&](double entry) { return entry * report.coefficient; });
    }
    report.normAfter = report.touched > 0 ? gradient.norm() : report.normBefore;
    return report;
}

ClipReport clip(Parameters& gradient, const Clipping& clipping) {
    const Parameters before = gradient;
    ClipReport report = clipOnly(gradient, clipping);
    report.angle = angleBetween(before, report.normBefore, gradient, report.normAfter);
    return report;
}

}  // namespace rnnscope
