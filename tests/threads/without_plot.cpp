// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the place of the commands that would bring the whole window with them: the one that draws,
// and the one that knows what lessons may name of it.
#include "app/cli/command.h"

namespace rnnscope {

Exit runPlot(const QStringList& /*arguments*/) {
    return complain(Error{"this program cannot draw; take the whole one"}, Exit::Failed);
}

Exit runLessons(const QStringList& /*arguments*/) {
    return complain(Error{"this program has no lessons; take the whole one"}, Exit::Failed);
}

}  // namespace rnnscope
