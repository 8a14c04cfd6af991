// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameters.h"

namespace rnnscope {

/// One step of stochastic gradient descent: parameters −= rate · gradient.
void descend(Parameters& parameters, const Parameters& gradient, double rate);

}  // namespace rnnscope
