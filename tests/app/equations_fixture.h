// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/equations_panel.h"
#include "tests/app/formula_checks.h"
#include "tests/app/panel_fixture.h"

namespace rnnscope {

constexpr int equationsStep = 7;

inline SharedSnapshot equationsPass(const Cell& cell, const Options& more = {}) {
    Options options = {{"cell", std::string(cell.id())}, {"length", "12"}};
    options.insert(options.end(), more.begin(), more.end());
    return pass(options, 3);
}

inline View equationsAt(Phase phase, int part = 0, int unit = 2) {
    View view = at(phase, equationsStep);
    view.position.part = part;
    view.unit = unit;
    return view;
}

using Of = EquationsChoice::Of;
using Show = EquationsChoice::Show;

inline const std::array everyChoice = {
    EquationsChoice{Of::Unit, Show::Both, UpdateGate::Keeps},
    EquationsChoice{Of::Unit, Show::Numbers, UpdateGate::Renews},
    EquationsChoice{Of::Layer, Show::Both, UpdateGate::Renews},
    EquationsChoice{Of::Layer, Show::Symbols, UpdateGate::Keeps},
};

/// Whether every letter of a page lies within this width and clear of the others; what is wrong.
inline QString misplaced(const EquationsPage& page, double width) {
    std::vector<QRectF> rects;
    QStringList texts;
    const auto add = [&](const EquationsPage::Line& line) {
        for (const FormulaLayout::Piece& piece : line.layout.pieces)
            if (!piece.text.isEmpty()) {
                rects.push_back(piece.rect.translated(line.at));
                texts << piece.text;
            }
    };
    for (const EquationsPage::Block& block : page.blocks)
        for (const EquationsPage::Line& line : block.lines)
            add(line);
    if (page.legend)
        add(*page.legend);
    if (page.size.width() * page.scale > width + 0.5)
        return QStringLiteral("%1 wide in %2").arg(page.size.width() * page.scale).arg(width);
    return misplaced(rects, texts, {{0, 0}, page.size});
}

}  // namespace rnnscope
