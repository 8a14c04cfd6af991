// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <deque>
#include <functional>
#include <mutex>

namespace rnnscope {

/// Runs what is posted to it, from any thread, on the thread it lives in and in that order. A call
/// queued by Qt would do the same; but what Debian's Qt synchronises inside, ThreadSanitizer cannot
/// see, while it sees the mutex here.
class Mailbox : public QObject {
    Q_OBJECT

  public:
    using Task = std::function<void()>;

    Mailbox();
    void post(Task task);

  signals:
    void posted();  // wakes the thread, once for each task

  private:
    void runNext();

    std::mutex mutex_;
    std::deque<Task> tasks_;
};

}  // namespace rnnscope
