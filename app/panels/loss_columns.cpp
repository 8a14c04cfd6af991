// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_columns.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace rnnscope {

namespace {

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// As ==, but a NaN equals itself.
bool same(const UpdateRecord& a, const UpdateRecord& b) {
    return sameBits(a.loss, b.loss) && sameBits(a.gradientNorm, b.gradientNorm) &&
           sameBits(a.clippedNorm, b.clippedNorm) && a.clipped == b.clipped;
}

void append(std::vector<UpdateColumn>& columns, std::size_t index, std::size_t perColumn,
            const UpdateRecord& record) {
    if (index % perColumn == 0)
        columns.emplace_back();
    columns.back().add(record);
}

}  // namespace

void ValueRange::add(double value) {
    if (!std::isfinite(value)) {
        broken = true;
        return;
    }
    low = std::min(low, value);
    high = std::max(high, value);
}

void ValueRange::add(const ValueRange& other) {
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    broken = broken || other.broken;
}

void UpdateColumn::add(const UpdateRecord& record) {
    ranges[std::size_t(UpdateValue::Loss)].add(record.loss);
    ranges[std::size_t(UpdateValue::Norm)].add(record.gradientNorm);
    ranges[std::size_t(UpdateValue::ClippedNorm)].add(record.clippedNorm);
    clipped += record.clipped ? 1 : 0;
}

void UpdateColumn::add(const UpdateColumn& other) {
    for (std::size_t k = 0; k < ranges.size(); ++k)
        ranges[k].add(other.ranges[k]);
    clipped += other.clipped;
}

double UpdateColumns::middle(std::size_t column) const {
    const std::size_t first = column * perColumn_;
    const std::size_t last = std::min(first + perColumn_, size_) - 1;
    return (double(first) + double(last)) / 2;
}

bool UpdateColumns::continues(const History& history,
                              const std::shared_ptr<const Problem>& of) const {
    if (of != of_ || history.size() < settled_)
        return false;
    return settled_ == 0 || (same(history[0], first_) && same(history[settled_ - 1], last_));
}

void UpdateColumns::settle(const UpdateRecord& record) {
    if (settled_ == 0)
        first_ = record;
    last_ = record;
    append(columns_, settled_++, perColumn_, record);
    if (columns_.size() < most || settled_ % perColumn_ != 0)
        return;
    for (std::size_t k = 0; 2 * k < columns_.size(); ++k) {
        columns_[k] = columns_[2 * k];
        columns_[k].add(columns_[2 * k + 1]);
    }
    columns_.resize(most / 2);
    perColumn_ *= 2;
}

void UpdateColumns::follow(const History& history, const std::shared_ptr<const Problem>& of) {
    if (!continues(history, of))
        clear();
    of_ = of;
    size_ = history.size();
    while (settled_ + 1 < size_)
        settle(history[settled_]);
    shown_ = columns_;
    for (std::size_t k = settled_; k < size_; ++k)
        append(shown_, k, perColumn_, history[k]);
}

}  // namespace rnnscope
