// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPainterPath>
#include <QPointF>
#include <QRawFont>
#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

class QPainter;

namespace rnnscope {

/// A piece of mathematics: boxes within boxes, of which layOut() finds the places.
struct FormulaBox {
    enum class Kind : quint8 {
        Text,
        Row,       ///< parts one after the other on one baseline
        Script,    ///< parts[0] with parts[1] below its right end and, where given, parts[2] above
        Fraction,  ///< parts[0] over parts[1]
        Round,     ///< parts[0] in round brackets, as tall as it is
        Grid,      ///< parts row by row in square brackets
        Under,     ///< parts[0] with the small parts[1] beneath
        Tilde,     ///< parts[0] with a tilde
    };
    enum class Face : quint8 { Upright, Italic, Label };
    enum class Break : quint8 { Never, Equal, Plus };  ///< kinds of places where a line may end

    Kind kind = Kind::Row;
    Face face = Face::Upright;
    Break breaks = Break::Never;  ///< a new line may begin here
    /// A number that changes: given the room of −0.0123 at least where widths are compared, so that
    /// lines and columns stay where they are from step to step.
    bool number = false;
    int id = -1;  ///< for colour and pointer; −1: that of what it is part of
    int columns = 1;
    double before = 0, after = 0;  ///< space, in ems
    QString text = {};
    std::vector<FormulaBox> parts = {};
};

FormulaBox formulaText(const QString& text, FormulaBox::Face face = FormulaBox::Face::Upright,
                       int id = -1);
FormulaBox formulaNumber(const QString& text, int id = -1);
/// A sign between two parts, with space on both sides.
FormulaBox formulaSign(const QString& text, FormulaBox::Break breaks = FormulaBox::Break::Never);
FormulaBox formulaOf(FormulaBox::Kind kind, std::vector<FormulaBox> parts, int id = -1);

/// The faces of formulas at one size: a serif, where there is one with italics.
class FormulaFonts {
  public:
    explicit FormulaFonts(double size);
    /// Kept from one call to the next.
    static const FormulaFonts& ofSize(double size);

    using Face = FormulaBox::Face;
    static constexpr int levels = 3;  ///< text, scripts, scripts of scripts

    double size(int level = 0) const { return of(Face::Upright, level).size; }
    const QFont& font(Face face, int level) const { return of(face, level).font; }
    /// Of everything in a line of this face, brackets included.
    double ascent(Face face, int level) const { return of(face, level).ascent; }
    double descent(Face face, int level) const { return of(face, level).descent; }
    /// The height of the line in the middle of a sign.
    double axis(int level) const { return size(level) * 0.29; }
    double width(const QString& text, Face face, int level) const;
    double width(QChar upright, int level) const;
    /// How far the last letter leans over what follows; within width().
    double lean(const QString& text, Face face, int level) const;
    /// For drawing many upright letters at once: 0 for what the face lacks.
    quint32 glyph(QChar letter, int level) const;
    const QRawFont& raw(int level) const { return of(Face::Upright, level).raw; }
    double numberRoom(int level) const { return of(Face::Upright, level).number; }

  private:
    struct One {
        QFont font;
        double size = 0, ascent = 0, descent = 0, number = 0;
        QRawFont raw;  ///< of Upright alone
        mutable QHash<QChar, double> advances;
        mutable QHash<QChar, quint32> glyphs;
        mutable QHash<QString, std::pair<double, double>> widths;  // and how far they lean
    };
    const One& of(Face face, int level) const {
        return all_[static_cast<int>(face) * levels + level];
    }
    One all_[3 * levels];
};

/// Boxes with their places. Y grows downwards; the first baseline is at `baseline`.
struct FormulaLayout {
    struct Piece {
        QString text;
        QPointF at;  ///< left end of the baseline
        QRectF rect;
        FormulaBox::Face face;
        int level;
        int id;
    };
    struct Stroke {
        QPainterPath path;
        QRectF rect;
        double width;
        int id;
    };
    std::vector<Piece> pieces;
    std::vector<Stroke> strokes;
    QSizeF size;
    double baseline = 0;
    int lines = 1;
    double room = 0;  ///< width where every number has its room

    /// The id at a point, or the next one within `reach`; −1 where there is nothing.
    int idAt(const QPointF& point, double reach = 3) const;
};

/// Where lines begin after the first: at = by `equal`, at + by `plus`, from the left, in pixels.
struct FormulaIndent {
    double first = 0, equal = 0, plus = 0;
};

/// Places a formula in lines of up to `width` pixels; a piece that is wider than that stays whole,
/// and so does everything where the width is 0.
FormulaLayout layOut(const FormulaBox& formula, const FormulaFonts& fonts, double width = 0,
                     const FormulaIndent& indent = {});

/// `ink` gives the colour of an id; an invalid one leaves it out. Text stays text in SVG and PDF.
void paintFormula(QPainter& painter, const FormulaLayout& layout, const QPointF& at,
                  const FormulaFonts& fonts,
                  const std::function<QColor(int id, FormulaBox::Face face)>& ink);

}  // namespace rnnscope
