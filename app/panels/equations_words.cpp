// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/equations_words.h"

#include <QStringList>

#include "app/panels/cell_words.h"
#include "app/panels/equations_panel.h"
#include "app/plot/number.h"
#include "app/plot/plural.h"
#include "app/words.h"

namespace rnnscope {
namespace {

using Of = EquationsChoice::Of;
using Place = EquationsSpot::Place;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

class Copy {
  public:
    Copy(const EquationsSource& source, bool latex)
        : source_(source),
          notation_(latex ? Notation::Latex : Notation::Plain),
          numbers_(source.values.network(), source.values.snapshot().record, source.values.trace(),
                   source.values.column()) {
        number_ = [latex](double value) {
            return (latex ? latexNumber(value) : fullNumber(value)).toStdString();
        };
    }

    QStringList linesOf(const Equation& equation, bool numbers) const {
        const NetworkShape& shape = numbers_.shape();
        const std::size_t trace = numbers_.trace();
        QStringList lines = {of(leftOf(equation, shape, trace)) + equal() +
                             of(rightOf(equation, shape, trace))};
        if (!numbers)
            return lines;
        const bool layer = source_.choice.of == Of::Layer;
        const Index most = 8;
        for (const Term& stage : layer ? layerStages(equation, numbers_, most)
                                       : unitStages(equation, numbers_, source_.unit))
            lines << continued() + of(stage);
        if (source_.gradient)
            lines << of(derivativeOf(equation, shape, trace)) + equal() + of(gradient(equation));
        return lines;
    }

  private:
    QString of(const Term& term) const {
        const bool dimensions = source_.choice.of == Of::Layer;
        return text(written(term, notation_, number_, dimensions));
    }
    QString equal() const {
        return notation_ == Notation::Latex ? QStringLiteral(" &= ") : QStringLiteral(" = ");
    }
    QString continued() const {
        return notation_ == Notation::Latex ? QStringLiteral("  &= ") : QStringLiteral("  = ");
    }
    Term gradient(const Equation& equation) const {
        const Gradients& gradients = source_.values.snapshot().backward->gradients;
        const auto value = [&](Index unit) { return numbers_.gradient(equation, gradients, unit); };
        return source_.choice.of == Of::Layer ? vectorOf(value, source_.values.hidden(), 8, {})
                                              : unitNumber(value(source_.unit), {}, source_.unit);
    }

    const EquationsSource& source_;
    Notation notation_;
    StepNumbers numbers_;
    NumberText number_;
};

QString told(const QString& symbol, double value) {
    return QStringLiteral("%1 = %2   (%3)")
        .arg(subscriptedHtml(symbol.toHtmlEscaped()), shortNumber(value), fullNumber(value));
}

/// Letters in a tip, "f_t"; of z̃ with its tilde.
QString lettersOf(const Equation& equation, const CellValues& values) {
    return text(
        written(leftOf(equation, values.network().shape(), values.trace()), Notation::Plain));
}

QString tensorTip(const EquationsPicture& is, const EquationsSpot& spot) {
    const CellValues& values = is.source.values;
    const std::string name = spot.parameter + values.network().shape().suffix(values.trace());
    const Index row = Index(spot.block) * values.hidden() + spot.row;
    const Eigen::MatrixXd& all = values.snapshot().parameters.find(name)->value;
    QString tip = QStringLiteral("<b>%1</b>").arg(text(name));
    const QString block =
        text(values.cell().blocks()[std::min(spot.block, values.cell().blocks().size() - 1)]);
    if (spot.total)
        return tip + QStringLiteral("<br>") +
               EquationsPanel::tr("row %1: the sum of %2 products").arg(row).arg(spot.column) +
               QStringLiteral("<br>") + told(QStringLiteral("Σ"), spot.value);
    if (spot.number) {
        const QString place = all.cols() > 1 || spot.parameter == "weight_ih"
                                  ? QStringLiteral("[%1, %2]").arg(row).arg(spot.column)
                                  : QStringLiteral("[%1]").arg(row);
        return tip + place + QStringLiteral("<br>") + shortNumber(spot.value) +
               QStringLiteral("   (%1)").arg(fullNumber(spot.value));
    }
    const bool matrix = spot.parameter == "weight_ih" || spot.parameter == "weight_hh";
    tip += QStringLiteral("<br>");
    return tip + labelled(subscriptedHtml(text(spot.symbol)),
                          matrix ? EquationsPanel::tr("%1 × %2, the rows of %3")
                                       .arg(values.hidden())
                                       .arg(all.cols())
                                       .arg(block)
                                 : EquationsPanel::tr("%L1 values").arg(values.hidden()));
}

}  // namespace

QString latexNumber(double value) {
    QString number = shortNumber(value);
    if (number.contains(QStringLiteral("NaN")))
        return QStringLiteral("\\mathrm{NaN}");
    number.replace(QChar(0x2212), QLatin1Char('-'));
    number.replace(QChar(0x221E), QStringLiteral("\\infty"));
    const qsizetype power = number.indexOf(QString::fromUtf8("·10"));
    if (power < 0)
        return number;
    QString exponent;
    for (const QChar c : number.mid(power + 3))
        exponent += c == QChar(0x207B) ? QStringLiteral("-") : QString::number(c.digitValue());
    return QStringLiteral("%1 \\cdot 10^{%2}").arg(number.left(power), exponent);
}

QString equationsCaption(const EquationsSource& source) {
    const CellValues& values = source.values;
    const NetworkShape& shape = values.network().shape();
    QStringList parts = {inWords(values.cell().name())};
    if (shape.layers > 1)
        parts << EquationsPanel::tr("layer %1").arg(values.trace() / shape.directions() + 1);
    if (shape.bidirectional)
        parts << (values.trace() % 2 ? EquationsPanel::tr("backwards in time")
                                     : EquationsPanel::tr("forwards in time"));
    parts << QStringLiteral("t = %1").arg(values.time() + 1);
    if (source.choice.of == Of::Unit)
        parts << EquationsPanel::tr("unit %1 of %2").arg(source.unit + 1).arg(values.hidden());
    else
        parts << unitsText(values.hidden());
    return parts.join(QString::fromUtf8(" · "));
}

QString equationsCopy(const EquationsSource& source, bool latex, bool numbers) {
    const Copy copy(source, latex);
    QStringList lines;
    for (const Equation& each : source.equations)
        lines << copy.linesOf(each, numbers);
    if (!latex)
        return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    return QStringLiteral("\\begin{align*}\n") + lines.join(QStringLiteral(" \\\\\n")) +
           QStringLiteral("\n\\end{align*}\n");
}

QString spotTip(const EquationsPicture& is, const EquationsSpot& spot) {
    const CellValues& values = is.source.values;
    const Cell& cell = values.cell();
    const Equation& equation = is.source.equations[spot.equation];
    if (spot.place == Place::Note)
        return {};
    if (!spot.parameter.empty())
        return tensorTip(is, spot);
    const Index unit = spot.number ? spot.row : is.source.unit;
    if (!spot.wire) {
        const Eigen::VectorXd input = values.value({});
        const Index at = std::min(unit, input.size() - 1);
        const QString name = nameOf(cell, {}).toHtmlEscaped();
        return QStringLiteral("<b>%1</b><br>").arg(name) +
               (spot.number ? told(QStringLiteral("x_t[%1]").arg(at + 1), input[at])
                            : EquationsPanel::tr("%L1 values").arg(input.size()));
    }
    const QString name = nameOf(cell, spot.wire).toHtmlEscaped();
    QStringList lines = {QStringLiteral("<b>%1</b>").arg(name)};
    lines << EquationsPanel::tr("unit %1 of %2").arg(unit + 1).arg(values.hidden());
    const bool left = spot.wire == now(equation.quantity);
    const QString symbol = left ? lettersOf(equation, values) : symbolOf(cell, spot.wire);
    const double recorded = values.value(spot.wire)[unit];
    const bool flipped = spot.flipped || (left && equation.flipped);
    const bool known = is.progress.backward || spot.wire.place == Wire::Place::Before ||
                       is.progress.known(cell, spot.wire);
    if (known && spot.place != Place::Gradient)
        lines << (flipped ? told(left ? symbol : EquationsPanel::tr("1 − %1").arg(symbol),
                                 1.0 - recorded)
                  : spot.negated ? told(QString::fromUtf8("−%1").arg(symbol), -recorded)
                                 : told(symbol, recorded));
    if (is.progress.backward && is.progress.known(cell, spot.wire)) {
        const double slope = values.gradient(spot.wire)[unit];
        lines << told(QString::fromUtf8("∂L/∂%1").arg(symbol),
                      left && equation.flipped ? -slope : slope);
    }
    if (const auto held = values.heldAt(spot.wire, unit))
        lines << EquationsPanel::tr("held at %1").arg(shortNumber(*held));
    return lines.join(QStringLiteral("<br>"));
}

}  // namespace rnnscope
