// SPDX-License-Identifier: GPL-3.0-or-later
// From sequence to sequence, and beyond a sequence's end.
#include <algorithm>
#include <cmath>

#include "core/carried.h"
#include "core/measures/fresh.h"
#include "core/measures/measures.h"
#include "core/own_answers.h"
#include "core/sentence.h"
#include "core/unscaling.h"

namespace rnnscope {
namespace {

constexpr MeasureOption heldOut{"last", "N", "24", "steps behind the setup's length"};
constexpr MeasureOption inUnits{"unit", "X", "1", "factor from own values to those that are told"};

/// Mean squared error over the file's sequences from one on, passed over one after the other.
Result<double> fileError(const Setup& setup, const MeasureChoices& choices) {
    if (!setup.sequence.task.empty() || setup.loss != Loss::MeanSquared)
        return Error{Sentence::tr("a file of sequences and loss mse are needed")};
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    const Problem& problem = experiment->problem();
    const auto first = static_cast<std::size_t>(choices.whole("first"));
    if (first < 1 || first > problem.sequences)
        return Error{Sentence::tr("holds %1 sequences, of which the first that counts must be one",
                                  problem.sequences),
                     setup.sequence.file};
    const Index from = std::max(choices.whole("from"), Index{1}), to = choices.whole("to");
    Record record;
    InitialState start = problem.initial;
    Random unused(1);
    double sum = 0;
    Index counted = 0;
    for (std::size_t which = 0; which < problem.sequences; ++which) {
        // Counted from the one that is shown, while the file is gone over from its first.
        const auto sample =
            readSample(setup, which + problem.sequences - setup.sequence.shown, unused);
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
        return Error{Sentence::tr("has no step %1 that counts", from), setup.sequence.file};
    return sum / static_cast<double>(counted);
}

/// Whether own answers can be fed back as numbers.
Done checkFreeRunning(const Setup& setup) {
    if (foreseesNext(setup) && setup.loss == Loss::MeanSquared && !setup.bidirectional &&
        setup.readout == Readout::EveryStep)
        return done();
    return Error{Sentence::tr(
        "the next value as target at every step, loss mse and one direction are needed")};
}

/// The pass over the given steps and so many more, each fed with the answer to the one before.
/// O × (given + more).
Eigen::MatrixXd freeRun(const Network& network, const InitialState& initial,
                        const Eigen::Ref<const Eigen::MatrixXd>& given, Index more, double scale) {
    Record record;
    network.begin(given.cols() + more, initial, record);
    for (Index t = 0; t < given.cols() + more; ++t) {
        const Eigen::VectorXd input = t < given.cols()
                                          ? Eigen::VectorXd(given.col(t))
                                          : Eigen::VectorXd(scale * record.output.col(t - 1));
        network.advance(t, input, record);
    }
    return record.output;
}

/// Own answers fed back behind the end of a sequence, against true values fed in there.
Result<double> freeRunning(const Setup& setup, const MeasureChoices& choices) {
    if (auto status = checkFreeRunning(setup); !status)
        return status.error();
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    const Index given = experiment->problem().input.cols();
    const Index from = choices.whole("from"), to = choices.whole("to");
    if (from < 1 || to < from)
        return Error{
            Sentence::tr("\"to\" is before \"from\", or this is 0; steps from 1 on are needed")};
    Setup longer = setup;
    longer.sequence.length = given + to;
    longer.edits.clear();
    const auto fresh = FreshSequences::draw(longer, choices.whole("sequences"));
    if (!fresh)
        return fresh.error();
    double teacher = 0, free = 0;
    Record record;
    for (const Sample& sample : fresh->samples()) {
        const auto errorOf = [&](const Eigen::MatrixXd& answers) {
            // The first step behind the end is foreseen by the last within it.
            return (answers - *sample.target)
                .middleCols(given + from - 2, to - from + 1)
                .squaredNorm();
        };
        free += errorOf(freeRun(experiment->network(), {}, sample.input.leftCols(given), to,
                                setup.sequence.inputScale));
        experiment->network().forward(sample.input, {}, record);
        teacher += errorOf(record.output);
    }
    return free / teacher;
}

Eigen::MatrixXd inOwnValues(const Problem& problem, const Eigen::MatrixXd& output) {
    return problem.unscaling ? unscaled(*problem.unscaling, output) : output;
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
        return Error{
            Sentence::tr("loss mse and the next value as target at every step are needed")};
    if (!setup.sequence.length)
        return Error{Sentence::tr(
            "the setup's sequence must end before the steps that are held out; set a length")};
    Setup longer = setup;
    longer.lanes = {};
    longer.sequence.length = *setup.sequence.length + choices.whole("last");
    auto problem = assemble(longer);
    if (!problem)
        return problem.error();
    Beyond result{*std::move(problem), *setup.sequence.length, {}};
    result.target = inOwnValues(result.problem, *result.problem.target);
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
    const Eigen::MatrixXd answers = inOwnValues(whole->problem, record.output);
    const Index last = whole->target.cols() - whole->length;
    return choices.number("unit") * rootMeanSquare((answers - whole->target).rightCols(last));
}

Result<double> naiveError(const Setup& setup, const MeasureChoices& choices) {
    const auto whole = beyond(setup, choices);
    if (!whole)
        return whole.error();
    const Index last = whole->target.cols() - whole->length, lag = choices.whole("lag");
    if (lag < 1 || lag > whole->length)
        return Error{Sentence::tr("a lag from 1 to %1 is needed", whole->length)};
    return choices.number("unit") *
           rootMeanSquare(whole->target.rightCols(last) -
                          whole->target.middleCols(whole->length - lag, last));
}

/// What a network foretells that goes on by itself from the end of the setup's sequence, its last
/// target included, as a generated sequence does; and what came. In own values, rows × the steps
/// held out.
struct Forecast {
    Eigen::MatrixXd answers, truth;
};

Result<Forecast> forecast(const Setup& setup, const MeasureChoices& choices) {
    const auto whole = beyond(setup, choices);
    if (!whole)
        return whole.error();
    if (auto status = checkFreeRunning(setup); !status)
        return status.error();
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    const Index given = whole->length + 1, last = whole->target.cols() - whole->length;
    if (last < 1)
        return Error{Sentence::tr("\"last\" is 0; 1 step or more is needed")};
    const Problem& problem = whole->problem;
    const Eigen::MatrixXd answers =
        freeRun(experiment->network(), problem.initial, problem.input.leftCols(given), last - 1,
                setup.sequence.inputScale);
    Problem known;
    known.unscaling = problem.unscaling;
    // Behind what is given, differences add up from its last value.
    if (known.unscaling && known.unscaling->base.size() > 0)
        known.unscaling->base = Eigen::MatrixXd(problem.unscaling->base.leftCols(given));
    return Forecast{inOwnValues(known, answers).rightCols(last), whole->target.rightCols(last)};
}

Result<double> forecastError(const Setup& setup, const MeasureChoices& choices) {
    const auto made = forecast(setup, choices);
    if (!made)
        return made.error();
    return choices.number("unit") * rootMeanSquare(made->answers - made->truth);
}

Result<double> forecastLargest(const Setup& setup, const MeasureChoices& choices) {
    const auto made = forecast(setup, choices);
    if (!made)
        return made.error();
    const Index from = choices.whole("from"), steps = made->answers.cols();
    if (from < 1 || from > steps)
        return Error{
            Sentence::tr("\"from\" must lie among the steps behind the end; 1 is the first")};
    return choices.number("unit") * made->answers.rightCols(steps - from + 1).maxCoeff();
}

Result<double> repeatingError(const Setup& setup, const MeasureChoices& choices) {
    const auto whole = beyond(setup, choices);
    if (!whole)
        return whole.error();
    const Index period = choices.whole("period"), last = whole->target.cols() - whole->length;
    if (period < 1 || period > whole->length)
        return Error{Sentence::tr("a period from 1 to %1 is needed", whole->length)};
    Eigen::MatrixXd differences(whole->target.rows(), last);
    for (Index k = 0; k < last; ++k)
        differences.col(k) = whole->target.col(whole->length + k) -
                             whole->target.col(whole->length - period + k % period);
    return choices.number("unit") * rootMeanSquare(differences);
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
         "squared error behind a sequence's end, own answers fed back, over that of true values",
         {afterUpdates,
          {"from", "N", "80", "the first step behind the end that counts"},
          {"to", "N", "100", "the last one"},
          {"sequences", "N", "20", "drawn for it"}},
         freeRunning},
        {"held-out-rmse",
         "root mean squared error behind the setup's length, true values fed in, in own values",
         {afterUpdates, heldOut, inUnits},
         heldOutError},
        {"naive-rmse",
         "the same of foretelling the value of so many steps before",
         {{"lag", "N", "1", "steps"}, heldOut, inUnits},
         naiveError},
        {"forecast-rmse",
         "root mean squared error behind the setup's length, own answers fed back, in own values",
         {afterUpdates, heldOut, inUnits},
         forecastError},
        {"forecast-largest",
         "largest value behind the setup's length that is so foretold",
         {afterUpdates, heldOut, {"from", "N", "1", "the first step that counts"}, inUnits},
         forecastLargest},
        {"repeating-rmse",
         "the same of repeating the last steps within the setup's length",
         {{"period", "N", "12", "how many"}, heldOut, inUnits},
         repeatingError},
    };
    return table;
}

}  // namespace rnnscope
