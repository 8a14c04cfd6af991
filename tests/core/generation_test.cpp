// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/document_file.h"
#include "core/experiment.h"
#include "core/script/pytorch_script.h"
#include "core/trace_arrays.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::complaint;
using testing::fromTable;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::several;
using testing::with;

/// A text of characters, one a step, with its next as target.
Choices ofText(const std::string& text, const char* cell = "lstm") {
    Choices setup;
    setup.cell = cell;
    setup.sequence.task.clear();
    setup.sequence.file = "words.txt";
    auto table = readText(text, {}, "words.txt");
    EXPECT_TRUE(table.ok());
    setup.sequence.table = std::make_shared<const Table>(*std::move(table));
    setup.loss = Loss::CrossEntropy;
    return setup;
}

Choices generating(Index steps, const char* prompt = "", double temperature = 1) {
    Choices setup = ofText("hello, all of you\nhello, you all\n");
    setup.generation = {steps, prompt, temperature};
    return setup;
}

std::shared_ptr<const Snapshot> shown(const Choices& setup, int update = 0) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << (experiment ? "" : experiment.error().text());
    experiment->runTo(update);
    return experiment->snapshot(1);
}

std::string textShown(const Snapshot& snapshot) {
    return textOf(snapshot.setup, *snapshot.problem, snapshot.generated->classes);
}

bool sameParameters(const Parameters& a, const Parameters& b) {
    for (std::size_t k = 0; k < a.items.size(); ++k)
        if (a.items[k].value != b.items[k].value)
            return false;
    return a.items.size() == b.items.size();
}

TEST(Generation, ProbabilitiesAreASoftmaxOfLogitsOverTheTemperature) {
    const Eigen::Vector3d logits(1, 2, -0.5);
    for (const double temperature : {0.5, 1.0, 3.0}) {
        const Eigen::VectorXd found = probabilities(logits, temperature);
        double sum = 0;
        for (Index k = 0; k < 3; ++k)
            sum += std::exp(logits[k] / temperature);
        for (Index k = 0; k < 3; ++k)
            EXPECT_NEAR(found[k], std::exp(logits[k] / temperature) / sum, 1e-15);
    }
    EXPECT_EQ(probabilities(logits, 0), Eigen::Vector3d(0, 1, 0));
    EXPECT_EQ(probabilities(Eigen::Vector3d(2, 2, 1), 0), Eigen::Vector3d(1, 0, 0));
    // The ends of what can be written as a number.
    EXPECT_EQ(probabilities(logits, 1e-300), Eigen::Vector3d(0, 1, 0));
    EXPECT_EQ(probabilities(Eigen::Vector2d(1e300, -1e300), 1), Eigen::Vector2d(1, 0));
    EXPECT_EQ(probabilities(logits, 1e300), Eigen::Vector3d::Constant(1.0 / 3));
}

TEST(Generation, TheLargestSharesAreNamedAndTheOthersCounted) {
    Eigen::VectorXd probability(6);
    probability << 0.05, 0.4, 0.1, 0.3, 0.12, 0.03;
    Shares shares = largestShares(probability, 6, 0);
    EXPECT_EQ(shares.classes, (std::vector<Index>{0, 1, 2, 3, 4, 5}));
    EXPECT_FALSE(shares.others);
    shares = largestShares(probability, 4, 3);
    EXPECT_EQ(shares.classes, (std::vector<Index>{1, 3, 4}));
    EXPECT_NEAR(shares.others.value(), 0.18, 1e-15);
    // One that was drawn against the odds is among them.
    shares = largestShares(probability, 4, 5);
    EXPECT_EQ(shares.classes, (std::vector<Index>{1, 3, 5}));
    EXPECT_NEAR(shares.others.value(), 0.27, 1e-15);
    probability[1] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(largestShares(probability, 3, 4).classes, (std::vector<Index>{3, 4}));
}

TEST(Generation, APromptStandsInFrontAndAnswersFollow) {
    const auto snapshot = shown(generating(20, "hello, "));
    ASSERT_TRUE(snapshot->generated);
    EXPECT_EQ(snapshot->generated->given, 7);
    EXPECT_EQ(snapshot->steps(), 27);
    EXPECT_EQ(snapshot->generated->classes.size(), 28u);
    EXPECT_EQ(textShown(*snapshot).substr(0, 7), "hello, ");
    // What stands at each step is what the network was given there.
    for (Index t = 0; t < snapshot->steps(); ++t) {
        const Eigen::VectorXd oneHot = Eigen::VectorXd::Unit(
            snapshot->shape().input, snapshot->generated->classes[static_cast<std::size_t>(t)]);
        EXPECT_EQ(snapshot->record.layerInput[0].col(t), oneHot);
        EXPECT_EQ(snapshot->problem->input.col(t), oneHot);
    }
    EXPECT_FALSE(snapshot->backward);
    EXPECT_FALSE(snapshot->problem->target);
    EXPECT_TRUE(snapshot->learns());
}

TEST(Generation, WithoutAPromptTheFirstCharacterBegins) {
    const auto snapshot = shown(generating(5));
    EXPECT_EQ(snapshot->generated->given, 1);
    EXPECT_EQ(textShown(*snapshot).front(), 'h');
    EXPECT_EQ(snapshot->steps(), 6);
}

TEST(Generation, TemperatureZeroTakesTheLikeliest) {
    const auto snapshot = shown(generating(30, "he", 0), 20);
    for (Index t = 1; t < snapshot->steps(); ++t) {
        Index likeliest = 0;
        snapshot->record.output.col(t).maxCoeff(&likeliest);
        EXPECT_EQ(snapshot->generated->classes[static_cast<std::size_t>(t + 1)], likeliest);
    }
}

TEST(Generation, DrawsFollowTheProbabilities) {
    // All steps are alike where the weights are zero, but for the read-out's biases.
    Choices setup = ofText("abcabc");
    setup.generation = {20000, "a", 2};
    Problem problem = problemOf(setup);
    for (Parameter& item : problem.parameters.items)
        item.value.setZero();
    problem.parameters.items.back().value << 2, 0, -1;
    Record record;
    const Generated generated =
        generate(setup, problem, Network(problem.shape, problem.parameters), {}, record);
    const Eigen::VectorXd expected = probabilities(Eigen::Vector3d(2, 0, -1), 2);
    Eigen::Vector3d count = Eigen::Vector3d::Zero();
    for (std::size_t t = 1; t < generated.classes.size(); ++t)
        count[generated.classes[t]] += 1;
    EXPECT_LT((count / 20001 - expected).cwiseAbs().maxCoeff(), 0.015);
}

TEST(Generation, TheSameSetupGivesTheSameTextAndAnotherDrawAnother) {
    const Choices setup = generating(60, "he", 2);
    const std::string text = textShown(*shown(setup));
    EXPECT_EQ(textShown(*shown(setup)), text);
    Choices other = setup;
    other.generation.draw = 2;
    EXPECT_NE(textShown(*shown(other)), text);
    EXPECT_TRUE(sameParameters(shown(other)->parameters, shown(setup)->parameters));
    // More of the same is a longer one.
    other = setup;
    other.generation.steps = 90;
    EXPECT_EQ(textShown(*shown(other)).substr(0, text.size()), text);
}

/// The pass over what was generated gives the answers that it was generated from.
TEST(Generation, ThePassIsThatOfTheGeneratedInput) {
    for (const char* cell : {"rnn", "lstm", "gru", "lstm-peephole", "mgu"}) {
        Choices setup = ofText("hello, all of you\nhello, you all\n", cell);
        setup.layers = 2;
        setup.generation = {30, "hello", 0.7};
        const auto snapshot = shown(setup);
        const Network network(snapshot->shape(), snapshot->parameters);
        Record record;
        network.forward(snapshot->problem->input, snapshot->problem->initial, record);
        EXPECT_LT((record.output - snapshot->record.output).cwiseAbs().maxCoeff(), 1e-13) << cell;
        for (std::size_t trace = 0; trace < record.traces.size(); ++trace)
            for (std::size_t q = 0; q < snapshot->shape().cell->quantities().size(); ++q)
                EXPECT_LT(
                    (record.traces[trace].overTime(q) - snapshot->record.traces[trace].overTime(q))
                        .cwiseAbs()
                        .maxCoeff(),
                    1e-13)
                    << cell;
        EXPECT_LT((record.top - snapshot->record.top).cwiseAbs().maxCoeff(), 1e-13);
    }
}

TEST(Generation, NumbersGoOnFromTheEndOfTheSequence) {
    Choices setup = several({12});
    setup.sequence.inputScale = 2;
    setup.generation.steps = 8;
    const auto snapshot = shown(setup, 5);
    const Eigen::MatrixXd& values = setup.sequence.table->values;
    EXPECT_EQ(snapshot->generated->given, 12);
    EXPECT_TRUE(snapshot->generated->classes.empty());
    ASSERT_EQ(snapshot->steps(), 20);
    const Eigen::MatrixXd& input = snapshot->problem->input;
    EXPECT_EQ(input.leftCols(12), 2 * values.transpose());
    for (Index t = 12; t < 20; ++t)
        EXPECT_EQ(input(0, t), 2 * snapshot->record.output(0, t - 1));
    const Eigen::MatrixXd ahead = foreseen(setup, snapshot->record);
    ASSERT_EQ(ahead.cols(), 21);
    EXPECT_TRUE(std::isnan(ahead(0, 0)));
    EXPECT_EQ(ahead.middleCols(12, 8), input.rightCols(8));
}

TEST(Generation, ClassNumbersAreFedBackAsNumbers) {
    Eigen::MatrixXd values(8, 1);
    values << 0, 1, 2, 0, 1, 2, 0, 1;
    Choices setup = fromTable(values, {"x"});
    setup.loss = Loss::CrossEntropy;
    setup.generation = {10, "", 1};
    const auto snapshot = shown(setup);
    EXPECT_EQ(snapshot->generated->given, 8);
    ASSERT_EQ(snapshot->generated->classes.size(), 19u);
    for (Index t = 0; t < 18; ++t)
        EXPECT_EQ(snapshot->problem->input(0, t),
                  static_cast<double>(snapshot->generated->classes[static_cast<std::size_t>(t)]));
}

TEST(Generation, HoldsAndTheInitialStateActByTheirTimes) {
    Choices setup = generating(10, "hello", 0);
    const auto plain = shown(setup);
    ASSERT_TRUE(setOption(setup, "hold", "h@8-9=0.5").ok());
    const auto held = shown(setup);
    const std::size_t h = held->shape().cell->hiddenState();
    for (const Index t : {7, 8})
        EXPECT_EQ(held->record.traces[0].value(h, 3, t), 0.5);
    EXPECT_NE(held->record.traces[0].value(h, 3, 9), 0.5);
    EXPECT_EQ(held->record.output.leftCols(7), plain->record.output.leftCols(7));
    Choices started = generating(10, "hello", 0);
    ASSERT_TRUE(setOption(started, "edit", "h0_l0[2]=0.9").ok());
    EXPECT_EQ(shown(started)->record.traces[0].at(h, 0)[1], 0.9);
}

TEST(Generation, WhatCannotGoOnIsRefused) {
    const auto said = [](Choices setup,
                         std::initializer_list<std::pair<const char*, const char*>> options) {
        for (const auto& [name, value] : options)
            EXPECT_TRUE(setOption(setup, name, value).ok()) << name;
        return complaint(setup);
    };
    const Choices text = generating(5, "he");
    EXPECT_EQ(said(text, {}), "");
    EXPECT_THAT(said(text, {{"prompt", "hex"}}),
                HasSubstr("the prompt has 'x', which the text does not; it is made of \\n, space, "
                          ",, a, e, f"));
    EXPECT_THAT(said(text, {{"prompt", "h\xFF"}}), HasSubstr("no UTF-8"));
    EXPECT_THAT(said(text, {{"bidirectional", ""}}), HasSubstr("run in one direction"));
    EXPECT_THAT(said(text, {{"readout", "last-step"}}), HasSubstr("answer at every step"));
    EXPECT_THAT(said(text, {{"loss", "mse"}}), HasSubstr("choose cross-entropy"));
    EXPECT_THAT(said(text, {{"temperature", "-1"}}), HasSubstr("0 or more"));
    EXPECT_THAT(said(text, {{"generate", "-3"}}), HasSubstr("0 or more"));
    EXPECT_THAT(said(text, {{"generate", "9000000000000000000"}}), HasSubstr("over 4 GB"));
    Choices aimless = text;
    aimless.target.kind = TargetSource::Kind::None;
    EXPECT_THAT(complaint(aimless), HasSubstr("asked for the next value"));
    const Choices numbers = several({6});
    EXPECT_THAT(said(numbers, {{"generate", "3"}, {"prompt", "a"}}), HasSubstr("leave the prompt"));
    // Nothing is generated, so nothing is asked of it.
    EXPECT_EQ(said(text, {{"generate", "0"}, {"prompt", "hex"}, {"bidirectional", ""}}), "");
}

TEST(Generation, APromptOfBytesThatAreLineBreaksIsReadAsAFileIs) {
    const auto snapshot = shown(generating(3, "you\r\nhe"));
    EXPECT_EQ(snapshot->generated->given, 6);
    EXPECT_EQ(textShown(*snapshot).substr(0, 6), "you\nhe");
}

TEST(Generation, OfWordsThePromptIsOfWords) {
    ReadOptions words;
    words.unit = TextUnit::Words;
    auto table = readText("one two, three one two, four", words, "words.txt");
    ASSERT_TRUE(table.ok());
    Choices setup = ofText("a");
    setup.sequence.reading = words;
    setup.sequence.table = std::make_shared<const Table>(*std::move(table));
    setup.generation = {4, "one  two,", 1};
    const auto snapshot = shown(setup);
    EXPECT_EQ(snapshot->generated->given, 3);
    EXPECT_EQ(textShown(*snapshot).substr(0, 9), "one two ,");
    setup.generation.prompt = "one five";
    EXPECT_THAT(complaint(setup), HasSubstr("'five', which the text does not; it is made of ,, "));
    setup.generation.prompt = "  ";
    EXPECT_THAT(complaint(setup), HasSubstr("has no word"));
}

/// Differences lead from value to value, beyond the end of what was given, too.
TEST(Generation, LogDifferencesGoOnFromWhatIsForeseen) {
    Choices setup = several({9});
    Table table = *setup.sequence.table;
    table.values = table.values.array().exp();
    setup.sequence.table = std::make_shared<const Table>(table);
    setup.sequence.scaling = Scaling::LogDifferences;
    setup.generation.steps = 4;
    const auto snapshot = shown(setup);
    ASSERT_TRUE(snapshot->problem->unscaling);
    const Eigen::MatrixXd& base = snapshot->problem->unscaling->base;
    const Eigen::MatrixXd& input = snapshot->problem->input;
    ASSERT_EQ(base.cols(), snapshot->steps());
    // Eight differences were given; the last of them leads to the last value.
    ASSERT_EQ(snapshot->generated->given, 8);
    EXPECT_NEAR(base(0, 7), table.values(8, 0), 1e-12);
    for (Index t = 1; t < base.cols(); ++t)
        EXPECT_NEAR(base(0, t), base(0, t - 1) * std::exp(input(0, t)), 1e-12);
}

/// Whatever is shown meanwhile, the network learns the same to the last bit.
TEST(Generation, TrainingIsUnaffected) {
    Choices plain = ofText("hello, all of you\nhello, you all\n");
    plain.training.twin = true;
    Choices setup = plain;
    setup.generation = {25, "he", 1};
    auto a = Experiment::create(plain), b = Experiment::create(setup);
    ASSERT_TRUE(a.ok() && b.ok());
    for (const int update : {0, 3, 9, 4, 12}) {
        a->runTo(update);
        b->runTo(update);
        const auto left = a->snapshot(1), right = b->snapshot(1);
        EXPECT_TRUE(sameParameters(left->parameters, right->parameters));
        ASSERT_EQ(left->history.size(), right->history.size());
        for (std::size_t k = 0; k < left->history.size(); ++k) {
            EXPECT_EQ(left->history[k].loss, right->history[k].loss);
            EXPECT_EQ(left->history[k].gradientNorm, right->history[k].gradientNorm);
            EXPECT_EQ(left->history[k].clippedNorm, right->history[k].clippedNorm);
        }
        EXPECT_EQ(left->known, right->known);
        ASSERT_TRUE(right->twin);
        EXPECT_EQ(left->twin->history.size(), right->twin->history.size());
        EXPECT_EQ(left->learnt->input, right->learnt->input);
    }
}

TEST(Generation, IsTakenUpAndLeftWithoutTrainingAnew) {
    const Choices plain = ofText("hello, all of you\nhello, you all\n");
    auto experiment = Experiment::create(plain);
    ASSERT_TRUE(experiment.ok());
    experiment->runTo(7);
    const auto before = experiment->snapshot(1);
    Choices setup = plain;
    setup.generation = {25, "he", 1};
    ASSERT_TRUE(experiment->extend(setup));
    EXPECT_EQ(experiment->update(), 7);
    EXPECT_TRUE(sameUntil(plain, setup, 7));
    const auto during = experiment->snapshot(2);
    EXPECT_TRUE(during->generated);
    EXPECT_TRUE(sameParameters(during->parameters, before->parameters));
    setup.generation.temperature = 0;
    ASSERT_TRUE(experiment->extend(setup));
    experiment->runTo(9);
    ASSERT_TRUE(experiment->extend(plain));
    const auto after = experiment->snapshot(3);
    EXPECT_FALSE(after->generated);
    EXPECT_TRUE(after->backward);
    EXPECT_EQ(after->problem, after->learnt);
    EXPECT_TRUE(sameParameters(after->parameters, shown(plain, 9)->parameters));
}

TEST(Generation, ComparedNetworksGoOnEachByItself) {
    Choices setup = generating(12, "he");
    ASSERT_TRUE(setOption(setup, "lanes", "*; cell=gru").ok());
    const auto snapshot = shown(setup);
    ASSERT_EQ(snapshot->others.size(), 1u);
    ASSERT_TRUE(snapshot->others[0]->generated);
    EXPECT_EQ(snapshot->others[0]->steps(), snapshot->steps());
}

TEST(Generation, ATextIsLearntByHeart) {
    Choices setup = ofText("hello, you all\n");
    setup.hidden = 16;
    setup.training.optimizer = OptimizerKind::Adam;
    setup.training.rate = 0.03;
    setup.generation = {11, "hel", 0};
    EXPECT_EQ(textShown(*shown(setup, 200)).substr(0, 14), "hello, you all");
}

TEST(Generation, StandsInASetupAndADocument) {
    Choices setup =
        with({{"generate", "40"}, {"prompt", "a \"b\""}, {"temperature", "0.25"}, {"draw", "7"}});
    std::vector<std::string> warnings;
    const auto read = setupFromJson(toJson(setup), "setup.json", warnings);
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(warnings.empty());
    EXPECT_EQ(read->generation, setup.generation);

    setup = generating(9, "he", 0.5);
    auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok());
    experiment->runTo(6);
    const auto snapshot = experiment->snapshot(1);
    auto again = Experiment::create(setup);
    ASSERT_TRUE(again.ok());
    ASSERT_TRUE(again->restore(trainingState(*snapshot)).ok());
    EXPECT_EQ(textShown(*again->snapshot(1)), textShown(*snapshot));
    EXPECT_TRUE(sameParameters(again->snapshot(1)->parameters, snapshot->parameters));
}

TEST(Generation, ArraysTellWhatWasGivenAndDrawn) {
    const auto snapshot = shown(generating(6, "he"));
    std::vector<std::string> names;
    for (const Array& array : traceArrays(*snapshot)) {
        names.push_back(array.name);
        if (array.name == "given") {
            EXPECT_EQ(array.data.front(), 2);
        }
        if (array.name == "classes") {
            ASSERT_EQ(array.shape, std::vector<std::size_t>{9});
            EXPECT_EQ(array.data[8], static_cast<double>(snapshot->generated->classes[8]));
        }
    }
    EXPECT_THAT(names, ::testing::IsSupersetOf({"input", "output", "given", "classes", "h_l0"}));
    EXPECT_THAT(names, ::testing::Not(::testing::Contains("loss")));
    const auto script = pytorchScript(*snapshot);
    ASSERT_FALSE(script.ok());
    EXPECT_THAT(script.error().text(), HasSubstr("generated sequence has no loss"));
}

}  // namespace
}  // namespace rnnscope
