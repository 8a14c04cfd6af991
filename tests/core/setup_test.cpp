// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/analysis/jacobian.h"
#include "core/experiment.h"
#include "core/state_dict.h"
#include "core/tasks/task.h"

namespace rnnscope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
// GoogleTest reserves the name Setup inside tests.
using Choices = rnnscope::Setup;

Choices with(std::initializer_list<std::pair<const char*, const char*>> options) {
    Choices setup;
    for (const auto& [name, value] : options) {
        const auto status = setOption(setup, name, value);
        EXPECT_TRUE(status.ok()) << name;
    }
    return setup;
}

std::string complaint(const Choices& setup) {
    const auto problem = assemble(setup);
    return problem.ok() ? "" : problem.error().text();
}

Choices fromTable(Eigen::MatrixXd values, std::vector<std::string> columns) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "data.csv";
    setup.sequence.table =
        std::make_shared<const Table>(Table{std::move(columns), std::move(values)});
    return setup;
}

TEST(Setup, JsonRoundTripIsExact) {
    Choices setup = with({{"cell", "gru-reset-before"},
                          {"hidden", "13"},
                          {"layers", "2"},
                          {"bidirectional", ""},
                          {"seed", "18446744073709551615"},
                          {"forget-bias", "0.1"},
                          {"spectral-radius", "1.6000000000000001"},
                          {"task", "parity"},
                          {"length", "17"},
                          {"target", "none"},
                          {"readout", "last-step"},
                          {"clip", "norm"},
                          {"clip-threshold", "0.30000000000000004"},
                          {"lr", "1e-3"}});
    std::vector<std::string> warnings;
    const auto back = setupFromJson(toJson(setup), "setup.json", warnings);
    ASSERT_TRUE(back.ok()) << back.error().text();
    EXPECT_EQ(*back, setup);
    EXPECT_TRUE(warnings.empty());
}

TEST(Setup, EveryTaskSurvivesJson) {
    for (const Task& task : tasks()) {
        const Choices setup = with({{"task", task.id.data()}});
        std::vector<std::string> warnings;
        const auto back = setupFromJson(toJson(setup), "setup.json", warnings);
        ASSERT_TRUE(back.ok());
        EXPECT_EQ(*back, setup) << task.id;
    }
}

TEST(Setup, FilesLieBesideTheSetup) {
    std::vector<std::string> warnings;
    const auto setup = setupFromJson(
        R"({"format":"rnnscope-setup","version":1,"input":"data.csv","columns":["a","b"],
            "target":"column:c","weights":"/abs/w.safetensors"})",
        "/home/me/setup.json", warnings);
    ASSERT_TRUE(setup.ok()) << setup.error().text();
    EXPECT_EQ(setup->sequence.file, "/home/me/data.csv");
    EXPECT_THAT(setup->sequence.columns, ElementsAre("a", "b"));
    EXPECT_EQ(setup->target.name, "c");
    EXPECT_EQ(setup->weights.file, "/abs/w.safetensors");
}

TEST(Setup, JsonThatIsWrongIsNamed) {
    std::vector<std::string> warnings;
    const auto error = [&](const std::string& text) {
        const auto setup = setupFromJson(text, "s.json", warnings);
        return setup.ok() ? std::string() : setup.error().text();
    };
    EXPECT_THAT(error(""), HasSubstr("s.json:1:1"));
    EXPECT_THAT(error("{\n  \"format\": oops}"), HasSubstr("s.json:2:"));
    EXPECT_THAT(error("[]"), HasSubstr("rnnscope-setup"));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup"})"), HasSubstr("version"));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup","version":2})"), HasSubstr("newer"));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup","version":1,"task":"sine","hidden":"x"})"),
                HasSubstr("\"hidden\""));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup","version":1,"task":"sine","cell":"elman"})"),
                HasSubstr("there are rnn"));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup","version":1,"task":"sine","lr":1e999})"),
                HasSubstr("s.json"));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup","version":1})"), HasSubstr("no sequence"));
    EXPECT_THAT(error(R"({"format":"rnnscope-setup","version":1,"task":"sine","input":"a.csv"})"),
                HasSubstr("contradict"));
    EXPECT_THAT(error(std::string(100000, '[')), HasSubstr("nested"));
    EXPECT_EQ(error(R"({"format":"rnnscope-setup","version":1,"task":"sine","colour":"red"})"), "");
    EXPECT_THAT(warnings, ElementsAre(HasSubstr("\"colour\"")));
}

TEST(Setup, OptionsRefuseWhatMakesNoSense) {
    Choices setup;
    for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
             {"hidden", "8.5"},
             {"hidden", ""},
             {"hidden", "99999999999999999999"},
             {"seed", "-1"},
             {"lr", "1e999"},
             {"lr", "nan"},
             {"clip", "both"},
             {"loss", "mae"},
             {"task", "chess"},
             {"target", "column:"},
             {"columns", "a,,b"},
             {"no-such-option", "1"}}) {
        const Choices before = setup;
        const auto status = setOption(setup, name, value);
        EXPECT_FALSE(status.ok()) << name << " " << value;
    }
}

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

TEST(Setup, AColumnsNameMayHoldAComma) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "x.csv";
    setup.sequence.columns = {"a,b", "say \"c\"", "d"};
    std::vector<std::string> warnings;
    const auto back = setupFromJson(toJson(setup), "s.json", warnings);
    ASSERT_TRUE(back.ok()) << back.error().text();
    EXPECT_EQ(back->sequence.columns, setup.sequence.columns);
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

TEST(StateDict, SaysWhichTensorIsWrong) {
    const NetworkShape shape{.cell = findCell("lstm"), .input = 2, .hidden = 3, .layers = 2};
    Random random(2);
    const auto whole = toArrays(Network::initialParameters(shape, random));
    const auto complaintWithout = [&](auto&& change) {
        auto arrays = whole;
        change(arrays);
        const auto dict = readStateDict(arrays, *findCell("rnn"), "w.safetensors");
        return dict.ok() ? std::string() : dict.error().text();
    };
    using Arrays = std::vector<Array>;
    EXPECT_EQ(complaintWithout([](Arrays&) {}), "");
    EXPECT_THAT(complaintWithout([](Arrays& a) {
                    a[1].shape = {3, 12};
                }),
                HasSubstr("weight_hh_l0"));
    EXPECT_THAT(complaintWithout([](Arrays& a) { a.erase(a.begin() + 4); }),
                HasSubstr("weight_ih_l1"));
    EXPECT_THAT(complaintWithout([](Arrays& a) {
                    a[4].shape = {12, 2};
                    a[4].data.resize(24);
                }),
                HasSubstr("weight_ih_l1"));
    EXPECT_THAT(complaintWithout([](Arrays& a) {
                    a[2].shape = {6};
                    a[2].data.resize(6);
                }),
                HasSubstr("bias_ih_l0"));
    EXPECT_THAT(complaintWithout([](Arrays& a) { a[0].name = "other.weight"; }),
                HasSubstr("weight_ih_l0"));
    EXPECT_THAT(complaintWithout([](Arrays& a) {
                    a.back().shape = {2};
                    a.back().data.resize(2);
                }),
                HasSubstr("fc.bias"));
    EXPECT_THAT(complaintWithout([](Arrays& a) {
                    a.push_back(Array::vector("norm.running_mean", Eigen::VectorXd::Ones(3)));
                }),
                HasSubstr("norm.running_mean"));
    EXPECT_THAT(complaintWithout([](Arrays& a) {
                    a.resize(2);
                    a[1].shape = {6, 3};
                    a[1].data.resize(18);
                }),
                HasSubstr("2 times"));
    EXPECT_THAT(complaintWithout([](Arrays& a) { a.clear(); }), HasSubstr("weight_ih_l0"));
    // Biases and the read-out may be missing.
    EXPECT_EQ(complaintWithout([](Arrays& a) { a.resize(2); }), "");
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

TEST(Experiment, SteppingBackGivesTheSameBits) {
    auto experiment =
        Experiment::create(with({{"task", "adding"}, {"cell", "gru"}, {"clip", "norm"}}));
    ASSERT_TRUE(experiment.ok());
    std::vector<double> losses;
    std::vector<Eigen::MatrixXd> outputs;
    for (int update = 0; update < 6; ++update) {
        const auto snapshot = experiment->snapshot(1);
        losses.push_back(snapshot->backward->loss.loss);
        outputs.push_back(snapshot->record.output);
        EXPECT_EQ(snapshot->history.size(), static_cast<std::size_t>(update) + 1);
        experiment->trainStep();
    }
    EXPECT_LT(losses[5], losses[0]);
    for (const int update : {3, 0, 5, 2}) {
        experiment->runTo(update);
        const auto snapshot = experiment->snapshot(2);
        EXPECT_EQ(snapshot->update, update);
        EXPECT_EQ(snapshot->backward->loss.loss, losses[static_cast<std::size_t>(update)]);
        EXPECT_EQ(snapshot->record.output, outputs[static_cast<std::size_t>(update)]);
    }
}

// One update by hand: the parameters move by rate times the clipped gradient.
TEST(Experiment, AnUpdateFollowsTheClippedGradient) {
    auto experiment =
        Experiment::create(with({{"clip", "value"}, {"clip-threshold", "0.01"}, {"lr", "0.5"}}));
    ASSERT_TRUE(experiment.ok());
    const auto before = experiment->snapshot(1);
    experiment->trainStep();
    const auto after = experiment->snapshot(2);
    EXPECT_TRUE(before->backward->clip.engaged());
    for (std::size_t k = 0; k < before->parameters.items.size(); ++k) {
        const Eigen::MatrixXd expected =
            before->parameters.items[k].value - 0.5 * before->backward->clipped.items[k].value;
        EXPECT_EQ(after->parameters.items[k].value, expected);
        EXPECT_LE(before->backward->clipped.items[k].value.cwiseAbs().maxCoeff(), 0.01);
    }
}

TEST(Experiment, WithoutTargetThereIsNoBackwardPass) {
    auto experiment = Experiment::create(with({{"target", "none"}}));
    ASSERT_TRUE(experiment.ok());
    const auto snapshot = experiment->snapshot(1);
    EXPECT_FALSE(snapshot->backward);
    EXPECT_FALSE(snapshot->overflow);
    EXPECT_EQ(snapshot->steps(), 50);
}

}  // namespace
}  // namespace rnnscope
