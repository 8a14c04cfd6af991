// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <algorithm>

#include "app/panels/cell_panel.h"
#include "app/plot/number.h"
#include "app/words.h"
#include "core/term.h"

namespace rnnscope {
namespace {

using Kind = OperationKind;
using Place = Wire::Place;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

std::string number(double value) {
    return shortNumber(value).toStdString();
}

/// As a factor or in a sum: negative numbers in brackets.
QString part(double value) {
    const QString digits = shortNumber(value);
    return digits.startsWith(QChar(0x2212)) ? QStringLiteral("(%1)").arg(digits) : digits;
}

QString factor(const QString& symbol) {
    return symbol.contains(QLatin1Char(' ')) ? QStringLiteral("(%1)").arg(symbol) : symbol;
}

QString slope(const QString& symbol) {
    return QStringLiteral("∂L/∂%1").arg(factor(symbol));
}

/// The part of an equation that computes this.
const Expression* find(const Expression& expression, Wire wire) {
    if (expression.wire == wire && expression.kind != Expression::Kind::Value)
        return &expression;
    for (const Expression& each : expression.parts)
        if (const Expression* found = find(each, wire))
            return found;
    return nullptr;
}

/// The equation with this on its left, or what computes it within another.
std::optional<Equation> equationOf(const Cell& cell, Wire wire) {
    if (wire.place != Place::Now)
        return std::nullopt;
    for (const Equation& each : equationsOf(cell)) {
        if (each.quantity == wire.index)
            return each;
        if (const Expression* found = find(each.expression, wire))
            return Equation{wire.index, *found};
    }
    return std::nullopt;
}

const Operation& operationFor(const Cell& cell, Wire wire) {
    return *std::find_if(cell.operations().begin(), cell.operations().end(),
                         [&](const Operation& each) { return each.result == wire; });
}

QString forwardText(const CellValues& values, const Operation& operation, Index unit,
                    bool letters) {
    const Cell& cell = values.cell();
    const QString result = symbolOf(cell, operation.result);
    const QString end =
        QStringLiteral(" = %1").arg(shortNumber(values.value(operation.result)[unit]));
    if (const auto held = values.heldAt(operation.result, unit))
        return CellPanel::tr("%1 is held at %2").arg(result, shortNumber(*held));
    if (const auto equation =
            operation.kind == Kind::Affine ? equationOf(cell, operation.result) : std::nullopt) {
        const StepNumbers numbers(values.network(), values.snapshot().record, values.trace(),
                                  values.column());
        const QString plain = text(written(*equation, cell, Notation::Plain));
        const QString filled = text(written(*equation, numbers, unit, Notation::Plain, number, 3));
        return letters ? plain + filled.mid(filled.indexOf(QStringLiteral(" = "))) : filled;
    }
    const QString a = symbolOf(cell, operation.a), b = symbolOf(cell, operation.b);
    const double x = operation.a ? values.value(operation.a)[unit] : 0;
    const double y = operation.b ? values.value(operation.b)[unit] : 0;
    QString symbolic, filled;
    switch (operation.kind) {
        case Kind::Affine:
            symbolic = QStringLiteral("W h + b");
            break;
        case Kind::Peephole: {
            symbolic = result;
            const std::string name = "weight_ch" + values.snapshot().shape().suffix(values.trace());
            const Eigen::MatrixXd& weights = values.snapshot().parameters.find(name)->value;
            const Index row = static_cast<Index>(operation.weights) * values.hidden() + unit;
            filled = QStringLiteral("%1 · %2").arg(part(weights.reshaped()[row]), part(x));
            break;
        }
        case Kind::Product:
            symbolic = QStringLiteral("%1 ∘ %2").arg(factor(a), factor(b));
            filled = QStringLiteral("%1 · %2").arg(part(x), part(y));
            break;
        case Kind::Sum:
            symbolic = QStringLiteral("%1 + %2").arg(a, b);
            filled = QStringLiteral("%1 + %2").arg(shortNumber(x), part(y));
            break;
        case Kind::Complement:
            symbolic = QStringLiteral("1 − %1").arg(factor(a));
            filled = QStringLiteral("1 − %1").arg(part(x));
            break;
        case Kind::Logistic:
        case Kind::Tanh:
        case Kind::Relu:
            symbolic = QStringLiteral("%1(%2)").arg(signOf(operation.kind), a);
            filled = QStringLiteral("%1(%2)").arg(signOf(operation.kind), shortNumber(x));
            break;
    }
    QString all = result;
    if (letters && symbolic != result)
        all += QStringLiteral(" = ") + symbolic;
    if (!filled.isEmpty())
        all += QStringLiteral(" = ") + filled;
    return all + end;
}

QString backwardText(const CellValues& values, const Operation& operation, Index unit,
                     bool letters) {
    const Cell& cell = values.cell();
    const QString from = slope(symbolOf(cell, operation.result));
    const double d = values.gradient(operation.result)[unit];
    const double result = values.value(operation.result)[unit];
    const QString symbol = symbolOf(cell, operation.result);
    if (values.heldAt(operation.result, unit))
        return CellPanel::tr("%1 = %2; %3 is held, so nothing passes back")
            .arg(from, shortNumber(d), symbol);
    const auto gives = [&](Wire to, const QString& by, const QString& amount, double value) {
        QString line = slope(symbolOf(cell, to)) + QStringLiteral(" ← ");
        if (letters)
            line += from + by + QStringLiteral(" = ");
        if (!amount.isEmpty())
            line += part(d) + amount + QStringLiteral(" = ");
        return line + shortNumber(value);
    };
    const auto times = [&](Wire to, Wire by) {
        const double factorValue = values.value(by)[unit];
        return gives(to, QStringLiteral(" ∘ ") + factor(symbolOf(cell, by)),
                     QStringLiteral(" · ") + part(factorValue), d * factorValue);
    };
    const auto squashed = [&](const QString& letter, const QString& filled, double by) {
        return gives(operation.a, letter, filled, d * by);
    };
    switch (operation.kind) {
        case Kind::Affine: {
            QStringList to;
            const QString block = text(cell.blocks()[operation.weights]);
            const auto through = [&](const QString& way, const QString& end) {
                return QStringLiteral("%1 ← W_{%2%3}ᵀ %4").arg(slope(end), way, block, from);
            };
            if (operation.a)
                to << through(QStringLiteral("h"), symbolOf(cell, operation.a));
            if (operation.input)
                to << through(QStringLiteral("i"), QStringLiteral("x"));
            if (operation.b)
                to << gives(operation.b, {}, {}, d);
            return QStringLiteral("%1 = %2;  ").arg(from, shortNumber(d)) +
                   to.join(QStringLiteral(",  "));
        }
        case Kind::Peephole: {
            const std::string name = "weight_ch" + values.snapshot().shape().suffix(values.trace());
            const Eigen::MatrixXd& weights = values.snapshot().parameters.find(name)->value;
            const double w =
                weights.reshaped()[static_cast<Index>(operation.weights) * values.hidden() + unit];
            return gives(operation.a,
                         QStringLiteral(" ∘ ") + symbol.section(QLatin1Char(' '), 0, 0),
                         QStringLiteral(" · ") + part(w), d * w);
        }
        case Kind::Product:
            return times(operation.a, operation.b) + QStringLiteral(",  ") +
                   times(operation.b, operation.a);
        case Kind::Sum:
            return gives(operation.a, {}, {}, d) + QStringLiteral(",  ") +
                   gives(operation.b, {}, {}, d);
        case Kind::Complement:
            return QStringLiteral("%1 ← −%2 = %3")
                .arg(slope(symbolOf(cell, operation.a)), from, shortNumber(-d));
        case Kind::Logistic:
            return squashed(QStringLiteral(" ∘ %1 ∘ (1 − %1)").arg(symbol),
                            QStringLiteral(" · %1 · (1 − %1)").arg(shortNumber(result)),
                            result * (1 - result));
        case Kind::Tanh:
            return squashed(QStringLiteral(" ∘ (1 − ") + factor(symbol) + QStringLiteral("²)"),
                            QStringLiteral(" · (1 − ") + part(result) + QStringLiteral("²)"),
                            1 - result * result);
        case Kind::Relu:
            return squashed(QStringLiteral(" where %1 > 0").arg(symbolOf(cell, operation.a)), {},
                            result <= 0 ? 0 : 1);
    }
    return {};
}

}  // namespace

QString symbolOf(const Cell& cell, Wire wire) {
    switch (wire.place) {
        case Place::Now:
            return text(cell.quantities()[wire.index].symbol);
        case Place::Before:
            return text(cell.quantities()[wire.index].symbol) + QStringLiteral("₋₁");
        case Place::Inner:
            return text(cell.innerValues()[wire.index].symbol);
        case Place::None:
            break;
    }
    return QStringLiteral("x");
}

QString nameOf(const Cell& cell, Wire wire) {
    switch (wire.place) {
        case Place::Now:
            return inWords(cell.quantities()[wire.index].name);
        case Place::Before:
            return CellPanel::tr("%1 before the step")
                .arg(inWords(cell.quantities()[wire.index].name));
        case Place::Inner:
            return inWords(cell.innerValues()[wire.index].name);
        case Place::None:
            break;
    }
    return CellPanel::tr("input of the layer");
}

QString signOf(Kind kind) {
    switch (kind) {
        case Kind::Affine:
            return {};
        case Kind::Peephole:
            return QStringLiteral("p");
        case Kind::Product:
            return QStringLiteral("∘");
        case Kind::Sum:
            return QStringLiteral("+");
        case Kind::Complement:
            return QStringLiteral("1−");
        case Kind::Logistic:
            return QStringLiteral("σ");
        case Kind::Tanh:
            return QStringLiteral("tanh");
        case Kind::Relu:
            return QStringLiteral("relu");
    }
    return {};
}

QString operationText(const CellValues& values, std::size_t operation, bool backward, Index unit,
                      bool letters) {
    const Operation& it = values.cell().operations()[operation];
    return backward ? backwardText(values, it, unit, letters)
                    : forwardText(values, it, unit, letters);
}

QString equationText(const CellValues& values, Wire wire, bool numbers, Index unit) {
    const auto equation = equationOf(values.cell(), wire);
    const auto held = values.heldAt(wire, unit);
    if (numbers && held)
        return CellPanel::tr("%1 = %2, held")
            .arg(symbolOf(values.cell(), wire), shortNumber(*held));
    if (!equation) {
        const Operation& operation = operationFor(values.cell(), wire);
        const QString all = forwardText(values, operation, unit, true);
        return numbers ? forwardText(values, operation, unit, false)
                       : all.section(QStringLiteral(" = "), 0, 1);
    }
    if (!numbers)
        return text(written(*equation, values.cell(), Notation::Plain));
    const StepNumbers filled(values.network(), values.snapshot().record, values.trace(),
                             values.column());
    return text(written(*equation, filled, unit, Notation::Plain, number, 3));
}

QString equationsText(const Cell& cell, bool latex) {
    QStringList lines;
    for (const Equation& each : equationsOf(cell))
        lines << text(written(each, cell, latex ? Notation::Latex : Notation::Plain));
    return lines.join(latex ? QStringLiteral(" \\\\\n") : QStringLiteral("\n")) +
           QStringLiteral("\n");
}

QString numbersText(const CellValues& values, Index unit) {
    const Cell& cell = values.cell();
    QStringList lines = {CellPanel::tr("t = %1, unit %2").arg(values.time() + 1).arg(unit + 1)};
    const auto add = [&](Wire wire) {
        QString line = QStringLiteral("%1\t%2").arg(symbolOf(cell, wire),
                                                    fullNumber(values.value(wire)[unit]));
        if (values.hasGradient())
            line += QStringLiteral("\t%1").arg(fullNumber(values.gradient(wire)[unit]));
        lines << line;
    };
    lines << (values.hasGradient() ? CellPanel::tr("quantity\tvalue\tgradient")
                                   : CellPanel::tr("quantity\tvalue"));
    for (const std::size_t state : cell.states())
        add(before(state));
    for (const Operation& operation : cell.operations())
        add(operation.result);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString nodeTip(const CellValues& values, const CellNode& node, const CellProgress& progress,
                Index unit) {
    const Cell& cell = values.cell();
    QStringList lines;
    const auto exact = [](const QString& symbol, double value) {
        return QStringLiteral("%1 = %2   (%3)")
            .arg(subscriptedHtml(symbol.toHtmlEscaped()), shortNumber(value), fullNumber(value));
    };
    const QString name = nameOf(cell, node.result);
    lines << QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped());
    lines << subscriptedHtml(equationText(values, node.result, false, unit).toHtmlEscaped());
    const Wire mark = progress.backward ? Wire{} : node.result;
    if (!mark || progress.known(cell, mark)) {
        lines << subscriptedHtml(equationText(values, node.result, true, unit).toHtmlEscaped());
        lines << exact(symbolOf(cell, node.result), values.value(node.result)[unit]);
    }
    if (progress.backward && progress.known(cell, node.result))
        lines << exact(slope(symbolOf(cell, node.result)), values.gradient(node.result)[unit]);
    if (const auto held = values.heldAt(node.result, unit))
        lines << CellPanel::tr("held at %1").arg(shortNumber(*held));
    return lines.join(QStringLiteral("<br>"));
}

QString endTip(const CellValues& values, Wire wire, const CellProgress& progress, Index unit) {
    const Cell& cell = values.cell();
    const auto line = [&](const QString& symbol, const Eigen::VectorXd& all) {
        const double value = all[std::min<Index>(unit, all.size() - 1)];
        return QStringLiteral("<br>%1 = %2   (%3)")
            .arg(symbol, shortNumber(value), fullNumber(value));
    };
    QString tip = QStringLiteral("<b>%1</b>").arg(nameOf(cell, wire).toHtmlEscaped());
    tip += line(symbolOf(cell, wire), values.value(wire));
    if (progress.backward && progress.known(cell, wire))
        tip += line(slope(symbolOf(cell, wire)), values.gradient(wire)) + QStringLiteral("<br>") +
               CellPanel::tr("what this step alone passes back");
    return tip;
}

// ---- subscripts ----------------------------------------------------------------------------

namespace {

struct Piece {
    QString text;
    bool low;
};

std::vector<Piece> runsOf(const QString& text) {
    std::vector<Piece> runs = {{{}, false}};
    for (qsizetype k = 0; k < text.size(); ++k) {
        if (text[k] != QLatin1Char('_') || k + 1 == text.size()) {
            if (runs.back().low)
                runs.push_back({{}, false});
            runs.back().text += text[k];
            continue;
        }
        qsizetype end = k + 1;
        const bool braced = text[end] == QLatin1Char('{');
        if (braced)
            end = std::max(k + 2, text.indexOf(QLatin1Char('}'), k));
        else
            while (end < text.size() && text[end].isLetterOrNumber())
                ++end;
        const qsizetype first = braced ? k + 2 : k + 1;
        if (!runs.back().low)
            runs.push_back({{}, true});
        else
            runs.back().text += QLatin1Char(',');
        runs.back().text += text.mid(first, end - first);
        k = braced ? end : end - 1;
    }
    return runs;
}

QFont lowered(const QFont& font) {
    QFont small = font;
    small.setPixelSize(std::max(7, qRound(font.pixelSize() * 0.74)));
    return small;
}

}  // namespace

double subscriptedWidth(const QString& text, const QFont& font) {
    const QFontMetricsF high(font), low(lowered(font));
    double width = 0;
    for (const Piece& run : runsOf(text))
        width += (run.low ? low : high).horizontalAdvance(run.text);
    return width;
}

void drawSubscripted(QPainter& painter, const QRectF& line, const QString& text, const QFont& font,
                     Qt::Alignment alignment) {
    const QFontMetricsF metrics(font);
    const double width = subscriptedWidth(text, font);
    double x = line.left();
    if (alignment & Qt::AlignHCenter)
        x += (line.width() - width) / 2;
    else if (alignment & Qt::AlignRight)
        x += line.width() - width;
    const double y = line.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const QFont small = lowered(font);
    for (const Piece& run : runsOf(text)) {
        painter.setFont(run.low ? small : font);
        painter.drawText(QPointF(x, run.low ? y + metrics.descent() * 0.75 : y), run.text);
        x += QFontMetricsF(painter.font()).horizontalAdvance(run.text);
    }
}

QString subscriptedHtml(const QString& text) {
    QString html;
    for (const Piece& run : runsOf(text))
        html += run.low ? QStringLiteral("<sub>%1</sub>").arg(run.text) : run.text;
    return html;
}

}  // namespace rnnscope
