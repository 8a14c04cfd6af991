// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/csv_scanner.h"

#include <cstring>
#include <string>
#include <utility>

#include "core/readers/columns.h"
#include "core/sentence.h"

namespace rnnscope {
CsvScanner::CsvScanner(std::string_view text, char delimiter)
    : begin_(text.data()),
      position_(text.data()),
      end_(text.data() + text.size()),
      delimiter_(delimiter) {}

bool CsvScanner::fail(std::string message) {
    error_ = Error{std::move(message), {}, rowLine_, cells_.size() + 1};
    return false;
}

void CsvScanner::skipBlanks() {
    while (position_ != end_ && isBlank(*position_))
        ++position_;
}

void CsvScanner::skipLine() {
    while (position_ != end_ && *position_ != '\n' && *position_ != '\r')
        ++position_;
}

bool CsvScanner::takeLineEnd() {
    if (position_ == end_ || (*position_ != '\n' && *position_ != '\r'))
        return false;
    if (*position_ == '\r' && position_ + 1 != end_ && position_[1] == '\n')
        ++position_;
    ++position_;
    ++line_;
    return true;
}

bool CsvScanner::plainCell() {
    const char* start = position_;
    const char second = delimiter_ == ' ' ? '\t' : delimiter_;
    while (position_ != end_ && *position_ != delimiter_ && *position_ != second &&
           *position_ != '\n' && *position_ != '\r')
        ++position_;
    const char* stop = position_;
    while (stop != start && isBlank(stop[-1]))
        --stop;
    cells_.emplace_back(start, static_cast<std::size_t>(stop - start));
    return true;
}

bool CsvScanner::quotedCell() {
    const char* start = ++position_;
    std::string* pieces = nullptr;  // only once a doubled quote is met
    while (true) {
        const auto left = static_cast<std::size_t>(end_ - position_);
        const void* quote = left > 0 ? std::memchr(position_, '"', left) : nullptr;
        if (quote == nullptr)
            return fail(Sentence::tr(
                "the quote that opens this cell is never closed; end the cell with \""));
        const char* stop = static_cast<const char*>(quote);
        for (const char* c = position_; c != stop; ++c)
            if (*c == '\n' || (*c == '\r' && c[1] != '\n'))
                ++line_;
        position_ = stop + 1;
        const bool doubled = position_ != end_ && *position_ == '"';
        if (doubled && pieces == nullptr)
            pieces = &unquoted_.emplace_back();
        if (pieces != nullptr)
            pieces->append(start, stop);
        if (!doubled) {
            cells_.push_back(pieces != nullptr
                                 ? std::string_view(*pieces)
                                 : std::string_view(start, static_cast<std::size_t>(stop - start)));
            break;
        }
        *pieces += '"';
        start = ++position_;
    }
    const char* afterQuote = position_;
    skipBlanks();
    const bool separated = delimiter_ == ' ' && position_ != afterQuote;
    if (position_ == end_ || *position_ == delimiter_ || *position_ == '\n' || *position_ == '\r' ||
        separated)
        return true;
    cells_.pop_back();
    return fail(
        Sentence::tr("there is text after the closing quote; a quote inside a quoted cell is "
                     "written twice (\"\")"));
}

bool CsvScanner::next() {
    cells_.clear();
    unquoted_.clear();
    if (error_)
        return false;
    while (true) {
        if (position_ == end_)
            return false;
        rowLine_ = line_;
        skipBlanks();
        if (position_ == end_ || *position_ != '#')
            break;
        skipLine();
        takeLineEnd();
    }
    if (position_ == end_ || takeLineEnd())
        return true;  // a blank line

    while (true) {
        if (cells_.size() == mostColumns)
            return fail(
                Sentence::tr("the row has more than %1 cells; check the delimiter", mostColumns));
        const bool ok = position_ != end_ && *position_ == '"' ? quotedCell() : plainCell();
        if (!ok) {
            cells_.clear();
            return false;
        }
        if (delimiter_ == ' ') {
            skipBlanks();
            if (position_ == end_ || takeLineEnd())
                return true;
            continue;
        }
        if (position_ == end_ || takeLineEnd())
            return true;
        ++position_;  // the delimiter
        skipBlanks();
    }
}

}  // namespace rnnscope
