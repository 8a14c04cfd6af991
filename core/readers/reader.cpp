// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/reader.h"

#include <algorithm>
#include <array>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t{1} << 30;

constexpr std::array<std::string_view, 3> csvExtensions{"csv", "tsv", "tab"};
constexpr std::array<std::string_view, 1> jsonExtensions{"json"};
constexpr std::array<std::string_view, 1> npyExtensions{"npy"};
constexpr std::array<std::string_view, 1> npzExtensions{"npz"};
constexpr std::array<std::string_view, 1> textExtensions{"txt"};

constexpr std::array<Reader, 5> table{{
    {"csv", csvExtensions, readCsv},
    {"json", jsonExtensions, readJson},
    {"npy", npyExtensions, readNpy},
    {"npz", npzExtensions, readNpzTable},
    {"text", textExtensions, readText},
}};

}  // namespace

std::span<const Reader> readers() {
    return table;
}

const Reader* readerFor(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    if (extension.empty())
        return nullptr;
    extension.erase(0, 1);
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    for (const Reader& reader : table)
        if (std::find(reader.extensions.begin(), reader.extensions.end(), extension) !=
            reader.extensions.end())
            return &reader;
    return nullptr;
}

Result<Table> readTable(const std::filesystem::path& file, const ReadOptions& options) {
    const auto bytes = readBytes(file, largestFile);
    if (!bytes)
        return bytes.error();
    if (const Reader* reader = readerFor(file))
        return reader->read(*bytes, options, file.string());

    auto asCsv = readCsv(*bytes, options, file.string());
    if (asCsv)
        return asCsv;
    std::string known;
    for (const Reader& reader : table)
        for (const std::string_view extension : reader.extensions)
            known += (known.empty() ? "." : ", .") + std::string(extension);
    Error error = asCsv.error();
    error.message =
        Sentence::tr("%1 (read as CSV, as the file's extension says nothing; known are %2)",
                     error.message, known);
    return error;
}

}  // namespace rnnscope
