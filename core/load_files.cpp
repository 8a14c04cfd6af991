// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the files that a setup names.
#include <algorithm>

#include "core/setup.h"
#include "core/weights.h"

namespace rnnscope {

Done loadFiles(Setup& setup, const Opener& open) {
    const auto table = [&](const std::string& file,
                           const ReadOptions& options) -> Result<std::shared_ptr<const Table>> {
        auto bytes = open ? open(file) : readBytes(file, std::uintmax_t{1} << 30);
        if (!bytes)
            return bytes.error();
        const Reader* reader = readerFor(file);
        auto read = reader ? reader->read(*bytes, options, file) : readCsv(*bytes, options, file);
        if (!read)
            return read.error();
        return std::make_shared<const Table>(*std::move(read));
    };
    if (setup.sequence.task.empty() && !setup.sequence.table) {
        if (setup.sequence.file.empty())
            return Error{"no sequence is given; name a file or a built-in task"};
        ReadOptions options = setup.sequence.reading;
        if (options.columns.empty() && !setup.sequence.columns.empty()) {
            options.columns = setup.sequence.columns;
            if (setup.target.kind == TargetSource::Kind::Column &&
                std::find(options.columns.begin(), options.columns.end(), setup.target.name) ==
                    options.columns.end())
                options.columns.push_back(setup.target.name);
        }
        auto read = table(setup.sequence.file, options);
        if (!read)
            return read.error();
        setup.sequence.table = *read;
    }
    if (setup.target.kind == TargetSource::Kind::File && !setup.target.table) {
        auto read = table(setup.target.name, ReadOptions{});
        if (!read)
            return read.error();
        setup.target.table = *read;
    }
    if (!setup.weights.file.empty() && !setup.weights.arrays) {
        auto read = readSafetensors(setup.weights.file);
        if (!read)
            return read.error();
        setup.weights.arrays = std::make_shared<const std::vector<Array>>(*std::move(read));
    }
    if (!setup.initialState.file.empty() && !setup.initialState.arrays) {
        auto read = readNpz(setup.initialState.file);
        if (!read)
            return read.error();
        setup.initialState.arrays = std::make_shared<const std::vector<Array>>(*std::move(read));
    }
    return done();
}

}  // namespace rnnscope
