// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what is held, changed one choice at a time.
#include "core/hold_list.h"

#include <gtest/gtest.h>

#include "core/experiment.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

std::vector<HoldChoice> read(std::string_view text) {
    return *parseHolds(text);
}
HoldChoice one(std::string_view text) {
    return read(text).front();
}

TEST(HoldList, CoversWhatKeepsNoMore) {
    for (const auto& [whole, part] : std::initializer_list<std::pair<const char*, const char*>>{
             {"f=1", "f=0"},
             {"f=1", "f_l1_reverse[3]@5-9=0"},
             {"f_l1=1", "f_l1[2]=1"},
             {"f[2]=1", "f_l0[2]@3=0"},
             {"f@2-9=1", "f@2-9=0"},
             {"f@2-9=1", "f[4]@3-3=0"}})
        EXPECT_TRUE(covers(one(whole), one(part))) << whole << " " << part;
    for (const auto& [whole, part] :
         std::initializer_list<std::pair<const char*, const char*>>{{"f=1", "i=1"},
                                                                    {"f_l1=1", "f=1"},
                                                                    {"f_l1=1", "f_l1_reverse=1"},
                                                                    {"f_l1=1", "f_l0=1"},
                                                                    {"f[2]=1", "f=1"},
                                                                    {"f[2]=1", "f[3]=1"},
                                                                    {"f@2-9=1", "f=1"},
                                                                    {"f@2-9=1", "f@1-9=0"},
                                                                    {"f@2-9=1", "f@2-10=0"}})
        EXPECT_FALSE(covers(one(whole), one(part))) << whole << " " << part;
}

TEST(HoldList, ANewChoiceCountsAndReplacesWhatItCovers) {
    EXPECT_EQ(withHold({}, one("f=1")), read("f=1"));
    EXPECT_EQ(withHold(read("f=1"), one("f=0")), read("f=0"));
    EXPECT_EQ(withHold(read("f=1,i=0"), one("f=1")), read("i=0,f=1"));
    EXPECT_EQ(withHold(read("f[2]=1,i=0,f@3=0"), one("f=0.5")), read("i=0,f=0.5"));
    EXPECT_EQ(withHold(read("f=1"), one("f[2]@4=0")), read("f=1,f[2]@4=0"));
    EXPECT_EQ(withHold(read("f=1"), one("f_l1=0")), read("f=1,f_l1=0"));
    EXPECT_EQ(withHold(read("f_l1=1,f_l1_reverse=1"), one("f_l1=0")),
              read("f_l1_reverse=1,f_l1=0"));
}

TEST(HoldList, ReleasesAQuantityWhereItIsHeld) {
    const auto all = read("f=1,i[2]=0,f_l1[3]=0,f_l1_reverse=0.5");
    EXPECT_EQ(withoutHold(all, "f"), read("i[2]=0"));
    EXPECT_EQ(withoutHold(all, "f", 1), read("i[2]=0,f_l1_reverse=0.5"));
    EXPECT_EQ(withoutHold(all, "f", 1, true), read("i[2]=0,f_l1[3]=0"));
    EXPECT_EQ(withoutHold(all, "f", 0), read("i[2]=0,f_l1[3]=0,f_l1_reverse=0.5"));
    EXPECT_EQ(withoutHold(all, "h"), all);
    EXPECT_EQ(holdsOn(all, "f", 1), read("f=1,f_l1[3]=0"));
    EXPECT_TRUE(holdsOn(all, "o").empty());
}

// What is taken over what, in the numbers themselves.
TEST(HoldList, TheLastOfSeveralCounts) {
    const std::vector<HoldChoice> list = withHold(read("f=1"), one("f[2]@3-4=0.25"));
    testing::Choices setup = testing::with({{"cell", "lstm"}, {"length", "6"}});
    setup.holds = list;
    const auto experiment = Experiment::create(setup);
    ASSERT_TRUE(experiment.ok()) << experiment.error().text();
    Experiment run = *experiment;
    const auto pass = run.snapshot(1);
    const std::size_t f = *pass->shape().cell->find("f");
    for (Index t = 0; t < 6; ++t)
        for (Index unit = 0; unit < pass->shape().hidden; ++unit)
            EXPECT_EQ(pass->record.traces[0].value(f, unit, t),
                      unit == 1 && (t == 2 || t == 3) ? 0.25 : 1);
}

TEST(HoldList, IsNotEndless) {
    testing::Choices setup = testing::with({{"cell", "lstm"}, {"length", "600"}});
    for (Index t = 0; t < 257; ++t)
        setup.holds = withHold(std::move(setup.holds), {"f", {}, false, {}, t, t, 1});
    const Done fits = check(setup);
    ASSERT_FALSE(fits.ok());
    EXPECT_NE(fits.error().text().find("more than 256"), std::string::npos);
    setup.holds.pop_back();
    EXPECT_TRUE(check(setup).ok());
}

}  // namespace
}  // namespace rnnscope
