// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include "core/parameters.h"

namespace rnnscope {

enum class ClipMode { None, Value, Norm };

struct Clipping {
    ClipMode mode = ClipMode::None;
    double threshold = 1.0;  ///< > 0; of one entry's size, or of the norm over all entries

    bool operator==(const Clipping&) const = default;
};

/// What clipping did to a gradient. Norms are 2-norms over all parameters together.
struct ClipReport {
    double normBefore = 0;
    double normAfter = 0;
    double coefficient = 1;    ///< by norm: the common factor; otherwise 1
    double angle = 0;          ///< degrees between the gradient before and after
    Eigen::Index touched = 0;  ///< entries that changed; a NaN that stays one did not
    Eigen::Index entries = 0;  ///< entries in all
    bool engaged() const { return touched > 0; }
};

/// Clips in place, as torch.nn.utils.clip_grad_value_ and clip_grad_norm_ do: each entry to
/// [−threshold, threshold]; or all entries times min(1, threshold / (norm + 1e-6)), which scales a
/// little even at exactly the threshold, makes NaN of an infinite entry, and spreads one NaN to
/// all.
ClipReport clip(Parameters& gradient, const Clipping& clipping);
/// The same without the angle: for one update after the other, where nobody looks at it.
ClipReport clipOnly(Parameters& gradient, const Clipping& clipping);

}  // namespace rnnscope
