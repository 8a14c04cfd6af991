// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <array>
#include <vector>

#include "app/panels/compare_facts.h"
#include "app/panels/compare_rows.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// Where everything stands that compares networks: names at the left, a column for each, scales at
/// the right; under the heads the rows, and the gradient last.
struct CompareLayout {
    struct Section {
        double top = 0, height = 0;  ///< the playhead's mark above the first included
        int rows = 0;                ///< 0: not shown, for want of room or because nobody has it
    };

    std::vector<QRectF> columns;  ///< of each network, over all the height
    double names = 0;             ///< width of the column of names
    double scale = 0;             ///< width of the column of scales
    bool words = true;            ///< names in words, not symbols alone
    bool tallHeads = false;       ///< verdict and loss under each other
    double head = 0;              ///< height of the heads
    double marker = 0;            ///< of the playhead's mark
    double row = 0;               ///< height of one row
    std::array<Section, timeContents.size()> sections;
    double gradientTop = 0, gradientHeight = 0;

    const Section& section(TimeContent content) const { return sections[std::size_t(content)]; }
    QRectF headRect(std::size_t lane) const;
    QRectF timeRect(std::size_t lane, TimeContent content) const;
    QRectF gradientRect(std::size_t lane) const;
    /// A row's strip, over all columns; `number` counts within its content.
    QRectF stripRect(TimeContent content, int number, const Theme& theme) const;
    /// The gradient's plots, over all columns.
    QRectF gradientPlot(const Theme& theme) const;
    /// Whether the playhead's mark stands above this content.
    bool isFirst(TimeContent content) const;
};

/// Where there is little height the gates give way first, then the cell state.
CompareLayout compareLayout(const QSizeF& size, const ComparedRows& rows,
                            const std::vector<LaneFacts>& facts, const Theme& theme);

}  // namespace rnnscope
