// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/colormap.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace rnnscope {

namespace {

constexpr int levels = 257;  // odd: exact zero of a symmetric scale is the middle stop itself
using Table = std::array<QRgb, levels>;

// Stops stand at equal distances; brightness rises (or, for signed values on a screen, leaves the
// middle) evenly, so that the maps also read in grey.
constexpr QRgb sequentialStops[] = {0xFF16294D, 0xFF47526C, 0xFF7B7B73, 0xFFB5A768, 0xFFFBE452};
constexpr QRgb divergingLight[] = {0xFF154A86, 0xFF62A1D0, 0xFFF7F7F7, 0xFFEA8467, 0xFFA11B2E};
constexpr QRgb divergingDark[] = {0xFF9ACDFF, 0xFF3C7FBE, 0xFF202932, 0xFFC9543F, 0xFFFFB9A3};
constexpr QRgb divergingPrint[] = {0xFF062B5E, 0xFF2F5F94, 0xFF8B8B8D, 0xFFEBA98D, 0xFFFFF0E2};
constexpr QRgb logSizeStops[] = {0xFF0B0824, 0xFF3D1069, 0xFF85217A,
                                 0xFFCE406C, 0xFFFA8C60, 0xFFFCF6BF};

// No map has a slate, a cyan or a lime of its own.
constexpr QRgb vanished = 0xFF5A7688;
constexpr QRgb exploded = 0xFF00C8D7;
constexpr QRgb notANumber = 0xFF86D31C;

std::span<const QRgb> stopsOf(ColorKind kind, SignedColors colors) {
    switch (kind) {
        case ColorKind::Sequential:
            return sequentialStops;
        case ColorKind::Diverging:
            break;
        case ColorKind::LogSize:
            return logSizeStops;
    }
    switch (colors) {
        case SignedColors::Light:
            break;
        case SignedColors::Dark:
            return divergingDark;
        case SignedColors::Print:
            return divergingPrint;
    }
    return divergingLight;
}

Table makeTable(std::span<const QRgb> stops) {
    Table table{};
    for (int level = 0; level < levels; ++level) {
        const double place = level * double(stops.size() - 1) / (levels - 1);
        const auto left = std::min(std::size_t(place), stops.size() - 2);
        const double part = place - double(left);
        const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
        const QRgb a = stops[left];
        const QRgb b = stops[left + 1];
        table[std::size_t(level)] =
            qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
    }
    return table;
}

const Table& tableOf(ColorKind kind, SignedColors colors) {
    static const Table sequential = makeTable(sequentialStops);
    static const Table signedTables[] = {makeTable(divergingLight), makeTable(divergingDark),
                                         makeTable(divergingPrint)};
    static const Table logSize = makeTable(logSizeStops);
    switch (kind) {
        case ColorKind::Sequential:
            return sequential;
        case ColorKind::Diverging:
            return signedTables[std::size_t(colors)];
        case ColorKind::LogSize:
            break;
    }
    return logSize;
}

}  // namespace

QRgb ColorScale::color(double value) const {
    if (std::isnan(value))
        return nan();
    if (std::isinf(value))
        return over();
    if (kind == ColorKind::LogSize) {
        value = value == 0 ? -1000 : std::log10(std::abs(value));
        if (value < low)
            return under();
        if (value > high)
            return over();
    }
    const double clamped = std::clamp(value, std::min(low, high), std::max(low, high));
    // Halves, because 1e308 − (−1e308) is infinite. A scale without a span has only its middle.
    const double span = high / 2 - low / 2;
    if (!(std::abs(span) > 0))
        return at(value < low ? 0 : value > high ? 1 : 0.5);
    return at((clamped / 2 - low / 2) / span);
}

QRgb ColorScale::under() const {
    return kind == ColorKind::LogSize ? vanished : at(0);
}
QRgb ColorScale::over() const {
    return exploded;
}
QRgb ColorScale::nan() const {
    return notANumber;
}

QRgb ColorScale::at(double position) const {
    const double inside = position > 0 ? std::min(position, 1.0) : 0.0;  // NaN: 0
    return tableOf(kind, colors)[std::size_t(std::lround(inside * (levels - 1)))];
}

QCPColorGradient colorGradient(ColorKind kind, SignedColors colors) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const auto stops = stopsOf(kind, colors);
    for (std::size_t i = 0; i < stops.size(); ++i)
        gradient.setColorStopAt(double(i) / double(stops.size() - 1), QColor(stops[i]));
    gradient.setLevelCount(levels);
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    gradient.setNanHandling(QCPColorGradient::nhNanColor);
    gradient.setNanColor(QColor(notANumber));
    return gradient;
}

}  // namespace rnnscope
