// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every formula that is placed.
#pragma once

#include <QString>
#include <vector>

#include "app/plot/formula.h"

namespace rnnscope {

/// A letter that covers another, or one outside `area`; empty where all is well. `rects` go with
/// `texts`.
inline QString misplaced(const std::vector<QRectF>& rects, const QStringList& texts,
                         const QRectF& area) {
    constexpr double least = 0.2;  // pixels; less is a matter of rounding
    for (std::size_t k = 0; k < rects.size(); ++k) {
        const QRectF& a = rects[k];
        if (a.left() < area.left() - least || a.right() > area.right() + least ||
            a.top() < area.top() - least || a.bottom() > area.bottom() + least)
            return QStringLiteral("%1 at %2, %3 … %4, %5 is outside")
                .arg(texts[qsizetype(k)])
                .arg(a.left())
                .arg(a.top())
                .arg(a.right())
                .arg(a.bottom());
        for (std::size_t j = 0; j < k; ++j) {
            const QRectF both = a.intersected(rects[j]);
            if (both.width() > least && both.height() > least)
                return QStringLiteral("%1 covers %2").arg(texts[qsizetype(k)], texts[qsizetype(j)]);
        }
    }
    return {};
}

inline QString misplaced(const FormulaLayout& layout) {
    std::vector<QRectF> rects;
    QStringList texts;
    for (const FormulaLayout::Piece& piece : layout.pieces)
        if (!piece.text.isEmpty()) {
            rects.push_back(piece.rect);
            texts << piece.text;
        }
    return misplaced(rects, texts, {{0, 0}, layout.size});
}

}  // namespace rnnscope
