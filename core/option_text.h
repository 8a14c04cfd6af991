// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of options share: text to values and back.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/sentence.h"
#include "core/setup.h"

namespace rnnscope {

/// The rows about the sequence and its target.
std::span<const SetupOption> sequenceOptions();

namespace option {

using Text = std::optional<std::string>;

template <class T>
Result<T> parseWhole(std::string_view text) {
    T value{};
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (status != std::errc() || stop != end)
        return Error{
            Sentence::tr("'%1' is not a whole number in range; write digits only, as 8", text)};
    return value;
}

inline Result<double> parseNumber(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (status != std::errc() || stop != end || !std::isfinite(value))
        return Error{Sentence::tr("'%1' is not a finite number", text)};
    return value;
}

inline std::string format(double value) {
    std::array<char, 40> buffer;
    const auto [end, status] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return std::string(buffer.data(), end);
}

/// A word and what it stands for.
template <class T>
struct Word {
    std::string_view word;
    T value;
};

template <class T, std::size_t N>
Result<T> parseWord(std::string_view text, const Word<T> (&words)[N]) {
    std::string known;
    for (const Word<T>& each : words) {
        if (each.word == text)
            return each.value;
        known += (known.empty() ? "" : ", ") + std::string(each.word);
    }
    return Error{Sentence::tr("'%1' is not known; there are %2", text, known)};
}

template <class T, std::size_t N>
std::string wordFor(T value, const Word<T> (&words)[N]) {
    return std::string(std::find_if(std::begin(words), std::end(words), [&](const Word<T>& each) {
                           return each.value == value;
                       })->word);
}

/// Stores a parsed value, or passes on why there is none.
template <class T, class U>
Done store(Result<T> parsed, U& target) {
    if (!parsed)
        return parsed.error();
    target = static_cast<U>(*parsed);
    return done();
}

/// How the file is read; it is read anew.
template <class T, class U>
Done setReading(Setup& setup, Result<T> parsed, U& target) {
    setup.sequence.table.reset();
    return store(std::move(parsed), target);
}

/// Nothing where it is left to what is recognised.
template <class T, std::size_t N>
Text chosenWord(const std::optional<T>& value, const Word<T> (&words)[N]) {
    return value ? Text(wordFor(*value, words)) : Text();
}

/// A switch that is named is on; only JSON and the command line's --no-… turn one off.
inline Done setSwitch(bool& target, std::string_view value) {
    const bool off = value == "false" || value == "0";
    if (!off && !value.empty() && value != "true" && value != "1")
        return Error{Sentence::tr("'%1' is not known; there are %2", value, "true, false")};
    target = !off;
    return done();
}

inline const Setup& standard() {
    static const Setup setup;
    return setup;
}

template <class T>
Text unlessDefault(const T& value, const T& usual, auto&& format) {
    if (value == usual)
        return std::nullopt;
    return format(value);
}

inline Text unlessEmpty(const std::string& value) {
    return value.empty() ? Text() : Text(value);
}

inline constexpr auto whole = [](auto value) { return std::to_string(value); };

}  // namespace option
}  // namespace rnnscope
