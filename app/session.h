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

/// Writes a setup to a file. What it names and lies nowhere on this machine as it was read, because
/// it was drawn or came in a document, is written beside it first and named from there; their names
/// are returned. Nothing that stands there is overwritten but `file`.
Result<QStringList> saveSetupFile(const Setup& setup, const QString& file);

/// The same with the names of its files from the root, so that it can be opened from anywhere.
Setup withWholePaths(Setup setup);

}  // namespace rnnscope
