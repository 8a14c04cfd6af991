// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/latest_job.h"

#include <QThreadPool>
#include <mutex>
#include <utility>

namespace rnnscope {

/// Outlives the job, so that work which ends later finds nobody rather than a dangling pointer.
struct LatestJob::Link {
    std::mutex mutex;
    LatestJob* job;
};

LatestJob::LatestJob(QObject* parent) : QObject(parent), link_(std::make_shared<Link>()) {
    link_->job = this;
}

LatestJob::~LatestJob() {
    const std::lock_guard lock(link_->mutex);
    link_->job = nullptr;
}

void LatestJob::run(Work work) {
    ++generation_;
    const bool wasBusy = std::exchange(wanted_, true);
    if (running_)
        waiting_ = std::move(work);
    else
        start(std::move(work));
    if (!wasBusy)
        Q_EMIT busyChanged(true);
}

void LatestJob::cancel() {
    ++generation_;
    waiting_ = nullptr;
    if (std::exchange(wanted_, false))
        Q_EMIT busyChanged(false);
}

void LatestJob::start(Work work) {
    running_ = true;
    // The application waits for the pool at its end, so nothing runs into torn-down statics.
    QThreadPool::globalInstance()->start([link = link_, generation = generation_,
                                          work = std::move(work)] {
        Show show = work();
        const std::lock_guard lock(link->mutex);
        if (LatestJob* job = link->job)
            QMetaObject::invokeMethod(
                job, [job, generation, show = std::move(show)] { job->finish(generation, show); },
                Qt::QueuedConnection);
    });
}

void LatestJob::finish(std::uint64_t generation, const Show& show) {
    running_ = false;
    if (waiting_) {
        start(std::exchange(waiting_, nullptr));
        return;
    }
    if (generation != generation_)
        return;
    wanted_ = false;
    show();  // may ask for more
    if (!wanted_)
        Q_EMIT busyChanged(false);
}

}  // namespace rnnscope
