// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_edit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/counted.h"
#include "core/samples.h"
#include "core/scan.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

Edit editAt(InputPlace place, double value, int update) {
    return {
        .update = update, .target = "x", .row = place.row, .column = place.time, .value = value};
}

/// The shown sequence before the input scale, as edited by an update; not at all without one.
Result<Eigen::MatrixXd> unscaledInput(Setup setup, std::optional<int> editedBy) {
    setup.sequence.inputScale = 1;
    Random random = taskRandom(setup, 0);
    auto sample = readSample(setup, 0, random, editedBy);
    if (!sample)
        return sample.error();
    return std::move(sample->sample.input);
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        // Tabs at the ends are empty cells, and stay.
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    while (!lines.empty() && trimmed(lines.back()).empty())
        lines.pop_back();
    return lines;
}

/// The cells of a line: between tabs where there are any, else semicolons, commas or spaces.
std::vector<std::string_view> cellsOf(std::string_view line) {
    for (const char separator : {'\t', ';', ','})
        if (line.find(separator) != std::string_view::npos)
            return partsOf(line, separator);
    std::vector<std::string_view> cells;
    for (std::string_view left = trimmed(line); !left.empty(); left = trimmed(left)) {
        const std::size_t end = std::min(left.find(' '), left.size());
        cells.push_back(left.substr(0, end));
        left.remove_prefix(end);
    }
    return cells;
}

/// The numbers of a text, a row a line.
Result<std::vector<std::vector<double>>> numbersOf(std::string_view text) {
    std::vector<std::vector<double>> rows;
    for (const std::string_view line : linesOf(text)) {
        std::vector<double>& row = rows.emplace_back();
        for (const std::string_view cell : cellsOf(line)) {
            const auto number = readNumber(cell);
            if (!number)
                return Error{Sentence::tr("line %1, column %2: %3", rows.size(), row.size() + 1,
                                          number.error().message)};
            row.push_back(*number);
        }
    }
    return rows;
}

}  // namespace

Result<Edit> inputEdit(const Setup& setup, InputPlace place, double seen, int update) {
    const double scale = setup.sequence.inputScale;
    if (scale == 0)
        return Error{Sentence::tr(
            "the input scale is 0, so the network sees zeros whatever the input is; choose "
            "another scale first")};
    const double value = seen / scale;
    if (!std::isfinite(value))
        return Error{
            Sentence::tr("%1 cannot be had with an input scale of %2; write a finite number",
                         shortest(seen), shortest(scale))};
    return editAt(place, value, update);
}

Result<Edits> oneHotEdits(const Setup& setup, Index inputs, InputPlace place, int update) {
    Edits edits;
    for (Index row = 0; row < inputs; ++row) {
        // One, not the scale's share of it: classes are told by ones.
        if (auto edit = inputEdit(setup, {row, place.time}, 0, update); !edit)
            return edit.error();
        edits.push_back(editAt({row, place.time}, row == place.row ? 1 : 0, update));
    }
    return edits;
}

Result<Edits> withoutInputEdits(const Setup& setup, const std::vector<InputPlace>& places,
                                int update) {
    const auto own = unscaledInput(setup, std::nullopt);
    if (!own)
        return own.error();
    const auto isMeant = [&](const Edit& edit) {
        return edit.ofInput() &&
               std::ranges::find(places, InputPlace{edit.row, edit.column}) != places.end();
    };
    Setup left = setup;
    left.edits = onlyEdits(
        setup.edits, [&](const Edit& edit) { return !isMeant(edit) || edit.update < update; });
    Edits back;
    for (const Edit& edit : left.edits)
        if (isMeant(edit) && edit.row < own->rows() && edit.column < own->cols())
            back.push_back(editAt({edit.row, edit.column}, (*own)(edit.row, edit.column), update));
    return withEdits(left.edits, back);
}

std::vector<InputPlace> editedInputs(const Setup& setup, int update) {
    std::vector<InputPlace> places;
    if (std::ranges::none_of(setup.edits, &Edit::ofInput))
        return places;
    const auto own = unscaledInput(setup, std::nullopt);
    const auto edited = unscaledInput(setup, update);
    if (!own || !edited || own->cols() != edited->cols())
        return places;
    for (Index time = 0; time < own->cols(); ++time)
        for (Index row = 0; row < own->rows(); ++row)
            if ((*own)(row, time) != (*edited)(row, time))
                places.push_back({row, time});
    return places;
}

Result<double> readNumber(std::string_view text) {
    const std::string whole = withHyphens(trimmed(text));
    std::string_view number = whole;
    if (number.empty())
        return Error{Sentence::tr("there is no number; write one, as 0.5")};
    if (number.starts_with('+') && !number.starts_with("+-"))
        number.remove_prefix(1);
    if (const auto value = finiteNumber(number))
        return *value;
    return Error{Sentence::tr("%1 is not a finite number; write one, as 0.5", shown(text))};
}

Result<Edits> pastedInputs(const Setup& setup, std::string_view text, Index time, Index inputs,
                           Index steps, int update) {
    auto rows = numbersOf(text);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return Error{Sentence::tr("there is no number to paste; copy a column of numbers first")};
    if (inputs == 1 && rows->size() == 1) {
        std::vector<std::vector<double>> turned;
        for (const double value : rows->front())
            turned.push_back({value});
        *rows = std::move(turned);
    }
    for (std::size_t k = 0; k < rows->size(); ++k)
        if (const std::size_t columns = (*rows)[k].size();
            columns != static_cast<std::size_t>(inputs))
            return Error{Sentence::tr(
                "line %1 holds %2, but a step has %3; a line a step, a column an input is needed",
                k + 1, numbersInWords(columns), inputsInWords(inputs))};
    const auto room = static_cast<std::size_t>(std::max<Index>(0, steps - time));
    if (rows->size() > room)
        return Error{
            room == 1
                ? Sentence::tr(
                      "%1 do not fit from t = %2 on, where 1 step is left; paste fewer, or earlier",
                      stepsInWords(rows->size()), time + 1)
                : Sentence::tr("%1 do not fit from t = %2 on, where %3 steps are left; paste "
                               "fewer, or earlier",
                               stepsInWords(rows->size()), time + 1, room)};
    Edits edits;
    for (std::size_t k = 0; k < rows->size(); ++k)
        for (Index row = 0; row < inputs; ++row) {
            auto edit = inputEdit(setup, {row, time + static_cast<Index>(k)},
                                  (*rows)[k][static_cast<std::size_t>(row)], update);
            if (!edit)
                return edit.error();
            edits.push_back(*std::move(edit));
        }
    return edits;
}

std::string inputText(const Eigen::MatrixXd& input) {
    std::string text;
    std::array<char, 40> buffer;
    for (Index time = 0; time < input.cols(); ++time)
        for (Index row = 0; row < input.rows(); ++row) {
            const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                           input(row, time), std::chars_format::general, 17)
                                 .ptr;
            text.append(buffer.data(), end);
            text += row + 1 < input.rows() ? '\t' : '\n';
        }
    return text;
}

double roundedTo(double value, double resolution) {
    if (!(resolution > 0) || !std::isfinite(value))
        return value;
    const double exponent = std::floor(std::log10(resolution));
    // Divided by a whole number where it is one, so that 0.3 is the double of that name.
    const double step = std::pow(10.0, std::abs(exponent));
    const double rounded =
        exponent < 0 ? std::round(value * step) / step : std::round(value / step) * step;
    return std::isfinite(rounded) ? rounded : value;
}

}  // namespace rnnscope
