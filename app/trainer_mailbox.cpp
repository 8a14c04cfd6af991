// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer_mailbox.h"

#include <utility>

namespace rnnscope {

Mailbox::Mailbox() {
    connect(this, &Mailbox::posted, this, &Mailbox::runNext, Qt::QueuedConnection);
}

void Mailbox::post(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    Q_EMIT posted();
}

void Mailbox::runNext() {
    Task task;
    {
        const std::lock_guard lock(mutex_);
        task = std::move(tasks_.front());
        tasks_.pop_front();
    }
    task();
}

}  // namespace rnnscope
