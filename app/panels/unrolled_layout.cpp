// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_layout.h"

#include <algorithm>
#include <cmath>

namespace rnnscope {

namespace {

// Lengths at scale 1, in pixels.
constexpr double smallLine = 14;
constexpr double timeLine = 17;
constexpr double margin = 3;
constexpr double labelGap = 5;
constexpr double stemHeight = 13;
constexpr double rowGap = 10;
constexpr double leastRow = 26;
constexpr double tallRow = 84;         // taller ones only where the cells are wide
constexpr double readoutHeight = 200;  // least height of a picture with read-outs
constexpr double sideMargin = 34;
constexpr double layerMargin = 76;
constexpr double lossMargin = 76;
constexpr double widestPitch = 150;
constexpr double viewedShare = 1.45;  // the viewed row's height among the others'

void placeColumns(const UnrolledSpec& spec, UnrolledLayout& layout) {
    const double s = spec.scale;
    layout.steps = std::max(spec.steps, 1);
    const int current = std::clamp(spec.current, 0, layout.steps - 1);
    layout.count = std::min(unrolledColumns(spec.area.width(), s), layout.steps);
    layout.first = std::clamp(current - layout.count / 2, 0, layout.steps - layout.count);

    const double leftMargin = (spec.layers > 1 ? layerMargin : sideMargin) * s;
    layout.loss = (spec.loss ? lossMargin : sideMargin) * s;
    const double room = std::max(spec.area.width() - leftMargin - layout.loss, 1.0);
    layout.pitch = std::min(room / layout.count, widestPitch * s);
    layout.gap = std::min(std::clamp(0.28 * layout.pitch, 22 * s, 40 * s), 0.5 * layout.pitch);
    layout.left = spec.area.left() + leftMargin + (room - layout.pitch * layout.count) / 2;
}

void placeRows(const UnrolledSpec& spec, UnrolledLayout& layout) {
    const double s = spec.scale;
    const double height = spec.area.height();
    const double stem = (spec.loss ? stemHeight : 0) * s;
    const double under = (labelGap + timeLine) * s;
    double room = height - 2 * margin * s - stem - under;
    layout.inputs = room - smallLine * s >= leastRow * s;
    if (layout.inputs)
        room -= smallLine * s;

    const int layers = std::max(spec.layers, 1);
    const int fitting = static_cast<int>((room + rowGap * s) / ((leastRow + rowGap) * s));
    layout.rows = std::clamp(fitting, 1, std::min(layers, UnrolledLayout::mostRows));
    const int layer = std::clamp(spec.layer, 0, layers - 1);
    layout.firstLayer = std::clamp(layer - layout.rows / 2, 0, layers - layout.rows);

    // Without a loss there is but the read-out itself, and a strip for the line that leads to it.
    const double readouts = (spec.loss ? 3 * smallLine : smallLine + stemHeight) * s;
    const double gaps = (layout.rows - 1) * rowGap * s;
    layout.readouts = height >= readoutHeight * s &&
                      room - readouts - gaps >= (layout.rows - 1 + viewedShare) * leastRow * s;
    const double over = layout.readouts ? readouts : 0.0;

    const double cellWidth = layout.pitch - layout.gap;
    const double shares = layout.rows > 1 ? layout.rows - 1 + viewedShare : 1.0;
    double row = std::max((room - over - gaps) / shares, 4.0);
    row = std::min(row, std::max(cellWidth * (layout.rows > 1 ? 0.85 : 1.2), tallRow * s));
    const double used = row * shares + gaps;

    const double spare = std::max(room - over - used, 0.0);
    layout.readoutTop = spec.area.top() + margin * s + spare / 2;
    const double lines = layout.readouts ? (spec.loss ? 3 : 1) * smallLine * s : 0.0;
    layout.stemTop = layout.readoutTop + lines;
    double top = layout.readoutTop + over + stem;
    for (int k = layout.rows - 1; k >= 0; --k) {
        const auto index = static_cast<std::size_t>(k);
        const bool viewed = layout.rows > 1 && layout.firstLayer + k == layer;
        layout.rowTop[index] = top;
        layout.rowHeight[index] = viewed ? row * viewedShare : row;
        top += layout.rowHeight[index] + rowGap * s;
    }
    layout.timeTop = top - rowGap * s + labelGap * s;
}

}  // namespace

int unrolledColumns(double width, double scale) {
    const int wanted = static_cast<int>((width / scale + 180) / 136);
    return std::max(1, wanted % 2 ? wanted : wanted - 1);
}

UnrolledLayout unrolledLayout(const UnrolledSpec& spec) {
    UnrolledLayout layout;
    layout.area = spec.area;
    layout.scale = spec.scale;
    layout.lineHeight = smallLine * spec.scale;
    placeColumns(spec, layout);
    placeRows(spec, layout);
    return layout;
}

QRectF UnrolledLayout::cell(int step, int layer) const {
    const auto row = static_cast<std::size_t>(std::clamp(layer - firstLayer, 0, rows - 1));
    return {left + (step - first) * pitch + gap / 2, rowTop[row], pitch - gap, rowHeight[row]};
}

QRectF UnrolledLayout::gapAfter(int step, int layer) const {
    const QRectF box = cell(step, layer);
    return {box.right(), box.top(), gap, box.height()};
}

QRectF UnrolledLayout::timeLabel(int step) const {
    return {left + (step - first) * pitch, timeTop, pitch, timeLine * scale};
}

QRectF UnrolledLayout::inputLabel(int step) const {
    return {left + (step - first) * pitch, timeTop + timeLine * scale, pitch, lineHeight};
}

QRectF UnrolledLayout::readoutLine(int step, int line) const {
    return {left + (step - first) * pitch, stemTop - (line + 1) * lineHeight, pitch, lineHeight};
}

QRectF UnrolledLayout::stem(int step) const {
    const QRectF highest = cell(step, firstLayer + rows - 1);
    return {highest.left(), stemTop, highest.width(), highest.top() - stemTop};
}

QRectF UnrolledLayout::layerLabel(int layer) const {
    const QRectF box = cell(first, layer);
    const double begin = area.left() + margin * scale;
    return {begin, box.top(), std::max(box.left() - gap - begin, 0.0), box.height()};
}

QRectF UnrolledLayout::lossLabel(int layer) const {
    const QRectF between = gapAfter(last(), layer);
    const double width = area.right() - margin * scale - between.right();
    return {between.right(), between.top(), std::max(width, 0.0), between.height()};
}

std::optional<int> UnrolledLayout::stepAt(QPointF point) const {
    if (!area.contains(point))
        return {};
    const double column = std::floor((point.x() - left) / pitch);
    if (!(column >= 0 && column < count))
        return {};
    return first + static_cast<int>(column);
}

std::optional<int> UnrolledLayout::layerAt(QPointF point) const {
    const auto step = stepAt(point);
    if (!step)
        return {};
    for (int layer = firstLayer; layer < firstLayer + rows; ++layer)
        if (cell(*step, layer).contains(point))
            return layer;
    return {};
}

GradientStroke gradientStroke(double norm) {
    if (std::isnan(norm))
        return {.undefined = true};
    const double exponent = norm > 0 ? std::log10(norm) : -6;
    const double over = std::clamp(exponent / 3, 0.0, 1.0);
    return {.width = std::clamp((exponent + 6) / 6, 0.0, 1.0) + over / 2,
            .over = over,
            .vanished = exponent <= -6};
}

bool statePlayed(Position position, int step, bool reverse) {
    if (position.phase != Phase::Forward)
        return true;
    return reverse ? step >= position.step : step <= position.step;
}

GradientReveal gradientReveal(Position position, int step, bool reverse) {
    switch (position.phase) {
        case Phase::Forward:
            return GradientReveal::Absent;
        case Phase::Loss:
            return GradientReveal::ToCome;
        case Phase::Backward: {
            if (step == position.step)
                return GradientReveal::Current;
            const bool played = reverse ? step < position.step : step > position.step;
            return played ? GradientReveal::Played : GradientReveal::ToCome;
        }
        case Phase::Clip:
        case Phase::Update:
            return GradientReveal::Played;
    }
    Q_UNREACHABLE();
}

int scrubbedStep(const UnrolledLayout& layout, int start, double dx) {
    const double width = layout.pitch * layout.count;
    const double pixels =
        std::clamp(width / layout.steps, std::min(4 * layout.scale, layout.pitch), layout.pitch);
    const double step = std::round(start + dx / pixels);
    return static_cast<int>(std::clamp(step, 0.0, layout.steps - 1.0));
}

}  // namespace rnnscope
