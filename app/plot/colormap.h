// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

class QCPColorGradient;

namespace rnnscope {

enum class ColorKind {
    Sequential,  ///< gates, 0…1: dark blue-grey to yellow
    Diverging,   ///< signed values, blue to red; use low = −high
    LogSize,     ///< sizes of gradients: purple-black, orange, pale
};

/// Whose the colours of signed values are.
enum class SignedColors {
    Light,  ///< towards a light middle
    Dark,   ///< towards a dark middle
    Print,  ///< lighter all the way from −limit to limit: greyscale keeps the sign
};

/// The only way a number becomes a colour, on screen, in the colour bar and in exports.
struct ColorScale {
    ColorKind kind = ColorKind::Sequential;
    /// The value (Sequential, Diverging), or for LogSize the **exponent of ten**, at each end.
    double low = 0;
    double high = 1;
    SignedColors colors = SignedColors::Light;  ///< of Diverging, from Theme::signedColors

    static ColorScale sequential() { return {ColorKind::Sequential, 0, 1}; }
    static ColorScale diverging(double limit, SignedColors colors = SignedColors::Light) {
        return {ColorKind::Diverging, -limit, limit, colors};
    }
    static ColorScale logSize(double low = -6, double high = 0) {
        return {ColorKind::LogSize, low, high};
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
QCPColorGradient colorGradient(ColorKind kind, SignedColors colors = SignedColors::Light);

}  // namespace rnnscope
