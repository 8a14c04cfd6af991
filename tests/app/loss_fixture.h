// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the training's chart share.
#pragma once

#include "app/panels/loss_panel.h"
#include "tests/app/panel_fixture.h"

namespace rnnscope {

/// A snapshot whose past is made up.
inline SharedSnapshot withHistory(const std::vector<UpdateRecord>& records) {
    auto made = std::make_shared<Snapshot>(*pass({}));
    made->history.clear();
    made->divergence.reset();
    for (std::size_t k = 0; k < records.size(); ++k) {
        made->history.push_back(records[k]);
        if (!made->divergence)
            made->divergence = divergenceAt(records[0], records[k], k);
    }
    made->update = int(records.size()) - 1;
    return made;
}

/// A loss that decays, clipped in the beginning.
inline std::vector<UpdateRecord> falling(std::size_t count) {
    std::vector<UpdateRecord> records;
    for (std::size_t k = 0; k < count; ++k) {
        const double loss = 0.01 + std::exp(-double(k) / 40);
        records.push_back({loss, 2 * loss, std::min(2 * loss, 0.5), 2 * loss > 0.5});
    }
    return records;
}

}  // namespace rnnscope
