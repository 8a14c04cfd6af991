// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/compare_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "app/panels/compare_paint.h"
#include "app/panels/time_paint.h"

namespace rnnscope {
namespace {

constexpr double gradientRows = 3.2;  // height of the gradient, in rows
constexpr double leastRow = 23;
constexpr double wordsWidth = 118, symbolsWidth = 58, scaleWidth = 66;
constexpr double leastColumn = 215;  // beside names in words

double axisHeight(const Theme& theme) {
    return std::ceil(QFontMetricsF(theme.font(11)).height() + theme.px(9));
}

}  // namespace

QRectF CompareLayout::headRect(std::size_t lane) const {
    QRectF rect = columns[lane];
    rect.setHeight(head);
    return rect;
}

QRectF CompareLayout::timeRect(std::size_t lane, TimeContent content) const {
    const Section& its = section(content);
    return {columns[lane].left(), its.top, columns[lane].width(), its.height};
}

QRectF CompareLayout::gradientRect(std::size_t lane) const {
    return {columns[lane].left(), gradientTop, columns[lane].width(), gradientHeight};
}

bool CompareLayout::isFirst(TimeContent content) const {
    for (const TimeContent each : timeContents)
        if (section(each).rows > 0)
            return each == content;
    return false;
}

QRectF CompareLayout::stripRect(TimeContent content, int number, const Theme& theme) const {
    const TimeMargins room = TimeMargins::of(0, theme, true);
    const double top = section(content).top + (isFirst(content) ? marker : 0) + number * row;
    return QRectF(QPointF(columns.front().left() + room.left, top + room.gap / 2),
                  QPointF(columns.back().right() - room.right, top + row - room.gap / 2));
}

QRectF CompareLayout::gradientPlot(const Theme& theme) const {
    const TimeMargins room = TimeMargins::of(0, theme, true);
    return QRectF(QPointF(columns.front().left() + room.left, gradientTop + room.gap / 2),
                  QPointF(columns.back().right() - room.right,
                          gradientTop + gradientHeight - axisHeight(theme)));
}

CompareLayout compareLayout(const QSizeF& size, const ComparedRows& rows,
                            const std::vector<LaneFacts>& facts, const Theme& theme) {
    CompareLayout layout;
    const auto lanes = double(facts.size());
    layout.scale = theme.px(scaleWidth);
    layout.words =
        size.width() - theme.px(wordsWidth) - layout.scale >= lanes * theme.px(leastColumn);
    layout.names = theme.px(layout.words ? wordsWidth : symbolsWidth);
    // Columns begin at whole pixels, as the widgets in them do.
    const double width =
        std::max(1.0, std::floor((size.width() - layout.names - layout.scale) / lanes));
    for (double k = 0; k < lanes; ++k)
        layout.columns.emplace_back(std::floor(layout.names) + k * width, 0, width, size.height());
    layout.tallHeads = std::any_of(facts.begin(), facts.end(), [&](const LaneFacts& each) {
        return !fitsLowHead(each, width, theme);
    });
    layout.head = std::round(theme.px(layout.tallHeads ? 78 : 58));
    layout.marker = TimeMargins::of(0, theme, true).marker;

    std::array<int, timeContents.size()> counts{};
    for (const TimeContent content : timeContents)
        counts[std::size_t(content)] = rows.count(content);
    const double room = size.height() - layout.head - layout.marker - axisHeight(theme);
    const auto rowHeight = [&] {
        return room / (gradientRows + std::accumulate(counts.begin(), counts.end(), 0.0));
    };
    for (const TimeContent first : {TimeContent::Gates, TimeContent::CellState})
        if (rowHeight() < theme.px(leastRow))
            counts[std::size_t(first)] = 0;
    layout.row = std::max(1.0, std::floor(rowHeight()));
    double top = layout.head;
    bool first = true;
    for (const TimeContent content : timeContents) {
        auto& section = layout.sections[std::size_t(content)];
        section.rows = counts[std::size_t(content)];
        section.top = top;
        if (section.rows == 0)
            continue;
        section.height =
            section.rows * layout.row + (std::exchange(first, false) ? layout.marker : 0);
        top += section.height;
    }
    layout.gradientTop = top;
    layout.gradientHeight = std::max(1.0, size.height() - top);
    return layout;
}

}  // namespace rnnscope
