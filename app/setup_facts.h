// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <utility>

#include "app/document.h"
#include "core/cell.h"

namespace rnnscope {

/// Lengths that a sequence can be cut to, fewest and most steps.
std::pair<Index, Index> lengthRange(const Setup& setup);
/// Steps where no length is chosen.
Index naturalLength(const Setup& setup);

/// How many sequences can be shown: those of the file, or of a task as many as can be drawn.
std::size_t sequenceCount(const Setup& setup);

/// One of the targets that fit the setup's sequence.
struct TargetChoice {
    QString text;
    TargetSource target;
};
QList<TargetChoice> targetChoices(const Setup& setup);

/// What the network has before the first update, whether chosen or not: the mean over the units of
/// layer 1 of the forget (GRU: update) gate's two biases together; not a number without such a
/// gate.
double initialForgetBias(const Problem& problem);
/// Spectral radius of layer 1's recurrent weights (of a gated cell: the candidate's block). Not a
/// number above `mostForRadius` units, where it would be felt while a dial is dragged.
double initialSpectralRadius(const Problem& problem);
inline constexpr Index mostForRadius = 128;

/// Number of weights and biases.
Index parameterCount(const Problem& problem);

/// "gru" of "gru-reset-before": the part of a cell's id that its forms share.
QString cellFamily(std::string_view id);
/// "Forget bias", or what the gate is called in this cell.
QString forgetBiasName(const Cell& cell);

}  // namespace rnnscope
