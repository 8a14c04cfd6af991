// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/archive.h"
#include "core/result.h"

namespace rnnscope {

/// Tensors of a safetensors file, in the order of their offsets. F64, F32, F16 and BF16 are
/// converted to double, as are whole numbers (I64 … I8, U8, BOOL) of tensors that are no weights,
/// like counters; other types are refused by name. Refused too: truncated files, a header
/// larger than 100 MB or than the file, overlapping or out-of-range offsets, shapes that overflow
/// or disagree with the offsets. `file` is only for messages. Format:
/// https://huggingface.co/docs/safetensors (8-byte length, JSON header, data).
Result<std::vector<Array>> parseSafetensors(std::string_view bytes, const std::string& file);
Result<std::vector<Array>> readSafetensors(const std::filesystem::path& file);

/// What a safetensors file says beside its numbers.
struct SafetensorsHeader {
    std::map<std::string, std::string> metadata;  ///< its `__metadata__`
    std::vector<std::string> types;               ///< "F32", one a tensor, in the tensors' order
};
/// Likewise from the start of its bytes; the data is not looked at.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view bytes, const std::string& file);

/// The bytes of a safetensors file with these arrays as F64, and with these metadata beside the
/// `format` that some loaders ask for.
std::string formatSafetensors(std::span<const Array> arrays,
                              const std::map<std::string, std::string>& metadata = {});
/// Written atomically.
Done writeSafetensors(const std::filesystem::path& file, std::span<const Array> arrays,
                      const std::map<std::string, std::string>& metadata = {});

}  // namespace rnnscope
