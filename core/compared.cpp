// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compared.h"

#include <algorithm>

namespace rnnscope {

bool isCompared(const Setup& network, const Setup& setup) {
    Setup own = network;
    own.lanes = {};
    own.training.updates = setup.training.updates;
    own.generation = setup.generation;
    const auto all = laneSetups(setup);
    return all && std::ranges::find(*all, own) != all->end();
}

}  // namespace rnnscope
