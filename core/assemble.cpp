// SPDX-License-Identifier: GPL-3.0-or-later
// From a setup to a problem that can be run.
#include <algorithm>
#include <cmath>

#include "core/random.h"
#include "core/setup.h"
#include "core/state_dict.h"
#include "core/tasks/task.h"

namespace rnnscope {
namespace {

// Streams of chance that must not disturb each other: changing the spectral radius leaves the
// input weights, and changing the units leaves the task's sequence.
constexpr std::uint64_t taskStream = 0x7461736b00000000;
constexpr std::uint64_t orthogonalStream = 0x6f7274686f000000;

/// A sequence before it is cut to what a target can be found for: one column a step.
struct Raw {
    Eigen::MatrixXd input;
    Eigen::MatrixXd target;  ///< of tasks; empty otherwise
    Eigen::MatrixXd plain;   ///< the input before scaling, for class numbers; empty where the same
    std::vector<std::string> names;
    std::vector<std::string> vocabulary;
    Index first = 0;  ///< rows of the file that were used
    std::size_t sequences = 1;
};

Result<Raw> rawTask(const Setup& setup) {
    const Task* task = findTask(setup.sequence.task);
    if (!task) {
        std::string known;
        for (const Task& each : tasks())
            known += (known.empty() ? "" : ", ") + std::string(each.id);
        return Error{"there is no task '" + setup.sequence.task + "'; there are " + known};
    }
    const Index length = setup.sequence.length.value_or(task->defaultLength);
    if (length < task->minimumLength || length > task->maximumLength)
        return Error{"task " + std::string(task->id) + " cannot have " + std::to_string(length) +
                     " steps; " + std::to_string(task->minimumLength) + " to " +
                     std::to_string(task->maximumLength) + " are possible"};
    // The last step's next value has to be drawn as well.
    const bool next = setup.target.kind == TargetSource::Kind::Next;
    Random random(setup.seed ^ taskStream);
    TaskSequence drawn =
        task->draw(next && length < task->maximumLength ? length + 1 : length, random);
    Raw raw;
    raw.input = std::move(drawn.input);
    raw.target = std::move(drawn.target);
    for (Index k = 0; k < raw.input.rows(); ++k)
        raw.names.push_back(raw.input.rows() == 1 ? "x" : "x" + std::to_string(k + 1));
    return raw;
}

/// "a, b, c": enough to recognise a slip.
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t k = 0; k < std::min<std::size_t>(names.size(), 20); ++k)
        text += (k ? ", " : "") + names[k];
    return names.size() > 20 ? text + ", …" : text;
}

Result<Raw> rawFile(const Setup& setup) {
    const SequenceSource& source = setup.sequence;
    assert(source.table);
    const Table& table = *source.table;
    Raw raw;
    std::vector<Index> picked;
    for (const std::string& name : source.columns) {
        const auto column = table.column(name);
        if (!column)
            return Error{"has no column '" + name + "'; there are " + listed(table.columns),
                         source.file};
        picked.push_back(*column);
    }
    if (picked.empty())
        for (Index column = 0; column < table.values.cols(); ++column)
            picked.push_back(column);
    const auto [first, last] = table.rowsOf(0);
    raw.first = first;
    raw.sequences = table.starts.size();
    raw.input.resize(static_cast<Index>(picked.size()), last - first);
    const Scaling scaling = table.vocabulary.empty() ? source.scaling : Scaling::None;
    if (scaling != Scaling::None)
        raw.plain.resizeLike(raw.input);
    for (std::size_t k = 0; k < picked.size(); ++k) {
        const auto column = table.values.col(picked[k]).segment(first, last - first);
        raw.input.row(static_cast<Index>(k)) = scaled(column, scaling);
        if (scaling != Scaling::None)
            raw.plain.row(static_cast<Index>(k)) = column;
        raw.names.push_back(table.columns[static_cast<std::size_t>(picked[k])]);
    }
    if (source.columns.empty())
        raw.vocabulary = table.vocabulary;
    return raw;
}

constexpr int mostClasses = 100000;

/// Class of each column of a one-hot or one-row matrix.
Result<Eigen::MatrixXd> classesOf(const Eigen::MatrixXd& values, const std::string& what,
                                  const std::string& file) {
    Eigen::MatrixXd classes(1, values.cols());
    for (Index t = 0; t < values.cols(); ++t) {
        const std::string step = what + " at step " + std::to_string(t + 1);
        if (values.rows() == 1) {
            const double value = values(0, t);
            if (!(value >= 0 && value < mostClasses && value == std::floor(value)))
                return Error{step +
                                 " is no class number; cross-entropy needs whole numbers from 0 "
                                 "to " +
                                 std::to_string(mostClasses - 1),
                             file};
            classes(0, t) = value;
        } else {
            Index largest = 0;
            const bool oneHot = values.col(t).maxCoeff(&largest) == 1.0 &&
                                (values.col(t).array() == 0.0).count() == values.rows() - 1;
            if (!oneHot)
                return Error{what +
                                 " is neither one class number nor one-hot (a single 1 among "
                                 "zeros), which cross-entropy needs",
                             file, static_cast<std::size_t>(t + 1)};
            classes(0, t) = static_cast<double>(largest);
        }
    }
    return classes;
}

/// Cuts to the first `length` steps; longer than there is, is an error.
Done cut(Raw& raw, Eigen::MatrixXd* target, const Setup& setup) {
    const Index steps = raw.input.cols();
    const Index length = setup.sequence.length.value_or(steps);
    if (length < 1 || length > steps)
        return Error{"cannot give " + std::to_string(length) + " steps; 1 to " +
                         std::to_string(steps) + " are possible",
                     setup.sequence.file};
    raw.input.conservativeResize(Eigen::NoChange, length);
    if (target && target->cols() == steps)
        target->conservativeResize(Eigen::NoChange, length);
    return done();
}

Result<Eigen::MatrixXd> targetFromFile(const Setup& setup, Index steps) {
    assert(setup.target.table);
    const Table& table = *setup.target.table;
    const bool single = setup.readout == Readout::LastStep && table.values.rows() == 1;
    if (!single && table.values.rows() < steps)
        return Error{"has " + std::to_string(table.values.rows()) + " rows where the input has " +
                         std::to_string(steps) + " steps; a target a step is needed" +
                         (setup.readout == Readout::LastStep ? ", or a single row" : ""),
                     setup.target.name};
    if (!single && table.values.rows() > steps && !setup.sequence.length)
        return Error{"has " + std::to_string(table.values.rows()) + " rows where the input has " +
                         std::to_string(steps) + " steps; as many are needed",
                     setup.target.name};
    return Eigen::MatrixXd(table.values.transpose());
}

/// The target before the read-out picks its steps: O × T or O × 1; absent for none.
Result<std::optional<Eigen::MatrixXd>> rawTarget(const Setup& setup, Raw& raw) {
    using Optional = std::optional<Eigen::MatrixXd>;
    const bool classes = setup.loss == Loss::CrossEntropy;
    Eigen::MatrixXd target;
    switch (setup.target.kind) {
        case TargetSource::Kind::None:
            if (auto status = cut(raw, nullptr, setup); !status)
                return status.error();
            return Optional();
        case TargetSource::Kind::Next:
            if (raw.input.cols() < 2)
                return Error{
                    "has one step, which has no next value; two are needed, or another "
                    "target",
                    setup.sequence.file};
            target = (classes && raw.plain.size() > 0 ? raw.plain : raw.input)
                         .rightCols(raw.input.cols() - 1);
            raw.input.conservativeResize(Eigen::NoChange, raw.input.cols() - 1);
            break;
        case TargetSource::Kind::Task:
            if (setup.sequence.task.empty())
                return Error{
                    "a file sets no task of its own; the target must be the next value, a "
                    "column, a file or none",
                    setup.sequence.file};
            target = raw.target;
            break;
        case TargetSource::Kind::Column: {
            if (!setup.sequence.task.empty())
                return Error{"task " + setup.sequence.task +
                             " has no columns to choose a target "
                             "from; leave the target out, or use 'next' or 'none'"};
            const Table& table = *setup.sequence.table;
            const auto column = table.column(setup.target.name);
            if (!column)
                return Error{"has no column '" + setup.target.name +
                                 "' for the target; there are " + listed(table.columns),
                             setup.sequence.file};
            target = scaled(table.values.col(*column).segment(raw.first, raw.input.cols()),
                            classes ? Scaling::None : setup.sequence.scaling)
                         .transpose();
            break;
        }
        case TargetSource::Kind::File: {
            const Index wanted = setup.sequence.length.value_or(raw.input.cols());
            auto read = targetFromFile(setup, std::min(wanted, raw.input.cols()));
            if (!read)
                return read.error();
            target = *std::move(read);
            if (target.cols() > 1 && target.cols() < raw.input.cols())
                raw.input.conservativeResize(Eigen::NoChange, target.cols());
            else if (target.cols() > raw.input.cols())
                target.conservativeResize(Eigen::NoChange, raw.input.cols());
            break;
        }
    }
    if (auto status = cut(raw, &target, setup); !status)
        return status.error();
    return Optional(std::move(target));
}

/// Classes for cross-entropy, the last step for a read-out there.
Result<Eigen::MatrixXd> fitTarget(const Setup& setup, Eigen::MatrixXd target) {
    const bool file = setup.target.kind == TargetSource::Kind::File;
    const std::string& name = file ? setup.target.name : setup.sequence.file;
    if (setup.loss == Loss::CrossEntropy) {
        const Task* task = findTask(setup.sequence.task);
        if (setup.target.kind == TargetSource::Kind::Task && task && !task->classes)
            return Error{"task " + setup.sequence.task +
                         " asks for numbers, cross-entropy for classes; use mean squared error"};
        auto classes = classesOf(target, "the target", name);
        if (!classes)
            return classes.error();
        target = *std::move(classes);
    }
    if (setup.readout == Readout::LastStep)
        target = Eigen::MatrixXd(target.rightCols(1));
    return target;
}

void overrideForgetBias(const Setup& setup, const NetworkShape& shape, Parameters& parameters) {
    const auto block = shape.cell->forgetBlock();
    if (!setup.forgetBias || !block)
        return;
    const Index first = static_cast<Index>(*block) * shape.hidden;
    for (Parameter& item : parameters.items)
        if (item.name.starts_with("bias_") && !item.absent)
            item.value.middleRows(first, shape.hidden)
                .setConstant(item.name.starts_with("bias_ih") ? *setup.forgetBias : 0.0);
}

void overrideRecurrent(const Setup& setup, const NetworkShape& shape, Parameters& parameters) {
    if (!setup.spectralRadius)
        return;
    Random random(setup.seed ^ orthogonalStream);
    for (Parameter& item : parameters.items)
        if (item.name.starts_with("weight_hh"))
            for (Index row = 0; row < item.value.rows(); row += shape.hidden)
                item.value.middleRows(row, shape.hidden) =
                    *setup.spectralRadius * random.orthogonal(shape.hidden);
}

/// Sizes from the weights, where there are any, and the tensors themselves.
Done applyWeights(const Setup& setup, NetworkShape& shape, std::optional<StateDict>& dict) {
    if (setup.weights.file.empty())
        return done();
    assert(setup.weights.arrays);
    auto read = readStateDict(*setup.weights.arrays, *shape.cell, setup.weights.file);
    if (!read)
        return read.error();
    if (read->shape.input != shape.input)
        return Error{"is for " + std::to_string(read->shape.input) +
                         " inputs a step, but the sequence has " + std::to_string(shape.input) +
                         "; they must agree",
                     setup.weights.file};
    const Index output = shape.output;
    const Readout readout = shape.readout;
    shape = read->shape;
    shape.readout = readout;
    if (shape.output == 0)
        shape.output = output;
    dict = *std::move(read);
    return done();
}

Result<InitialState> initialStateOf(const Setup& setup, const NetworkShape& shape) {
    InitialState initial;
    if (setup.initialState.file.empty())
        return initial;
    assert(setup.initialState.arrays);
    const auto rows = shape.traces();
    const auto columns = static_cast<std::size_t>(shape.hidden);
    for (const std::size_t state : shape.cell->states()) {
        const std::string name = std::string(shape.cell->quantities()[state].id) + "0";
        const auto& arrays = *setup.initialState.arrays;
        const auto found = std::find_if(arrays.begin(), arrays.end(),
                                        [&](const Array& array) { return array.name == name; });
        const std::string wanted =
            "(" + std::to_string(rows) + ", " + std::to_string(columns) + ")";
        if (found == arrays.end())
            return Error{"holds no array '" + name + "'; one of shape " + wanted + " is needed",
                         setup.initialState.file};
        Array array = *found;
        if (array.shape.size() == 3 && array.shape[1] == 1)  // PyTorch's (rows, batch 1, H)
            array.shape = {array.shape[0], array.shape[2]};
        if (array.shape != std::vector<std::size_t>{rows, columns}) {
            std::string shapeText;
            for (const std::size_t size : found->shape)
                shapeText += (shapeText.empty() ? "" : ", ") + std::to_string(size);
            return Error{"array '" + name + "' has shape (" + shapeText + "); " + wanted +
                             " (layers x directions, hidden) is needed",
                         setup.initialState.file};
        }
        initial.push_back(array.toMatrix());
    }
    return initial;
}

Done checkSizes(const Setup& setup, const NetworkShape& shape, Index steps) {
    const auto rows = static_cast<double>(shape.cell->quantities().size()) *
                      static_cast<double>(shape.hidden) * static_cast<double>(shape.traces());
    const double bytes = 2 * 8 * rows * static_cast<double>(steps);
    if (bytes > mostRecordBytes)
        return Error{"a record of " + std::to_string(steps) + " steps of " +
                         std::to_string(shape.hidden) + " units would take " +
                         std::to_string(static_cast<long long>(bytes / 1e9)) +
                         " GB; shorten the sequence with a length, or use fewer units",
                     setup.sequence.file};
    const double weights = static_cast<double>(shape.cell->blocks().size()) *
                           static_cast<double>(shape.hidden) *
                           static_cast<double>(shape.hidden + shape.layerInput(0)) *
                           static_cast<double>(shape.traces()) * 8;
    if (weights > mostRecordBytes)
        return Error{"weights of " + std::to_string(shape.layers) + " layers of " +
                     std::to_string(shape.hidden) + " units would take over 4 GB; use fewer"};
    return done();
}

Done checkNumbers(const Setup& setup) {
    if (setup.hidden < 1 || setup.hidden > mostHidden)
        return Error{"the hidden size is " + std::to_string(setup.hidden) +
                     "; 1 to 4096 are possible"};
    if (setup.layers < 1 || setup.layers > mostLayers)
        return Error{std::to_string(setup.layers) + " layers are too " +
                     (setup.layers < 1 ? "few" : "many") + "; 1 to 64 are possible"};
    if (setup.spectralRadius && !(*setup.spectralRadius >= 0))
        return Error{"the spectral radius must not be negative"};
    if (!(setup.clipping.threshold > 0) || !std::isfinite(setup.clipping.threshold))
        return Error{"the clipping threshold must be a number above 0"};
    if (!(setup.learningRate > 0) || !std::isfinite(setup.learningRate))
        return Error{"the learning rate must be a number above 0"};
    return done();
}

Error ofFile(Error error, const Setup& setup) {
    if (error.file.empty() && setup.sequence.task.empty())
        error.file = setup.sequence.file;
    return error;
}

}  // namespace

namespace {

/// A problem whose weights are not drawn yet, and those that a file gives.
struct Plan {
    Problem problem;
    std::optional<StateDict> weights;
};

Result<Plan> plan(const Setup& setup) {
    if (auto status = checkNumbers(setup); !status)
        return status.error();
    const Cell* cell = findCell(setup.cell);
    if (!cell)
        return Error{"there is no cell '" + setup.cell + "'"};

    auto raw = setup.sequence.task.empty() ? rawFile(setup) : rawTask(setup);
    if (!raw)
        return raw.error();
    auto target = rawTarget(setup, *raw);
    if (!target)
        return ofFile(target.error(), setup);

    Plan result;
    Problem& problem = result.problem;
    problem.shape = {.cell = cell,
                     .input = raw->input.rows(),
                     .hidden = setup.hidden,
                     .output = raw->input.rows(),
                     .layers = setup.layers,
                     .bidirectional = setup.bidirectional,
                     .readout = setup.readout};
    const bool classes = setup.loss == Loss::CrossEntropy;
    if (*target) {
        const Index wide = (*target)->rows();
        auto fitted = fitTarget(setup, *std::move(*target));
        if (!fitted)
            return fitted.error();
        problem.target = *std::move(fitted);
        problem.shape.output = problem.target->rows();
        if (classes) {
            const Task* task = findTask(setup.sequence.task);
            const bool own = setup.target.kind == TargetSource::Kind::Task && task;
            problem.shape.output =
                own ? task->classCount
                    : std::max(wide, static_cast<Index>(problem.target->maxCoeff()) + 1);
        }
    }
    const Index wanted = problem.shape.output;
    if (auto status = applyWeights(setup, problem.shape, result.weights); !status)
        return status.error();
    if (problem.target &&
        (classes ? wanted > problem.shape.output : wanted != problem.shape.output))
        return Error{"has a read-out of " + std::to_string(problem.shape.output) +
                         (problem.shape.output == 1 ? " value" : " values") +
                         ", but the target needs " + std::to_string(wanted) + "; they must agree",
                     setup.weights.file};
    if (auto status = checkSizes(setup, problem.shape, raw->input.cols()); !status)
        return status.error();

    auto initial = initialStateOf(setup, problem.shape);
    if (!initial)
        return initial.error();
    problem.initial = *std::move(initial);

    problem.input = std::move(raw->input);
    problem.inputNames = raw->names;
    problem.sequences = raw->sequences;
    problem.outputNames = raw->vocabulary;
    return result;
}

}  // namespace

Done check(const Setup& setup) {
    const auto planned = plan(setup);
    return planned ? done() : Done(planned.error());
}

Result<Problem> assemble(const Setup& setup) {
    auto planned = plan(setup);
    if (!planned)
        return planned.error();
    Problem problem = std::move(planned->problem);
    Random random(setup.seed);
    problem.parameters = Network::initialParameters(problem.shape, random);
    if (planned->weights) {
        auto& given = planned->weights->parameters.items;
        std::move(given.begin(), given.end(), problem.parameters.items.begin());
    }
    overrideForgetBias(setup, problem.shape, problem.parameters);
    overrideRecurrent(setup, problem.shape, problem.parameters);
    return problem;
}

}  // namespace rnnscope
