// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>

#include "core/sentence.h"

namespace rnnscope {

// "1 step", "2 steps": how many there are, to be put into a sentence.

inline std::string stepsInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 step", count) : Sentence::tr("%1 steps", count);
}
inline std::string inputsInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 input", count) : Sentence::tr("%1 inputs", count);
}
inline std::string numbersInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 number", count) : Sentence::tr("%1 numbers", count);
}
inline std::string columnsInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 column", count) : Sentence::tr("%1 columns", count);
}
inline std::string sequencesInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 sequence", count) : Sentence::tr("%1 sequences", count);
}
inline std::string valuesInWords(std::integral auto count) {
    return count == 1 ? Sentence::tr("%1 value", count) : Sentence::tr("%1 values", count);
}

}  // namespace rnnscope
