// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a file's rows before the network sees them, and the way back.
#include "core/file_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/document_file.h"
#include "core/experiment.h"
#include "core/input_edit.h"
#include "core/unscaling.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::batchInputs;
using testing::Choices;
using testing::complaint;
using testing::fromTable;
using ::testing::HasSubstr;
using testing::problemOf;
using testing::several;
using testing::with;

Eigen::RowVectorXd row(std::initializer_list<double> values) {
    return Eigen::Map<const Eigen::RowVectorXd>(values.begin(), static_cast<Index>(values.size()));
}

/// One column "x" with these values and a second, "y", with their tenfold.
Choices tenfold(std::initializer_list<double> values) {
    Eigen::MatrixXd table(static_cast<Index>(values.size()), 2);
    table.col(0) = row(values).transpose();
    table.col(1) = 10 * table.col(0);
    Choices setup = fromTable(table, {"x", "y"});
    setup.sequence.columns = {"x"};
    return setup;
}

void targetColumn(Choices& setup, const std::string& name) {
    setup.target.kind = TargetSource::Kind::Column;
    setup.target.name = name;
}

// ---- Resampled and skipped

TEST(FileSteps, SoManyRowsBecomeOneAndTheRestIsDropped) {
    Choices setup = tenfold({1, 3, 5, 9, 2, 2, 7});
    setup.target.kind = TargetSource::Kind::None;
    setup.sequence.resample = 2;
    EXPECT_EQ(problemOf(setup).input, row({2, 7, 2}));
    setup.sequence.resampleMean = false;
    EXPECT_EQ(problemOf(setup).input, row({1, 5, 2}));
    EXPECT_EQ(stepsOfFile(setup), 3);
    setup.sequence.resample = 7;
    EXPECT_EQ(problemOf(setup).input, row({1}));
    Choices huge = tenfold({1e307, 1e307, 1e307, 1e307});
    huge.target.kind = TargetSource::Kind::None;
    huge.sequence.resample = 4;
    EXPECT_EQ(problemOf(huge).input, row({1e307}));
}

TEST(FileSteps, SkippingComesAfterResamplingAndBeforeScalingAndLength) {
    Choices setup = tenfold({100, 100, 1, 3, 5, 7, 0, 0, 9});
    targetColumn(setup, "y");
    setup.sequence.resample = 2;
    setup.sequence.skip = 1;
    EXPECT_EQ(problemOf(setup).input, row({2, 6, 0}));
    EXPECT_EQ(*problemOf(setup).target, row({20, 60, 0}));
    setup.sequence.scaling = Scaling::MinMax;
    setup.sequence.length = 2;
    EXPECT_EQ(problemOf(setup).input, row({2, 6}) / 6);
    EXPECT_EQ(*problemOf(setup).target, row({2, 6}) / 6);
    setup.target = {};
    setup.sequence.length.reset();
    EXPECT_EQ(problemOf(setup).input, row({2, 6}) / 6);
    EXPECT_EQ(*problemOf(setup).target, row({6, 0}) / 6);
}

TEST(FileSteps, GroupsEndWithTheirSequence) {
    Choices setup = several({5, 4});
    setup.target.kind = TargetSource::Kind::None;
    setup.sequence.resample = 2;
    setup.sequence.resampleMean = false;
    const auto& values = setup.sequence.table->values;
    EXPECT_EQ(problemOf(setup).input, row({values(0, 0), values(2, 0)}));
    setup.sequence.shown = 1;
    EXPECT_EQ(problemOf(setup).input, row({values(5, 0), values(7, 0)}));
}

TEST(FileSteps, ClassesHaveNoMean) {
    Choices setup = tenfold({0, 2, 1, 3, 2, 0});
    setup.loss = Loss::CrossEntropy;
    setup.sequence.resample = 2;
    EXPECT_EQ(problemOf(setup).input, row({0, 1}));
    EXPECT_EQ(*problemOf(setup).target, row({1, 2}));
    // A column of classes beside one of numbers.
    targetColumn(setup, "y");
    EXPECT_EQ(problemOf(setup).input, row({1, 2, 1}));
    EXPECT_EQ(*problemOf(setup).target, row({0, 10, 20}));
    setup.sequence.columns = {"y"};
    EXPECT_EQ(problemOf(setup).input, row({0, 10, 20}));
    // The characters of a text.
    Choices text = with({{"input", "t.txt"}, {"resample", "2"}, {"loss", "cross-entropy"}});
    text.sequence.scaling = Scaling::Standard;
    text.sequence.table = std::make_shared<const Table>(readText("abbaab", {}, "t.txt").value());
    EXPECT_EQ(problemOf(text).input, (Eigen::Matrix2d() << 1, 0, 0, 1).finished());
    EXPECT_EQ(*problemOf(text).target, row({1, 0}));
    EXPECT_FALSE(problemOf(text).unscaling);
}

TEST(FileSteps, WhatCannotBeCutIsRefused) {
    Choices setup = tenfold({1, 2, 3, 4, 5});
    setup.sequence.resample = 0;
    EXPECT_THAT(complaint(setup), HasSubstr("one step of 0 rows; 1 row or more"));
    setup.sequence.resample = 6;
    EXPECT_THAT(complaint(setup), HasSubstr("data.csv: has 5 rows, too few for a step of 6"));
    setup.sequence.resample = 2;
    setup.sequence.skip = 2;
    EXPECT_THAT(complaint(setup), HasSubstr("2 of which cannot be skipped; 0 to 1 are possible"));
    EXPECT_EQ(stepsOfFile(setup), 0);
    setup.sequence.skip = -1;
    EXPECT_THAT(complaint(setup), HasSubstr("-1 of which"));
    setup.sequence.skip = 1;
    EXPECT_THAT(complaint(setup), HasSubstr("has one step, which has no next value"));
    setup.target.kind = TargetSource::Kind::None;
    EXPECT_EQ(complaint(setup), "");
    setup.sequence.scaling = Scaling::LogDifferences;
    EXPECT_THAT(complaint(setup), HasSubstr("two are needed, or another scaling"));
}

TEST(FileSteps, ATargetsOwnFileIsCutAlike) {
    Choices setup = tenfold({1, 3, 5, 9, 2, 4, 7});
    setup.target.kind = TargetSource::Kind::File;
    setup.target.name = "y.csv";
    const auto answers = [&](std::initializer_list<double> values) {
        setup.target.table = std::make_shared<const Table>(Table{{"y"}, row(values).transpose()});
    };
    answers({0, 2, 4, 6, 8, 10, 12});
    setup.sequence.resample = 2;
    setup.sequence.skip = 1;
    EXPECT_EQ(*problemOf(setup).target, row({5, 9}));
    EXPECT_EQ(stepsOfTargetFile(setup), 2);
    setup.sequence.scaling = Scaling::LogDifferences;
    EXPECT_EQ(problemOf(setup).input, row({std::log(3.0) - std::log(7.0)}));
    EXPECT_EQ(*problemOf(setup).target, row({9}));
    EXPECT_FALSE(problemOf(setup).unscaling);
    setup.sequence.scaling = Scaling::None;
    answers({0, 2, 4});
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: has 1 step, 1 of which cannot be skipped"));
    answers({0, 2, 4, 6});
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: is left with 1 steps where the input has 2"));
    // One answer to the whole is not cut.
    answers({3});
    setup.readout = Readout::LastStep;
    EXPECT_EQ(*problemOf(setup).target, row({3}));
    EXPECT_EQ(stepsOfTargetFile(setup), 1);
}

// ---- Log-differences

TEST(LogDifferences, GiveTheAirlineTasksNumbers) {
    const Choices task = with({{"task", "airline-log-differences"}});
    Choices file = with({{"input", "airline.csv"}, {"scaling", "log-differences"}});
    const auto bytes =
        readBytes(std::string(RNNSCOPE_RESOURCES) + "/sequences/airline.csv", 1 << 20);
    ASSERT_TRUE(bytes) << bytes.error().text();
    const auto preview = previewCsv(*bytes, {}, 1, "airline.csv");
    ASSERT_TRUE(preview);
    file.sequence.reading.columns = {preview->columns.back()};
    file.sequence.bytes = std::make_shared<const std::string>(*bytes);
    ASSERT_TRUE(loadFiles(file));
    for (const bool column : {false, true}) {
        if (column)
            targetColumn(file, preview->columns.back());
        const Problem expected = problemOf(task), given = problemOf(file);
        if (column) {  // the same row is both
            EXPECT_EQ(given.input, *given.target);
            EXPECT_EQ(given.input.cols(), 143);
            EXPECT_EQ(given.input.leftCols(142), expected.input);
            EXPECT_EQ(given.target->rightCols(142), *expected.target);
        } else {
            EXPECT_EQ(given.input, expected.input);
            EXPECT_EQ(*given.target, *expected.target);
        }
    }
}

TEST(LogDifferences, NeedValuesAboveZero) {
    Choices setup = tenfold({1, 2, 0, 4});
    setup.sequence.scaling = Scaling::LogDifferences;
    EXPECT_THAT(complaint(setup), HasSubstr("data.csv: column 'x' is not above 0 in row 3"));
    setup.sequence.skip = 3;
    EXPECT_THAT(complaint(setup), HasSubstr("two are needed"));
    setup = tenfold({1, 2, -9, 4, 5, 6});
    setup.sequence.scaling = Scaling::LogDifferences;
    setup.sequence.resample = 2;
    EXPECT_THAT(complaint(setup), HasSubstr("in the step of rows 3 to 4"));
    setup.sequence.skip = 1;
    EXPECT_THAT(complaint(setup), HasSubstr("in the step of rows 3 to 4"));
    // Classes are not scaled.
    Eigen::MatrixXd table(3, 2);
    table << 1, 0, 2, 1, 4, 2;
    Choices classes = fromTable(table, {"x", "class"});
    classes.sequence.columns = {"x"};
    classes.sequence.scaling = Scaling::LogDifferences;
    classes.loss = Loss::CrossEntropy;
    targetColumn(classes, "class");
    EXPECT_EQ(*problemOf(classes).target, row({1, 2}));
    EXPECT_EQ(problemOf(classes).input.cols(), 2);
}

// ---- The way back

Eigen::MatrixXd targetAsRead(const Choices& setup) {
    const Problem problem = problemOf(setup);
    EXPECT_TRUE(problem.unscaling);
    return unscaled(problem.unscaling.value(), *problem.target);
}

TEST(Unscaled, TargetsAreTheFilesOwnValuesAgain) {
    for (const Scaling scaling : {Scaling::Standard, Scaling::MinMax, Scaling::LogDifferences}) {
        SCOPED_TRACE(static_cast<int>(scaling));
        const bool differences = scaling == Scaling::LogDifferences;
        Choices setup = tenfold({5, 1, 3, 8, 2, 4});
        setup.sequence.scaling = scaling;
        const auto expect = [&](const Eigen::RowVectorXd& whole) {
            const Eigen::MatrixXd back = targetAsRead(setup);
            const Eigen::RowVectorXd wanted =
                differences ? Eigen::RowVectorXd(whole.tail(whole.size() - 1)) : whole;
            ASSERT_EQ(back.cols(), wanted.cols());
            EXPECT_LT((back.row(0) - wanted).norm(), 1e-13 * wanted.norm());
        };
        expect(row({1, 3, 8, 2, 4}));
        setup.sequence.skip = 1;
        expect(row({3, 8, 2, 4}));
        setup.sequence.length = 2;
        expect(differences ? row({0, 8, 2}) : row({3, 8}));
        setup.readout = Readout::LastStep;
        expect(differences ? row({0, 2}) : row({8}));
        targetColumn(setup, "y");
        expect(differences ? row({0, 80}) : row({30}));
        setup.readout = Readout::EveryStep;
        expect(differences ? row({0, 30, 80}) : row({10, 30}));
        // Two rows, each by its own figures.
        setup.target = {};
        setup.sequence.columns.clear();
        expect(differences ? row({0, 8, 2}) : row({3, 8}));
        const Eigen::MatrixXd back = targetAsRead(setup);
        EXPECT_LT((back.row(1) - 10 * back.row(0)).norm(), 1e-11);
    }
}

TEST(Unscaled, OnlyWhereTheAnswerIsAScaledColumn) {
    Choices setup = tenfold({5, 1, 3, 8});
    EXPECT_FALSE(problemOf(setup).unscaling);
    setup.sequence.scaling = Scaling::Standard;
    EXPECT_TRUE(problemOf(setup).unscaling);
    setup.target.kind = TargetSource::Kind::None;
    EXPECT_FALSE(problemOf(setup).unscaling);
    setup = tenfold({1, 2, 3, 1});
    setup.sequence.scaling = Scaling::Standard;
    setup.loss = Loss::CrossEntropy;
    EXPECT_FALSE(problemOf(setup).unscaling);
    EXPECT_FALSE(problemOf(with({{"task", "sine"}})).unscaling);
}

TEST(Unscaled, AConstantColumnHasNoFactor) {
    for (const Scaling scaling : {Scaling::Standard, Scaling::MinMax})
        for (const double value : {0.1, -3.0, 0.0, 1e308}) {
            const Eigen::VectorXd column = Eigen::VectorXd::Constant(7, value);
            const ScalingLine line = scalingLine(column, scaling);
            EXPECT_EQ(line.offset, value);
            EXPECT_EQ(line.factor, 0);
            EXPECT_EQ(scaled(column, scaling), Eigen::VectorXd::Zero(7));
        }
}

TEST(Unscaled, LogDifferencesGoOnFromTheirOwnValues) {
    Unscaling unscaling{Scaling::LogDifferences, {}, {}, row({2, 3, 5})};
    const double ln2 = std::log(2.0);
    const Eigen::MatrixXd all = unscaled(unscaling, row({ln2, 0, ln2, ln2, 0}));
    EXPECT_LT((all - row({4, 3, 10, 20, 20})).norm(), 1e-13);
    EXPECT_LT((unscaled(unscaling, row({ln2, ln2}), 2) - row({10, 20})).norm(), 1e-13);
    EXPECT_EQ(unscaled({}, row({1, 2})), row({1, 2}));
}

// ---- The shown sequence

TEST(ShownSequence, IsLearntFromFirstAndTheOthersFollow) {
    Choices setup = several({4, 5, 6});
    setup.sequence.shown = 1;
    setup.training.sequences = 2;
    setup.training.fresh = true;
    const Problem problem = problemOf(setup);
    EXPECT_EQ(problem.sequences, 3u);
    EXPECT_EQ(problem.input.cols(), 4);
    ASSERT_EQ(problem.others.size(), 2u);
    EXPECT_EQ(problem.others[0].input.cols(), 5);
    EXPECT_EQ(problem.others[1].input.cols(), 3);
    EXPECT_EQ(batchInputs(setup, problem, 0)[0], problem.input);
    EXPECT_EQ(batchInputs(setup, problem, 1)[0], problem.others[1].input);
    EXPECT_EQ(stepsOfFile(setup), 5);
    setup.sequence.shown = 3;
    EXPECT_THAT(complaint(setup),
                HasSubstr("holds 3 sequences, so number 4 cannot be shown; 1 to 3 are possible"));
    // Complaints name the file's own number.
    setup = several({4, 1, 6});
    setup.sequence.shown = 2;
    setup.training.sequences = 3;
    EXPECT_THAT(complaint(setup), HasSubstr("sequence 2: has one step"));
}

TEST(ShownSequence, IsWhatEditsOfTheInputAreOf) {
    Choices setup = several({4, 5});
    setup.sequence.shown = 1;
    ASSERT_TRUE(setOption(setup, "edit", "x@2=9"));
    setup.training.sequences = 2;
    const Problem problem = problemOf(setup);
    const auto& values = setup.sequence.table->values;
    EXPECT_EQ(problem.input, row({values(4, 0), 9, values(6, 0), values(7, 0)}));
    EXPECT_EQ((*problem.target)(0, 0), 9);
    EXPECT_EQ(problem.others[0].input(0, 1), values(1, 0));
    const auto back = withoutInputEdits(setup, {{0, 1}}, 3);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->back().value, values(5, 0));
}

TEST(ShownSequence, TrainsAsIfItCameFirst) {
    Choices shown = several({4, 4});
    shown.sequence.shown = 1;
    shown.training.sequences = 2;
    Choices turned = shown;
    turned.sequence.shown = 0;
    Table table = *shown.sequence.table;
    table.values << shown.sequence.table->values.bottomRows(4),
        shown.sequence.table->values.topRows(4);
    turned.sequence.table = std::make_shared<const Table>(table);
    auto one = Experiment::create(shown), other = Experiment::create(turned);
    ASSERT_TRUE(one && other);
    one->runTo(5);
    other->runTo(5);
    EXPECT_EQ(one->snapshot(1)->record.output, other->snapshot(1)->record.output);
}

TEST(FileSteps, EveryChoiceOutlivesAFileOfSettings) {
    const Choices setup = with({{"input", "a.csv"},
                                {"encoding", "gb18030"},
                                {"text-unit", "words"},
                                {"sequence-column", "id"},
                                {"scaling", "log-differences"},
                                {"skip", "3"},
                                {"resample", "4"},
                                {"resample-by", "first"},
                                {"show-sequence", "2"}});
    std::vector<std::string> warnings;
    const auto back = setupFromJson(toJson(setup), "s.json", warnings);
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_TRUE(warnings.empty());
    EXPECT_EQ(back->sequence.reading, setup.sequence.reading);
    EXPECT_EQ(back->sequence.scaling, setup.sequence.scaling);
    EXPECT_EQ(back->sequence.skip, 3);
    EXPECT_EQ(back->sequence.resample, 4);
    EXPECT_FALSE(back->sequence.resampleMean);
    EXPECT_EQ(back->sequence.shown, 1u);
}

TEST(FileSteps, ADocumentBringsTheSameNumbersBack) {
    Choices setup = with({{"input", "folder/series.csv"},
                          {"encoding", "gb18030"},
                          {"sequence-column", "\xE5\x8F\xB7"},  // 号
                          {"columns", "x"},
                          {"scaling", "log-differences"},
                          {"skip", "1"},
                          {"resample", "2"},
                          {"show-sequence", "2"},
                          {"sequences", "2"}});
    std::string bytes = "\xBA\xC5,x\n";
    for (int row = 0; row < 24; ++row)
        bytes += std::to_string(row / 12) + "," + std::to_string(1 + row * row % 7) + "\n";
    setup.sequence.bytes = std::make_shared<const std::string>(bytes);
    const auto loaded = loadFiles(setup);
    ASSERT_TRUE(loaded) << loaded.error().text();
    const auto text = toJson(DocumentContent{setup, {}, {}});
    ASSERT_TRUE(text) << text.error().text();
    std::vector<std::string> warnings;
    auto back = documentFromJson(*text, "d.rnnscope", warnings);
    ASSERT_TRUE(back) << back.error().text();
    ASSERT_TRUE(loadFiles(back->setup));
    const Problem before = problemOf(setup), after = problemOf(back->setup);
    EXPECT_EQ(before.input.cols(), 3);  // 6 steps, without the first, the difference and the next
    EXPECT_EQ(after.input, before.input);
    EXPECT_EQ(*after.target, *before.target);
    ASSERT_EQ(after.others.size(), 1u);
    EXPECT_EQ(after.others[0].input, before.others[0].input);
    EXPECT_EQ(after.unscaling->base, before.unscaling->base);
}

}  // namespace
}  // namespace rnnscope
