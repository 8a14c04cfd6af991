// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/experiment.h"

namespace rnnscope {

/// Whether the network answers at this step, and the answer's column.
std::optional<Index> readoutColumn(const Snapshot& snapshot, int step);

// Each from the longest wording to the shortest, so that a narrow column finds one that fits. Empty
// where there is nothing to say at this step.
/// "x = +0.900"; of several inputs "x = (0.300, 1.00, …)"; of a text its character.
QStringList inputWords(const Problem& problem, int step);
/// "ŷ = +0.512", or the likeliest class.
QStringList outputWords(const Snapshot& snapshot, int step);
/// "y = +0.900", or the class.
QStringList targetWords(const Snapshot& snapshot, int step);
/// "Lₜ = 0.0123", a step's share of the loss.
QStringList lossWords(const Snapshot& snapshot, int step);

/// What is known of one step of a layer and direction, in lines, short and in full digits.
struct StepQuestion {
    std::size_t trace = 0;
    int step = 0;
    int unit = 0;
    double stateNorm = 0;
    std::optional<double> gradientNorm = {};
};
QString stepTip(const Snapshot& snapshot, const StepQuestion& question);

}  // namespace rnnscope
