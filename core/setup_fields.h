// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/result.h"
#include "core/setup.h"

namespace rnnscope {

/// A setup from the fields of a JSON object, whatever else it holds; see setupFromJson(). `wrong`
/// becomes the field that an error is about, or empty where it is about all of them.
Result<Setup> setupFromFields(const nlohmann::json& fields, const std::string& file,
                              std::string& wrong);

}  // namespace rnnscope
