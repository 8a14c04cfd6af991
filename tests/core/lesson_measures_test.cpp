// SPDX-License-Identifier: GPL-3.0-or-later
// Every measure against a figure that is known in another way.
#include "core/lesson_measures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "core/experiment.h"
#include "core/sentence.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using ::testing::HasSubstr;
using testing::with;

constexpr double infinity = std::numeric_limits<double>::infinity();

double valueOf(const char* measure, const Choices& setup, const ClaimOptions& options = {},
               std::uint64_t seed = 1) {
    const Measure* row = findMeasure(measure);
    EXPECT_NE(row, nullptr) << measure;
    const auto sound = checkOptions(*row, options);
    EXPECT_TRUE(sound.ok()) << measure << (sound.ok() ? "" : sound.error().text());
    const auto value = measured(measure, options, setup, seed);
    EXPECT_TRUE(value.ok()) << measure << ": " << (value.ok() ? "" : value.error().text());
    return value.ok() ? *value : std::nan("");
}

std::string complaint(const char* measure, const Choices& setup, const ClaimOptions& options = {}) {
    const auto value = measured(measure, options, setup, 1);
    return value.ok() ? "" : value.error().message;
}

/// A tanh network at rest: no input, no biases, and recurrent weights radius times the identity.
Choices atRest(const char* radius, const char* cell = "rnn") {
    return with({{"cell", cell},
                 {"hidden", "4"},
                 {"task", "latch"},
                 {"length", "12"},
                 {"input-scale", "0"},
                 {"zero-biases", ""},
                 {"spectral-radius", radius},
                 {"recurrent", "identity"}});
}

TEST(Measures, ParametersAreThoseOfTheRecurrentLayers) {
    // PyTorch: sum(p.numel()) of RNN(1, 16), GRU, LSTM.
    EXPECT_EQ(valueOf("parameters", with({{"hidden", "16"}})), 304);
    EXPECT_EQ(valueOf("parameters", with({{"hidden", "16"}, {"cell", "gru"}})), 912);
    EXPECT_EQ(valueOf("parameters", with({{"hidden", "16"}, {"cell", "lstm"}})), 1216);
    EXPECT_EQ(
        valueOf("parameters", with({{"hidden", "5"}, {"layers", "2"}, {"bidirectional", ""}})),
        2 * (5 * 1 + 25 + 10) + 2 * (5 * 10 + 25 + 10));
}

TEST(Measures, GapsAreNoneWhereThingsAreTheSame) {
    const Choices both = with({{"hidden", "5"}, {"layers", "2"}, {"bidirectional", ""}});
    EXPECT_EQ(valueOf("final-state-gap", both), 0);
    EXPECT_EQ(valueOf("final-state-gap", both, {{"direction", "reverse"}, {"row", "first"}}), 0);
    EXPECT_GT(valueOf("final-state-gap", both, {{"direction", "reverse"}}), 0.01);
    EXPECT_GT(valueOf("final-state-gap", both, {{"row", "first"}}), 0.01);
    const double gap = valueOf("stepwise-gap", with({{"cell", "lstm"}, {"layers", "2"}}));
    EXPECT_LT(gap, 1e-14);
    EXPECT_THAT(complaint("stepwise-gap", both), HasSubstr("only in one direction"));
    EXPECT_THAT(complaint("final-state-gap", Choices(), {{"direction", "reverse"}}),
                HasSubstr("no reverse direction"));
    EXPECT_LT(valueOf("contribution-gap", with({{"cell", "gru"}}), {{"weight", "weight_ih_l0"}}),
              1e-14);
    EXPECT_THAT(complaint("contribution-gap", Choices(), {{"weight", "w"}}),
                HasSubstr("no tensor 'w'"));
}

TEST(Measures, AtRestGradientsAreAPowerOfTheRadius) {
    const Choices half = atRest("0.5");
    EXPECT_NEAR(valueOf("gradient-slope", half), std::log(0.5), 1e-12);
    EXPECT_NEAR(valueOf("gradient-ratio", half), std::pow(0.5, 12), 1e-15);
    EXPECT_NEAR(valueOf("gradient-first-over-last", half, {{"steps", "1"}, {"loss", "last"}}),
                std::pow(0.5, 11), 1e-15);
    EXPECT_NEAR(valueOf("jacobian-radius", half, {{"step", "12"}}), 0.5, 1e-12);
    // Nothing comes in, so every hidden state is 0.
    EXPECT_EQ(valueOf("silent-units", half), 1);
    EXPECT_EQ(valueOf("silent-units", Choices()), 0);
    EXPECT_EQ(valueOf("mean-value", half, {{"quantity", "h"}}), 0);
    EXPECT_THAT(complaint("gradient-slope", half, {{"from", "11"}}), HasSubstr("too few"));
    EXPECT_THAT(complaint("gradient-slope", half, {{"state", "c"}}),
                HasSubstr("carries no state 'c'"));
    EXPECT_THAT(complaint("jacobian-radius", half, {{"step", "13"}}), HasSubstr("no step 13"));
    EXPECT_THAT(complaint("mean-value", half, {{"quantity", "f"}}), HasSubstr("there are a, h"));
}

TEST(Measures, GatesAtRestAreOneHalf) {
    Choices lstm = atRest("0", "lstm");
    EXPECT_EQ(valueOf("mean-value", lstm, {{"quantity", "f"}}), 0.5);
    EXPECT_NEAR(valueOf("gate-product", lstm), std::pow(0.5, 12), 1e-15);
    EXPECT_NEAR(valueOf("straight-ratio", lstm), std::pow(0.5, 11), 1e-15);
    EXPECT_NEAR(valueOf("gradient-ratio", lstm, {{"state", "c"}}), std::pow(0.5, 12), 1e-15);
    EXPECT_THAT(complaint("straight-ratio", Choices()), HasSubstr("no straight path"));
}

TEST(Measures, SharesOfAllStepsAreAllOfIt) {
    const Choices setup = with({{"cell", "gru"}, {"task", "latch"}, {"length", "8"}});
    for (const char* of : {"norms", "gradient"}) {
        EXPECT_NEAR(valueOf("contribution-share", setup, {{"last", "8"}, {"of", of}}), 1, 1e-12);
        EXPECT_NEAR(valueOf("contribution-share", setup, {{"last", "0"}, {"of", of}}), 0, 1e-12);
    }
    const double two = valueOf("contribution-share", setup, {{"last", "2"}});
    EXPECT_GT(two, valueOf("contribution-share", setup, {{"last", "1"}}));
    // With a loss at every step, its last one alone weighs the late steps more.
    const Choices every = with({{"task", "latch"}, {"readout", "every-step"}});
    EXPECT_GT(valueOf("contribution-share", every, {{"last", "5"}, {"loss", "last"}}),
              valueOf("contribution-share", every, {{"last", "5"}}));
}

TEST(Measures, ClippingOfAPairIsGeometry) {
    EXPECT_NEAR(valueOf("pair-angle", Choices(), {{"x", "10"}, {"y", "0.5"}}), 23.70, 0.01);
    EXPECT_NEAR(valueOf("pair-angle", Choices(), {{"x", "3"}, {"y", "4"}}), 8.13, 0.01);
    EXPECT_NEAR(valueOf("pair-angle", Choices(), {{"x", "10"}, {"y", "0.5"}, {"by", "norm"}}), 0,
                1e-5);
    EXPECT_THAT(complaint("pair-angle", Choices(), {{"x", "1"}, {"y", "1"}, {"threshold", "0"}}),
                HasSubstr("above 0"));
}

TEST(Measures, NormsBeforeAndAfterClippingAreTheHistorys) {
    Choices setup = with({{"clip", "norm"}, {"clip-threshold", "0.01"}, {"sequences", "3"}});
    Experiment experiment = Experiment::create(setup).value();
    experiment.runTo(4);
    const UpdateRecord& third = experiment.history()[3];
    EXPECT_EQ(valueOf("gradient-norm", setup, {{"updates", "3"}}), third.gradientNorm);
    EXPECT_EQ(valueOf("clipped-norm", setup, {{"updates", "3"}}), third.clippedNorm);
    EXPECT_EQ(valueOf("loss", setup, {{"updates", "3"}}), third.loss);
    EXPECT_EQ(valueOf("clipped-updates", setup, {{"updates", "4"}}), 4);
    EXPECT_NEAR(valueOf("clip-cosine", setup, {{"by", "norm"}}), 1, 1e-12);
    const double angle = valueOf("clip-angle", setup);
    EXPECT_GT(angle, 1);
    EXPECT_NEAR(valueOf("clip-cosine", setup), std::cos(angle * std::acos(-1.0) / 180), 1e-12);
    EXPECT_EQ(valueOf("largest-loss", setup, {{"updates", "1"}}), experiment.history()[0].loss);
    EXPECT_EQ(valueOf("loss-below-at", setup, {{"goal", "1000"}, {"updates", "2"}}), 0);
    EXPECT_EQ(valueOf("loss-below-at", setup, {{"goal", "0"}, {"updates", "2"}}), infinity);
}

TEST(Measures, ALossThatIsNotFiniteIsInfinite) {
    Choices setup = with({{"lr", "1e200"}});
    EXPECT_EQ(valueOf("largest-loss", setup, {{"updates", "20"}}), infinity);
}

TEST(Measures, AnUntrainedReadOutOfZerosErrsByTheVariance) {
    // All weights zero: the answer is 0 to everything.
    Choices setup =
        with({{"hidden", "1"}, {"task", "echo"}, {"edit", "fc.weight[1,1]=0,fc.bias[1]=0"}});
    EXPECT_NEAR(valueOf("error", setup, {{"from", "6"}, {"sequences", "2000"}}), 1.0 / 3, 0.01);
    EXPECT_EQ(valueOf("error", setup, {{"to", "5"}}), 0);
    Choices latch = with({{"hidden", "1"}, {"task", "latch"}, {"readout", "every-step"}});
    EXPECT_NEAR(valueOf("accuracy", latch, {{"sequences", "4000"}}), 0.5, 0.2);
    EXPECT_THAT(complaint("error", latch), HasSubstr("loss mse is needed"));
    EXPECT_THAT(complaint("accuracy", setup), HasSubstr("cross-entropy is needed"));
    EXPECT_THAT(complaint("error", with({{"target", "none"}})), HasSubstr("without a target"));
}

TEST(Measures, WhatIsSolvedIsSolvedAtATest) {
    Choices setup = with({{"task", "latch"},
                          {"length", "3"},
                          {"optimizer", "adam"},
                          {"lr", "0.01"},
                          {"sequences", "16"},
                          {"fresh", ""}});
    const ClaimOptions options{{"goal", "0.98"}, {"updates", "400"}, {"every", "20"}};
    const double solved = valueOf("solved-at", setup, options);
    EXPECT_EQ(std::fmod(solved, 20), 0);
    EXPECT_GE(valueOf("accuracy", setup, {{"updates", std::to_string(int(solved))}}), 0.98);
    EXPECT_EQ(valueOf("solved-at", setup, {{"goal", "0.98"}, {"updates", "0"}}), infinity);
    EXPECT_GE(valueOf("best-accuracy", setup, {{"updates", "400"}, {"every", "100"}}), 0.98);
    Choices sine = with({{"optimizer", "adam"}, {"lr", "0.01"}});
    const double best =
        valueOf("best-error", sine, {{"updates", "100"}, {"every", "50"}, {"sequences", "5"}});
    EXPECT_LE(best, valueOf("error", sine, {{"updates", "100"}, {"sequences", "5"}}));
    EXPECT_THAT(complaint("solved-at", setup, {{"goal", "1"}, {"updates", "9"}, {"every", "0"}}),
                HasSubstr("\"every\" is 0"));
}

TEST(Measures, FreshSequencesAreTheSameForEverySeedOfANetwork) {
    // With the weights the same, the seed has nothing else to change.
    Choices setup = with({{"hidden", "1"}, {"edit", "fc.weight[1,1]=0,fc.bias[1]=0"}});
    EXPECT_EQ(valueOf("error", setup, {}, 1), valueOf("error", setup, {}, 2));
}

/// Two sequences 1 2 3 and 4 5 6, each to be answered by the next value.
Choices counting() {
    Choices setup = testing::fromTable(Eigen::VectorXd::LinSpaced(6, 1, 6), {"x"});
    auto table = std::make_shared<Table>(*setup.sequence.table);
    table->starts = {0, 3};
    setup.sequence.table = table;
    setup.hidden = 1;
    EXPECT_TRUE(setOption(setup, "edit", "fc.weight[1,1]=0,fc.bias[1]=0").ok());
    return setup;
}

TEST(Measures, AFilesErrorIsOverItsSequencesInOrder) {
    // The answer is 0 to everything; the targets are 2 3 and 5 6.
    Choices setup = counting();
    EXPECT_NEAR(valueOf("file-error", setup), (4 + 9 + 25 + 36) / 4.0, 1e-12);
    EXPECT_NEAR(valueOf("file-error", setup, {{"first", "2"}}), (25 + 36) / 2.0, 1e-12);
    EXPECT_NEAR(valueOf("file-error", setup, {{"from", "2"}}), (9 + 36) / 2.0, 1e-12);
    EXPECT_NEAR(valueOf("file-error", setup, {{"to", "1"}}), (4 + 25) / 2.0, 1e-12);
    setup.sequence.shown = 1;
    EXPECT_NEAR(valueOf("file-error", setup, {{"first", "2"}}), (25 + 36) / 2.0, 1e-12);
    EXPECT_THAT(complaint("file-error", setup, {{"first", "3"}}), HasSubstr("holds 2 sequences"));
    EXPECT_THAT(complaint("file-error", setup, {{"from", "3"}}), HasSubstr("no step 3"));
    EXPECT_THAT(complaint("file-error", Choices()), HasSubstr("a file of sequences"));
}

TEST(Measures, BaselinesOfTheAirlineDataAreThoseOfTheSource) {
    const Choices levels = with({{"task", "airline"}, {"length", "119"}});
    EXPECT_NEAR(valueOf("naive-rmse", levels, {{"unit", "100"}}), 51.8, 0.05);
    EXPECT_NEAR(valueOf("naive-rmse", levels, {{"unit", "100"}, {"lag", "12"}}), 50.0, 0.05);
    // 1958 twice, against 1959 and 1960.
    EXPECT_NEAR(valueOf("repeating-rmse", levels, {{"unit", "100"}}), 76.99, 0.01);
    EXPECT_NEAR(valueOf("repeating-rmse", levels, {{"unit", "100"}, {"last", "12"}}),
                valueOf("naive-rmse", levels, {{"unit", "100"}, {"lag", "12"}, {"last", "12"}}),
                1e-9);
    EXPECT_THAT(complaint("naive-rmse", with({{"task", "airline"}})), HasSubstr("set a length"));
    EXPECT_THAT(complaint("naive-rmse", levels, {{"lag", "0"}}), HasSubstr("a lag from 1 to 119"));
    EXPECT_THAT(complaint("naive-rmse", levels, {{"last", "25"}}), HasSubstr("143"));
}

TEST(Measures, AForecastOfZerosIsWrongByTheValuesThemselves) {
    Choices levels = with({{"task", "airline"},
                           {"length", "119"},
                           {"hidden", "1"},
                           {"edit", "fc.weight[1,1]=0,fc.bias[1]=0"}});
    // The root of the mean of 1959's and 1960's squares, in hundreds of thousands.
    EXPECT_NEAR(valueOf("forecast-rmse", levels), 4.58374, 1e-5);
    EXPECT_NEAR(valueOf("held-out-rmse", levels), 4.58374, 1e-5);
    EXPECT_EQ(valueOf("forecast-largest", levels), 0);
    // Differences of 0 keep the last value, December 1958, for ever.
    Choices growth = testing::fromTable(Eigen::VectorXd::LinSpaced(9, 1, 9), {"x"});
    growth.hidden = 1;
    for (const auto& [name, value] :
         {std::pair{"scaling", "log-differences"}, std::pair{"length", "4"},
          std::pair{"edit", "fc.weight[1,1]=0,fc.bias[1]=0"}})
        ASSERT_TRUE(setOption(growth, name, value).ok());
    const ClaimOptions three{{"last", "3"}};
    EXPECT_NEAR(valueOf("forecast-largest", growth, three), 6, 1e-12);
    EXPECT_NEAR(valueOf("forecast-rmse", growth, three), std::sqrt((1 + 4 + 9) / 3.0), 1e-12);
    EXPECT_NEAR(valueOf("held-out-rmse", growth, three), 1, 1e-12);
    EXPECT_NEAR(valueOf("naive-rmse", growth, three), 1, 1e-12);
    EXPECT_THAT(complaint("forecast-largest", growth, {{"last", "3"}, {"from", "4"}}),
                HasSubstr("1 is the first"));
}

TEST(Measures, FreeRunningIsNoBetterThanTrueValues) {
    Choices setup = with({{"optimizer", "adam"}, {"lr", "0.01"}, {"length", "30"}});
    const ClaimOptions options{{"updates", "100"}, {"from", "1"}, {"to", "20"}, {"sequences", "3"}};
    EXPECT_GT(valueOf("free-running-ratio", setup, options), 1);
    // The first step behind the end is foreseen from true values either way.
    EXPECT_NEAR(valueOf("free-running-ratio", setup,
                        {{"updates", "100"}, {"from", "1"}, {"to", "1"}, {"sequences", "3"}}),
                1, 1e-9);
    EXPECT_THAT(complaint("free-running-ratio", with({{"task", "echo"}}), options),
                HasSubstr("the next value as target"));
    EXPECT_THAT(complaint("free-running-ratio", setup, {{"from", "5"}, {"to", "4"}}),
                HasSubstr("\"to\" is before \"from\""));
}

TEST(Measures, TheCliffIsThatOfThePanel) {
    EXPECT_NEAR(valueOf("cliff-largest-norm", Choices()), 102.861, 0.01);
    EXPECT_EQ(valueOf("cliff-thrown", Choices()), 33);
    EXPECT_EQ(valueOf("cliff-thrown", Choices(), {{"clip", "0.5"}}), infinity);
    EXPECT_NEAR(valueOf("cliff-w", Choices(), {{"updates", "34"}}), 9.774, 0.001);
    EXPECT_NEAR(valueOf("cliff-loss", Choices()), 0.09, 1e-4);
    EXPECT_EQ(valueOf("cliff-clipped", Choices(), {{"clip", "0.01"}, {"updates", "20"}}), 20);
}

TEST(Measures, TheSeedIsTheOneThatIsAskedFor) {
    Choices setup = with({{"seed", "5"}});
    EXPECT_EQ(valueOf("loss", setup, {}, 2), valueOf("loss", with({{"seed", "2"}}), {}, 2));
    EXPECT_NE(valueOf("loss", setup, {}, 2), valueOf("loss", setup, {}, 3));
}

TEST(Measures, WithoutATargetThereIsNothingToLearn) {
    const Choices none = with({{"target", "none"}});
    for (const char* measure : {"gradient-slope", "gradient-norm", "contribution-share"})
        EXPECT_THAT(complaint(measure, none), HasSubstr("there is no gradient without a target"))
            << measure;
    EXPECT_THAT(complaint("loss", none), HasSubstr("nothing is learnt without a target"));
    EXPECT_THAT(complaint("loss-below-at", none, {{"goal", "1"}, {"updates", "1"}}),
                HasSubstr("nothing is learnt without a target"));
}

TEST(Measures, WhatHasToBeGivenIsSaidInTheLanguageThatIsSpoken) {
    Sentence::speakBy([](const char* english) { return "<" + std::string(english) + ">"; });
    int told = 0;
    for (const Measure& measure : measures()) {
        const auto status = checkOptions(measure, {});
        for (const MeasureOption& option : measure.options)
            if (option.usual.empty() && !status) {
                EXPECT_THAT(option.helpInWords(), "<" + std::string(option.help) + ">");
                ++told;
            }
    }
    Sentence::speakBy(nullptr);
    EXPECT_GT(told, 5);
}

TEST(Measures, TheReadmeHasTheTable) {
    std::ifstream stream(RNNSCOPE_RESOURCES "/lessons/README.md");
    const std::string readme{std::istreambuf_iterator<char>(stream), {}};
    std::string table;
    for (const Measure& measure : measures()) {
        std::string options;
        for (const MeasureOption& option : measure.options)
            options += (options.empty() ? "`" : ", `") + std::string(option.name) + "`" +
                       (option.usual.empty() ? "" : " " + std::string(option.usual));
        table += "| `" + std::string(measure.id) + "` | " + std::string(measure.help) + " | " +
                 options + (options.empty() ? "|\n" : " |\n");
    }
    EXPECT_NE(readme.find("|---|---|---|\n" + table + "\n"), std::string::npos)
        << "the table of measures should be\n"
        << table;
}

}  // namespace
}  // namespace rnnscope
