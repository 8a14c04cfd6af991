// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "app/plot/axes.h"
#include "core/analysis/spectrum_facts.h"

namespace rnnscope {

/// The verdict that follows, in the words of a chip, shorter where there is little room; and the
/// chip's property "tone".
QString spectrumVerdict(const SpectrumFacts& facts, bool brief = false);
QString spectrumTone(const SpectrumFacts& facts);

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
