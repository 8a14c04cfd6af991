// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <cstdint>
#include <functional>
#include <memory>

namespace rnnscope {

/// Work off the window's thread of which only the latest matters. Work that has begun cannot be
/// stopped; its result is dropped when newer work was asked for, or its owner is gone.
class LatestJob : public QObject {
    Q_OBJECT

  public:
    /// Runs in the window's thread.
    using Show = std::function<void()>;
    /// Runs in a thread of its own; must not touch the window. Returns what shows its result.
    using Work = std::function<Show()>;

    explicit LatestJob(QObject* parent = nullptr);
    ~LatestJob() override;

    void run(Work work);
    void cancel();
    /// A result is still to come.
    bool isBusy() const { return wanted_; }

  signals:
    void busyChanged(bool busy);

  private:
    struct Link;
    void start(Work work);
    void finish(std::uint64_t generation, const Show& show);

    std::shared_ptr<Link> link_;
    Work waiting_;
    std::uint64_t generation_ = 0;
    bool running_ = false;
    bool wanted_ = false;
};

}  // namespace rnnscope
