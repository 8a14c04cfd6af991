// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rnnscope {
namespace {

std::size_t countClipped(const std::vector<UpdateRecord>& records, std::size_t count) {
    return static_cast<std::size_t>(
        std::count_if(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count),
                      [](const UpdateRecord& record) { return record.clipped; }));
}

}  // namespace

void History::push_back(const UpdateRecord& record) {
    tail_.push_back(record);
    if (tail_.size() < blockSize)
        return;
    const std::size_t before = engagedInBlocks_;
    engagedInBlocks_ += countClipped(tail_, blockSize);
    blocks_.push_back(std::make_shared<const Block>(Block{std::move(tail_), before}));
    tail_ = {};
}

void History::clear() {
    *this = {};
}

History History::first(std::size_t count) const {
    if (count >= size())
        return *this;
    History result;
    const std::size_t whole = count / blockSize;
    const auto& next = whole < blocks_.size() ? blocks_[whole]->records : tail_;
    result.blocks_.assign(blocks_.begin(), blocks_.begin() + static_cast<std::ptrdiff_t>(whole));
    result.tail_.assign(next.begin(),
                        next.begin() + static_cast<std::ptrdiff_t>(count % blockSize));
    result.engagedInBlocks_ =
        whole < blocks_.size() ? blocks_[whole]->engagedBefore : engagedInBlocks_;
    return result;
}

const UpdateRecord& History::operator[](std::size_t update) const {
    assert(update < size());
    const std::size_t block = update / blockSize;
    return block < blocks_.size() ? blocks_[block]->records[update % blockSize]
                                  : tail_[update % blockSize];
}

std::size_t History::engaged(std::size_t count) const {
    assert(count <= size());
    const std::size_t block = count / blockSize;
    if (block < blocks_.size())
        return blocks_[block]->engagedBefore +
               countClipped(blocks_[block]->records, count % blockSize);
    return engagedInBlocks_ + countClipped(tail_, count % blockSize);
}

std::optional<Divergence> divergenceAt(const UpdateRecord& first, const UpdateRecord& record,
                                       std::size_t update) {
    const bool finite = std::isfinite(record.loss) && std::isfinite(record.gradientNorm);
    // From a loss of 0 there is no thousandfold.
    if (finite && !(first.loss > 0 && record.loss > divergedFactor * first.loss))
        return std::nullopt;
    return Divergence{update, record.loss, record.gradientNorm, finite};
}

}  // namespace rnnscope
