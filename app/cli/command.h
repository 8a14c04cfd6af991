// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <span>

#include "core/result.h"

namespace rnnscope {

/// How a command ended; 0 done, 1 the run failed, 2 the call or a file it names is wrong.
enum class Exit { Success = 0, Failed = 1, Wrong = 2 };

/// One command of the command line: one file, and one row in the table.
struct Command {
    QString id;
    QString summary;
    bool draws;  ///< needs a QApplication, though no screen
    Exit (*run)(const QStringList& arguments);
};
std::span<const Command> commands();
/// Null where there is none of that name.
const Command* findCommand(const QString& id);

/// Tells the error in one line on standard error: "rnnscope: …".
Exit complain(const Error& error, Exit exit = Exit::Wrong);
/// What a command does, or that there is not enough memory for it.
Exit withinMemory(const std::function<Exit()>& run);
/// One line on standard output.
void say(const QString& line);

Exit runTrace(const QStringList& arguments);
Exit runTrain(const QStringList& arguments);
Exit runPlot(const QStringList& arguments);
Exit runScript(const QStringList& arguments);
Exit runLessons(const QStringList& arguments);

}  // namespace rnnscope
