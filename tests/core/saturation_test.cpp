// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/saturation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

Trace traceOf(const Cell& cell, Index hidden, Index steps, bool reversed = false) {
    Trace trace;
    trace.reset(cell.quantities(), hidden, steps, reversed);
    trace.clearFrom(0);
    return trace;
}

std::string namesOf(std::string_view id) {
    const Cell& cell = *findCell(id);
    std::string names;
    for (const Saturation& each : saturation(cell, traceOf(cell, 2, 3)))
        names += std::string(cell.quantities()[each.quantity].id) + " ";
    return names;
}

TEST(Saturation, IsOfSquashedQuantitiesAlone) {
    EXPECT_EQ(namesOf("rnn"), "h ");
    EXPECT_EQ(namesOf("rnn-relu"), "");
    EXPECT_EQ(namesOf("lstm"), "i f g o ");
    EXPECT_EQ(namesOf("gru"), "r z n ");
    EXPECT_EQ(namesOf("gru-reset-before"), "r z n ");
}

// The outer twentieths of the range: of a gate below 0.05 and above 0.95, of tanh beyond ±0.9.
TEST(Saturation, CountsUnitsAtEitherEnd) {
    const Cell& cell = *findCell("lstm");
    for (const bool reversed : {false, true}) {
        Trace trace = traceOf(cell, 4, 2, reversed);
        trace.at(*cell.find("f"), trace.column(0)) << 0.04, 0.06, 0.94, 0.96;
        trace.at(*cell.find("f"), trace.column(1)) << 0, 0.01, 1, 0.5;
        trace.at(*cell.find("g"), trace.column(0)) << -1, -0.91, -0.89, 0;
        trace.at(*cell.find("g"), trace.column(1)) << 0.89, 0.91, 1, 0.95;
        const auto found = saturation(cell, trace);
        ASSERT_EQ(found.size(), 4u);
        EXPECT_EQ(found[1].low, Eigen::Vector2d(0.25, 0.5));
        EXPECT_EQ(found[1].high, Eigen::Vector2d(0.25, 0.25));
        EXPECT_EQ(found[1].whole, 5.0 / 8);
        EXPECT_EQ(found[2].low, Eigen::Vector2d(0.5, 0));
        EXPECT_EQ(found[2].high, Eigen::Vector2d(0, 0.75));
        EXPECT_EQ(found[2].whole, 5.0 / 8);
    }
}

// σ(±ln 19) = 0.95, 0.05 and artanh 0.9 = ½ ln 19: a little further out everything is saturated, a
// little further in nothing.
TEST(Saturation, FollowsThePreActivation) {
    for (const Cell* cell : cells()) {
        if (cell->id() == "rnn-relu")
            continue;
        for (const double beyond : {0.99, 1.01}) {
            const NetworkShape shape{.cell = cell, .hidden = 3};
            Parameters parameters = Network::parametersFor(shape);
            Eigen::MatrixXd& bias = parameters.find("bias_ih_l0")->value;
            for (std::size_t k = 0; k < cell->blocks().size(); ++k) {
                const bool gate =
                    cell->quantities()[*cell->find(cell->blocks()[k])].role == Role::Gate;
                bias.middleRows(static_cast<Index>(k) * 3, 3)
                    .setConstant(beyond * std::log(19.0) * (gate ? -1.0 : 0.5));
            }
            Record record;
            Network(shape, parameters).forward(Eigen::MatrixXd::Zero(1, 5), {}, record);
            for (const Saturation& each : saturation(*cell, record.traces[0]))
                EXPECT_EQ(each.whole, beyond > 1 ? 1 : 0) << cell->id() << " " << each.quantity;
        }
    }
}

TEST(Saturation, WhatIsNotANumberIsShownAsSuch) {
    const Cell& cell = *findCell("rnn");
    Trace trace = traceOf(cell, 2, 3);
    trace.at(*cell.find("h"), trace.column(1)) << std::nan(""), 1;
    trace.at(*cell.find("h"), trace.column(2)) << -1, 1;
    const auto found = saturation(cell, trace);
    EXPECT_EQ(found[0].low[0], 0);
    EXPECT_TRUE(std::isnan(found[0].low[1]));
    EXPECT_TRUE(std::isnan(found[0].high[1]));
    EXPECT_EQ(found[0].high[2], 0.5);
    EXPECT_TRUE(std::isnan(found[0].whole));
}

TEST(DeadUnits, NeverRiseAboveZero) {
    const NetworkShape shape{.cell = findCell("rnn-relu"), .hidden = 4};
    Parameters parameters = Network::parametersFor(shape);
    parameters.find("weight_ih_l0")->value << 1, -1, 1, 0;
    parameters.find("bias_ih_l0")->value << -10, 0, 0, 0;
    const Network network(shape, parameters);
    Record record;
    network.forward(Eigen::RowVector3d(1, 2, 3), {}, record);
    EXPECT_EQ(deadUnits(*shape.cell, record.traces[0]), (std::vector<Index>{0, 1, 3}));
    // Awake once is enough; the state that the sequence began with does not count.
    InitialState initial{Eigen::RowVector4d(1, 1, 1, 1)};
    network.forward(Eigen::RowVector3d(1, 2, 11), initial, record);
    EXPECT_EQ(deadUnits(*shape.cell, record.traces[0]), (std::vector<Index>{1, 3}));
    // A unit that is not a number is not dead.
    network.forward(Eigen::RowVector3d(1, std::nan(""), 3), {}, record);
    EXPECT_TRUE(deadUnits(*shape.cell, record.traces[0]).empty());
}

TEST(DeadUnits, AreOfRectifiedCellsAlone) {
    for (const Cell* cell : cells()) {
        const auto dead = deadUnits(*cell, traceOf(*cell, 2, 3));
        EXPECT_EQ(dead.size(), cell->id() == "rnn-relu" ? 2u : 0u) << cell->id();
    }
}

TEST(Saturation, UpperPartTellsTheEndsApart) {
    const auto of = [](const Eigen::Vector2d& low, const Eigen::Vector2d& high) {
        return Saturation{0, low, high, 0}.upperPart();
    };
    EXPECT_EQ(of({0.25, 0.5}, {0.25, 0}), 0.25);
    EXPECT_EQ(of({0, 0}, {0.5, 0.25}), 1);
    EXPECT_EQ(of({1, 0}, {0, 0}), 0);
    EXPECT_TRUE(std::isnan(of({0, 0}, {0, 0})));
    EXPECT_TRUE(std::isnan(of({std::nan(""), 0}, {0, 1})));
}

}  // namespace
}  // namespace rnnscope
