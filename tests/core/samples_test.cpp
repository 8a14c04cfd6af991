// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/jacobian.h"
#include "core/experiment.h"
#include "core/state_dict.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::batchInputs;
using testing::Choices;
using testing::complaint;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::several;
using testing::with;

TEST(Samples, ATasksSequencesAreDrawnOnceAndStay) {
    const Choices setup = with({{"task", "adding"}, {"sequences", "4"}});
    const Problem problem = problemOf(setup);
    ASSERT_EQ(problem.others.size(), 3u);
    const auto first = batchInputs(setup, problem, 0);
    ASSERT_EQ(first.size(), 4u);
    EXPECT_EQ(first[0], problem.input);
    for (std::size_t k = 1; k < 4; ++k) {
        EXPECT_EQ(first[k], problem.others[k - 1].input);
        EXPECT_NE(first[k], first[k - 1]);
    }
    EXPECT_EQ(batchInputs(setup, problem, 17), first);
    // More sequences leave the first as it was.
    EXPECT_EQ(problemOf(with({{"task", "adding"}})).input, problem.input);
}

TEST(Samples, FreshOnesDifferAtEveryUpdateAndComeAgain) {
    const Choices setup = with({{"task", "adding"}, {"sequences", "2"}, {"fresh", ""}});
    const Problem problem = problemOf(setup);
    const auto first = batchInputs(setup, problem, 0);
    EXPECT_EQ(first[0], problem.input);
    const auto fifth = batchInputs(setup, problem, 5);
    EXPECT_NE(fifth[0], first[0]);
    EXPECT_NE(fifth[0], fifth[1]);
    EXPECT_NE(batchInputs(setup, problem, 6)[0], fifth[0]);
    EXPECT_EQ(batchInputs(setup, problem, 5), fifth);
    Choices other = setup;
    other.seed = 2;
    EXPECT_NE(batchInputs(other, problemOf(other), 5)[0], fifth[0]);
}

/// What is held for a while, is held while the network answers itself.
TEST(Samples, OwnAnswersAreThoseOfTheHeldNetwork) {
    const Choices setup =
        with({{"task", "sine"}, {"cell", "lstm"}, {"teacher-forcing", "0"}, {"hold", "h@5-6=0.7"}});
    const Problem problem = problemOf(setup);
    const Eigen::MatrixXd input = batchInputs(setup, problem, 0)[0];
    Record record;
    Network(problem.shape, problem.parameters).forward(input, {}, record);
    const Index rest = input.cols() - 1;
    EXPECT_LT((input.rightCols(rest) - record.output.leftCols(rest)).cwiseAbs().maxCoeff(), 1e-13);
}

TEST(Samples, AFilesSequencesTakeTurns) {
    Choices setup = several({4, 5, 6});
    setup.training.sequences = 2;
    Problem problem = problemOf(setup);
    EXPECT_EQ(problem.sequences, 3u);
    ASSERT_EQ(problem.others.size(), 1u);
    EXPECT_EQ(problem.others[0].input.cols(), 4);  // five values have four next ones
    EXPECT_EQ(batchInputs(setup, problem, 9), batchInputs(setup, problem, 0));

    setup.training.fresh = true;
    problem = problemOf(setup);
    ASSERT_EQ(problem.others.size(), 2u);
    const auto lengths = [&](int update) {
        std::vector<Index> result;
        for (const Eigen::MatrixXd& input : batchInputs(setup, problem, update))
            result.push_back(input.cols());
        return result;
    };
    EXPECT_THAT(lengths(0), ::testing::ElementsAre(3, 4));
    EXPECT_THAT(lengths(1), ::testing::ElementsAre(5, 3));
    EXPECT_THAT(lengths(2), ::testing::ElementsAre(4, 5));
    EXPECT_THAT(lengths(3), ::testing::ElementsAre(3, 4));
}

TEST(Samples, WhatCannotBeLearntFromIsRefused) {
    Choices setup = several({4, 5, 2});
    setup.training.sequences = 4;
    EXPECT_THAT(complaint(setup), HasSubstr("holds 3 sequences"));
    setup.training.sequences = 3;
    EXPECT_EQ(complaint(setup), "");
    setup.sequence.length = 3;
    EXPECT_THAT(complaint(setup), HasSubstr("sequence 3: cannot give 3 steps"));
    setup = several({4, 1});
    setup.training.sequences = 2;
    EXPECT_THAT(complaint(setup), HasSubstr("sequence 2: has one step"));

    setup = several({4, 4});
    setup.target.kind = TargetSource::Kind::File;
    setup.target.name = "y.csv";
    setup.target.table = std::make_shared<const Table>(Table{{"y"}, Eigen::VectorXd::Ones(4)});
    EXPECT_EQ(complaint(setup), "");
    setup.training.fresh = true;
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: answers one sequence"));
    setup.sequence = {};
    setup.sequence.length = 4;
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: answers one sequence"));

    EXPECT_THAT(complaint(with({{"sequences", "0"}})), HasSubstr("1 to 1024"));
    EXPECT_THAT(complaint(with({{"sequences", "1025"}})), HasSubstr("1 to 1024"));
    EXPECT_THAT(complaint(with({{"sequences", "1024"}, {"length", "999999"}, {"hidden", "1"}})),
                HasSubstr("GB"));
    EXPECT_THAT(
        complaint(with({{"task", "copy"}, {"target", "next"}, {"sequences", "2"}, {"fresh", ""}})),
        HasSubstr("yet to be drawn"));
}

TEST(Samples, ClassesOfEverySequenceCount) {
    Choices setup = several({4, 4});
    setup.loss = Loss::CrossEntropy;
    Eigen::VectorXd classes(8);
    classes << 0, 1, 0, 1, 0, 4, 2, 1;
    setup.sequence.table = std::make_shared<const Table>(Table{{"x"}, classes, {0, 4}});
    EXPECT_EQ(problemOf(setup).shape.output, 2);
    setup.training.sequences = 2;
    EXPECT_EQ(problemOf(setup).shape.output, 5);
}

TEST(Samples, TheInputsScaleConcernsTheInputAlone) {
    for (const char* target : {"task", "next"}) {
        const Problem plain = problemOf(with({{"task", "sine"}, {"target", target}}));
        const Choices setup = with({{"task", "sine"}, {"target", target}, {"input-scale", "-2.5"}});
        const Problem scaled = problemOf(setup);
        EXPECT_EQ(scaled.input, -2.5 * plain.input);
        EXPECT_EQ(*scaled.target, *plain.target);
    }
    Choices setup = several({4, 5});
    setup.sequence.inputScale = 3;
    setup.training.sequences = 2;
    const Problem problem = problemOf(setup);
    EXPECT_EQ(problem.others[0].input.col(1), 3 * problem.others[0].target->col(0));
}

TEST(Samples, CrossEntropysClassesAreNotScaled) {
    Choices setup = several({4});
    setup.loss = Loss::CrossEntropy;
    setup.sequence.inputScale = 0.5;
    setup.sequence.table =
        std::make_shared<const Table>(Table{{"x"}, Eigen::VectorXd::LinSpaced(4, 0, 3)});
    const Problem problem = problemOf(setup);
    EXPECT_EQ(*problem.target, (Eigen::RowVector3d(1, 2, 3)));
    EXPECT_EQ(problem.input, (Eigen::RowVector3d(0, 0.5, 1)));
}

/// The record of the shown sequence, after some updates.
Record shownRecord(const Choices& setup, int updates = 0) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    experiment->runTo(updates);
    return experiment->snapshot(1)->record;
}

TEST(OwnAnswers, WithoutForcingEveryInputIsTheAnswerBefore) {
    for (const char* cell : {"rnn", "lstm", "gru", "gru-reset-before"})
        for (const char* layers : {"1", "2"}) {
            const Choices setup = with({{"cell", cell},
                                        {"layers", layers},
                                        {"length", "20"},
                                        {"input-scale", "1.5"},
                                        {"teacher-forcing", "0"}});
            const Record record = shownRecord(setup, 3);
            const Eigen::MatrixXd& seen = record.layerInput.front();
            EXPECT_EQ(seen.col(0), problemOf(setup).input.col(0));
            // Step by step and all at once may differ by rounding.
            EXPECT_LT((seen.rightCols(19) - 1.5 * record.output.leftCols(19)).cwiseAbs().maxCoeff(),
                      1e-14)
                << cell << " " << layers;
        }
}

TEST(OwnAnswers, TheStateIsCarriedFromAGivenStart) {
    Choices setup = with({{"cell", "lstm"}, {"hidden", "3"}, {"teacher-forcing", "0"}});
    const Eigen::MatrixXd start = Eigen::MatrixXd::Constant(1, 3, 0.7);
    setup.initialState = {"s.npz", std::make_shared<const std::vector<Array>>(std::vector<Array>{
                                       Array::matrix("h0", start), Array::matrix("c0", start)})};
    const Record record = shownRecord(setup);
    const Index last = record.steps() - 1;
    EXPECT_LT((record.layerInput.front().rightCols(last) - record.output.leftCols(last)).norm(),
              1e-13);
}

TEST(OwnAnswers, ClassesAreFedAsTheSequenceHasThem) {
    // One-hot: a text's.
    Choices text = with({{"input", "t.txt"}, {"loss", "cross-entropy"}, {"teacher-forcing", "0"}});
    Eigen::MatrixXd oneHot = Eigen::MatrixXd::Zero(12, 3);
    for (Index row = 0; row < 12; ++row)
        oneHot(row, row * row % 3) = 1;
    oneHot.row(2) << 0, 0, 1;
    text.sequence.table =
        std::make_shared<const Table>(Table{{"a", "b", "c"}, oneHot, {0}, {"a", "b", "c"}});
    Record record = shownRecord(text);
    for (Index t = 0; t + 1 < record.steps(); ++t) {
        Index likeliest = 0;
        record.output.col(t).maxCoeff(&likeliest);
        EXPECT_EQ(record.layerInput.front().col(t + 1), Eigen::VectorXd::Unit(3, likeliest));
    }
    // Numbers in one column.
    Choices numbers = several({12});
    numbers.loss = Loss::CrossEntropy;
    numbers.training.teacherForcing = 0;
    numbers.sequence.inputScale = 0.5;
    Eigen::VectorXd classes(12);
    classes << 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3;
    numbers.sequence.table = std::make_shared<const Table>(Table{{"x"}, classes});
    record = shownRecord(numbers);
    for (Index t = 0; t + 1 < record.steps(); ++t) {
        Index likeliest = 0;
        record.output.col(t).maxCoeff(&likeliest);
        EXPECT_EQ(record.layerInput.front()(0, t + 1), 0.5 * static_cast<double>(likeliest));
    }
    // A scaled column and a class number are not of one kind.
    numbers.sequence.scaling = Scaling::Standard;
    EXPECT_THAT(complaint(numbers), HasSubstr("scaled column"));
}

TEST(OwnAnswers, FullForcingChangesNothing) {
    const Choices setup = with({{"cell", "gru"}, {"teacher-forcing", "1"}});
    EXPECT_EQ(shownRecord(setup).layerInput.front(), problemOf(setup).input);
}

TEST(OwnAnswers, HalfForcingTellsTheTruthAtHalfTheSteps) {
    const Index steps = 2000;
    const Choices setup = with({{"length", "2000"}, {"teacher-forcing", "0.5"}, {"hidden", "2"}});
    const Record record = shownRecord(setup);
    const Problem problem = problemOf(setup);
    Index truths = 0;
    for (Index t = 1; t < steps; ++t) {
        const double seen = record.layerInput.front()(0, t);
        const bool truth = seen == problem.input(0, t);
        truths += truth ? 1 : 0;
        EXPECT_TRUE(truth || std::abs(seen - record.output(0, t - 1)) < 1e-14) << t;
    }
    // Four standard deviations of a fair coin.
    EXPECT_NEAR(static_cast<double>(truths), 1000, 4 * std::sqrt(2000.0) / 2);
}

TEST(OwnAnswers, ChanceIsDrawnAnewForEveryUpdateAndSequence) {
    const Choices setup =
        with({{"task", "airline"}, {"sequences", "2"}, {"teacher-forcing", "0.5"}});
    const Problem problem = problemOf(setup);  // this task draws nothing: both are the same
    const auto first = batchInputs(setup, problem, 0);
    EXPECT_NE(first[0], first[1]);
    EXPECT_NE(batchInputs(setup, problem, 1)[0], first[0]);
    EXPECT_EQ(batchInputs(setup, problem, 0), first);
    const Network network(problem.shape, problem.parameters);
    EXPECT_EQ(shownInput(setup, problem, network, problem.initial, 0), first[0]);
}

TEST(OwnAnswers, OnlyWhoForeseesTheNextValueCanBeFedWithIt) {
    EXPECT_EQ(complaint(with({{"task", "sine"}, {"teacher-forcing", "0.5"}})), "");
    EXPECT_EQ(complaint(with({{"task", "airline"}, {"teacher-forcing", "0"}})), "");
    EXPECT_EQ(complaint(with({{"task", "echo"}, {"target", "next"}, {"teacher-forcing", "0"}})),
              "");
    EXPECT_THAT(complaint(with({{"task", "echo"}, {"teacher-forcing", "0.5"}})),
                HasSubstr("foresees the next value"));
    EXPECT_THAT(complaint(with({{"task", "parity"}, {"teacher-forcing", "0.5"}})),
                HasSubstr("foresees the next value"));
    EXPECT_THAT(
        complaint(with({{"task", "sine"}, {"bidirectional", ""}, {"teacher-forcing", "0"}})),
        HasSubstr("one direction"));
    EXPECT_THAT(
        complaint(with({{"task", "sine"}, {"readout", "last-step"}, {"teacher-forcing", "0"}})),
        HasSubstr("every step"));
    EXPECT_THAT(complaint(with({{"teacher-forcing", "1.5"}})), HasSubstr("between 0 and 1"));
    EXPECT_THAT(complaint(with({{"teacher-forcing", "-0.1"}})), HasSubstr("between 0 and 1"));
}

TEST(OwnAnswers, WeightsInBothDirectionsCannotBeFedTheirAnswers) {
    Choices setup = with({{"cell", "gru"}, {"bidirectional", ""}});
    const auto arrays = toArrays(problemOf(setup).parameters);
    setup.bidirectional = false;
    setup.training.teacherForcing = 0.5;
    setup.weights = {"w.safetensors", std::make_shared<const std::vector<Array>>(arrays)};
    EXPECT_THAT(complaint(setup), HasSubstr("one direction"));
}

TEST(StartingWeights, ZeroBiasesKeepTheForgetBias) {
    const Choices setup =
        with({{"cell", "lstm"}, {"layers", "2"}, {"zero-biases", ""}, {"forget-bias", "3"}});
    const Problem problem = problemOf(setup);
    for (const Parameter& item : problem.parameters.items) {
        if (!item.name.starts_with("bias_"))
            continue;
        Eigen::VectorXd expected = Eigen::VectorXd::Zero(32);
        if (item.name.starts_with("bias_ih"))
            expected.segment(8, 8).setConstant(3);
        EXPECT_EQ(item.value, expected) << item.name;
    }
    EXPECT_GT(problem.parameters.find("fc.bias")->value.norm(), 0);
    // Nothing else moves.
    const Problem plain = problemOf(with({{"cell", "lstm"}, {"layers", "2"}}));
    EXPECT_EQ(problem.parameters.find("weight_hh_l1")->value,
              plain.parameters.find("weight_hh_l1")->value);
    EXPECT_EQ(problem.parameters.find("fc.bias")->value, plain.parameters.find("fc.bias")->value);
}

TEST(StartingWeights, EveryRecurrentFormHasTheRadiusAskedFor) {
    for (const char* cell : {"rnn", "lstm", "gru"}) {
        const Problem plain = problemOf(with({{"cell", cell}, {"hidden", "6"}}));
        const Eigen::MatrixXd& seeded = plain.parameters.find("weight_hh_l0")->value;
        for (const char* form : {"orthogonal", "scaled", "identity"}) {
            SCOPED_TRACE(std::string(cell) + " " + form);
            const Problem problem = problemOf(with({{"cell", cell},
                                                    {"hidden", "6"},
                                                    {"spectral-radius", "1.25"},
                                                    {"recurrent", form}}));
            const Eigen::MatrixXd& weights = problem.parameters.find("weight_hh_l0")->value;
            for (Index row = 0; row < weights.rows(); row += 6) {
                const Eigen::MatrixXd block = weights.middleRows(row, 6);
                EXPECT_NEAR(spectralRadius(block), 1.25, 1e-12);
                const Eigen::MatrixXd square = block * block.transpose() / (1.25 * 1.25);
                if (std::string_view(form) == "scaled") {
                    const Eigen::MatrixXd before = seeded.middleRows(row, 6);
                    EXPECT_LT((block / block.norm() - before / before.norm()).norm(), 1e-14);
                } else {
                    EXPECT_LT((square - Eigen::MatrixXd::Identity(6, 6)).norm(), 1e-13);
                }
                if (std::string_view(form) == "identity") {
                    EXPECT_EQ(block, 1.25 * Eigen::MatrixXd::Identity(6, 6));
                }
            }
            EXPECT_EQ(problem.parameters.find("weight_ih_l0")->value,
                      plain.parameters.find("weight_ih_l0")->value);
        }
    }
    EXPECT_EQ(problemOf(with({{"spectral-radius", "0"}, {"recurrent", "scaled"}}))
                  .parameters.find("weight_hh_l0")
                  ->value.norm(),
              0);
}

}  // namespace
}  // namespace rnnscope
