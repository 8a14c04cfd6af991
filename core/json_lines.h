// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rnnscope {

/// Where each value of a JSON text stands: its line, from 1, by JSON pointer (RFC 6901). A value
/// of several lines stands where it begins.
class JsonLines {
  public:
    /// The text must be JSON that parseOwnJson() takes; of another one, the part before what is
    /// wrong is known.
    explicit JsonLines(const std::string& text);

    /// Of the value, or of the nearest around it that there is.
    std::size_t at(std::string_view pointer) const;
    /// Pointers of fields that an object holds more than once; of those, the last one counts.
    const std::vector<std::string>& repeated() const { return repeated_; }

  private:
    std::map<std::string, std::size_t, std::less<>> lines_;
    std::vector<std::string> repeated_;
};

/// The pointer of a field of an object, or of an item of a list (from 0).
std::string pointerTo(std::string_view parent, std::string_view field);
std::string pointerTo(std::string_view parent, std::size_t item);

}  // namespace rnnscope
