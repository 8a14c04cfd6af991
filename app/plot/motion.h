// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rnnscope {

/// Whether what only pleases the eye moves: fading, dimming, sliding. Playing still steps. The
/// program's style says no to SH_Widget_Animate while this holds, so whatever animates asks its
/// style, as Qt's own widgets do.
bool motionReduced();
void setMotionReduced(bool reduced);

/// As it was chosen the last time; never chosen, as the desktop has it.
void restoreMotion();
/// Chosen by the user: kept for the next time.
void chooseMotionReduced(bool reduced);

}  // namespace rnnscope
