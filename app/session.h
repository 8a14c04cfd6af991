// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "core/result.h"
#include "core/setup.h"

namespace rnnscope {

/// The setup that comes with the program and that a first start shows.
Setup firstSetup();

/// Where the setup of the last time is kept: a document with the files that it names, as long as
/// they are not large.
QString lastSetupFile();
Done saveLastSetup(const Setup& setup);
/// Absent where none was kept. An error where it, or a file that it names, cannot be opened any
/// more or does not fit; what it names has been read otherwise.
Result<std::optional<Setup>> loadLastSetup();

/// A setup for a file in whose folder it is at home: what it names and lies nowhere on this machine
/// as it was read, because it was drawn or came in a document, is written beside that file and
/// named from there; `written` gets their names. Nothing that stands there is overwritten.
Result<Setup> withFilesBeside(const Setup& setup, const QString& file, QStringList& written);

/// A name in the folder of a file for another one with these bytes: of both their names, with a
/// number where something else stands there already. Whether it is to be written is told too.
struct FreeName {
    QString name;
    bool stands;  ///< the bytes do already
};
FreeName freeBeside(const QString& file, const QString& name, const std::string& bytes);

/// Writes such a setup to its file; names of what was written beside it are returned.
Result<QStringList> saveSetupFile(const Setup& setup, const QString& file);

/// The same with the names of its files from the root, so that it can be opened from anywhere.
Setup withWholePaths(Setup setup);

}  // namespace rnnscope
