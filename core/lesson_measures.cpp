// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_measures.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/measures/measures.h"
#include "core/option_text.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

const MeasureOption* findOption(const Measure& measure, std::string_view name) {
    const auto found =
        std::find_if(measure.options.begin(), measure.options.end(),
                     [&](const MeasureOption& option) { return option.name == name; });
    return found == measure.options.end() ? nullptr : &*found;
}

/// Whether a text is among words with bars between them.
bool isAmong(std::string_view words, std::string_view text) {
    for (std::size_t from = 0; from <= words.size();) {
        const std::size_t bar = std::min(words.find('|', from), words.size());
        if (words.substr(from, bar - from) == text)
            return true;
        from = bar + 1;
    }
    return false;
}

Done checkValue(const MeasureOption& option, const std::string& value) {
    if (option.values == "N") {
        const auto number = option::parseWhole<Index>(value);
        if (!number || *number < 0 || *number > mostUpdates)
            return Error{Sentence::tr("\"%1\": %2 is no whole number from 0 to 1000000",
                                      option.name, shown(value))};
    } else if (option.values == "X") {
        if (const auto number = option::parseNumber(value); !number)
            return Error{
                Sentence::tr("\"%1\": %2; write one, as 0.5", option.name, number.error().message)};
    } else if (option.values != "NAME" && !isAmong(option.values, value)) {
        return Error{Sentence::tr("\"%1\": %2 is not known; there are %3", option.name,
                                  shown(value), option.values)};
    }
    return done();
}

}  // namespace

std::span<const Measure> measures() {
    static const std::vector<Measure> table = [] {
        std::vector<Measure> rows;
        for (const auto part : {networkMeasures, gradientMeasures, clippingMeasures,
                                trainingMeasures, sequenceMeasures, cliffMeasures}) {
            const std::span<const Measure> more = part();
            rows.insert(rows.end(), more.begin(), more.end());
        }
        return rows;
    }();
    return table;
}

const Measure* findMeasure(std::string_view id) {
    const auto table = measures();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Measure& measure) { return measure.id == id; });
    return found == table.end() ? nullptr : &*found;
}

// Only literals can be translated, and only these stand in a message.
std::string MeasureOption::helpInWords() const {
    if (help == "a quantity of the cell")
        return Sentence::tr("a quantity of the cell");
    if (help == "a loss")
        return Sentence::tr("a loss");
    if (help == "an accuracy to reach, or an error to stay under")
        return Sentence::tr("an accuracy to reach, or an error to stay under");
    if (help == "how many are taken")
        return Sentence::tr("how many are taken");
    if (help == "the first number")
        return Sentence::tr("the first number");
    if (help == "the second number")
        return Sentence::tr("the second number");
    return std::string(help);
}

Done checkOptions(const Measure& measure, const ClaimOptions& with) {
    for (const auto& [name, value] : with) {
        const MeasureOption* option = findOption(measure, name);
        if (!option) {
            std::string known;
            for (const MeasureOption& each : measure.options)
                known += (known.empty() ? "" : ", ") + std::string(each.name);
            return Error{
                known.empty()
                    ? Sentence::tr("there is no option %1; it takes none", shown(name))
                    : Sentence::tr("there is no option %1; there are %2", shown(name), known)};
        }
        if (auto status = checkValue(*option, value); !status)
            return status;
    }
    for (const MeasureOption& option : measure.options)
        if (option.usual.empty() && !with.contains(option.name))
            return Error{Sentence::tr("its option \"%1\" is missing; %2 must be given in \"with\"",
                                      option.name, option.helpInWords())};
    return done();
}

Result<double> measured(std::string_view measure, const ClaimOptions& with, Setup setup,
                        std::uint64_t seed) {
    const Measure* row = findMeasure(measure);
    assert(row);
    setup.seed = seed;
    return row->value(setup, MeasureChoices(*row, with));
}

std::string MeasureChoices::word(std::string_view name) const {
    const MeasureOption* option = findOption(measure_, name);
    assert(option);
    const auto given = with_.find(name);
    return given == with_.end() ? std::string(option->usual) : given->second;
}

Index MeasureChoices::whole(std::string_view name) const {
    return option::parseWhole<Index>(word(name)).value();
}

double MeasureChoices::number(std::string_view name) const {
    return option::parseNumber(word(name)).value();
}

}  // namespace rnnscope
