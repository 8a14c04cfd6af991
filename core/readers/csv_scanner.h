// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace rnnscope {

/// Splits CSV text into rows and cells (RFC 4180; rows end with LF, CRLF or CR). Cells lose the
/// blanks around them. Lines that start with '#' are left out. Delimiter ' ' stands for runs of
/// spaces and tabs.
class CsvScanner {
  public:
    CsvScanner(std::string_view text, char delimiter);

    /// Steps to the next row; false at the end of the text or at an error.
    bool next();

    /// The current row; no cells for a blank line. Valid until the next step.
    const std::vector<std::string_view>& cells() const { return cells_; }
    /// Physical line on which the row starts, from 1.
    std::size_t line() const { return rowLine_; }
    /// Bytes read so far.
    std::size_t offset() const { return static_cast<std::size_t>(position_ - begin_); }
    /// A quote that is not closed, or text after one that is. `column` counts cells.
    const std::optional<Error>& error() const { return error_; }

  private:
    bool isBlank(char c) const { return c == ' ' || (c == '\t' && delimiter_ != '\t'); }
    void skipBlanks();
    void skipLine();
    bool takeLineEnd();
    bool plainCell();
    bool quotedCell();
    bool fail(std::string message);

    const char* begin_;
    const char* position_;
    const char* end_;
    char delimiter_;
    std::size_t line_ = 1;
    std::size_t rowLine_ = 1;
    std::vector<std::string_view> cells_;
    std::deque<std::string> unquoted_;  // cells that held doubled quotes
    std::optional<Error> error_;
};

}  // namespace rnnscope
