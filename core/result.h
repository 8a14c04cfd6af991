// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace rnnscope {

/// What a user or a file got wrong. `message` says what is wrong and, after a semicolon, what would
/// be right. Lines and columns count from 1; a column counts characters (text) or cells (tables),
/// as the message makes plain.
struct Error {
    std::string message;
    std::string file = {};
    std::optional<std::size_t> line = {};
    std::optional<std::size_t> column = {};

    /// "FILE:LINE:COLUMN: message", leaving out what is not known. Never holds a line break.
    std::string text() const;
};

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & {
        assert(ok());
        return std::get<0>(content_);
    }
    const T& value() const& {
        assert(ok());
        return std::get<0>(content_);
    }
    T&& value() && {
        assert(ok());
        return std::get<0>(std::move(content_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const {
        assert(!ok());
        return std::get<1>(content_);
    }

  private:
    std::variant<T, Error> content_;
};

/// For functions that have nothing to give but success.
using Done = Result<std::monostate>;
inline Done done() {
    return Done(std::monostate{});
}

}  // namespace rnnscope
