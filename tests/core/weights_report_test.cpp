// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstring>

#include "core/bytes.h"
#include "core/random.h"
#include "core/weights.h"
#include "tests/core/documents.h"

namespace rnnscope {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A file's bytes as the reader of setups leaves them.
ArrayFile fileOf(const std::string& bytes) {
    auto arrays = parseSafetensors(bytes, "w.safetensors");
    EXPECT_TRUE(arrays.ok()) << arrays.error().text();
    return {"w.safetensors", std::make_shared<const std::vector<Array>>(*std::move(arrays)),
            std::make_shared<const std::string>(bytes)};
}

/// Eighths, which the narrowest type holds.
Parameters eighths(const NetworkShape& shape) {
    Random random(5);
    Parameters parameters = Network::initialParameters(shape, random);
    for (Parameter& item : parameters.items)
        for (double& value : item.value.reshaped())
            value = std::round(value * 64) / 8;
    return parameters;
}

struct Type {
    const char* name;
    void (*append)(std::string& bytes, double value);
};

std::uint32_t bitsOf(double value) {
    return std::bit_cast<std::uint32_t>(static_cast<float>(value));
}

constexpr Type types[] = {
    {"F64", [](std::string& bytes, double value) { appendNumber(bytes, value); }},
    {"F32",
     [](std::string& bytes, double value) { appendNumber(bytes, static_cast<float>(value)); }},
    {"BF16",
     [](std::string& bytes, double value) {
         appendNumber(bytes, static_cast<std::uint16_t>(bitsOf(value) >> 16));
     }},
    {"F16",
     [](std::string& bytes, double value) {
         const std::uint32_t bits = bitsOf(value);
         const std::uint32_t sign = bits >> 16 & 0x8000U, rest = bits & 0x7FFFFFFFU;
         // Eighths are normal halves: another bias of the exponent, 13 bits fewer.
         const std::uint32_t half = rest == 0 ? 0 : (rest >> 13) - ((127 - 15) << 10);
         appendNumber(bytes, static_cast<std::uint16_t>(sign | half));
     }},
};

std::string stored(const std::vector<Array>& arrays, const Type& type) {
    std::string header = "{", data;
    for (const Array& array : arrays) {
        const std::size_t begin = data.size();
        for (const double value : array.data)
            type.append(data, value);
        std::string shape;
        for (const std::size_t size : array.shape)
            shape += (shape.empty() ? "" : ",") + std::to_string(size);
        header += (header.size() > 1 ? ",\"" : "\"") + array.name + R"(":{"dtype":")" + type.name +
                  R"(","shape":[)" + shape + R"(],"data_offsets":[)" + std::to_string(begin) + "," +
                  std::to_string(data.size()) + "]}";
    }
    header += "}";
    std::string bytes;
    appendNumber(bytes, static_cast<std::uint64_t>(header.size()));
    return bytes + header + data;
}

// Cells whose tensors have the same shapes come back as what they were, whatever the setup says.
TEST(WeightsReport, EveryCellComesBack) {
    const auto path = std::filesystem::temp_directory_path() / "rnnscope-nine-cells.safetensors";
    for (const Cell* cell : cells()) {
        for (const bool both : {false, true}) {
            const NetworkShape shape{.cell = cell,
                                     .input = 2,
                                     .hidden = 3,
                                     .output = 2,
                                     .layers = 2,
                                     .bidirectional = both};
            const Parameters parameters = eighths(shape);
            ASSERT_TRUE(saveWeights(path, parameters, *cell).ok());
            const ArrayFile file = fileOf(*readBytes(path, 1 << 20));
            EXPECT_EQ(namedCell(file), cell);
            for (const Cell* preferred : cells()) {
                const auto back = givenWeights(file, *preferred);
                ASSERT_TRUE(back.ok()) << back.error().text();
                EXPECT_EQ(back->shape.cell, cell) << cell->id() << " beside " << preferred->id();
                EXPECT_EQ(back->shape.layers, 2);
                EXPECT_EQ(back->shape.bidirectional, both);
                EXPECT_EQ(back->shape.hidden, 3);
                EXPECT_EQ(back->shape.input, 2);
                EXPECT_EQ(back->shape.output, 2);
                testing::expectSame(back->parameters, parameters, "parameters");
            }
        }
    }
    std::filesystem::remove(path);
}

TEST(WeightsReport, EveryTypeBecomesDouble) {
    const NetworkShape shape{.cell = findCell("gru"), .input = 2, .hidden = 3};
    const Parameters parameters = eighths(shape);
    for (const Type& type : types) {
        const ArrayFile file = fileOf(stored(toArrays(parameters), type));
        const auto report = weightsReport(file, *findCell("gru"));
        ASSERT_TRUE(report.ok()) << report.error().text();
        for (const auto& row : report->rows)
            EXPECT_EQ(row.type, type.name) << row.tensor;
        testing::expectSame(givenWeights(file, *findCell("gru"))->parameters, parameters,
                            type.name);
    }
}

TEST(WeightsReport, TellsWhatIsWhat) {
    const NetworkShape shape{.cell = findCell("lstm"), .input = 3, .hidden = 4};
    auto arrays = toArrays(eighths(shape), "encoder.lstm.");
    arrays[4].name = "head.out.weight";
    arrays[5].name = "head.out.bias";
    arrays.erase(arrays.begin() + 2);  // bias_ih_l0
    arrays.push_back(Array::vector("norm.running_mean", Eigen::VectorXd::Ones(3)));
    const auto report = weightsReport(fileOf(formatSafetensors(arrays)), *findCell("rnn"));
    ASSERT_TRUE(report.ok()) << report.error().text();
    EXPECT_FALSE(report->cellNamed);
    EXPECT_EQ(report->prefix, "encoder.lstm.");
    EXPECT_EQ(report->readout, "head.out");
    EXPECT_THAT(report->absent, ElementsAre("bias_ih_l0"));
    ASSERT_EQ(report->rows.size(), 6U);
    EXPECT_EQ(report->rows[0].tensor, "encoder.lstm.weight_ih_l0");
    EXPECT_EQ(report->rows[0].name, "weight_ih_l0");
    EXPECT_THAT(report->rows[0].shape, ElementsAre(16, 3));
    EXPECT_EQ(report->rows[2].name, "bias_hh_l0");
    EXPECT_EQ(report->rows[3].tensor, "head.out.weight");
    EXPECT_EQ(report->rows[3].name, "fc.weight");
    EXPECT_EQ(report->rows[5].tensor, "norm.running_mean");
    EXPECT_EQ(report->rows[5].name, "");
    EXPECT_THAT(report->rows[5].why, HasSubstr("neither"));
    EXPECT_EQ(describe(*report),
              "cell lstm, 1 layer, hidden 4, 3 inputs, 1 output; 5 tensors, prefix "
              "'encoder.lstm.' removed; read-out 'head.out'; left unused: norm.running_mean (3)");
}

TEST(WeightsReport, OfSeveralReadoutsTheOneThatFits) {
    const NetworkShape shape{.cell = findCell("gru"), .hidden = 4, .output = 2};
    auto arrays = toArrays(eighths(shape));
    arrays.push_back(Array::matrix("later.weight", Eigen::MatrixXd::Ones(5, 2)));
    arrays.push_back(Array::vector("later.bias", Eigen::VectorXd::Ones(5)));
    arrays.push_back(Array::matrix("embedding.weight", Eigen::MatrixXd::Ones(9, 4)));
    auto report = weightsReport(fileOf(formatSafetensors(arrays)), *findCell("gru"));
    ASSERT_TRUE(report.ok()) << report.error().text();
    EXPECT_EQ(report->readout, "fc");
    ASSERT_EQ(report->rows.size(), 9U);
    EXPECT_THAT(report->rows[6].why, HasSubstr("'fc'"));
    EXPECT_THAT(report->rows[8].why, HasSubstr("bias"));
    // Two that fit cannot be told apart.
    arrays[6] = Array::matrix("later.weight", Eigen::MatrixXd::Ones(5, 4));
    report = weightsReport(fileOf(formatSafetensors(arrays)), *findCell("gru"));
    ASSERT_FALSE(report.ok());
    EXPECT_THAT(report.error().text(), AllOf(HasSubstr("'fc.weight'"), HasSubstr("'later.weight'"),
                                             HasSubstr("w.safetensors")));
    // Nor can two of which none fits.
    arrays[4] = Array::matrix("fc.weight", Eigen::MatrixXd::Ones(2, 7));
    arrays[6] = Array::matrix("later.weight", Eigen::MatrixXd::Ones(5, 2));
    EXPECT_FALSE(weightsReport(fileOf(formatSafetensors(arrays)), *findCell("gru")).ok());
}

TEST(WeightsReport, MetadataThatContradictTheShapes) {
    const NetworkShape shape{.cell = findCell("gru"), .hidden = 4};
    const auto arrays = toArrays(eighths(shape));
    const auto complaint = [&](const char* cell) {
        const auto file = fileOf(formatSafetensors(arrays, {{"cell", cell}}));
        const auto report = weightsReport(file, *findCell("gru"));
        return report.ok() ? std::string(report->shape.cell->id()) : report.error().text();
    };
    EXPECT_THAT(complaint("lstm"), AllOf(HasSubstr("cell lstm"), HasSubstr("4 blocks"),
                                         HasSubstr("'weight_hh_l0' has 3")));
    EXPECT_THAT(complaint("lstm-peephole"), HasSubstr("weight_ch"));
    EXPECT_EQ(complaint("gru-reset-before"), "gru-reset-before");
    EXPECT_EQ(complaint("lstm-coupled"), "lstm-coupled");
    // Other programs' words are none of ours.
    EXPECT_EQ(complaint("transformer"), "gru");
    const auto other = fileOf(formatSafetensors(arrays, {{"model", "lstm"}, {"epoch", "7"}}));
    EXPECT_EQ(namedCell(other), nullptr);
    EXPECT_EQ(weightsReport(other, *findCell("lstm-coupled"))->shape.cell->id(), "lstm-coupled");
}

// A setup takes the cell from the file; lanes that ask for another have weights of their own.
TEST(WeightsReport, TheFilesCellIsTheSetups) {
    auto setup = testing::with({{"task", "sine"}, {"hidden", "4"}, {"cell", "ugrnn"}});
    const auto mgu = testing::problemOf(testing::with({{"task", "sine"}, {"cell", "mgu"}}));
    setup.weights = fileOf(formatSafetensors(toArrays(mgu.parameters), {{"cell", "mgu"}}));
    EXPECT_EQ(testing::problemOf(setup).shape.cell->id(), "mgu");
    const auto same = laneSetup(setup, {{{"lr", "0.5"}}});
    ASSERT_TRUE(same.ok());
    EXPECT_EQ(testing::problemOf(*same).shape.cell->id(), "mgu");
    const auto other = laneSetup(setup, {{{"cell", "ugrnn"}}});
    ASSERT_TRUE(other.ok());
    EXPECT_TRUE(other->weights.file.empty());
    EXPECT_EQ(testing::problemOf(*other).shape.cell->id(), "ugrnn");
}

TEST(WeightsReport, MadeArraysSayNothing) {
    const NetworkShape shape{.cell = findCell("rnn"), .hidden = 2};
    const ArrayFile made{"w", std::make_shared<const std::vector<Array>>(toArrays(eighths(shape)))};
    const auto report = weightsReport(made, *findCell("rnn-relu"));
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report->shape.cell->id(), "rnn-relu");
    EXPECT_THAT(report->absent, IsEmpty());
    EXPECT_EQ(report->rows.front().type, "F64");
}

}  // namespace
}  // namespace rnnscope
