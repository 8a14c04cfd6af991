// SPDX-License-Identifier: GPL-3.0-or-later
// The PyTorch script as text; that it runs and prints the right numbers is tested beside PyTorch,
// by tests/reference/script_check.py.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "core/script/python_step.h"
#include "core/script/python_text.h"
#include "core/script/pytorch_script.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::with;

std::string scriptOf(const Choices& setup) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    const auto script = pytorchScript(*experiment->snapshot(1));
    EXPECT_TRUE(script.ok()) << script.error().text();
    return script.ok() ? script.value() : std::string();
}

std::string refusal(const Choices& setup) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    const auto script = pytorchScript(*experiment->snapshot(1));
    return script.ok() ? "" : script.error().text();
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

TEST(PythonText, NumbersAreReadAsTheVerySame) {
    Random random(5);
    std::vector<double> values{0.1,  -1.0 / 3, 1e300, 5e-324, 2.2250738585072014e-308,
                               1e22, 123456789};
    for (int k = 0; k < 1000; ++k)
        values.push_back(std::ldexp(random.uniform(-1, 1), k % 200 - 100));
    for (const double value : values)
        EXPECT_EQ(std::strtod(pythonNumber(value).c_str(), nullptr), value) << pythonNumber(value);
}

TEST(PythonText, NumbersAreFloats) {
    EXPECT_EQ(pythonNumber(1), "1.0");
    EXPECT_EQ(pythonNumber(-3), "-3.0");
    EXPECT_EQ(pythonNumber(0.0), "0.0");
    EXPECT_EQ(pythonNumber(-0.0), "-0.0");
    EXPECT_EQ(pythonNumber(1e300), "1e+300");
}

TEST(PythonText, WhatIsNoNumberHasAName) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(pythonNumber(std::numeric_limits<double>::quiet_NaN()), "float(\"nan\")");
    EXPECT_EQ(pythonNumber(infinity), "float(\"inf\")");
    EXPECT_EQ(pythonNumber(-infinity), "-float(\"inf\")");
}

TEST(PythonText, CommentsStayOnTheirLine) {
    EXPECT_EQ(pythonComment("x\nimport os"), "x\uFFFDimport os");
    EXPECT_EQ(pythonComment("a\r\fb"), "a\uFFFD\uFFFDb");
    EXPECT_EQ(pythonComment("\xff"
                            "é"),
              "\uFFFDé");
    EXPECT_EQ(pythonComment("\"\"\" \\"), "\"\"\" \\");
}

TEST(PythonText, NamesAreNoWordsOfPython) {
    EXPECT_EQ(pythonName("f"), "f");
    EXPECT_EQ(pythonName("lambda"), "lambda_");
    EXPECT_EQ(pythonName("x"), "x_");
    EXPECT_EQ(pythonName("b_f"), "b_f_");
    EXPECT_EQ(pythonName("h_before"), "h_before_");
}

TEST(PythonText, ListsKeepToAHundredCharacters) {
    const Eigen::VectorXd values = Eigen::VectorXd::Constant(40, -0.1234567890123456);
    const std::string text = std::string(8, ' ') + pythonList(values, 8) + ",";
    std::size_t start = 0, lines = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        EXPECT_LE(end - start, 100U);
        start = end + 1;
        ++lines;
    }
    EXPECT_GT(lines, 8U);
    EXPECT_EQ(std::ranges::count(text, ','), 40);
    EXPECT_EQ(pythonList(Eigen::VectorXd::Constant(1, 2.0), 0), "[2.0]");
    Eigen::MatrixXd rows(2, 2);
    rows << 1, 2, 3, 4;
    EXPECT_EQ(pythonRows(rows, 0), "[\n    [1.0, 2.0],\n    [3.0, 4.0],\n]");
}

TEST(PythonStep, FollowsTheCellsOperations) {
    EXPECT_EQ(joined(pythonStep(*findCell("mgu"), {})),
              R"(W_if, W_in = getattr(self, "weight_ih" + suffix).chunk(2)
W_hf, W_hn = getattr(self, "weight_hh" + suffix).chunk(2)
b_if, b_in = getattr(self, "bias_ih" + suffix).chunk(2)
b_hf, b_hn = getattr(self, "bias_hh" + suffix).chunk(2)
f = torch.sigmoid(W_if @ x + b_if + W_hf @ h_before + b_hf)  # forget gate
n = torch.tanh(W_in @ x + b_in + W_hn @ (f * h_before) + b_hn)  # candidate
h = (1 - f) * h_before + f * n  # hidden state
return (h,)
)");
    const std::string peephole = joined(pythonStep(*findCell("lstm-peephole"), {}));
    EXPECT_THAT(peephole,
                HasSubstr("p_i, p_f, p_o = getattr(self, \"weight_ch\" + suffix).chunk(3)\n"));
    EXPECT_THAT(peephole,
                HasSubstr("o = torch.sigmoid(W_io @ x + b_io + W_ho @ h_before + b_ho + p_o * c)"));
    EXPECT_THAT(peephole, HasSubstr("return h, c\n"));
    EXPECT_THAT(joined(pythonStep(*findCell("gru"), {})),
                HasSubstr("n = torch.tanh(W_in @ x + b_in + r * (W_hn @ h_before + b_hn))"));
    EXPECT_THAT(joined(pythonStep(*findCell("rnn-relu"), {})),
                HasSubstr("W_ih = getattr(self, \"weight_ih\" + suffix)\n"));
}

TEST(PythonStep, HoldsWhatIsHeldAndNothingElse) {
    const Cell& cell = *findCell("lstm");
    const std::vector<std::size_t> held{*cell.find("f"), *cell.find("c")};
    const auto lines = pythonStep(cell, held);
    EXPECT_THAT(lines, Contains("f = held(\"f\", suffix, t, f)"));
    EXPECT_THAT(lines, Contains("c = held(\"c\", suffix, t, c)"));
    EXPECT_THAT(lines, Not(Contains(HasSubstr("held(\"i\""))));
    EXPECT_EQ(pythonStatesBefore(cell), "h_before, c_before");
}

TEST(PytorchScript, UsesPytorchsModulesWhereThereAreAny) {
    const auto module = [](const char* cell) {
        const std::string script = scriptOf(with({{"task", "sine"}, {"cell", cell}}));
        const std::size_t start = script.find("class Network(") + 14;
        return script.substr(start, script.find(')', start) - start);
    };
    EXPECT_EQ(module("rnn"), "nn.RNN");
    EXPECT_EQ(module("rnn-relu"), "nn.RNN");
    EXPECT_EQ(module("lstm"), "nn.LSTM");
    EXPECT_EQ(module("gru"), "nn.GRU");
    for (const char* cell : {"gru-reset-before", "lstm-peephole", "lstm-coupled", "ugrnn", "mgu"})
        EXPECT_EQ(module(cell), "nn.Module");
}

TEST(PytorchScript, WritesOutWhatTheModulesCannot) {
    const auto loops = [](const char* option, const char* value) {
        return scriptOf(with({{"task", "sine"}, {"cell", "lstm"}, {option, value}}))
                   .find("class Network(nn.Module)") != std::string::npos;
    };
    EXPECT_TRUE(loops("hold", "f=1"));
    EXPECT_TRUE(loops("truncate", "5"));
    // Nothing of these sequences is touched.
    EXPECT_FALSE(loops("hold", "f@9000=1"));
    EXPECT_FALSE(loops("hold", "z=1"));
    EXPECT_FALSE(loops("truncate", "9000"));
}

TEST(PytorchScript, HoldsTheShownUpdatesWeights) {
    auto experiment = Experiment::create(with({{"task", "sine"}, {"hidden", "2"}}));
    ASSERT_TRUE(experiment.ok());
    const double before = experiment->network().parameters().find("fc.bias")->value(0, 0);
    experiment->runTo(3);
    const double after = experiment->network().parameters().find("fc.bias")->value(0, 0);
    ASSERT_NE(before, after);
    const auto script = pytorchScript(*experiment->snapshot(1));
    ASSERT_TRUE(script.ok());
    EXPECT_THAT(script.value(), HasSubstr("after 3 updates"));
    EXPECT_THAT(script.value(),
                HasSubstr("\"fc.bias\": [\n        " + pythonNumber(after) + ",\n"));
    EXPECT_THAT(script.value(), Not(HasSubstr(pythonNumber(before))));
}

TEST(PytorchScript, HoldsTheShownUpdatesSequences) {
    const Choices setup =
        with({{"task", "adding"}, {"hidden", "2"}, {"sequences", "2"}, {"fresh", ""}});
    auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok());
    experiment->runTo(3);
    const auto script = pytorchScript(*experiment->snapshot(1));
    ASSERT_TRUE(script.ok());
    const auto holds = [&](int update, std::size_t which) {
        const Batch batch(setup, experiment->problem(), update);
        const Eigen::MatrixXd input =
            batch.input(which, experiment->network(), experiment->problem().initial);
        return script.value().find(pythonRows(input.transpose(), 8)) != std::string::npos;
    };
    EXPECT_TRUE(holds(3, 0));
    EXPECT_TRUE(holds(3, 1));
    EXPECT_FALSE(holds(2, 0));
    EXPECT_TRUE(holds(0, 0));  // the one that is shown
    EXPECT_FALSE(holds(0, 1));
    EXPECT_THAT(script.value(), HasSubstr("batch = SEQUENCES[1:]"));
}

TEST(PytorchScript, WritesNumbersThatAreNone) {
    Choices setup = testing::several({5});
    auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok());
    auto snapshot = std::make_shared<Snapshot>(*experiment->snapshot(1));
    snapshot->parameters.items[0].value(0, 0) = std::numeric_limits<double>::quiet_NaN();
    snapshot->parameters.items[0].value(1, 0) = -std::numeric_limits<double>::infinity();
    const auto script = pytorchScript(*snapshot);
    ASSERT_TRUE(script.ok());
    EXPECT_THAT(script.value(), HasSubstr("[float(\"nan\")],\n        [-float(\"inf\")],"));
}

TEST(PytorchScript, NamesOfFilesAndColumnsStayComments) {
    Eigen::MatrixXd values(3, 2);
    values << 1, 2, 3, 4, 5, 6;
    Choices setup = testing::fromTable(values, {"a\nimport os", "b"});
    setup.sequence.file = "x.csv\nraise SystemExit";
    const std::string script = scriptOf(setup);
    EXPECT_THAT(script, HasSubstr("# Columns of the input: a\uFFFDimport os, b\n"));
    EXPECT_THAT(script, HasSubstr("x.csv\uFFFDraise SystemExit\n"));
    EXPECT_THAT(script, Not(HasSubstr("\nimport os")));
    EXPECT_THAT(script, Not(HasSubstr("\nraise")));
}

TEST(PytorchScript, TheSameGivesTheSameText) {
    const Choices setup = with({{"task", "adding"}, {"sequences", "3"}, {"fresh", ""}});
    EXPECT_EQ(scriptOf(setup), scriptOf(setup));
}

TEST(PytorchScript, RefusesWhatHasNoLoss) {
    EXPECT_THAT(refusal(with({{"task", "sine"}, {"target", "none"}})),
                HasSubstr("without a target"));
}

TEST(PytorchScript, RefusesTooManyNumbers) {
    EXPECT_THAT(refusal(with({{"task", "sine"}, {"hidden", "600"}, {"cell", "lstm"}})),
                HasSubstr("million numbers"));
    EXPECT_THAT(
        refusal(
            with({{"task", "adding"}, {"length", "500"}, {"sequences", "1024"}, {"hidden", "1"}})),
        HasSubstr("million numbers"));
}

}  // namespace
}  // namespace rnnscope
