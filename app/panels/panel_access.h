// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rnnscope {

/// From here on a screen reader is told of every Panel: a chart, with its name, a line of what it
/// shows and where the playhead is, and an action that puts its numbers in its place as a table.
/// Done once, however often it is called.
void installPanelAccess();

}  // namespace rnnscope
