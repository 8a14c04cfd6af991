// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentence.h"

#include <atomic>
#include <cstddef>

namespace rnnscope {
namespace {

// Of the whole program, as its language is.
std::atomic<Sentence::Translate> spoken{nullptr};

}  // namespace

void Sentence::speakBy(Translate translate) {
    spoken = translate;
}

std::string Sentence::filled(const char* english, std::initializer_list<std::string> words) {
    const Translate translate = spoken;
    const std::string sentence = translate ? translate(english) : std::string(english);
    std::string all;
    for (std::size_t k = 0; k < sentence.size(); ++k) {
        const bool mark = sentence[k] == '%' && k + 1 < sentence.size() && sentence[k + 1] >= '1' &&
                          sentence[k + 1] <= '9';
        if (!mark) {
            all += sentence[k];
            continue;
        }
        const auto number = static_cast<std::size_t>(sentence[++k] - '1');
        if (number < words.size())
            all += words.begin()[number];
    }
    return all;
}

}  // namespace rnnscope
