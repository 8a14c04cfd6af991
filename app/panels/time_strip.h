// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "app/panels/time_panel.h"
#include "app/plot/heatmap.h"
#include "app/plot/lines.h"

namespace rnnscope {

/// The plot's parts of one row.
struct TimePanel::Strip {
    QCPAxisRect* rect = nullptr;
    Heatmap* heat = nullptr;
    QCPGraph* marks = nullptr;
    struct Line {
        FastGraph* ghost;  // behind it: the same line before the latest change
        FastGraph* graph;
        std::size_t series;
        int number;    // among those drawn
        int unit = 0;  // of the series
    };
    std::vector<Line> lines;
    std::size_t marked = 0;  // series of the marks

    QCPAxis* axis(QCPAxis::AxisType type) const { return rect->axis(type); }
};

}  // namespace rnnscope
