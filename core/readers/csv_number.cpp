// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/csv_number.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>
#include <system_error>

namespace rnnscope {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isMissing(std::string_view cell) {
    constexpr std::string_view tokens[] = {"",  "na",  "n/a",      "nan", "null",
                                           "-", "inf", "infinity", "none"};
    std::string lower(cell.substr(0, 10));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    std::string_view word = lower;
    if (word.size() > 1 && (word.front() == '+' || word.front() == '-'))
        word.remove_prefix(1);
    return std::find(std::begin(tokens), std::end(tokens), word) != std::end(tokens);
}

/// Digits, or a sign or a point and then digits: keeps from_chars away from "inf" and "nan".
bool startsLikeNumber(std::string_view cell, char decimal) {
    if (!cell.empty() && (cell.front() == '+' || cell.front() == '-'))
        cell.remove_prefix(1);
    if (!cell.empty() && cell.front() == decimal)
        cell.remove_prefix(1);
    return !cell.empty() && isDigit(cell.front());
}

/// Whether well-formed decimal text that no double can hold is too large rather than too small.
bool isHuge(std::string_view text) {
    const std::size_t mark = text.find_first_of("eE");
    const std::string_view digits = text.substr(0, mark);
    const std::size_t leading = digits.find_first_of("123456789");
    if (leading == std::string_view::npos)
        return false;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    // Power of ten of the leading digit, without the exponent.
    const long long power =
        static_cast<long long>(point) - static_cast<long long>(leading) - (leading < point ? 1 : 0);
    long long exponent = 0;
    if (mark != std::string_view::npos) {
        std::string_view written = text.substr(mark + 1);
        if (written.starts_with('+'))
            written.remove_prefix(1);
        const auto result =
            std::from_chars(written.data(), written.data() + written.size(), exponent);
        if (result.ec == std::errc::result_out_of_range)
            return !written.starts_with('-');
    }
    // |power| is at most the length of the text, so only the sum's sign matters near 64 bits.
    return exponent > -power;
}

CellValue parsePointNumber(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (stop != end)
        return {CellKind::Text, none};
    if (status == std::errc())
        return {CellKind::Number, value};
    if (status == std::errc::result_out_of_range && isHuge(text))
        return {CellKind::TooLarge, none};
    if (status == std::errc::result_out_of_range)
        return {CellKind::Number, text.starts_with('-') ? -0.0 : 0.0};
    return {CellKind::Text, none};
}

}  // namespace

CellValue parseCell(std::string_view cell, char decimal) {
    if (!startsLikeNumber(cell, decimal))
        return {isMissing(cell) ? CellKind::Missing : CellKind::Text, none};
    if (decimal == '.')
        return parsePointNumber(cell);
    if (cell.find('.') != std::string_view::npos)
        return {CellKind::Text, none};
    std::string withPoint(cell);
    if (const std::size_t comma = withPoint.find(','); comma != std::string::npos)
        withPoint[comma] = '.';
    return parsePointNumber(withPoint);
}

}  // namespace rnnscope
