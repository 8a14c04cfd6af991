// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <atomic>
#include <memory>
#include <optional>

#include "core/experiment.h"

namespace rnnscope {

/// Computes on a thread of its own; sole owner of the experiment. Answers only the latest request:
/// while a dial is dragged, what is stale by then is dropped unseen.
class Trainer : public QObject {
    Q_OBJECT

  public:
    Trainer();
    ~Trainer() override;

    /// Asks for the pass after so many updates of a setup that assemble() accepts. Answered by
    /// ready() with this generation, unless a later request comes first.
    void request(const Setup& setup, int update, std::uint64_t generation);

  signals:
    void ready(std::shared_ptr<const rnnscope::Snapshot> snapshot);
    /// The setup could not be run after all, as when memory is short.
    void failed(const QString& message);

  private:
    void work(const Setup& setup, int update, std::uint64_t generation);

    QThread thread_;
    QObject worker_;                        // lives on the thread; runs what is queued to it
    std::atomic<std::uint64_t> latest_{0};  // the only thing both threads touch
    std::optional<Experiment> experiment_;  // the thread's own
};

}  // namespace rnnscope
