// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive.h"

#include <cassert>
#include <limits>
#include <utility>

namespace rnnscope {

Array Array::matrix(std::string name, const Eigen::Ref<const Eigen::MatrixXd>& values) {
    Array array{std::move(name),
                {static_cast<std::size_t>(values.rows()), static_cast<std::size_t>(values.cols())},
                std::vector<double>(static_cast<std::size_t>(values.size()))};
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Eigen::Map<RowMajor>(array.data.data(), values.rows(), values.cols()) = values;
    return array;
}

Array Array::vector(std::string name, const Eigen::Ref<const Eigen::VectorXd>& values) {
    return {std::move(name),
            {static_cast<std::size_t>(values.size())},
            std::vector<double>(values.begin(), values.end())};
}

Array Array::scalar(std::string name, double value) {
    return {std::move(name), {}, {value}};
}

Eigen::MatrixXd Array::toMatrix() const {
    assert(shape.size() == 1 || shape.size() == 2);
    const auto rows = static_cast<Eigen::Index>(shape[0]);
    const auto columns = shape.size() == 2 ? static_cast<Eigen::Index>(shape[1]) : 1;
    assert(static_cast<std::size_t>(rows * columns) == data.size());
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const RowMajor>(data.data(), rows, columns);
}

std::optional<std::size_t> elementCount(std::span<const std::size_t> shape) {
    std::size_t count = 1;
    bool overflows = false;
    for (const std::size_t extent : shape) {
        if (extent == 0)
            return 0;
        overflows = overflows || count > std::numeric_limits<std::size_t>::max() / extent;
        count = overflows ? 1 : count * extent;
    }
    // An extent of 0 further on makes the product 0, whatever overflowed on the way.
    if (overflows)
        return std::nullopt;
    return count;
}

}  // namespace rnnscope
