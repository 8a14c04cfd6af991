// SPDX-License-Identifier: GPL-3.0-or-later
// From a setup to a problem that can be run.
#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/analysis/jacobian.h"
#include "core/carried.h"
#include "core/counted.h"
#include "core/generation.h"
#include "core/own_answers.h"
#include "core/random.h"
#include "core/samples.h"
#include "core/sentence.h"
#include "core/setup.h"
#include "core/setup_numbers.h"
#include "core/tasks/task.h"
#include "core/weights_report.h"

namespace rnnscope {
namespace {

// A stream of chance of its own: changing the spectral radius leaves the input weights.
constexpr std::uint64_t orthogonalStream = 0x6f7274686f000000;

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

void overrideBiases(const Setup& setup, Parameters& parameters) {
    if (!setup.zeroBiases)
        return;
    for (Parameter& item : parameters.items)
        if (item.name.starts_with("bias_"))
            item.value.setZero();
}

/// A square block with the radius asked for.
Eigen::MatrixXd recurrentBlock(const Setup& setup, const Eigen::MatrixXd& block, Random& random) {
    const double radius = *setup.spectralRadius;
    switch (setup.recurrent) {
        case RecurrentForm::Orthogonal:
            return radius * random.orthogonal(block.rows());
        case RecurrentForm::Identity:
            return radius * Eigen::MatrixXd::Identity(block.rows(), block.cols());
        case RecurrentForm::Scaled:
            break;
    }
    const double own = spectralRadius(block);
    return own > 0 ? Eigen::MatrixXd(radius / own * block) : block;
}

void overrideRecurrent(const Setup& setup, const NetworkShape& shape, Parameters& parameters) {
    if (!setup.spectralRadius)
        return;
    Random random(setup.seed ^ orthogonalStream);
    for (Parameter& item : parameters.items)
        if (item.name.starts_with("weight_hh"))
            for (Index row = 0; row < item.value.rows(); row += shape.hidden)
                item.value.middleRows(row, shape.hidden) =
                    recurrentBlock(setup, item.value.middleRows(row, shape.hidden), random);
}

/// Sizes from the weights, where there are any, and the tensors themselves.
Done applyWeights(const Setup& setup, NetworkShape& shape, std::optional<StateDict>& dict) {
    if (setup.weights.file.empty())
        return done();
    auto read = givenWeights(setup.weights, *shape.cell);
    if (!read)
        return read.error();
    if (read->shape.input != shape.input)
        return Error{
            Sentence::tr("is for %1 inputs a step, but the sequence has %2; they must agree",
                         read->shape.input, shape.input),
            setup.weights.file};
    NetworkShape given = read->shape;
    given.readout = shape.readout;
    given.window = shape.window;
    if (given.output == 0)
        given.output = shape.output;
    shape = given;
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
            return Error{
                Sentence::tr("holds no array '%1'; one of shape %2 is needed", name, wanted),
                setup.initialState.file};
        Array array = *found;
        if (array.shape.size() == 3 && array.shape[1] == 1)  // PyTorch's (rows, batch 1, H)
            array.shape = {array.shape[0], array.shape[2]};
        if (array.shape != std::vector<std::size_t>{rows, columns}) {
            return Error{
                Sentence::tr("array '%1' has shape %2; %3 (layers x directions, hidden) is needed",
                             name, shapeText(found->shape), wanted),
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
        return Error{Sentence::tr("a record of %1 steps of %2 units would take %3 GB; shorten the "
                                  "sequence with a length, or use fewer units",
                                  steps, shape.hidden, static_cast<long long>(bytes / 1e9)),
                     setup.sequence.file};
    const double weights = static_cast<double>(shape.cell->blocks().size()) *
                           static_cast<double>(shape.hidden) *
                           static_cast<double>(shape.hidden + shape.layerInput(0)) *
                           static_cast<double>(shape.traces()) * 8;
    if (weights > mostRecordBytes)
        return Error{
            Sentence::tr("weights of %1 layers of %2 units would take over 4 GB; use fewer",
                         shape.layers, shape.hidden)};
    return done();
}

Error ofFile(Error error, const Setup& setup) {
    if (error.file.empty() && setup.sequence.task.empty())
        error.file = setup.sequence.file;
    return error;
}

/// A problem whose weights are not drawn yet, and those that a file gives.
struct Plan {
    Problem problem;
    std::optional<StateDict> weights;
};

/// Whether an update's sequences fit into memory, each of the first one's size.
Done checkBatch(const Setup& setup, const Sample& first) {
    const double numbers = static_cast<double>(first.input.size()) +
                           static_cast<double>(first.target ? first.target->size() : 0);
    const double bytes = 8 * numbers * static_cast<double>(setup.training.sequences);
    if (bytes > mostRecordBytes)
        return Error{Sentence::tr(
            "%1 sequences of %2 steps would take %3 GB; take fewer, or shorten them with a length",
            setup.training.sequences, first.input.cols(), static_cast<long long>(bytes / 1e9))};
    return done();
}

/// The sequences beside the first that updates learn from. `classes` grows to hold theirs.
Done addOthers(const Setup& setup, Random& random, Problem& problem, Index& classes) {
    const Training& training = setup.training;
    const bool task = !setup.sequence.task.empty();
    const auto wanted = static_cast<std::size_t>(training.sequences);
    const bool several = wanted > 1 || (training.fresh && (task || problem.sequences > 1));
    if (several && setup.target.kind == TargetSource::Kind::File)
        return Error{
            Sentence::tr(
                "answers one sequence, but updates learn from others too; set sequences to 1 "
                "and leave fresh ones out"),
            setup.target.name};
    if (task && training.fresh && setup.loss == Loss::CrossEntropy &&
        setup.target.kind == TargetSource::Kind::Next)
        return Error{Sentence::tr(
            "the classes of sequences yet to be drawn are not known; with cross-entropy and fresh "
            "sequences the target must be the task's own")};
    if (!task && wanted > problem.sequences)
        return Error{Sentence::tr("holds %1; an update cannot learn from %2",
                                  sequencesInWords(problem.sequences), wanted)};
    if (setup.target.kind == TargetSource::Kind::None || (task && training.fresh))
        return done();
    const std::size_t count = !task && training.fresh ? problem.sequences : wanted;
    for (std::size_t which = 1; which < count; ++which) {
        auto other = readSample(setup, which, random);
        if (!other) {
            Error error = other.error();
            const std::size_t number =
                task ? which : (setup.sequence.shown + which) % problem.sequences;
            error.message = Sentence::tr("sequence %1: %2", number + 1, error.message);
            return error;
        }
        classes = std::max(classes, other->classes);
        problem.others.push_back(std::move(other->sample));
    }
    return done();
}

/// What is wrong with a sequence that was read without complaint before it was edited, is the
/// edits' fault.
Error editedError(const Setup& setup, int update, Error error) {
    const bool edited = std::ranges::any_of(
        setup.edits, [&](const Edit& edit) { return edit.ofInput() && edit.update <= update; });
    Random random = taskRandom(setup, 0);
    if (edited && readSample(setup, 0, random)) {
        // A line of the file would be the wrong place to look.
        return Error{error.line
                         ? Sentence::tr("as edited, at step %1 %2", *error.line, error.message)
                         : Sentence::tr("as edited, %1", error.message)};
    }
    return error;
}

/// How many classes the loss asks for before the first update: a network keeps its size, whatever
/// is edited later.
Result<Index> classesAtStart(const Setup& setup, int update, const NamedSample& edited) {
    if (setup.loss != Loss::CrossEntropy || update == 0)
        return Index(edited.classes);
    Random random = taskRandom(setup, 0);
    const auto start = readSample(setup, 0, random, 0);
    if (!start)
        return editedError(setup, 0, start.error());
    return Index(start->classes);
}

/// As edited by the time so many updates are taken.
Result<Plan> plan(const Setup& setup, int update) {
    if (auto status = checkNumbers(setup); !status)
        return status.error();
    const Cell* cell = findCell(setup.cell);
    if (!cell)
        return Error{Sentence::tr("there is no cell '%1'", setup.cell)};

    Random random = taskRandom(setup, 0);
    auto first = readSample(setup, 0, random, update);
    if (!first)
        return ofFile(editedError(setup, update, first.error()), setup);
    auto known = classesAtStart(setup, update, *first);
    if (!known)
        return ofFile(known.error(), setup);

    Plan result;
    Problem& problem = result.problem;
    const Index inputs = first->sample.input.rows();
    problem.shape = {.cell = cell,
                     .input = inputs,
                     .hidden = setup.hidden,
                     .output = inputs,
                     .layers = setup.layers,
                     .bidirectional = setup.bidirectional,
                     .readout = setup.readout,
                     .window = setup.training.window};
    problem.sequences = first->sequences;
    if (auto status = checkBatch(setup, first->sample); !status)
        return status.error();
    if (auto status = checkCarried(setup, problem.sequences); !status)
        return ofFile(status.error(), setup);
    if (auto status = addOthers(setup, random, problem, *known); !status)
        return ofFile(status.error(), setup);
    const bool classes = setup.loss == Loss::CrossEntropy;
    if (first->sample.target) {
        const Task* task = findTask(setup.sequence.task);
        const bool own = setup.target.kind == TargetSource::Kind::Task && task;
        problem.target = first->sample.target;
        problem.shape.output = !classes ? problem.target->rows() : own ? task->classCount : *known;
    }
    const Index wanted = problem.shape.output;
    if (auto status = applyWeights(setup, problem.shape, result.weights); !status)
        return status.error();
    if (problem.target &&
        (classes ? wanted > problem.shape.output : wanted != problem.shape.output))
        return Error{Sentence::tr("has a read-out of %1, but the target needs %2; they must agree",
                                  valuesInWords(problem.shape.output), wanted),
                     setup.weights.file};
    if (classes && first->classes > problem.shape.output)
        return Error{
            Sentence::tr("as edited after update %1, the input asks for %2 classes where the "
                         "network answers %3; edit it before the first update, or stay below",
                         update, first->classes, problem.shape.output)};
    auto holds = holdsFor(setup.holds, problem.shape);
    if (!holds)
        return holds.error();
    problem.shape.holds = *std::move(holds);
    Index longest = first->sample.input.cols();
    for (const Sample& other : problem.others)
        longest = std::max(longest, other.input.cols());
    if (auto status = checkSizes(setup, problem.shape, longest); !status)
        return status.error();
    if (auto status = checkOwnAnswers(setup, problem.shape); !status)
        return status.error();
    if (auto status = checkGeneration(setup, problem.shape, first->sample.input.cols(),
                                      first->vocabulary, first->names);
        !status)
        return status.error();

    auto initial = initialStateOf(setup, problem.shape);
    if (!initial)
        return initial.error();
    problem.initial = *std::move(initial);
    editInitialState(setup.edits, update, problem.shape, problem.initial);

    problem.input = std::move(first->sample.input);
    problem.inputNames = std::move(first->names);
    problem.outputNames = std::move(first->vocabulary);
    problem.unscaling = std::move(first->unscaling);
    return result;
}

/// What is learnt from between two edits of it is kept, so that there is a way back.
Done checkChapters(const Problem& problem, std::size_t count) {
    constexpr std::size_t most = 64;
    if (count > most)
        return Error{
            Sentence::tr("inputs or initial states are edited after %1 different numbers of "
                         "updates; at most %2 are possible",
                         count, most)};
    const Parameters parameters = Network::parametersFor(problem.shape);
    double numbers = static_cast<double>(parameters.count() + problem.input.size());
    for (const Sample& other : problem.others)
        numbers += static_cast<double>(other.input.size());
    if (8 * numbers * static_cast<double>(count) > mostRecordBytes)
        return Error{
            Sentence::tr("inputs or initial states edited after %1 different numbers of updates "
                         "would take over 4 GB with so large a network; edit them after fewer",
                         count)};
    return done();
}

}  // namespace

Clipping twinClipping(const Clipping& clipping) {
    const bool clips = clipping.mode != ClipMode::None;
    return {clips ? ClipMode::None : ClipMode::Norm, clipping.threshold};
}

void relaxTraining(Setup& setup) {
    const Training usual;
    setup.training.sequences = usual.sequences;
    setup.training.fresh = usual.fresh;
    setup.training.teacherForcing = usual.teacherForcing;
    setup.carryState = false;
    setup.generation = {};
}

Done check(const Setup& setup) {
    const auto start = plan(setup, 0);
    if (!start)
        return start.error();
    const std::vector<int> updates = editedUpdates(setup.edits);
    if (auto status = checkChapters(start->problem, updates.size()); !status)
        return status.error();
    for (const int update : updates)
        if (update > 0)
            if (const auto planned = plan(setup, update); !planned)
                return planned.error();
    if (setup.lanes.empty())
        return done();
    const auto lanes = laneSetups(setup);
    if (!lanes)
        return lanes.error();
    for (std::size_t k = 0; k < lanes->size(); ++k)
        if (auto status = check((*lanes)[k]); !status) {
            Error error = status.error();
            error.message = Sentence::tr("lane %1: %2", k + 1, error.message);
            return error;
        }
    return done();
}

bool sameUntil(const Setup& a, const Setup& b, int update) {
    const auto before = [&](Setup setup) {
        setup.edits = editsBefore(setup.edits, update);
        setup.training.updates = 1;
        setup.lanes = {};
        setup.generation = {};
        return setup;
    };
    return before(a) == before(b);
}

Result<Problem> assemble(const Setup& setup, int update) {
    auto planned = plan(setup, update);
    if (!planned)
        return planned.error();
    Problem problem = std::move(planned->problem);
    Random random(setup.seed);
    problem.parameters = Network::initialParameters(problem.shape, random);
    if (planned->weights) {
        auto& given = planned->weights->parameters.items;
        std::move(given.begin(), given.end(), problem.parameters.items.begin());
    }
    overrideBiases(setup, problem.parameters);
    overrideForgetBias(setup, problem.shape, problem.parameters);
    overrideRecurrent(setup, problem.shape, problem.parameters);
    editParameters(setup.edits, 0, problem.shape, problem.parameters);
    return problem;
}

}  // namespace rnnscope
