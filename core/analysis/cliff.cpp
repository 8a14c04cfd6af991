// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cliff.h"

#include <algorithm>
#include <cmath>

#include "core/activation.h"

namespace rnnscope {
namespace {

constexpr int unrolled = 50;
constexpr double start = 0.5;
constexpr double goal = cliffGoal;

double logistic(double x) {
    double y = 0;
    rnnscope::logistic(&x, &y, 1);
    return y;
}

}  // namespace

double CliffPoint::gradientNorm() const {
    return std::hypot(gradientW, gradientB);
}

// With s = σ(x) and s′ = s (1 − s):
// ∂x_t/∂w = s_{t−1} + w s′_{t−1} ∂x_{t−1}/∂w      ∂x_t/∂b = 1 + w s′_{t−1} ∂x_{t−1}/∂b
// ∂E/∂· = 2 (s_50 − 0.7) s′_50 ∂x_50/∂·
CliffPoint cliffAt(double w, double b) {
    double byW = 0, byB = 0;
    double s = logistic(start);
    for (int t = 1; t <= unrolled; ++t) {
        const double slope = w * (s * (1 - s));
        byW = s + slope * byW;
        byB = 1 + slope * byB;
        s = logistic(w * s + b);
    }
    const double outer = 2 * (s - goal) * (s * (1 - s));
    return {w, b, (s - goal) * (s - goal), outer * byW, outer * byB, false};
}

std::vector<CliffPoint> cliffRun(double w, double b, double rate, const Clipping& clipping,
                                 int steps) {
    std::vector<CliffPoint> points{cliffAt(w, b)};
    points.reserve(static_cast<std::size_t>(steps) + 1);
    Parameters gradient;
    gradient.items.push_back({"wb", Eigen::MatrixXd(2, 1)});
    Eigen::MatrixXd& entries = gradient.items[0].value;
    for (int k = 0; k < steps; ++k) {
        CliffPoint& here = points.back();
        entries << here.gradientW, here.gradientB;
        here.clipped = clip(gradient, clipping).engaged();
        points.push_back(cliffAt(here.w - rate * entries(0), here.b - rate * entries(1)));
    }
    return points;
}

std::optional<int> thrownAt(std::span<const CliffPoint> run) {
    std::optional<int> longest;
    double most = cliffThrow;
    for (std::size_t k = 0; k + 1 < run.size(); ++k) {
        const double step = std::hypot(run[k + 1].w - run[k].w, run[k + 1].b - run[k].b);
        if (step > most) {
            most = step;
            longest = static_cast<int>(k);
        }
    }
    return longest;
}

int clippedCount(std::span<const CliffPoint> run, int count) {
    const auto wanted = static_cast<std::size_t>(std::max(0, count));
    const auto first = run.first(std::min(run.size(), wanted));
    return static_cast<int>(std::count_if(first.begin(), first.end(),
                                          [](const CliffPoint& point) { return point.clipped; }));
}

Eigen::MatrixXd cliffSurface(const Eigen::VectorXd& w, const Eigen::VectorXd& b) {
    Eigen::MatrixXd losses(b.size(), w.size());
    Eigen::ArrayXd s(b.size());
    for (Eigen::Index column = 0; column < w.size(); ++column) {
        s.setConstant(logistic(start));
        for (int t = 1; t <= unrolled; ++t) {
            s = w[column] * s + b.array();
            rnnscope::logistic(s.data(), s.data(), s.size());
        }
        losses.col(column) = (s - goal).square();
    }
    return losses;
}

}  // namespace rnnscope
