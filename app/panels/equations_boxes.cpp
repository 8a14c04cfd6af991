// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/equations_boxes.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {
namespace {

using Face = FormulaBox::Face;
using Break = FormulaBox::Break;
using Box = FormulaBox::Kind;
using Kind = Term::Kind;

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

FormulaBox subscript(const std::string& words) {
    if (words != "t−1")
        return formulaText(text(words), Face::Italic);
    return formulaOf(Box::Row, {formulaText(QStringLiteral("t"), Face::Italic),
                                formulaText(QString::fromUtf8("−1"))});
}

FormulaBox name(const std::string& function) {
    FormulaBox box = formulaText(text(function));
    box.after = 0.03;
    return box;
}

}  // namespace

int EquationsBoxes::enter(const Term& term, bool number, double value, Index row,
                          Index column) const {
    spots_.push_back(at_);
    EquationsSpot& spot = spots_.back();
    spot.wire = term.wire;
    spot.parameter = term.parameter;
    spot.block = term.block;
    spot.row = row;
    spot.column = column;
    spot.number = number;
    spot.flipped = term.flipped;
    spot.negated = term.negated;
    spot.value = value;
    return int(spots_.size()) - 1;
}

FormulaBox EquationsBoxes::symbol(const Term& term) const {
    const int id = enter(term);
    spots_.back().symbol = term.symbol + "_" + term.subscript;
    FormulaBox base = formulaText(text(term.symbol), Face::Italic);
    if (term.flipped)
        base = formulaOf(Box::Tilde, {std::move(base)});
    FormulaBox whole = formulaOf(Box::Script, {std::move(base), subscript(term.subscript)}, id);
    if (!dimensions_)
        return whole;
    const QString rows = QString::number(term.size.rows);
    const QString size = term.size.columns == 1 && term.parameter.find("weight_") != 0
                             ? rows
                             : rows + QString::fromUtf8("×") + QString::number(term.size.columns);
    return formulaOf(
        Box::Under,
        {std::move(whole), formulaText(term.parameter == "weight_ch" ? rows : size, Face::Label)},
        id);
}

FormulaBox EquationsBoxes::number(const Term& term) const {
    const double shown = term.bare ? std::abs(term.value) : term.value;
    FormulaBox box =
        formulaNumber(shortNumber(shown), enter(term, true, term.value, term.row, term.column));
    if (term.kind != Kind::Total)
        return box;
    spots_.back().total = true;
    spots_.back().column = term.count;
    const QString label = QString::fromUtf8("Σ %1").arg(term.count);
    return formulaOf(Box::Under, {std::move(box), formulaText(label, Face::Label)});
}

FormulaBox EquationsBoxes::matrix(const Term& term) const {
    FormulaBox grid = formulaOf(Box::Grid, {}, enter(term));
    grid.columns = int(term.columns.size());
    grid.parts.reserve(term.rows.size() * term.columns.size());
    for (std::size_t i = 0; i < term.rows.size(); ++i)
        for (std::size_t j = 0; j < term.columns.size(); ++j) {
            const Index r = term.rows[i], c = term.columns[j];
            if (r >= 0 && c >= 0) {
                const double value = term.values(Index(i), Index(j));
                grid.parts.push_back(
                    formulaNumber(shortNumber(value), enter(term, true, value, r, c)));
            } else {
                const char* dots = r < 0 && c < 0 ? "⋱" : r < 0 ? "⋮" : "⋯";
                grid.parts.push_back(formulaText(QString::fromUtf8(dots), Face::Label));
            }
        }
    return grid;
}

FormulaBox EquationsBoxes::row(const Term& term) const {
    FormulaBox row = formulaOf(Box::Row, {}, term.wire ? enter(term) : -1);
    // 1 − z stays together.
    const bool whole = !term.parts.empty() && term.parts.front().kind == Kind::Constant;
    for (const Term& part : term.parts) {
        row.parts.push_back(of(part));
        if (part.kind == Kind::Sign && whole)
            row.parts.back().breaks = Break::Never;
    }
    return row;
}

FormulaBox EquationsBoxes::of(const Term& term) const {
    switch (term.kind) {
        case Kind::Symbol:
            return symbol(term);
        case Kind::Number:
        case Kind::Total:
            return number(term);
        case Kind::Constant:
            return formulaText(text(term.symbol));
        case Kind::Sign: {
            if (term.symbol.empty()) {
                FormulaBox space = formulaText({});
                space.before = 0.14;
                return space;
            }
            const bool sum = term.symbol == "+" || term.symbol == "−";
            FormulaBox sign = formulaSign(text(term.symbol), sum ? Break::Plus : Break::Never);
            if (!sum && term.symbol != "=")
                sign.before = sign.after = term.symbol == "∘" ? 0.2 : 0.13;
            return sign;
        }
        case Kind::Minus:
            return formulaText(text(term.symbol));
        case Kind::Row:
            return row(term);
        case Kind::Group:
            return formulaOf(Box::Round, {of(term.parts[0])}, term.wire ? enter(term) : -1);
        case Kind::Function: {
            const int id = enter(term);
            spots_.back().function = true;
            return formulaOf(Box::Row,
                             {name(term.symbol), formulaOf(Box::Round, {of(term.parts[0])})}, id);
        }
        case Kind::Matrix:
            return matrix(term);
        case Kind::Derivative: {
            FormulaBox below = formulaOf(
                Box::Row, {formulaText(QString::fromUtf8("∂"), Face::Italic), of(term.parts[0])});
            return formulaOf(Box::Fraction,
                             {formulaText(QString::fromUtf8("∂L"), Face::Italic), std::move(below)},
                             enter(term));
        }
    }
    return {};
}

FormulaBox EquationsBoxes::note(const QString& words) const {
    spots_.push_back(at_);
    FormulaBox box = formulaText(words, Face::Label, int(spots_.size()) - 1);
    box.before = 0.8;
    return box;
}

FormulaBox equationsLegend(const std::vector<Equation>& equations) {
    std::vector<std::string> names;
    bool product = false;
    const std::function<void(const Expression&)> look = [&](const Expression& part) {
        if (part.kind == Expression::Kind::Function &&
            std::find(names.begin(), names.end(), part.symbol) == names.end())
            names.push_back(part.symbol);
        product = product || part.kind == Expression::Kind::Product;
        for (const Expression& each : part.parts)
            look(each);
    };
    for (const Equation& each : equations)
        look(each.expression);
    const auto a = [] { return formulaText(QStringLiteral("a"), Face::Italic); };
    const auto e = [&](const char* sign) {
        FormulaBox high = formulaOf(Box::Row, {formulaText(QString::fromUtf8(sign)), a()});
        return formulaOf(Box::Script,
                         {formulaText(QStringLiteral("e"), Face::Italic), formulaText({}), high});
    };
    const auto one = [] { return formulaText(QStringLiteral("1")); };
    FormulaBox legend;
    const auto begin = [&](const std::string& function) {
        FormulaBox word = name(function);
        if (!legend.parts.empty()) {
            word.before = 1.4;
            word.breaks = Break::Equal;
        }
        legend.parts.push_back(word);
    };
    const auto define = [&](const std::string& function, FormulaBox is) {
        begin(function);
        legend.parts.push_back(formulaOf(Box::Round, {a()}));
        legend.parts.push_back(formulaSign(QStringLiteral("=")));
        legend.parts.push_back(std::move(is));
    };
    const auto sum = [](FormulaBox left, const char* sign, FormulaBox right) {
        return formulaOf(Box::Row,
                         {std::move(left), formulaSign(QString::fromUtf8(sign)), std::move(right)});
    };
    for (const std::string& function : names) {
        if (function == "σ")
            define(function, formulaOf(Box::Fraction, {one(), sum(one(), "+", e("−"))}));
        else if (function == "tanh")
            define(function,
                   formulaOf(Box::Fraction, {sum(e(""), "−", e("−")), sum(e(""), "+", e("−"))}));
        else
            define(function, formulaOf(Box::Row, {formulaText(QStringLiteral("max(0, ")), a(),
                                                  formulaText(QStringLiteral(")"))}));
    }
    if (product) {
        begin("∘");
        FormulaBox words = formulaText(
            QCoreApplication::translate("rnnscope::EquationsPanel", "unit by unit"), Face::Label);
        words.before = 0.3;
        legend.parts.push_back(words);
    }
    return legend;
}

}  // namespace rnnscope
