// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document_place.h"

#include <algorithm>
#include <array>

namespace rnnscope {
namespace {

struct PhaseWord {
    Phase phase;
    const char* word;
};
constexpr std::array words = {PhaseWord{Phase::Forward, "forward"}, PhaseWord{Phase::Loss, "loss"},
                              PhaseWord{Phase::Backward, "backward"},
                              PhaseWord{Phase::Clip, "clip"}, PhaseWord{Phase::Update, "update"}};

}  // namespace

Position positionOf(const DocumentView& view, int update) {
    Position position{update};
    for (const PhaseWord& each : words)
        if (view.phase == each.word)
            position.phase = each.phase;
    position.step = static_cast<int>(view.step);
    position.part = view.part;
    return position;
}

const char* phaseWord(Phase phase) {
    return std::find_if(words.begin(), words.end(),
                        [&](const PhaseWord& each) { return each.phase == phase; })
        ->word;
}

}  // namespace rnnscope
