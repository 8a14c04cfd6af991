// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/tasks/registry.h"

namespace rnnscope {
namespace {

constexpr Eigen::Index symbols = 8;      // classes and input rows 0 … 7
constexpr Eigen::Index blank = symbols;  // class and input row 8
constexpr Eigen::Index cue = blank + 1;  // input row 9; never an answer
constexpr Eigen::Index longestWord = 5;

// Copy memory (Hochreiter & Schmidhuber 1997, in the form of Arjovsky, Shah & Bengio, Unitary
// evolution recurrent neural networks, 2016). With a word of S symbols the S + D + S steps are
//   input   word (S) · blank (D − 1) · cue · blank (S)
//   target  blank (S + D)                  · word  (S)
// S is 5, or as many as leave D ≥ 1 in a shorter sequence. Input is one-hot.
TaskSequence draw(Eigen::Index length, Random& random) {
    assert(length >= copyTask.minimumLength && length <= copyTask.maximumLength);
    const Eigen::Index word = std::min(longestWord, (length - 1) / 2);
    const Eigen::Index answer = length - word;  // the step of the first answer
    TaskSequence sequence{Eigen::MatrixXd::Zero(cue + 1, length),
                          Eigen::MatrixXd::Constant(1, length, static_cast<double>(blank))};
    sequence.input.row(blank).setOnes();
    for (Eigen::Index t = 0; t < word; ++t) {
        const Eigen::Index symbol = drawIndex(random, 0, symbols - 1);
        sequence.input(blank, t) = 0;
        sequence.input(symbol, t) = 1;
        sequence.target(0, answer + t) = static_cast<double>(symbol);
    }
    sequence.input(blank, answer - 1) = 0;
    sequence.input(cue, answer - 1) = 1;
    return sequence;
}

}  // namespace

constinit const Task copyTask = {
    .id = "copy",
    .name = "Copy",
    .summary =
        "A word of up to five symbols, blanks, then a cue; the word is asked after the cue, "
        "a blank before.",
    .defaultLength = 30,
    .minimumLength = 3,
    .maximumLength = anyLength,
    .classes = true,
    .classCount = symbols + 1,
    .lastStep = false,
    .draw = draw,
};

}  // namespace rnnscope
