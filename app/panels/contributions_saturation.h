// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/analysis/saturation.h"

namespace rnnscope {

/// What stands at the ends of its range in one trace, in words.
struct SaturationWords {
    QStringList
        parts;      ///< "forget gate 12 % saturated open", largest first, then "3 of 16 units dead"
    QString alarm;  ///< for a chip, "forget gate 63 % open"; empty where nothing is far off
    bool grave = false;  ///< it stops gradients: not so a gate that stands open
};

/// Above this share of units and steps at its ends a quantity is badly saturated.
inline constexpr double badlySaturated = 0.5;

SaturationWords saturationWords(const Cell& cell, const Trace& trace);

}  // namespace rnnscope
