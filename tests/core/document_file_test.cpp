// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: the same numbers after the files are gone, and the same bytes when saved again.
#include "core/weights.h"
#include "tests/core/documents.h"

namespace rnnscope {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace rnnscope::testing;

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

TEST_F(DocumentFileTest, ATargetMayBeCalledNext) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = write("data.csv", "x\n1\n2\n3\n");
    setup.target.kind = TargetSource::Kind::File;
    setup.target.name = write("next", "y\n4\n5\n6\n");
    Experiment experiment = experimentOf(setup);
    expectRoundTrip(*experiment.snapshot(1));
    EXPECT_EQ(reopened(textOf(contentOf(*experiment.snapshot(1)))).setup().target.kind,
              TargetSource::Kind::File);
}

TEST_F(DocumentFileTest, WhatWasNotReadCannotBeSaved) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "data.csv";
    const auto text = toJson(DocumentContent{setup, std::nullopt, {}});
    ASSERT_FALSE(text.ok());
    EXPECT_THAT(text.error().text(), HasSubstr("data.csv: has not been read"));
}

}  // namespace
}  // namespace rnnscope
