// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: the same numbers after the files are gone, the same bytes when saved again, and one
// clear line for whatever else somebody opens.
#include "core/document_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "core/base64.h"
#include "core/experiment.h"
#include "core/random.h"
#include "core/weights.h"
#include "tests/core/reading.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using namespace rnnscope::testing;
namespace fs = std::filesystem;

/// As the window opens what a setup names.
Result<std::string> openAny(const std::string& file) {
    return readBytes(file.starts_with(":") ? RNNSCOPE_RESOURCES + file.substr(1) : file, 1 << 30);
}

class DocumentFileTest : public ::testing::Test {
  protected:
    DocumentFileTest() {
        folder_ = fs::temp_directory_path() /
                  ("rnnscope-document-" +
                   std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~DocumentFileTest() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }
    fs::path folder_;
};

void expectSame(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, const char* what) {
    ASSERT_EQ(a.rows(), b.rows()) << what;
    ASSERT_EQ(a.cols(), b.cols()) << what;
    EXPECT_EQ(std::memcmp(a.data(), b.data(), sizeof(double) * static_cast<std::size_t>(a.size())),
              0)
        << what;
}

void expectSame(const Parameters& a, const Parameters& b, const char* what) {
    ASSERT_EQ(a.items.size(), b.items.size()) << what;
    for (std::size_t k = 0; k < a.items.size(); ++k)
        expectSame(a.items[k].value, b.items[k].value, what);
}

/// To the last bit, other networks included.
void expectSame(const Snapshot& a, const Snapshot& b) {
    EXPECT_EQ(a.update, b.update);
    EXPECT_EQ(a.known, b.known);
    expectSame(a.problem->input, b.problem->input, "input");
    expectSame(a.parameters, b.parameters, "parameters");
    expectSame(a.record.output, b.record.output, "output");
    ASSERT_EQ(a.record.traces.size(), b.record.traces.size());
    for (std::size_t k = 0; k < a.record.traces.size(); ++k)
        for (std::size_t q = 0; q < a.record.traces[k].quantities().size(); ++q)
            expectSame(a.record.traces[k].overTime(q), b.record.traces[k].overTime(q), "trace");
    ASSERT_EQ(a.backward.has_value(), b.backward.has_value());
    if (a.backward) {
        expectSame(a.backward->clipped, b.backward->clipped, "clipped");
        expectSame(a.backward->gradients.parameters, b.backward->gradients.parameters, "gradient");
        expectSame(a.optimizer.first, b.optimizer.first, "first moment");
        expectSame(a.optimizer.second, b.optimizer.second, "second moment");
    }
    ASSERT_EQ(a.history.size(), b.history.size());
    for (std::size_t k = 0; k < a.history.size(); ++k) {
        const double ours[] = {a.history[k].loss, a.history[k].gradientNorm,
                               a.history[k].clippedNorm};
        const double theirs[] = {b.history[k].loss, b.history[k].gradientNorm,
                                 b.history[k].clippedNorm};
        EXPECT_EQ(std::memcmp(ours, theirs, sizeof ours), 0) << "history " << k;
        EXPECT_EQ(a.history[k].clipped, b.history[k].clipped);
    }
    EXPECT_EQ(a.divergence.has_value(), b.divergence.has_value());
    ASSERT_EQ(a.twin.has_value(), b.twin.has_value());
    if (a.twin) {
        expectSame(a.twin->state.parameters, b.twin->state.parameters, "twin");
        EXPECT_EQ(a.twin->state.update, b.twin->state.update);
        EXPECT_EQ(a.twin->history.size(), b.twin->history.size());
        EXPECT_EQ(a.twin->divergence.has_value(), b.twin->divergence.has_value());
    }
    ASSERT_EQ(a.others.size(), b.others.size());
    for (std::size_t k = 0; k < a.others.size(); ++k)
        expectSame(*a.others[k], *b.others[k]);
}

Experiment experimentOf(Choices setup) {
    const auto loaded = loadFiles(setup, openAny);
    EXPECT_TRUE(loaded.ok()) << loaded.error().text();
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    return *std::move(experiment);
}

DocumentContent contentOf(const Snapshot& snapshot) {
    DocumentContent content{snapshot.setup, std::nullopt, {}};
    if (snapshot.known > 0)
        content.training = trainingState(snapshot);
    return content;
}

std::string textOf(const DocumentContent& content) {
    const auto text = toJson(content);
    EXPECT_TRUE(text.ok()) << text.error().text();
    return text.ok() ? *text : std::string();
}

/// From its text alone, without any file.
Experiment reopened(const std::string& text) {
    std::vector<std::string> warnings;
    auto content = documentFromJson(text, "/elsewhere/lesson.rnnscope", warnings);
    EXPECT_TRUE(content.ok()) << content.error().text();
    EXPECT_THAT(warnings, IsEmpty());
    const auto loaded = loadFiles(content->setup, [](const std::string& file) {
        return Result<std::string>(Error{"must not be opened", file});
    });
    EXPECT_TRUE(loaded.ok()) << loaded.error().text();
    auto experiment = Experiment::create(content->setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    if (content->training) {
        const auto status = experiment->restore(*content->training);
        EXPECT_TRUE(status.ok()) << status.error().text();
    }
    return *std::move(experiment);
}

/// Saves, opens, compares every number, saves again, compares every byte.
void expectRoundTrip(const Snapshot& snapshot) {
    const std::string text = textOf(contentOf(snapshot));
    Experiment again = reopened(text);
    const auto shown = again.snapshot(2);
    expectSame(snapshot, *shown);
    EXPECT_EQ(textOf(contentOf(*shown)), text);
}

TEST_F(DocumentFileTest, EveryShippedSetupComesBackTrained) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(RNNSCOPE_RESOURCES) / "setups")) {
        SCOPED_TRACE(entry.path().filename());
        std::vector<std::string> warnings;
        const auto setup =
            setupFromJson(*readBytes(entry.path(), 1 << 20), entry.path().string(), warnings);
        ASSERT_TRUE(setup.ok());
        Experiment experiment = experimentOf(*setup);
        expectRoundTrip(*experiment.snapshot(1));
        experiment.runTo(3);
        expectRoundTrip(*experiment.snapshot(1));
        ++count;
    }
    EXPECT_GE(count, 9U);
}

/// Read in a way that is not recognised by itself.
const char* const ownTable = "3,5;7;0,5\n1,25;;1,5\n2;3;2,5\n0,5;1;3,5\n1;2;4,5\n";

TEST_F(DocumentFileTest, OwnFilesAndChoicesComeBackAfterTheFilesAreGone) {
    Choices setup = with({{"cell", "gru"},
                          {"hidden", "3"},
                          {"bidirectional", ""},
                          {"seed", "18446744073709551615"},
                          {"delimiter", "semicolon"},
                          {"header", "no"},
                          {"decimal", "comma"},
                          {"missing", "interpolate"},
                          {"scaling", "standard"},
                          {"input-scale", "0.30000000000000004"},
                          {"hold", "z[2]@2-3=0.25"},
                          {"lanes", "cell=lstm; *; clip=none, optimizer=sgd"},
                          {"clip", "value"},
                          {"clip-threshold", "0.05"},
                          {"optimizer", "adam"},
                          {"lr", "0.01"},
                          {"twin", ""},
                          {"edit", "x@2=0.1,weight_hh_l0.z[1,2]=-0.5,bias_ih_l0.n[1]#2=0.75"}});
    ASSERT_TRUE(setOption(setup, "input", write("own, \"data\".csv", ownTable)).ok());
    ASSERT_TRUE(setOption(setup, "columns", "1,2").ok());
    ASSERT_TRUE(setOption(setup, "target", "column:3").ok());
    Experiment experiment = experimentOf(setup);
    EXPECT_EQ(experiment.problem().input.rows(), 2);
    for (const int update : {0, 1, 7}) {
        SCOPED_TRACE(update);
        experiment.runTo(update);
        const auto snapshot = experiment.snapshot(1);
        fs::remove_all(folder_);
        expectRoundTrip(*snapshot);
    }
    // Stepped back: the way ahead is known, and goes on as it did.
    experiment.runTo(4);
    expectRoundTrip(*experiment.snapshot(1));
}

TEST_F(DocumentFileTest, WeightsStartAndTargetComeAlong) {
    Experiment trained = experimentOf(with({{"cell", "lstm"}, {"hidden", "4"}, {"task", "sine"}}));
    trained.runTo(5);
    std::vector<Array> weights;
    for (const Parameter& item : trained.network().parameters().items)
        weights.push_back(item.bias ? Array::vector(item.name, item.value)
                                    : Array::matrix(item.name, item.value));
    Choices setup = with({{"cell", "lstm"}, {"weights", "w.safetensors"}});
    ASSERT_TRUE(writeSafetensors(folder_ / "w.safetensors", weights).ok());
    setup.weights.file = (folder_ / "w.safetensors").string();
    Array h0 = Array::matrix("h0", Eigen::MatrixXd::Constant(1, 4, 0.1)), c0 = h0;
    c0.name = "c0";
    ASSERT_TRUE(writeNpz(folder_ / "s.npz", std::vector<Array>{h0, c0}, true).ok());
    setup.initialState.file = (folder_ / "s.npz").string();
    setup.sequence.task.clear();
    // The same name twice, in other folders, and a file that is no text.
    fs::create_directories(folder_ / "in");
    fs::create_directories(folder_ / "out");
    setup.sequence.file = write(
        "in/series.npy", formatNpy(Array::vector("", Eigen::VectorXd::LinSpaced(6, -0.0, 1))));
    setup.target.kind = TargetSource::Kind::File;
    setup.target.name = write("out/series.npy",
                              formatNpy(Array::vector("", Eigen::VectorXd::LinSpaced(6, 1, 0.1))));
    Experiment experiment = experimentOf(setup);
    fs::remove_all(folder_);
    expectRoundTrip(*experiment.snapshot(1));
    experiment.runTo(2);
    expectRoundTrip(*experiment.snapshot(1));
}

TEST_F(DocumentFileTest, ATrainingGoesOnAsIfItHadNeverBeenLeft) {
    for (const char* optimizer : {"sgd", "momentum", "adam", "rmsprop"}) {
        SCOPED_TRACE(optimizer);
        Experiment whole = experimentOf(with({{"cell", "gru"},
                                              {"task", "adding"},
                                              {"length", "8"},
                                              {"sequences", "3"},
                                              {"fresh", ""},
                                              {"twin", ""},
                                              {"lanes", "*; cell=rnn"},
                                              {"optimizer", optimizer},
                                              {"lr", "0.01"}}));
        whole.runTo(11);
        Experiment again = reopened(textOf(contentOf(*whole.snapshot(1))));
        whole.runTo(19);
        again.runTo(19);
        expectSame(*whole.snapshot(2), *again.snapshot(2));
        whole.runTo(5);
        again.runTo(5);  // before anything that came along
        expectSame(*whole.snapshot(3), *again.snapshot(3));
    }
}

TEST_F(DocumentFileTest, WhatBrokeDownComesBackBroken) {
    Experiment experiment = experimentOf(with({{"cell", "rnn-relu"},
                                               {"hidden", "32"},
                                               {"task", "adding"},
                                               {"length", "50"},
                                               {"spectral-radius", "1.05"},
                                               {"recurrent", "identity"},
                                               {"zero-biases", ""},
                                               {"lr", "0.01"},
                                               {"clip", "norm"},
                                               {"twin", ""}}));
    experiment.runTo(6);
    const auto snapshot = experiment.snapshot(1);
    ASSERT_TRUE(snapshot->twin->divergence.has_value());
    expectRoundTrip(*snapshot);
    Experiment alone =
        experimentOf(with({{"cell", "rnn-relu"}, {"task", "sine"}, {"lr", "1e300"}}));
    alone.runTo(4);
    const auto broken = alone.snapshot(1);
    ASSERT_FALSE(broken->record.output.allFinite());
    expectRoundTrip(*broken);
}

TEST_F(DocumentFileTest, TheViewComesBack) {
    DocumentContent content{experimentOf(with({{"task", "sine"}})).setup(), std::nullopt, {}};
    content.view = {"backward", 12, 3, 1, true, 6, std::string("\0\xff\n panels", 10)};
    std::vector<std::string> warnings;
    const auto back = documentFromJson(textOf(content), "d.rnnscope", warnings);
    ASSERT_TRUE(back.ok()) << back.error().text();
    EXPECT_EQ(back->view, content.view);
    EXPECT_THAT(warnings, IsEmpty());
}

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

TEST_F(DocumentFileTest, FoldersStayAtHome) {
    const std::string text = fullDocument();
    EXPECT_THAT(text, HasSubstr("\"input\": \"data.csv\""));
    EXPECT_THAT(text, HasSubstr("\"text\": \"x\\n1\\n2\\n3\\n4\\n\""));
    EXPECT_THAT(text, Not(HasSubstr("somebody")));
}

TEST_F(DocumentFileTest, WhatIsNoDocumentIsRefusedInOneLine) {
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

TEST_F(DocumentFileTest, UnknownFieldsAreNamed) {
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
TEST_F(DocumentFileTest, ChangedAtRandomItIsRefusedOrWorks) {
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

TEST_F(DocumentFileTest, ATrainingOfAnotherSetupIsRefused) {
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

TEST_F(DocumentFileTest, SavesAlikeIsAboutContentNotWhereItCameFrom) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = write("data.csv", "x,y\n1,2\n3,4\n5,6\n");
    setup.target = {};
    ASSERT_TRUE(loadFiles(setup).ok());
    Choices again = setup;
    again.sequence.bytes = nullptr;
    again.sequence.table = nullptr;
    ASSERT_TRUE(loadFiles(again).ok());
    ASSERT_FALSE(again == setup);  // read on its own
    EXPECT_TRUE(savesAlike(again, setup));
    std::vector<std::string> warnings;
    auto back = documentFromJson(textOf({setup, std::nullopt, {}}), "/else/d.rnnscope", warnings);
    ASSERT_TRUE(back.ok());
    ASSERT_TRUE(loadFiles(back->setup).ok());
    EXPECT_TRUE(savesAlike(back->setup, setup));

    Choices other = again;
    other.seed = 2;
    EXPECT_FALSE(savesAlike(other, setup));
    other = again;
    other.sequence.reading.header = true;
    EXPECT_FALSE(savesAlike(other, setup));
    write("data.csv", "x,y\n1,2\n3,4\n5,7\n");
    again.sequence.bytes = nullptr;
    again.sequence.table = nullptr;
    ASSERT_TRUE(loadFiles(again).ok());
    EXPECT_FALSE(savesAlike(again, setup));
    EXPECT_FALSE(savesAlike(with({{"task", "sine"}}), setup));
}

TEST_F(DocumentFileTest, AFileIsReadInAnotherWayAlthoughItIsGone) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = write("data.csv", "x,y\n1,2\n3,4\n5,6\n");
    setup.target = {};
    ASSERT_TRUE(setOption(setup, "columns", "x").ok());
    ASSERT_TRUE(loadFiles(setup).ok());
    fs::remove_all(folder_);
    ASSERT_TRUE(setOption(setup, "columns", "y").ok());
    ASSERT_TRUE(loadFiles(setup).ok());
    EXPECT_EQ(setup.sequence.table->values(2, 0), 6);
}

TEST_F(DocumentFileTest, WhatWasNotReadCannotBeSaved) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "data.csv";
    const auto text = toJson(DocumentContent{setup, std::nullopt, {}});
    ASSERT_FALSE(text.ok());
    EXPECT_THAT(text.error().text(), HasSubstr("data.csv: has not been read"));
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
