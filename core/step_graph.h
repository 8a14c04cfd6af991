// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/cell.h"

namespace rnnscope {

/// What follows from a cell's operations, for whatever asks how a step hangs together.
struct StepGraph {
    std::vector<RecurrentTerm> terms;
    std::vector<PeepholeTerm> peepholes;  ///< by number
    std::vector<CarriedProduct> carried;
    /// Complete: those by a state before the step as well.
    std::vector<Slope> slopes;
};

StepGraph graphOf(const Cell& cell);

}  // namespace rnnscope
