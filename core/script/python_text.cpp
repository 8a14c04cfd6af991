// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/script/python_text.h"

#include <algorithm>
#include <cmath>

#include "core/scan.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Eigen::Index;

constexpr std::size_t widest = 100;

constexpr std::string_view taken[] = {
    // Python's words.
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "False",
    "None", "True",
    // The script's.
    "x", "t", "self", "suffix", "torch", "nn", "held", "getattr"};

}  // namespace

std::string pythonNumber(double value) {
    if (std::isnan(value))
        return "float(\"nan\")";
    if (std::isinf(value))
        return value < 0 ? "-float(\"inf\")" : "float(\"inf\")";
    std::string text = shortest(value);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string pythonComment(std::string_view text) {
    std::string comment;
    std::size_t place = 0;
    while (place < text.size()) {
        const auto point = decodeUtf8(text, place);
        const std::size_t length = point ? point->length : 1;
        if (!point || point->value < 0x20 || point->value == 0x7f)
            comment += "\uFFFD";
        else
            comment += text.substr(place, length);
        place += length;
    }
    return comment;
}

std::string pythonName(std::string_view id) {
    const bool other = std::find(std::begin(taken), std::end(taken), id) != std::end(taken) ||
                       id.starts_with("W_") || id.starts_with("b_") || id.starts_with("p_") ||
                       id.ends_with("_before");
    return std::string(id) + (other ? "_" : "");
}

std::string pythonList(const Eigen::Ref<const Eigen::VectorXd>& values, std::size_t indent) {
    std::string text = "[";
    std::size_t column = indent + 1;
    for (Index k = 0; k < values.size(); ++k) {
        const std::string number = pythonNumber(values[k]) + (k + 1 < values.size() ? "," : "]");
        if (k > 0 && column + 1 + number.size() + 1 > widest) {
            text += "\n" + std::string(indent + 1, ' ');
            column = indent + 1;
        } else if (k > 0) {
            text += " ";
            ++column;
        }
        text += number;
        column += number.size();
    }
    return values.size() == 0 ? "[]" : text;
}

std::string pythonRows(const Eigen::Ref<const Eigen::MatrixXd>& values, std::size_t indent) {
    std::string text = "[\n";
    for (Index row = 0; row < values.rows(); ++row)
        text += std::string(indent + 4, ' ') + pythonList(values.row(row).transpose(), indent + 4) +
                ",\n";
    return text + std::string(indent, ' ') + "]";
}

}  // namespace rnnscope
