// SPDX-License-Identifier: GPL-3.0-or-later
#include <zip.h>

#include <memory>
#include <set>
#include <utility>

#include "core/archive.h"
#include "core/readers/reader.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr std::string_view suffix = ".npy";
constexpr std::uintmax_t mostBytes = mostNumbers * sizeof(double);

struct ZipDeleter {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Zip = std::unique_ptr<zip_t, ZipDeleter>;
using ZipSource = std::unique_ptr<zip_source_t, ZipDeleter>;
using ZipMember = std::unique_ptr<zip_file_t, ZipDeleter>;

/// A zip_error_t that is released.
struct ZipError {
    ZipError() { zip_error_init(&error); }
    ~ZipError() { zip_error_fini(&error); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;
    std::string text() { return zip_error_strerror(&error); }
    zip_error_t error;
};

/// An archive in memory. It takes the source over.
Zip openArchive(ZipSource source, int flags, ZipError& error) {
    if (!source)
        return nullptr;
    Zip archive(zip_open_from_source(source.get(), flags, &error.error));
    if (archive)
        (void)source.release();
    return archive;
}

/// Unpacks one member, whose size was promised to be `size` bytes.
Result<std::string> unpack(zip_t* archive, zip_uint64_t index, zip_uint64_t size,
                           const std::string& name, const std::string& file) {
    const auto broken = [&](const std::string& why) {
        return Error{Sentence::tr("array %1 cannot be unpacked: %2; save the archive again",
                                  shown(name), why),
                     file};
    };
    ZipMember member(zip_fopen_index(archive, index, 0));
    if (!member)
        return broken(zip_strerror(archive));
    // Grown as data comes, since a damaged archive may promise anything.
    std::string bytes;
    std::vector<char> block(1 << 16);
    while (true) {
        const zip_int64_t got = zip_fread(member.get(), block.data(), block.size());
        if (got < 0)
            return broken(zip_file_strerror(member.get()));
        if (got == 0)
            break;
        bytes.append(block.data(), static_cast<std::size_t>(got));
        if (bytes.size() > size)
            return broken(Sentence::tr("it is larger than the archive says"));
    }
    if (bytes.size() != size)
        return broken(Sentence::tr("it is smaller than the archive says"));
    return bytes;
}

struct MemberInfo {
    std::string name;  // without ".npy"
    zip_uint64_t size = 0;
};

Error tooLarge(const std::string& file) {
    return {Sentence::tr("the arrays unpack to more than 1 GiB; save fewer or shorter ones"), file};
}

/// What an archive says it holds.
Result<std::vector<MemberInfo>> listMembers(zip_t* archive, const std::string& file) {
    std::vector<MemberInfo> members;
    std::set<std::string> names;
    std::uintmax_t total = 0;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t info;
        const bool known = zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &info) == 0 &&
                           (info.valid & ZIP_STAT_NAME) != 0 && (info.valid & ZIP_STAT_SIZE) != 0;
        if (!known)
            return Error{
                Sentence::tr("member %1 of the archive has no name or size; save the archive again",
                             i + 1),
                file};
        std::string name = info.name;
        if (!name.ends_with(suffix))
            return Error{
                Sentence::tr("member %1 is no array; an NPZ archive holds only files named *.npy",
                             shown(name)),
                file};
        name.resize(name.size() - suffix.size());
        if (!names.insert(name).second)
            return Error{
                Sentence::tr("array %1 is there twice; every array needs a name of its own",
                             shown(name)),
                file};
        if (info.size > mostBytes - total)
            return tooLarge(file);
        total += info.size;
        members.push_back({std::move(name), info.size});
    }
    return members;
}

}  // namespace

Result<std::vector<Array>> parseNpz(std::string_view bytes, const std::string& file) {
    if (bytes.empty())  // which libzip would take for an empty archive
        return Error{Sentence::tr("the file is empty; give a file written by numpy.savez"), file};
    ZipError problem;
    ZipSource source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem.error));
    const Zip archive = openArchive(std::move(source), ZIP_RDONLY, problem);
    if (!archive)
        return Error{Sentence::tr("this is no NPZ archive: %1; give a file written by numpy.savez",
                                  problem.text()),
                     file};
    const auto members = listMembers(archive.get(), file);
    if (!members)
        return members.error();

    std::vector<Array> arrays;
    std::size_t numbers = 0;
    for (const MemberInfo& member : *members) {
        const auto unpacked = unpack(archive.get(), arrays.size(), member.size, member.name, file);
        if (!unpacked)
            return unpacked.error();
        auto array = parseNpy(*unpacked, file);
        if (!array)
            return Error{Sentence::tr("array %1: %2", shown(member.name), array.error().message),
                         file};
        numbers += array->data.size();  // narrow types grow eightfold
        if (numbers > mostNumbers)
            return tooLarge(file);
        array->name = member.name;
        arrays.push_back(std::move(array).value());
    }
    return arrays;
}

Result<std::vector<Array>> readNpz(const std::filesystem::path& file) {
    const auto bytes = readBytes(file, mostBytes);
    if (!bytes)
        return bytes.error();
    return parseNpz(*bytes, file.string());
}

namespace {

/// Adds one member; false where libzip refuses. `bytes` must live until the archive is closed.
bool addMember(zip_t* archive, const std::string& name, const std::string& bytes, bool compress) {
    ZipSource source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
    if (!source)
        return false;
    const zip_int64_t index =
        zip_file_add(archive, (name + std::string(suffix)).c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        return false;
    (void)source.release();
    const auto member = static_cast<zip_uint64_t>(index);
    // 1 January 1980, the earliest date a zip archive can hold, in every time zone.
    constexpr zip_uint16_t date = (0 << 9) | (1 << 5) | 1;
    return zip_set_file_compression(archive, member, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) ==
               0 &&
           zip_file_set_dostime(archive, member, 0, date, 0) == 0;
}

/// All bytes of a source.
std::optional<std::string> contentOf(zip_source_t* source) {
    zip_stat_t info;
    if (zip_source_stat(source, &info) != 0 || (info.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) != 0)
        return std::nullopt;
    std::string bytes(info.size, '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
        const zip_int64_t step = zip_source_read(source, bytes.data() + got, bytes.size() - got);
        if (step <= 0)
            break;
        got += static_cast<std::size_t>(step);
    }
    zip_source_close(source);
    if (got != bytes.size())
        return std::nullopt;
    return bytes;
}

}  // namespace

Done writeNpz(const std::filesystem::path& file, std::span<const Array> arrays, bool compress) {
    if (arrays.empty())  // libzip makes no empty archives: this is the bare end record
        return writeAtomically(file, std::string("PK\5\6") + std::string(18, '\0'));

    const auto refused = [&](const std::string& name, const std::string& why) {
        return Error{Sentence::tr("array %1 cannot be packed: %2", shown(name), why),
                     file.string()};
    };
    const auto unmade = [&](const std::string& why) {
        return Error{Sentence::tr("the archive cannot be made: %1", why), file.string()};
    };
    std::vector<std::string> members;  // must outlive the archive
    members.reserve(arrays.size());
    ZipError problem;
    const ZipSource content(zip_source_buffer_create(nullptr, 0, 0, &problem.error));
    if (!content)
        return unmade(problem.text());
    zip_source_keep(content.get());  // once for us, once for the archive
    Zip archive = openArchive(ZipSource(content.get()), ZIP_CREATE | ZIP_TRUNCATE, problem);
    if (!archive)
        return unmade(problem.text());

    std::set<std::string_view> names;
    for (const Array& array : arrays) {
        if (!names.insert(array.name).second)
            return refused(array.name,
                           Sentence::tr("it is there twice; every array needs a name of its own"));
        if (array.name.empty() || array.name.find('\0') != std::string::npos ||
            firstInvalidUtf8(array.name))
            return refused(array.name,
                           Sentence::tr("its name is empty or not UTF-8; give it a plain name"));
        members.push_back(formatNpy(array));
        if (!addMember(archive.get(), array.name, members.back(), compress))
            return refused(array.name, zip_strerror(archive.get()));
    }
    if (zip_close(archive.get()) != 0)
        return unmade(Sentence::tr("%1; where memory is short, fewer steps or units help",
                                   std::string(zip_strerror(archive.get()))));
    (void)archive.release();
    members.clear();
    const auto bytes = contentOf(content.get());
    if (!bytes)
        return unmade(Sentence::tr("it cannot be read back from memory"));
    return writeAtomically(file, *bytes);
}

}  // namespace rnnscope
