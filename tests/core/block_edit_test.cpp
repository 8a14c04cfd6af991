// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of numbers that are changed by hand: what can be done to them, how they are read, and
// what edits come of it.
#include "core/block_edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "core/analysis/jacobian.h"
#include "core/experiment.h"
#include "core/random.h"
#include "core/weight_fields.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using ::testing::HasSubstr;
using testing::with;

constexpr double infinite = std::numeric_limits<double>::infinity();

MatrixXd random(Index rows, Index columns, std::uint64_t seed = 3) {
    Random chance(seed);
    MatrixXd block(rows, columns);
    for (double& each : block.reshaped())
        each = chance.uniform(-1, 1);
    return block;
}

std::string refusal(const Result<MatrixXd>& result) {
    return result.ok() ? "" : result.error().text();
}

// What can be done to a block.

TEST(BlockEdit, ScalesAndShiftsEveryNumber) {
    const MatrixXd block = random(3, 4);
    const auto scaled = scaledBlock(block, -0.5);
    const auto shifted = shiftedBlock(block, 2);
    ASSERT_TRUE(scaled.ok() && shifted.ok());
    for (Index k = 0; k < block.size(); ++k) {
        EXPECT_EQ(scaled->reshaped()[k], -0.5 * block.reshaped()[k]);
        EXPECT_EQ(shifted->reshaped()[k], block.reshaped()[k] + 2);
    }
}

TEST(BlockEdit, RefusesToLeaveTheRangeOfNumbers) {
    const MatrixXd block = MatrixXd::Constant(2, 2, 1e200);
    EXPECT_THAT(refusal(scaledBlock(block, 1e200)), HasSubstr("range"));
    EXPECT_THAT(refusal(shiftedBlock(MatrixXd::Constant(1, 1, 1.7e308), 1.7e308)),
                HasSubstr("range"));
    EXPECT_FALSE(scaledBlock(MatrixXd::Constant(1, 1, infinite), 0.5).ok());
    EXPECT_TRUE(scaledBlock(block, 0).ok());
}

TEST(BlockEdit, GivesABlockTheRadiusAskedFor) {
    for (const double radius : {0.0, 1e-9, 0.9, 1.0, 7.5, 1e100}) {
        const MatrixXd block = random(6, 6);
        const auto set = blockOfRadius(block, radius);
        ASSERT_TRUE(set.ok());
        EXPECT_NEAR(spectralRadius(*set), radius, 1e-12 * radius);
        // A multiple of what it was.
        const double factor = (*set)(0, 0) / block(0, 0);
        EXPECT_LE((*set - factor * block).cwiseAbs().maxCoeff(), 1e-14 * radius);
    }
}

TEST(BlockEdit, ScalesAlsoWhatIsVeryLargeOrSmall) {
    for (const double size : {1e-300, 1e300}) {
        const auto set = blockOfRadius(size * random(5, 5), 1.25);
        ASSERT_TRUE(set.ok());
        EXPECT_NEAR(spectralRadius(*set), 1.25, 1e-12);
    }
}

TEST(BlockEdit, RefusesARadiusForABlockWithoutEigenvalues) {
    EXPECT_THAT(refusal(blockOfRadius(MatrixXd::Zero(3, 3), 1)), HasSubstr("all zero"));
    MatrixXd nilpotent = MatrixXd::Zero(3, 3);
    nilpotent(0, 1) = 4;
    nilpotent(1, 2) = -3;
    EXPECT_THAT(refusal(blockOfRadius(nilpotent, 1)), HasSubstr("all zero"));
    EXPECT_THAT(refusal(blockOfRadius(random(3, 3), -1)), HasSubstr("0 or more"));
    EXPECT_THAT(refusal(blockOfRadius(random(3, 3), infinite)), HasSubstr("range"));
    EXPECT_FALSE(blockOfRadius(random(3, 3), std::nan("")).ok());
    EXPECT_THAT(refusal(blockOfRadius(MatrixXd::Constant(2, 2, infinite), 1)),
                HasSubstr("not finite"));
}

// How blocks are read and written.

TEST(BlockEdit, ReadsWhatItWrites) {
    MatrixXd block = random(7, 5);
    block(0, 0) = 1e-300;
    block(1, 1) = -1.7976931348623157e308;
    block(2, 2) = 0.1;
    block(3, 3) = 5e-324;
    const auto read = parseBlock(blockText(block));
    ASSERT_TRUE(read.ok()) << read.error().text();
    EXPECT_EQ(*read, block);
    EXPECT_EQ(*parseBlock(blockText(random(1, 1))), random(1, 1));
    EXPECT_EQ(*parseBlock(blockText(random(4, 1))), random(4, 1));
    EXPECT_EQ(blockText(MatrixXd::Constant(1, 2, 0.1)),
              "0.10000000000000001\t0.10000000000000001\n");
}

TEST(BlockEdit, ReadsWhatProgramsCopy) {
    const MatrixXd wanted{{1, -2.5, 3}, {4, 5e-3, 6}};
    for (const char* text :
         {"1\t-2.5\t3\n4\t5e-3\t6\n", "1,-2.5,3\r\n4,0.005,6\r\n", "1; -2.5; 3\n4; 5e-3; 6",
          "1,0\t-2,5\t3\n4\t0,005\t6", "1;-2,5;3\n4;0,005;6", " 1  -2.5   3 \n\n 4 5e-3 6\n\n",
          "[[1, -2.5, 3], [4, 5e-3, 6]]", "[[ 1.   -2.5   3. ]\n [ 4.    0.005 6. ]]",
          "tensor([[1.0, -2.5, 3.0],\n        [4.0, 5.0e-03, 6.0]])", "[1, -2.5, 3]\n[4, 5e-3, 6]",
          "1, -2.5, 3,\n4, 5e-3, 6,", "+1\t\u22122.5\t3\n4\t+5e-3\t6"}) {
        const auto block = parseBlock(text);
        ASSERT_TRUE(block.ok()) << text << ": " << block.error().text();
        EXPECT_EQ(*block, wanted) << text;
    }
    EXPECT_EQ(*parseBlock("0.25"), MatrixXd::Constant(1, 1, 0.25));
    EXPECT_EQ(*parseBlock("[1, 2]"), (MatrixXd{{1, 2}}));
}

TEST(BlockEdit, SaysWhereABlockCannotBeRead) {
    const auto complaint = [](const char* text) { return refusal(parseBlock(text)); };
    EXPECT_THAT(complaint("1\t2\n3\tx\n"), HasSubstr("row 2, number 2: 'x'"));
    EXPECT_THAT(complaint("1\t\t3"), HasSubstr("row 1, number 2 is empty"));
    EXPECT_THAT(complaint("1\t2\n3\n"), HasSubstr("row 2 has 1 numbers and the first 2"));
    EXPECT_THAT(complaint("1 2\n1e999 3"), HasSubstr("not a finite number"));
    EXPECT_THAT(complaint("nan"), HasSubstr("not a finite number"));
    EXPECT_THAT(complaint("inf 1"), HasSubstr("not a finite number"));
    for (const char* nothing : {"", " \n\t\n", "[]", "[[],[]]"})
        EXPECT_THAT(complaint(nothing), HasSubstr("no numbers")) << nothing;
}

TEST(BlockEdit, ReadsATypedNumber) {
    for (const auto& [text, value] :
         {std::pair("0.5", 0.5), std::pair(" -3e-2 ", -0.03), std::pair("+7", 7.0),
          std::pair("\u22121", -1.0), std::pair(".25", 0.25)}) {
        const auto number = typedNumber(text);
        ASSERT_TRUE(number.ok()) << text;
        EXPECT_EQ(*number, value);
    }
    for (const char* wrong : {"", "  ", "x", "1x", "1e999", "nan", "inf", "--1", "+-1", "1 2"}) {
        const auto number = typedNumber(wrong);
        ASSERT_FALSE(number.ok()) << wrong;
        EXPECT_THAT(number.error().text(), HasSubstr("not a finite number")) << wrong;
    }
}

TEST(BlockEdit, FitsAVectorEitherWay) {
    EXPECT_EQ(*ofShape(random(3, 4), 3, 4), random(3, 4));
    EXPECT_EQ(*ofShape(random(1, 4), 4, 1), random(1, 4).transpose());
    EXPECT_EQ(refusal(ofShape(random(3, 4), 8, 8)), "3 × 4 numbers where 8 × 8 are needed");
    EXPECT_FALSE(ofShape(random(3, 4), 4, 3).ok());
    EXPECT_FALSE(ofShape(random(2, 2), 4, 1).ok());
}

// Which edits come of it.

TEST(BlockEdit, ListsTheNumbersThatChange) {
    const MatrixXd before = random(2, 3);
    MatrixXd after = before;
    after(1, 2) = 9;
    after(0, 0) = -9;
    const EditSpan span{"weight_hh_l0.f", 4, 1, 2, 3};
    EXPECT_EQ(blockEdits(span, before, after, 7),
              (Edits{{7, "weight_hh_l0.f", 4, 1, -9}, {7, "weight_hh_l0.f", 5, 3, 9}}));
    EXPECT_TRUE(blockEdits(span, before, before, 7).empty());
    // A number that training lost is always another one.
    const MatrixXd lost = MatrixXd::Constant(1, 1, std::nan(""));
    EXPECT_EQ(blockEdits({"fc.bias", 0, 0, 1, 1}, lost, MatrixXd::Zero(1, 1), 0).size(), 1U);
}

TEST(BlockEdit, DropsWhatHasTakenEffectInAPlace) {
    const Edits edits = *parseEdits(
        "weight_hh_l0.f[1,1]=1,weight_hh_l0.f[1,1]#5=2,weight_hh_l0.f[3,3]=3,"
        "weight_hh_l0.i[1,1]=4,weight_hh_l0.f[2,2]#9=5,x@1=6");
    const std::vector<EditSpan> spans{{"weight_hh_l0.f", 0, 0, 2, 2}};
    EXPECT_EQ(toText(withoutSpans(edits, spans, 5)),
              "weight_hh_l0.f[3,3]=3,weight_hh_l0.i[1,1]=4,x@1=6,weight_hh_l0.f[2,2]#9=5");
    EXPECT_EQ(editedWithin(edits, spans, 5), 1U);
    EXPECT_EQ(editedWithin(edits, spans, 9), 2U);
    EXPECT_EQ(withoutSpans(edits, {}, 100), edits);
}

// The numbers of a layer and direction.

using Part = WeightField::Part;

std::shared_ptr<const Snapshot> passOf(const testing::Choices& setup, int update = 0) {
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok());
    experiment->runTo(update);
    return experiment->snapshot(1);
}

const WeightField& fieldOf(const std::vector<WeightField>& fields, std::string_view target) {
    const auto found = std::ranges::find(fields, target, &WeightField::target);
    EXPECT_NE(found, fields.end()) << target;
    return *found;
}

TEST(WeightFields, HoldEveryNumberOnce) {
    for (const Cell* cell : cells()) {
        const auto snapshot = passOf(with({{"cell", std::string(cell->id()).c_str()},
                                           {"hidden", "3"},
                                           {"layers", "2"},
                                           {"bidirectional", ""},
                                           {"length", "6"}}));
        Index weights = 0;
        for (std::size_t trace = 0; trace < snapshot->shape().traces(); ++trace) {
            Index starts = 0;
            for (const WeightField& field : weightFields(*snapshot, trace)) {
                const auto numbers = numbersOf(*snapshot, trace, field, WeightReading::Value);
                ASSERT_TRUE(numbers);
                EXPECT_EQ(numbers->rows(), field.rows);
                EXPECT_EQ(numbers->cols(), field.columns);
                if (field.part == Part::Start)
                    starts += numbers->size();
                else if (trace == 0 || field.quantity)
                    weights += numbers->size();
            }
            EXPECT_EQ(starts, static_cast<Index>(3 * cell->states().size()));
        }
        EXPECT_EQ(weights, snapshot->parameters.count()) << cell->id();
    }
}

TEST(WeightFields, AreNamedAsInTheEquations) {
    const auto snapshot = passOf(with({{"cell", "lstm-peephole"}, {"hidden", "3"}}));
    const Cell& cell = *snapshot->shape().cell;
    const auto fields = weightFields(*snapshot, 0);
    const auto named = [&](std::string_view target) {
        const WeightField& field = fieldOf(fields, target);
        return field.letter + "_" + field.index;
    };
    EXPECT_EQ(named("weight_hh_l0.f"), "W_hf");
    EXPECT_EQ(named("bias_ih_l0.g"), "b_ig");
    EXPECT_EQ(named("weight_ch_l0.o"), "p_o");
    EXPECT_EQ(named("c0_l0"), "c_0");
    EXPECT_EQ(named("fc.weight"), "W_fc");
    const WeightField& forget = fieldOf(fields, "weight_hh_l0.f");
    EXPECT_EQ(forget.quantity, cell.find("f"));
    EXPECT_EQ(forget.before, cell.find("a_f"));
    EXPECT_FALSE(fieldOf(fields, "fc.bias").quantity);
}

TEST(WeightFields, ReadGradientsAndChanges) {
    auto setup = with({{"cell", "gru"}, {"hidden", "3"}, {"edit", "h0_l0[2]=0.5"}});
    const auto start = passOf(setup), later = passOf(setup, 4);
    for (const WeightField& field : weightFields(*later, 0)) {
        const MatrixXd now = *numbersOf(*later, 0, field, WeightReading::Value);
        const MatrixXd then = *numbersOf(*start, 0, field, WeightReading::Value);
        const auto change = numbersOf(*later, 0, field, WeightReading::Change);
        EXPECT_FALSE(numbersOf(*start, 0, field, WeightReading::Change));
        if (field.part == Part::Start) {
            EXPECT_FALSE(change);
            EXPECT_EQ(now(1, 0), 0.5);
            continue;
        }
        EXPECT_EQ(*change, now - then);
        EXPECT_GT(change->norm(), 0) << field.target;
        // What one step of plain descent takes.
        const MatrixXd slope = *numbersOf(*start, 0, field, WeightReading::Gradient);
        const MatrixXd next = *numbersOf(*passOf(setup, 1), 0, field, WeightReading::Value);
        EXPECT_LE((then - setup.training.rate * slope - next).cwiseAbs().maxCoeff(), 1e-15);
    }
}

TEST(WeightFields, TellTheGradientOfAnInitialState) {
    // By a central difference.
    const auto loss = [](const char* edit) {
        return passOf(with({{"cell", "lstm"}, {"hidden", "3"}, {"length", "8"}, {"edit", edit}}))
            ->backward->loss.loss;
    };
    const auto snapshot = passOf(
        with({{"cell", "lstm"}, {"hidden", "3"}, {"length", "8"}, {"edit", "c0_l0[2]=0.5"}}));
    const auto fields = weightFields(*snapshot, 0);
    const MatrixXd gradient =
        *numbersOf(*snapshot, 0, fieldOf(fields, "c0_l0"), WeightReading::Gradient);
    const double slope = (loss("c0_l0[2]=0.50001") - loss("c0_l0[2]=0.49999")) / 2e-5;
    EXPECT_NEAR(gradient(1, 0), slope, 1e-9);
}

TEST(WeightFields, HaveNoGradientWithoutATarget) {
    const auto snapshot = passOf(with({{"target", "none"}}));
    EXPECT_FALSE(hasReading(*snapshot, WeightReading::Gradient));
    for (const WeightField& field : weightFields(*snapshot, 0))
        EXPECT_FALSE(numbersOf(*snapshot, 0, field, WeightReading::Gradient));
}

TEST(WeightFields, FindTheLargestFiniteNumber) {
    EXPECT_EQ(largestFinite(MatrixXd{{1, -3}, {std::nan(""), infinite}}), 3);
    EXPECT_EQ(largestFinite(MatrixXd{{std::nan("")}}), 0);
    EXPECT_EQ(largestFinite(MatrixXd()), 0);
}

}  // namespace
}  // namespace rnnscope
