// SPDX-License-Identifier: GPL-3.0-or-later
// What training shows: explosion and rescue, one bit through noise, the adding race.
#include "tests/lessons/claims.h"

namespace rnnscope::testing {
namespace {

TEST(ExplosionAndRescue, TheFirstUnclippedUpdateRuinsTheNetwork) {
    for (const std::uint64_t seed : seeds) {
        Experiment experiment = experimentOf(lesson("explosion-and-rescue"), seed);
        experiment.runTo(5);
        std::printf("seed %d: first norm %.0f, loss at update 2 %.2g\n", static_cast<int>(seed),
                    experiment.history()[0].gradientNorm, experiment.history()[1].loss);
        ASSERT_TRUE(experiment.divergence()) << seed;
        EXPECT_LE(experiment.divergence()->update, 2U) << seed;
    }
}

TEST(ExplosionAndRescue, ClippedByNormTheSameSeedLearns) {
    for (const std::uint64_t seed : seeds) {
        const Choices setup = lesson("explosion-and-rescue", {{"clip", "norm"}});
        Experiment experiment = experimentOf(setup, seed);
        experiment.runTo(500);
        const double error = HeldOut(setup, 200).meanSquared(experiment.network());
        std::printf("seed %d: held-out MSE %.4f, clipped %d of 500\n", static_cast<int>(seed),
                    error, static_cast<int>(experiment.history().engaged(500)));
        EXPECT_LT(error, 0.06) << seed;
    }
}

/// Updates until held-out accuracy is 0.98, tested every 50; and the best accuracy on the way.
struct Solved {
    int updates = -1;
    double best = 0;
};
Choices latch(const Options& options) {
    return lesson("one-bit-through-noise", options);
}
Solved solveLatch(const Choices& setup, std::uint64_t seed, int most) {
    Experiment experiment = experimentOf(setup, seed);
    const HeldOut test(setup, 1000);
    Solved solved;
    for (int update = 50; update <= most && solved.updates < 0; update += 50) {
        experiment.runTo(update);
        solved.best = std::max(solved.best, test.accuracy(experiment.network()));
        if (solved.best >= 0.98)
            solved.updates = update;
    }
    return solved;
}

TEST(OneBitThroughNoise, AnOpenForgetGateDecidesWhetherItIsLearnt) {
    for (const std::uint64_t seed : seeds) {
        const Solved three = solveLatch(latch({{"forget-bias", "3"}}), seed, 500);
        const Solved five = solveLatch(latch({{"forget-bias", "5"}}), seed, 500);
        const Solved gru = solveLatch(latch({{"cell", "gru"}, {"forget-bias", "3"}}), seed, 500);
        std::printf("seed %d: bias 3 %d, bias 5 %d, GRU %d updates\n", static_cast<int>(seed),
                    three.updates, five.updates, gru.updates);
        EXPECT_GT(three.updates, 0) << three.best;
        EXPECT_GT(five.updates, 0) << five.best;
        EXPECT_GT(gru.updates, 0) << gru.best;
    }
}

TEST(OneBitThroughNoise, AClosedOneStaysAtChance) {
    Choices asInitialised = latch({});
    asInitialised.forgetBias.reset();
    for (const std::uint64_t seed : seeds) {
        const Solved usual = solveLatch(asInitialised, seed, 1000);
        const Solved one = solveLatch(latch({{"forget-bias", "1"}}), seed, 1000);
        std::printf("seed %d: best accuracy as initialised %.3f, bias 1 %.3f\n",
                    static_cast<int>(seed), usual.best, one.best);
        EXPECT_LT(usual.best, 0.6) << seed;
        EXPECT_LT(one.best, 0.6) << seed;
    }
}

TEST(OneBitThroughNoise, OverTenStepsEveryOneLearns) {
    for (const std::uint64_t seed : seeds)
        for (const char* bias : {"1", "3"})
            EXPECT_GT(
                solveLatch(latch({{"length", "10"}, {"forget-bias", bias}}), seed, 400).updates, 0)
                << seed << " bias " << bias;
}

/// Updates until the held-out MSE is under 0.01, tested every 50; −1 where it never is.
int solveAdding(const Options& options, std::uint64_t seed, int most) {
    const Choices setup = lesson("adding-race", options);
    Experiment experiment = experimentOf(setup, seed);
    const HeldOut test(setup, 500);
    for (int update = 50; update <= most; update += 50) {
        experiment.runTo(update);
        if (test.meanSquared(experiment.network()) < 0.01)
            return update;
    }
    return -1;
}

// Over 30 steps the source's tanh networks came down to 0.013 within 2500 updates; here one of five
// passes 0.01, at update 2350. So the race is asked for within the LSTM's 1500, and over 50 steps,
// where the source's tanh networks stay at 0.168, for all 2500.
TEST(AddingRace, GatedCellsSolveItTheUsualTanhDoesNot) {
    for (const std::uint64_t seed : seeds) {
        const int gru = solveAdding({}, seed, 400);
        const int lstm = solveAdding({{"cell", "lstm"}, {"forget-bias", "1"}}, seed, 1500);
        const int tanh = solveAdding({{"cell", "rnn"}}, seed, 1500);
        std::printf("seed %d: GRU %d, LSTM %d, tanh %d updates\n", static_cast<int>(seed), gru,
                    lstm, tanh);
        EXPECT_GT(gru, 0) << seed;
        EXPECT_GT(lstm, 0) << seed;
        EXPECT_EQ(tanh, -1) << seed;
    }
}

TEST(AddingRace, OverFiftyStepsGatedCellsStillSolveIt) {
    const auto solve = [](std::uint64_t seed, int most, Options options) {
        options.insert(options.end(), {{"length", "50"}, {"hidden", "32"}});
        return solveAdding(options, seed, most);
    };
    for (const std::uint64_t seed : seeds) {
        const int gru = solve(seed, 400, {});
        const int usual = solve(seed, 1500, {{"cell", "lstm"}});
        const int open = solve(seed, 1500, {{"cell", "lstm"}, {"forget-bias", "1"}});
        std::printf("seed %d: GRU %d, LSTM as initialised %d, bias 1 %d updates\n",
                    static_cast<int>(seed), gru, usual, open);
        EXPECT_GT(gru, 0) << seed;
        EXPECT_GT(usual, 0) << seed;
        EXPECT_GT(open, 0) << seed;
    }
}

TEST(AddingRace, OverFiftyStepsTanhNeverGetsThere) {
    for (const std::uint64_t seed : seeds)
        EXPECT_EQ(solveAdding({{"cell", "rnn"}, {"length", "50"}, {"hidden", "32"}}, seed, 2500),
                  -1)
            << seed;
}

}  // namespace
}  // namespace rnnscope::testing
