// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup.h"

namespace rnnscope {

/// Whether each number of a setup is possible by itself, whatever the sequence and the weights are.
Done checkNumbers(const Setup& setup);

}  // namespace rnnscope
