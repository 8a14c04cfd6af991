// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/equations_page.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/panels/cell_words.h"
#include "app/plot/number.h"

namespace rnnscope {
namespace {

using Block = EquationsPage::Block;
using Break = FormulaBox::Break;
using Box = FormulaBox::Kind;
using Of = EquationsChoice::Of;
using Place = EquationsSpot::Place;
using Show = EquationsChoice::Show;

constexpr double blockGap = 0.75, lineGap = 0.3, columnGap = 1.6;  // ems

/// One equation's formulas.
struct Formulas {
    FormulaBox left, letters, numbers;
};

class Maker {
  public:
    Maker(const EquationsSource& source, const EquationsFit& fit, EquationsSpots& spots)
        : source_(source),
          fit_(fit),
          spots_(spots),
          numbers_(source.values.network(), source.values.snapshot().record, source.values.trace(),
                   source.values.column()) {}

    Formulas of(std::size_t number) const {
        const Equation& equation = source_.equations[number];
        const NetworkShape& shape = numbers_.shape();
        Formulas made;
        const bool sizes = layer() && source_.choice.show != Show::Numbers;
        const EquationsBoxes letters = at(number, Place::Letters, sizes);
        FormulaBox left = letters.of(leftOf(equation, shape, numbers_.trace()));
        left.after = 0.25;
        made.left = formulaOf(Box::Row, {std::move(left)});
        if (source_.choice.show != Show::Numbers) {
            FormulaBox equal = formulaSign(QStringLiteral("="), Break::Equal);
            equal.before = 0;
            made.letters = formulaOf(
                Box::Row,
                {std::move(equal), letters.of(rightOf(equation, shape, numbers_.trace()))});
        }
        if (source_.choice.show != Show::Symbols)
            addStages(number, made.numbers);
        if (source_.gradient)
            addGradient(number, made.numbers);
        return made;
    }

  private:
    bool layer() const { return source_.choice.of == Of::Layer; }

    EquationsBoxes at(std::size_t equation, Place place, bool sizes = false, int stage = 0) const {
        EquationsSpot spot;
        spot.equation = equation;
        spot.place = place;
        spot.stage = stage;
        spot.wire = now(source_.equations[equation].quantity);
        return {spots_, spot, sizes};
    }

    /// Everything of a chunk that has no id of its own has the chunk's.
    FormulaBox chunk(std::size_t equation, Place place, int stage,
                     std::vector<FormulaBox> parts) const {
        EquationsSpot spot;
        spot.equation = equation;
        spot.place = place;
        spot.stage = stage;
        spot.wire = now(source_.equations[equation].quantity);
        spots_.push_back(spot);
        return formulaOf(Box::Row, std::move(parts), int(spots_.size()) - 1);
    }

    bool heldIn(Wire wire) const {
        return layer() ? source_.values.held(wire)
                       : source_.values.heldAt(wire, source_.unit).has_value();
    }

    void addStages(std::size_t number, FormulaBox& into) const {
        const Equation& equation = source_.equations[number];
        const std::vector<Term> stages =
            layer() ? layerStages(equation, numbers_, fit_.most)
                    : unitStages(equation, numbers_, source_.unit, fit_.mostFactors);
        // What is held is not what its equation says: only what follows from it is written.
        std::size_t first = 0;
        QString held;
        for (const Wire& wire : computedIn(equation))
            if (heldIn(wire)) {
                held = symbolOf(source_.values.cell(), wire);
                const bool result = wire == now(equation.quantity);
                first = std::max(first, result ? stages.size() - 1 : std::size_t(1));
            }
        for (std::size_t k = std::min(first, stages.size() - 1); k < stages.size(); ++k) {
            const int stage = k + 1 == stages.size() ? 2 : int(k);
            const EquationsBoxes boxes = at(number, Place::Stage, false, stage);
            FormulaBox equal = formulaSign(QStringLiteral("="), Break::Equal);
            if (into.parts.empty())
                equal.before = 0;
            into.parts.push_back(
                chunk(number, Place::Stage, stage, {std::move(equal), boxes.of(stages[k])}));
        }
        if (!held.isEmpty())
            into.parts.push_back(
                at(number, Place::Note)
                    .note(QCoreApplication::translate("rnnscope::EquationsPanel", "%1 is held")
                              .arg(held)));
    }

    void addGradient(std::size_t number, FormulaBox& into) const {
        const Equation& equation = source_.equations[number];
        const EquationsBoxes boxes = at(number, Place::Gradient);
        const Gradients& gradients = source_.values.snapshot().backward->gradients;
        const Wire wire = now(equation.quantity);
        const auto value = [&](Index unit) { return numbers_.gradient(equation, gradients, unit); };
        FormulaBox slope = boxes.of(derivativeOf(equation, numbers_.shape(), numbers_.trace()));
        slope.breaks = Break::Equal;
        if (!into.parts.empty())
            slope.before = 1.4;
        Term number_ = layer() ? vectorOf(value, source_.values.hidden(), fit_.most, wire)
                               : unitNumber(value(source_.unit), wire, source_.unit);
        number_.negated = equation.flipped;
        into.parts.push_back(
            chunk(number, Place::Gradient, 0,
                  {std::move(slope), formulaSign(QStringLiteral("=")), boxes.of(number_)}));
    }

    const EquationsSource& source_;
    const EquationsFit& fit_;
    EquationsSpots& spots_;
    StepNumbers numbers_;
};

Block placed(std::size_t equation, Formulas formulas, const FormulaFonts& fonts, double width) {
    const double em = fonts.size();
    Block block{equation, {}, {}, 0, false};
    const double left = layOut(formulas.left, fonts).size.width();
    // Signs of equality under each other, where there is room for that.
    const double equal = left < width * 0.25 || width <= 0 ? left : 1.2 * em;
    const auto add = [&](const FormulaBox& formula, double first) {
        FormulaLayout layout = layOut(formula, fonts, width, {first, equal, equal + 1.2 * em});
        const double top = block.lines.empty() ? 0 : block.rect.bottom() + lineGap * em;
        block.broken = block.broken || layout.lines > 1;
        block.room = std::max(block.room, layout.room);
        block.rect = block.rect.united(QRectF(QPointF(0, top), layout.size));
        block.lines.push_back({std::move(layout), {0, top}});
    };
    FormulaBox first = std::move(formulas.left);
    const bool both = !formulas.letters.parts.empty();
    for (FormulaBox& part : (both ? formulas.letters : formulas.numbers).parts)
        first.parts.push_back(std::move(part));
    add(first, 0);
    if (both && !formulas.numbers.parts.empty())
        add(formulas.numbers, equal);
    return block;
}

/// Where each block goes when so many columns are to be as even as can be; the blocks stay in
/// order.
std::vector<int> columnsOf(const std::vector<double>& heights, double gap, int columns) {
    std::vector<double> limits;
    for (std::size_t a = 0; a < heights.size(); ++a) {
        double sum = -gap;
        for (std::size_t b = a; b < heights.size(); ++b)
            limits.push_back(sum += gap + heights[b]);
    }
    std::sort(limits.begin(), limits.end());
    std::vector<int> best(heights.size(), 0);
    for (const double limit : limits) {
        std::vector<int> column(heights.size(), 0);
        double y = -gap;
        bool fits = true;
        int at = 0;
        for (std::size_t k = 0; k < heights.size() && fits; ++k) {
            if (y + gap + heights[k] > limit + 1e-6 && y >= 0) {
                ++at;
                y = -gap;
            }
            y += gap + heights[k];
            column[k] = at;
            fits = at < columns && heights[k] <= limit + 1e-6;
        }
        if (fits)
            return column;
    }
    return best;
}

double columnWidth(double width, int columns, double em) {
    return (width - (columns - 1) * columnGap * em) / columns;
}

/// How high blocks get in so many columns.
double heightIn(const std::vector<double>& heights, double gap, int columns) {
    const std::vector<int> column = columnsOf(heights, gap, columns);
    double height = 0, y = 0;
    for (std::size_t k = 0; k < heights.size(); ++k) {
        y = k > 0 && column[k] == column[k - 1] ? y + gap + heights[k] : heights[k];
        height = std::max(height, y);
    }
    return height;
}

}  // namespace

EquationsPage pageOf(const EquationsSource& source, const EquationsFit& fit, double width) {
    EquationsPage page;
    page.fit = fit;
    const FormulaFonts& fonts = FormulaFonts::ofSize(fit.size);
    const double em = fonts.size(), wide = columnWidth(width, fit.columns, em);
    const Maker maker(source, fit, page.spots);
    std::vector<double> heights;
    for (std::size_t k = 0; k < source.equations.size(); ++k) {
        page.blocks.push_back(placed(k, maker.of(k), fonts, wide));
        heights.push_back(page.blocks.back().rect.height());
    }
    const std::vector<int> column = columnsOf(heights, blockGap * em, fit.columns);
    double y = 0, widest = 0;
    for (std::size_t k = 0; k < page.blocks.size(); ++k) {
        Block& block = page.blocks[k];
        y = k > 0 && column[k] == column[k - 1] ? page.blocks[k - 1].rect.bottom() + blockGap * em
                                                : 0;
        widest = std::max(widest, block.rect.width());
        const QPointF at(column[k] * (wide + columnGap * em), y);
        block.rect.translate(at);
        for (EquationsPage::Line& line : block.lines)
            line.at += at;
        page.size = page.size.expandedTo(QSizeF(block.rect.right(), block.rect.bottom()));
    }
    // A piece wider than its column: everything a little smaller rather than cut off.
    page.scale = std::min(1.0, wide / std::max(1.0, widest));
    if (page.scale < 1)
        for (Block& block : page.blocks) {
            const double by = column[block.equation] * (wide / page.scale - wide);
            block.rect.translate(by, 0);
            for (EquationsPage::Line& line : block.lines)
                line.at += QPointF(by, 0);
            page.size.setWidth(std::max(page.size.width(), block.rect.right()));
        }
    return page;
}

EquationsFit fitFor(const EquationsSource& source, const QSizeF& area, double smallest,
                    double largest, bool shrink) {
    const NetworkShape& shape = source.values.network().shape();
    const int layer = int(source.values.trace() / shape.directions());
    const Index widest = std::max(shape.hidden, shape.layerInput(layer));
    std::vector<Index> mosts = {8, 6, 5, 4, 3};
    if (source.choice.of == Of::Unit || source.choice.show == Show::Symbols)
        mosts = {8};
    else
        mosts.erase(std::remove_if(mosts.begin(), mosts.end() - 1,
                                   [&](Index most) { return most < 8 && most >= widest; }),
                    mosts.end() - 1);
    // Everything grows with the size of the letters: measured once, at one size. Large matrices
    // come first, then large letters.
    constexpr double measured = 16;
    struct Measure {
        double room = 0;
        std::vector<double> heights;
    };
    std::vector<Measure> measures;
    for (const Index most : mosts) {
        const EquationsPage page =
            pageOf(source, {.size = measured, .columns = 1, .most = most}, 0);
        Measure measure;
        for (const Block& block : page.blocks) {
            measure.room = std::max(measure.room, block.room);
            measure.heights.push_back(block.rect.height());
        }
        measures.push_back(measure);
    }
    const auto fits = [&](const Measure& measure, double size, int columns) {
        const double by = size / measured * 1.03;  // letters are whole pixels
        return measure.room * by <= columnWidth(area.width(), columns, size) &&
               heightIn(measure.heights, blockGap * measured, columns) * by <= area.height();
    };
    for (std::size_t k = 0; k < mosts.size(); ++k)
        for (double size = largest; size >= smallest - 0.01; size -= 1)
            for (const int columns : {1, 2, 3})
                if (fits(measures[k], size, columns))
                    return {.size = size, .columns = columns, .most = mosts[k]};
    // With lines that break.
    const auto tries = [&](double size, Index most) -> std::optional<EquationsFit> {
        for (const int columns : {1, 2, 3}) {
            if (columns > 1 && columnWidth(area.width(), columns, size) < 17 * size)
                break;
            const EquationsFit fit{.size = size, .columns = columns, .most = most};
            const EquationsPage page = pageOf(source, fit, area.width());
            if (page.scale == 1 && page.size.height() <= area.height())
                return fit;
        }
        return std::nullopt;
    };
    for (const Index most : mosts)
        for (const double size : {smallest + 2, smallest})
            if (const auto fit = tries(size, most))
                return *fit;
    for (double size = smallest - 1; shrink && size >= 5; --size)
        for (const Index most : {mosts.front(), mosts.back()})
            if (const auto fit = tries(size, most))
                return *fit;
    // Longer than the area: whole pieces, as low as can be.
    EquationsFit best{.size = smallest, .columns = 1, .most = mosts.back()};
    for (const Index most : mosts)
        if (const EquationsFit fit{.size = smallest, .columns = 1, .most = most};
            (most <= 5 || mosts.size() == 1) && pageOf(source, fit, area.width()).scale == 1) {
            best = fit;
            break;
        }
    double least = pageOf(source, best, area.width()).size.height();
    for (const int columns : {2, 3}) {
        EquationsFit fit = best;
        fit.columns = columns;
        if (columnWidth(area.width(), columns, smallest) < 17 * smallest)
            break;
        const EquationsPage page = pageOf(source, fit, area.width());
        if (page.scale < 1 || page.size.height() >= least)
            continue;
        least = page.size.height();
        best = fit;
    }
    return best;
}

void addLegend(EquationsPage& page, const EquationsSource& source, const QSizeF& area) {
    const FormulaFonts& fonts = FormulaFonts::ofSize(page.fit.size);
    FormulaLayout layout = layOut(equationsLegend(source.equations), fonts);
    const double y = page.size.height() + 1.1 * blockGap * fonts.size();
    if (layout.size.width() > area.width() ||
        (y + layout.size.height()) * page.scale > area.height())
        return;
    page.size = page.size.expandedTo(QSizeF(layout.size.width(), y + layout.size.height()));
    page.legend = EquationsPage::Line{std::move(layout), {0, y}};
}

}  // namespace rnnscope
