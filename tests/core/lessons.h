// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of lessons share.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "core/lesson.h"

namespace rnnscope::testing {

inline constexpr std::array<std::string_view, 3> somePanels{"gates", "cell-state", "gradients"};
inline constexpr std::array<std::string_view, 2> someControls{"cell", "forget-bias"};
inline constexpr std::array<std::string_view, 3> somePlaces{"gradient", "twins", "field"};
inline constexpr std::array<LessonSwitchNames, 2> someSwitches{
    {{"clipping", somePlaces}, {"bench", somePlaces}}};
inline const LessonNames someNames{somePanels, someControls, someSwitches};

/// With everything a lesson may have, a field a line.
inline const std::string fullLesson = R"({
  "format": "rnnscope-lesson",
  "version": 1,
  "id": "forgetting-2",
  "languages": ["en", "zh_TW"],
  "title": {"en": "Forgetting", "zh_TW": "遺忘"},
  "summary": {"en": "What a gate lets go.", "zh_TW": "閘放走了什麼。"},
  "minutes": 15, "picture": {"page": 2, "panel": "gradients"},
  "setup": {
    "cell": "lstm",
    "task": "latch",
    "hidden": 4,
    "length": 12
  },
  "pages": [
    {
      "title": {"en": "A gate", "zh_TW": "一個閘"},
      "text": {
        "en": ["The {f|forget gate} starts near *one half*.", "$c_t = f c_{t-1}$"],
        "zh_TW": "一段"
      },
      "set": {
        "forget-bias": 1.5,
        "length": null
      },
      "update": 3,
      "at": {
        "phase": "backward",
        "step": 4,
        "unit": 2
      },
      "play": true,
      "panels": ["gates", "gradients"], "switch": {"clipping": "twins"},
      "point": [{"panel": "gates"}, {"control": "cell"}, {"quantity": "f"}],
      "question": {
        "text": {"en": "How much?", "zh_TW": "多少？"},
        "choices": [{"en": "none", "zh_TW": "無"}, {"en": "all", "zh_TW": "全"}],
        "answer": 2,
        "why": {"en": "It is open.", "zh_TW": "開著。"}
      },
      "claims": [
        {
          "says": "little is left",
          "measure": "gradient-slope",
          "with": {"from": 3, "state": "c", "updates": 3},
          "set": {"forget-bias": 3},
          "seeds": [4, 5],
          "range": [-0.5, null]
        }
      ]
    },
    {
      "title": {"en": "Another", "zh_TW": "另一頁"},
      "text": {"en": "End.", "zh_TW": "完。"},
      "claims": [
        {
          "says": {"en": "so many", "zh_TW": "這麼多"},
          "measure": "parameters",
          "range": [112, 112]
        }
      ]
    }
  ]
}
)";

inline LessonReading readingOf(const std::string& text) {
    return readLesson(text, "/lessons/l.json", someNames);
}

/// All problems, a line each.
inline std::string problemsOf(const std::string& text) {
    std::string all;
    for (const Error& error : readingOf(text).problems)
        all += error.text() + "\n";
    return all;
}

/// The full lesson with one piece of it replaced.
inline std::string lessonWith(const std::string& from, const std::string& to) {
    std::string text = fullLesson;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace rnnscope::testing
