// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/equations_paint.h"

#include <QHash>
#include <QPainter>
#include <algorithm>
#include <array>

#include "app/plot/theme.h"

namespace rnnscope {
namespace {

using Face = FormulaBox::Face;
using Line = EquationsPage::Line;
using Place = EquationsSpot::Place;

constexpr double unplayed = 0.4;  // strength of what is still to come

QString hueOf(const Cell& cell, Wire wire) {
    if (wire.place != Wire::Place::Now && wire.place != Wire::Place::Before)
        return QStringLiteral("a");
    const Quantity& quantity = cell.quantities()[wire.index];
    const bool own = quantity.role != Role::PreActivation && quantity.role != Role::Inner;
    return own ? QString::fromUtf8(quantity.id.data(), qsizetype(quantity.id.size()))
               : QStringLiteral("a");
}

bool begunIn(const Cell& cell, const CellProgress& progress, const Equation& equation) {
    const std::vector<Wire> wires = computedIn(equation);
    for (std::size_t k = 0; k < cell.operations().size(); ++k)
        if (progress.done(k) && std::count(wires.begin(), wires.end(), cell.operations()[k].result))
            return true;
    return false;
}

/// Grounds behind everything that tells of the quantity pointed at.
void paintLight(QPainter& painter, const EquationsPicture& is, const Line& line) {
    const double pad = 0.12 * is.page.fit.size;
    QColor ground = is.theme.quantity(hueOf(is.source.values.cell(), now(*is.quantity)));
    painter.setBrush(is.theme.faint(ground, is.theme.isDark ? 0.3 : 0.24));
    painter.setPen(Qt::NoPen);
    // Letters of one symbol share a ground.
    for (std::size_t k = 0; k < line.layout.pieces.size();) {
        const int id = line.layout.pieces[k].id;
        QRectF rect = line.layout.pieces[k].rect;
        const Face face = line.layout.pieces[k].face;
        for (++k; k < line.layout.pieces.size() && line.layout.pieces[k].id == id; ++k)
            rect = rect.united(line.layout.pieces[k].rect);
        if (id < 0 || face == Face::Label)
            continue;
        const EquationsSpot& spot = is.page.spots[std::size_t(id)];
        const bool own = spot.number || !spot.symbol.empty();
        const bool named =
            spot.wire.place == Wire::Place::Now || spot.wire.place == Wire::Place::Before;
        if (own && named && spot.wire.index == *is.quantity && isShown(is, spot))
            painter.drawRoundedRect(rect.translated(line.at).adjusted(-pad, -pad / 2, pad, pad / 2),
                                    2 * pad, 2 * pad);
    }
}

void paintGround(QPainter& painter, const EquationsPicture& is, const EquationsPage::Block& block) {
    const double em = is.page.fit.size;
    const Equation& equation = is.source.equations[block.equation];
    const bool current = isCurrent(is, block.equation);
    const bool lit = is.quantity && tellsOf(equation, *is.quantity);
    if (!current && !lit)
        return;
    const QColor own = is.theme.quantity(hueOf(is.source.values.cell(), now(equation.quantity)));
    // Within the page's margins, which are half an em.
    const QRectF rect = block.rect.adjusted(-0.4 * em, -0.2 * em, 0.4 * em, 0.2 * em);
    painter.setPen(Qt::NoPen);
    painter.setBrush(is.theme.faint(own, is.theme.isDark ? 0.16 : 0.09));
    painter.drawRoundedRect(rect, 0.3 * em, 0.3 * em);
    if (!current)
        return;
    painter.setBrush(is.progress.backward ? is.theme.gradient : is.theme.accent);
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 0.2 * em, rect.height()), 0.1 * em,
                            0.1 * em);
}

}  // namespace

bool hasBegun(const EquationsPicture& is, std::size_t equation) {
    return begunIn(is.source.values.cell(), is.progress, is.source.equations[equation]);
}

bool isCurrent(const EquationsPicture& is, std::size_t equation) {
    const auto current = is.progress.current();
    if (!current)
        return false;
    const std::vector<Wire> wires = computedIn(is.source.equations[equation]);
    return std::count(wires.begin(), wires.end(),
                      is.source.values.cell().operations()[*current].result) > 0;
}

bool tellsOf(const Equation& equation, std::size_t quantity) {
    const std::vector<Wire> wires = computedIn(equation);
    return std::count(wires.begin(), wires.end(), now(quantity)) > 0;
}

bool isShown(const EquationsPicture& is, const EquationsSpot& spot) {
    const Cell& cell = is.source.values.cell();
    const Equation& equation = is.source.equations[spot.equation];
    const CellProgress& progress = is.progress;
    if (spot.place == Place::Gradient)
        return progress.backward && progress.known(cell, now(equation.quantity));
    // Backward everything forward has been.
    if (spot.place == Place::Letters || progress.backward || progress.part == 0)
        return true;
    if (spot.place == Place::Note)
        return hasBegun(is, spot.equation);
    if (spot.stage == 2)
        return progress.known(cell, now(equation.quantity));
    if (spot.stage == 1) {
        const Expression& of = equation.expression.parts[0];
        return progress.known(cell,
                              of.kind == Expression::Kind::Negative ? of.parts[0].wire : of.wire);
    }
    const std::vector<Wire> taken = takenBy(equation);
    return hasBegun(is, spot.equation) && std::all_of(taken.begin(), taken.end(), [&](Wire wire) {
               return wire.place == Wire::Place::Before || progress.known(cell, wire);
           });
}

namespace {

/// Colours of quantities, each worked out once for a painting: contrast is dear.
class Colours {
  public:
    explicit Colours(const EquationsPicture& picture) : is_(picture) {}

    QColor of(const EquationsSpot& spot);

  private:
    QColor hue(const QString& name) {
        auto known = known_.constFind(name);
        if (known == known_.constEnd())
            known = known_.insert(name, is_.theme.quantityText(name));
        return *known;
    }

    const EquationsPicture& is_;
    QHash<QString, QColor> known_;
};

QColor Colours::of(const EquationsSpot& spot) {
    const Theme& theme = is_.theme;
    if (spot.place == Place::Note)
        return theme.mutedText;
    if (spot.place == Place::Gradient)
        return hue(QStringLiteral("gradient"));
    if (!spot.parameter.empty() || spot.total)
        return theme.text;
    if (spot.function && spot.wire != now(is_.source.equations[spot.equation].quantity))
        return theme.text;
    if (!spot.number && spot.symbol.empty() && !spot.function)
        return theme.text;  // signs and brackets
    return hue(spot.wire ? hueOf(is_.source.values.cell(), spot.wire) : QStringLiteral("input"));
}

}  // namespace

void paintEquations(QPainter& painter, const EquationsPicture& is) {
    const FormulaFonts& fonts = FormulaFonts::ofSize(is.page.fit.size);
    const Theme& theme = is.theme;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto inSight = [&](const EquationsPage::Block& block) {
        return is.seen.isNull() || block.rect.intersects(is.seen);
    };
    for (const EquationsPage::Block& block : is.page.blocks)
        paintGround(painter, is, block);
    Colours palette(is);
    // Asked for each letter: worked out once for each spot.
    std::vector<QColor> colours(is.page.spots.size());
    std::vector<char> known(is.page.spots.size(), 0);
    for (const EquationsPage::Block& block : is.page.blocks) {
        if (!inSight(block))
            continue;
        const bool faint = is.progress.part > 0 && !hasBegun(is, block.equation);
        const auto weak = [&](const QColor& colour) {
            return faint ? theme.faint(colour, unplayed) : colour;
        };
        const QColor plain = weak(theme.text), label = weak(theme.mutedText);
        // Pieces come and go by stages.
        std::array<std::array<std::optional<bool>, 3>, 4> shown;
        const auto inStage = [&](const EquationsSpot& spot) {
            auto& seen = shown[std::size_t(spot.place)][std::size_t(spot.stage)];
            if (!seen)
                seen = isShown(is, spot);
            return *seen;
        };
        const auto ink = [&](int id, Face face) {
            if (id < 0)
                return face == Face::Label ? label : plain;
            const std::size_t k = std::size_t(id);
            if (!known[k]) {
                const EquationsSpot& spot = is.page.spots[k];
                colours[k] = inStage(spot) ? weak(palette.of(spot)) : QColor();
                known[k] = 1;
            }
            return face == Face::Label && colours[k].isValid() ? label : colours[k];
        };
        for (const Line& line : block.lines) {
            if (is.quantity)
                paintLight(painter, is, line);
            paintFormula(painter, line.layout, line.at, fonts, ink);
        }
    }
    if (is.page.legend)
        paintFormula(painter, is.page.legend->layout, is.page.legend->at, fonts,
                     [&](int, Face) { return theme.mutedText; });
    painter.restore();
}

EquationsHit hitAt(const EquationsPicture& is, const QPointF& point) {
    EquationsHit hit;
    const double reach = 0.35 * is.page.fit.size;
    for (const EquationsPage::Block& block : is.page.blocks) {
        if (!block.rect.adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        hit.equation = block.equation;
        for (const Line& line : block.lines)
            if (const int id = line.layout.idAt(point - line.at, reach);
                id >= 0 && isShown(is, is.page.spots[std::size_t(id)]))
                hit.spot = id;
        break;
    }
    return hit;
}

}  // namespace rnnscope
