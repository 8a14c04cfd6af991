// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: a safetensors file gives arrays that agree with their shapes, or an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/weights.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto arrays = rnnscope::parseSafetensors(bytes, "fuzz");
    if (arrays)
        for (const rnnscope::Array& array : *arrays)
            if (rnnscope::elementCount(array.shape) != array.data.size())
                __builtin_trap();
    return 0;
}
