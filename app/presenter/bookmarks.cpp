// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/bookmarks.h"

#include <utility>

namespace rnnscope {

void Bookmarks::keep(int number, Bookmark bookmark) {
    Q_ASSERT(number >= 1 && number <= most);
    all_[std::size_t(number - 1)] = std::move(bookmark);
    latest_ = number;
    Q_EMIT changed();
}

const Bookmark* Bookmarks::at(int number) const {
    if (number < 1 || number > most || !all_[std::size_t(number - 1)])
        return nullptr;
    return &*all_[std::size_t(number - 1)];
}

std::optional<int> Bookmarks::free() const {
    for (int number = 1; number <= most; ++number)
        if (!at(number))
            return number;
    return std::nullopt;
}

}  // namespace rnnscope
