// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>

namespace rnnscope {

/// A pointer into a text that tells how far a parser has read, which the library's own reports do
/// not: so that values can be placed. A number ends only where the byte behind it was read.
class JsonReading {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    JsonReading(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    reference operator*() const { return *at_; }
    JsonReading& operator++() {
        *furthest_ = ++at_;
        return *this;
    }
    JsonReading operator++(int) {
        const JsonReading before = *this;
        ++*this;
        return before;
    }
    bool operator==(const JsonReading& other) const { return at_ == other.at_; }

  private:
    const char* at_;
    const char** furthest_;
};

}  // namespace rnnscope
