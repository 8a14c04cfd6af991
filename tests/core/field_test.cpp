// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/field.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/test_networks.h"

namespace rnnscope {
namespace {

constexpr double threshold = 0.05;  // below most entries and all norms of the examples

struct Laboratory {
    testing::Example example;
    Network network;

    explicit Laboratory(const testing::Example& given)
        : example(given), network(given.shape, given.parameters) {}
    Laboratory(std::string_view cell, Loss loss = Loss::MeanSquared)
        : Laboratory(
              testing::makeExample(*findCell(cell), 1, true, Readout::EveryStep, loss, true, 31)) {}

    std::optional<GradientField> field(const FieldChoice& choice, double limit = threshold,
                                       const std::function<bool()>& stale = {}) const {
        return gradientField(network, example.input, example.initial, example.loss, example.target,
                             limit, choice, stale);
    }
    /// The whole gradient with two weights set.
    Parameters gradientAt(const FieldChoice& choice, double x, double y) const {
        Parameters parameters = example.parameters;
        parameters.find(choice.x.parameter)->value(choice.x.row, choice.x.column) = x;
        parameters.find(choice.y.parameter)->value(choice.y.row, choice.y.column) = y;
        const Network moved(example.shape, parameters);
        Record record;
        Gradients gradients;
        moved.forward(example.input, example.initial, record);
        moved.backward(
            record,
            lossOf(example.loss, record.output, example.target, record.steps()).outputGradient,
            gradients);
        return gradients.parameters;
    }
};

double entryOf(const Parameters& parameters, const WeightEntry& entry) {
    return parameters.find(entry.parameter)->value(entry.row, entry.column);
}

const FieldChoice choice{{"weight_hh_l0", 1, 2}, {"fc.bias", 2, 0}, 0.5, 5};

TEST(Field, MiddleIsThePresentNetwork) {
    for (const Cell* cell : cells()) {
        const Laboratory lab(cell->id(), Loss::CrossEntropy);
        const auto field = lab.field(choice);
        ASSERT_TRUE(field) << cell->id();
        const double x = entryOf(lab.example.parameters, choice.x);
        const double y = entryOf(lab.example.parameters, choice.y);
        EXPECT_EQ(field->xs[2], x);
        EXPECT_EQ(field->ys[2], y);
        EXPECT_DOUBLE_EQ(field->xs[0], x - 0.5);
        EXPECT_DOUBLE_EQ(field->ys[4], y + 0.5);
        const Parameters gradient = lab.gradientAt(choice, x, y);
        EXPECT_EQ(field->plain.x(2, 2), -entryOf(gradient, choice.x)) << cell->id();
        EXPECT_EQ(field->plain.y(2, 2), -entryOf(gradient, choice.y)) << cell->id();
        EXPECT_EQ(field->choice, choice);
    }
}

// By central differences along the grid itself: fine enough, the loss is its arrows' slope.
TEST(Field, ArrowsAreTheSlopeOfTheLoss) {
    const Laboratory lab("lstm");
    FieldChoice fine = choice;
    fine.reach = 1e-4;
    const auto field = lab.field(fine);
    ASSERT_TRUE(field);
    const double step = 0.5e-4;
    for (Index row = 1; row < 4; ++row)
        for (Index column = 1; column < 4; ++column) {
            const double byX =
                (field->loss(row, column + 1) - field->loss(row, column - 1)) / (2 * step);
            const double byY =
                (field->loss(row + 1, column) - field->loss(row - 1, column)) / (2 * step);
            EXPECT_NEAR(field->plain.x(row, column), -byX, 1e-8);
            EXPECT_NEAR(field->plain.y(row, column), -byY, 1e-8);
        }
}

TEST(Field, ClipsTheWholeGradientAtEveryPlace) {
    const Laboratory lab("gru");
    const auto field = lab.field(choice);
    ASSERT_TRUE(field);
    int bent = 0;
    for (Index row = 0; row < 5; ++row)
        for (Index column = 0; column < 5; ++column) {
            const Parameters gradient = lab.gradientAt(choice, field->xs[column], field->ys[row]);
            Parameters norm = gradient, value = gradient;
            EXPECT_TRUE(clip(norm, {ClipMode::Norm, threshold}).engaged());
            clip(value, {ClipMode::Value, threshold});
            EXPECT_EQ(field->plain.x(row, column), -entryOf(gradient, choice.x));
            EXPECT_EQ(field->plain.y(row, column), -entryOf(gradient, choice.y));
            EXPECT_EQ(field->byNorm.x(row, column), -entryOf(norm, choice.x));
            EXPECT_EQ(field->byNorm.y(row, column), -entryOf(norm, choice.y));
            EXPECT_EQ(field->byValue.x(row, column), -entryOf(value, choice.x));
            EXPECT_EQ(field->byValue.y(row, column), -entryOf(value, choice.y));
            // Parallel by norm: the sine of the angle between the two is zero; by value it is not
            // where one entry is cut and the other is not.
            const Eigen::Vector2d plain(field->plain.x(row, column), field->plain.y(row, column));
            const Eigen::Vector2d scaled(field->byNorm.x(row, column),
                                         field->byNorm.y(row, column));
            const Eigen::Vector2d cut(field->byValue.x(row, column), field->byValue.y(row, column));
            const auto sine = [&](const Eigen::Vector2d& other) {
                return std::abs(plain[0] * other[1] - plain[1] * other[0]) /
                       (plain.norm() * other.norm());
            };
            EXPECT_LT(sine(scaled), 1e-14);
            EXPECT_GT(plain.dot(scaled), 0);
            bent += sine(cut) > 1e-3;
        }
    EXPECT_GT(bent, 0);
}

TEST(Field, AHighThresholdChangesNothing) {
    const auto field = Laboratory("rnn").field(choice, 1e9);
    ASSERT_TRUE(field);
    EXPECT_EQ(field->byNorm.x, field->plain.x);
    EXPECT_EQ(field->byNorm.y, field->plain.y);
    EXPECT_EQ(field->byValue.x, field->plain.x);
    EXPECT_EQ(field->byValue.y, field->plain.y);
}

TEST(Field, OnePointIsEnough) {
    FieldChoice single = choice;
    single.side = 1;
    const auto field = Laboratory("rnn").field(single);
    ASSERT_TRUE(field);
    EXPECT_EQ(field->loss.size(), 1);
    EXPECT_TRUE(field->plain.x.allFinite());
}

TEST(Field, IsNotForWeightsThatAreNotThere) {
    Laboratory lab("lstm");
    for (const WeightEntry& entry :
         {WeightEntry{"weight_hh_l7", 0, 0}, WeightEntry{"weight_hh_l0", 16, 0},
          WeightEntry{"weight_hh_l0", 0, 4}, WeightEntry{"weight_hh_l0", -1, 0},
          WeightEntry{"bias_ih_l0", 0, 1}, WeightEntry{"", 0, 0}, choice.y}) {
        FieldChoice other = choice;
        other.x = entry;
        EXPECT_FALSE(lab.field(other)) << entry.parameter;
    }
    lab.example.parameters.find("bias_ih_l0")->absent = true;
    lab.network.setParameters(lab.example.parameters);
    FieldChoice other = choice;
    other.y = {"bias_ih_l0", 0, 0};
    EXPECT_FALSE(lab.field(other));
}

TEST(Field, StopsWhenNobodyWaits) {
    int asked = 0;
    EXPECT_FALSE(Laboratory("rnn").field(choice, threshold, [&] { return ++asked == 4; }));
    EXPECT_EQ(asked, 4);
    EXPECT_TRUE(Laboratory("rnn").field(choice, threshold, [] { return false; }));
}

TEST(Field, WhatIsNotANumberIsShownAsSuch) {
    Laboratory lab("gru");
    lab.example.input(0, 2) = std::nan("");
    const auto field = lab.field(choice);
    ASSERT_TRUE(field);
    EXPECT_TRUE(field->loss.array().isNaN().all());
    EXPECT_TRUE(field->plain.x.array().isNaN().all());
    EXPECT_TRUE(field->byNorm.y.array().isNaN().all());
    lab.example.parameters.find("weight_hh_l0")->value(1, 2) = std::nan("");
    lab.network.setParameters(lab.example.parameters);
    EXPECT_TRUE(lab.field(choice)->xs.array().isNaN().all());
}

TEST(Field, OneStepAndOneUnitWork) {
    for (const Cell* cell : cells()) {
        const Laboratory lab(testing::makeExample(*cell, 1, false, Readout::LastStep,
                                                  Loss::MeanSquared, false, 9, 1, 1));
        const auto field = lab.field({{"weight_ih_l0", 0, 1}, {"weight_hh_l0", 0, 0}, 2, 3});
        ASSERT_TRUE(field);
        EXPECT_TRUE(field->loss.allFinite());
        EXPECT_EQ(field->plain.y.cwiseAbs().maxCoeff(), 0) << cell->id();  // h_0 is zero
    }
}

TEST(FieldArrows, LengthAndAngleAreThoseOfThePlane) {
    GradientField::Arrows one{Eigen::MatrixXd(1, 6), Eigen::MatrixXd(1, 6)}, other = one;
    const double huge = 1e200, tiny = 1e-200;
    one.x << 3, 1, 1, huge, 0, tiny;
    one.y << 4, 0, 0, huge, 0, tiny;
    other.x << 3, 0, -2, huge, 1, -tiny;
    other.y << 4, -5, 0, 0, 1, tiny;
    EXPECT_EQ(one.length(0, 0), 5);
    EXPECT_NEAR(one.length(0, 3) / huge, std::sqrt(2), 1e-15);
    const double degrees[] = {0, 90, 180, 45, 0, 90};
    for (Index k = 0; k < 6; ++k) {
        EXPECT_NEAR(one.degreesTo(other, 0, k), degrees[k], 1e-6) << k;
        EXPECT_EQ(one.degreesTo(other, 0, k), other.degreesTo(one, 0, k)) << k;
    }
}

}  // namespace
}  // namespace rnnscope
