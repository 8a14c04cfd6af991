// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the table of measures, one file each, and what they share.
#pragma once

#include <memory>
#include <span>

#include "core/experiment.h"
#include "core/lesson_measures.h"

namespace rnnscope {

std::span<const Measure> networkMeasures();   ///< sizes and values of a pass
std::span<const Measure> gradientMeasures();  ///< where the gradient of a pass goes
std::span<const Measure> clippingMeasures();
std::span<const Measure> trainingMeasures();  ///< losses, and what is learnt
std::span<const Measure> sequenceMeasures();  ///< from sequence to sequence, and beyond its end
std::span<const Measure> cliffMeasures();

/// Options that several measures have.
inline constexpr MeasureOption afterUpdates{"updates", "N", "0", "updates taken before"};
inline constexpr MeasureOption ofState{"state", "h|c", "h", "the carried state"};
inline constexpr MeasureOption ofWeight{"weight", "NAME", "weight_hh_l0",
                                        "a tensor, by PyTorch's name"};

/// The setup's own network alone, trained for so many updates.
Result<Experiment> trainedFor(const Setup& setup, Index updates);
/// Its pass by then.
Result<std::shared_ptr<const Snapshot>> passAfter(const Setup& setup, Index updates);
/// The same with a loss; an error where there is none.
Result<std::shared_ptr<const Snapshot>> lossPassAfter(const Setup& setup, Index updates);
/// Position of a quantity of the cell; an error where there is none.
Result<std::size_t> quantityOf(const Cell& cell, const std::string& id);
/// Position among the cell's carried states; an error where there is none.
Result<std::size_t> stateOf(const Cell& cell, const std::string& id);

}  // namespace rnnscope
