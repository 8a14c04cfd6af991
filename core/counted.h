// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>

#include "core/sentence.h"

namespace rnnscope {

// "1 step", "2 steps": how many there are, to be put into a sentence. `auto` for lupdate; see
// Sentence::tr().

inline auto stepsInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 step", count) : Sentence::tr("%1 steps", count);
}
inline auto inputsInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 input", count) : Sentence::tr("%1 inputs", count);
}
inline auto numbersInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 number", count) : Sentence::tr("%1 numbers", count);
}
inline auto columnsInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 column", count) : Sentence::tr("%1 columns", count);
}
inline auto sequencesInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 sequence", count) : Sentence::tr("%1 sequences", count);
}
inline auto valuesInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 value", count) : Sentence::tr("%1 values", count);
}

}  // namespace rnnscope
