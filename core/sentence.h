// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rnnscope {

/// What core says to a user, in the language that is spoken. Only whole sentences, or parts that
/// stand for themselves, can be translated: what varies is given as words to be put in.
struct Sentence {
    /// Finds what is said instead of an English sentence; called on any thread.
    using Translate = std::string (*)(const char* english);
    /// From now on. English as it is written where there is none, which is so at the start.
    static void speakBy(Translate translate);

    /// `%1` to `%9` become the words that follow; a language may order them in its own way. Qt's
    /// lupdate collects the English from the sources: it must be a literal, and the first word
    /// none.
    template <class... Words>
    static std::string tr(const char* english, const Words&... words) {
        return filled(english, {word(words)...});
    }

  private:
    static std::string filled(const char* english, std::initializer_list<std::string> words);
    static std::string word(std::string_view text) { return std::string(text); }
    static std::string word(const std::string& text) { return text; }
    static std::string word(const char* text) { return text; }
    static std::string word(std::integral auto number) { return std::to_string(number); }
};

}  // namespace rnnscope
