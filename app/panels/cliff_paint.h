// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <functional>

#include "app/panels/cliff_model.h"
#include "app/plot/colormap.h"
#include "app/plot/theme.h"

class QPainter;

namespace rnnscope {

/// Error from 10⁻⁵ to 1, absolute; what lies below counts as learnt.
ColorScale cliffScale();

/// Everything over and around the surface and the losses. Lives for one painting.
struct CliffFrame {
    const Theme& theme;
    const CliffChoice& choice;
    const CliffRuns& runs;
    int step = 0;
    QRectF map{}, losses{}, words{};  ///< empty: no room
    QRectF head{};                    ///< above the map
    CliffWindow window{};
    bool held = false;  ///< the start is under the pointer
    std::function<double(double)> lossY{};

    QPointF point(double w, double b) const;
    double x(double update) const;
    QColor colour(bool clipped) const;
    QColor ink(bool clipped) const;
};

/// Trajectories, start and present places.
void paintCliffMap(QPainter& painter, const CliffFrame& frame);
/// What is not played yet, the throw, clipped updates.
void paintCliffLosses(QPainter& painter, const CliffFrame& frame);
/// A line for each run: its name, and what it has come to.
void paintCliffWords(QPainter& painter, const CliffFrame& frame);
/// What the axes and the colours are.
void paintCliffHead(QPainter& painter, const CliffFrame& frame);
/// Height of the words at a width, and of the longest that may come; so nothing jumps.
qreal cliffWordsHeight(const CliffRuns& runs, qreal width, const Theme& theme);

}  // namespace rnnscope
