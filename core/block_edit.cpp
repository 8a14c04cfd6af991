// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/block_edit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>
#include <vector>

#include "core/analysis/jacobian.h"
#include "core/scan.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Row = std::vector<double>;

std::string sizeText(Index rows, Index columns) {
    return std::to_string(rows) + " × " + std::to_string(columns);
}

Result<MatrixXd> scaled(MatrixXd block) {
    if (!block.allFinite())
        return Error{Sentence::tr("scaled so, a number would leave the range of numbers")};
    return block;
}

/// "−" as it stands on the screen, and a plus, which no number begins with elsewhere.
std::string plain(std::string_view text) {
    std::string result(trimmed(text));
    constexpr std::string_view minus = "\u2212";
    for (std::size_t at = result.find(minus); at != std::string::npos; at = result.find(minus))
        result.replace(at, minus.size(), "-");
    if (result.starts_with('+') && !result.starts_with("+-"))
        result.erase(0, 1);
    return result;
}

/// The fields of a line. Where there are tabs or semicolons they alone separate; a number between
/// spaces needs no comma.
std::vector<std::string> fieldsOf(std::string_view line, char separator) {
    std::vector<std::string> fields;
    if (separator != ' ') {
        for (const std::string_view part : partsOf(line, separator))
            fields.emplace_back(part);
        if (fields.size() > 1 && fields.back().empty())
            fields.pop_back();  // "1, 2," as programs print it
        return fields;
    }
    constexpr std::string_view spaces = " \t\r\n";
    for (std::size_t k = line.find_first_not_of(spaces); k != std::string_view::npos;
         k = line.find_first_not_of(spaces, k)) {
        const std::size_t end = std::min(line.find_first_of(spaces, k), line.size());
        fields.emplace_back(line.substr(k, end - k));
        k = end;
    }
    return fields;
}

/// Beside other separators, "0,5" is a half.
std::string withPoint(std::string field, char separator) {
    const std::size_t comma = field.find(',');
    if ((separator == '\t' || separator == ';') && comma != std::string::npos &&
        field.find(',', comma + 1) == std::string::npos && field.find('.') == std::string::npos)
        field[comma] = '.';
    return field;
}

/// Lines, or what stands in the innermost brackets.
std::vector<std::string_view> rowsOf(std::string_view text) {
    std::vector<std::string_view> rows;
    if (text.find('[') == std::string_view::npos) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            if (!trimmed(text.substr(0, end)).empty())
                rows.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return rows;
    }
    std::size_t open = std::string_view::npos;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] == '[') {
            open = k;
        } else if (text[k] == ']' && open != std::string_view::npos) {
            rows.push_back(text.substr(open + 1, k - open - 1));
            open = std::string_view::npos;
        }
    }
    return rows;
}

char separatorOf(std::string_view text) {
    for (const char each : {'\t', ';', ','})
        if (text.find(each) != std::string_view::npos)
            return each;
    return ' ';
}

Result<Row> numbersOf(std::string_view line, char separator, std::size_t row) {
    Row numbers;
    for (const std::string& field : fieldsOf(line, separator)) {
        const auto number = finiteNumber(plain(withPoint(field, separator)));
        if (!number) {
            return Error{
                field.empty()
                    ? Sentence::tr("row %1, number %2 is empty; copy rows of as many numbers each",
                                   row, numbers.size() + 1)
                    : Sentence::tr("row %1, number %2: %3 is not a finite number; copy rows of as "
                                   "many numbers each",
                                   row, numbers.size() + 1, shown(field))};
        }
        numbers.push_back(*number);
    }
    return numbers;
}

}  // namespace

bool EditSpan::contains(const Edit& edit) const {
    return edit.row >= row && edit.row < row + rows && edit.column >= column &&
           edit.column < column + columns && edit.target == target;
}

Edits blockEdits(const EditSpan& span, const MatrixXd& before, const MatrixXd& after, int update) {
    Edits edits;
    for (Index row = 0; row < span.rows; ++row)
        for (Index column = 0; column < span.columns; ++column)
            if (before(row, column) != after(row, column))
                edits.push_back({update, span.target, span.row + row, span.column + column,
                                 after(row, column)});
    return edits;
}

Edits withoutSpans(const Edits& edits, std::span<const EditSpan> spans, int update) {
    return onlyEdits(edits, [&](const Edit& edit) {
        return edit.update > update || std::ranges::none_of(spans, [&](const EditSpan& span) {
                   return span.contains(edit);
               });
    });
}

std::size_t editedWithin(const Edits& edits, std::span<const EditSpan> spans, int update) {
    std::set<std::tuple<std::string_view, Index, Index>> places;  // an edit may follow another
    for (const Edit& edit : edits)
        if (edit.update <= update &&
            std::ranges::any_of(spans, [&](const EditSpan& span) { return span.contains(edit); }))
            places.emplace(edit.target, edit.row, edit.column);
    return places.size();
}

Result<MatrixXd> scaledBlock(const MatrixXd& block, double factor) {
    return scaled(factor * block);
}

Result<MatrixXd> shiftedBlock(const MatrixXd& block, double amount) {
    MatrixXd shifted = block.array() + amount;
    if (!shifted.allFinite())
        return Error{Sentence::tr("shifted so, a number would leave the range of numbers")};
    return shifted;
}

Result<MatrixXd> blockOfRadius(const MatrixXd& block, double radius) {
    if (!(radius >= 0))
        return Error{Sentence::tr("a spectral radius is a size; give 0 or more")};
    if (!block.allFinite())
        return Error{
            Sentence::tr("the block holds numbers that are not finite; give it others first")};
    // Scaled to about 1 first, so that nothing overflows or vanishes on the way.
    const double largest = block.cwiseAbs().maxCoeff();
    const MatrixXd even = largest > 0 ? MatrixXd(block / largest) : block;
    const double own = spectralRadius(even);
    // A nilpotent block has only eigenvalues that rounding left.
    if (!(own > 1e-12))
        return Error{Sentence::tr(
            "the block's eigenvalues are all zero: no factor gives it a radius; give it "
            "other numbers first")};
    return scaled(even * (radius / own));
}

Result<double> typedNumber(std::string_view text) {
    if (trimmed(text).empty())
        return Error{Sentence::tr("nothing is not a finite number; type one, as −0.5 or 1e-3")};
    const auto number = finiteNumber(plain(text));
    if (!number)
        return Error{Sentence::tr("%1 is not a finite number; type one, as −0.5 or 1e-3",
                                  shown(trimmed(text)))};
    return *number;
}

Result<MatrixXd> parseBlock(std::string_view text) {
    const auto lines = rowsOf(text);
    // One separator for all of them: a row of one number has none.
    const char separator = [&] {
        for (const std::string_view line : lines)
            if (const char each = separatorOf(trimmed(line)); each != ' ')
                return each;
        return ' ';
    }();
    std::vector<Row> rows;
    for (const std::string_view line : lines) {
        auto numbers = numbersOf(line, separator, rows.size() + 1);
        if (!numbers)
            return numbers.error();
        if (numbers->empty())
            continue;
        if (!rows.empty() && numbers->size() != rows.front().size())
            return Error{Sentence::tr(
                "row %1 has %2 numbers and the first %3; copy rows of as many numbers each",
                rows.size() + 1, numbers->size(), rows.front().size())};
        if ((rows.size() + 1) * numbers->size() > mostEdits)
            return Error{
                Sentence::tr("more than %1 numbers; give them as weights in a file", mostEdits)};
        rows.push_back(*std::move(numbers));
    }
    if (rows.empty())
        return Error{Sentence::tr("there are no numbers; copy rows of as many numbers each")};
    MatrixXd block(static_cast<Index>(rows.size()), static_cast<Index>(rows.front().size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            block(static_cast<Index>(row), static_cast<Index>(column)) = rows[row][column];
    return block;
}

std::string blockText(const MatrixXd& block) {
    std::string text;
    std::array<char, 40> buffer;
    for (Index row = 0; row < block.rows(); ++row)
        for (Index column = 0; column < block.cols(); ++column) {
            const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                           block(row, column), std::chars_format::general, 17)
                                 .ptr;
            text.append(buffer.data(), end);
            text += column + 1 < block.cols() ? '\t' : '\n';
        }
    return text;
}

Result<MatrixXd> ofShape(const MatrixXd& block, Index rows, Index columns) {
    if (block.rows() == rows && block.cols() == columns)
        return block;
    if (block.rows() == columns && block.cols() == rows && (rows == 1 || columns == 1))
        return MatrixXd(block.transpose());
    return Error{Sentence::tr("%1 numbers where %2 are needed",
                              sizeText(block.rows(), block.cols()), sizeText(rows, columns))};
}

}  // namespace rnnscope
