// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parameters.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rnnscope {

const Parameter* Parameters::find(std::string_view name) const {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Parameter& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

Parameter* Parameters::find(std::string_view name) {
    return const_cast<Parameter*>(std::as_const(*this).find(name));
}

Parameters Parameters::zeros() const {
    Parameters result;
    result.items.reserve(items.size());
    for (const Parameter& item : items)
        result.items.push_back({item.name,
                                Eigen::MatrixXd::Zero(item.value.rows(), item.value.cols()),
                                item.bias, item.absent});
    return result;
}

void Parameters::setZero() {
    for (Parameter& item : items)
        item.value.setZero();
}

Eigen::Index Parameters::count() const {
    Eigen::Index count = 0;
    for (const Parameter& item : items)
        if (!item.absent)
            count += item.value.size();
    return count;
}

double Parameters::norm() const {
    double square = 0;
    for (const Parameter& item : items)
        square += item.value.squaredNorm();
    return std::sqrt(square);
}

}  // namespace rnnscope
