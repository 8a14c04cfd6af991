// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSharedPointer>
#include <QString>
#include <span>

#include "app/plot/theme.h"

class QCPAxis;
class QCPAxisRect;
class QCPAxisTicker;
class QCPRange;
class QCustomPlot;

namespace rnnscope {

/// Thin frame, muted labels, few ticks, no default look. Safe to call again on a theme change.
void styleAxes(QCPAxisRect& rect, const Theme& theme);
/// All axis rectangles of a plot, its ground, its legends; queued refresh, no margins of its own.
void styleAxes(QCustomPlot& plot, const Theme& theme);

/// Where an axis rectangle stands. Empty where a layout found no room for it; asking such a one for
/// its width would overflow.
QRectF areaOf(const QCPAxisRect& rect);

/// Range over the finite values, clamped to ±1e240, with `padding` of the span at each end. Nothing
/// finite: 0…1. A constant: some span around it. QCPAxis::setRange never refuses the result.
QCPRange finiteRange(std::span<const double> values, double padding = 0.05);

/// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten: limits that stand still while the
/// numbers behind them move. 1 for 0.
double roundLimit(double size);

/// Whole numbers only, few of them.
QSharedPointer<QCPAxisTicker> timeTicker();

/// A logarithmic axis is log10 of the size on a **linear** axis; QCustomPlot's own breaks at 0 and
/// at 1e-300.
struct LogAxis {
    double low = -12;  ///< exponent at the lower end, the floor; never under −300
    double high = 2;   ///< never above 240

    /// Where a size stands: log10 |size|; 0 and everything under the floor stand on the floor,
    /// ±Inf and everything above 1e240 at 240; NaN stays NaN.
    double position(double size) const;
};

/// Range, ticks at whole decades (10², 10⁰, …; adaptive step), "0" at the floor.
void setLogAxis(QCPAxis& axis, const LogAxis& log);
/// The ticker alone; `floor` is the exponent labelled "0".
QSharedPointer<QCPAxisTicker> decadeTicker(double floor);

/// What the size of a gradient means; the words stand in the plots' bands and in chips.
enum class SizeBand { Vanished, Shrinking, Alive, Exploding, Undefined };
SizeBand sizeBand(double size);       ///< < 1e-6, < 1e-3, ≤ 1, above; NaN: Undefined
QString sizeBandName(SizeBand band);  ///< translated: "vanished", "shrinking", "alive", …

/// Coloured bands behind a log axis (setLogAxis) with their names at the right. Call again after a
/// theme change: the old ones are replaced.
void addSizeBands(QCPAxisRect& rect, const Theme& theme);
/// Their names alone, over what hides them: `area` spans the exponents `low` to `high`.
void paintSizeBandNames(QPainter& painter, const QRectF& area, double low, double high,
                        const Theme& theme);

}  // namespace rnnscope
