// SPDX-License-Identifier: GPL-3.0-or-later
// Losses on the way, and what is learnt, on sequences that no training has seen.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/measures/fresh.h"
#include "core/measures/measures.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr MeasureOption updatesTaken{"updates", "N", "", "how many are taken"};
constexpr MeasureOption testedEvery{"every", "N", "50", "updates between two tests"};
constexpr MeasureOption testSequences{"sequences", "N", "500", "drawn for a test"};
constexpr MeasureOption whichSteps{"at", "last|every", "last", "the steps that count"};

Result<double> loss(const Setup& setup, const MeasureChoices& choices) {
    const Index updates = choices.whole("updates");
    const auto experiment = trainedFor(setup, updates + 1);
    if (!experiment)
        return experiment.error();
    return experiment->history()[static_cast<std::size_t>(updates)].loss;
}

Result<double> largestLoss(const Setup& setup, const MeasureChoices& choices) {
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    double largest = 0;
    for (std::size_t k = 0; k < experiment->history().size(); ++k) {
        const double each = experiment->history()[k].loss;
        largest = std::isfinite(each) ? std::max(largest, each) : infinity;
    }
    return largest;
}

Result<double> lossBelowAt(const Setup& setup, const MeasureChoices& choices) {
    const double goal = choices.number("goal");
    auto experiment = trainedFor(setup, 0);
    if (!experiment)
        return experiment.error();
    if (!experiment->problem().target)
        return Error{
            Sentence::tr("nothing is learnt without a target; another one than none is needed")};
    for (Index update = 0; update <= choices.whole("updates"); ++update) {
        experiment->trainStep();
        if (experiment->history().back().loss < goal)
            return static_cast<double>(update);
    }
    return infinity;
}

Result<double> clippedUpdates(const Setup& setup, const MeasureChoices& choices) {
    const auto experiment = trainedFor(setup, choices.whole("updates"));
    if (!experiment)
        return experiment.error();
    const History& history = experiment->history();
    return static_cast<double>(history.engaged(history.size()));
}

/// A trained network, and sequences to test it on.
struct Trained {
    FreshSequences fresh;
    Experiment experiment;
};

Result<Trained> trainedAndFresh(const Setup& setup, const MeasureChoices& choices, Index updates) {
    auto fresh = FreshSequences::draw(setup, choices.whole("sequences"));
    if (!fresh)
        return fresh.error();
    auto experiment = trainedFor(setup, updates);
    if (!experiment)
        return experiment.error();
    return Trained{*std::move(fresh), *std::move(experiment)};
}

Result<double> freshError(const Setup& setup, const MeasureChoices& choices) {
    if (setup.loss != Loss::MeanSquared)
        return Error{
            Sentence::tr("of classes there is an accuracy; loss mse is needed for an error")};
    const auto is = trainedAndFresh(setup, choices, choices.whole("updates"));
    if (!is)
        return is.error();
    const Index from = std::max(choices.whole("from"), Index{1}), to = choices.whole("to");
    return is->fresh.error(is->experiment.network(), from, to > 0 ? to : mostUpdates);
}

Result<double> accuracy(const Setup& setup, const MeasureChoices& choices) {
    if (setup.loss != Loss::CrossEntropy)
        return Error{Sentence::tr(
            "of numbers there is an error; loss cross-entropy is needed for an accuracy")};
    const auto is = trainedAndFresh(setup, choices, choices.whole("updates"));
    if (!is)
        return is.error();
    return is->fresh.accuracy(is->experiment.network(), choices.word("at") == "every");
}

/// Calls test(update) every so many updates, until it says that this is enough.
Done whileTraining(const Setup& setup, const MeasureChoices& choices,
                   const std::function<bool(const FreshSequences&, const Experiment&)>& test) {
    const Index every = choices.whole("every");
    if (every < 1)
        return Error{Sentence::tr("\"every\" is 0; 1 or more is needed")};
    auto is = trainedAndFresh(setup, choices, 0);
    if (!is)
        return is.error();
    // draw() has seen that there is a target.
    for (Index update = every; update <= choices.whole("updates"); update += every) {
        is->experiment.runTo(static_cast<int>(update));
        if (test(is->fresh, is->experiment))
            break;
    }
    return done();
}

Result<double> bestAccuracy(const Setup& setup, const MeasureChoices& choices) {
    if (setup.loss != Loss::CrossEntropy)
        return Error{Sentence::tr(
            "of numbers there is an error; loss cross-entropy is needed for an accuracy")};
    double best = 0;
    const bool everyStep = choices.word("at") == "every";
    const auto status = whileTraining(
        setup, choices, [&](const FreshSequences& fresh, const Experiment& experiment) {
            best = std::max(best, fresh.accuracy(experiment.network(), everyStep));
            return false;
        });
    return status ? Result<double>(best) : status.error();
}

Result<double> bestError(const Setup& setup, const MeasureChoices& choices) {
    if (setup.loss != Loss::MeanSquared)
        return Error{
            Sentence::tr("of classes there is an accuracy; loss mse is needed for an error")};
    double best = infinity;
    const auto status = whileTraining(
        setup, choices, [&](const FreshSequences& fresh, const Experiment& experiment) {
            best = std::min(best, fresh.error(experiment.network(), 1, mostUpdates));
            return false;
        });
    return status ? Result<double>(best) : status.error();
}

Result<double> solvedAt(const Setup& setup, const MeasureChoices& choices) {
    double solved = infinity;
    const double goal = choices.number("goal");
    const bool everyStep = choices.word("at") == "every";
    const auto status = whileTraining(
        setup, choices, [&](const FreshSequences& fresh, const Experiment& experiment) {
            const Network& network = experiment.network();
            const bool reached = setup.loss == Loss::CrossEntropy
                                     ? fresh.accuracy(network, everyStep) >= goal
                                     : fresh.error(network, 1, mostUpdates) < goal;
            if (reached)
                solved = experiment.update();
            return reached;
        });
    return status ? Result<double>(solved) : status.error();
}

}  // namespace

std::span<const Measure> trainingMeasures() {
    static const std::vector<Measure> table{
        {"loss",
         "loss of the pass after so many updates, on what it is to learn from",
         {afterUpdates},
         loss},
        {"largest-loss",
         "largest loss of the first updates; infinite where one is not finite",
         {updatesTaken},
         largestLoss},
        {"loss-below-at",
         "updates until the loss of a pass is first below the goal; infinite where none is",
         {{"goal", "X", "", "a loss"}, updatesTaken},
         lossBelowAt},
        {"clipped-updates",
         "how many of the first updates were clipped",
         {updatesTaken},
         clippedUpdates},
        {"error",
         "mean squared error on fresh sequences of the task",
         {afterUpdates,
          {"from", "N", "1", "the first step that counts"},
          {"to", "N", "0", "the last one; 0 for all"},
          testSequences},
         freshError},
        {"best-error",
         "the least such error of several tests on the way",
         {updatesTaken, testedEvery, testSequences},
         bestError},
        {"accuracy",
         "share of right classes on fresh sequences of the task",
         {afterUpdates, whichSteps, testSequences},
         accuracy},
        {"best-accuracy",
         "the largest such share of several tests on the way",
         {updatesTaken, testedEvery, whichSteps, testSequences},
         bestAccuracy},
        {"solved-at",
         "updates until a test on fresh sequences reaches the goal; infinite where none does",
         {{"goal", "X", "", "an accuracy to reach, or an error to stay under"},
          updatesTaken,
          testedEvery,
          whichSteps,
          testSequences},
         solvedAt},
    };
    return table;
}

}  // namespace rnnscope
