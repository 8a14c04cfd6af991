// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "app/panels/panel.h"
#include "app/plot/figure.h"
#include "app/plot/theme.h"
#include "core/archive.h"
#include "core/experiment.h"
#include "core/result.h"

class QCPPainter;

namespace rnnscope {

/// Panels arranged as one figure. They must have their snapshot, view and theme already.
struct FigureSheet {
    std::vector<QString> ids;  ///< as on the command line; they decide the column
    std::vector<std::unique_ptr<Panel>> panels;
    std::vector<QString> titles;  ///< an empty one takes no room

    void add(const QString& id, const QString& title, std::unique_ptr<Panel> panel);

    /// Where each panel goes, its title line included: what runs over time on the left, what sums
    /// it up at the right, as in the window; either alone fills the area.
    std::vector<QRectF> places(const QRectF& area, const Theme& theme) const;
    void paint(QCPPainter& painter, const QRectF& area, const Theme& theme) const;
    /// A good size for the whole in CSS pixels.
    QSizeF goodSize() const;
};

/// Writes a figure; see exportFigure().
Done saveFigure(const QString& file, const FigureOptions& options, const FigureSheet& sheet,
                const Theme& theme);

/// Height that a caption takes under a figure of this width, in CSS pixels; 0 for none.
double captionHeight(const QString& caption, double width, const Theme& theme);

/// The same figure as pixels, caption included; `scale` pixels to a CSS pixel.
QImage figureImage(const FigureOptions& options, const FigureSheet& sheet, const Theme& theme,
                   double scale);

/// "LSTM, 8 units, noisy sine, 50 steps, seed 4; gradient clipping by norm at 1.00"; of the whole
/// training that is known, or of the snapshot's pass alone.
QString figureCaption(const Setup& setup, const Snapshot& snapshot, bool training = false);

/// A table as CSV: RFC 4180 with a header; 17 significant digits, "nan", "inf" and "-inf".
std::string csvText(const DataTable& table);
/// A table's columns as arrays of shape (rows) under their names; a second of the same name is
/// "NAME 2".
std::vector<Array> arraysOf(const DataTable& table);
/// To a file: as NPZ where it ends so, otherwise as CSV. What stood there before stays unless all
/// went well.
Done saveTable(const QString& file, const DataTable& table);

}  // namespace rnnscope
