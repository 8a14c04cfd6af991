// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <functional>

#include "app/plot/theme.h"
#include "core/result.h"

class QCPPainter;
class QCustomPlot;

namespace rnnscope {

struct FigureOptions {
    QSizeF size{800, 450};  ///< CSS pixels, 96 to the inch, without the caption
    int dpi = 300;          ///< PNG only
    QString caption;        ///< under the figure, and the document's title; may be empty
};

/// Writes a figure to a .png, .svg or .pdf file, whichever the name ends in. `paint` draws into
/// the rectangle it is given (CSS pixels); the ground is already filled with the theme's card.
/// What stood at `file` before stays unless all went well.
Done exportFigure(const QString& file, const FigureOptions& options,
                  const std::function<void(QCPPainter&, QRectF)>& paint, const Theme& theme);

/// Draws a plot into `area` as if the widget had that size; as vectors where the device is a PDF or
/// SVG. For use inside exportFigure's `paint`.
void paintPlot(QCPPainter& painter, QCustomPlot& plot, const QRectF& area);

}  // namespace rnnscope
