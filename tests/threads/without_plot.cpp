// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the place of the one command that draws, and would bring the whole window with it.
#include "app/cli/command.h"

namespace rnnscope {

Exit runPlot(const QStringList& /*arguments*/) {
    return complain(Error{"this program cannot draw; take the whole one"}, Exit::Failed);
}

}  // namespace rnnscope
