// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_fields.h"

#include <algorithm>
#include <array>

namespace rnnscope {
namespace {

using Json = nlohmann::json;

constexpr std::array phases = {std::string_view("forward"), std::string_view("loss"),
                               std::string_view("backward"), std::string_view("clip"),
                               std::string_view("update")};

}  // namespace

std::optional<std::int64_t> wholeNumber(const Json& json, std::int64_t least, std::int64_t most) {
    // Beyond 2^63 the library has unsigned numbers, which no range here allows.
    if (!json.is_number_integer() ||
        (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{INT64_MAX}))
        return std::nullopt;
    const auto number = json.get<std::int64_t>();
    return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::string wholeNumberFrom(std::int64_t least, std::int64_t most) {
    return Sentence::tr("a whole number from %1 to %2", least, most);
}

Result<DocumentView> placeFromFields(const Json& fields, const std::string& where,
                                     const std::string& file, std::string& wrong) {
    DocumentView view;
    wrong = "phase";
    if (const auto phase = fields.find("phase"); phase != fields.end()) {
        const auto* name = phase->get_ptr<const std::string*>();
        if (!name || std::find(phases.begin(), phases.end(), *name) == phases.end())
            return wrongField(where + "phase",
                              Sentence::tr("forward, loss, backward, clip or update"), file);
        view.phase = *name;
    }
    constexpr Index most = 1'000'000'000;
    Index step = 1, unit = 1;
    const auto read = [&](const char* field, auto least, auto largest, auto& value) {
        wrong = field;
        return readWhole(fields, where, field, least, largest, file, value);
    };
    Done status = read("step", Index{1}, most, step);
    if (status)
        status = read("part", 0, 1'000'000, view.part);
    if (status)
        status = read("layer", 0, mostLayers, view.layer);
    if (status)
        status = read("unit", Index{1}, most, unit);
    if (!status)
        return status.error();
    view.step = step - 1;
    view.unit = unit - 1;
    if (const auto reverse = fields.find("reverse"); reverse != fields.end()) {
        wrong = "reverse";
        if (!reverse->is_boolean())
            return wrongField(where + "reverse", Sentence::tr("true or false"), file);
        view.reverse = reverse->get<bool>();
    }
    return view;
}

}  // namespace rnnscope
