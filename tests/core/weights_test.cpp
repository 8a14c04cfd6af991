// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/bytes.h"
#include "core/readers/reader.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string file(const std::string& header, const std::string& data) {
    std::string bytes;
    appendNumber(bytes, static_cast<std::uint64_t>(header.size()));
    return bytes + header + data;
}

/// One tensor "w" with these fields.
std::string tensor(const std::string& type, const std::string& shape, const std::string& offsets,
                   const std::string& data) {
    return file(R"({"w":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" +
                    offsets + "}}",
                data);
}

std::string errorOf(const std::string& bytes) {
    const auto arrays = parseSafetensors(bytes, "w.safetensors");
    if (arrays)
        return "no error";
    EXPECT_EQ(arrays.error().file, "w.safetensors");
    EXPECT_EQ(arrays.error().text().find('\n'), std::string::npos);
    return arrays.error().message;
}

TEST(Weights, RoundTrip) {
    const std::vector<Array> arrays = {
        Array::matrix("lstm.weight_ih_l0", Eigen::MatrixXd::Constant(8, 3, 0.1)),
        Array::vector("fc.bias", Eigen::Vector2d(-1, 1e-300)), Array::scalar("scalar", 4)};
    const std::string bytes = formatSafetensors(arrays);
    EXPECT_EQ(loadNumber<std::uint64_t>(bytes.data()) % 8, 0u);
    const auto back = parseSafetensors(bytes, "");
    ASSERT_TRUE(back) << back.error().text();
    ASSERT_EQ(back->size(), 3u);
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        EXPECT_EQ((*back)[i].name, arrays[i].name);
        EXPECT_EQ((*back)[i].shape, arrays[i].shape);
        EXPECT_EQ((*back)[i].data, arrays[i].data);
    }
}

TEST(Weights, FilesAreWrittenAndRead) {
    const fs::path path = fs::temp_directory_path() /
                          ("rnnscope-weights-" + std::to_string(::getpid()) + ".safetensors");
    const Array array = Array::scalar("x", 2);
    ASSERT_TRUE(writeSafetensors(path, {&array, 1}));
    const auto back = readSafetensors(path);
    fs::remove(path);
    ASSERT_TRUE(back);
    EXPECT_THAT((*back)[0].data, ElementsAre(2));
    EXPECT_THAT(readSafetensors(path).error().message, HasSubstr("no such file"));
    EXPECT_FALSE(writeSafetensors(fs::temp_directory_path(), {&array, 1}));
}

TEST(Weights, NoTensorsAtAll) {
    EXPECT_TRUE(parseSafetensors(formatSafetensors({}), "")->empty());
    EXPECT_TRUE(parseSafetensors(file("{}", ""), "")->empty());
}

TEST(Weights, NarrowTypesAreWidened) {
    const auto data = [](const std::string& bytes) {
        const auto arrays = parseSafetensors(bytes, "");
        return arrays ? (*arrays)[0].data : std::vector<double>{};
    };
    EXPECT_THAT(data(tensor("F32", "[1]", "[0,4]", "\0\0\xC0\x3F"s)), ElementsAre(1.5));
    EXPECT_THAT(data(tensor("F16", "[2]", "[0,4]", "\0\x3E\0\xC0"s)), ElementsAre(1.5, -2));
    EXPECT_THAT(data(tensor("BF16", "[1,1]", "[0,2]", "\xC0\x3F"s)), ElementsAre(1.5));
}

TEST(Weights, ScalarsEmptyTensorsMetadataAndPadding) {
    const auto arrays = parseSafetensors(
        file(R"({"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[],)"
             R"("data_offsets":[0,4]},"a":{"dtype":"F64","shape":[0,5],"data_offsets":[4,4]}}   )",
             "\0\0\xC0\x3F"s),
        "");
    ASSERT_TRUE(arrays) << arrays.error().text();
    EXPECT_EQ((*arrays)[0].name, "b");  // by offset, not by name
    EXPECT_TRUE((*arrays)[0].shape.empty());
    EXPECT_THAT((*arrays)[1].shape, ElementsAre(0, 5));
}

TEST(Weights, BadLengthsOfTheHeader) {
    EXPECT_THAT(errorOf(""), HasSubstr("too short"));
    EXPECT_THAT(errorOf("1234567"), HasSubstr("too short"));
    EXPECT_THAT(errorOf("\0\0\0\0\0\0\0\x80{}"s), HasSubstr("claims 9223372036854775808 bytes"));
    EXPECT_THAT(errorOf(std::string(8, '\xFF')), HasSubstr("at most 100000000"));
    EXPECT_THAT(errorOf("\x64\0\0\0\0\0\0\0{}"s), HasSubstr("cut short within its header of 100"));
    EXPECT_THAT(errorOf(std::string(8, '\0')), HasSubstr("no JSON object"));
}

TEST(Weights, BadHeaders) {
    EXPECT_THAT(errorOf(file("[1]", "")), HasSubstr("no JSON object"));
    EXPECT_THAT(errorOf(file("{\"a\":", "")), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOf(file("{} x", "")), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOf(file("{\"\xFF\":1}", "")), HasSubstr("not valid JSON"));
    EXPECT_THAT(errorOf(file("{\"a\":" + std::string(100000, '['), "")), HasSubstr("too deeply"));
    EXPECT_THAT(errorOf(file(R"({"__metadata__":{"a":1}})", "")), HasSubstr("__metadata__"));
    EXPECT_THAT(errorOf(file(R"({"__metadata__":"a"})", "")), HasSubstr("__metadata__"));
    const std::string entry = R"({"dtype":"F64","shape":[1],"data_offsets":[0,8]})";
    EXPECT_THAT(errorOf(file("{\"w\":" + entry + ",\"w\":" + entry + "}", std::string(8, '\0'))),
                HasSubstr("'w' twice"));
    EXPECT_THAT(errorOf(file(R"({"w":{"dtype":"F64","dtype":"F32","shape":[1],)"
                             R"("data_offsets":[0,8]}})",
                             std::string(8, '\0'))),
                HasSubstr("'dtype' twice"));
}

/// As the counter of a batch normalisation, which stands beside weights and is none.
TEST(Weights, WholeNumbersAreReadWhereTheyAreNoWeights) {
    const std::string header =
        R"({"norm.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[0,8]},)"
        R"("mask":{"dtype":"BOOL","shape":[2],"data_offsets":[8,10]},)"
        R"("offsets":{"dtype":"I8","shape":[1],"data_offsets":[10,11]}})";
    const auto arrays = parseSafetensors(file(header, "\x05\0\0\0\0\0\0\0\x01\0\xFE"s), "w");
    ASSERT_TRUE(arrays.ok()) << arrays.error().text();
    EXPECT_THAT((*arrays)[0].data, ElementsAre(5));
    EXPECT_THAT((*arrays)[1].data, ElementsAre(1, 0));
    EXPECT_THAT((*arrays)[2].data, ElementsAre(-2));
    for (const char* name : {"weight_ih_l0", "lstm.bias_hh_l1", "fc.weight", "bias"})
        EXPECT_THAT(errorOf(file("{\"" + std::string(name) +
                                     R"(":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}})",
                                 "\1")),
                    AllOf(HasSubstr(name), HasSubstr("whole numbers ('I8')")));
}

TEST(Weights, BadEntriesNameTheTensor) {
    const auto says = [](const char* part) { return AllOf(HasSubstr("'w'"), HasSubstr(part)); };
    EXPECT_THAT(errorOf(file(R"({"w":1})", "")), says("no JSON object"));
    EXPECT_THAT(errorOf(file(R"({"w":{"dtype":"F64","shape":[]}})", "")), says("no data_offsets"));
    EXPECT_THAT(errorOf(tensor("C64", "[1]", "[0,8]", std::string(8, '\0'))), says("type 'C64'"));
    EXPECT_THAT(errorOf(file(R"({"w":{"dtype":3,"shape":[],"data_offsets":[0,8]}})", "")),
                says("type '3'"));
    EXPECT_THAT(errorOf(tensor("F64", "[-1]", "[0,8]", "")), says("whole numbers"));
    EXPECT_THAT(errorOf(tensor("F64", "[1.5]", "[0,8]", "")), says("whole numbers"));
    EXPECT_THAT(errorOf(tensor("F64", "[99999999999999999999]", "[0,8]", "")),
                says("whole numbers"));
    EXPECT_THAT(errorOf(tensor("F64", "3", "[0,8]", "")), says("whole numbers"));
    EXPECT_THAT(errorOf(tensor("F64", "[4294967296,4294967296]", "[0,0]", "")), says("too large"));
    EXPECT_THAT(errorOf(tensor("F64", "[1]", "[8,0]", "")), says("begin and an end"));
    EXPECT_THAT(errorOf(tensor("F64", "[1]", "[0]", "")), says("begin and an end"));
    EXPECT_THAT(errorOf(tensor("F64", "[1]", "[0,-8]", "")), says("begin and an end"));
    EXPECT_THAT(errorOf(tensor("F64", "[2]", "[0,8]", "")), says("should be 16"));
}

TEST(Weights, BadLayouts) {
    const auto two = [](const std::string& first, const std::string& second, std::size_t bytes) {
        return errorOf(file(R"({"a":{"dtype":"F64","shape":[1],"data_offsets":)" + first +
                                R"(},"b":{"dtype":"F64","shape":[1],"data_offsets":)" + second +
                                "}}",
                            std::string(bytes, '\0')));
    };
    EXPECT_EQ(two("[0,8]", "[8,16]", 16), "no error");
    EXPECT_EQ(two("[8,16]", "[0,8]", 16), "no error");
    EXPECT_THAT(two("[0,8]", "[4,12]", 12), HasSubstr("'b' overlaps the one before it"));
    EXPECT_THAT(two("[0,8]", "[0,8]", 8), HasSubstr("overlaps"));
    EXPECT_THAT(two("[0,8]", "[9,17]", 17), HasSubstr("'b' leaves a gap"));
    EXPECT_THAT(two("[1,9]", "[9,17]", 17), HasSubstr("'a' leaves a gap"));
    EXPECT_THAT(two("[0,8]", "[8,16]", 15), HasSubstr("'b' ends at byte 16"));
    EXPECT_THAT(two("[0,8]", "[8,16]", 17), HasSubstr("holds 17 bytes of data"));
    EXPECT_THAT(two("[0,8]", "[18446744073709551600,18446744073709551608]", 16),
                HasSubstr("'b' ends at byte 18446744073709551608"));
}

TEST(Weights, EveryCutIsAnError) {
    const Array array = Array::vector("x", Eigen::Vector3d(1, 2, 3));
    const std::string whole = formatSafetensors({&array, 1});
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(parseSafetensors(whole.substr(0, length), "")) << length;
}

}  // namespace
}  // namespace rnnscope
