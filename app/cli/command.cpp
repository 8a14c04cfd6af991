// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <QObject>
#include <algorithm>
#include <cstdio>
#include <new>

namespace rnnscope {

std::span<const Command> commands() {
    static const Command table[] = {
        {"trace", QObject::tr("one forward and one backward pass; every value to an NPZ file"),
         false, runTrace},
        {"train", QObject::tr("trains; history to a CSV file, weights to a safetensors file"),
         false, runTrain},
        {"plot", QObject::tr("draws a panel, or the workspace, to SVG, PDF or PNG"), true, runPlot},
        {"script", QObject::tr("writes a PyTorch program that prints the same numbers"), false,
         runScript},
        {"lessons", QObject::tr("lists the lessons; check runs what they claim, draw draws them"),
         true, runLessons},
    };
    return table;
}

const Command* findCommand(const QString& id) {
    const auto table = commands();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Command& command) { return command.id == id; });
    return found == table.end() ? nullptr : &*found;
}

Exit complain(const Error& error, Exit exit) {
    std::fprintf(stderr, "rnnscope: %s\n", error.text().c_str());
    return exit;
}

Exit withinMemory(const std::function<Exit()>& run) {
    try {
        return run();
    } catch (const std::bad_alloc&) {
        return complain(Error{"there is not enough memory; shorten the sequence with --length or "
                              "use fewer units"},
                        Exit::Failed);
    }
}

void say(const QString& line) {
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
}

}  // namespace rnnscope
