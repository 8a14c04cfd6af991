// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of the program's own JSON share.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/document_file.h"
#include "core/result.h"
#include "core/sentence.h"

namespace rnnscope {

/// "FIELD": NEEDED is needed. `needed` is of the language that is spoken.
inline Error wrongField(const std::string& field, const std::string& needed,
                        const std::string& file) {
    return Error{Sentence::tr("\"%1\": %2 is needed", field, needed), file};
}

/// The number, if it is a whole one within the range.
std::optional<std::int64_t> wholeNumber(const nlohmann::json& json, std::int64_t least,
                                        std::int64_t most);
/// "a whole number from 1 to 5"
std::string wholeNumberFrom(std::int64_t least, std::int64_t most);

/// A whole number of an object, in a range; `value` stays where there is none.
template <class T>
Done readWhole(const nlohmann::json& json, const std::string& where, const char* field, T least,
               T most, const std::string& file, T& value) {
    const auto found = json.find(field);
    if (found == json.end())
        return done();
    const auto number = wholeNumber(*found, std::int64_t{least}, std::int64_t{most});
    if (!number)
        return wrongField(where + field, wholeNumberFrom(std::int64_t{least}, std::int64_t{most}),
                          file);
    value = static_cast<T>(*number);
    return done();
}

/// What is looked at, but for the layout, from an object's fields phase, step and unit (from 1),
/// part, layer and reverse. What lies beyond the sequence or the network is brought into range when
/// it is shown. `wrong` becomes the field that an error is about.
Result<DocumentView> placeFromFields(const nlohmann::json& fields, const std::string& where,
                                     const std::string& file, std::string& wrong);

}  // namespace rnnscope
