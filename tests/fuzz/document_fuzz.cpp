// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: a document gives a content that can be saved and opened again, or an error.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/document_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> warnings;
    const auto content = rnnscope::documentFromJson(text, "/fuzz/fuzz.rnnscope", warnings);
    if (!content) {
        if (content.error().message.empty())
            __builtin_trap();
        return 0;
    }
    const auto saved = rnnscope::toJson(*content);
    if (!saved)
        __builtin_trap();
    const auto again = rnnscope::documentFromJson(*saved, "/fuzz/fuzz.rnnscope", warnings);
    if (!again || *rnnscope::toJson(*again) != *saved)
        __builtin_trap();
    return 0;
}
