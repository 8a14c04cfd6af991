// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cliff_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"
#include "app/plot/plural.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::CliffPanel)
};

constexpr double flat = 1e-3;  // gradient norm under which descent stands still
constexpr double notLearnt = 0.01;

QString place(const CliffPoint& point) {
    return QStringLiteral("(%1,\u00a0%2)").arg(placeNumber(point.w), placeNumber(point.b));
}

/// Where σ(x₅₀) stands at 0 or 1 the error can be told in full, and descent gets nowhere.
QString reason(const CliffPoint& point) {
    for (const double end : {0.0, 1.0})
        if (std::abs(point.loss - (end - cliffGoal) * (end - cliffGoal)) < 1e-3)
            return Words::tr(", since σ is flat there: (%1\u00a0−\u00a0%2)²\u00a0=\u00a0%3")
                .arg(end)
                .arg(cliffGoal)
                .arg((end - cliffGoal) * (end - cliffGoal));
    return {};
}

QString state(const CliffPoint& point) {
    return Words::tr("loss %1, gradient norm %2")
        .arg(shortNumber(point.loss), shortNumber(point.gradientNorm()));
}

}  // namespace

QString placeNumber(double value) {
    if (std::abs(value) < 1e-3)
        return QString::number(0.0, 'f', 2);
    return shortNumber(value);
}

CliffRuns::CliffRuns(const CliffChoice& choice)
    : plain(cliffRun(choice.w, choice.b, choice.rate, {}, cliffSteps)),
      clipped(cliffRun(choice.w, choice.b, choice.rate, {ClipMode::Norm, choice.threshold},
                       cliffSteps)) {}

bool CliffWindow::contains(const CliffPoint& point) const {
    return point.w >= left && point.w <= right && point.b >= low && point.b <= high;
}

CliffWindow CliffWindow::wide(const CliffRuns& runs, int count) {
    CliffWindow window{0, 12, -4, 10};
    for (const auto* run : {&runs.plain, &runs.clipped})
        for (int k = 0; k <= count && k < int(run->size()); ++k) {
            const CliffPoint& point = (*run)[std::size_t(k)];
            if (!std::isfinite(point.w) || !std::isfinite(point.b))
                continue;
            // Twice as far as needed, so that the picture does not jump at every step.
            if (point.w < window.left)
                window.left = 2 * point.w;
            if (point.w > window.right)
                window.right = 1.5 * point.w;
            if (point.b < window.low)
                window.low = 1.5 * point.b;
            if (point.b > window.high)
                window.high = 1.5 * point.b;
        }
    return window;
}

bool staysNear(const CliffRuns& runs, int count) {
    const CliffWindow window = CliffWindow::valley();
    for (const auto* run : {&runs.plain, &runs.clipped})
        for (int k = 0; k <= count && k < int(run->size()); ++k)
            if (!window.contains((*run)[std::size_t(k)]))
                return false;
    return true;
}

QString plainWords(std::span<const CliffPoint> run, int count) {
    const CliffPoint& now = run[std::size_t(count)];
    const std::optional<int> thrown = thrownAt(run.first(std::size_t(count) + 1));
    if (!thrown)
        return Words::tr("%1, %2").arg(place(now), state(now));
    const CliffPoint& before = run[std::size_t(*thrown)];
    const CliffPoint& after = run[std::size_t(*thrown) + 1];
    QString words = Words::tr("update %1: gradient norm %2, thrown to %3")
                        .arg(*thrown)
                        .arg(shortNumber(before.gradientNorm()), place(after));
    const bool stuck = now.gradientNorm() < flat && now.loss > notLearnt;
    words += stuck ? Words::tr("; stuck at loss %1%2").arg(shortNumber(now.loss), reason(now))
                   : Words::tr("; now %1").arg(state(now));
    return words;
}

QString clippedWords(std::span<const CliffPoint> run, int count) {
    const CliffPoint& now = run[std::size_t(count)];
    const int clipped = clippedCount(run, count);
    QString words = Words::tr("%1, %2").arg(place(now), state(now));
    if (count > 0)
        words += Words::tr("; %L1 of %2 clipped").arg(clipped).arg(updatesText(count));
    return words;
}

}  // namespace rnnscope
