// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/figure_sheet.h"
#include "app/playhead.h"
#include "app/plot/film.h"

namespace rnnscope {

/// Most pictures of a film where nobody says otherwise.
inline constexpr int mostFrames = 200;

/// From one of the playhead's positions to another, both shown; see positionAt().
struct FilmSpan {
    int first = 0, last = 0;

    /// A picture for each position, or `most` of them, evenly.
    int frames(int most = mostFrames) const { return std::min(most, last - first + 1); }
    int index(int frame, int frames) const;
};

/// Forward to the last step and, where there is a gradient, the loss and back to the first; or one
/// of the two passes alone.
FilmSpan filmSpan(const Snapshot& snapshot, std::optional<Phase> alone = {});

/// The playhead going along that span; what is drawn is the sheet's, whose panels' view it leaves
/// at the last picture's. All that is given must outlive the film.
Film filmOf(const FigureSheet& sheet, const FigureOptions& options, const Theme& theme,
            const View& view, int steps, const FilmSpan& span, int frames);

}  // namespace rnnscope
