// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <new>

namespace rnnscope {

Trainer::Trainer() {
    qRegisterMetaType<std::shared_ptr<const Snapshot>>();
    worker_.moveToThread(&thread_);
    thread_.setObjectName("trainer");
    thread_.start();
}

Trainer::~Trainer() {
    latest_ = UINT64_MAX;
    thread_.quit();
    thread_.wait();
}

void Trainer::request(const Setup& setup, int update, std::uint64_t generation) {
    latest_ = generation;
    QMetaObject::invokeMethod(
        &worker_, [this, setup, update, generation] { work(setup, update, generation); },
        Qt::QueuedConnection);
}

void Trainer::work(const Setup& setup, int update, std::uint64_t generation) {
    if (generation < latest_)
        return;
    try {
        if (!experiment_ || experiment_->setup() != setup) {
            experiment_.reset();
            auto created = Experiment::create(setup);
            if (!created) {
                Q_EMIT failed(QString::fromStdString(created.error().text()));
                return;
            }
            experiment_.emplace(*std::move(created));
        }
        if (update < experiment_->update())
            experiment_->runTo(0);
        while (experiment_->update() < update) {
            if (generation < latest_)
                return;
            experiment_->trainStep();
        }
        auto snapshot = experiment_->snapshot(generation);
        if (generation == latest_)
            Q_EMIT ready(std::move(snapshot));
    } catch (const std::bad_alloc&) {
        experiment_.reset();
        Q_EMIT failed(
            tr("There is not enough memory for this; shorten the sequence or use fewer "
               "units"));
    }
}

}  // namespace rnnscope
