// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the files that a setup names.
#include <algorithm>

#include "core/sentence.h"
#include "core/setup.h"
#include "core/weights.h"

namespace rnnscope {

Done loadFiles(Setup& setup, const Opener& open) {
    const auto opened = [&](const std::string& file, FileBytes& bytes) -> Done {
        if (bytes)
            return done();
        auto content = open ? open(file) : readBytes(file, std::uintmax_t{1} << 30);
        if (!content)
            return content.error();
        bytes = std::make_shared<const std::string>(*std::move(content));
        return done();
    };
    const auto readTable = [&](const std::string& file, const ReadOptions& options,
                               FileBytes& bytes, std::shared_ptr<const Table>& table) -> Done {
        if (auto status = opened(file, bytes); !status)
            return status;
        const Reader* reader = readerFor(file);
        auto read = reader ? reader->read(*bytes, options, file) : readCsv(*bytes, options, file);
        if (!read)
            return read.error();
        table = std::make_shared<const Table>(*std::move(read));
        return done();
    };
    const auto readArrays = [&](ArrayFile& from, auto&& parse) -> Done {
        if (from.file.empty() || from.arrays)
            return done();
        if (auto status = opened(from.file, from.bytes); !status)
            return status;
        auto read = parse(*from.bytes, from.file);
        if (!read)
            return read.error();
        from.arrays = std::make_shared<const std::vector<Array>>(*std::move(read));
        return done();
    };

    SequenceSource& sequence = setup.sequence;
    if (sequence.task.empty() && !sequence.table) {
        if (sequence.file.empty())
            return Error{Sentence::tr("no sequence is given; name a file or a built-in task")};
        ReadOptions options = sequence.reading;
        if (options.columns.empty() && !sequence.columns.empty()) {
            options.columns = sequence.columns;
            if (setup.target.kind == TargetSource::Kind::Column &&
                std::find(options.columns.begin(), options.columns.end(), setup.target.name) ==
                    options.columns.end())
                options.columns.push_back(setup.target.name);
        }
        if (auto status = readTable(sequence.file, options, sequence.bytes, sequence.table);
            !status)
            return status;
    }
    TargetSource& target = setup.target;
    if (target.kind == TargetSource::Kind::File && !target.table) {
        ReadOptions options;
        options.encoding = sequence.reading.encoding;
        if (auto status = readTable(target.name, options, target.bytes, target.table); !status)
            return status;
    }
    if (auto status = readArrays(setup.weights, parseSafetensors); !status)
        return status;
    return readArrays(setup.initialState, parseNpz);
}

}  // namespace rnnscope
