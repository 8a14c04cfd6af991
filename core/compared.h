// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup.h"

namespace rnnscope {

/// Whether another setup's own network is one of those that a setup compares, its own included;
/// the number of updates and what is generated aside. What it has learnt is known there.
bool isCompared(const Setup& network, const Setup& setup);

}  // namespace rnnscope
