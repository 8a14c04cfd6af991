// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "app/plot/theme.h"

class QPainter;

namespace rnnscope {

/// One rounded chip of a legend, painted alike on the screen and in figures.
struct LegendChip {
    QString text;
    QString tip;
    QColor ink, fill, border;
    std::optional<QColor> line;  ///< a sample of the curve before the text
    bool dashed = false;
    QRectF rect;  ///< from the legend's corner; set by layOutChips()
};

/// A verdict as in a title line, for figures, which have none.
LegendChip toneChip(const QString& text, const QString& tone, const Theme& theme);

/// Places chips in rows, from `indent` on, or from the edge where they have no room otherwise.
/// Returns the height.
qreal layOutChips(std::vector<LegendChip>& chips, qreal indent, qreal width, const Theme& theme);
void paintChips(QPainter& painter, const QPointF& corner, const std::vector<LegendChip>& chips,
                const Theme& theme);

}  // namespace rnnscope
