// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace rnnscope {

/// Ids of the controls that a lesson may point at.
std::span<const std::string_view> lessonControls();

}  // namespace rnnscope
