// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/tasks/task.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::with;

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

}  // namespace
}  // namespace rnnscope
