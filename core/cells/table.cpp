// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/cell.h"

namespace rnnscope {

extern const Cell& rnnTanh;
extern const Cell& rnnRelu;
extern const Cell& lstm;
extern const Cell& lstmPeephole;
extern const Cell& lstmCoupled;
extern const Cell& gruResetAfter;
extern const Cell& gruResetBefore;
extern const Cell& updateGateRnn;
extern const Cell& minimalGatedUnit;

std::span<const Cell* const> cells() {
    static const Cell* const table[] = {
        &rnnTanh,      &rnnRelu,     &lstm,          &gruResetAfter,    &gruResetBefore,
        &lstmPeephole, &lstmCoupled, &updateGateRnn, &minimalGatedUnit,
    };
    return table;
}

const Cell* findCell(std::string_view id) {
    const auto found = std::find_if(cells().begin(), cells().end(),
                                    [&](const Cell* cell) { return cell->id() == id; });
    return found == cells().end() ? nullptr : *found;
}

std::optional<std::size_t> Cell::find(std::string_view quantity) const {
    for (std::size_t k = 0; k < quantities().size(); ++k)
        if (quantities()[k].id == quantity)
            return k;
    return std::nullopt;
}

}  // namespace rnnscope
