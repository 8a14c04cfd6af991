// SPDX-License-Identifier: GPL-3.0-or-later
// What files can do wrong, and which test shows what is said of it:
//
//   mixed encodings, another one, a byte order mark     encoding_test.cpp
//   CR LF, CR, quoted line ends, trailing delimiters    csv_test.cpp: LineEnds…, Quotes, Trailing…
//   two columns of one name                             csv_test.cpp: Names (an error naming both);
//                                                       readers_test.cpp: Json, NpzTable
//   ragged, empty, text for numbers, NaN, 1e308, 1e999  csv_test.cpp, readers_test.cpp:
//   MissingValues 10,000 columns                                      csv_test.cpp; through a
//   setup: here JSON nested 100,000 deep                            readers_test.cpp:
//   OtherShapesAreErrors JSON of more columns than can be                    here NPY of objects,
//   Fortran order, big-endian, cut      archive_test.cpp: Npy NPY and NPZ of overflowing sizes
//   archive_test.cpp: RefusesBadShapes NPZ bombs archive_test.cpp (sizes that lie); here
//   safetensors: header of 2^63 bytes, overlaps, cut    weights_test.cpp
//   binary files for text                               encoding_test.cpp; of any kind: here
//   every format cut at every byte                      here
//   a folder, no file, an unreadable one, too large     here
//   a file replaced while it is open                    here
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/archive.h"
#include "tests/core/reading.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using ::testing::HasSubstr;
using testing::problemOf;

/// A folder of its own for each test.
class BadInput : public ::testing::Test {
  protected:
    BadInput() {
        std::string name = (fs::temp_directory_path() / "rnnscope-bad-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~BadInput() override { fs::remove_all(folder_); }

    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
        return file(name);
    }
    std::string npz(const std::vector<Array>& arrays, bool compress = false) const {
        EXPECT_TRUE(writeNpz(file("made.npz"), arrays, compress));
        return readBytes(file("made.npz"), 1 << 28).value();
    }

    fs::path folder_;
};

TEST_F(BadInput, FilesThatCannotBeRead) {
    EXPECT_THAT(readTable(file("none.csv")).error().text(), HasSubstr("there is no such file"));
    EXPECT_THAT(readTable(folder_).error().text(), HasSubstr("this is a folder"));
    write("plain", "1\n");
    EXPECT_THAT(readTable(file("plain") + "/x.csv").error().text(), HasSubstr("no such file"));
    EXPECT_THAT(readBytes(file("plain"), 1).error().text(), HasSubstr("larger than 1 bytes"));
    // Memory at address 0 can be opened, but not read.
    EXPECT_THAT(readTable("/proc/self/mem").error().text(), HasSubstr("the file cannot be read"));
    // A hole of 2 GiB is refused by its size alone.
    fs::resize_file(file("plain"), std::uintmax_t{1} << 31);
    EXPECT_THAT(readTable(file("plain")).error().text(), HasSubstr("larger than 1 GiB"));
    for (const char* name : {"e.csv", "e.tsv", "e.json", "e.npy", "e.npz", "e.txt", "e"})
        EXPECT_FALSE(readTable(write(name, ""))) << name;
}

TEST_F(BadInput, AForbiddenFile) {
    write("secret.csv", "1\n");
    ASSERT_EQ(::chmod(file("secret.csv").c_str(), 0), 0);
    // Nothing is forbidden to the superuser, who becomes another for a while.
    const bool super = ::geteuid() == 0;
    ASSERT_TRUE(!super || ::seteuid(65534) == 0);
    const auto read = readTable(file("secret.csv"));
    ASSERT_TRUE(!super || ::seteuid(0) == 0);
    ASSERT_FALSE(read.ok());
    EXPECT_THAT(read.error().text(), HasSubstr("may not be read"));
}

TEST_F(BadInput, AReplacedFileIsReadOnce) {
    testing::Choices setup =
        testing::with({{"input", write("a.csv", "x,y\n1,10\n2,20\n").c_str()}});
    ASSERT_TRUE(loadFiles(setup));
    const Eigen::MatrixXd input = problemOf(setup).input;
    write("a.csv", "x,y\n7,70\n8,80\n9,90\n");
    // Read in another way, from the bytes that were there.
    ASSERT_TRUE(setOption(setup, "columns", "y"));
    ASSERT_TRUE(loadFiles(setup));
    EXPECT_EQ(problemOf(setup).input, input.row(1));
    fs::remove(file("a.csv"));
    ASSERT_TRUE(setOption(setup, "encoding", "gb18030"));
    ASSERT_TRUE(loadFiles(setup));
    EXPECT_EQ(problemOf(setup).input, input.row(1));
}

/// A file of each format that is read without complaint.
struct Whole {
    Read read;
    std::string bytes;
};

TEST_F(BadInput, EveryCutIsReadOrRefused) {
    const std::string utf16 = "\xFF\xFE"s + "a\0,\0b\0\n\0001\0,\0002\0\n\0"s;
    const Whole all[] = {{readCsv, "\"a\nb\",\"c\"\"\"\r\n1,2\r\n-3e2,\"4\"\r\n"},
                         {readCsv, utf16},
                         {readJson, "{\"sequence\": [\"p\", 2], \"a\": [1e3, -0.5]}"},
                         {readJson, "[[1, 2], [3, 4]]"},
                         {readNpy, formatNpy({"", {2, 2}, {1, 2, 3, 4}})},
                         {readNpzTable, npz({{"a", {2}, {1, 2}}, {"b", {2, 2}, {1, 2, 3, 4}}})},
                         {readNpzTable, npz({{"a", {2}, {1, 2}}}, true)},
                         {readText, "z\xC3\xA9 \xE6\xB0\xB4!\n"}};
    for (const Whole& whole : all) {
        ASSERT_TRUE(whole.read(whole.bytes, {}, "f"));
        std::size_t refused = 0;
        for (std::size_t length = 0; length < whole.bytes.size(); ++length) {
            const auto table = whole.read(whole.bytes.substr(0, length), {}, "f");
            if (table) {
                EXPECT_TRUE(table->values.allFinite());
                EXPECT_EQ(static_cast<std::size_t>(table->values.cols()), table->columns.size());
            } else {
                ++refused;
                EXPECT_THAT(table.error().message, HasSubstr(";"));
            }
        }
        EXPECT_GT(refused, 0u);
    }
}

TEST_F(BadInput, EveryFormatRefusesTheOthersBytes) {
    const std::string array = formatNpy({"", {2}, {1, 2}});
    const std::string archive = npz({{"a", {2}, {1, 2}}});
    for (const Read read : {readCsv, readJson, readText, readNpzTable})
        EXPECT_FALSE(read(array, {}, "f"));
    for (const Read read : {readCsv, readJson, readText, readNpy})
        EXPECT_FALSE(read(archive, {}, "f"));
    for (const Read read : {readJson, readNpy, readNpzTable})
        EXPECT_FALSE(read("a,b\n1,2\n", {}, "f"));
    std::string noise;
    for (int i = 0; i < 5000; ++i)
        noise += static_cast<char>(i * i * 31 % 251);
    for (const Read read : {readCsv, readJson, readText, readNpy, readNpzTable})
        EXPECT_FALSE(read(noise, {}, "f"));
}

TEST_F(BadInput, AnArchiveIsRefusedByWhatItUnpacksTo) {
    const std::string packed = npz({{"z", {1 << 20}, std::vector<double>(1 << 20)}}, true);
    EXPECT_LT(packed.size(), std::size_t{1} << 14);
    EXPECT_EQ(good(readNpzTable, packed).values.rows(), 1 << 20);
    // The same archive that promises 4 GiB.
    std::string bomb = packed;
    const std::size_t entry = bomb.find("PK\1\2");
    ASSERT_NE(entry, std::string::npos);
    bomb.replace(entry + 24, 4, "\xFE\xFF\xFF\xFF");
    bad(readNpzTable, bomb, "more than 1 GiB");
}

TEST_F(BadInput, TenThousandColumnsBecomeInputs) {
    std::string text, picks;
    for (int line = 0; line < 3; ++line)
        for (int i = 0; i < 10000; ++i)
            text += (line == 0 ? "c" : "") + std::to_string(i) + (i == 9999 ? "\n" : ",");
    for (int i = 9999; i > 0; --i)
        picks += "c" + std::to_string(i) + (i > 1 ? "," : "");
    testing::Choices setup = testing::with({{"input", write("wide.csv", text).c_str()},
                                            {"hidden", "1"},
                                            {"target", "column:c0"},
                                            {"columns", picks.c_str()}});
    ASSERT_TRUE(loadFiles(setup));
    const Problem problem = problemOf(setup);
    ASSERT_EQ(problem.input.rows(), 9999);
    EXPECT_EQ(problem.input(0, 1), 9999);
    EXPECT_EQ(problem.input(9998, 1), 1);
    EXPECT_EQ((*problem.target)(0, 1), 0);
}

TEST_F(BadInput, MoreColumnsThanCanBe) {
    std::string row = "[[0";
    for (int i = 0; i < 1000000; ++i)
        row += ",0";
    bad(readJson, row + "]]", "more than 1000000 numbers; a row is one time step", 1, 2000003);
    bad(readCsv, std::string(1000000, ',') + "\n", "more than 1000000 cells", 1, 1000001);
}

}  // namespace
}  // namespace rnnscope
