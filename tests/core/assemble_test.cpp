// SPDX-License-Identifier: GPL-3.0-or-later
// From a setup to the problem that it describes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/analysis/jacobian.h"
#include "core/experiment.h"
#include "core/state_dict.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::complaint;
using ::testing::ElementsAre;
using testing::fromTable;
using ::testing::HasSubstr;
using testing::with;

TEST(Assemble, RefusesSizesAndNumbersOutOfRange) {
    EXPECT_THAT(complaint(with({{"hidden", "0"}})), HasSubstr("1 to 4096"));
    EXPECT_THAT(complaint(with({{"layers", "65"}})), HasSubstr("1 to 64"));
    EXPECT_THAT(complaint(with({{"clip-threshold", "0"}})), HasSubstr("above 0"));
    EXPECT_THAT(complaint(with({{"lr", "0"}})), HasSubstr("above 0"));
    EXPECT_THAT(complaint(with({{"length", "0"}})), HasSubstr("possible"));
    EXPECT_THAT(complaint(with({{"length", "900000"}, {"hidden", "512"}})), HasSubstr("GB"));
    EXPECT_THAT(complaint(with({{"hidden", "4096"}, {"cell", "lstm"}, {"layers", "64"}})),
                HasSubstr("GB"));
}

TEST(Assemble, NextValueShiftsByOne) {
    Eigen::MatrixXd values(4, 2);
    values << 1, 10, 2, 20, 3, 30, 4, 40;
    const auto problem = assemble(fromTable(values, {"a", "b"}));
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input.cols(), 3);
    EXPECT_EQ(problem->input.col(2), Eigen::Vector2d(3, 30));
    EXPECT_EQ(problem->target->col(2), Eigen::Vector2d(4, 40));
    EXPECT_EQ(problem->shape.output, 2);
}

TEST(Assemble, LengthCutsFromTheStart) {
    Choices setup = fromTable(Eigen::VectorXd::LinSpaced(10, 0, 9), {"x"});
    setup.sequence.length = 4;
    const auto problem = assemble(setup);
    ASSERT_TRUE(problem.ok());
    EXPECT_EQ(problem->input, (Eigen::RowVectorXd::LinSpaced(4, 0, 3)));
    EXPECT_EQ(*problem->target, (Eigen::RowVectorXd::LinSpaced(4, 1, 4)));
    setup.sequence.length = 10;
    EXPECT_THAT(complaint(setup), HasSubstr("1 to 9"));
}

TEST(Assemble, ATasksNextValueIsDrawnToo) {
    const auto problem = assemble(with({{"task", "sine"}, {"length", "20"}, {"target", "next"}}));
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input.cols(), 20);
    EXPECT_EQ(problem->input.rightCols(19), problem->target->leftCols(19));
    EXPECT_THAT(complaint(with({{"task", "airline"}, {"length", "143"}, {"target", "next"}})),
                HasSubstr("1 to 142"));
}

TEST(Assemble, ColumnsAreInputsAndTargetByName) {
    Eigen::MatrixXd values(3, 3);
    values << 1, 2, 3, 4, 5, 6, 7, 8, 9;
    Choices setup = fromTable(values, {"a", "b", "y"});
    setup.sequence.columns = {"2", "a"};
    ASSERT_TRUE(setOption(setup, "target", "column:y").ok());
    setup.sequence.table = std::make_shared<const Table>(Table{{"a", "b", "y"}, values});
    const auto problem = assemble(setup);
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input.col(0), Eigen::Vector2d(2, 1));
    EXPECT_EQ((*problem->target)(0, 2), 9);
    EXPECT_THAT(problem->inputNames, ElementsAre("b", "a"));
    setup.target.name = "z";
    EXPECT_THAT(complaint(setup), HasSubstr("no column 'z'"));
}

TEST(Assemble, ScalingConcernsNumbersAndNotClasses) {
    Eigen::MatrixXd values(4, 2);
    values << 0, 100, 1, 200, 2, 300, 1, 400;
    Choices setup = fromTable(values, {"label", "x"});
    setup.sequence.scaling = Scaling::MinMax;
    setup.sequence.columns = {"x"};
    ASSERT_TRUE(setOption(setup, "target", "column:label").ok());
    setup.sequence.table = std::make_shared<const Table>(Table{{"label", "x"}, values});
    auto problem = assemble(setup);
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input(0, 3), 1);
    EXPECT_EQ((*problem->target)(0, 2), 1);  // 2 of 0 … 2
    setup.loss = Loss::CrossEntropy;
    problem = assemble(setup);
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ((*problem->target)(0, 2), 2);
    setup.sequence.columns = {"label"};
    setup.target = {};
    problem = assemble(setup);
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ((*problem->target)(0, 1), 2);
    EXPECT_EQ(problem->input(0, 1), 0.5);
}

TEST(Assemble, ColumnNumbersAreThoseOfTheFile) {
    const auto setupWith = [](const char* columns, const char* target) {
        Choices setup;
        EXPECT_TRUE(setOption(setup, "input", "x.csv").ok());
        EXPECT_TRUE(setOption(setup, "columns", columns).ok());
        EXPECT_TRUE(setOption(setup, "target", target).ok());
        const auto loaded = loadFiles(setup, [](const std::string&) {
            return Result<std::string>("a,b,\"c,d\"\n1,10,100\n2,20,200\n3,30,300\n");
        });
        EXPECT_TRUE(loaded.ok()) << loaded.error().text();
        return setup;
    };
    auto problem = assemble(setupWith("2,1", "column:3"));
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input.col(0), Eigen::Vector2d(10, 1));
    EXPECT_EQ((*problem->target)(0, 1), 200);
    problem = assemble(setupWith("\"c,d\",2", "column:1"));
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input.col(2), Eigen::Vector2d(300, 30));
    EXPECT_EQ((*problem->target)(0, 2), 3);
    problem = assemble(setupWith("3", "next"));
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->input(0, 1), 200);
}

TEST(Assemble, AbsentBiasesHaveNoGradient) {
    const NetworkShape shape{.cell = findCell("lstm"), .input = 1, .hidden = 3};
    Random random(2);
    auto arrays = toArrays(Network::initialParameters(shape, random));
    std::erase_if(arrays, [](const Array& array) { return array.name.starts_with("bias_"); });
    Choices setup;
    setup.weights = {"w.safetensors", std::make_shared<const std::vector<Array>>(arrays)};
    auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok()) << experiment.error().text();
    const auto snapshot = experiment->snapshot(1);
    EXPECT_EQ(snapshot->parameters.count(), 12 + 36 + 3 + 1);
    EXPECT_EQ(snapshot->backward->gradients.parameters.find("bias_ih_l0")->value.norm(), 0);
    EXPECT_EQ(toArrays(snapshot->parameters).size(), 4u);
    EXPECT_EQ(snapshot->backward->clip.entries, 52);
}

TEST(Assemble, OneStepHasNoNextValue) {
    Choices setup = fromTable(Eigen::MatrixXd::Ones(1, 1), {"x"});
    EXPECT_THAT(complaint(setup), HasSubstr("next value"));
    setup.target.kind = TargetSource::Kind::None;
    EXPECT_EQ(complaint(setup), "");
}

TEST(Assemble, CrossEntropyNeedsClasses) {
    Choices setup = fromTable(Eigen::VectorXd::LinSpaced(5, 0, 1), {"x"});
    setup.loss = Loss::CrossEntropy;
    EXPECT_THAT(complaint(setup), HasSubstr("class number"));
    setup.sequence.table =
        std::make_shared<const Table>(Table{{"x"}, Eigen::VectorXd::LinSpaced(4, 0, 3)});
    const auto problem = assemble(setup);
    ASSERT_TRUE(problem.ok());
    EXPECT_EQ(problem->shape.output, 4);
    EXPECT_THAT(complaint(with({{"task", "sine"}, {"loss", "cross-entropy"}})),
                HasSubstr("asks for numbers"));
}

TEST(Assemble, TargetFileMustFit) {
    Choices setup = fromTable(Eigen::VectorXd::LinSpaced(5, 0, 1), {"x"});
    setup.target.kind = TargetSource::Kind::File;
    setup.target.name = "y.csv";
    setup.target.table = std::make_shared<const Table>(Table{{"y"}, Eigen::VectorXd::Ones(4)});
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: has 4 rows"));
    setup.target.table = std::make_shared<const Table>(Table{{"y"}, Eigen::VectorXd::Ones(6)});
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: has 6 rows"));
    setup.target.table = std::make_shared<const Table>(Table{{"y"}, Eigen::VectorXd::Ones(1)});
    EXPECT_THAT(complaint(setup), HasSubstr("y.csv: has 1 row"));
    setup.readout = Readout::LastStep;
    EXPECT_EQ(complaint(setup), "");
}

TEST(Assemble, ForgetBiasAndSpectralRadiusReplaceWhatIsSeeded) {
    const Choices plain = with({{"cell", "lstm"}});
    const Choices changed =
        with({{"cell", "lstm"}, {"forget-bias", "2.5"}, {"spectral-radius", "0.7"}});
    const auto a = assemble(plain), b = assemble(changed);
    ASSERT_TRUE(a.ok() && b.ok());
    EXPECT_EQ(b->parameters.find("bias_ih_l0")->value.middleRows(8, 8),
              Eigen::VectorXd::Constant(8, 2.5));
    EXPECT_EQ(b->parameters.find("bias_hh_l0")->value.middleRows(8, 8), Eigen::VectorXd::Zero(8));
    EXPECT_EQ(a->parameters.find("bias_ih_l0")->value.topRows(8),
              b->parameters.find("bias_ih_l0")->value.topRows(8));
    EXPECT_EQ(a->parameters.find("weight_ih_l0")->value, b->parameters.find("weight_ih_l0")->value);
    for (Index row = 0; row < 32; row += 8)
        EXPECT_NEAR(spectralRadius(b->parameters.find("weight_hh_l0")->value.middleRows(row, 8)),
                    0.7, 1e-12);
}

TEST(Assemble, WeightsBringTheirSizes) {
    const NetworkShape shape{.cell = findCell("gru"),
                             .input = 1,
                             .hidden = 5,
                             .output = 1,
                             .layers = 2,
                             .bidirectional = true};
    Random random(2);
    const Parameters parameters = Network::initialParameters(shape, random);
    auto arrays = toArrays(parameters, "rnn.");
    Choices setup;
    setup.weights = {"w.safetensors", std::make_shared<const std::vector<Array>>(arrays)};
    const auto problem = assemble(setup);
    ASSERT_TRUE(problem.ok()) << problem.error().text();
    EXPECT_EQ(problem->shape, shape);
    for (std::size_t k = 0; k < parameters.items.size(); ++k)
        EXPECT_EQ(problem->parameters.items[k].value, parameters.items[k].value);
}

TEST(Assemble, InitialStateMustFit) {
    Choices setup = with({{"cell", "lstm"}, {"hidden", "3"}, {"bidirectional", ""}});
    const auto give = [&](std::vector<Array> arrays) {
        setup.initialState = {"s.npz",
                              std::make_shared<const std::vector<Array>>(std::move(arrays))};
        return complaint(setup);
    };
    const Eigen::MatrixXd good = Eigen::MatrixXd::Ones(2, 3);
    EXPECT_EQ(give({Array::matrix("h0", good), Array::matrix("c0", good)}), "");
    EXPECT_THAT(give({Array::matrix("h0", good)}), HasSubstr("no array 'c0'"));
    EXPECT_THAT(give({Array::matrix("h0", good), Array::matrix("c0", good.transpose())}),
                HasSubstr("(3, 2)"));
    Array batched = Array::matrix("h0", good);
    batched.shape = {2, 1, 3};
    EXPECT_EQ(give({batched, Array::matrix("c0", good)}), "");
}

TEST(Scaling, StandardAndMinMaxDoWhatTheySay) {
    const Eigen::VectorXd values = Eigen::Vector4d(100, 300, 500, 700);
    const Eigen::VectorXd standard = scaled(values, Scaling::Standard);
    EXPECT_NEAR(standard.mean(), 0, 1e-15);
    EXPECT_NEAR(standard.array().square().mean(), 1, 1e-15);
    EXPECT_LT((scaled(values, Scaling::MinMax) - Eigen::Vector4d(0, 1.0 / 3, 2.0 / 3, 1)).norm(),
              1e-15);
    EXPECT_EQ(scaled(values, Scaling::None), values);
    EXPECT_EQ(scaled(Eigen::Vector3d(5, 5, 5), Scaling::Standard),
              Eigen::VectorXd(Eigen::Vector3d::Zero()));
    EXPECT_TRUE(scaled(Eigen::Vector3d(1e308, -1e308, 1e308), Scaling::Standard).allFinite());
}

}  // namespace
}  // namespace rnnscope
