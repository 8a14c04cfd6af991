// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/compare_rows.h"

#include <algorithm>

#include "app/panels/gradient_curves.h"

namespace rnnscope {
namespace {

constexpr int gatePlaces = 5;

/// The strips of a cell's gates, by the place that they have among those of all cells.
std::array<std::vector<std::size_t>, gatePlaces> gatesByPlace(const Cell& cell,
                                                              const std::vector<TimeRow>& rows) {
    std::array<std::vector<std::size_t>, gatePlaces> places;
    for (std::size_t k = 0; k < rows.size(); ++k)
        if (const auto quantity = cell.find(rows[k].first().id.toStdString()))
            places[std::size_t(gatePlace(cell, *quantity))].push_back(k);
    return places;
}

void addRow(ComparedRows& all, TimeContent content,
            std::vector<std::optional<std::size_t>> strips) {
    ComparedRow row{content, std::move(strips), {}, true};
    const TimeRow* first = nullptr;
    for (std::size_t lane = 0; lane < all.lanes.size(); ++lane) {
        const TimeRow* strip = all.strip(row, lane);
        if (!strip)
            continue;
        if (!first) {
            first = strip;
            row.range = {strip->low, strip->high};
        }
        row.range.first = std::min(row.range.first, strip->low);
        row.range.second = std::max(row.range.second, strip->high);
        row.same = row.same && strip->first().id == first->first().id;
    }
    for (std::size_t lane = 0; lane < all.lanes.size(); ++lane)
        if (row.strips[lane])
            setRange(all.lanes[lane][std::size_t(content)][*row.strips[lane]], row.range);
    all.rows.push_back(std::move(row));
}

/// The strips of a content by place, one list of places a lane, as rows.
template <class Places>
void addRows(ComparedRows& all, TimeContent content, const std::vector<Places>& places) {
    for (std::size_t place = 0; place < places.front().size(); ++place) {
        std::size_t most = 0;
        for (const Places& lane : places)
            most = std::max(most, lane[place].size());
        for (std::size_t k = 0; k < most; ++k) {
            std::vector<std::optional<std::size_t>> strips;
            for (const Places& lane : places)
                strips.push_back(k < lane[place].size() ? std::optional(lane[place][k])
                                                        : std::nullopt);
            addRow(all, content, std::move(strips));
        }
    }
}

}  // namespace

int gatePlace(const Cell& cell, std::size_t quantity) {
    const Quantity& gate = cell.quantities()[quantity];
    if (gate.role != Role::Gate)
        return gate.role == Role::PreActivation ? 4 : 2;
    if (const auto block = cell.forgetBlock(); block && cell.blocks()[*block] == gate.id)
        return 0;
    const bool out = std::ranges::any_of(cell.operations(), [&](const Operation& operation) {
        return operation.kind == OperationKind::Product &&
               operation.result == now(cell.hiddenState()) &&
               (operation.a == now(quantity) || operation.b == now(quantity));
    });
    return out ? 3 : 1;
}

int ComparedRows::count(TimeContent content) const {
    return int(std::ranges::count(rows, content, &ComparedRow::content));
}

const TimeRow* ComparedRows::strip(const ComparedRow& row, std::size_t lane) const {
    const auto& number = row.strips[lane];
    return number ? &lanes[lane][std::size_t(row.content)][*number] : nullptr;
}

TimeShared ComparedRows::shared(std::size_t lane, TimeContent content) const {
    TimeShared shared;
    const std::size_t strips = lanes[lane][std::size_t(content)].size();
    shared.ranges.resize(strips);
    shared.rows.resize(strips);
    shared.symbols.resize(strips);
    for (const ComparedRow& row : rows) {
        if (row.content != content)
            continue;
        if (const auto number = row.strips[lane]) {
            shared.ranges[*number] = row.range;
            shared.rows[*number] = shared.rowCount;
            shared.symbols[*number] = !row.same;
        }
        ++shared.rowCount;
    }
    return shared;
}

ComparedRows comparedRows(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                          const std::vector<View>& views, SignedColors colors) {
    ComparedRows all;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        for (auto& rows = all.lanes.emplace_back(); const TimeContent content : timeContents)
            rows[std::size_t(content)] = timeRows(
                *lanes[lane], {.content = content, .trace = viewedTrace(*lanes[lane], views[lane])},
                colors);
    for (const TimeContent content : timeContents) {
        if (content == TimeContent::Gates) {
            std::vector<std::array<std::vector<std::size_t>, gatePlaces>> places;
            for (std::size_t lane = 0; lane < lanes.size(); ++lane)
                places.push_back(gatesByPlace(*lanes[lane]->shape().cell,
                                              all.lanes[lane][std::size_t(content)]));
            addRows(all, content, places);
            continue;
        }
        std::vector<std::array<std::vector<std::size_t>, 1>> places(lanes.size());
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            for (std::size_t k = 0; k < all.lanes[lane][std::size_t(content)].size(); ++k)
                places[lane][0].push_back(k);
        addRows(all, content, places);
    }
    return all;
}

LogAxis sharedGradientAxis(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                           const std::vector<View>& views) {
    LogAxis axis = gradientAxis({});
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const LogAxis its =
            gradientAxis(gradientCurves(*lanes[lane], viewedTrace(*lanes[lane], views[lane])));
        axis.low = std::min(axis.low, its.low);
        axis.high = std::max(axis.high, its.high);
    }
    return axis;
}

std::size_t viewedTrace(const Snapshot& snapshot, const View& view) {
    const NetworkShape& shape = snapshot.shape();
    return shape.trace(std::min(view.layer, shape.layers - 1), view.reverse && shape.bidirectional);
}

View laneView(const View& view, const Snapshot& own, const Snapshot& lane) {
    View its = view;
    its.unit = std::min(view.unit, int(lane.shape().hidden) - 1);
    its.layer = std::min(view.layer, lane.shape().layers - 1);
    if (view.reverse && own.shape().bidirectional && !lane.shape().bidirectional) {
        its.reverse = false;
        its.position.step = int(own.steps()) - 1 - view.position.step;
    }
    return its;
}

}  // namespace rnnscope
