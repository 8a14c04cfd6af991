// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_lines.h"

#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace rnnscope {
namespace {

using Json = nlohmann::json;

/// Reads a text and counts its line breaks, those before the byte read last: a number ends only
/// where the byte after it was read, which may be a line break.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* byte, std::size_t* line) : byte_(byte), line_(line) {}

    reference operator*() const { return *byte_; }
    CountingIterator& operator++() {
        if (begun_ && byte_[-1] == '\n')
            ++*line_;
        begun_ = true;
        ++byte_;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return byte_ == other.byte_; }

  private:
    const char* byte_;
    std::size_t* line_;
    bool begun_ = false;
};

/// Told of every value in turn, it knows where it is.
class LineKeeper : public nlohmann::json_sax<Json> {
  public:
    LineKeeper(const std::size_t& line, std::map<std::string, std::size_t, std::less<>>& lines,
               std::vector<std::string>& repeated)
        : line_(line), lines_(lines), repeated_(repeated) {}

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return begin(false); }
    bool start_array(std::size_t) override { return begin(true); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        around_.back().field = name;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
        return false;
    }

  private:
    struct Around {
        std::string pointer;
        bool list;
        std::size_t items = 0;
        std::string field = {};
    };

    std::string here() {
        if (around_.empty())
            return {};
        Around& around = around_.back();
        return around.list ? pointerTo(around.pointer, around.items++)
                           : pointerTo(around.pointer, around.field);
    }
    bool note(const std::string& pointer) {
        if (!lines_.insert_or_assign(pointer, line_).second)
            repeated_.push_back(pointer);
        return true;
    }
    bool value() { return note(here()); }
    bool begin(bool list) {
        std::string pointer = here();
        note(pointer);
        around_.push_back({std::move(pointer), list});
        return true;
    }
    bool end() {
        around_.pop_back();
        return true;
    }

    const std::size_t& line_;
    std::map<std::string, std::size_t, std::less<>>& lines_;
    std::vector<std::string>& repeated_;
    std::vector<Around> around_;
};

}  // namespace

JsonLines::JsonLines(const std::string& text) {
    std::size_t line = 1;
    LineKeeper keeper(line, lines_, repeated_);
    const char* const begin = text.data();
    Json::sax_parse(CountingIterator(begin, &line), CountingIterator(begin + text.size(), &line),
                    &keeper);
}

std::size_t JsonLines::at(std::string_view pointer) const {
    for (;;) {
        if (const auto found = lines_.find(pointer); found != lines_.end())
            return found->second;
        if (pointer.empty())
            return 1;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
}

std::string pointerTo(std::string_view parent, std::string_view field) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : field) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string pointerTo(std::string_view parent, std::size_t item) {
    return std::string(parent) + '/' + std::to_string(item);
}

}  // namespace rnnscope
