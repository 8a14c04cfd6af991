// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cells/described_cell.h"

#include "core/step.h"

namespace rnnscope {

DescribedCell::DescribedCell(const CellDescription& description)
    : is_(description), graph_(graphOf(*this)) {}

void DescribedCell::forward(const PreparedWeights& weights, const double* previous,
                            double* now) const {
    stepForward(*this, weights, previous, now);
}

void DescribedCell::backward(const PreparedWeights& weights, const double* previous,
                             const double* now, double* previousGradient,
                             double* nowGradient) const {
    stepBackward(*this, weights, previous, now, previousGradient, nowGradient);
}

void DescribedCell::fillSlopes(const PreparedWeights& weights, const double* previous,
                               const double* now, double* values) const {
    rnnscope::fillSlopes(*this, weights, previous, now, graph_.slopes, {}, values);
}

}  // namespace rnnscope
