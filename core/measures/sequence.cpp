// SPDX-License-Identifier: GPL-3.0-or-later
// From sequence to sequence, and beyond a sequence's end.
#include <algorithm>
#include <cmath>

#include "core/carried.h"
#include "core/measures/fresh.h"
#include "core/measures/measures.h"
#include "core/own_answers.h"
#include "core/unscaling.h"

namespace rnnscope {
namespace {

constexpr MeasureOption heldOut{"last", "N", "24", "steps behind the setup's length"};

/// Mean squared error over the file's sequences from one on, passed over one after the other.
Result<double> fileError(const Setup& setup, const MeasureChoices& choices) {
    if (!setup.sequence.task.empty() || setup.loss != Loss::MeanSquared)
        return Error{"a file of sequences and loss mse are needed"};
    if (setup.sequence.shown != 0)
        return Error{"goes over a file from its start; leave show-sequence out"};
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    const Problem& problem = experiment->problem();
    const auto first = static_cast<std::size_t>(choices.whole("first"));
    if (first < 1 || first > problem.sequences)
        return Error{"holds " + std::to_string(problem.sequences) +
                         " sequences, of which the first that counts must be one",
                     setup.sequence.file};
    const Index from = std::max(choices.whole("from"), Index{1}), to = choices.whole("to");
    Record record;
    InitialState start = problem.initial;
    Random unused(1);
    double sum = 0;
    Index counted = 0;
    for (std::size_t which = 0; which < problem.sequences; ++which) {
        const auto sample = readSample(setup, which, unused);
        if (!sample)
            return sample.error();
        experiment->network().forward(sample->sample.input, start, record);
        if (setup.carryState)
            start = statesAfter(problem.shape, record);
        if (which + 1 < first)
            continue;
        const Eigen::MatrixXd squares = (record.output - *sample->sample.target).array().square();
        const Index last = to > 0 ? std::min(to, squares.cols()) : squares.cols();
        if (from > last)
            continue;
        sum += squares.middleCols(from - 1, last - from + 1).sum();
        counted += squares.rows() * (last - from + 1);
    }
    if (counted == 0)
        return Error{"has no step " + std::to_string(from) + " that counts", setup.sequence.file};
    return sum / static_cast<double>(counted);
}

/// Own answers fed back behind the end of a sequence, against true values fed in before it.
Result<double> freeRunning(const Setup& setup, const MeasureChoices& choices) {
    if (!foreseesNext(setup) || setup.loss != Loss::MeanSquared || setup.bidirectional ||
        setup.readout != Readout::EveryStep || setup.sequence.task.empty())
        return Error{
            "a task whose target is the next value at every step, loss mse and one direction are "
            "needed"};
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    const Network& network = experiment->network();
    const Index given = experiment->problem().input.cols();
    const Index from = choices.whole("from"), to = choices.whole("to");
    if (from < 1 || to < from)
        return Error{"\"to\" is before \"from\", or this is 0; steps from 1 on are needed"};
    Setup longer = setup;
    longer.sequence.length = given + to;
    longer.edits.clear();
    const auto fresh = FreshSequences::draw(longer, choices.whole("sequences"));
    if (!fresh)
        return fresh.error();
    double teacher = 0, free = 0;
    for (const Sample& sample : fresh->samples()) {
        Record record;
        network.begin(given + to, {}, record);
        for (Index t = 0; t < given + to; ++t) {
            const Eigen::VectorXd input =
                t < given ? Eigen::VectorXd(sample.input.col(t))
                          : Eigen::VectorXd(setup.sequence.inputScale * record.output.col(t - 1));
            network.advance(t, input, record);
        }
        const Eigen::MatrixXd squares = (record.output - *sample.target).array().square();
        teacher += squares.leftCols(given).mean();
        // Its first own answer is the one to the last given step, so step 1 is foreseen there.
        free += squares.middleCols(given + from - 2, to - from + 1).mean();
    }
    return free / teacher;
}

/// The whole sequence, behind the setup's length too, in its own values.
struct Beyond {
    Problem problem;
    Index length;
    Eigen::MatrixXd target;  ///< in own values
};

Result<Beyond> beyond(const Setup& setup, const MeasureChoices& choices) {
    if (setup.loss != Loss::MeanSquared || !foreseesNext(setup) ||
        setup.readout != Readout::EveryStep)
        return Error{"loss mse and the next value as target at every step are needed"};
    if (!setup.sequence.length)
        return Error{
            "the setup's sequence must end before the steps that are held out; set a "
            "length"};
    Setup longer = setup;
    longer.lanes = {};
    longer.sequence.length = *setup.sequence.length + choices.whole("last");
    auto problem = assemble(longer);
    if (!problem)
        return problem.error();
    Beyond result{*std::move(problem), *setup.sequence.length, {}};
    result.target = result.problem.unscaling
                        ? unscaled(*result.problem.unscaling, *result.problem.target)
                        : *result.problem.target;
    return result;
}

double rootMeanSquare(const Eigen::MatrixXd& differences) {
    return std::sqrt(differences.array().square().mean());
}

Result<double> heldOutError(const Setup& setup, const MeasureChoices& choices) {
    const auto whole = beyond(setup, choices);
    if (!whole)
        return whole.error();
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    Record record;
    experiment->network().forward(whole->problem.input, whole->problem.initial, record);
    const Eigen::MatrixXd answers = whole->problem.unscaling
                                        ? unscaled(*whole->problem.unscaling, record.output)
                                        : record.output;
    const Index last = whole->target.cols() - whole->length;
    return rootMeanSquare((answers - whole->target).rightCols(last));
}

Result<double> naiveError(const Setup& setup, const MeasureChoices& choices) {
    const auto whole = beyond(setup, choices);
    if (!whole)
        return whole.error();
    const Index last = whole->target.cols() - whole->length, lag = choices.whole("lag");
    if (lag < 1 || lag > whole->length)
        return Error{"a lag from 1 to " + std::to_string(whole->length) + " is needed"};
    return rootMeanSquare(whole->target.rightCols(last) -
                          whole->target.middleCols(whole->length - lag, last));
}

}  // namespace

std::span<const Measure> sequenceMeasures() {
    static const std::vector<Measure> table{
        {"file-error",
         "mean squared error over a file's sequences in their order, states carried as the setup "
         "says",
         {afterUpdates,
          {"first", "N", "1", "the first sequence that counts"},
          {"from", "N", "1", "the first step of each that counts"},
          {"to", "N", "0", "the last one; 0 for all"}},
         fileError},
        {"free-running-ratio",
         "squared error behind a sequence's end, own answers fed back, over that within it",
         {afterUpdates,
          {"from", "N", "80", "the first step behind the end that counts"},
          {"to", "N", "100", "the last one"},
          {"sequences", "N", "20", "drawn for it"}},
         freeRunning},
        {"held-out-rmse",
         "root mean squared error behind the setup's length, true values fed in, in own units",
         {afterUpdates, heldOut},
         heldOutError},
        {"naive-rmse",
         "the same of who foretells the value so many steps before",
         {{"lag", "N", "1", "steps; 12 months are a year"}, heldOut},
         naiveError},
    };
    return table;
}

}  // namespace rnnscope
