// SPDX-License-Identifier: GPL-3.0-or-later
// From a setup to the sequences it describes.
#include "core/samples.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/file_steps.h"
#include "core/own_answers.h"
#include "core/sentence.h"
#include "core/tasks/task.h"

namespace rnnscope {
namespace {

// Streams of chance that must not disturb each other: changing the units leaves the task's
// sequence.
constexpr std::uint64_t taskStream = 0x7461736b00000000;
constexpr std::uint64_t feedStream = 0x6665656400000000;

/// Spreads neighbouring numbers over all 64 bits (the finaliser of SplitMix64, Steele, Lea & Flood
/// 2014). 0 stays 0.
std::uint64_t spread(std::uint64_t number) {
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
    return number ^ (number >> 31);
}

/// A sequence before it is cut to what a target can be found for: one column a step.
struct Raw {
    Eigen::MatrixXd input;
    Eigen::MatrixXd target;  ///< of tasks; empty otherwise
    Eigen::MatrixXd plain;   ///< the input before scaling, for class numbers; empty where the same
    std::vector<std::string> names;
    std::vector<std::string> vocabulary;
    std::optional<FileSteps> steps;           ///< of a file: what of it was used
    std::optional<Unscaling> unscaling = {};  ///< of the input, a base a step; later of the target
    std::size_t sequences = 1;
};

/// Whether a column of the input's file holds the classes that are asked for.
bool holdsClasses(const Setup& setup, Index column) {
    const TargetSource& target = setup.target;
    return setup.loss == Loss::CrossEntropy &&
           (target.kind == TargetSource::Kind::Next ||
            (target.kind == TargetSource::Kind::Column &&
             setup.sequence.table->column(target.name) == column));
}

Result<Raw> rawTask(const Setup& setup, Random& random) {
    const Task* task = findTask(setup.sequence.task);
    if (!task) {
        std::string known;
        for (const Task& each : tasks())
            known += (known.empty() ? "" : ", ") + std::string(each.id);
        return Error{
            Sentence::tr("there is no task '%1'; there are %2", setup.sequence.task, known)};
    }
    const Index length = setup.sequence.length.value_or(task->defaultLength);
    if (length < task->minimumLength || length > task->maximumLength)
        return Error{Sentence::tr("task %1 cannot have %2 steps; %3 to %4 are possible", task->id,
                                  length, task->minimumLength, task->maximumLength)};
    // The last step's next value has to be drawn as well.
    const bool next = setup.target.kind == TargetSource::Kind::Next;
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

/// Indices of the columns that are inputs.
Result<std::vector<Index>> pickedColumns(const SequenceSource& source) {
    const Table& table = *source.table;
    std::vector<Index> picked;
    picked.reserve(table.columns.size());
    for (std::size_t k = 0; k < source.columns.size(); ++k) {
        const std::string& name = source.columns[k];
        // As a rule they are those that were read, in this order; thousands need no search.
        const bool inOrder = k < table.columns.size() && table.columns[k] == name;
        const auto column = inOrder ? static_cast<Index>(k) : table.column(name);
        if (!column)
            return Error{
                Sentence::tr("has no column '%1'; there are %2", name, listed(table.columns)),
                source.file};
        picked.push_back(*column);
    }
    if (picked.empty())
        for (Index column = 0; column < table.values.cols(); ++column)
            picked.push_back(column);
    return picked;
}

Result<Raw> rawFile(const Setup& setup, std::size_t which) {
    const SequenceSource& source = setup.sequence;
    assert(source.table);
    const Table& table = *source.table;
    const auto picked = pickedColumns(source);
    if (!picked)
        return picked.error();
    const auto steps = FileSteps::ofSequence(source, which);
    if (!steps)
        return steps.error();
    Raw raw;
    raw.steps = *steps;
    raw.sequences = table.starts.size();
    const bool scales = steps->scaling() != Scaling::None;
    const auto inputs = static_cast<Index>(picked->size());
    raw.input.resize(inputs, steps->count());
    if (scales) {
        raw.plain.resizeLike(raw.input);
        raw.unscaling = steps->unscaling(inputs);
    }
    for (Index k = 0; k < inputs; ++k) {
        const Index column = (*picked)[static_cast<std::size_t>(k)];
        const std::string& name = table.columns[static_cast<std::size_t>(column)];
        const Eigen::VectorXd values = steps->values(table, column, holdsClasses(setup, column));
        const auto scaled = steps->scaled(values, name);
        if (!scaled)
            return scaled.error();
        raw.input.row(k) = *scaled;
        if (scales) {
            raw.plain.row(k) = values.tail(steps->count());
            FileSteps::fillUnscaling(*raw.unscaling, k, values);
        }
        raw.names.push_back(name);
    }
    if (source.columns.empty())
        raw.vocabulary = table.vocabulary;
    return raw;
}

constexpr int mostClasses = 100000;

/// Class of each column of a one-hot or one-row matrix.
Result<Eigen::MatrixXd> classesOf(const Eigen::MatrixXd& values, const std::string& file) {
    Eigen::MatrixXd classes(1, values.cols());
    for (Index t = 0; t < values.cols(); ++t) {
        if (values.rows() == 1) {
            const double value = values(0, t);
            if (!(value >= 0 && value < mostClasses && value == std::floor(value)))
                return Error{Sentence::tr("the target at step %1 is no class number; cross-entropy "
                                          "needs whole numbers from 0 to %2",
                                          t + 1, mostClasses - 1),
                             file};
            classes(0, t) = value;
        } else {
            Index largest = 0;
            const bool oneHot = values.col(t).maxCoeff(&largest) == 1.0 &&
                                (values.col(t).array() == 0.0).count() == values.rows() - 1;
            if (!oneHot)
                return Error{Sentence::tr("the target is neither one class number nor one-hot (a "
                                          "single 1 among zeros), which cross-entropy needs"),
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
        return Error{Sentence::tr("cannot give %1 steps; 1 to %2 are possible", length, steps),
                     setup.sequence.file};
    raw.input.conservativeResize(Eigen::NoChange, length);
    if (target && target->cols() == steps) {
        target->conservativeResize(Eigen::NoChange, length);
        if (raw.unscaling && raw.unscaling->base.size() > 0)
            raw.unscaling->base.conservativeResize(Eigen::NoChange, length);
    }
    return done();
}

/// The target's values in a file of its own, rows × steps. A row answers a row of the input, and is
/// left out or resampled with it; it is not scaled.
Result<Eigen::MatrixXd> targetSteps(const Setup& setup) {
    const Table& table = *setup.target.table;
    const auto steps = FileSteps::ofTarget(setup);
    if (!steps)
        return steps.error();
    Eigen::MatrixXd target(table.values.cols(), steps->count());
    for (Index column = 0; column < target.rows(); ++column)
        target.row(column) =
            steps->values(table, column, setup.loss == Loss::CrossEntropy).tail(steps->count());
    return target;
}

/// Checks that there is an answer a step, or a single one.
Result<Eigen::MatrixXd> fittedRows(const Setup& setup, Eigen::MatrixXd target, bool single,
                                   Index steps) {
    const Index rows = target.cols();
    const bool cut = setup.target.table->values.rows() != rows;
    const auto has = [&] {
        return cut ? Sentence::tr("is left with %1 steps where the input has %2 steps", rows, steps)
                   : Sentence::tr("has %1 rows where the input has %2 steps", rows, steps);
    };
    if (!single && rows < steps)
        return Error{setup.readout == Readout::LastStep
                         ? Sentence::tr("%1; a target a step is needed, or a single row", has())
                         : Sentence::tr("%1; a target a step is needed", has()),
                     setup.target.name};
    if (!single && rows > steps && !setup.sequence.length)
        return Error{Sentence::tr("%1; as many are needed", has()), setup.target.name};
    return target;
}

Result<Eigen::MatrixXd> targetFromFile(const Setup& setup, Index steps) {
    assert(setup.target.table);
    const Table& table = *setup.target.table;
    const bool single = setup.readout == Readout::LastStep && table.values.rows() == 1;
    if (single || !setup.sequence.task.empty())
        return fittedRows(setup, table.values.transpose(), single, steps);
    auto target = targetSteps(setup);
    if (!target)
        return target.error();
    return fittedRows(setup, *std::move(target), false, steps);
}

/// The target before the read-out picks its steps: O × T or O × 1; absent for none.
Result<std::optional<Eigen::MatrixXd>> rawTarget(const Setup& setup, Raw& raw) {
    using Optional = std::optional<Eigen::MatrixXd>;
    const bool classes = setup.loss == Loss::CrossEntropy;
    if (classes || setup.target.kind != TargetSource::Kind::Next)
        raw.unscaling.reset();
    Eigen::MatrixXd target;
    switch (setup.target.kind) {
        case TargetSource::Kind::None:
            if (auto status = cut(raw, nullptr, setup); !status)
                return status.error();
            return Optional();
        case TargetSource::Kind::Next:
            if (raw.input.cols() < 2)
                return Error{
                    Sentence::tr(
                        "has one step, which has no next value; two are needed, or another target"),
                    setup.sequence.file};
            target = (classes && raw.plain.size() > 0 ? raw.plain : raw.input)
                         .rightCols(raw.input.cols() - 1);
            raw.input.conservativeResize(Eigen::NoChange, raw.input.cols() - 1);
            if (raw.unscaling && raw.unscaling->base.size() > 0)
                raw.unscaling->base = Eigen::MatrixXd(raw.unscaling->base.rightCols(target.cols()));
            break;
        case TargetSource::Kind::Task:
            if (setup.sequence.task.empty())
                return Error{Sentence::tr("a file sets no task of its own; the target must be the "
                                          "next value, a column, a file or none"),
                             setup.sequence.file};
            target = raw.target;
            break;
        case TargetSource::Kind::Column: {
            if (!setup.sequence.task.empty())
                return Error{
                    Sentence::tr("task %1 has no columns to choose a target from; leave the target "
                                 "out, or use 'next' or 'none'",
                                 setup.sequence.task)};
            const Table& table = *setup.sequence.table;
            const auto column = table.column(setup.target.name);
            if (!column)
                return Error{Sentence::tr("has no column '%1' for the target; there are %2",
                                          setup.target.name, listed(table.columns)),
                             setup.sequence.file};
            const Eigen::VectorXd values = raw.steps->values(table, *column, classes);
            const auto scaled = classes ? Result<Eigen::VectorXd>(values.tail(raw.input.cols()))
                                        : raw.steps->scaled(values, setup.target.name);
            if (!scaled)
                return scaled.error();
            target = scaled->transpose();
            if (!classes && raw.steps->scaling() != Scaling::None) {
                raw.unscaling = raw.steps->unscaling(1);
                FileSteps::fillUnscaling(*raw.unscaling, 0, values);
            }
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
            return Error{Sentence::tr(
                "task %1 asks for numbers, cross-entropy for classes; use mean squared error",
                setup.sequence.task)};
        auto classes = classesOf(target, name);
        if (!classes)
            return classes.error();
        target = *std::move(classes);
    }
    if (setup.readout == Readout::LastStep)
        target = Eigen::MatrixXd(target.rightCols(1));
    return target;
}

}  // namespace

Random firstTaskRandom(const Setup& setup) {
    return Random(setup.seed ^ taskStream);
}

Random taskRandom(const Setup& setup, int update) {
    if (update > 0)
        return Random(setup.seed ^ taskStream ^ spread(static_cast<std::uint64_t>(update)));
    Random random = firstTaskRandom(setup);
    if (!setup.sequence.task.empty())
        for (std::size_t before = 0; before < setup.sequence.shown; ++before)
            if (!rawTask(setup, random))
                break;  // which whoever draws the shown one is told
    return random;
}

Result<NamedSample> readSample(const Setup& setup, std::size_t which, Random& random,
                               std::optional<int> editedBy) {
    auto raw = setup.sequence.task.empty() ? rawFile(setup, which) : rawTask(setup, random);
    if (!raw)
        return raw.error();
    if (editedBy)
        editInput(setup.edits, *editedBy, raw->input);
    auto target = rawTarget(setup, *raw);
    if (!target)
        return target.error();
    NamedSample result;
    if (*target) {
        const Index wide = (*target)->rows();
        auto fitted = fitTarget(setup, *std::move(*target));
        if (!fitted)
            return fitted.error();
        if (setup.loss == Loss::CrossEntropy)
            result.classes = std::max(wide, static_cast<Index>(fitted->maxCoeff()) + 1);
        result.sample.target = *std::move(fitted);
    }
    result.sample.input = std::move(raw->input);
    if (setup.sequence.inputScale != 1)
        result.sample.input *= setup.sequence.inputScale;
    if (raw->unscaling && setup.readout == Readout::LastStep && raw->unscaling->base.size() > 0)
        raw->unscaling->base = Eigen::MatrixXd(raw->unscaling->base.rightCols(1));
    result.unscaling = std::move(raw->unscaling);
    result.names = std::move(raw->names);
    result.vocabulary = std::move(raw->vocabulary);
    result.sequences = raw->sequences;
    return result;
}

Batch::Batch(const Setup& setup, const Problem& problem, int update)
    : setup_(setup), update_(update) {
    const auto count = static_cast<std::size_t>(setup.training.sequences);
    const bool task = !setup.sequence.task.empty();
    if (task && setup.training.fresh) {
        Random random = taskRandom(setup, update);
        for (std::size_t k = 0; k < count; ++k)
            // What could be drawn for the setup can be drawn again.
            drawn_.push_back(std::move(readSample(setup, k, random).value().sample));
        for (std::size_t k = 0; k < count; ++k)
            samples_.push_back({&drawn_[k].input, &*drawn_[k].target, k,
                                k == 0 && (update > 0 || setup.sequence.shown == 0)});
        return;
    }
    // A file's sequences take turns where they are to be fresh.
    const std::size_t all = problem.others.size() + 1;
    const std::size_t first =
        setup.training.fresh ? static_cast<std::size_t>(update) * count % all : 0;
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t which = (first + k) % all;
        const bool begins = which == 0 ? setup.sequence.shown == 0
                                       : !task && setup.sequence.shown + which == problem.sequences;
        if (which == 0)
            samples_.push_back({&problem.input, &*problem.target, which, begins});
        else
            samples_.push_back({&problem.others[which - 1].input,
                                &*problem.others[which - 1].target, which, begins});
    }
}

Eigen::MatrixXd Batch::input(std::size_t k, const Network& network,
                             const InitialState& start) const {
    if (setup_.training.teacherForcing >= 1)
        return *samples_[k].input;
    Random random(setup_.seed ^ feedStream ^
                  spread(static_cast<std::uint64_t>(update_) * mostSequences + k));
    return withOwnAnswers(network, *samples_[k].input, start, setup_, random);
}

Eigen::MatrixXd shownInput(const Setup& setup, const Problem& problem, const Network& network,
                           const InitialState& start, int update) {
    if (setup.training.teacherForcing >= 1)
        return problem.input;
    Random random(setup.seed ^ feedStream ^
                  spread(static_cast<std::uint64_t>(update) * mostSequences));
    return withOwnAnswers(network, problem.input, start, setup, random);
}

}  // namespace rnnscope
