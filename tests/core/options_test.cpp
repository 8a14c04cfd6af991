// SPDX-License-Identifier: GPL-3.0-or-later
// Every choice as text and as JSON, by the table that both share.
#include <gtest/gtest.h>

#include <map>

#include "core/setup.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::with;

// A value for every choice that differs from the default; a new option must find one here.
TEST(Options, EveryOptionSurvivesJson) {
    const std::map<std::string_view, const char*> values = {
        {"cell", "gru"},
        {"nonlinearity", "relu"},
        {"gru-form", "reset-before"},
        {"hidden", "13"},
        {"layers", "3"},
        {"bidirectional", "true"},
        {"seed", "18446744073709551615"},
        {"forget-bias", "-0.1"},
        {"spectral-radius", "0.7"},
        {"recurrent", "identity"},
        {"zero-biases", "true"},
        {"weights", "/w.safetensors"},
        {"task", "parity"},
        {"input", "/x.csv"},
        {"columns", "a,b"},
        {"missing", "drop"},
        {"delimiter", "bar"},
        {"header", "no"},
        {"decimal", "comma"},
        {"encoding", "gb18030"},
        {"text-unit", "words"},
        {"sequence-column", "run, of a day"},
        {"scaling", "log-differences"},
        {"input-scale", "1e-3"},
        {"skip", "3"},
        {"resample", "12"},
        {"resample-by", "first"},
        {"show-sequence", "4"},
        {"length", "17"},
        {"target", "none"},
        {"readout", "last-step"},
        {"loss", "cross-entropy"},
        {"initial-state", "/s.npz"},
        {"carry-state", "true"},
        {"generate", "40"},
        {"prompt", "42, \"she\" said\n"},
        {"temperature", "0.5"},
        {"draw", "7"},
        {"hold", "f=1,h_l0[3]@5-9=-0.25"},
        {"edit", "weight_hh_l0.f[3,5]=0.7,x@5#12=-0.25"},
        {"lanes", "cell=lstm, forget-bias=2; *; hold=\"f=1,h[3]@5-9=0\"; same"},
        {"clip", "value"},
        {"clip-threshold", "0.30000000000000004"},
        {"optimizer", "rmsprop"},
        {"lr", "1e300"},
        {"updates", "1000000"},
        {"sequences", "32"},
        {"fresh", "true"},
        {"truncate", "5"},
        {"teacher-forcing", "0.25"},
        {"twin", "true"}};
    for (const SetupOption& option : setupOptions()) {
        ASSERT_TRUE(values.contains(option.name)) << option.name;
        Choices setup;
        ASSERT_TRUE(setOption(setup, option.name, values.at(option.name)).ok()) << option.name;
        EXPECT_FALSE(setup == Choices()) << option.name;
        std::vector<std::string> warnings;
        const auto back = setupFromJson(toJson(setup), "/setup.json", warnings);
        ASSERT_TRUE(back.ok()) << option.name << back.error().text();
        EXPECT_EQ(*back, setup) << option.name;
        EXPECT_TRUE(warnings.empty());
    }
}

TEST(Options, ASwitchCanBeSetEitherWay) {
    for (const char* name : {"bidirectional", "zero-biases", "carry-state", "fresh", "twin"}) {
        Choices setup;
        EXPECT_TRUE(setOption(setup, name, "").ok());
        EXPECT_FALSE(setup == Choices()) << name;
        EXPECT_TRUE(setOption(setup, name, "false").ok());
        EXPECT_EQ(setup, Choices()) << name;
        EXPECT_FALSE(setOption(setup, name, "perhaps").ok());
        std::vector<std::string> warnings;
        const auto off = setupFromJson(std::string(R"({"format":"rnnscope-setup","version":1,)") +
                                           R"("task":"sine",")" + name + R"(":false})",
                                       "s.json", warnings);
        ASSERT_TRUE(off.ok());
        EXPECT_EQ(*off, with({{"task", "sine"}}));
    }
}

}  // namespace
}  // namespace rnnscope
