// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/encoding.h"

namespace rnnscope {
namespace {

constexpr Encoding table[] = {{"utf-8", "UTF-8"},         {"utf-16", "UTF-16"},
                              {"windows-1252", "CP1252"}, {"gb18030", "GB18030"},
                              {"big5", "BIG5"},           {"shift-jis", "SHIFT_JIS"}};

}  // namespace

std::span<const Encoding> encodings() {
    return table;
}

Result<std::string> parseEncoding(std::string_view id) {
    std::string known;
    for (const Encoding& each : table) {
        if (each.id == id)
            return std::string(id);
        known += (known.empty() ? "" : ", ") + std::string(each.id);
    }
    return Error{"'" + std::string(id) + "' is not known; there are " + known};
}

}  // namespace rnnscope
