// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plot/theme.h"

namespace rnnscope {

/// The grey of what is drawn beside the gradient's colour in one plot, as before clipping or
/// without it: so much lighter that both are told apart in greyscale, and by those who lack one
/// kind of cones. At least 3 : 1 against the card.
inline QColor besideGradient(const Theme& theme) {
    return theme.isDark ? theme.mutedText : atContrast(theme.mutedText, theme.card, 3.2);
}

}  // namespace rnnscope
