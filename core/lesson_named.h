// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/lesson_reader.h"
#include "core/sentence.h"

namespace rnnscope {

/// How one speaks of what a lesson calls by its id; a sentence each, for languages whose words bend
/// with the noun.
struct Named {
    std::string (*needed)();  ///< stands for itself, in LessonReader::mismatch()
    std::string (*none)(const std::string& id, const std::string& known);
};

inline constexpr Named aPanel{[] { return Sentence::tr("the id of a panel"); },
                              [](const auto& id, const auto& known) {
                                  return Sentence::tr("there is no panel %1; there are %2", id,
                                                      known);
                              }};
inline constexpr Named aSwitch{[] { return Sentence::tr("the id of a switch"); },
                               [](const auto& id, const auto& known) {
                                   return Sentence::tr("there is no switch %1; there are %2", id,
                                                       known);
                               }};
/// A place of a switch.
inline constexpr Named aPlace{[] { return Sentence::tr("a place of the switch"); },
                              [](const auto& id, const auto& known) {
                                  return Sentence::tr("there is no place %1; there are %2", id,
                                                      known);
                              }};
inline constexpr Named aControl{[] { return Sentence::tr("the id of a control"); },
                                [](const auto& id, const auto& known) {
                                    return Sentence::tr("there is no control %1; there are %2", id,
                                                        known);
                                }};
inline constexpr Named aQuantity{[] { return Sentence::tr("the id of a quantity"); },
                                 [](const auto& id, const auto& known) {
                                     return Sentence::tr("there is no quantity %1; there are %2",
                                                         id, known);
                                 }};
inline constexpr Named aMeasure{[] { return Sentence::tr("the id of a measure"); },
                                [](const auto& id, const auto& known) {
                                    return Sentence::tr("there is no measure %1; there are %2", id,
                                                        known);
                                }};

/// "a, b, c"
std::string listed(std::span<const std::string_view> names);

/// One of those there are; another is noted.
std::optional<std::string> readNamed(LessonReader& reader, const LessonPlace& place,
                                     const std::string& field, const Named& kind,
                                     std::span<const std::string_view> known);

}  // namespace rnnscope
