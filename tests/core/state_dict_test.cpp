// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state_dict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/network.h"
#include "core/random.h"

namespace rnnscope {
namespace {

using ::testing::HasSubstr;

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
                    a.resize(2);
                    a[1].shape = {15, 3};
                    a[1].data.resize(45);
                }),
                HasSubstr("5 times"));
    EXPECT_THAT(complaintWithout([](Arrays& a) { a.clear(); }), HasSubstr("weight_ih_l0"));
    // Biases and the read-out may be missing.
    EXPECT_EQ(complaintWithout([](Arrays& a) { a.resize(2); }), "");
}

}  // namespace
}  // namespace rnnscope
