// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/panels/time_panel.h"
#include "app/panels/time_rows.h"
#include "app/plot/axes.h"

namespace rnnscope {

inline constexpr std::array timeContents = {TimeContent::Inputs, TimeContent::Gates,
                                            TimeContent::CellState, TimeContent::Hidden};

/// One row across all compared networks: what means the same, on the same scale.
struct ComparedRow {
    TimeContent content = TimeContent::Inputs;
    /// Of each network, the number of its strip among those of this content; none where it has
    /// nothing of the kind.
    std::vector<std::optional<std::size_t>> strips{};
    std::pair<double, double> range{0, 1};
    bool same = true;  ///< all that have it call it the same
};

/// The time plots of several networks, put in rows.
struct ComparedRows {
    using LaneRows = std::array<std::vector<TimeRow>, timeContents.size()>;  // by content

    std::vector<LaneRows> lanes;
    std::vector<ComparedRow> rows;  ///< from the top

    int count(TimeContent content) const;
    /// A network's strip in a row; null where it has none.
    const TimeRow* strip(const ComparedRow& row, std::size_t lane) const;
    /// What one network's plot of one content is told.
    TimeShared shared(std::size_t lane, TimeContent content) const;
};

/// Where a gate or candidate stands among those of all cells: 0 what keeps the memory, 1 other
/// gates, 2 the candidate, 3 what lets the memory out, 4 weighted sums, which have no bounds.
int gatePlace(const Cell& cell, std::size_t quantity);

/// The networks must have the same sequence. Valid as long as they are.
ComparedRows comparedRows(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                          const std::vector<View>& views, SignedColors colors);

/// One axis that holds the gradients of all.
LogAxis sharedGradientAxis(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                           const std::vector<View>& views);

/// The trace that a view looks at.
std::size_t viewedTrace(const Snapshot& snapshot, const View& view);
/// A view of one network as one of another that is compared with it: within its sizes. Where that
/// has one direction only and the other is looked at, it shows what it has computed by then.
View laneView(const View& view, const Snapshot& own, const Snapshot& lane);

}  // namespace rnnscope
