// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: a CSV file, whatever its bytes, gives finite numbers or an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/readers/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto missing :
         {rnnscope::Missing::Refuse, rnnscope::Missing::Interpolate, rnnscope::Missing::Drop}) {
        rnnscope::ReadOptions options;
        options.missing = missing;
        const auto table = rnnscope::readCsv(bytes, options, "fuzz");
        if (table && !table->values.allFinite())
            __builtin_trap();
        if (!table && table.error().message.empty())
            __builtin_trap();
    }
    if (const auto preview = rnnscope::previewCsv(bytes, {}, 20, "fuzz"))
        if (preview->numeric.size() != preview->columns.size())
            __builtin_trap();
    return 0;
}
