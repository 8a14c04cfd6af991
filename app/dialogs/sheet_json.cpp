// SPDX-License-Identifier: GPL-3.0-or-later
// The start of a JSON file as a table, words and gaps included.
#include <QString>
#include <nlohmann/json.hpp>

#include "app/dialogs/sheet.h"

namespace rnnscope {
namespace {

/// Takes the first cells of every column; what the file is as a whole, its reader checks.
class Collector : public nlohmann::json_sax<nlohmann::json> {
  public:
    explicit Collector(Sheet& sheet) : sheet_(sheet) {}

    bool null() override { return cell("null"); }
    bool boolean(bool value) override { return cell(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return cell(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return cell(std::to_string(value)); }
    bool number_float(number_float_t value, const string_t&) override {
        return cell(QString::number(value, 'g', 10).toStdString());
    }
    bool string(string_t& value) override { return cell(value); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override {
        sheet_.named = true;
        return depth_++ == 0;
    }
    bool key(string_t& name) override {
        sheet_.columns.push_back(name);
        row_ = 0;
        return true;
    }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override {
        ++depth_;
        column_ = 0;
        return depth_ <= 2;
    }
    bool end_array() override {
        if (--depth_ == 1 && !sheet_.named)
            ++row_;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }

  private:
    bool cell(const std::string& text) {
        const std::size_t column = sheet_.named ? sheet_.columns.size() - 1 : column_;
        if (depth_ == 0 || (sheet_.named && (depth_ != 2 || sheet_.columns.empty())))
            return false;
        put(column, text);
        if (sheet_.named || depth_ == 1)
            ++row_;
        else
            ++column_;
        return true;
    }

    void put(std::size_t column, const std::string& text) {
        if (row_ >= sheetRows) {
            sheet_.complete = false;
            return;
        }
        if (column >= sheet_.columns.size())
            sheet_.columns.push_back(std::to_string(column + 1));
        while (sheet_.rows.size() <= row_)
            sheet_.rows.push_back({sheet_.rows.size() + 1, {}});
        auto& cells = sheet_.rows[row_].cells;
        if (cells.size() <= column)
            cells.resize(column + 1);
        cells[column] = text;
    }

    Sheet& sheet_;
    int depth_ = 0;
    std::size_t row_ = 0, column_ = 0;
};

}  // namespace

std::optional<Sheet> sheetOfJson(std::string_view text) {
    Sheet sheet;
    sheet.options.decimal = '.';
    Collector collector(sheet);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &collector) || sheet.rows.empty())
        return std::nullopt;
    sheet.separable = sheet.named;
    classify(sheet);
    return sheet;
}

}  // namespace rnnscope
