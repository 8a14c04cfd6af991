// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: an NPY file gives as many numbers as its shape says, or an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/archive.h"
#include "core/readers/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto array = rnnscope::parseNpy(bytes, "fuzz");
    if (array && rnnscope::elementCount(array->shape) != array->data.size())
        __builtin_trap();
    for (const auto missing :
         {rnnscope::Missing::Refuse, rnnscope::Missing::Interpolate, rnnscope::Missing::Drop}) {
        rnnscope::ReadOptions options;
        options.missing = missing;
        const auto table = rnnscope::readNpy(bytes, options, "fuzz");
        if (table && !table->values.allFinite())
            __builtin_trap();
        if (!table && table.error().message.empty())
            __builtin_trap();
    }
    return 0;
}
