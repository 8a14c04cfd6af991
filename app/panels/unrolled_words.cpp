// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_words.h"

#include "app/panels/unrolled_panel.h"
#include "app/plot/axes.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

constexpr Index mostInTip = 6;

using Column = Eigen::Ref<const Eigen::VectorXd>;

std::optional<Index> hotOne(const Column& values) {
    Index largest = 0;
    const bool hot = values.size() > 1 && values.maxCoeff(&largest) == 1.0 &&
                     (values.array() == 0.0).count() == values.size() - 1;
    return hot ? std::optional(largest) : std::nullopt;
}

/// "(0.300, 1.00, …)" with so many of the values.
QString bracketed(const Column& values, Index shown) {
    QStringList parts;
    for (Index k = 0; k < std::min(shown, values.size()); ++k)
        parts += shortNumber(values[k]);
    if (shown < values.size())
        parts += QStringLiteral("…");
    return QStringLiteral("(%1)").arg(parts.join(QStringLiteral(", ")));
}

/// "x = +0.900" and "+0.900".
QStringList equation(const QString& symbol, const QString& value) {
    return {QStringLiteral("%1 = %2").arg(symbol, value), value};
}

QStringList vectorWords(const QString& symbol, const Column& values) {
    if (values.size() == 1)
        return equation(symbol, signedNumber(values[0]));
    QStringList words;
    for (Index shown = std::min<Index>(values.size(), 3); shown >= 1; --shown)
        words += equation(symbol, bracketed(values, shown));
    return words;
}

/// A character of a text as the reader names it, or the class's number.
QString className(const Problem& problem, Index number) {
    const auto at = static_cast<std::size_t>(number);
    const auto& names = problem.outputNames.size() == problem.inputNames.size()
                            ? problem.inputNames
                            : problem.outputNames;
    if (!problem.outputNames.empty() && at < names.size())
        return QStringLiteral("‘%1’").arg(QString::fromStdString(names[at]));
    return UnrolledPanel::tr("class %1").arg(number);
}

QStringList classWords(const QString& symbol, const Problem& problem, Index number) {
    return equation(symbol, className(problem, number)) << QString::number(number);
}

bool byClass(const Snapshot& snapshot) {
    return snapshot.setup.loss == Loss::CrossEntropy && snapshot.learns();
}

/// The class that the network answered a step with where it goes on by itself.
std::optional<Index> drawnAfter(const Snapshot& snapshot, int step) {
    const auto& generated = snapshot.generated;
    if (!generated || generated->classes.empty() || step + 1 < generated->given)
        return std::nullopt;
    return generated->classes[static_cast<std::size_t>(step) + 1];
}

QString both(double value) {
    return QStringLiteral("%1   (%2)").arg(shortNumber(value), fullNumber(value));
}

QString fullVector(const Column& values) {
    QStringList parts;
    for (Index k = 0; k < std::min(mostInTip, values.size()); ++k)
        parts += values.size() == 1 ? both(values[k]) : fullNumber(values[k]);
    if (values.size() > mostInTip)
        parts += UnrolledPanel::tr("… %L1 values").arg(values.size());
    return parts.join(QStringLiteral(", "));
}

QString gradientLine(double norm) {
    const QString line = QStringLiteral("‖∂L/∂h‖ = %1").arg(both(norm));
    const SizeBand band = sizeBand(norm);
    return band == SizeBand::Undefined ? line : line + QStringLiteral("   ") + sizeBandName(band);
}

QString where(const Snapshot& snapshot, const StepQuestion& question) {
    const NetworkShape& shape = snapshot.shape();
    QString line = UnrolledPanel::tr("t = %1 of %2").arg(question.step + 1).arg(snapshot.steps());
    if (shape.layers > 1)
        line += QStringLiteral(" · ") +
                UnrolledPanel::tr("layer %1").arg(question.trace / shape.directions() + 1);
    if (shape.bidirectional)
        line += QStringLiteral(" · ") + (question.trace % shape.directions()
                                             ? UnrolledPanel::tr("reverse")
                                             : UnrolledPanel::tr("forward"));
    return line;
}

}  // namespace

std::optional<Index> readoutColumn(const Snapshot& snapshot, int step) {
    if (snapshot.shape().readout == Readout::EveryStep)
        return step;
    return step == snapshot.steps() - 1 ? std::optional<Index>(0) : std::nullopt;
}

QStringList inputWords(const Problem& problem, int step) {
    const auto values = problem.input.col(step);
    if (!problem.outputNames.empty())
        if (const auto hot = hotOne(values))
            return equation(QStringLiteral("x"), className(problem, *hot));
    return vectorWords(QStringLiteral("x"), values);
}

QStringList outputWords(const Snapshot& snapshot, int step) {
    const auto column = readoutColumn(snapshot, step);
    if (!column)
        return {};
    const auto values = snapshot.record.output.col(*column);
    if (const auto drawn = drawnAfter(snapshot, step))
        return classWords(QStringLiteral("ŷ"), *snapshot.problem, *drawn);
    if (byClass(snapshot) && values.allFinite()) {
        Index likeliest = 0;
        values.maxCoeff(&likeliest);
        return classWords(QStringLiteral("ŷ"), *snapshot.problem, likeliest);
    }
    return vectorWords(QStringLiteral("ŷ"), values);
}

QStringList targetWords(const Snapshot& snapshot, int step) {
    const auto column = readoutColumn(snapshot, step);
    if (!column || !snapshot.problem->target)
        return {};
    const auto values = snapshot.problem->target->col(*column);
    if (byClass(snapshot))
        return classWords(QStringLiteral("y"), *snapshot.problem, static_cast<Index>(values[0]));
    return vectorWords(QStringLiteral("y"), values);
}

QStringList lossWords(const Snapshot& snapshot, int step) {
    if (!snapshot.backward || !readoutColumn(snapshot, step))
        return {};
    return equation(QStringLiteral("Lₜ"), shortNumber(snapshot.backward->loss.perStep[step]));
}

QString stepTip(const Snapshot& snapshot, const StepQuestion& question) {
    const Trace& trace = snapshot.record.traces[question.trace];
    const double unit =
        trace.value(snapshot.shape().cell->hiddenState(), question.unit, question.step);
    QStringList lines{where(snapshot, question)};
    lines += UnrolledPanel::tr("h of unit %1 = %2").arg(question.unit + 1).arg(both(unit));
    lines += QStringLiteral("‖h‖ = %1").arg(both(question.stateNorm));
    if (question.gradientNorm)
        lines += gradientLine(*question.gradientNorm);
    const Problem& problem = *snapshot.problem;
    const QStringList input = inputWords(problem, question.step);
    const bool character = !problem.outputNames.empty() && hotOne(problem.input.col(question.step));
    lines += character ? input.front()
                       : QStringLiteral("x = %1").arg(fullVector(problem.input.col(question.step)));
    if (const auto column = readoutColumn(snapshot, question.step)) {
        lines += QStringLiteral("ŷ = %1").arg(fullVector(snapshot.record.output.col(*column)));
        if (problem.target && byClass(snapshot))
            lines += targetWords(snapshot, question.step).front();
        else if (problem.target)
            lines += QStringLiteral("y = %1").arg(fullVector(problem.target->col(*column)));
        if (snapshot.backward)
            lines +=
                QStringLiteral("Lₜ = %1").arg(both(snapshot.backward->loss.perStep[question.step]));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace rnnscope
