// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drawing_tools.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/counted.h"
#include "core/readers/columns.h"
#include "core/scan.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

// ---- starters ------------------------------------------------------------------------------

Eigen::VectorXd zeros(Index steps, Random&) {
    return Eigen::VectorXd::Zero(steps);
}

Eigen::VectorXd sine(Index steps, Random&) {
    constexpr double periods = 3;
    const double turn = 2 * std::numbers::pi * periods / static_cast<double>(steps);
    return Eigen::VectorXd::NullaryExpr(
        steps, [=](Index t) { return std::sin(turn * static_cast<double>(t)); });
}

Eigen::VectorXd step(Index steps, Random&) {
    Eigen::VectorXd values = Eigen::VectorXd::Zero(steps);
    values.tail(steps - steps / 2).setOnes();
    return values;
}

Eigen::VectorXd pulse(Index steps, Random&) {
    Eigen::VectorXd values = Eigen::VectorXd::Zero(steps);
    values(steps / 10) = 1;
    return values;
}

Eigen::VectorXd noise(Index steps, Random& random) {
    Eigen::VectorXd values(steps);
    for (Index t = 0; t < steps; ++t)
        values(t) = random.uniform(-1, 1);
    return values;
}

/// Apart from what else is drawn from a seed.
constexpr std::uint64_t noiseStream = 0x6e6f697365000000;

constexpr Starter table[] = {
    {"zero", "Zero", "Zero at every step", zeros},
    {"sine", "Sine", "Three periods between -1 and 1", sine},
    {"step", "Step", "Zero, and one from the middle on", step},
    {"pulse", "Pulse", "One at a single early step, zero else", pulse},
    {"noise", "Noise", "Drawn evenly between -1 and 1; the seed decides", noise},
};

// ---- pasting -------------------------------------------------------------------------------

Result<Table> pastedTable(std::string_view given, Index room) {
    if (trimmed(given).empty())
        return Error{Sentence::tr("there is nothing to paste; copy a column of numbers first")};
    const std::string text = withHyphens(given);
    const std::string name = Sentence::tr("pasted text");  // in place of a file's
    auto read = readCsv(text, {}, name);
    if (read && read->values.cols() <= room)
        return read;
    // "0,5" below each other: two columns, or one number with a comma.
    if (text.find_first_of("\t;") == std::string::npos && text.find(',') != std::string::npos) {
        ReadOptions options;
        options.delimiter = ';';
        options.decimal = ',';
        if (auto again = readCsv(text, options, name); again)
            return again;
    }
    return read;
}

}  // namespace

// ---- strokes -------------------------------------------------------------------------------

Index strokeStep(double step, Index steps) {
    const double most = static_cast<double>(steps - 1);
    return static_cast<Index>(std::clamp(std::round(step), 0.0, most));
}

void drawStroke(Eigen::Ref<Eigen::VectorXd> column, StrokePoint from, StrokePoint to) {
    const Index steps = column.size();
    if (steps == 0)
        return;
    const double most = static_cast<double>(steps - 1);
    const double first = std::clamp(std::ceil(std::min(from.step, to.step)), 0.0, most);
    const double last = std::clamp(std::floor(std::max(from.step, to.step)), 0.0, most);
    const double way = to.step - from.step;
    for (auto t = static_cast<Index>(first); t <= static_cast<Index>(last); ++t) {
        const double part = way == 0 ? 1 : (static_cast<double>(t) - from.step) / way;
        if (part >= 0 && part <= 1)  // weighted like this it cannot overflow
            column(t) = (1 - part) * from.value + part * to.value;
    }
    column(strokeStep(to.step, steps)) = to.value;
}

std::span<const Starter> starters() {
    return table;
}

Eigen::VectorXd startedColumn(const Starter& starter, Index steps, std::uint64_t seed,
                              Index column) {
    Random random((seed ^ noiseStream) + static_cast<std::uint64_t>(column));
    return starter.make(steps, random);
}

// ---- steps ---------------------------------------------------------------------------------

Drawing withSteps(Drawing drawing, Index steps) {
    const Index before = drawing.steps();
    const Index now = std::clamp<Index>(steps, 1, mostDrawnSteps);
    drawing.values.conservativeResize(now, Eigen::NoChange);
    if (now > before)
        drawing.values.bottomRows(now - before).setZero();
    return drawing;
}

Result<Drawing> withStepsAt(const Drawing& drawing, Index step, Index count) {
    if (count > mostDrawnSteps - drawing.steps())
        return Error{Sentence::tr("there is no room for %1 more; at most %2 can be drawn",
                                  stepsInWords(count), mostDrawnSteps)};
    Drawing next = withSteps(drawing, drawing.steps() + count);
    next.values.middleRows(step, count).setZero();
    const Index behind = drawing.steps() - step;
    next.values.bottomRows(behind) = drawing.values.bottomRows(behind);
    return next;
}

Result<Drawing> withoutSteps(const Drawing& drawing, Index first, Index count) {
    if (count >= drawing.steps())
        return Error{Sentence::tr("one step has to stay; set it to zero instead")};
    Drawing next = drawing;
    const Index behind = drawing.steps() - first - count;
    next.values.middleRows(first, behind) = drawing.values.bottomRows(behind);
    next.values.conservativeResize(drawing.steps() - count, Eigen::NoChange);
    return next;
}

// ---- columns -------------------------------------------------------------------------------

std::string freeName(const Drawing& drawing, const std::string& wanted) {
    const auto taken = [&](const std::string& name) {
        return std::ranges::find(drawing.names, name) != drawing.names.end();
    };
    std::string name = wanted;
    for (int k = 2; taken(name); ++k)
        name = wanted + std::to_string(k);
    return name;
}

Result<Drawing> withName(const Drawing& drawing, Index column, std::string_view name) {
    const std::string_view bare = trimmed(name);
    if (bare.empty())
        return Error{Sentence::tr("a column needs a name; give it one, as x")};
    if (bare.find_first_of("\r\n\t") != std::string_view::npos)
        return Error{Sentence::tr("%1 has more than one line; a name has one", shown(bare))};
    if (namesSequence(bare))
        return Error{Sentence::tr(
            "%1 is the name of what separates sequences in a file; choose another", shown(bare))};
    for (Index other = 0; other < drawing.columns(); ++other)
        if (other != column && drawing.names[static_cast<std::size_t>(other)] == bare)
            return Error{
                Sentence::tr("there is a column %1 already; choose another name", shown(bare))};
    Drawing next = drawing;
    next.names[static_cast<std::size_t>(column)] = bare;
    return next;
}

Result<Drawing> withColumn(const Drawing& drawing, bool answer) {
    if (drawing.columns() >= mostDrawnColumns)
        return Error{
            Sentence::tr("there are %1 columns already, and no room for more; remove one first",
                         drawing.columns())};
    Drawing next = drawing;
    next.names.push_back(freeName(drawing, answer ? "target" : "x"));
    next.values.conservativeResize(Eigen::NoChange, drawing.columns() + 1);
    next.values.col(drawing.columns()).setZero();
    if (answer)
        next.answer = drawing.columns();
    return next;
}

Result<Drawing> withoutColumn(const Drawing& drawing, Index column) {
    if (drawing.columns() == 1)
        return Error{Sentence::tr("one column has to stay; fill it with zeros instead")};
    Drawing next = drawing;
    const Index behind = drawing.columns() - column - 1;
    next.values.middleCols(column, behind) = drawing.values.rightCols(behind);
    next.values.conservativeResize(Eigen::NoChange, drawing.columns() - 1);
    next.names.erase(next.names.begin() + column);
    if (drawing.answer == column)
        next.answer.reset();
    else if (drawing.answer && *drawing.answer > column)
        next.answer = *drawing.answer - 1;
    return next;
}

Result<Drawing> withPasted(const Drawing& drawing, std::string_view text, Index step,
                           Index column) {
    const auto pasted = pastedTable(text, drawing.columns() - column);
    if (!pasted)
        return pasted.error();
    const Index rows = pasted->values.rows(), columns = pasted->values.cols();
    if (rows > mostDrawnSteps - step)
        return Error{Sentence::tr("%1 do not fit from step %2 on; a drawing has at most %3",
                                  stepsInWords(rows), step + 1, mostDrawnSteps)};
    if (columns > mostDrawnColumns - column)
        return Error{Sentence::tr("%1 do not fit from column %2 on; a drawing has at most %3",
                                  columnsInWords(columns), column + 1, mostDrawnColumns)};
    Drawing next = withSteps(drawing, std::max(drawing.steps(), step + rows));
    while (next.columns() < column + columns) {
        const Index added = next.columns();
        auto wider = withColumn(next, false);
        if (!wider)
            return wider.error();
        const std::string& name = pasted->columns[static_cast<std::size_t>(added - column)];
        // Without a header they are numbers.
        const bool named = name != std::to_string(added - column + 1);
        if (auto renamed = withName(*wider, added, name); named && renamed)
            wider = std::move(renamed);
        next = *std::move(wider);
    }
    next.values.block(step, column, rows, columns) = pasted->values;
    return next;
}

}  // namespace rnnscope
