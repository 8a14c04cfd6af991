// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optimizer.h"

#include <cassert>

namespace rnnscope {

void descend(Parameters& parameters, const Parameters& gradient, double rate) {
    assert(parameters.items.size() == gradient.items.size());
    for (std::size_t k = 0; k < parameters.items.size(); ++k)
        parameters.items[k].value -= rate * gradient.items[k].value;
}

}  // namespace rnnscope
