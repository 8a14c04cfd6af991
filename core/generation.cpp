// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/own_answers.h"
#include "core/random.h"
#include "core/readers/text_units.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

// A stream of chance of its own: another draw leaves weights and sequences.
constexpr std::uint64_t drawStream = 0x6472617700000000;

bool ofWords(const Setup& setup) {
    return setup.sequence.reading.unit == TextUnit::Words;
}

/// "a, b, space": what a text is made of.
std::string listed(std::span<const std::string> names) {
    constexpr std::size_t most = 60;
    std::string text;
    for (std::size_t k = 0; k < std::min(names.size(), most); ++k)
        text += (k ? ", " : "") + names[k];
    return names.size() > most ? text + ", …" : text;
}

/// The classes that the prompt is made of.
Result<std::vector<Index>> promptClasses(const Setup& setup,
                                         std::span<const std::string> vocabulary,
                                         std::span<const std::string> names) {
    const std::string& prompt = setup.generation.prompt;
    if (firstInvalidUtf8(prompt))
        return Error{Sentence::tr("the prompt is no UTF-8 text")};
    const auto parts = unitsOf(prompt, setup.sequence.reading.unit);
    if (parts.empty())
        return Error{Sentence::tr("the prompt has no word; give one, or leave the prompt out")};
    std::vector<Index> classes;
    classes.reserve(parts.size());
    for (const std::string& part : parts) {
        const auto found = std::ranges::find(vocabulary, part);
        if (found == vocabulary.end())
            return Error{
                Sentence::tr("the prompt has %1, which the text does not; it is made of %2",
                             shown(part), listed(names))};
        classes.push_back(found - vocabulary.begin());
    }
    return classes;
}

/// How many steps are given.
Result<Index> givenSteps(const Setup& setup, Index steps, std::span<const std::string> vocabulary,
                         std::span<const std::string> names) {
    if (vocabulary.empty())
        return Index(steps + 1);
    if (setup.generation.prompt.empty())
        return Index(1);
    const auto classes = promptClasses(setup, vocabulary, names);
    if (!classes)
        return classes.error();
    return static_cast<Index>(classes->size());
}

/// The class that a step's input stands for.
Index classOf(const Eigen::MatrixXd& input, Index step, double scale) {
    if (input.rows() == 1)
        return scale == 0 ? 0 : static_cast<Index>(std::llround(input(0, step) / scale));
    Index largest = 0;
    input.col(step).cwiseAbs().maxCoeff(&largest);  // whatever the scale's sign
    return largest;
}

/// What the network is given before it goes on, a column a step.
Eigen::MatrixXd givenInput(const Setup& setup, const Problem& problem) {
    const Index inputs = problem.shape.input;
    if (!problem.outputNames.empty()) {
        if (setup.generation.prompt.empty())
            return problem.input.leftCols(1);
        const auto classes = promptClasses(setup, problem.outputNames, problem.inputNames).value();
        Eigen::MatrixXd input(inputs, static_cast<Index>(classes.size()));
        for (std::size_t step = 0; step < classes.size(); ++step)
            input.col(static_cast<Index>(step)) = classInput(classes[step], setup, inputs);
        return input;
    }
    // The last value of the sequence is the last target: a forecast begins after it.
    Eigen::MatrixXd input(inputs, problem.input.cols() + 1);
    input.leftCols(problem.input.cols()) = problem.input;
    const auto last = problem.target->rightCols(1);
    if (setup.loss == Loss::CrossEntropy)
        input.rightCols(1) = classInput(static_cast<Index>(last(0, 0)), setup, inputs);
    else
        input.rightCols(1) = setup.sequence.inputScale * last;
    return input;
}

/// The first of the largest; of what is no number, the first.
Index likeliest(const Eigen::Ref<const Eigen::VectorXd>& logits) {
    Index best = 0;
    for (Index k = 1; k < logits.size(); ++k)
        if (logits[k] > logits[best])
            best = k;
    return best;
}

Index drawn(const Eigen::VectorXd& probability, Random& random) {
    const double place = random.uniform();
    double sum = 0;
    Index last = 0;  // that is possible: sums may end just below 1
    for (Index k = 0; k < probability.size(); ++k) {
        sum += probability[k];
        if (place < sum)
            return k;
        if (probability[k] > 0)
            last = k;
    }
    return last;
}

Error errorFor(GenerationObstacle obstacle, const NetworkShape& shape) {
    switch (obstacle) {
        case GenerationObstacle::Target:
            return Error{Sentence::tr(
                "only a network that is asked for the next value can go on by itself; choose "
                "that as the target, or generate 0 steps")};
        case GenerationObstacle::Readout:
            return Error{Sentence::tr(
                "a network that goes on by itself must answer at every step; change the "
                "read-out, or generate 0 steps")};
        case GenerationObstacle::Direction:
            return Error{Sentence::tr(
                "a network that goes on by itself must run in one direction; change that, or "
                "generate 0 steps")};
        case GenerationObstacle::Loss:
            return Error{Sentence::tr(
                "a text goes on by probabilities; choose cross-entropy as the loss, or generate 0 "
                "steps")};
        case GenerationObstacle::Scaling:
            return Error{Sentence::tr(
                "the class that a network answers cannot stand in for a scaled column; set "
                "scaling to none, or generate 0 steps")};
        case GenerationObstacle::Sizes:
            break;
    }
    return Error{Sentence::tr(
        "the read-out of %1 values cannot stand in for the input of %2; make them equal, or "
        "generate 0 steps",
        shape.output, shape.input)};
}

}  // namespace

std::optional<GenerationObstacle> obstacleTo(const Setup& setup, const NetworkShape& shape,
                                             bool text) {
    const bool classes = setup.loss == Loss::CrossEntropy;
    const bool number = shape.input == 1 && classes;
    if (!foreseesNext(setup))
        return GenerationObstacle::Target;
    if (shape.readout != Readout::EveryStep)
        return GenerationObstacle::Readout;
    if (shape.bidirectional)
        return GenerationObstacle::Direction;
    if (text && !classes)
        return GenerationObstacle::Loss;
    if (number && setup.sequence.scaling != Scaling::None)
        return GenerationObstacle::Scaling;
    if (shape.input != shape.output && !number)
        return GenerationObstacle::Sizes;
    return std::nullopt;
}

Done checkGeneration(const Setup& setup, const NetworkShape& shape, Index steps,
                     std::span<const std::string> vocabulary, std::span<const std::string> names) {
    const Generation& wanted = setup.generation;
    if (!(wanted.temperature >= 0) || !std::isfinite(wanted.temperature))
        return Error{Sentence::tr("the temperature must be a number, 0 or more")};
    if (wanted.steps < 0)
        return Error{Sentence::tr("the number of steps to generate must be 0 or more")};
    if (wanted.steps == 0)
        return done();
    if (const auto obstacle = obstacleTo(setup, shape, !vocabulary.empty()))
        return errorFor(*obstacle, shape);
    if (vocabulary.empty() && !wanted.prompt.empty())
        return Error{Sentence::tr(
            "a prompt begins a text, but this sequence is of numbers and goes on itself; leave the "
            "prompt out")};
    const auto given = givenSteps(setup, steps, vocabulary, names);
    if (!given)
        return given.error();
    const double all = static_cast<double>(*given) + static_cast<double>(wanted.steps);
    const double rows = static_cast<double>(shape.cell->quantities().size()) *
                            static_cast<double>(shape.hidden) * static_cast<double>(shape.layers) +
                        static_cast<double>(shape.input + shape.output);
    if (8 * rows * all > mostRecordBytes)
        return Error{Sentence::tr(
            "to generate %1 steps would take over 4 GB; generate fewer, or use fewer units",
            wanted.steps)};
    return done();
}

Eigen::VectorXd probabilities(const Eigen::Ref<const Eigen::VectorXd>& logits, double temperature) {
    if (temperature == 0)
        return Eigen::VectorXd::Unit(logits.size(), likeliest(logits));
    // Differences first: a small temperature must not overflow, and the largest gets exp(0).
    // The standard library's exp, since Eigen's does not reach 0.
    const double largest = logits[likeliest(logits)];
    const Eigen::VectorXd powers =
        logits.unaryExpr([&](double logit) { return std::exp((logit - largest) / temperature); });
    return powers / powers.sum();
}

Generated generate(const Setup& setup, const Problem& problem, const Network& network,
                   const InitialState& initial, Record& record) {
    const Eigen::MatrixXd input = givenInput(setup, problem);
    const bool classes = setup.loss == Loss::CrossEntropy;
    const Index inputs = problem.shape.input;
    const Index steps = input.cols() + setup.generation.steps;
    Generated generated{input.cols(), {}};
    if (classes) {
        generated.classes.reserve(static_cast<std::size_t>(steps + 1));
        for (Index t = 0; t < input.cols(); ++t)
            generated.classes.push_back(classOf(input, t, setup.sequence.inputScale));
    }
    Random random(setup.seed ^ drawStream ^ setup.generation.draw);
    network.begin(steps, initial, record);
    for (Index t = 0; t < steps; ++t) {
        if (t < input.cols())
            network.advance(t, input.col(t), record);
        else if (classes)
            network.advance(t, classInput(generated.classes.back(), setup, inputs), record);
        else
            network.advance(t, setup.sequence.inputScale * record.output.col(t - 1), record);
        if (classes && t + 1 >= input.cols())
            generated.classes.push_back(
                drawn(probabilities(record.output.col(t), setup.generation.temperature), random));
    }
    return generated;
}

Problem generatedProblem(const Problem& problem, const Record& record, const Generated& generated) {
    Problem shown{.shape = problem.shape,
                  .parameters = problem.parameters,
                  .initial = problem.initial,
                  .input = record.layerInput.front(),
                  .target = std::nullopt,
                  .others = {},
                  .inputNames = problem.inputNames,
                  .outputNames = problem.outputNames,
                  .sequences = problem.sequences,
                  .unscaling = problem.unscaling};
    if (shown.unscaling && shown.unscaling->kind == Scaling::LogDifferences) {
        // A difference is from the value before it, be it given or foreseen.
        Eigen::MatrixXd& base = shown.unscaling->base;
        const Index known = base.cols();
        base.conservativeResize(Eigen::NoChange, shown.input.cols());
        for (Index t = known; t < base.cols(); ++t) {
            const auto rise =
                t < generated.given ? problem.target->col(t - 1) : record.output.col(t - 1);
            base.col(t) = base.col(t - 1).array() * rise.array().exp();
        }
    }
    return shown;
}

Shares largestShares(const Eigen::VectorXd& probability, Index most, Index wanted) {
    Shares shares;
    shares.classes.resize(static_cast<std::size_t>(probability.size()));
    std::iota(shares.classes.begin(), shares.classes.end(), Index(0));
    if (probability.size() <= most)
        return shares;
    // What is no number comes last, so that there is an order.
    const auto size = [&](Index k) { return probability[k] >= 0 ? probability[k] : -1.0; };
    std::stable_sort(shares.classes.begin(), shares.classes.end(),
                     [&](Index a, Index b) { return size(a) > size(b); });
    const auto kept = static_cast<std::size_t>(most - 1);
    const auto place = std::find(shares.classes.begin(), shares.classes.end(), wanted);
    if (place != shares.classes.end() && place - shares.classes.begin() >= most - 1)
        std::swap(*place, shares.classes[kept - 1]);
    double others = 0;
    for (std::size_t k = kept; k < shares.classes.size(); ++k)
        others += probability[shares.classes[k]];
    shares.classes.resize(kept);
    shares.others = others;
    return shares;
}

Eigen::MatrixXd foreseen(const Setup& setup, const Record& record) {
    Eigen::MatrixXd values(record.output.rows(), record.steps() + 1);
    values.col(0).setConstant(std::numeric_limits<double>::quiet_NaN());
    values.rightCols(record.steps()) = setup.sequence.inputScale * record.output;
    return values;
}

std::string textOf(const Setup& setup, const Problem& problem, std::span<const Index> classes) {
    std::string text;
    for (const Index each : classes) {
        if (ofWords(setup) && !text.empty())
            text += ' ';
        text += problem.outputNames[static_cast<std::size_t>(each)];
    }
    return text;
}

}  // namespace rnnscope
