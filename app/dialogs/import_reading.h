// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "app/dialogs/sheet.h"
#include "core/setup.h"

namespace rnnscope {

// What the import dialog has done off the window's thread. Errors name files by `name`.

/// What a sequence file is before its columns are chosen.
struct Recognised {
    FileBytes bytes;
    const Reader* reader;
    std::string encoding;  ///< id; empty where it is no text
    Sheet sheet;           ///< empty of a text
    QString start;         ///< of a text
};

/// Where the bytes come from, and what is known about them.
struct ImportSource {
    std::string file;  ///< is read where there are no bytes yet
    std::string name;
    FileBytes bytes;
    const Reader* reader = nullptr;  ///< null: told by the content
};

/// Opens, and recognises what is not given. `bytes` are there as soon as the file could be opened.
Result<Recognised> recognise(const ImportSource& source, const ReadOptions& given,
                             FileBytes& bytes);

/// Whether it reads text, in some encoding.
bool isWritten(const Reader& reader);
/// The reader of that name.
const Reader& readerNamed(std::string_view id);

/// The columns that were chosen.
struct ReadColumns {
    std::shared_ptr<const Table> table;
    std::size_t dropped = 0;  ///< rows left out for missing values
    bool large = false;       ///< values that would saturate a unit
    std::vector<VocabularyEntry> vocabulary;
};
Result<ReadColumns> readColumns(const Recognised& file, const ReadOptions& options,
                                const std::string& name);

/// What becomes of a sequence that was read.
struct Outlook {
    Index most = 0;              ///< steps that there are without a slice
    Index steps = 0;             ///< that are given to the network
    Index first = 0;             ///< row of the table from which they are taken
    Index last = 0;              ///< and the one behind them
    QString scaling;             ///< what it did; empty without
    std::optional<Error> error;  ///< why the network cannot be given it
};
/// `setup` has its table.
Outlook outlookOf(const Setup& setup);

}  // namespace rnnscope
