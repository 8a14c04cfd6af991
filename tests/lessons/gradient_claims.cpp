// SPDX-License-Identifier: GPL-3.0-or-later
// What one pass shows: vanishing and exploding, who contributes, the forget gate.
#include "core/analysis/cliff.h"
#include "core/analysis/contributions.h"
#include "core/analysis/jacobian.h"
#include "core/analysis/paths.h"
#include "tests/lessons/claims.h"

namespace rnnscope::testing {
namespace {

/// Least squares slope of ln ‖∂L_T/∂h_t‖ on the steps back from the loss, from lag 5 on.
double logSlope(const Snapshot& snapshot) {
    const Eigen::VectorXd norms = snapshot.lastLossNorms(0, 0);
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (Index t = 0; t + 5 < norms.size(); ++t) {
        const auto lag = static_cast<double>(norms.size() - 1 - t);
        const double height = std::log(norms[t]);
        n += 1;
        x += lag;
        y += height;
        xx += lag * lag;
        xy += lag * height;
    }
    return (n * xy - x * y) / (n * xx - x * x);
}

TEST(VanishHoldGrow, SlopeFollowsTheSpectralRadiusUntilSaturation) {
    for (const std::uint64_t seed : seeds) {
        const auto slope = [&](const char* radius, const char* input) {
            return logSlope(*passOf(
                lesson("vanish-hold-grow", {{"spectral-radius", radius}, {"input-scale", input}}),
                seed));
        };
        for (const char* radius : {"0.5", "1", "1.6"})
            EXPECT_NEAR(slope(radius, "0"), std::log(std::stod(radius)), 1e-3) << seed;
        const double half = slope("0.5", "0.1"), one = slope("1", "0.1"),
                     more = slope("1.6", "0.1");
        EXPECT_TRUE(half > -0.70 && half < -0.69) << half;
        EXPECT_TRUE(one > -0.03 && one < 0) << one;
        EXPECT_TRUE(more > 0.05 && more < 0.20) << more;
    }
}

double shareOfLast(const Snapshot& snapshot, Index last) {
    const Network network(snapshot.shape(), snapshot.parameters);
    for (const Contribution& each :
         contributions(network, snapshot.record, snapshot.backward->gradients))
        if (each.parameter == "weight_hh_l0")
            return each.norms.tail(last).sum() / each.norms.sum();
    return -1;
}

TEST(WhoContributes, TheLastStepsMakeTheGradientOfAUsualNetwork) {
    std::vector<double> usual, held, grown;
    for (const std::uint64_t seed : seeds) {
        const auto share = [&](const Options& options) {
            return shareOfLast(*passOf(lesson("who-contributes", options), seed), 10);
        };
        usual.push_back(share({}));
        held.push_back(share({{"spectral-radius", "1"}}));
        grown.push_back(share({{"spectral-radius", "1.6"}}));
        EXPECT_GT(usual.back(), 0.95);
        EXPECT_TRUE(held.back() > 0.4 && held.back() < 0.8) << held.back();
        EXPECT_LT(grown.back(), 0.25);
    }
    std::printf("share of the last 10 of 50 steps: usual %.4f, radius 1 %.3f, 1.6 %.3f\n",
                median(usual), median(held), median(grown));
}

TEST(WhoContributes, ALossAtEveryStepHidesTheVanishing) {
    for (const std::uint64_t seed : seeds) {
        const auto pass = passOf(lesson("who-contributes", {{"readout", "every-step"}}), seed);
        const auto ratio = [](const Eigen::VectorXd& norms) {
            return norms.head(5).mean() / norms.tail(5).mean();
        };
        EXPECT_LT(ratio(pass->lastLossNorms(0, 0)), 1e-5);
        const std::size_t hidden = pass->shape().cell->hiddenState();
        const double all = ratio(pass->backward->gradients.traces[0].norms(hidden));
        EXPECT_TRUE(all > 0.3 && all < 5) << all;
    }
}

TEST(TheCliff, AnUnclippedRunIsThrownAwayAndAClippedOneConverges) {
    const auto plain = cliffRun(4.7, -2.0, 0.1, {}, 300);
    EXPECT_NEAR(plain[33].gradientNorm(), 102.861, 0.01);
    EXPECT_GT(plain[34].w, 8);
    EXPECT_NEAR(plain.back().loss, 0.09, 1e-4);
    const auto clipped = cliffRun(4.7, -2.0, 0.1, {ClipMode::Norm, 0.5}, 300);
    EXPECT_LT(clipped.back().loss, 1e-3);
    const auto touched = std::count_if(clipped.begin(), clipped.end(),
                                       [](const CliffPoint& point) { return point.clipped; });
    EXPECT_TRUE(touched >= 10 && touched <= 25) << touched;
}

TEST(NormAgainstValue, NormKeepsTheDirectionValueBendsIt) {
    std::vector<double> cosines;
    for (const std::uint64_t seed : seeds) {
        const auto pass = passOf(lesson("norm-against-value"), seed);
        const auto cosine = [](double degrees) {
            return std::cos(degrees * 3.14159265358979 / 180);
        };
        EXPECT_GT(cosine(pass->backward->byNorm.angle), 0.999999);
        cosines.push_back(cosine(pass->backward->byValue.angle));
        EXPECT_TRUE(cosines.back() > 0.5 && cosines.back() < 0.75) << cosines.back();
    }
    std::printf("cosine after clipping by value at 0.1: median %.3f\n", median(cosines));
}

TEST(NormAgainstValue, TwoNumbersTurnByTheAngleOfTheBook) {
    Parameters gradient;
    gradient.items.push_back({"w", Eigen::MatrixXd{{10, 0.5}}});
    EXPECT_NEAR(clip(gradient, {ClipMode::Value, 1}).angle, 23.70, 0.01);
    gradient.items[0].value = Eigen::MatrixXd{{3, 4}};
    EXPECT_NEAR(clip(gradient, {ClipMode::Value, 1}).angle, 8.13, 0.01);
}

TEST(OpenCarousel, TheForgetBiasDecidesHowMuchIsLeft) {
    std::vector<double> usual, tanh, one, three, update;
    for (const std::uint64_t seed : seeds) {
        const auto left = [&](const Options& options, std::size_t state) {
            return remaining(*passOf(lesson("open-carousel", options), seed), state);
        };
        tanh.push_back(left({{"cell", "rnn"}}, 0));
        usual.push_back(left({}, 1));
        one.push_back(left({{"forget-bias", "1"}}, 1));
        three.push_back(left({{"forget-bias", "3"}}, 1));
        update.push_back(left({{"cell", "gru"}, {"forget-bias", "5"}}, 0));
    }
    std::printf("left after 100 steps: tanh %.1e, LSTM %.1e, bias 1 %.1e, 3 %.1e, GRU 5 %.2f\n",
                median(tanh), median(usual), median(one), median(three), median(update));
    EXPECT_LT(median(tanh), 1e-15);
    EXPECT_LT(median(usual), 1e-15);
    EXPECT_TRUE(median(one) > 1e-10 && median(one) < 1e-5);
    EXPECT_TRUE(median(three) > 1e-2 && median(three) < 10);
    EXPECT_TRUE(median(update) > 0.3 && median(update) < 0.7);
}

// The lesson's source found a growth over 100 in ten seeds of ten; here it is about 9 of 10. The
// difference is the orthogonal matrices: LAPACK's Q, used there, is not uniformly distributed. With
// signs corrected, PyTorch too gives 4 of 40 seeds under 100 (0.9, 2.1, 37, 74; median 3300), as
// this program does (5 of 40: 4.7, 16, 28, 59, 73; median 1700).
TEST(LstmExplodes, ThroughItsGatesWhileTheDirectPathShrinks) {
    std::vector<double> grown;
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        const auto pass = passOf(lesson("lstm-explodes"), seed);
        grown.push_back(remaining(*pass, 1));
        EXPECT_GT(grown.back(), 1) << seed;
        const Network network(pass->shape(), pass->parameters);
        const GradientPaths paths =
            gradientPaths(network, pass->record, pass->backward->lastLoss[0], 0);
        EXPECT_LT(paths.direct[0], 0.1 * paths.direct[paths.direct.size() - 1]) << seed;
        EXPECT_GT(paths.whole[0], 10 * paths.direct[0]) << seed;
    }
    const auto over = std::count_if(grown.begin(), grown.end(), [](double g) { return g > 100; });
    std::printf("c_0 against c_T: median %.0f, least %.1f, over 100 in %d of 15\n", median(grown),
                *std::min_element(grown.begin(), grown.end()), static_cast<int>(over));
    EXPECT_GT(median(grown), 100);
    EXPECT_GE(over, 9);
}

TEST(LstmExplodes, OneUnitAtRestGrowsThoughItsForgetGateIsBelowOne) {
    Choices setup = lesson("lstm-explodes", {{"hidden", "1"}, {"input-scale", "0"}});
    const auto pass = passOf(setup, 1);
    Parameters parameters = pass->parameters;
    Eigen::MatrixXd& recurrent = parameters.find("weight_hh_l0")->value;
    recurrent.setZero();
    recurrent(2, 0) = 1;  // h into the candidate
    const Network network(pass->shape(), parameters);
    Record record;
    network.forward(pass->problem->input, {}, record);
    // f + i · w · o with i = o = 1/2 at rest.
    EXPECT_NEAR(spectralRadius(stepJacobian(network, record, 0, 0)), 1.2026, 1e-4);
}

}  // namespace
}  // namespace rnnscope::testing
