// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/jacobian.h"

#include <gtest/gtest.h>

#include <Eigen/SVD>
#include <cmath>
#include <limits>

#include "core/analysis/flow.h"
#include "core/analysis/folded_step.h"
#include "core/analysis/spectrum_facts.h"
#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

using testing::Example;
using testing::makeExample;

struct Pass {
    Network network;
    Record record;
};

Pass run(const Example& example) {
    Pass pass{Network(example.shape, example.parameters), {}};
    pass.network.forward(example.input, example.initial, pass.record);
    return pass;
}

/// The states of one column of a trace, one after the other.
Eigen::VectorXd statesAt(const Cell& cell, const Trace& trace, Index column) {
    const Index hidden = trace.hidden();
    Eigen::VectorXd states(static_cast<Index>(cell.states().size()) * hidden);
    for (std::size_t k = 0; k < cell.states().size(); ++k)
        states.segment(static_cast<Index>(k) * hidden, hidden) = trace.at(cell.states()[k], column);
    return states;
}

/// ∂s_t/∂(s_before, a) row by row: unit vectors through the cell's own backward pass, which is
/// what a folded step must agree with. `a` are the pre-activations that the input enters by.
struct UnitVectors {
    Eigen::MatrixXd byStates, byPreActivations;
};
UnitVectors throughBackward(const Pass& pass, std::size_t trace, Index column) {
    const Cell& cell = *pass.network.shape().cell;
    const Trace& values = pass.record.traces[trace];
    const Index hidden = values.hidden();
    const Index size = static_cast<Index>(cell.states().size()) * hidden;
    const Index blocks = static_cast<Index>(cell.blocks().size()) * hidden;
    UnitVectors result{Eigen::MatrixXd(size, size), Eigen::MatrixXd(size, blocks)};
    for (Index row = 0; row < size; ++row) {
        Trace scratch;
        scratch.reset(cell.quantities(), hidden, 1, false);
        scratch.clearFrom(0);
        scratch.at(cell.states()[static_cast<std::size_t>(row / hidden)], 1)[row % hidden] = 1.0;
        cell.backward(pass.network.prepared(trace), values.data(column - 1), values.data(column),
                      scratch.data(0), scratch.data(1));
        result.byStates.row(row) = statesAt(cell, scratch, 0);
        result.byPreActivations.row(row) = scratch.rows(0, cell.blocks().size()).col(0).transpose();
    }
    return result;
}

TEST(FoldedStep, AgreesWithTheBackwardPassOfEveryCell) {
    for (const Cell* cell : cells())
        for (const bool bidirectional : {false, true}) {
            const Example example = makeExample(*cell, 2, bidirectional, Readout::EveryStep,
                                                Loss::MeanSquared, true, 6, 5, 7);
            const Pass pass = run(example);
            for (std::size_t trace = 0; trace < pass.record.traces.size(); ++trace) {
                FoldedStep step(pass.network, trace, true);
                const Eigen::MatrixXd& weight =
                    example.parameters.find("weight_ih" + example.shape.suffix(trace))->value;
                for (Index column = 1; column <= 5; ++column) {
                    const UnitVectors expected = throughBackward(pass, trace, column);
                    step.set(pass.record.traces[trace], column);
                    ASSERT_TRUE(step.safe());
                    EXPECT_LT((step.jacobian() - expected.byStates).cwiseAbs().maxCoeff(), 1e-13)
                        << cell->id();

                    Eigen::MatrixXd adjoints = Eigen::MatrixXd::Identity(step.size(), step.size());
                    step.addWithin(adjoints);
                    Eigen::MatrixXd before(step.size(), step.size());
                    step.carry(adjoints, before);
                    EXPECT_LT((before.transpose() - expected.byStates).cwiseAbs().maxCoeff(), 1e-13)
                        << cell->id();
                    Eigen::MatrixXd input(weight.cols(), step.size());
                    step.carryToInput(adjoints, input);
                    EXPECT_LT((input.transpose() - expected.byPreActivations * weight)
                                  .cwiseAbs()
                                  .maxCoeff(),
                              1e-13)
                        << cell->id();
                }
            }
        }
}

TEST(FoldedStep, SaysWhereItCannotTell) {
    const Example example =
        makeExample(*findCell("lstm"), 1, false, Readout::EveryStep, Loss::MeanSquared, true, 6, 5);
    Pass pass = run(example);
    FoldedStep step(pass.network, 0, false);
    pass.record.traces[0].at(5, 3)[1] = std::nan("");  // one forget gate
    for (Index column = 1; column <= 5; ++column) {
        step.set(pass.record.traces[0], column);
        EXPECT_EQ(step.safe(), column != 3) << column;
    }
    pass.record.traces[0].at(8, 3)[0] = 1e305;  // a cell state that step 4 finds
    step.set(pass.record.traces[0], 4);
    EXPECT_FALSE(step.safe());
}

TEST(Jacobian, AgreesWithFiniteDifferencesOfOneStep) {
    for (const Cell* cell : cells()) {
        const Example example =
            makeExample(*cell, 1, false, Readout::EveryStep, Loss::MeanSquared, true, 6, 1);
        const Eigen::MatrixXd jacobian = [&] {
            const Pass pass = run(example);
            return stepJacobian(pass.network, pass.record, 0, 0);
        }();
        const Index hidden = example.shape.hidden;
        for (Index k = 0; k < jacobian.cols(); ++k) {
            const auto moved = [&](double by) {
                Example other = example;
                other.initial[static_cast<std::size_t>(k / hidden)](0, k % hidden) += by;
                return statesAt(*cell, run(other).record.traces[0], 1);
            };
            const Eigen::VectorXd numeric = (moved(1e-6) - moved(-1e-6)) / 2e-6;
            EXPECT_LT((jacobian.col(k) - numeric).cwiseAbs().maxCoeff(), 1e-8) << cell->id();
        }
    }
}

TEST(Jacobian, SpectralRadiusIsTheLargestEigenvalue) {
    Eigen::MatrixXd rotation(2, 2);
    rotation << 0, -3, 3, 0;
    EXPECT_NEAR(spectralRadius(rotation), 3, 1e-14);
    rotation(0, 0) = std::nan("");
    EXPECT_TRUE(std::isnan(spectralRadius(rotation)));
}

/// A network of the zero sequence whose hidden states are the fixed ones of one RNN layer: slopes
/// are those of tanh at 0, that is 1, so that every Jacobian is W_hh.
Pass linear(const Eigen::MatrixXd& weights, Index steps, const char* cell = "rnn") {
    const NetworkShape shape{.cell = findCell(cell), .hidden = weights.rows()};
    Parameters parameters = Network::parametersFor(shape);
    parameters.find("weight_hh_l0")->value = weights;
    Pass pass{Network(shape, parameters), {}};
    pass.network.forward(Eigen::MatrixXd::Zero(1, steps), {}, pass.record);
    return pass;
}

TEST(Spectrum, HoldsTheSingularValuesOfEveryStep) {
    for (const Cell* cell : cells())
        for (const Index hidden : {4, 12, 40}) {  // exact and by JᵀJ
            const Pass pass = run(makeExample(*cell, 1, true, Readout::EveryStep, Loss::MeanSquared,
                                              true, 8, 6, hidden));
            for (const std::size_t trace : {0u, 1u}) {
                const Eigen::MatrixXd exact = jacobianSpectrum(pass.network, pass.record, trace);
                const auto spectrum = spectrumOf(pass.network, pass.record, trace);
                ASSERT_TRUE(spectrum);
                EXPECT_EQ(spectrum->bound.has_value(), cell->blocks().size() == 1) << cell->id();
                for (Index t = 0; t < 6; ++t) {
                    const Eigen::MatrixXd jacobian =
                        stepJacobian(pass.network, pass.record, trace, t);
                    const Eigen::VectorXd singular =
                        Eigen::JacobiSVD<Eigen::MatrixXd>(jacobian).singularValues();
                    EXPECT_LE((exact.row(t).transpose() - singular).cwiseAbs().maxCoeff(),
                              1e-13 * singular[0]);
                    EXPECT_LE(
                        (spectrum->singular.row(t).transpose() - singular).cwiseAbs().maxCoeff(),
                        3e-8 * singular[0]);
                    EXPECT_NEAR(spectrum->singular(t, 0), singular[0], 1e-13 * singular[0]);
                    EXPECT_NEAR(spectrum->radius[t], spectralRadius(jacobian), 1e-13);
                    EXPECT_LE(spectrum->radius[t], singular[0] * (1 + 1e-13));
                    if (spectrum->bound) {
                        EXPECT_LE(singular[0], *spectrum->bound * (1 + 1e-13));
                    }
                }
            }
        }
}

TEST(Spectrum, OfALinearNetworkIsThatOfItsWeights) {
    Random random(3);
    const Eigen::MatrixXd weights = 0.9 * random.orthogonal(20);
    const Pass pass = linear(weights, 5);
    const auto spectrum = spectrumOf(pass.network, pass.record, 0);
    ASSERT_TRUE(spectrum);
    EXPECT_LT((spectrum->singular.array() - 0.9).abs().maxCoeff(), 1e-13);
    EXPECT_LT((spectrum->radius.array() - 0.9).abs().maxCoeff(), 1e-13);
    EXPECT_NEAR(*spectrum->bound, 0.9, 1e-13);
}

TEST(Spectrum, AStepThatIsNotFiniteHoldsNaNAndNoOtherDoes) {
    for (const Index hidden : {3, 30}) {
        Pass pass = run(makeExample(*findCell("gru"), 1, false, Readout::EveryStep,
                                    Loss::MeanSquared, true, 8, 6, hidden));
        pass.record.traces[0].at(*pass.network.shape().cell->find("z"), 4)[1] = std::nan("");
        const auto spectrum = spectrumOf(pass.network, pass.record, 0);
        const Eigen::MatrixXd exact = jacobianSpectrum(pass.network, pass.record, 0);
        ASSERT_TRUE(spectrum);
        for (Index t = 0; t < 6; ++t) {
            EXPECT_EQ(spectrum->singular.row(t).array().isNaN().all(), t == 3);
            EXPECT_EQ(exact.row(t).array().isNaN().all(), t == 3);
            EXPECT_EQ(spectrum->singular.row(t).array().isFinite().all(), t != 3);
            EXPECT_EQ(std::isnan(spectrum->radius[t]), t == 3);
        }
    }
}

TEST(Spectrum, EndsEarlyWhenNobodyWaits) {
    // So little work stays with the thread that asks; of more, another may have done all by then.
    const Pass little = linear(Eigen::MatrixXd::Identity(2, 2), 50);
    int asked = 0;
    EXPECT_FALSE(spectrumOf(little.network, little.record, 0, [&] { return ++asked > 2; }));
    EXPECT_EQ(asked, 3);
    const Pass much = linear(Eigen::MatrixXd::Identity(20, 20), 50);
    asked = 0;
    EXPECT_FALSE(spectrumOf(much.network, much.record, 0, [&] { return ++asked > 0; }));
    EXPECT_EQ(asked, 1);
}

TEST(SpanProduct, OfOneStepIsThatStepsJacobian) {
    for (const Cell* cell : cells()) {
        const Pass pass =
            run(makeExample(*cell, 1, true, Readout::EveryStep, Loss::MeanSquared, true, 9, 6, 8));
        for (const std::size_t trace : {0u, 1u}) {
            const Index from = trace == 0 ? 2 : 3;
            const Index to = trace == 0 ? 3 : 2;
            const SpanProduct span = spanProduct(pass.network, pass.record, trace, from, to);
            const Eigen::MatrixXd jacobian = stepJacobian(pass.network, pass.record, trace, to);
            EXPECT_EQ(span.from, from);
            EXPECT_EQ(span.to, to);
            EXPECT_LT((span.singular - Eigen::JacobiSVD<Eigen::MatrixXd>(jacobian).singularValues())
                          .cwiseAbs()
                          .maxCoeff(),
                      1e-13);
            EXPECT_NEAR(span.radius, spectralRadius(jacobian), 1e-13);
            EXPECT_NEAR(
                span.hiddenNorm,
                Eigen::JacobiSVD<Eigen::MatrixXd>(jacobian.topLeftCorner(8, 8)).singularValues()[0],
                1e-13);
        }
    }
}

TEST(SpanProduct, OfNoStepIsTheIdentity) {
    const Pass pass = linear(Eigen::MatrixXd::Constant(3, 3, 0.7), 4);
    const SpanProduct span = spanProduct(pass.network, pass.record, 0, 2, 2);
    EXPECT_EQ(span.singular, Eigen::Vector3d::Ones());
    EXPECT_EQ(span.radius, 1);
    EXPECT_EQ(span.hiddenNorm, 1);
}

TEST(SpanProduct, AgreesWithFiniteDifferencesOfTheForwardPass) {
    for (const Cell* cell : cells()) {
        // From the state of step 1 to that of step 5: two steps run in, then a second network
        // starts from the state reached.
        const Example example =
            makeExample(*cell, 1, false, Readout::EveryStep, Loss::MeanSquared, true, 6, 6);
        const Pass pass = run(example);
        const Index hidden = example.shape.hidden;
        const Eigen::VectorXd start = statesAt(*cell, pass.record.traces[0], 2);
        Eigen::MatrixXd numeric(start.size(), start.size());
        for (Index k = 0; k < start.size(); ++k) {
            const auto moved = [&](double by) {
                Eigen::VectorXd from = start;
                from[k] += by;
                InitialState initial;
                for (std::size_t s = 0; s < cell->states().size(); ++s)
                    initial.push_back(
                        from.segment(static_cast<Index>(s) * hidden, hidden).transpose());
                Record record;
                pass.network.forward(example.input.rightCols(4), initial, record);
                return statesAt(*cell, record.traces[0], 4);
            };
            numeric.col(k) = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        }
        const SpanProduct span = spanProduct(pass.network, pass.record, 0, 1, 5);
        EXPECT_LT((span.singular - Eigen::JacobiSVD<Eigen::MatrixXd>(numeric).singularValues())
                      .cwiseAbs()
                      .maxCoeff(),
                  1e-8)
            << cell->id();
        EXPECT_NEAR(span.hiddenNorm,
                    Eigen::JacobiSVD<Eigen::MatrixXd>(numeric.topLeftCorner(hidden, hidden))
                        .singularValues()[0],
                    1e-8)
            << cell->id();
        EXPECT_NEAR(span.radius, spectralRadius(numeric), 1e-6) << cell->id();
    }
}

// ∂loss_t/∂h_k is ∂loss_t/∂h_t times the product's hidden block: no longer than its 2-norm allows,
// and of one unit exactly as long.
TEST(SpanProduct, BoundsTheFlow) {
    for (const Cell* cell : cells())
        for (const Index hidden : {1, 6}) {
            const Pass pass = run(makeExample(*cell, 1, false, Readout::EveryStep,
                                              Loss::MeanSquared, true, 9, 12, hidden));
            const Eigen::MatrixXd flow =
                gradientFlow(pass.network, pass.record, Eigen::MatrixXd::Ones(3, 12))[0].states[0];
            for (const Index k : {0, 4, 10}) {
                const double norm = spanProduct(pass.network, pass.record, 0, k, 11).hiddenNorm;
                EXPECT_LE(flow(11, k), norm * flow(11, 11) * (1 + 1e-12)) << cell->id();
                if (hidden == 1) {
                    EXPECT_NEAR(flow(11, k), norm * flow(11, 11), 1e-12 * flow(11, k))
                        << cell->id();
                }
            }
        }
}

TEST(SpanProduct, ReachesBothEndsOfTheRangeOfADouble) {
    Eigen::MatrixXd weights(2, 2);
    weights << 0, -1, 1, 0;
    for (const double factor : {1e100, 1e-100, 1e300, 1e-300}) {
        const auto product = [&](Index to) {
            const Pass pass = linear(factor * weights, 9);
            return spanProduct(pass.network, pass.record, 0, 0, to);
        };
        const Index most = std::abs(std::log10(factor)) < 200 ? 3 : 1;
        for (Index to = 1; to <= most; ++to) {
            const double expected = static_cast<double>(to) * std::log10(factor);
            EXPECT_NEAR(std::log10(product(to).singular[1]), expected, 1e-12);
            EXPECT_NEAR(std::log10(product(to).radius), expected, 1e-12);
            EXPECT_NEAR(std::log10(product(to).hiddenNorm), expected, 1e-12);
        }
        const double limit = factor > 1 ? std::numeric_limits<double>::infinity() : 0;
        EXPECT_EQ(product(8).singular[0], limit);
        EXPECT_EQ(product(8).radius, limit);
    }
}

// What grows by 1e100 a step and then shrinks by as much is neither lost nor infinite.
TEST(SpanProduct, ComesBackFromBeyondTheRange) {
    Pass pass = linear(1e-100 * Eigen::Matrix2d::Identity(), 9);
    const std::size_t hiddenState = pass.network.shape().cell->hiddenState();
    for (Index column = 2; column <= 5; ++column)  // no state is so large: 1 − h² is −1e200 here
        pass.record.traces[0].at(hiddenState, column).setConstant(1e100);
    const auto size = [&](Index to) {
        return std::log10(spanProduct(pass.network, pass.record, 0, 0, to).radius);
    };
    EXPECT_NEAR(size(3), 300, 1e-10);
    EXPECT_EQ(size(4), std::numeric_limits<double>::infinity());
    EXPECT_NEAR(size(8), 0, 1e-10);
}

TEST(SpanProduct, IsNaNWhereAStepIs) {
    Pass pass = linear(Eigen::MatrixXd::Identity(3, 3), 6);
    pass.record.traces[0].at(1, 4)[0] = std::nan("");
    EXPECT_TRUE(std::isnan(spanProduct(pass.network, pass.record, 0, 0, 5).singular[0]));
    EXPECT_TRUE(std::isnan(spanProduct(pass.network, pass.record, 0, 0, 5).radius));
    EXPECT_TRUE(std::isnan(spanProduct(pass.network, pass.record, 0, 0, 5).hiddenNorm));
    EXPECT_EQ(spanProduct(pass.network, pass.record, 0, 3, 5).radius, 1);
    EXPECT_EQ(spanProduct(pass.network, pass.record, 0, 0, 2).radius, 1);
}

// ‖W‖ = |w| for one linear unit, so the product over k steps is |w|^k.
TEST(SpanProduct, PerStepIsTheGeometricMean) {
    const Pass pass = linear(Eigen::MatrixXd::Constant(1, 1, -0.5), 9);
    for (const Index to : {1, 2, 8})
        EXPECT_NEAR(spanProduct(pass.network, pass.record, 0, 0, to).perStep(), 0.5, 1e-14);
    EXPECT_EQ(spanProduct(pass.network, pass.record, 0, 4, 4).perStep(), 1);
    EXPECT_NEAR((SpanProduct{7, 2, {}, 0, 32}.perStep()), 2, 1e-15);  // backwards in time
}

Spectrum spectrumOfSizes(const std::vector<double>& largest) {
    Spectrum spectrum;
    const auto steps = static_cast<Index>(largest.size());
    spectrum.singular = Eigen::Map<const Eigen::VectorXd>(largest.data(), steps);
    spectrum.radius = spectrum.singular.col(0);
    return spectrum;
}

TEST(SpectrumFacts, PerStepIsTheGeometricMean) {
    EXPECT_NEAR(factsOf(spectrumOfSizes({0.5, 0.8, 2}), false).perStep, std::cbrt(0.8), 1e-15);
    // The product would be 1e-600.
    EXPECT_NEAR(factsOf(spectrumOfSizes({1e-200, 1e-200, 1e-200}), false).perStep, 1e-200, 1e-212);
    EXPECT_EQ(factsOf(spectrumOfSizes({0, 0.5}), false).perStep, 0);
    EXPECT_EQ(factsOf(spectrumOfSizes({0, 0.5}), false).zero, std::optional(0));
}

TEST(SpectrumFacts, SayWhatFollows) {
    const SpectrumFacts under = factsOf(spectrumOfSizes({0.5, 0.999}), false);
    EXPECT_TRUE(under.mustVanish());
    EXPECT_FALSE(under.mayExplode());
    const SpectrumFacts over = factsOf(spectrumOfSizes({0.5, 1.2, 0.1}), false);
    EXPECT_FALSE(under.nearlyHolds());
    const SpectrumFacts hardly = factsOf(spectrumOfSizes({0.9999, 0.9998}), false);
    EXPECT_TRUE(hardly.mustVanish());
    EXPECT_TRUE(hardly.nearlyHolds());
    EXPECT_FALSE(over.mustVanish());
    EXPECT_TRUE(over.mayExplode());
    EXPECT_EQ(over.over, 1);
    EXPECT_EQ(over.largest, 1.2);
    const SpectrumFacts one = factsOf(spectrumOfSizes({1 - 1e-15, 1 + 1e-15}), false);
    EXPECT_FALSE(one.mustVanish());
    EXPECT_FALSE(one.mayExplode());
}

TEST(SpectrumFacts, OverflowIsTheFirstInTheOrderOfComputation) {
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    const Spectrum spectrum = spectrumOfSizes({0.5, notANumber, 0.5, notANumber});
    EXPECT_EQ(factsOf(spectrum, false).overflow, std::optional(1));
    EXPECT_EQ(factsOf(spectrum, true).overflow, std::optional(3));
    EXPECT_FALSE(factsOf(spectrum, false).mustVanish());
    EXPECT_NEAR(factsOf(spectrum, false).perStep, 0.5, 1e-15);
    EXPECT_EQ(factsOf(spectrumOfSizes({notANumber}), false).perStep, 0);
}

TEST(SpectrumFacts, RoundingIsNoSingularValue) {
    EXPECT_TRUE(isZero(0, 0));
    EXPECT_TRUE(isZero(1e-15, 1));
    EXPECT_FALSE(isZero(1e-13, 1));
    EXPECT_FALSE(isZero(1e-200, 1e-190));
}

}  // namespace
}  // namespace rnnscope
