// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

#include "core/history.h"
#include "core/setup.h"

namespace rnnscope {

/// What is drawn of an update.
enum class UpdateValue { Loss, Norm, ClippedNorm };

/// Smallest and largest of the finite values among some.
struct ValueRange {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    bool broken = false;  ///< one of them was not finite

    bool empty() const { return low > high; }
    void add(double value);
    void add(const ValueRange& other);
};

/// Some updates in a row, to be drawn as one.
struct UpdateColumn {
    std::array<ValueRange, 3> ranges;  ///< by UpdateValue
    std::size_t clipped = 0;

    const ValueRange& operator[](UpdateValue value) const { return ranges[std::size_t(value)]; }
    void add(const UpdateRecord& record);
    void add(const UpdateColumn& other);
};

/// A history pooled to at most some thousand columns. Follows a growing one at the cost of what is
/// new, so that a training of a million updates can be drawn at every frame.
class UpdateColumns {
  public:
    static constexpr std::size_t most = 4096;

    /// Takes over what was added since. Another problem, or a history that is not the same one
    /// grown, is read anew.
    void follow(const History& history, const std::shared_ptr<const Problem>& of);
    void clear() { *this = {}; }

    /// Updates in all.
    std::size_t size() const { return size_; }
    /// Updates in each column, a power of two; the last may hold fewer.
    std::size_t perColumn() const { return perColumn_; }
    const std::vector<UpdateColumn>& columns() const { return shown_; }
    /// The update in the middle of a column; halves between two.
    double middle(std::size_t column) const;

  private:
    bool continues(const History& history, const std::shared_ptr<const Problem>& of) const;
    void settle(const UpdateRecord& record);

    std::shared_ptr<const Problem> of_;
    std::size_t perColumn_ = 1;
    std::size_t size_ = 0;
    // The last record of a history may be of a pass that no update has followed yet; it is pooled
    // for good only once another comes after it.
    std::size_t settled_ = 0;
    UpdateRecord first_, last_;
    std::vector<UpdateColumn> columns_, shown_;
};

}  // namespace rnnscope
