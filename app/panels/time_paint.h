// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <optional>
#include <vector>

#include "app/panels/time_rows.h"

class QPainter;

namespace rnnscope {

/// Widths and heights that all time plots share, so that their times stand under each other.
struct TimeMargins {
    int left, right;  ///< the column of labels; room for the scale
    int gap;          ///< between two strips, half of it above the first and under the last
    int marker;       ///< above the strips, where the playhead's mark stands
    int axis;         ///< below them, where the times stand
    bool narrow;      ///< symbols alone at the left
    bool bare;        ///< one of several networks: names and scale stand beside all of them

    static TimeMargins of(double width, const Theme& theme, bool bare = false);
};

/// Room above and below lines, as part of their range.
inline constexpr double linePadding = 0.06;

/// Everything that is painted around and over the strips. Lives for one painting.
struct TimeFrame {
    struct Strip {
        QRectF rect;
        const TimeRow* row;
        const std::vector<std::vector<QColor>>* shades;  ///< of series and unit; none for a heatmap
        bool symbol = false;  ///< stands before it though the margins are bare
    };

    const Theme& theme;
    TimeMargins margins;
    QSizeF size;
    std::vector<Strip> strips;
    double lower, upper;  ///< keys at the strips' ends; step s has key s + 1
    int steps;
    View view;
    bool gradients, reversed;
    bool marker, axis;
    bool selectable;              ///< strips show units of a layer
    std::optional<int> overflow;  ///< step
    QString emptyText;            ///< where there is no strip
    bool namesPrevious = false;   ///< beside the times: what the faint lines are

    /// Between the margins: the first strip's columns, all the height where there is none.
    QRectF area() const;
    double x(double key) const;
    double y(const Strip& strip, const TimeSeries& series, double value) const;
    double unitTop(const Strip& strip, int unit) const;
};

/// A short line as the series is drawn, at the left end of `line`; for legends.
void paintTimeSample(QPainter& painter, const Theme& theme, const TimeSeries& series,
                     const QRectF& line);
/// Labels, scales, the selected unit's mark, where it overflowed.
void paintTimeLabels(QPainter& painter, const TimeFrame& frame);
/// Curtain, playhead, dots and read-outs: all that moves with the position.
void paintTimeCursor(QPainter& painter, const TimeFrame& frame);

}  // namespace rnnscope
