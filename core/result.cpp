// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include "core/sentence.h"

namespace rnnscope {

std::string Error::text() const {
    std::string where = file;
    if (line && file.empty()) {
        where =
            column ? Sentence::tr("line %1:%2", *line, *column) : Sentence::tr("line %1", *line);
    } else if (line) {
        where += ":" + std::to_string(*line);
        if (column)
            where += ":" + std::to_string(*column);
    }
    std::string all = where.empty() ? message : Sentence::tr("%1: %2", where, message);
    for (char& c : all)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return all;
}

}  // namespace rnnscope
