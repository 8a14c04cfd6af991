// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>
#include <span>
#include <vector>

#include "app/panels/contributions_rows.h"
#include "app/panels/gradient_legend.h"
#include "app/panels/gradient_marks.h"
#include "app/playhead.h"

namespace rnnscope {

/// Where what stands: a line of words, curves or bars, strips, times, a line below. Pixels.
struct ContributionPlaces {
    int left = 0, right = 0;  ///< columns of labels and of shares
    int head = 0, foot = 0;   ///< 0: no room
    int axis = 0;
    int gap = 0;     ///< between curves and strips
    int upper = 0;   ///< height of the curves; 0: no room
    int strips = 0;  ///< height of all strips
    bool narrow = false;

    static ContributionPlaces of(const QSizeF& size, std::size_t rows, qreal head,
                                 const Theme& theme);
};

/// Everything around and over the plots. Lives for one painting.
struct ContributionFrame {
    const Theme& theme;
    QSizeF size;
    ContributionPlaces places;
    QRectF upper, strips;
    std::span<const ContributionRow> rows;
    std::optional<std::size_t> selected{};  ///< row whose shares are drawn above
    ColorScale scale{};
    std::vector<LegendChip> chips{};
    QStringList words{};  ///< for the line above, fullest first; whichever has room is taken
    QStringList notes{};  ///< after them, likewise; none where there is no room
    std::optional<LogAxis> sizes{};  ///< of the curves, with the bands' names
    QStringList foot{};              ///< parts of the line below, most important first
    QString message{};               ///< instead of everything
    std::optional<int> overflow{};   ///< step

    int steps = 1;
    int step = 0;  ///< of the playhead
    bool reversed = false;
    std::pair<int, int> hidden{};       ///< steps not yet played: [first, second)
    std::vector<CursorValue> values{};  ///< of the curves at the playhead; empty: not played yet
    std::vector<double> shares{};       ///< a row each, likewise

    double x(double key) const;
    /// The row's strip, or its line in the column of labels.
    QRectF strip(std::size_t row) const;
};

/// What the colours of a logarithmic scale mean, in a line that ends at `right`, with caps for what
/// lies beyond both ends; `length` is the bar's. Returns where it begins.
qreal paintSizeBar(QPainter& painter, const Theme& theme, const ColorScale& scale,
                   const QRectF& line, qreal right, qreal length);

void paintContributionLabels(QPainter& painter, const ContributionFrame& frame);
/// All that moves with the playhead.
void paintContributionCursor(QCPPainter& painter, const ContributionFrame& frame);

}  // namespace rnnscope
