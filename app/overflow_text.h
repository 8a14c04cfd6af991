// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/analysis/overflow.h"

namespace rnnscope {

/// "forget gate f of layer 1, unit 3, is NaN from step 37 on": what describe() says in English, in
/// the language of now.
QString overflowText(const Overflow& overflow, const NetworkShape& shape);

}  // namespace rnnscope
