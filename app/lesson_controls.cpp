// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_controls.h"

namespace rnnscope {

std::span<const std::string_view> lessonControls() {
    static constexpr std::string_view table[] = {
        "cell",        "hidden",  "layers", "bidirectional",  "seed",      "spectral-radius",
        "forget-bias", "length",  "clip",   "clip-threshold", "optimizer", "lr",
        "train",       "compare", "play",   "step",           "phase",     "timeline",
    };
    return table;
}

}  // namespace rnnscope
