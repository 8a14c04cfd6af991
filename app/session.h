// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
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

/// The same with the names of its files from the root, so that it can be opened from anywhere.
Setup withWholePaths(Setup setup);

}  // namespace rnnscope
