// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <span>

#include "core/result.h"

namespace rnnscope {

/// What the sides of a figure are given in.
struct LengthUnit {
    const char* symbol;  ///< "px"
    double pixels;       ///< CSS pixels, 96 to the inch, in one
    int decimals;        ///< worth showing
};
/// The first is meant where none is named.
std::span<const LengthUnit> lengthUnits();

/// A size that figures often have.
struct FigureSize {
    const char* id;     ///< as it is remembered
    const char* words;  ///< to be translated in the context "FigureSize"
    QSizeF size;        ///< CSS pixels; empty where it is not the same for all
    bool slide;         ///< it is read from far away
};
/// Slides are those of today's programs, 13.333 in × 7.5 in and 10 in × 7.5 in, and parts of their
/// width.
std::span<const FigureSize> figureSizes();
QString wordsOf(const FigureSize& size);

/// "1280x720" in CSS pixels, "160x90mm". Both sides are at least one pixel.
Result<QSizeF> parseFigureSize(const QString& text);

}  // namespace rnnscope
