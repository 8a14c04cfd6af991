// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/lesson_reader.h"

namespace rnnscope {

/// The setup of a lesson's page, put together from what the lesson, the page and a claim set, the
/// later on top of the earlier.
class LessonSetup {
  public:
    explicit LessonSetup(LessonReader& reader) : reader_(&reader) {}

    /// Sets choices on top; null takes one back. What another way of saying the same thing set
    /// before is taken back too: a task an input, a cell a gru-form. False, and noted, where it is
    /// no object.
    bool add(const LessonPlace& fields, const std::string& name);
    /// Whether the choices are possible; noted otherwise, what concerns all of them at `pointer`.
    /// Files are not read: of a setup that names one, each choice is looked at alone.
    bool read(const std::string& pointer);
    const Setup& setup() const { return setup_; }

  private:
    /// The line of a field is where it was set last.
    std::string pointerOf(const std::string& field) const;

    LessonReader* reader_;
    nlohmann::json fields_ = nlohmann::json::object();
    std::vector<std::pair<std::string, std::string>> pointers_;  ///< field, where it was set
    Setup setup_;
};

}  // namespace rnnscope
