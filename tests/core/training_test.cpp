// SPDX-License-Identifier: GPL-3.0-or-later
// A training is a function of its setup and the number of updates, however it was reached.
#include <gtest/gtest.h>

#include "core/experiment.h"
#include "test_setups.h"

namespace rnnscope {
namespace {

using testing::Choices;
using testing::problemOf;
using testing::several;
using testing::with;

using TrainedNetwork = rnnscope::Run;  // GoogleTest has a Run of its own inside tests

Experiment experimentOf(const Choices& setup) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    return std::move(experiment).value();
}

bool same(const Parameters& a, const Parameters& b) {
    for (std::size_t k = 0; k < a.items.size(); ++k)
        if (a.items[k].value != b.items[k].value)
            return false;
    return a.items.size() == b.items.size();
}

void expectSame(const History& a, const History& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t update = 0; update < a.size(); ++update)
        EXPECT_EQ(a[update], b[update]) << update;
}

/// Small trainings that between them use everything an update can depend on.
std::vector<std::pair<const char*, Choices>> trainings() {
    std::vector<std::pair<const char*, Choices>> list = {
        {"sgd", with({{"clip", "norm"}, {"clip-threshold", "0.1"}})},
        {"momentum", with({{"optimizer", "momentum"}, {"cell", "gru"}, {"lr", "0.05"}})},
        {"adam, twin",
         with({{"optimizer", "adam"}, {"lr", "0.01"}, {"cell", "lstm"}, {"twin", ""}})},
        {"rmsprop, truncated", with({{"optimizer", "rmsprop"}, {"lr", "0.01"}, {"truncate", "7"}})},
        {"fresh, several, twin", with({{"task", "adding"},
                                       {"cell", "gru"},
                                       {"sequences", "3"},
                                       {"fresh", ""},
                                       {"twin", ""}})},
        {"own answers",
         with({{"teacher-forcing", "0.5"}, {"sequences", "2"}, {"fresh", ""}, {"cell", "lstm"}})},
        {"own answers of one sequence", with({{"teacher-forcing", "0.3"}, {"optimizer", "adam"}})},
        {"two layers, both directions", with({{"task", "parity"},
                                              {"layers", "2"},
                                              {"bidirectional", ""},
                                              {"optimizer", "momentum"}})},
    };
    Choices file = several({6, 9, 4});
    file.training.sequences = 2;
    file.training.fresh = true;
    list.emplace_back("a file's sequences in turn", file);
    for (auto& [name, setup] : list) {
        setup.hidden = 4;
        if (!setup.sequence.task.empty())
            setup.sequence.length = 12;
    }
    return list;
}

constexpr int updates = 40;  // more than the first interval between kept states

TEST(Training, AnyWayToAnUpdateGivesTheSameBits) {
    for (const auto& [name, setup] : trainings()) {
        SCOPED_TRACE(name);
        // Straight on, with nothing shown on the way.
        Experiment straight = experimentOf(setup);
        std::vector<Parameters> parameters;
        for (int update = 0; update <= updates; ++update) {
            straight.runTo(update);
            parameters.push_back(straight.network().parameters());
        }
        EXPECT_EQ(straight.history().size(), static_cast<std::size_t>(updates));
        const auto shown = straight.snapshot(1);
        const History& history = shown->history;
        ASSERT_EQ(history.size(), static_cast<std::size_t>(updates) + 1);
        EXPECT_NE(history[0].loss, history.back().loss);

        const std::size_t one = RunState{0, parameters[0], {}}.bytes();
        for (const std::size_t budget : {std::size_t(0), 4 * one, Checkpoints::standardBudget}) {
            SCOPED_TRACE(budget);
            Experiment wandering = experimentOf(setup);
            wandering.setBudget(budget);
            for (const int update : {3, 17, 5, 26, 16, 0, 9, 8, updates, 39, 1, updates}) {
                wandering.runTo(update);
                ASSERT_EQ(wandering.update(), update);
                ASSERT_TRUE(same(wandering.network().parameters(),
                                 parameters[static_cast<std::size_t>(update)]))
                    << update;
                const auto snapshot = wandering.snapshot(1);
                ASSERT_EQ(snapshot->history[static_cast<std::size_t>(update)],
                          history[static_cast<std::size_t>(update)])
                    << update;
                ASSERT_LE(snapshot->checkpoints.bytes, budget);
            }
            // The pass that was shown last belongs to them too.
            EXPECT_EQ(wandering.known(), updates);
            expectSame(wandering.history(), shown->history);
            if (shown->twin)
                expectSame(wandering.twin()->history(), shown->twin->history);
        }
    }
}

TEST(Training, GoingBackUsesWhatIsKept) {
    Experiment experiment = experimentOf(with({{"length", "5"}, {"hidden", "2"}}));
    experiment.runTo(30);
    experiment.approach(21);
    EXPECT_EQ(experiment.update(), 16);
    experiment.approach(30);
    EXPECT_EQ(experiment.update(), 24);
    experiment.approach(26);  // nearer than what is kept: stays
    EXPECT_EQ(experiment.update(), 24);
    EXPECT_EQ(experiment.known(), 30);
    experiment.setBudget(0);
    experiment.approach(30);
    EXPECT_EQ(experiment.update(), 24);
    experiment.approach(23);
    EXPECT_EQ(experiment.update(), 0);
}

TEST(Training, MoreUpdatesGoOnWithTheSameOne) {
    const Choices setup = with({{"updates", "10"}, {"length", "5"}});
    Experiment experiment = experimentOf(setup);
    experiment.runTo(10);
    Choices longer = setup;
    longer.training.updates = 20;
    EXPECT_TRUE(experiment.extend(longer));
    EXPECT_EQ(experiment.update(), 10);
    EXPECT_EQ(experiment.setup(), longer);
    longer.training.rate = 0.2;
    EXPECT_FALSE(experiment.extend(longer));
    EXPECT_EQ(experiment.setup().training.rate, 0.1);
}

TEST(Training, ATwinIsWhatTrainingWithItsClippingGives) {
    for (const char* clip : {"none", "value", "norm"}) {
        const Choices setup = with({{"cell", "gru"},
                                    {"clip", clip},
                                    {"clip-threshold", "0.05"},
                                    {"optimizer", "adam"},
                                    {"sequences", "2"},
                                    {"fresh", ""},
                                    {"twin", ""}});
        Choices alone = setup;
        alone.training.twin = false;
        alone.clipping = twinClipping(setup.clipping);
        EXPECT_EQ(alone.clipping.mode == ClipMode::None, setup.clipping.mode != ClipMode::None);
        Experiment both = experimentOf(setup), other = experimentOf(alone);
        both.runTo(15);
        other.runTo(15);
        ASSERT_TRUE(both.twin());
        EXPECT_FALSE(other.twin());
        expectSame(both.twin()->history(), other.history());
        EXPECT_TRUE(same(both.twin()->network().parameters(), other.network().parameters()));
        EXPECT_NE(both.history().back(), other.history().back());
        // Nor does the twin disturb the first.
        Choices without = setup;
        without.training.twin = false;
        Experiment first = experimentOf(without);
        first.runTo(15);
        expectSame(both.history(), first.history());

        const auto shown = both.snapshot(1);
        ASSERT_TRUE(shown->twin);
        EXPECT_EQ(shown->twin->clipping, alone.clipping);
        expectSame(shown->twin->history, other.snapshot(1)->history);
    }
}

/// Lesson 5: without clipping the first step ruins the network.
Choices explosive(const char* clip) {
    return with({{"task", "adding"},
                 {"length", "50"},
                 {"cell", "rnn-relu"},
                 {"hidden", "32"},
                 {"spectral-radius", "1.05"},
                 {"recurrent", "identity"},
                 {"zero-biases", ""},
                 {"clip", clip},
                 {"lr", "0.01"}});
}

TEST(Training, DivergenceIsFoundWhereItBegins) {
    Choices setup = explosive("none");
    Experiment experiment = experimentOf(setup);
    EXPECT_FALSE(experiment.divergence());
    experiment.trainStep();
    EXPECT_FALSE(experiment.divergence());
    // The pass that the next update will make shows it already.
    const auto before = experiment.snapshot(1);
    ASSERT_TRUE(before->divergence);
    EXPECT_EQ(before->divergence->update, 1u);
    experiment.trainStep();
    ASSERT_TRUE(experiment.divergence());
    EXPECT_EQ(*experiment.divergence(), *before->divergence);
    EXPECT_GT(experiment.divergence()->loss, 1e3 * experiment.history()[0].loss);
    EXPECT_EQ(experiment.divergence()->loss, experiment.history()[1].loss);
    // It goes on, and stays where it was first found, also after a way back.
    experiment.runTo(5);
    EXPECT_EQ(experiment.known(), 5);
    experiment.runTo(0);
    EXPECT_EQ(experiment.divergence()->update, 1u);
    EXPECT_EQ(experiment.snapshot(1)->divergence->update, 1u);
}

TEST(Training, ALossThatIsNaNFromTheStartIsNamed) {
    const Choices setup = with({{"task", "adding"},
                                {"cell", "rnn-relu"},
                                {"length", "500"},
                                {"spectral-radius", "100"},
                                {"recurrent", "identity"}});
    Experiment experiment = experimentOf(setup);
    const auto snapshot = experiment.snapshot(1);
    ASSERT_TRUE(snapshot->divergence);
    EXPECT_EQ(snapshot->divergence->update, 0u);
    EXPECT_FALSE(snapshot->divergence->finite);
    experiment.runTo(3);
    EXPECT_EQ(experiment.divergence()->update, 0u);
}

TEST(Training, ATwinThatDivergedStandsStill) {
    Choices setup = explosive("norm");
    setup.training.twin = true;
    Experiment experiment = experimentOf(setup);
    experiment.runTo(30);
    EXPECT_FALSE(experiment.divergence());
    EXPECT_EQ(experiment.known(), 30);
    ASSERT_TRUE(experiment.twin()->divergence());
    EXPECT_EQ(experiment.twin()->divergence()->update, 1u);
    EXPECT_EQ(experiment.twin()->history().size(), 2u);

    Experiment alone = experimentOf(explosive("none"));
    alone.runTo(2);
    expectSame(experiment.twin()->history(), alone.history());
    for (const int update : {0, 1, 20, 30}) {
        experiment.runTo(update);
        const auto snapshot = experiment.snapshot(1);
        EXPECT_EQ(snapshot->twin->history.size(), 2u);
        EXPECT_EQ(snapshot->twin->divergence->update, 1u);
        EXPECT_FALSE(snapshot->divergence);
    }
}

TEST(Training, ClippingCountsOnlyWhereItChangedSomething) {
    // Without clipping nothing is clipped, NaN or not.
    Experiment wild = experimentOf(explosive("none"));
    wild.runTo(400);
    EXPECT_EQ(wild.history().engaged(400), 0u);
    // By norm it engages while the norm is over the threshold.
    Choices setup = explosive("norm");
    setup.clipping.threshold = 0.5;
    Experiment tame = experimentOf(setup);
    tame.runTo(60);
    std::size_t engaged = 0;
    for (std::size_t update = 0; update < 60; ++update) {
        const UpdateRecord& record = tame.history()[update];
        EXPECT_EQ(record.clipped, record.gradientNorm > 0.5 - 1e-6) << update;
        EXPECT_LE(record.clippedNorm, 0.5);
        engaged += record.clipped ? 1 : 0;
    }
    EXPECT_EQ(tame.history().engaged(60), engaged);
    EXPECT_GT(engaged, 0u);
}

TEST(Training, WhatAnUpdateLearnsFromIsTheMeanOfItsSequences) {
    for (const char* loss : {"mse", "cross-entropy"}) {
        Choices setup = several({5, 9, 7});
        setup.cell = "lstm";
        if (std::string_view(loss) == "cross-entropy") {
            setup.loss = Loss::CrossEntropy;
            Eigen::VectorXd classes(21);
            for (Index k = 0; k < 21; ++k)
                classes[k] = static_cast<double>(k * k % 5);
            setup.sequence.table = std::make_shared<const Table>(Table{{"x"}, classes, {0, 5, 14}});
        }
        setup.training.sequences = 3;
        const Problem problem = problemOf(setup);
        TrainedNetwork run(problem, {});
        const BatchPass& pass = run.pass(setup, problem);

        const Network network(problem.shape, problem.parameters);
        double mean = 0;
        Parameters gradient = problem.parameters.zeros();
        std::vector<Sample> samples = problem.others;
        samples.insert(samples.begin(), {problem.input, problem.target});
        for (const Sample& sample : samples) {
            Record record;
            Gradients gradients;
            network.forward(sample.input, {}, record);
            const LossResult one =
                lossOf(setup.loss, record.output, *sample.target, record.steps());
            network.backward(record, one.outputGradient, gradients);
            mean += one.loss / 3;
            for (std::size_t k = 0; k < gradient.items.size(); ++k)
                gradient.items[k].value += gradients.parameters.items[k].value / 3;
        }
        EXPECT_NEAR(pass.loss, mean, 1e-14);
        for (std::size_t k = 0; k < gradient.items.size(); ++k)
            EXPECT_LT((pass.gradient.items[k].value - gradient.items[k].value).norm(), 1e-14)
                << gradient.items[k].name;
    }
}

}  // namespace
}  // namespace rnnscope
