// SPDX-License-Identifier: GPL-3.0-or-later
// Where the boxes of a formula go: widths, baselines, brackets that grow, and lines that break.
#include <algorithm>
#include <array>
#include <optional>

#include "app/plot/formula.h"

namespace rnnscope {
namespace {

using Kind = FormulaBox::Kind;
using Face = FormulaBox::Face;
using Break = FormulaBox::Break;
using Piece = FormulaLayout::Piece;
using Stroke = FormulaLayout::Stroke;

/// Something placed, with its baseline through the origin at its left end.
struct Laid {
    std::vector<Piece> pieces;
    std::vector<Stroke> strokes;
    double width = 0, room = 0, ascent = 0, descent = 0;
    double up = 0, down = 0;  ///< what brackets embrace: all but small print
    double lean = 0;          ///< how much of the width is a letter leaning over

    /// Takes what another holds, moved by so much; the sizes stay.
    void take(Laid&& other, double x, double y) {
        pieces.reserve(pieces.size() + other.pieces.size());
        for (Piece& piece : other.pieces) {
            piece.at += QPointF(x, y);
            piece.rect.translate(x, y);
            pieces.push_back(std::move(piece));
        }
        for (Stroke& stroke : other.strokes) {
            stroke.path.translate(x, y);
            stroke.rect.translate(x, y);
            strokes.push_back(std::move(stroke));
        }
    }
    /// Puts another behind it on the same baseline.
    void append(Laid&& other) {
        const double at = width;
        width += other.width;
        room += other.room;
        ascent = std::max(ascent, other.ascent);
        descent = std::max(descent, other.descent);
        up = std::max(up, other.up);
        down = std::max(down, other.down);
        lean = other.lean;
        take(std::move(other), at, 0);
    }
    void space(double width_) {
        width += width_;
        room += width_;
    }
};

/// What stays together on a line.
struct Unit {
    Laid laid;
    Break breaks = Break::Never;
    double lead = 0;  ///< space that falls away where a line begins
};

class Builder {
  public:
    explicit Builder(const FormulaFonts& fonts) : fonts_(fonts) {}

    Laid of(const FormulaBox& box, int level, int id) const {
        if (box.id >= 0)
            id = box.id;
        Laid laid = inside(box, level, id);
        if (box.kind != Kind::Row && box.kind != Kind::Under && box.kind != Kind::Round) {
            laid.up = laid.ascent;
            laid.down = laid.descent;
        }
        if (box.before != 0 || box.after != 0) {
            Laid spaced;
            spaced.space(box.before * fonts_.size(level));
            spaced.append(std::move(laid));
            spaced.space(box.after * fonts_.size(level));
            return spaced;
        }
        return laid;
    }

    /// The units of a formula, in order. Brackets around a row with places to break are opened.
    void flatten(const FormulaBox& box, int id, std::vector<Unit>& units) const {
        if (box.id >= 0)
            id = box.id;
        if (box.kind == Kind::Row) {
            for (const FormulaBox& part : box.parts)
                flatten(part, id, units);
            return;
        }
        if (box.kind == Kind::Round && breaksWithin(box.parts[0])) {
            const Laid whole = of(box.parts[0], 0, id);
            add(units, {bracket(true, whole.up, whole.down, 0, id)});
            flatten(box.parts[0], id, units);
            add(units, {bracket(false, whole.up, whole.down, 0, id)});
            return;
        }
        add(units, {of(box, 0, id), box.breaks, box.before * fonts_.size(0)});
    }

  private:
    static bool breaksWithin(const FormulaBox& box) {
        return box.breaks != Break::Never ||
               ((box.kind == Kind::Row || box.kind == Kind::Round) &&
                std::any_of(box.parts.begin(), box.parts.end(), breaksWithin));
    }

    static void add(std::vector<Unit>& units, Unit unit) {
        if (units.empty() || unit.breaks != Break::Never)
            units.push_back(std::move(unit));
        else
            units.back().laid.append(std::move(unit.laid));
    }

    Laid inside(const FormulaBox& box, int level, int id) const {
        switch (box.kind) {
            case Kind::Text:
                return text(box, level, id);
            case Kind::Row: {
                Laid row;
                for (const FormulaBox& part : box.parts)
                    row.append(of(part, level, id));
                return row;
            }
            case Kind::Script:
                return script(box, level, id);
            case Kind::Fraction:
                return fraction(box, level, id);
            case Kind::Round: {
                Laid content = of(box.parts[0], level, id);
                const double up = content.up, down = content.down;
                Laid all = bracket(true, up, down, level, id);
                all.append(std::move(content));
                all.append(bracket(false, up, down, level, id));
                return all;
            }
            case Kind::Grid:
                return grid(box, level, id);
            case Kind::Under:
                return under(box, level, id);
            case Kind::Tilde:
                return tilde(box, level, id);
        }
        return {};
    }

    Laid text(const FormulaBox& box, int level, int id) const {
        Laid laid;
        laid.width = fonts_.width(box.text, box.face, level);
        laid.room = box.number ? std::max(laid.width, fonts_.numberRoom(level)) : laid.width;
        laid.ascent = fonts_.ascent(box.face, level);
        laid.descent = fonts_.descent(box.face, level);
        laid.lean = fonts_.lean(box.text, box.face, level);
        laid.pieces.push_back(
            {box.text, QPointF(0, 0),
             QRectF(0, -laid.ascent, laid.width - laid.lean, laid.ascent + laid.descent), box.face,
             level, id});
        return laid;
    }

    static int next(int level) { return std::min(level + 1, FormulaFonts::levels - 1); }

    Laid script(const FormulaBox& box, int level, int id) const {
        const double em = fonts_.size(level);
        Laid base = of(box.parts[0], level, id);
        const double x = base.width + 0.03 * em, lean = base.lean;
        const double room = base.room + 0.03 * em;
        Laid low = of(box.parts[1], next(level), id);
        // What is below goes under a letter that leans.
        double down = std::max(0.18 * em, base.descent - 0.25 * em), wide = low.width - lean,
               most = low.room - lean;
        if (box.parts.size() > 2) {
            Laid high = of(box.parts[2], next(level), id);
            const double up = std::max(0.4 * em, base.ascent - 0.55 * high.ascent);
            down = std::max(down, low.ascent - up + high.descent + 0.06 * em);
            wide = std::max(wide, high.width);
            most = std::max(most, high.room);
            base.ascent = std::max(base.ascent, up + high.ascent);
            base.take(std::move(high), x, -up);
        }
        base.descent = std::max(base.descent, down + low.descent);
        base.lean = low.lean;
        base.take(std::move(low), x - lean, down);
        base.width = x + wide;
        base.room = room + most;
        return base;
    }

    Laid fraction(const FormulaBox& box, int level, int id) const {
        const double em = fonts_.size(level), axis = fonts_.axis(level), line = 0.055 * em;
        Laid over = of(box.parts[0], next(level), id), below = of(box.parts[1], next(level), id);
        Laid all;
        const double side = 0.12 * em, inner = std::max(over.width, below.width) + 2 * side;
        all.width = inner;
        all.room = std::max(over.room, below.room) + 2 * side;
        const double up = axis + 0.14 * em + over.descent;
        const double down = below.ascent + 0.14 * em - axis;
        all.ascent = up + over.ascent;
        all.descent = down + below.descent;
        const double overX = (inner - over.width) / 2, belowX = (inner - below.width) / 2;
        all.take(std::move(over), overX, -up);
        all.take(std::move(below), belowX, down);
        all.strokes.push_back(straight({{0, -axis}, {inner, -axis}}, line, id));
        return all;
    }

    static Stroke straight(const std::vector<QPointF>& points, double width, int id) {
        QPainterPath path(points.front());
        for (std::size_t k = 1; k < points.size(); ++k)
            path.lineTo(points[k]);
        const double half = width / 2;
        return {path, path.boundingRect().adjusted(-half, -half, half, half), width, id};
    }

    /// Of the face as long as it is tall enough; drawn where it is not.
    Laid bracket(bool open, double up, double down, int level, int id) const {
        const double em = fonts_.size(level);
        const double own = fonts_.ascent(Face::Upright, level),
                     below = fonts_.descent(Face::Upright, level);
        if (up <= own + 0.3 * em && down <= below + 0.3 * em)
            return of(formulaText(open ? QStringLiteral("(") : QStringLiteral(")")), level, id);
        Laid laid;
        laid.up = up;
        laid.down = down;
        const double tall = up + down, bow = std::min(0.16 * em + 0.02 * tall, 0.45 * em);
        const double line = 0.065 * em, pad = 0.08 * em;
        laid.width = laid.room = bow + line + 2 * pad;
        laid.ascent = up;
        laid.descent = down;
        const double tip = open ? pad + line / 2 + bow : pad + line / 2;
        const double back = open ? pad + line / 2 : pad + line / 2 + bow;
        const double bend = back + (back - tip) / 3;  // a cubic stays inside its control points
        QPainterPath path(QPointF(tip, -up));
        path.cubicTo(QPointF(bend, -up + 0.28 * tall), QPointF(bend, down - 0.28 * tall),
                     QPointF(tip, down));
        laid.strokes.push_back({path, QRectF(0, -up, laid.width, tall), line, id});
        return laid;
    }

    Laid grid(const FormulaBox& box, int level, int id) const {
        const double em = fonts_.size(level);
        const std::size_t columns = static_cast<std::size_t>(std::max(1, box.columns));
        const std::size_t rows = (box.parts.size() + columns - 1) / columns;
        std::vector<Laid> cells;
        cells.reserve(box.parts.size());
        std::vector<double> widths(columns, 0), ups(rows, 0), downs(rows, 0);
        for (std::size_t k = 0; k < box.parts.size(); ++k) {
            cells.push_back(of(box.parts[k], level, id));
            const Laid& cell = cells.back();
            widths[k % columns] = std::max(widths[k % columns], cell.room);
            ups[k / columns] = std::max(ups[k / columns], cell.ascent);
            downs[k / columns] = std::max(downs[k / columns], cell.descent);
        }
        const double gap = 0.55 * em, between = 0.12 * em, line = 0.065 * em;
        const double arm = 0.22 * em, pad = 0.18 * em, side = 0.06 * em;
        double tall = between * double(rows ? rows - 1 : 0);
        for (std::size_t k = 0; k < rows; ++k)
            tall += ups[k] + downs[k];
        Laid all;
        double x = side + line + pad, top = -fonts_.axis(level) - tall / 2;
        const double first = top;
        for (std::size_t row = 0; row < rows; ++row) {
            const double y = top + ups[row];
            double left = x;
            for (std::size_t column = 0; column < columns; ++column) {
                const std::size_t k = row * columns + column;
                if (k < cells.size()) {
                    // Digits under digits: numbers stand at the right, dots in the middle.
                    const double spare = widths[column] - cells[k].width;
                    const bool number = box.parts[k].number;
                    all.take(std::move(cells[k]), left + (number ? spare : spare / 2), y);
                }
                left += widths[column] + gap;
            }
            top += ups[row] + downs[row] + between;
        }
        double inner = gap * double(columns - 1);
        for (const double width : widths)
            inner += width;
        const double left = side + line / 2, right = x + inner + pad + line / 2;
        const double up = first - 0.06 * em, down = first + tall + 0.06 * em;
        all.strokes.push_back(
            straight({{left + arm, up}, {left, up}, {left, down}, {left + arm, down}}, line, id));
        all.strokes.push_back(straight(
            {{right - arm, up}, {right, up}, {right, down}, {right - arm, down}}, line, id));
        all.width = all.room = right + line / 2 + side;
        all.ascent = -up + line / 2;
        all.descent = down + line / 2;
        return all;
    }

    Laid under(const FormulaBox& box, int level, int id) const {
        const double em = fonts_.size(level);
        Laid base = of(box.parts[0], level, id), label = of(box.parts[1], next(level), id);
        Laid all;
        all.width = std::max(base.width, label.width);
        all.room = std::max(base.room, label.room);
        all.ascent = base.ascent;
        all.up = base.up;
        all.down = base.down;
        const double down = base.descent + label.ascent + 0.08 * em;
        all.descent = down + label.descent;
        const double baseX = (all.width - base.width) / 2, labelX = (all.width - label.width) / 2;
        all.take(std::move(base), baseX, 0);
        all.take(std::move(label), labelX, down);
        return all;
    }

    /// Drawn: fonts disagree on where a combining mark goes over a slanted letter.
    Laid tilde(const FormulaBox& box, int level, int id) const {
        const double em = fonts_.size(level);
        Laid base = of(box.parts[0], level, id);
        const double wide = 0.4 * em, high = 0.07 * em, line = 0.055 * em;
        const double y = -0.68 * em, x = base.width / 2 - wide / 2 + 0.06 * em;
        QPainterPath path(QPointF(x, y + high));
        path.cubicTo(QPointF(x + wide / 3, y - 2.2 * high),
                     QPointF(x + 2 * wide / 3, y + 2.2 * high), QPointF(x + wide, y - high));
        base.strokes.push_back({path, path.boundingRect(), line, id});
        base.ascent = std::max(base.ascent, -y + 3 * high);
        return base;
    }

    const FormulaFonts& fonts_;
};

/// Lines of units, each with where it begins.
struct Line {
    double indent;
    Laid laid;
};

std::vector<Line> linesOf(std::vector<Unit> units, double width, const FormulaIndent& indent) {
    double all = indent.first;
    for (const Unit& unit : units)
        all += unit.laid.room;
    const bool whole = width <= 0 || all <= width;
    std::vector<Line> lines = {{indent.first, {}}};
    const auto fits = [&](double more) {
        return lines.back().indent + lines.back().laid.room + more <= width;
    };
    const auto begin = [&](Unit& unit) {
        lines.push_back({unit.breaks == Break::Equal ? indent.equal : indent.plus, {}});
        Laid& laid = lines.back().laid;
        laid.space(-unit.lead);  // what stands at the beginning needs no space before it
        laid.append(std::move(unit.laid));
    };
    for (std::size_t k = 0; k < units.size();) {
        std::size_t end = k + 1;
        double chunk = units[k].laid.room;
        for (; end < units.size() && units[end].breaks != Break::Equal; ++end)
            chunk += units[end].laid.room;
        // What follows one = up to the next stays on one line if it can.
        const bool fresh = !whole && lines.back().laid.room > 0 && !fits(chunk) &&
                           units[k].breaks == Break::Equal &&
                           (indent.equal + chunk <= width || !fits(units[k].laid.room));
        for (std::size_t j = k; j < end; ++j) {
            const bool breaks = units[j].breaks != Break::Never && lines.back().laid.room > 0;
            if (breaks && !whole && (j == k ? fresh : !fits(units[j].laid.room)))
                begin(units[j]);
            else
                lines.back().laid.append(std::move(units[j].laid));
        }
        k = end;
    }
    return lines;
}

}  // namespace

FormulaLayout layOut(const FormulaBox& formula, const FormulaFonts& fonts, double width,
                     const FormulaIndent& indent) {
    const Builder builder(fonts);
    std::vector<Unit> units;
    builder.flatten(formula, -1, units);
    FormulaLayout layout;
    Laid all;
    double top = 0;
    std::vector<Line> lines = linesOf(std::move(units), width, indent);
    for (Line& line : lines) {
        const double base = top + line.laid.ascent;
        if (&line == &lines.front())
            layout.baseline = base;
        all.width = std::max(all.width, line.indent + line.laid.width);
        layout.room = std::max(layout.room, line.indent + line.laid.room);
        top = base + line.laid.descent + 0.3 * fonts.size();
        all.take(std::move(line.laid), line.indent, base);
    }
    layout.pieces = std::move(all.pieces);
    layout.strokes = std::move(all.strokes);
    layout.size = {all.width, top - 0.3 * fonts.size()};
    layout.lines = static_cast<int>(lines.size());
    return layout;
}

}  // namespace rnnscope
