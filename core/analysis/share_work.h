// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <atomic>
#include <functional>

namespace rnnscope {

/// Independent pieces of work done by several threads, the caller's among them. Each piece writes
/// what no other touches.
class SharedWork {
  public:
    /// `stale` is only called from the caller's thread; it ends all of them early.
    explicit SharedWork(const std::function<bool()>& stale) : stale_(stale) {}

    /// Threads worth starting for so much arithmetic, in floating-point operations.
    static Eigen::Index threadsFor(double operations);

    /// work(piece, thread) for pieces 0 … count − 1; `thread` is 0 … threads − 1. False where
    /// stale.
    bool run(Eigen::Index count, Eigen::Index threads,
             const std::function<void(Eigen::Index, Eigen::Index)>& work);

    /// For long pieces to ask on the way.
    bool stopped(Eigen::Index thread);

  private:
    const std::function<bool()>& stale_;
    std::atomic<bool> stopped_ = false;
    std::atomic<Eigen::Index> next_ = 0;
};

}  // namespace rnnscope
