// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

#include "app/panels/loss_columns.h"
#include "app/plot/theme.h"
#include "core/experiment.h"

class QPainter;

namespace rnnscope {

/// The loss over the updates as a small line with its last value at the right; updates that were
/// clipped have a tick under it. At least two updates; `columns` are the same history pooled.
void paintLossHistory(QPainter& painter, const QRectF& area, const History& history,
                      const UpdateColumns& columns, const Theme& theme);
/// The update that is drawn nearest to `x`.
std::size_t updateAt(qreal x, const QRectF& area, const History& history, const Theme& theme);

}  // namespace rnnscope
