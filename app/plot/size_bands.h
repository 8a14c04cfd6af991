// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plot/theme.h"

class QCPAxisRect;

namespace rnnscope {

/// As addSizeBands(), without their names: where those stand beside several plots.
void addPlainSizeBands(QCPAxisRect& rect, const Theme& theme);

}  // namespace rnnscope
