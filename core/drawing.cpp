// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drawing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/drawing_tools.h"
#include "core/samples.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr Index usualSteps = 50;

/// How a drawing is written, so that nothing is left to be recognised.
ReadOptions drawnOptions() {
    ReadOptions options;
    options.delimiter = ',';
    options.header = true;
    options.decimal = '.';
    return options;
}

/// A cell of text; quotes inside are doubled (RFC 4180).
std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name)
        text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

bool needsQuotes(const std::string& name) {
    return name.find_first_of(",\"\r\n") != std::string::npos || name.starts_with('#');
}

/// Whether the target is a value of its own at each step.
bool hasAnswers(TargetSource::Kind kind) {
    using Kind = TargetSource::Kind;
    return kind == Kind::Task || kind == Kind::Column || kind == Kind::File;
}

/// Adds the target as a column, with zeros where only the last step has one.
Done addAnswer(Drawing& drawing, const Eigen::MatrixXd& target, const std::string& name) {
    if (target.rows() != 1)
        return Error{
            Sentence::tr("the target has %1 values a step, which is more than a column; choose "
                         "another target first",
                         target.rows())};
    const Index steps = drawing.steps(), column = drawing.columns();
    const bool taken = std::ranges::find(drawing.names, name) != drawing.names.end();
    drawing.names.push_back(taken || name.empty() ? freeName(drawing, "target") : name);
    drawing.values.conservativeResize(Eigen::NoChange, column + 1);
    drawing.values.col(column).setZero();
    drawing.values.col(column).tail(std::min(steps, target.cols())) =
        target.row(0).tail(std::min(steps, target.cols())).transpose();
    drawing.answer = column;
    return done();
}

Done fitsToDraw(const Drawing& drawing) {
    if (drawing.columns() <= mostDrawnColumns)
        return done();
    return Error{Sentence::tr("the sequence has %1 columns; at most %2 can be drawn",
                              drawing.columns(), mostDrawnColumns)};
}

/// Whether the setup's sequence has so many inputs.
bool hasInputs(const Setup& setup, std::size_t count) {
    Random random = taskRandom(setup, 0);
    const auto read = readSample(setup, 0, random);
    return read && read->names.size() == count;
}

/// The target column's name, where the setup names one by name or number.
std::string answerName(const Setup& setup) {
    const auto& table = setup.sequence.table;
    if (setup.target.kind != TargetSource::Kind::Column || !table)
        return "target";
    const auto column = table->column(setup.target.name);
    return column ? table->columns[static_cast<std::size_t>(*column)] : "target";
}

}  // namespace

std::vector<std::string> Drawing::inputs() const {
    std::vector<std::string> inputs;
    inputs.reserve(names.size());
    for (std::size_t column = 0; column < names.size(); ++column)
        if (answer != static_cast<Index>(column))
            inputs.push_back(names[column]);
    return inputs;
}

bool Drawing::operator==(const Drawing& other) const {
    return names == other.names && answer == other.answer && next == other.next &&
           steps() == other.steps() && columns() == other.columns() && values == other.values;
}

bool isDrawn(const Setup& setup) {
    return setup.sequence.task.empty() && setup.sequence.file == drawnFile;
}

Drawing emptyDrawing() {
    return {.names = {"x"}, .values = Eigen::MatrixXd::Zero(usualSteps, 1), .answer = {}};
}

Result<DrawnCopy> drawingOf(const Setup& setup, int update) {
    using Kind = TargetSource::Kind;
    const Kind kind = setup.target.kind;
    Setup seen = setup;
    seen.sequence.inputScale = 1;
    if (kind != Kind::File)  // one that answers at the end alone may hold no more
        seen.readout = Readout::EveryStep;
    if (kind == Kind::Next)
        seen.loss = Loss::MeanSquared;  // the target is the value itself, not its class
    Random random = taskRandom(seen, 0);
    auto read = readSample(seen, 0, random, update);
    if (!read)
        return read.error();
    const Sample& sample = read->sample;

    Drawing drawing;
    drawing.names = std::move(read->names);
    drawing.values = sample.input.transpose();
    drawing.next = kind != Kind::None;
    if (auto status = fitsToDraw(drawing); !status)
        return status.error();
    if (kind == Kind::Next) {  // the last value is a target only
        const Index steps = drawing.steps();
        drawing.values.conservativeResize(steps + 1, Eigen::NoChange);
        drawing.values.row(steps) = sample.target->rightCols(1).transpose();
    } else if (sample.target) {
        if (auto status = addAnswer(drawing, *sample.target, answerName(setup)); !status)
            return status.error();
        if (auto status = fitsToDraw(drawing); !status)
            return status.error();
    }
    const Index steps = drawing.steps();
    if (steps > mostDrawnSteps)
        drawing.values.conservativeResize(mostDrawnSteps, Eigen::NoChange);
    return DrawnCopy{std::move(drawing), steps};
}

std::string csvOf(const Drawing& drawing) {
    std::string text;
    for (std::size_t column = 0; column < drawing.names.size(); ++column) {
        const std::string& name = drawing.names[column];
        text += (column > 0 ? "," : "") + (needsQuotes(name) ? quoted(name) : name);
    }
    text += '\n';
    std::array<char, 40> buffer;
    for (Index step = 0; step < drawing.steps(); ++step)
        for (Index column = 0; column < drawing.columns(); ++column) {
            const auto end =
                std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                              drawing.values(step, column), std::chars_format::general, 17)
                    .ptr;
            text.append(buffer.data(), end);
            text += column + 1 < drawing.columns() ? ',' : '\n';
        }
    return text;
}

Result<Setup> withDrawing(Setup setup, const Drawing& drawing) {
    using Kind = TargetSource::Kind;
    const std::vector<std::string> inputs = drawing.inputs();
    if (inputs.empty())
        return Error{Sentence::tr("the only column is the target; add one for the input")};
    const Kind kind = drawing.answer ? Kind::Column : drawing.next ? Kind::Next : Kind::None;
    const Kind before = setup.target.kind;
    const bool sameKind = kind == before || (kind == Kind::Column && hasAnswers(before));
    // The next one of many letters is a class; the next value of a curve is not.
    const bool sameLoss = sameKind && (kind != Kind::Next || hasInputs(setup, inputs.size()));
    const double forcing = setup.training.teacherForcing;
    const double inputScale = setup.sequence.inputScale;
    relaxTraining(setup);
    if (kind == Kind::Next && before == Kind::Next)
        setup.training.teacherForcing = forcing;

    setup.sequence = {};
    setup.sequence.task.clear();
    setup.sequence.file = drawnFile;
    setup.sequence.inputScale = inputScale;
    setup.sequence.reading = drawnOptions();
    setup.sequence.columns = inputs;
    setup.sequence.bytes = std::make_shared<const std::string>(csvOf(drawing));
    setup.target = {};
    setup.target.kind = kind;
    if (drawing.answer)
        setup.target.name = drawing.names[static_cast<std::size_t>(*drawing.answer)];
    setup.edits = onlyEdits(setup.edits, [](const Edit& edit) { return !edit.ofInput(); });
    if (!sameKind && kind != Kind::None)
        setup.readout = Readout::EveryStep;
    if (!sameLoss)
        setup.loss = Loss::MeanSquared;
    if (auto status = loadFiles(setup); !status)
        return status.error();
    if (setup.loss == Loss::CrossEntropy && !check(setup))
        setup.loss = Loss::MeanSquared;
    if (auto status = check(setup); !status)
        return status.error();
    return setup;
}

}  // namespace rnnscope
