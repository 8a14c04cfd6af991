// SPDX-License-Identifier: GPL-3.0-or-later
// What core says is English until somebody speaks another language.
#include "core/sentence.h"

#include <gtest/gtest.h>

namespace rnnscope {
namespace {

std::string turned(const char* english) {
    return std::string(english) == "%1 before %2" ? "%2 after %1; %2!" : english;
}

struct Spoken {
    explicit Spoken(Sentence::Translate translate) { Sentence::speakBy(translate); }
    ~Spoken() { Sentence::speakBy(nullptr); }
};

TEST(Sentence, WordsArePutIn) {
    EXPECT_EQ(Sentence::tr("nothing to put in: 50 % of %"), "nothing to put in: 50 % of %");
    EXPECT_EQ(Sentence::tr("%1 before %2", "one", std::string("two")), "one before two");
    EXPECT_EQ(Sentence::tr("%1 of %2, %1", std::string_view("a"), 18446744073709551615U),
              "a of 18446744073709551615, a");
    EXPECT_EQ(Sentence::tr("%1 and %2", "%2", -3), "%2 and -3");
}

TEST(Sentence, ATranslationOrdersThemInItsOwnWay) {
    const Spoken spoken(turned);
    EXPECT_EQ(Sentence::tr("%1 before %2", "one", "two"), "two after one; two!");
    EXPECT_EQ(Sentence::tr("other %1", 1), "other 1");
}

}  // namespace
}  // namespace rnnscope
