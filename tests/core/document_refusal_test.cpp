// SPDX-License-Identifier: GPL-3.0-or-later
// One clear line for whatever is no document of this program, and for what does not fit together.
#include <random>

#include "core/base64.h"
#include "tests/core/documents.h"

namespace rnnscope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using namespace rnnscope::testing;

/// A document with everything in it.
std::string fullDocument() {
    Choices setup =
        with({{"hidden", "2"}, {"optimizer", "adam"}, {"twin", ""}, {"lanes", "*; hidden=3"}});
    setup.sequence.task.clear();
    setup.sequence.file = "/home/somebody/secret/data.csv";
    setup.sequence.bytes = std::make_shared<const std::string>("x\n1\n2\n3\n4\n");
    setup.target = {};
    Experiment experiment = experimentOf(setup);
    experiment.runTo(2);
    return textOf(contentOf(*experiment.snapshot(1)));
}

std::string complaintOf(const std::string& text, std::vector<std::string>* warnings = nullptr) {
    std::vector<std::string> ignored;
    const auto content = documentFromJson(text, "d.rnnscope", warnings ? *warnings : ignored);
    return content.ok() ? std::string() : content.error().text();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(DocumentRefusal, FoldersStayAtHome) {
    const std::string text = fullDocument();
    EXPECT_THAT(text, HasSubstr("\"input\": \"data.csv\""));
    EXPECT_THAT(text, HasSubstr("\"text\": \"x\\n1\\n2\\n3\\n4\\n\""));
    EXPECT_THAT(text, Not(HasSubstr("somebody")));
}

TEST(DocumentRefusal, WhatIsNoDocumentIsRefusedInOneLine) {
    const std::string whole = fullDocument();
    EXPECT_EQ(complaintOf(whole), "");
    EXPECT_THAT(complaintOf(""), HasSubstr("d.rnnscope:1:1: is not JSON"));
    for (std::size_t length = 0; length + 3 < whole.size(); length += 7)
        EXPECT_THAT(complaintOf(whole.substr(0, length)), HasSubstr("is not JSON from here on"))
            << length;
    EXPECT_THAT(complaintOf(std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)), HasSubstr("is not JSON"));
    EXPECT_THAT(complaintOf(std::string(100000, '[')), HasSubstr("nested more than 16 deep"));
    EXPECT_THAT(complaintOf("{\"a\":" + std::string(100000, '{')), HasSubstr("nested"));
    std::string many = "[0";
    for (int k = 0; k < 300000; ++k)
        many += ",0";
    EXPECT_THAT(complaintOf(many + "]"), HasSubstr("holds more than 200000 values"));
    EXPECT_THAT(complaintOf("[]"), HasSubstr("\"format\": \"rnnscope-document\""));
    EXPECT_THAT(complaintOf(R"({"format":"rnnscope-setup","version":1,"task":"sine"})"),
                HasSubstr("is not a document"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"version\": 1", "\"version\": 2")),
                HasSubstr("is of version 2; this program reads up to version 1"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"version\": 1", "\"version\": \"1\"")),
                HasSubstr("has no version"));
    EXPECT_THAT(complaintOf(R"({"format":"rnnscope-document","version":1})"),
                HasSubstr("\"setup\": an object is needed"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"rnn\"", "\"elman\"")), HasSubstr("there are rnn"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"data.csv\"", "\"data/\"")),
                HasSubstr("\"setup.input\": the name of a file is needed"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"text\"", "\"words\"")),
                HasSubstr("\"files.input\": an object with either"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"files\"", "\"leaves\"")),
                HasSubstr("has no content of 'data.csv'; \"files.input\" is needed"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"update\": 2", "\"update\": -2")),
                HasSubstr("\"training.update\": a whole number from 0 to 1000000"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"update\": 2", "\"update\": 18446744073709551615")),
                HasSubstr("\"training.update\""));
    EXPECT_THAT(complaintOf(replaced(whole, "\"tensors\": \"", "\"tensors\": \"?")),
                HasSubstr("\"training.tensors\": a safetensors file in base64"));
    EXPECT_THAT(complaintOf(replaced(whole, "\"tensors\": \"", "\"tensors\": \"////")),
                HasSubstr("\"training.tensors\""));
    EXPECT_THAT(complaintOf(replaced(whole, "\"forward\"", "\"sideways\"")),
                HasSubstr("\"view.phase\""));
    EXPECT_THAT(complaintOf(replaced(whole, "\"unit\": 1", "\"unit\": 0")),
                HasSubstr("\"view.unit\""));
    EXPECT_THAT(complaintOf(replaced(whole, "\"unit\": 1", "\"unit\": 1e999")),
                HasSubstr("no double can hold"));
}

TEST(DocumentRefusal, UnknownFieldsAreNamed) {
    std::string text =
        replaced(fullDocument(), "\"setup\": {", "\"mood\": [1], \"setup\": {\"colour\": 3,");
    text = replaced(text, "\"view\": {", "\"view\": {\"zoom\": 2,");
    text = replaced(text, "\"training\": {", "\"training\": {\"pace\": null,");
    text = replaced(text, "\"files\": {", "\"files\": {\"weights\": {},");
    std::vector<std::string> warnings;
    EXPECT_EQ(complaintOf(text, &warnings), "");
    EXPECT_THAT(warnings, ElementsAre(HasSubstr("\"colour\""), HasSubstr("\"files.weights\""),
                                      HasSubstr("\"training.pace\""), HasSubstr("\"view.zoom\""),
                                      HasSubstr("\"mood\"")));
}

/// Whatever is inside, an answer comes and what is accepted can be run.
TEST(DocumentRefusal, ChangedAtRandomItIsRefusedOrWorks) {
    const std::string whole = fullDocument();
    std::mt19937 random(7);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string text = whole;
        for (int k = 0; k < 1 + round % 3; ++k)
            text[random() % text.size()] = static_cast<char>(random() % 256);
        std::vector<std::string> warnings;
        auto content = documentFromJson(text, "d.rnnscope", warnings);
        Done status = content ? loadFiles(content->setup) : Done(content.error());
        if (status)
            status = check(content->setup);
        if (status) {
            auto experiment = Experiment::create(content->setup);
            ASSERT_TRUE(experiment.ok());
            if (content->training && !content->training->arrays.empty())
                status = experiment->restore(*content->training);
            if (status)
                experiment->snapshot(1);
        }
        if (!status) {
            ++refused;
            EXPECT_THAT(status.error().text(), Not(IsEmpty()));
            EXPECT_THAT(status.error().text(), Not(HasSubstr("\n")));
        }
    }
    EXPECT_GT(refused, 20);
}

TEST(DocumentRefusal, ATrainingOfAnotherSetupIsRefused) {
    Experiment small =
        experimentOf(with({{"task", "sine"}, {"hidden", "3"}, {"optimizer", "adam"}}));
    small.runTo(2);
    TrainingState state = trainingState(*small.snapshot(1));
    const auto complaint = [&](const Choices& setup) {
        Experiment other = experimentOf(setup);
        const auto status = other.restore(state);
        EXPECT_EQ(other.update(), status.ok() ? state.update : 0);
        return status.ok() ? std::string() : status.error().text();
    };
    const Choices own = small.setup();
    EXPECT_EQ(complaint(own), "");
    EXPECT_THAT(complaint(with({{"task", "sine"}, {"hidden", "4"}, {"optimizer", "adam"}})),
                HasSubstr("of another shape"));
    EXPECT_THAT(complaint(with({{"task", "sine"}, {"hidden", "3"}, {"layers", "2"}})),
                HasSubstr("has no tensor 'weight_ih_l1'"));
    EXPECT_THAT(complaint(with({{"task", "sine"}, {"hidden", "3"}, {"twin", ""}})),
                HasSubstr("has no twin"));
    EXPECT_THAT(complaint(with({{"task", "sine"}, {"hidden", "3"}, {"lanes", "*; cell=gru"}})),
                HasSubstr("is of 1 networks, not 2"));
    EXPECT_THAT(complaint(with({{"task", "sine"}, {"hidden", "3"}, {"target", "none"}})),
                HasSubstr("no target"));
    state.known = 1;
    EXPECT_THAT(complaint(own), HasSubstr("contradict each other"));
    state.known = 9;
    EXPECT_THAT(complaint(own), HasSubstr("knows 9 updates but has 3 passes"));
    state.known = 2;
    std::erase_if(state.arrays,
                  [](const Array& array) { return array.name.starts_with("second."); });
    EXPECT_THAT(complaint(own), HasSubstr("has no tensor 'second."));
}

TEST(Base64, GivesTheBytesAgain) {
    // RFC 4648, section 10.
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
    std::string all;
    for (int k = 0; k < 256; ++k)
        all += static_cast<char>(k);
    EXPECT_EQ(fromBase64(toBase64(all)), all);
    for (const char* wrong : {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "=",
                              "====", "Z===", "Zg==Zg==", "Zm9v\n", "Zm 9v", "Zm9\xff"})
        EXPECT_FALSE(fromBase64(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace rnnscope
