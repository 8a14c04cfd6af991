// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace rnnscope {

/// A way of writing text as bytes.
struct Encoding {
    std::string_view id;    ///< "utf-8"
    std::string_view name;  ///< for people and for iconv
};

/// In the order of a choice.
std::span<const Encoding> encodings();

/// The id, checked.
Result<std::string> parseEncoding(std::string_view id);

}  // namespace rnnscope
