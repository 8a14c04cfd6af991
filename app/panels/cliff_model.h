// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <vector>

#include "core/analysis/cliff.h"

namespace rnnscope {

inline constexpr int cliffSteps = 300;

/// What the user can choose; as the lesson starts.
struct CliffChoice {
    double w = 4.7;
    double b = -2.0;
    double rate = 0.1;
    double threshold = 0.5;  ///< of the gradient's norm, for the clipped run

    bool operator==(const CliffChoice&) const = default;
};

/// Two descents from the same place: point k is where k updates lead.
struct CliffRuns {
    explicit CliffRuns(const CliffChoice& choice);

    std::vector<CliffPoint> plain, clipped;
};

/// A part of the plane of w and b.
struct CliffWindow {
    double left = 0, right = 1;  ///< w
    double low = 0, high = 1;    ///< b

    bool operator==(const CliffWindow&) const = default;
    bool contains(const CliffPoint& point) const;
    static CliffWindow valley() { return {4, 6, -3.2, -1.6}; }
    /// 0…12 × −4…10, and further where the first `count` updates lead further.
    static CliffWindow wide(const CliffRuns& runs, int count);
};

/// Whether all points up to `count` updates stand within the near window.
bool staysNear(const CliffRuns& runs, int count);

/// What a run has come to after so many updates, in words made of its numbers.
QString plainWords(std::span<const CliffPoint> run, int count);
QString clippedWords(std::span<const CliffPoint> run, int count);

/// "4.70" or "−12.3", for places.
QString placeNumber(double value);

}  // namespace rnnscope
