// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include "core/readers/reader.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

struct Descriptor {
    explicit Descriptor(const std::filesystem::path& file)
        : number(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0)
            ::close(number);
    }
    int number;
};

Error failure(int code, const std::filesystem::path& file) {
    const std::string name = file.string();
    switch (code) {
        case ENOENT:
        case ENOTDIR:
            return {Sentence::tr("there is no such file; check its name and folder"), name};
        case EACCES:
        case EPERM:
            return {Sentence::tr("the file may not be read; ask for permission to read it"), name};
        default:
            return {Sentence::tr("the file cannot be read: %1; try a copy of it",
                                 std::generic_category().message(code)),
                    name};
    }
}

std::string sizeInWords(std::uintmax_t bytes) {
    const auto whole = [&](int shift, const char* unit) {
        return std::to_string(bytes >> shift) + unit;
    };
    return bytes >= 1u << 30   ? whole(30, " GiB")
           : bytes >= 1u << 20 ? whole(20, " MiB")
           : bytes >= 1u << 10 ? whole(10, " KiB")
                               : Sentence::tr("%1 bytes", bytes);
}

}  // namespace

Result<std::string> readBytes(const std::filesystem::path& file, std::uintmax_t limit) {
    const Descriptor descriptor(file);
    struct stat info = {};
    if (descriptor.number < 0 || ::fstat(descriptor.number, &info) != 0)
        return failure(errno, file);
    if (S_ISDIR(info.st_mode))
        return Error{Sentence::tr("this is a folder; give the name of a file in it"),
                     file.string()};
    const Error tooLarge{
        Sentence::tr("the file is larger than %1, the most that is read; give a shorter one",
                     sizeInWords(limit)),
        file.string()};
    const auto expected = static_cast<std::uintmax_t>(std::max<off_t>(info.st_size, 0));
    if (expected > limit)
        return tooLarge;

    // Pipes and devices do not say how much will come.
    std::string bytes;
    bytes.reserve(expected);
    std::vector<char> block(1 << 18);
    while (true) {
        const ssize_t got = ::read(descriptor.number, block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(errno, file);
        if (got == 0)
            return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit)
            return tooLarge;
    }
}

}  // namespace rnnscope
