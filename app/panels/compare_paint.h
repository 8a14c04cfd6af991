// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <memory>
#include <vector>

#include "app/panels/compare_facts.h"
#include "app/panels/compare_rows.h"
#include "app/plot/axes.h"
#include "app/plot/theme.h"

class QPainter;

namespace rnnscope {

struct CompareLayout;
struct GradientCurve;

/// How a network's head is painted.
struct HeadLook {
    bool tall = false;     ///< verdict and loss under each other
    bool hovered = false;  ///< a click would do something
    bool compared = true;  ///< there are others beside it
    double taken = 0;      ///< at the right end of its title, by a button
};

/// Name, differences, verdict and loss of one network, alike on the screen and in figures.
void paintLaneHead(QPainter& painter, const QRectF& rect, const LaneFacts& facts,
                   const HeadLook& look, const Theme& theme);
/// Whether verdict, loss and overflow stand in one line.
bool fitsLowHead(const LaneFacts& facts, double width, const Theme& theme);

/// What stands beside the columns: names at the left, scales at the right.
struct CompareSides {
    const CompareLayout& layout;
    const ComparedRows& rows;
    const std::vector<GradientCurve>& curves;  ///< of all networks, each once
    LogAxis axis;
    double width;  ///< of everything
};
void paintCompareSides(QPainter& painter, const CompareSides& sides, const Theme& theme);

}  // namespace rnnscope
