// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <limits>

#include "core/bytes.h"
#include "core/readers/reader.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

const fs::path dataFolder = RNNSCOPE_TEST_DATA;

/// A folder of its own for each test.
class Archive : public testing::Test {
  protected:
    Archive() {
        std::string name = (fs::temp_directory_path() / "rnnscope-archive-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~Archive() override { fs::remove_all(folder_); }

    fs::path file(const std::string& name) const { return folder_ / name; }
    std::size_t filesInFolder() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

    fs::path folder_;
};

std::string content(const fs::path& file) {
    return readBytes(file, 1u << 30).value();
}

/// The bytes of an NPY file with this dictionary for a header.
std::string npy(const std::string& header, const std::string& data, char version = 1) {
    std::string bytes = "\x93NUMPY";
    bytes += {version, '\0'};
    if (version == 1)
        appendNumber(bytes, static_cast<std::uint16_t>(header.size()));
    else
        appendNumber(bytes, static_cast<std::uint32_t>(header.size()));
    return bytes + header + data;
}

std::string header(const std::string& type, const std::string& shape,
                   const std::string& order = "False") {
    return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

std::string npyError(const std::string& bytes) {
    const auto array = parseNpy(bytes, "a.npy");
    if (array)
        return "no error";
    EXPECT_EQ(array.error().file, "a.npy");
    return array.error().message;
}

const Array& named(const std::vector<Array>& arrays, const std::string& name) {
    for (const Array& array : arrays)
        if (array.name == name)
            return array;
    throw std::runtime_error("no array " + name);
}

TEST(ArrayOf, MatrixIsStoredByRows) {
    Eigen::MatrixXd m(2, 3);
    m << 1, 2, 3, 4, 5, 6;
    const Array array = Array::matrix("m", m);
    EXPECT_THAT(array.shape, ElementsAre(2, 3));
    EXPECT_THAT(array.data, ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_EQ(array.toMatrix(), m);
}

TEST(ArrayOf, VectorAndScalar) {
    EXPECT_THAT(Array::vector("v", Eigen::Vector2d(3, 4)).shape, ElementsAre(2));
    EXPECT_EQ(Array::vector("v", Eigen::Vector2d(3, 4)).toMatrix(), Eigen::Vector2d(3, 4));
    EXPECT_TRUE(Array::scalar("s", 1).shape.empty());
    EXPECT_THAT(Array::scalar("s", 7).data, ElementsAre(7));
}

TEST(ElementCount, MultipliesAndNoticesOverflow) {
    EXPECT_EQ(elementCount({}), 1u);
    const std::size_t some[] = {2, 3, 4};
    EXPECT_EQ(elementCount(some), 24u);
    const std::size_t huge[] = {std::size_t{1} << 40, std::size_t{1} << 40};
    EXPECT_EQ(elementCount(huge), std::nullopt);
    const std::size_t none[] = {std::size_t{1} << 40, std::size_t{1} << 40, 0};
    EXPECT_EQ(elementCount(none), 0u);
}

TEST(Half, SpecialValues) {
    EXPECT_EQ(halfToDouble(0x3C00), 1.0);
    EXPECT_EQ(halfToDouble(0xC000), -2.0);
    EXPECT_EQ(halfToDouble(0x7BFF), 65504.0);
    EXPECT_EQ(halfToDouble(0x0001), std::ldexp(1.0, -24));
    EXPECT_EQ(halfToDouble(0x0400), std::ldexp(1.0, -14));
    EXPECT_TRUE(std::signbit(halfToDouble(0x8000)));
    EXPECT_EQ(halfToDouble(0xFC00), -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isnan(halfToDouble(0x7E00)));
    EXPECT_EQ(bfloatToDouble(0x3FC0), 1.5);
}

TEST(Npy, RoundTripKeepsEveryBit) {
    const double infinity = std::numeric_limits<double>::infinity();
    const Array array{"", {2, 2}, {0.1, -0.0, infinity, 5e-324}};
    const std::string bytes = formatNpy(array);
    EXPECT_EQ((bytes.size() - 4 * 8) % 64, 0u);
    const auto back = parseNpy(bytes, "");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->shape, array.shape);
    EXPECT_EQ(back->data, array.data);
    EXPECT_TRUE(std::signbit(back->data[1]));
}

TEST(Npy, ScalarAndEmptyShapes) {
    EXPECT_EQ(parseNpy(formatNpy(Array::scalar("", 3)), "")->data, std::vector<double>{3});
    EXPECT_THAT(parseNpy(formatNpy({"", {0, 3}, {}}), "")->shape, ElementsAre(0, 3));
}

TEST(Npy, TypesAndByteOrders) {
    const auto first = [](const std::string& type, const std::string& data) {
        const auto array = parseNpy(npy(header(type, "(1,)"), data), "");
        return array ? array->data[0] : std::nan("");
    };
    using namespace std::string_literals;
    EXPECT_EQ(first("<f4", "\0\0\xC0\x3F"s), 1.5);
    EXPECT_EQ(first(">f4", "\x3F\xC0\0\0"s), 1.5);
    EXPECT_EQ(first("<f2", "\0\x3E"s), 1.5);
    EXPECT_EQ(first(">f8", "\x3F\xF8\0\0\0\0\0\0"s), 1.5);
    EXPECT_EQ(first("|i1", "\xFF"), -1);
    EXPECT_EQ(first("|u1", "\xFF"), 255);
    EXPECT_EQ(first(">i2", "\xFF\xFE"), -2);
    EXPECT_EQ(first("<u4", "\x01\0\0\x80"s), 2147483649.0);
    EXPECT_EQ(first("<i8", std::string(8, '\xFF')), -1);
    EXPECT_EQ(first("|b1", "\x01"), 1);
}

TEST(Npy, VersionsTwoAndThree) {
    EXPECT_TRUE(parseNpy(npy(header("|u1", "(1,)"), "a", 2), ""));
    EXPECT_TRUE(parseNpy(npy(header("|u1", "(1,)"), "a", 3), ""));
    EXPECT_THAT(npyError(npy(header("|u1", "(1,)"), "a", 4)), HasSubstr("version is 4"));
}

TEST(Npy, FortranOrderIsTurned) {
    const auto array = parseNpy(npy(header("|u1", "(2, 3)", "True"), "\1\2\3\4\5\6"), "");
    ASSERT_TRUE(array);
    EXPECT_THAT(array->data, ElementsAre(1, 3, 5, 2, 4, 6));
}

TEST(Npy, RefusesOtherTypesByName) {
    EXPECT_THAT(npyError(npy(header("|O", "(1,)"), "a")), HasSubstr("Python objects (dtype 'O')"));
    EXPECT_THAT(npyError(npy(header("<c16", "(1,)"), "a")), HasSubstr("complex numbers"));
    EXPECT_THAT(npyError(npy(header("<U5", "(1,)"), "a")), HasSubstr("text (dtype 'U5')"));
    EXPECT_THAT(npyError(npy(header("<M8[ns]", "(1,)"), "a")), HasSubstr("dates"));
    EXPECT_THAT(npyError(npy(header("<f16", "(1,)"), "a")), HasSubstr("'f16'"));
    EXPECT_THAT(npyError(npy(header("", "(1,)"), "a")), HasSubstr("unknown type"));
    EXPECT_THAT(npyError(npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}",
                             std::string(8, '\0'))),
                HasSubstr("records of several fields"));
}

TEST(Npy, RefusesWhatIsCutShort) {
    const std::string whole = formatNpy({"", {3}, {1, 2, 3}});
    EXPECT_THAT(npyError(whole.substr(0, whole.size() - 1)),
                HasSubstr("holds 23 bytes of data; shape (3,) and dtype '<f8' need 24"));
    EXPECT_THAT(npyError(whole.substr(0, 40)), HasSubstr("cut short within its header"));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(parseNpy(whole.substr(0, length), "")) << length;
    EXPECT_THAT(npyError(whole + "x"), HasSubstr("too long"));
    EXPECT_THAT(npyError("PK\3\4"), HasSubstr("no NPY file"));
}

TEST(Npy, RefusesBadShapes) {
    EXPECT_THAT(npyError(npy(header("<f8", "(-1,)"), "")), HasSubstr("negative extent"));
    EXPECT_THAT(npyError(npy(header("<f8", "(1.5,)"), "")), HasSubstr("whole numbers"));
    EXPECT_THAT(npyError(npy(header("<f8", "(99999999999999999999,)"), "")),
                HasSubstr("beyond 64 bits"));
    EXPECT_THAT(npyError(npy(header("<f8", "(4294967296, 4294967296)"), "")),
                HasSubstr("too large"));
    EXPECT_THAT(npyError(npy(header("<f8", "(134217729,)"), "")), HasSubstr("too large"));
    std::string ones;
    for (int i = 0; i < 40; ++i)
        ones += "1,";
    EXPECT_THAT(npyError(npy(header("<f8", "(" + ones + ")"), "")), HasSubstr("32 dimensions"));
}

TEST(Npy, RefusesBadHeaders) {
    EXPECT_THAT(npyError(npy("[]", "")), HasSubstr("no dictionary"));
    EXPECT_THAT(npyError(npy("{'descr': '<f8'}", "")), HasSubstr("lacks"));
    EXPECT_THAT(npyError(npy("{'x': 1}", "")), HasSubstr("unknown entry 'x'"));
    EXPECT_THAT(npyError(npy("{'descr': '<f8', 'descr': '<f8'}", "")), HasSubstr("twice"));
    EXPECT_THAT(npyError(npy(header("<f8", "(1,)", "Maybe"), "")), HasSubstr("fortran_order"));
    EXPECT_THAT(npyError(npy(header("<f8", "(1,)") + "x", "")), HasSubstr("closing brace"));
    std::string oversize = "\x93NUMPY\2";
    oversize += '\0';
    appendNumber(oversize, std::uint32_t{0xFFFFFFFF});
    EXPECT_THAT(npyError(oversize + "{}"), HasSubstr("claims 4294967295 bytes"));
}

TEST_F(Archive, NumpysOwnFileIsRead) {
    const auto arrays = readNpz(dataFolder / "numpy.npz");
    ASSERT_TRUE(arrays) << arrays.error().text();
    EXPECT_EQ(arrays->size(), 8u);
    EXPECT_THAT(named(*arrays, "a").shape, ElementsAre(2, 3));
    EXPECT_THAT(named(*arrays, "a").data, ElementsAre(0, 1, 2, 3, 4, 5));
    EXPECT_THAT(named(*arrays, "half").data, ElementsAre(1.5, -0.25, 65504));
    EXPECT_THAT(named(*arrays, "big").data, ElementsAre(1, -2, 300));
    EXPECT_THAT(named(*arrays, "flag").data, ElementsAre(1, 0));
    EXPECT_THAT(named(*arrays, "scalar").data, ElementsAre(2.5));
    EXPECT_THAT(named(*arrays, "empty").shape, ElementsAre(0, 3));
    const Array& fortran = named(*arrays, "fortran");
    EXPECT_THAT(fortran.shape, ElementsAre(2, 3, 4));
    for (std::size_t i = 0; i < 24; ++i)
        EXPECT_EQ(fortran.data[i], static_cast<double>(i));
}

TEST_F(Archive, NumpysCompressedFileIsRead) {
    const auto arrays = readNpz(dataFolder / "numpy_compressed.npz");
    ASSERT_TRUE(arrays) << arrays.error().text();
    EXPECT_EQ((*arrays)[0].toMatrix(), Eigen::MatrixXd::Ones(50, 4));
}

std::vector<Array> someArrays() {
    return {Array::matrix("param.weight_ih_l0", Eigen::MatrixXd::Constant(4, 3, 0.1)),
            Array::vector("größe", Eigen::Vector3d(1, 2, 3)), Array::scalar("loss", 0.25)};
}

TEST_F(Archive, RoundTripKeepsNamesShapesOrder) {
    const std::vector<Array> arrays = someArrays();
    for (const bool compress : {false, true}) {
        ASSERT_TRUE(writeNpz(file("x.npz"), arrays, compress));
        const auto back = readNpz(file("x.npz"));
        ASSERT_TRUE(back) << back.error().text();
        ASSERT_EQ(back->size(), arrays.size());
        for (std::size_t i = 0; i < arrays.size(); ++i) {
            EXPECT_EQ((*back)[i].name, arrays[i].name);
            EXPECT_EQ((*back)[i].shape, arrays[i].shape);
            EXPECT_EQ((*back)[i].data, arrays[i].data);
        }
    }
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Archive, CompressingMakesItSmaller) {
    const Array zeros{"z", {10000}, std::vector<double>(10000)};
    ASSERT_TRUE(writeNpz(file("stored.npz"), {&zeros, 1}));
    ASSERT_TRUE(writeNpz(file("deflated.npz"), {&zeros, 1}, true));
    EXPECT_GT(fs::file_size(file("stored.npz")), 80000u);
    EXPECT_LT(fs::file_size(file("deflated.npz")), 2000u);
}

TEST_F(Archive, BytesAreReproducibleInEveryTimeZone) {
    ASSERT_TRUE(writeNpz(file("a.npz"), someArrays(), true));
    ::setenv("TZ", "Asia/Tokyo", 1);
    ::tzset();
    ASSERT_TRUE(writeNpz(file("b.npz"), someArrays(), true));
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_EQ(content(file("a.npz")), content(file("b.npz")));
}

TEST_F(Archive, NoArraysMakeAnEmptyArchive) {
    ASSERT_TRUE(writeNpz(file("none.npz"), {}));
    const auto back = readNpz(file("none.npz"));
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_TRUE(back->empty());
}

TEST_F(Archive, RefusesNamesThatCannotBeTold) {
    const std::vector<Array> twice = {Array::scalar("x", 1), Array::scalar("x", 2)};
    EXPECT_THAT(writeNpz(file("x.npz"), twice).error().message, HasSubstr("'x'"));
    const Array bad = Array::scalar("\xFF", 1);
    EXPECT_THAT(writeNpz(file("x.npz"), {&bad, 1}).error().message, HasSubstr("UTF-8"));
    EXPECT_EQ(filesInFolder(), 0u);
}

TEST_F(Archive, DamagedArchivesAreErrors) {
    ASSERT_TRUE(writeNpz(file("x.npz"), someArrays()));
    const std::string whole = content(file("x.npz"));
    EXPECT_THAT(parseNpz("not a zip", "f.npz").error().message, HasSubstr("no NPZ archive"));
    EXPECT_FALSE(parseNpz("", "f.npz"));
    EXPECT_FALSE(parseNpz(whole.substr(0, whole.size() / 2), "f.npz"));
    std::string flipped = whole;  // a bit in the middle of the first array's data
    flipped[150] = static_cast<char>(flipped[150] ^ 1);
    const auto damaged = parseNpz(flipped, "f.npz");
    ASSERT_FALSE(damaged);
    EXPECT_THAT(damaged.error().message, HasSubstr("'param.weight_ih_l0' cannot be unpacked"));
    EXPECT_EQ(damaged.error().file, "f.npz");
}

TEST_F(Archive, MembersThatAreNoArraysAreErrors) {
    std::string other = content(dataFolder / "numpy_compressed.npz");
    for (std::size_t at = other.find("x.npy"); at != std::string::npos; at = other.find("x.npy"))
        other.replace(at, 5, "x.txt");
    EXPECT_THAT(parseNpz(other, "").error().message, HasSubstr("'x.txt' is no array"));
}

TEST_F(Archive, RefusesABombBeforeUnpackingIt) {
    // The central directory says 2 GiB where 1728 bytes stand.
    std::string bomb = content(dataFolder / "numpy_compressed.npz");
    const std::size_t entry = bomb.find("PK\1\2");
    ASSERT_NE(entry, std::string::npos);
    bomb.replace(entry + 24, 4, std::string("\0\0\0\x80", 4));
    EXPECT_THAT(parseNpz(bomb, "").error().message, HasSubstr("more than 1 GiB"));
    // Less than it holds, or more.
    bomb.replace(entry + 24, 4, std::string("\x10\0\0\0", 4));
    EXPECT_FALSE(parseNpz(bomb, ""));
    bomb.replace(entry + 24, 4, std::string("\0\0\0\x10", 4));
    EXPECT_FALSE(parseNpz(bomb, ""));
}

TEST_F(Archive, UnwritablePlacesAreErrors) {
    const std::vector<Array> arrays = someArrays();
    const auto message = [&](const fs::path& target) {
        const Done result = writeNpz(target, arrays);
        EXPECT_EQ(result.ok() ? "" : result.error().file, target.string());
        return result.ok() ? "no error" : result.error().message;
    };
    EXPECT_THAT(message(folder_), HasSubstr("this is a folder"));
    EXPECT_THAT(message(file("missing") / "x.npz"), HasSubstr("choose a folder that exists"));
    EXPECT_THAT(message(file("")), HasSubstr("names no file"));
    std::ofstream(file("plain")) << "x";
    EXPECT_THAT(message(file("plain") / "x.npz"), HasSubstr("choose a folder that exists"));
    EXPECT_THAT(message("/dev/null"), HasSubstr("device or pipe"));
}

/// Permissions bind nobody but ordinary users, so the superuser becomes one for a while.
class OrdinaryUser {
  public:
    OrdinaryUser() {
        if (::geteuid() == 0 && ::seteuid(65534) != 0)
            throw std::runtime_error("cannot become an ordinary user");
    }
    ~OrdinaryUser() {
        if (::geteuid() != ::getuid() && ::seteuid(::getuid()) != 0)
            std::abort();
    }
};

TEST_F(Archive, PermissionsAreRespected) {
    std::ofstream(file("old.bin")) << "old";
    ASSERT_EQ(::chmod(file("old.bin").c_str(), 0400), 0);
    ASSERT_EQ(::chmod(folder_.c_str(), 0555), 0);
    {
        const OrdinaryUser user;
        EXPECT_THAT(writeAtomically(file("new.bin"), "x").error().message,
                    HasSubstr("folder that you may write to"));
        EXPECT_THAT(writeAtomically(file("old.bin"), "x").error().message,
                    HasSubstr("write-protected"));
    }
    ASSERT_EQ(::chmod(folder_.c_str(), 0755), 0);
    EXPECT_EQ(content(file("old.bin")), "old");
    ASSERT_EQ(::chmod(file("old.bin").c_str(), 0000), 0);
    {
        const OrdinaryUser user;
        EXPECT_THAT(readBytes(file("old.bin"), 10).error().message, HasSubstr("may not be read"));
    }
}

TEST_F(Archive, AFailedWriteLeavesWhatWasThere) {
    ASSERT_TRUE(writeAtomically(file("x.bin"), "before"));
    // A limit on file sizes stands for a full disk.
    struct rlimit before = {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit tight = {1000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const Done result = writeAtomically(file("x.bin"), std::string(100000, 'x'));
    const Array large{"x", {1000}, std::vector<double>(1000)};
    const Done archive = writeNpz(file("x.bin"), {&large, 1});
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().message, HasSubstr("make room"));
    EXPECT_FALSE(archive);
    EXPECT_EQ(content(file("x.bin")), "before");
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Archive, AtomicWriteReplacesAndKeepsPermissions) {
    ASSERT_TRUE(writeAtomically(file("x.bin"), "one"));
    const mode_t mask = ::umask(0);
    ::umask(mask);
    struct stat info = {};
    ASSERT_EQ(::stat(file("x.bin").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0666 & ~mask);
    ASSERT_EQ(::chmod(file("x.bin").c_str(), 0640), 0);
    ASSERT_TRUE(writeAtomically(file("x.bin"), std::string("two\0", 4)));
    ASSERT_EQ(::stat(file("x.bin").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0640u);
    EXPECT_EQ(content(file("x.bin")), std::string("two\0", 4));
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Archive, AtomicWriteFollowsLinksAndTakesLongNames) {
    ASSERT_TRUE(writeAtomically(file("real"), "one"));
    fs::create_symlink("real", file("link"));
    ASSERT_TRUE(writeAtomically(file("link"), "two"));
    EXPECT_TRUE(fs::is_symlink(file("link")));
    EXPECT_EQ(content(file("real")), "two");
    EXPECT_TRUE(writeAtomically(file(std::string(255, 'n')), "x"));
}

TEST_F(Archive, ReadBytesTellsWhatIsWrong) {
    EXPECT_THAT(readBytes(file("nowhere"), 10).error().message, HasSubstr("no such file"));
    EXPECT_THAT(readBytes(folder_, 10).error().message, HasSubstr("this is a folder"));
    std::ofstream(file("big")) << "12345678901";
    EXPECT_THAT(readBytes(file("big"), 10).error().message, HasSubstr("larger than 10 bytes"));
    EXPECT_EQ(readBytes(file("big"), 11).value(), "12345678901");
    EXPECT_THAT(readBytes("/dev/zero", 1 << 20).error().message, HasSubstr("larger than 1 MiB"));
}

}  // namespace
}  // namespace rnnscope
