// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace rnnscope {

/// A way of writing text as bytes.
struct Encoding {
    std::string_view id;    ///< "utf-8"
    std::string_view name;  ///< for people
    const char* charset;    ///< for iconv
};

/// In the order of a choice.
std::span<const Encoding> encodings();

/// The id, checked.
Result<std::string> parseEncoding(std::string_view id);

/// A text as UTF-8, without a byte order mark or NUL bytes.
struct Utf8Text {
    std::string_view text;  ///< the given bytes themselves, or those of `converted`
    std::shared_ptr<const std::string> converted = {};
};

/// A file's bytes as UTF-8; no copy is made of what is UTF-8 already, so `bytes` must outlive the
/// result. An empty `encoding` stands for what is certain: a byte order mark's, UTF-8, or UTF-16
/// that is half ASCII or more. Errors: bytes that the encoding does not know (at their line and
/// character; they say which encodings there are), another encoding's byte order mark, NUL bytes.
Result<Utf8Text> toUtf8(std::string_view bytes, std::string_view encoding, const std::string& file);

/// The likeliest encoding of a file, to be shown as a guess: from the bytes alone it is not certain
/// unless toUtf8() recognises it. Empty where none fits.
std::string recogniseEncoding(std::string_view bytes);

/// What the bytes themselves settle: the id of a byte order mark's encoding, "utf-8" or "utf-16";
/// empty otherwise.
std::string_view certainEncoding(std::string_view bytes);

/// How many bytes from the start have a meaning in an encoding other than UTF-8 and UTF-16.
std::size_t decodable(std::string_view bytes, const Encoding& encoding);

}  // namespace rnnscope
