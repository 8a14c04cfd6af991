// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept at a value: how it is written, and what it does to both passes and the analyses.
#include "core/hold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "core/analysis/contributions.h"
#include "core/analysis/flow.h"
#include "core/analysis/jacobian.h"
#include "core/analysis/paths.h"
#include "core/gradient_check.h"
#include "tests/core/test_networks.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using testing::Example;
using ::testing::HasSubstr;
using testing::makeExample;

// How holds are written.

std::string refusal(std::string_view text) {
    const auto holds = parseHolds(text);
    return holds.ok() ? "" : holds.error().text();
}

TEST(HoldText, SaysWhatIsKeptWhereAndWhen) {
    const auto holds = parseHolds("f=1,h_l1_reverse[3]@5-9=-0.25,c_l0@7=1e-3");
    ASSERT_TRUE(holds.ok());
    EXPECT_EQ(*holds, (std::vector<HoldChoice>{{"f", {}, false, {}, {}, {}, 1},
                                               {"h", 1, true, 2, 4, 8, -0.25},
                                               {"c", 0, false, {}, 6, 6, 1e-3}}));
    EXPECT_EQ(toText(*parseHolds(" f = 1 , i[2] =0.50, h@4-4=2,")), "f=1,i[2]=0.5,h@4=2");
    EXPECT_TRUE(parseHolds("")->empty());
    EXPECT_TRUE(parseHolds("  ")->empty());
}

TEST(HoldText, ReadsBackWhatItWrites) {
    for (const char* text :
         {"f=1", "h=0", "g[1]=-0.5", "c_l2=1e-300", "o_l0_reverse@1=0.1", "h[3]@5-9=0",
          "z_l12_reverse[4096]@1-1000000=0.30000000000000004", "f=1,f[2]=0,h_l1@3=2"}) {
        const auto holds = parseHolds(text);
        ASSERT_TRUE(holds.ok()) << text;
        EXPECT_EQ(toText(*holds), text);
        EXPECT_EQ(*parseHolds(toText(*holds)), *holds);
    }
}

TEST(HoldText, TravelsWithTheSetup) {
    const auto setup = testing::with({{"cell", "lstm"}, {"hold", "f=1,h_l0[3]@5-9=-0.125"}});
    std::vector<std::string> warnings;
    const auto again = setupFromJson(toJson(setup), "setup.json", warnings);
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_TRUE(warnings.empty());
    EXPECT_EQ(again->holds, setup.holds);
    EXPECT_EQ(setup.holds.size(), 2u);
    EXPECT_EQ(*again, setup);
}

TEST(HoldText, WhatIsNotUnderstoodIsNamed) {
    for (const char* text : {"f", "f1", "h[3]@5-9", "f=1,o"})
        EXPECT_THAT(refusal(text), HasSubstr("names no value; write QUANTITY=VALUE")) << text;
    for (const char* text : {"f=", "f=x", "f=1x", "f=nan", "f=inf", "f=-inf", "f=1e999", "f=1 2",
                             "f=0x1", "f==1", "f=+1"})
        EXPECT_THAT(refusal(text), HasSubstr("is not a finite number; write")) << text;
    std::istringstream texts(
        "=1 [2]=1 @3=1 _l0=1 f[0]=1 f[]=1 f[-1]=1 f[1=1 f[1]2=1 f[x]=1 f[1.5]=1 f@=1 f@0=1 "
        "f[99999999999999999999]=1 f@9-5=1 f@3-=1 f@-3=1 f@2--3=1 f@1-2-3=1 f@1[2]=1 f_l0_rev=1 "
        "f_l0_reversed=1 f_l1x=1 f_l1000=1 f_l00=1 \"f=1 f;g=1");
    for (std::string text; texts >> text;)
        EXPECT_THAT(refusal(text), HasSubstr("is not understood; write QUANTITY=VALUE")) << text;
    EXPECT_EQ(refusal("g=1,f@9-5=1"),
              "hold 'f@9-5=1' is not understood; write QUANTITY=VALUE, as f=1 or h_l0[3]@5-9=0");
    EXPECT_THAT(refusal("f=1,,g=0"), HasSubstr("hold '' names no value"));
}

TEST(HoldText, TooManyAreRefused) {
    std::string text = "f=1";
    for (int k = 1; k < 256; ++k)
        text += ",f=1";
    EXPECT_EQ(parseHolds(text)->size(), 256u);
    EXPECT_EQ(refusal(text + ",f=1"), "more than 256 quantities are held; hold all units at once");
}

// What they mean for a network.

NetworkShape shapeOf(std::string_view cell, int layers = 2, bool bidirectional = true) {
    return {.cell = findCell(cell), .hidden = 4, .layers = layers, .bidirectional = bidirectional};
}

std::string misfit(std::string_view text, const NetworkShape& shape) {
    const auto holds = holdsFor(*parseHolds(text), shape);
    return holds.ok() ? "" : holds.error().text();
}

std::vector<Hold> holdsOf(std::string_view text, const NetworkShape& shape) {
    const auto holds = holdsFor(*parseHolds(text), shape);
    EXPECT_TRUE(holds.ok()) << (holds.ok() ? "" : holds.error().text());
    return holds.ok() ? *holds : std::vector<Hold>{};
}

TEST(Holds, WhatIsNotThereIsNamed) {
    const NetworkShape lstm = shapeOf("lstm");
    EXPECT_EQ(misfit("y=1", lstm),
              "hold y=1: there is no such quantity; of this cell i, f, g, o, c, h can be held");
    EXPECT_THAT(misfit("y=1", shapeOf("gru")), HasSubstr("r, z, n, h can be held"));
    EXPECT_THAT(misfit("y=1", shapeOf("rnn")), HasSubstr("of this cell h can be held"));
    for (const char* text : {"a_i=0", "a=0", "tanh_c=0", "m=0", "x=1", "F=1"})
        EXPECT_THAT(misfit(text, lstm), HasSubstr("there is no such quantity")) << text;
    EXPECT_EQ(misfit("f[4]=1", lstm), "");
    EXPECT_EQ(misfit("f[5]=1", lstm), "hold f[5]=1: there are only 4 units; hold one of them");
    EXPECT_EQ(misfit("f_l1=1,f_l2=1", lstm),
              "hold f_l2=1: there is no such layer or direction; layers count from 0");
    EXPECT_EQ(misfit("f_l1_reverse=1", lstm), "");
    EXPECT_THAT(misfit("f_l1_reverse=1", shapeOf("lstm", 2, false)),
                HasSubstr("no such layer or direction"));
}

TEST(Holds, AreRefusedWithTheSetup) {
    auto setup = testing::with({{"cell", "gru"}, {"hidden", "3"}, {"hold", "z[4]=1"}});
    EXPECT_THAT(testing::complaint(setup), HasSubstr("hold z[4]=1: there are only 3 units"));
    EXPECT_FALSE(check(setup).ok());
    ASSERT_TRUE(setOption(setup, "hold", "z[3]=1,f=1").ok());
    EXPECT_EQ(testing::problemOf(setup).shape.holds.size(), 1u);
    EXPECT_FALSE(setOption(setup, "hold", "z").ok());
}

TEST(Holds, WhatOnlyOtherCellsHaveIsPassedOver) {
    EXPECT_TRUE(holdsOf("f=1,r=0,c[2]=3,z_l1_reverse=1", shapeOf("rnn")).empty());
    EXPECT_EQ(holdsOf("f=1,h_l0=0", shapeOf("gru")),
              (std::vector<Hold>{{0, *findCell("gru")->find("h"), 0, 4, 0,
                                  std::numeric_limits<Index>::max(), 0}}));
}

TEST(Holds, AreLaidOutByTraceUnitAndTime) {
    const NetworkShape shape = shapeOf("lstm");
    EXPECT_EQ(holdsOf("c=1", shape).size(), 4u);
    EXPECT_EQ(holdsOf("c_l1_reverse[2]@3-5=0.5", shape),
              (std::vector<Hold>{{3, *shape.cell->find("c"), 1, 1, 2, 4, 0.5}}));
}

// Both passes.

struct Pass {
    Network network;
    Record record;
    LossResult loss;
    Gradients gradients;
};

Pass run(const Example& example) {
    Pass pass{Network(example.shape, example.parameters), {}, {}, {}};
    pass.network.forward(example.input, example.initial, pass.record);
    pass.loss = lossOf(example.loss, pass.record.output, example.target, pass.record.steps());
    pass.network.backward(pass.record, pass.loss.outputGradient, pass.gradients);
    return pass;
}

Example held(Example example, std::string_view text) {
    example.shape.holds = holdsOf(text, example.shape);
    return example;
}

std::vector<std::string> holdable(const Cell& cell) {
    std::vector<std::string> ids;
    for (const Quantity& quantity : cell.quantities())
        if (canBeHeld(quantity))
            ids.emplace_back(quantity.id);
    return ids;
}

/// Every quantity that can be held, each in several ways; nothing is held twice.
std::vector<std::string> holdTexts(const Cell& cell) {
    std::vector<std::string> texts;
    for (const std::string& id : holdable(cell))
        for (const char* where : {"=0.375", "[2]@2-4=0.5", "_l0[1]=0.25,h_l1_reverse[3]@3=-0.5",
                                  "_l1_reverse=0.75", "@3=0.5,h_l0[1]@1-2=0.25"})
            texts.push_back(id + where);
    return texts;
}

Example exampleOf(const Cell& cell, std::uint64_t seed = 4) {
    return makeExample(cell, 2, true, Readout::EveryStep, Loss::MeanSquared, true, seed, 5, 3);
}

double gap(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
    return (a - b).cwiseAbs().maxCoeff<Eigen::PropagateNaN>();
}

class EveryHeldCell : public ::testing::TestWithParam<const Cell*> {};

TEST_P(EveryHeldCell, HoldsTheValueAndNothingElse) {
    const Example free = exampleOf(*GetParam());
    const Trace plain = run(free).record.traces[3];
    for (const std::string& id : holdable(*GetParam())) {
        const std::size_t q = *GetParam()->find(id);
        const Trace values =
            run(held(free, id + "_l1_reverse[2]@2-3=0.625,z@9=1,f@6-7=1")).record.traces[3];
        for (Index t = 0; t < 5; ++t)
            for (Index unit = 0; unit < 3; ++unit) {
                const double value = values.value(q, unit, t);
                if (unit == 1 && (t == 1 || t == 2))
                    EXPECT_EQ(value, 0.625) << id;
                else if (t > 2)  // the reverse direction comes from the end
                    EXPECT_EQ(value, plain.value(q, unit, t)) << id;
                else
                    EXPECT_NE(value, 0.625) << id;
            }
    }
}

TEST_P(EveryHeldCell, TheLaterOfTwoHoldsWinsAndAStateHeldEverywhereLetsNothingThrough) {
    const Pass pass = run(held(exampleOf(*GetParam()), "h=0.5,h[2]=0.25,h_l0[2]@3=-1"));
    for (std::size_t trace = 0; trace < 4; ++trace)
        for (Index t = 0; t < 5; ++t) {
            const Trace& values = pass.record.traces[trace];
            EXPECT_EQ(values.value(GetParam()->hiddenState(), 0, t), 0.5);
            EXPECT_EQ(values.value(GetParam()->hiddenState(), 1, t),
                      trace == 0 && t == 2 ? -1 : 0.25);
        }
    EXPECT_EQ(pass.gradients.input.norm(), 0);
    for (const Parameter& item : pass.gradients.parameters.items)
        EXPECT_EQ(item.value.norm() > 0, item.name.starts_with("fc.")) << item.name;
}

TEST_P(EveryHeldCell, GradientsAreFiniteDifferences) {
    for (const std::string& text : holdTexts(*GetParam()))
        for (const Readout readout : {Readout::EveryStep, Readout::LastStep}) {
            const Example example =
                held(makeExample(*GetParam(), 2, true, readout, Loss::CrossEntropy, true, 4, 5, 3),
                     text);
            ASSERT_FALSE(example.shape.holds.empty());
            const Pass pass = run(example);
            const GradientCheck check = checkGradient(pass.network, example.input, example.initial,
                                                      example.loss, example.target, pass.gradients);
            EXPECT_TRUE(check.passed())
                << text << ": " << check.parameter << "(" << check.row << ", " << check.column
                << "): " << check.analytic << " against " << check.numeric;
            EXPECT_NE(check.numeric, 0) << text;  // something is left to learn
        }
}

// ∂L/∂ of what is held is that of the constant: of the loss as it is, everything later included.
TEST_P(EveryHeldCell, ItsOwnGradientIsThatOfTheConstant) {
    for (const std::string& text : holdTexts(*GetParam())) {
        const Example example = held(exampleOf(*GetParam()), text);
        const Pass pass = run(example);
        for (std::size_t k = 0; k < example.shape.holds.size(); ++k) {
            const Hold& hold = example.shape.holds[k];
            const auto moved = [&](double by) {
                Example other = example;
                other.shape.holds[k].value += by;
                return run(other).loss.loss;
            };
            const double numeric = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            double analytic = 0;
            for (Index t = hold.from; t <= std::min<Index>(hold.to, 4); ++t)
                analytic += pass.gradients.traces[hold.trace]
                                .at(hold.quantity, pass.record.traces[hold.trace].column(t))
                                .segment(hold.first, hold.count)
                                .sum();
            EXPECT_NEAR(analytic, numeric, 1e-9) << text << " trace " << hold.trace;
        }
    }
}

// Kept at what it is anyway, a value and everything later stay the same; what computed it no longer
// learns from there.
TEST_P(EveryHeldCell, HeldWhereItIsAnywayOnlyTheWayBackIsCut) {
    const Cell& cell = *GetParam();
    const Example free = makeExample(cell, 1, false, Readout::LastStep, Loss::MeanSquared, true, 6);
    const Pass plain = run(free);
    for (const std::string& id : holdable(cell)) {
        const std::size_t q = *cell.find(id);
        Example example = free;
        for (Index unit = 0; unit < 4; ++unit)
            example.shape.holds.push_back(
                {0, q, unit, 1, 2, 2, plain.record.traces[0].value(q, unit, 2)});
        const Pass pass = run(example);
        EXPECT_LT(gap(pass.record.output, plain.record.output), 1e-14);
        EXPECT_LT(gap(pass.gradients.traces[0].at(q, 3), plain.gradients.traces[0].at(q, 3)), 1e-14)
            << id;
        EXPECT_GT((pass.gradients.input.col(2) - plain.gradients.input.col(2)).norm(), 1e-6) << id;
        EXPECT_LT(gap(pass.gradients.input.rightCols(3), plain.gradients.input.rightCols(3)),
                  1e-14);
    }
}

/// One step back from ∂L/∂(one state): what it gives the step before in column 0, its own in 1.
Trace back(const Pass& pass, std::size_t trace, Index column, std::size_t state,
           const Eigen::VectorXd& gradient) {
    const Trace& values = pass.record.traces[trace];
    Trace result;
    result.reset(values.quantities(), values.hidden(), 1, false);
    result.clearFrom(0);
    result.at(state, 1) = gradient;
    pass.network.stepBack(trace, values, column, result.data(0), result.data(1));
    return result;
}

TEST_P(EveryHeldCell, TheJacobianIsTheBackwardPassOfUnitVectors) {
    const auto states = GetParam()->states();
    for (const std::string& text : holdTexts(*GetParam())) {
        const Pass pass = run(held(exampleOf(*GetParam()), text));
        for (std::size_t trace = 0; trace < 4; ++trace)
            for (Index t = 0; t < 5; ++t) {
                const Eigen::MatrixXd jacobian = stepJacobian(pass.network, pass.record, trace, t);
                for (Index row = 0; row < jacobian.rows(); ++row) {
                    const Trace unit = back(pass, trace, pass.record.traces[trace].column(t),
                                            states[static_cast<std::size_t>(row / 3)],
                                            Eigen::Vector3d::Unit(row % 3));
                    for (std::size_t k = 0; k < states.size(); ++k)
                        EXPECT_LT(gap(jacobian.row(row).segment(static_cast<Index>(k) * 3, 3),
                                      unit.at(states[k], 0).transpose()),
                                  1e-14)
                            << text << " trace " << trace << " time " << t;
                }
            }
    }
}

TEST_P(EveryHeldCell, FlowIsOneBackwardPassForEachLoss) {
    for (const std::string& text : holdTexts(*GetParam()))
        for (const bool bidirectional : {false, true}) {  // which go different ways in flow
            Example example = makeExample(*GetParam(), 2, bidirectional, Readout::EveryStep,
                                          Loss::MeanSquared, true, 4, 5, 3);
            if (!bidirectional && text.find("reverse") != std::string::npos)
                continue;
            example = held(example, text);
            const Pass pass = run(example);
            const auto flows = gradientFlow(pass.network, pass.record, pass.loss.outputGradient);
            for (Index t = 0; t < 5; ++t) {
                Eigen::MatrixXd single = Eigen::MatrixXd::Zero(3, 5);
                single.col(t) = pass.loss.outputGradient.col(t);
                Gradients gradients;
                pass.network.backwardStates(pass.record, single, gradients);
                for (std::size_t trace = 0; trace < flows.size(); ++trace)
                    for (std::size_t s = 0; s < GetParam()->states().size(); ++s) {
                        EXPECT_LT(gap(flows[trace].states[s].row(t).transpose(),
                                      gradients.traces[trace].norms(GetParam()->states()[s])),
                                  1e-14)
                            << text << " trace " << trace;
                    }
            }
        }
}

TEST_P(EveryHeldCell, PathsAndContributionsAddUp) {
    const Cell& cell = *GetParam();
    for (const std::string& text : holdTexts(cell)) {
        const Example example = held(exampleOf(cell), text);
        const Pass pass = run(example);
        for (std::size_t trace = 2; trace < 4; ++trace) {  // above them is the read-out alone
            const Trace &values = pass.record.traces[trace],
                        &gradient = pass.gradients.traces[trace];
            const Eigen::MatrixXd above = example.parameters.find("fc.weight")
                                              ->value.middleCols(trace == 3 ? 3 : 0, 3)
                                              .transpose() *
                                          pass.gradients.output;
            const auto paths = pathGradients(pass.network, pass.record, pass.gradients, trace);
            for (Index t = 0; t < 5; ++t)
                for (const std::size_t state : cell.states()) {
                    Eigen::VectorXd sum = Eigen::VectorXd::Zero(3);
                    for (const PathGradient& path : paths)
                        if (path.into == state)
                            sum += path.gradient.col(t);
                    // What the step before has of its own: from above, and of c from its own h.
                    const Index before = values.column(t) - 1;
                    Eigen::VectorXd whole = gradient.at(state, before);
                    if (before > 0) {
                        const std::size_t h = cell.hiddenState();
                        const Trace own = back(pass, trace, before, h, gradient.at(h, before));
                        if (state == h)
                            whole -= above.col(values.reversed() ? 5 - before : before - 1);
                        else
                            whole -= own.at(state, 1);
                    }
                    EXPECT_LT(gap(sum, whole), 1e-14) << text << " time " << t;
                }
        }
        for (const Parameter& item : pass.gradients.parameters.items) {
            Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(item.value.rows(), item.value.cols());
            for (Index t = 0; t < 5; ++t)
                sum += contributionAt(pass.network, pass.record, pass.gradients, item.name, t);
            EXPECT_LT(gap(sum, item.value), 1e-14) << text << item.name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cells, EveryHeldCell, ::testing::ValuesIn(cells().begin(), cells().end()),
                         [](const auto& tested) {
                             std::string name(tested.param->id());
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

// A forget gate of 1 at every step keeps the cell state's gradient to the bit.
TEST(Holds, AnOpenForgetGateIsACarouselOfOne) {
    for (const auto& [id, text] : {std::pair{"lstm", "f=1"},
                                   {"lstm-peephole", "f=1"},
                                   {"lstm-coupled", "f=1"},
                                   {"gru", "z=1"},
                                   {"gru-reset-before", "z=1"},
                                   {"ugrnn", "z=1"}}) {
        const Example example = held(
            makeExample(*findCell(id), 1, true, Readout::LastStep, Loss::MeanSquared, true, 7, 40),
            text);
        const Pass pass = run(example);
        for (std::size_t trace = 0; trace < 2; ++trace) {
            const auto paths = gradientPaths(pass.network, pass.record, pass.gradients, trace);
            const double start = paths.whole[39];
            ASSERT_GT(start, 0);
            // The last step is the reverse direction's first.
            for (Index t = 0; t < 40; ++t)
                EXPECT_EQ(paths.direct[t], trace == 0 || t == 39 ? start : 0)
                    << id << " time " << t;
        }
    }
}

// i = 1 − f = 0 lets nothing in; the cell state, or a GRU's state, stays where it began.
TEST(Holds, AClosedWayInKeepsTheState) {
    for (const auto& [id, text, state] :
         {std::tuple{"lstm-coupled", "f=1", "c"}, {"ugrnn", "z=1", "h"}, {"gru", "z=1", "h"}}) {
        Example example = held(makeExample(*findCell(id), 1, false, Readout::EveryStep,
                                           Loss::MeanSquared, true, 7, 30),
                               text);
        const Pass pass = run(example);
        const Trace& values = pass.record.traces[0];
        const std::size_t quantity = *example.shape.cell->find(state);
        for (Index column = 1; column <= 30; ++column)
            EXPECT_EQ(values.at(quantity, column), values.at(quantity, 0)) << id;
        const auto states = example.shape.cell->states();
        const auto place =
            static_cast<Index>(std::ranges::find(states, quantity) - states.begin()) * 4;
        const Eigen::MatrixXd jacobian = stepJacobian(pass.network, pass.record, 0, 12);
        EXPECT_EQ(jacobian.block(place, place, 4, 4), Eigen::Matrix4d::Identity()) << id;
    }
}

}  // namespace
}  // namespace rnnscope
