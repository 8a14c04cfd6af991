// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

class QCPColorGradient;

namespace rnnscope {

enum class ColorKind {
    Sequential,  ///< gates, 0…1: dark blue-grey to yellow
    Diverging,   ///< signed values: blue, neutral, red; use low = −high
    LogSize,     ///< sizes of gradients: purple-black, orange, pale
};

/// The only way a number becomes a colour, on screen, in the colour bar and in exports.
struct ColorScale {
    ColorKind kind = ColorKind::Sequential;
    /// The value (Sequential, Diverging), or for LogSize the **exponent of ten**, at each end.
    double low = 0;
    double high = 1;
    bool dark = false;  ///< from Theme::isDark: the middle of Diverging, and NaN

    static ColorScale sequential(bool dark = false) { return {ColorKind::Sequential, 0, 1, dark}; }
    static ColorScale diverging(double limit, bool dark = false) {
        return {ColorKind::Diverging, -limit, limit, dark};
    }
    static ColorScale logSize(double low = -6, double high = 0, bool dark = false) {
        return {ColorKind::LogSize, low, high, dark};
    }

    /// `value` is the number itself; LogSize takes |value| and its logarithm here.
    /// Clamped to the ends; NaN → nan(); ±Inf → over(); LogSize under 10^low (0 included) →
    /// under(), above 10^high → over().
    QRgb color(double value) const;
    QRgb under() const;  ///< "vanished"; the lowest colour where there is no such thing
    QRgb over() const;   ///< "exploded"
    QRgb nan() const;
    /// Colour at `position` 0…1 along the scale, for colour bars.
    QRgb at(double position) const;

    bool operator==(const ColorScale&) const = default;
};

/// The same map for QCustomPlot's own colour bars, over positions 0…1.
QCPColorGradient colorGradient(ColorKind kind, bool dark = false);

}  // namespace rnnscope
