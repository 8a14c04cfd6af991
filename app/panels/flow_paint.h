// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <optional>
#include <vector>

#include "app/panels/flow_matrix.h"
#include "app/panels/panel.h"

namespace rnnscope {

/// Room around the matrices and under them, in whole pixels.
struct FlowMargins {
    int left = 0, top = 0, right = 0, bottom = 0;
    int gap = 0;    ///< between two matrices
    int strip = 0;  ///< height at the bottom where a span is told of; 0: none there
    int side = 0;   ///< or, where it is wide and low, width at the right
};

/// A cell of a matrix: the loss's time and the state's, from 0.
struct FlowCell {
    int loss = 0;
    int state = 0;

    bool operator==(const FlowCell&) const = default;
};

/// Everything that is painted around and over the matrices. Lives for one painting.
struct FlowFrame {
    struct Map {
        QRectF rect;
        const FlowMatrix* matrix;
        QString heading;  ///< above it; empty: none
        bool present;     ///< the one that is worked with, not the pinned one
    };

    const Theme& theme;
    QSizeF size;
    FlowMargins margins;
    std::vector<Map> maps;
    ColorScale scale;
    bool notANumber = false;  ///< there is a NaN to be explained
    View view;
    std::optional<FlowCell> pointed;
    std::optional<Span> span;  ///< chosen
    const Analyses* analyses = nullptr;
    QString message;  ///< instead of all that
    bool focused = false;
    bool figure = false;  ///< of a file, where nobody can click

    QRectF cellRect(const Map& map, int loss, int state) const;
    QRectF barRect() const;  ///< with its caps
    QRectF stripRect() const;
};

struct FlowContent {
    int maps = 1;
    int steps = 1;  ///< of the longest
    bool headings = false;
    bool spanChosen = false;
};
FlowMargins flowMargins(const QSizeF& size, const FlowContent& content, const Theme& theme);

/// Axis titles, headings, colour bar.
void paintFlowLabels(QPainter& painter, const FlowFrame& frame);
/// What moves with the playhead and the pointer: curtain, marked step, cross hairs, bracket.
void paintFlowCursor(QPainter& painter, const FlowFrame& frame);
/// What is known of the chosen span.
void paintFlowStrip(QPainter& painter, const FlowFrame& frame);

/// What the strip says, for screen readers and tests.
QString flowStripText(const FlowFrame& frame);

}  // namespace rnnscope
