// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include "app/cli/command.h"
#include "core/setup.h"

namespace rnnscope {

/// Adds `--setup` and every option that describes a network to a command's parser.
void addSetupOptions(QCommandLineParser& parser);

/// The setup that the parsed options describe, its files read and everything checked against
/// everything else: options given beside `--setup` win, options that contradict each other or the
/// weights are named.
Result<Setup> setupFromArguments(const QCommandLineParser& parser);

/// Whether --out, or what else names a file to write, can be written: its folder is there, and it
/// is none of the files that are read.
Done checkOutput(const QString& out, const QCommandLineParser& parser, const Setup& setup,
                 const char* option = "--out");

/// Parses, and answers `--help`. An empty optional means: go on.
std::optional<int> parseOrHelp(QCommandLineParser& parser, const QStringList& arguments,
                               const QString& command);

/// Complains of words beside the options, for a command that takes none.
std::optional<Exit> refuseWords(const QCommandLineParser& parser);

/// The setup's network alone, for a command that writes nothing of those it is compared with; they
/// must be possible all the same.
Result<Setup> withoutLanes(Setup setup);

}  // namespace rnnscope
