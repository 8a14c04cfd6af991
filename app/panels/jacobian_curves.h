// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/plot/axes.h"
#include "core/analysis/jacobian.h"

namespace rnnscope {

/// What the largest singular values σ₁ of all steps say together.
struct SpectrumFacts {
    int steps = 0;
    int over = 0;                 ///< steps at which σ₁ > 1, beyond rounding
    double largest = 0;           ///< σ₁ over all steps
    double perStep = 0;           ///< geometric mean of σ₁: the product shrinks at least as fast
    std::optional<int> zero;      ///< a step at which the whole Jacobian is zero
    std::optional<int> overflow;  ///< first step, in the order of computation, that is no number

    /// Under 1 at every step: sufficient for vanishing.
    bool mustVanish() const;
    /// Over 1 somewhere: necessary for exploding, not sufficient.
    bool mayExplode() const { return over > 0; }
};
SpectrumFacts factsOf(const Spectrum& spectrum, bool reverse);

/// The verdict that follows, in the words of a chip, shorter where there is little room; and the
/// chip's property "tone".
QString spectrumVerdict(const SpectrumFacts& facts, bool brief = false);
QString spectrumTone(const SpectrumFacts& facts);

/// Zero but for rounding beside the largest singular value of its step.
bool isZero(double size, double largest);

/// 10⁻³ … 10¹ as long as σ₁ and the spectral radius fit, else extended to whole decades.
LogAxis spectrumAxis(const Spectrum& spectrum);

/// Singular values beside the largest: each as a line where they are few, else as bands between
/// two of them at every step, the widest first, and the median.
struct SpectrumFan {
    struct Band {
        std::vector<double> low, high;
    };
    std::vector<std::vector<double>> lines;
    std::vector<Band> bands;
    QString symbol;  ///< "σ₂…σ₈"; empty where there are none
};
SpectrumFan spectrumFan(const Spectrum& spectrum);

/// So many lines at most; more become bands.
inline constexpr int mostFanLines = 8;

}  // namespace rnnscope
