// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/formula.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <limits>
#include <map>
#include <memory>

namespace rnnscope {

using Face = FormulaBox::Face;

FormulaBox formulaText(const QString& text, Face face, int id) {
    FormulaBox box;
    box.kind = FormulaBox::Kind::Text;
    box.face = face;
    box.id = id;
    box.text = text;
    return box;
}

FormulaBox formulaNumber(const QString& text, int id) {
    FormulaBox box = formulaText(text, Face::Upright, id);
    box.number = true;
    return box;
}

FormulaBox formulaSign(const QString& text, FormulaBox::Break breaks) {
    FormulaBox box = formulaText(text);
    box.before = box.after = text == QStringLiteral("=") ? 0.28 : 0.22;
    box.breaks = breaks;
    return box;
}

FormulaBox formulaOf(FormulaBox::Kind kind, std::vector<FormulaBox> parts, int id) {
    FormulaBox box;
    box.kind = kind;
    box.id = id;
    box.parts = std::move(parts);
    return box;
}

// ---- fonts ---------------------------------------------------------------------------------

FormulaFonts::FormulaFonts(double size) {
    constexpr double scales[levels] = {1, 0.72, 0.6};
    for (const Face face : {Face::Upright, Face::Italic, Face::Label})
        for (int level = 0; level < levels; ++level) {
            One& one = all_[static_cast<int>(face) * levels + level];
            // What everybody has comes last; where a face has no italics Qt slants it.
            if (face == Face::Label)
                one.font.setFamilies({"DejaVu Sans", "Noto Sans CJK SC"});
            else
                one.font.setFamilies({"STIX Two Text", "DejaVu Serif", "Noto Serif CJK SC"});
            one.font.setStyleHint(QFont::Serif);
            one.font.setItalic(face == Face::Italic);
            one.font.setHintingPreference(QFont::PreferNoHinting);
            one.size = std::max(5.0, size * scales[level]);
            // Only whole pixels are the same on every device.
            one.font.setPixelSize(std::max(5, qRound(one.size)));
            const QFontMetricsF metrics(one.font);
            const QRectF tall = metrics.tightBoundingRect(QString::fromUtf8("(∂fg|)"));
            one.ascent = -tall.top();
            one.descent = tall.bottom();
            one.number = metrics.horizontalAdvance(QString::fromUtf8("−0.0123"));
        }
}

const FormulaFonts& FormulaFonts::ofSize(double size) {
    static std::map<int, std::unique_ptr<const FormulaFonts>> all;
    std::unique_ptr<const FormulaFonts>& fonts = all[qRound(size * 4)];
    if (!fonts)
        fonts = std::make_unique<const FormulaFonts>(size);
    return *fonts;
}

double FormulaFonts::width(const QString& text, Face face, int level) const {
    const One& one = of(face, level);
    if (face == Face::Upright) {
        // Numbers change all the time: by their letters, whose widths are known.
        double width = 0;
        for (const QChar letter : text) {
            auto known = one.advances.constFind(letter);
            if (known == one.advances.constEnd())
                known =
                    one.advances.insert(letter, QFontMetricsF(one.font).horizontalAdvance(letter));
            width += *known;
        }
        return width;
    }
    auto known = one.widths.constFind(text);
    if (known == one.widths.constEnd()) {
        const QFontMetricsF metrics(one.font);
        const double over = face == Face::Italic && !text.isEmpty()
                                ? std::max(0.0, -metrics.rightBearing(text.back()))
                                : 0;
        known = one.widths.insert(text, {metrics.horizontalAdvance(text) + over, over});
    }
    return known->first;
}

double FormulaFonts::lean(const QString& text, Face face, int level) const {
    if (face != Face::Italic)
        return 0;
    width(text, face, level);
    return of(face, level).widths.value(text).second;
}

// ---- pointer and pixels --------------------------------------------------------------------

int FormulaLayout::idAt(const QPointF& point, double reach) const {
    int nearest = -1;
    double least = reach * reach;
    const auto consider = [&](const QRectF& rect, int id) {
        const double dx = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0});
        const double dy = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
        if (id >= 0 && dx * dx + dy * dy < least) {
            least = dx * dx + dy * dy;
            nearest = id;
        }
    };
    for (const Piece& piece : pieces)
        consider(piece.rect, piece.id);
    return nearest;
}

void paintFormula(QPainter& painter, const FormulaLayout& layout, const QPointF& at,
                  const FormulaFonts& fonts, const std::function<QColor(int id, Face face)>& ink) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QFont* font = nullptr;
    QColor pen;
    for (const FormulaLayout::Piece& piece : layout.pieces) {
        const QColor colour = ink(piece.id, piece.face);
        if (!colour.isValid())
            continue;
        if (const QFont* wanted = &fonts.font(piece.face, piece.level); wanted != font) {
            font = wanted;
            painter.setFont(*font);
        }
        if (colour != pen) {
            pen = colour;
            painter.setPen(pen);
        }
        painter.drawText(at + piece.at, piece.text);
    }
    for (const FormulaLayout::Stroke& stroke : layout.strokes) {
        const QColor colour = ink(stroke.id, Face::Upright);
        if (!colour.isValid())
            continue;
        painter.setPen(QPen(colour, stroke.width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawPath(stroke.path.translated(at));
    }
    painter.restore();
}

}  // namespace rnnscope
