// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace rnnscope {

// The fields of a lesson's objects: what the reader knows and the schema describes.

inline constexpr std::array<std::string_view, 11> lessonFields{
    "$schema", "format",  "version", "id",    "languages", "title",
    "summary", "minutes", "picture", "setup", "pages"};
inline constexpr std::array<std::string_view, 2> pictureFields{"page", "panel"};
inline constexpr std::array<std::string_view, 12> pageFields{
    "title", "text",   "notes",  "set",   "update",   "at",
    "play",  "panels", "switch", "point", "question", "claims"};
inline constexpr std::array<std::string_view, 6> placeFields{"phase", "step",    "part",
                                                             "layer", "reverse", "unit"};
inline constexpr std::array<std::string_view, 3> pointFields{"panel", "control", "quantity"};
inline constexpr std::array<std::string_view, 4> questionFields{"text", "choices", "answer", "why"};
inline constexpr std::array<std::string_view, 6> claimFields{"says", "measure", "with",
                                                             "set",  "seeds",   "range"};

// How much of each there may be.
inline constexpr int mostMinutes = 600;
inline constexpr std::size_t mostParagraphs = 50;
inline constexpr std::size_t mostPoints = 10;
inline constexpr std::size_t mostChoices = 9;
inline constexpr std::size_t mostClaims = 100;
inline constexpr std::size_t mostSeeds = 1000;

}  // namespace rnnscope
