// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_lines.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "core/json_reading.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;

/// Told of every value in turn, it knows where it is.
class LineKeeper : public nlohmann::json_sax<Json> {
  public:
    LineKeeper(const std::string& text, std::map<std::string, std::size_t, std::less<>>& lines,
               std::vector<std::string>& repeated)
        : furthest_(text.data()), counted_(text.data()), lines_(lines), repeated_(repeated) {}

    const char** furthest() { return &furthest_; }

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
    /// The byte read last may be the line break behind a number, so it does not count.
    std::size_t line() {
        for (; counted_ + 1 < furthest_; ++counted_)
            if (*counted_ == '\n')
                ++line_;
        return line_;
    }
    bool note(const std::string& pointer) {
        if (!lines_.insert_or_assign(pointer, line()).second)
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

    const char* furthest_;  // that the parser has read
    const char* counted_;   // up to here line breaks are counted
    std::size_t line_ = 1;
    std::map<std::string, std::size_t, std::less<>>& lines_;
    std::vector<std::string>& repeated_;
    std::vector<Around> around_;
};

}  // namespace

JsonLines::JsonLines(const std::string& text) {
    LineKeeper keeper(text, lines_, repeated_);
    Json::sax_parse(JsonReading(text.data(), keeper.furthest()),
                    JsonReading(text.data() + text.size(), keeper.furthest()), &keeper);
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
