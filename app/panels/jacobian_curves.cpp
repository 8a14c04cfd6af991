// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/jacobian_curves.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"
#include "app/plot/plural.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::JacobianPanel)
};

std::vector<double> toVector(const Eigen::VectorXd& values) {
    return {values.begin(), values.end()};
}

}  // namespace

QString spectrumVerdict(const SpectrumFacts& facts, bool brief) {
    if (facts.overflow)
        return Words::tr("overflows at t = %1").arg(*facts.overflow + 1);
    if (facts.mayExplode())
        return Words::tr("σ₁ > 1 at %L1 of %2").arg(facts.over).arg(stepsText(facts.steps));
    if (!facts.mustVanish())
        return brief ? Words::tr("σ₁ ≤ 1: cannot explode")
                     : Words::tr("σ₁ ≤ 1 everywhere: cannot explode");
    if (facts.nearlyHolds())
        return brief ? Words::tr("σ₁ ≈ 1: cannot explode")
                     : Words::tr("σ₁ ≈ 1 everywhere: need not vanish, cannot explode");
    // As a factor it would say 1.00, as if nothing were lost.
    if (shortNumber(facts.perStep) == shortNumber(1))
        return (brief ? Words::tr("σ₁ < 1: loses at least %1 % a step")
                      : Words::tr("σ₁ < 1 everywhere: loses at least %1 % per step"))
            .arg(shortNumber(100 * facts.lostPerStep()));
    return (brief ? Words::tr("σ₁ < 1: at most × %1 a step")
                  : Words::tr("σ₁ < 1 everywhere: vanishes at least as %1 per step"))
        .arg(shortNumber(facts.perStep));
}

QString spectrumTone(const SpectrumFacts& facts) {
    if (facts.overflow)
        return QStringLiteral("danger");
    if (facts.mayExplode())
        return QStringLiteral("warning");
    return facts.mustVanish() && !facts.nearlyHolds() ? QStringLiteral("calm")
                                                      : QStringLiteral("good");
}

LogAxis spectrumAxis(const Spectrum& spectrum) {
    LogAxis axis{-3, 1};
    const auto include = [&axis](double size) {
        if (!std::isfinite(size) || size <= 0)
            return;
        const double exponent = std::log10(size);
        if (exponent < axis.low)
            axis.low = std::max(-300.0, std::floor(exponent));
        if (exponent > axis.high)
            axis.high = std::min(240.0, std::ceil(exponent));
    };
    for (Eigen::Index t = 0; t < spectrum.singular.rows(); ++t) {
        include(spectrum.singular(t, 0));
        include(spectrum.radius[t]);
    }
    return axis;
}

SpectrumFan spectrumFan(const Spectrum& spectrum) {
    SpectrumFan fan;
    const int count = int(spectrum.singular.cols());
    if (count < 2)
        return fan;
    fan.symbol = QStringLiteral("σ₂");
    if (count > 2)
        fan.symbol += QStringLiteral("…σ") + subscript(count);
    const auto line = [&](double share) {  // 0 the second largest, 1 the smallest
        return toVector(spectrum.singular.col(1 + Eigen::Index(std::lround(share * (count - 2)))));
    };
    if (count - 1 <= mostFanLines) {
        for (int k = 1; k < count; ++k)
            fan.lines.push_back(toVector(spectrum.singular.col(k)));
        return fan;
    }
    fan.bands = {{line(1), line(0)}, {line(0.75), line(0.25)}};
    fan.lines = {line(0.5)};
    return fan;
}

}  // namespace rnnscope
