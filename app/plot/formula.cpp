// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/formula.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintEngine>
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
            if (face == Face::Upright)
                one.raw = QRawFont::fromFont(one.font);
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
        for (const QChar letter : text)
            width += this->width(letter, level);
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

double FormulaFonts::width(QChar upright, int level) const {
    const One& one = of(Face::Upright, level);
    auto known = one.advances.constFind(upright);
    if (known == one.advances.constEnd())
        known = one.advances.insert(upright, QFontMetricsF(one.font).horizontalAdvance(upright));
    return *known;
}

double FormulaFonts::lean(const QString& text, Face face, int level) const {
    if (face != Face::Italic)
        return 0;
    width(text, face, level);
    return of(face, level).widths.value(text).second;
}

quint32 FormulaFonts::glyph(QChar letter, int level) const {
    const One& one = of(Face::Upright, level);
    auto known = one.glyphs.constFind(letter);
    if (known == one.glyphs.constEnd()) {
        const QList<quint32> found = one.raw.glyphIndexesForString(QString(letter));
        known = one.glyphs.insert(letter, found.isEmpty() ? 0 : found.front());
    }
    return *known;
}

namespace {

/// Upright letters of one colour and size, drawn at once: shaping each number costs more than
/// drawing it.
struct Run {
    QColor colour;
    int level;
    QList<quint32> glyphs;
    QList<QPointF> places;
};

class Runs {
  public:
    explicit Runs(const FormulaFonts& fonts) : fonts_(fonts) {}

    /// False where the face lacks a letter.
    bool add(const FormulaLayout::Piece& piece, const QPointF& at, const QColor& colour) {
        for (const QChar letter : piece.text)
            if (fonts_.glyph(letter, piece.level) == 0)
                return false;
        const auto found = std::find_if(runs_.begin(), runs_.end(), [&](const Run& run) {
            return run.level == piece.level && run.colour == colour;
        });
        Run& run =
            found == runs_.end() ? runs_.emplace_back(Run{colour, piece.level, {}, {}}) : *found;
        QPointF place = at + piece.at;
        for (const QChar letter : piece.text) {
            run.glyphs << fonts_.glyph(letter, piece.level);
            run.places << place;
            place.rx() += fonts_.width(letter, piece.level);
        }
        return true;
    }

    void draw(QPainter& painter) const {
        for (const Run& run : runs_) {
            QGlyphRun glyphs;
            glyphs.setRawFont(fonts_.raw(run.level));
            glyphs.setGlyphIndexes(run.glyphs);
            glyphs.setPositions(run.places);
            painter.setPen(run.colour);
            painter.drawGlyphRun({0, 0}, glyphs);
        }
    }

  private:
    const FormulaFonts& fonts_;
    std::vector<Run> runs_;
};

}  // namespace

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
    // On vector devices text is to stay text.
    const bool pixels =
        painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    Runs runs(fonts);
    const QFont* font = nullptr;
    QColor pen;
    for (const FormulaLayout::Piece& piece : layout.pieces) {
        const QColor colour = ink(piece.id, piece.face);
        if (!colour.isValid() || piece.text.isEmpty())
            continue;
        if (pixels && piece.face == Face::Upright && runs.add(piece, at, colour))
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
    runs.draw(painter);
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
