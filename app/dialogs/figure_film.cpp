// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/figure_film.h"

#include <cmath>

namespace rnnscope {

int FilmSpan::index(int frame, int frames) const {
    if (frames < 2)
        return first;
    return first + int(std::llround(double(frame) * (last - first) / (frames - 1)));
}

FilmSpan filmSpan(const Snapshot& snapshot, std::optional<Phase> alone) {
    const int steps = int(snapshot.steps());
    const auto at = [steps](Phase phase, int step) { return indexOf({0, phase, step}, steps); };
    if (alone == Phase::Backward)
        return {at(Phase::Backward, steps - 1), at(Phase::Backward, 0)};
    const bool back = snapshot.backward && !alone;
    return {0, back ? at(Phase::Backward, 0) : at(Phase::Forward, steps - 1)};
}

Film filmOf(const FigureSheet& sheet, const FigureOptions& options, const Theme& theme,
            const View& view, int steps, const FilmSpan& span, int frames) {
    Film film;
    film.frames = frames;
    film.picture = [&sheet, &options, &theme, view, steps, span, frames](int frame) {
        View moved = view;
        moved.position = positionAt(span.index(frame, frames), steps, view.position.update);
        for (const auto& panel : sheet.panels)
            panel->setView(moved);
        return figureImage(options, sheet, theme, options.dpi / 96.0);
    };
    return film;
}

}  // namespace rnnscope
