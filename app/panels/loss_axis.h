// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "app/panels/loss_columns.h"
#include "app/plot/axes.h"

class QPainter;

namespace rnnscope {

/// Updates from 0 at the left.
struct UpdateAxis {
    double last = 1;  ///< update at the right end
    qreal left = 0, right = 1;

    qreal x(double update) const { return left + (right - left) * update / last; }
    /// The nearest of `count` updates.
    std::size_t updateAt(qreal x, std::size_t count) const;
};

/// A round number that holds `count` updates and stands still while some more come; at most the
/// planned number, until there are more.
double updateAxisEnd(std::size_t count, int planned);

/// Positive sizes, logarithmic, from the bottom to the top.
struct SizeAxis {
    LogAxis log;
    qreal bottom = 1, top = 0;

    qreal y(double size) const;
    /// Whether a size lies above the top.
    bool leaves(double size) const { return log.position(size) > log.high; }
};

/// A place on a logarithmic axis, and its label; empty for a line without one.
struct SizeTick {
    double exponent = 0;
    QString label;
};

/// Limits on 1, 2 or 5 times a power of ten around the sizes. Sizes above `most` leave the axis at
/// the top; those over twelve decades under it stand on the floor, but for `keep`, which is seen.
LogAxis sizeLimits(const std::vector<ValueRange>& ranges, double most,
                   std::optional<double> keep = {});
std::vector<SizeTick> sizeTicks(const LogAxis& log, qreal height, qreal labelHeight);

/// Ground, frame, grid lines and labels at the left; `tight` keeps the labels between top and
/// bottom.
void paintSizeAxis(QPainter& painter, const QRectF& plot, const SizeAxis& axis, bool tight,
                   const Theme& theme);
/// A number under the axis of updates.
struct UpdateTick {
    QString text;
    QRectF rect;
};
std::vector<UpdateTick> updateTicks(const QRectF& plot, const UpdateAxis& axis, qreal top,
                                    const Theme& theme);
/// Those numbers, and what they count at the left.
void paintUpdateAxis(QPainter& painter, const QRectF& plot, const UpdateAxis& axis, qreal top,
                     const Theme& theme);

}  // namespace rnnscope
