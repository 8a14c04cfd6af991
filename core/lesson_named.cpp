// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_named.h"

#include <algorithm>

#include "core/utf8.h"

namespace rnnscope {

std::string listed(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names)
        text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

std::optional<std::string> readNamed(LessonReader& reader, const LessonPlace& place,
                                     const std::string& field, const Named& kind,
                                     std::span<const std::string_view> known) {
    auto name = reader.word(place, field, kind.needed());
    if (name && std::find(known.begin(), known.end(), *name) == known.end()) {
        reader.problem(place.pointer, kind.none(shown(*name), listed(known)));
        return std::nullopt;
    }
    return name;
}

}  // namespace rnnscope
