// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace rnnscope {

class Panel;

/// A switch within a panel, or within several that share it, by the id and the words that lessons
/// name it and its places by; the first word is how it starts.
struct LessonSwitch {
    std::string_view id;
    std::span<const std::string_view> words;
    std::span<const char* const> panels;  ///< ids
    std::size_t (*place)(const Panel& panel);
    void (*put)(Panel& panel, std::size_t place);
};
std::span<const LessonSwitch> lessonSwitches();

/// The place that a page names; 0 where it names none.
std::size_t placeIn(const std::map<std::string, std::string>& switches, const LessonSwitch& one);

/// What a page switches within this panel of a figure.
void putSwitches(Panel& panel, const QString& id,
                 const std::map<std::string, std::string>& switches);

}  // namespace rnnscope
