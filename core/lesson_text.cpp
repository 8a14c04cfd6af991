// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_text.h"

#include <algorithm>

#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Kind = TextSpan::Kind;
using Height = TextSpan::Height;

/// One character as it stands in the text; of bytes that are no UTF-8, one byte.
std::string_view characterAt(std::string_view text, std::size_t at) {
    const auto point = decodeUtf8(text, at);
    return text.substr(at, point ? point->length : 1);
}

bool isAsciiLetter(std::string_view character) {
    const char c = character.front();
    return character.size() == 1 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

/// Letters that stand for a value: Latin and Greek ones, and ℓ.
bool isLetter(std::string_view character) {
    if (isAsciiLetter(character))
        return true;
    const auto point = decodeUtf8(character, 0);
    return point && ((point->value >= 0x391 && point->value <= 0x3C9) || point->value == 0x2113);
}

/// The names of functions, which are upright.
bool isFunction(std::string_view word) {
    constexpr std::array<std::string_view, 13> functions{
        "tanh", "sigmoid", "softmax", "relu", "ReLU", "exp", "ln",
        "log",  "sin",     "cos",     "max",  "min",  "diag"};
    return std::find(functions.begin(), functions.end(), word) != functions.end();
}

class Marks {
  public:
    explicit Marks(std::string_view text) : text_(text) {}

    Result<std::vector<TextSpan>> read() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            Done status = done();
            if (c == '\\')
                status = escape();
            else if (c == '*')
                status = strong();
            else if (c == '$')
                status = formula();
            else if (c == '{')
                status = colour();
            else
                add({Kind::Plain, std::string(take())});
            if (!status)
                return status.error();
        }
        return std::move(spans_);
    }

  private:
    std::string_view take() {
        const std::string_view character = characterAt(text_, at_);
        at_ += character.size();
        return character;
    }

    void add(TextSpan span) {
        TextSpan like = span;
        if (!spans_.empty())
            like.text = spans_.back().text;
        if (!spans_.empty() && spans_.back() == like)
            spans_.back().text += span.text;
        else
            spans_.push_back(std::move(span));
    }

    std::string at(std::size_t from) const { return shown(text_.substr(from)); }
    std::string markAt(std::size_t from) const { return std::string(1, text_[from]); }

    Error neverClosed(std::size_t from) const {
        return Error{Sentence::tr("a %1 is never closed at %2; write \\%1 for the character itself",
                                  markAt(from), at(from))};
    }

    Error nothingBetween(std::size_t from) const {
        return Error{Sentence::tr(
            "there is nothing between two marks at %1; write \\%2 for the character itself",
            at(from), markAt(from))};
    }

    /// What stands up to a closing mark, escapes resolved; at_ is behind the opening one, which is
    /// at `from`.
    Result<std::string> upTo(char close, std::size_t from) {
        std::string inner;
        while (at_ < text_.size() && text_[at_] != close) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                if (namesCommand())
                    return command();
                ++at_;
            }
            inner += take();
        }
        if (at_ == text_.size())
            return neverClosed(from);
        ++at_;
        if (inner.empty())
            return nothingBetween(from);
        return inner;
    }

    Done escape() {
        if (at_ + 1 == text_.size())
            return Error{Sentence::tr("ends with \\; write \\\\ for the character itself")};
        if (namesCommand())
            return command();
        ++at_;
        add({Kind::Plain, std::string(take())});
        return done();
    }

    /// A backslash before a letter, as LaTeX has it.
    bool namesCommand() const { return isAsciiLetter(text_.substr(at_ + 1, 1)); }

    Error command() const {
        return Error{Sentence::tr(
            "a command at %1; LaTeX is not read, write the sign itself, as σ, ∂ or ∘", at(at_))};
    }

    Done strong() {
        const std::size_t from = at_++;
        auto inner = upTo('*', from);
        if (!inner)
            return inner.error();
        add({Kind::Strong, *std::move(inner)});
        return done();
    }

    Done colour() {
        const std::size_t from = at_++;
        const std::size_t bar = text_.find('|', from), close = text_.find('}', from);
        if (close == std::string_view::npos)
            return neverClosed(from);
        if (bar == std::string_view::npos || bar > close)
            return Error{Sentence::tr(
                "a { without a | at %1; write {f|words}, or \\{ for the character itself",
                at(from))};
        const std::string_view id = text_.substr(from + 1, bar - from - 1);
        if (std::find(markColours.begin(), markColours.end(), id) == markColours.end()) {
            std::string known;
            for (const std::string_view each : markColours)
                known += (known.empty() ? "" : ", ") + std::string(each);
            return Error{Sentence::tr("there is no quantity %1 to colour words after; there are %2",
                                      shown(id), known)};
        }
        at_ = bar + 1;
        auto inner = upTo('}', from);
        if (!inner)
            return inner.error();
        add({.kind = Kind::Colour, .text = *std::move(inner), .colour = std::string(id)});
        return done();
    }

    /// A letter, a word that names a function, or any other character.
    void formulaPiece(Height height) {
        if (text_[at_] == '\\' && at_ + 1 < text_.size())
            ++at_;
        std::size_t end = at_;
        while (end < text_.size() && isAsciiLetter(characterAt(text_, end)))
            ++end;
        const std::string_view word = text_.substr(at_, end - at_);
        if (isFunction(word)) {
            add({.kind = Kind::Formula, .text = std::string(word), .height = height});
            at_ = end;
            return;
        }
        const std::string_view character = take();
        add({.kind = Kind::Formula,
             .text = std::string(character),
             .italic = isLetter(character),
             .height = height});
    }

    Done lowOrHigh(std::size_t from) {
        const Height height = text_[at_] == '_' ? Height::Low : Height::High;
        const std::string mark(1, text_[at_]);
        ++at_;
        if (at_ == text_.size() || text_[at_] == '$')
            return Error{
                height == Height::Low
                    ? Sentence::tr("nothing stands behind %1 at %2; write what is to be set low",
                                   mark, at(from))
                    : Sentence::tr("nothing stands behind %1 at %2; write what is to be set high",
                                   mark, at(from))};
        if (text_[at_] != '{') {
            formulaPiece(height);
            return done();
        }
        ++at_;
        while (at_ < text_.size() && text_[at_] != '}' && text_[at_] != '$') {
            // What is low within what is low has no lower place.
            if (text_[at_] == '_' || text_[at_] == '^' || text_[at_] == '{')
                return Error{Sentence::tr(
                    "a formula goes low or high within %1{…} at %2; once is as far as it goes",
                    mark, at(from))};
            formulaPiece(height);
        }
        if (at_ == text_.size() || text_[at_] == '$')
            return Error{Sentence::tr("a { is never closed at %1; write %2{…}", at(from), mark)};
        ++at_;
        return done();
    }

    Done formula() {
        const std::size_t from = at_++;
        const std::size_t begin = at_;
        for (; at_ < text_.size() && text_[at_] != '$'; ++at_) {
            if (text_[at_] != '\\')
                continue;
            if (namesCommand())
                return command();
            ++at_;  // a mark that stands for itself
        }
        at_ = begin;
        while (at_ < text_.size() && text_[at_] != '$') {
            if (text_[at_] == '_' || text_[at_] == '^') {
                if (auto status = lowOrHigh(from); !status)
                    return status;
            } else {
                formulaPiece(Height::Line);
            }
        }
        if (at_ == text_.size())
            return neverClosed(from);
        if (at_ == begin)
            return nothingBetween(from);
        ++at_;
        return done();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<TextSpan> spans_;
};

}  // namespace

Result<std::vector<TextSpan>> markedText(std::string_view text) {
    return Marks(text).read();
}

std::string plainText(std::string_view text) {
    const auto spans = markedText(text);
    if (!spans)
        return std::string(text);
    std::string plain;
    for (const TextSpan& span : *spans)
        plain += span.text;
    return plain;
}

}  // namespace rnnscope
