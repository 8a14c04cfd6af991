// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

#include "app/panels/panel.h"
#include "app/panels/unrolled_layout.h"

class QPainter;

namespace rnnscope {

/// All that one picture of the unrolled network is drawn from. `view` is within the snapshot.
struct UnrolledScene {
    const Snapshot* snapshot = nullptr;
    View view;
    const Theme* theme = nullptr;
    const std::vector<double>* gradientNorms = nullptr;  ///< ‖∂L/∂h‖ per step; empty: no gradient
    double limit = 1;                                    ///< |h| of a full bar

    UnrolledSpec spec(const QRectF& area) const;
};

void paintUnrolled(QPainter& painter, const QRectF& area, const UnrolledScene& scene);

}  // namespace rnnscope
