// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table.h"

#include <algorithm>
#include <charconv>

namespace rnnscope {

std::pair<Eigen::Index, Eigen::Index> Table::rowsOf(std::size_t sequence) const {
    const Eigen::Index first = starts.at(sequence);
    const Eigen::Index last = sequence + 1 < starts.size() ? starts[sequence + 1] : values.rows();
    return {first, last};
}

std::optional<Eigen::Index> Table::column(std::string_view nameOrNumber) const {
    const auto named = std::find(columns.begin(), columns.end(), nameOrNumber);
    if (named != columns.end())
        return named - columns.begin();
    std::size_t number = 0;
    const char* end = nameOrNumber.data() + nameOrNumber.size();
    const auto [stop, status] = std::from_chars(nameOrNumber.data(), end, number);
    if (status != std::errc() || stop != end)
        return std::nullopt;
    const auto numbered = std::find(numbers.begin(), numbers.end(), number);
    if (numbered != numbers.end())
        return numbered - numbers.begin();
    if (numbers.empty() && number >= 1 && number <= columns.size())
        return static_cast<Eigen::Index>(number - 1);
    return std::nullopt;
}

}  // namespace rnnscope
