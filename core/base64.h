// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rnnscope {

/// Any bytes as text of 64 letters, padded (RFC 4648, section 4).
std::string toBase64(std::string_view bytes);
/// The bytes again; nothing where the text is not what toBase64() writes.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace rnnscope
