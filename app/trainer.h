// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <atomic>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>

#include "app/experiment_shelf.h"
#include "app/trainer_mailbox.h"
#include "core/analyses.h"
#include "core/experiment.h"
#include "core/gradient_check.h"

namespace rnnscope {

/// Why a training ended by itself.
enum class TrainingEnd {
    Finished,  ///< all its updates are taken
    Diverged,  ///< see Snapshot::divergence
};

/// Computes on a thread of its own; sole owner of the experiment. Answers only the latest request:
/// while a dial is dragged, what is stale by then is dropped unseen.
class Trainer : public QObject {
    Q_OBJECT

  public:
    Trainer();
    ~Trainer() override;

    /// Asks for the pass after so many updates of a setup that assemble() accepts. Answered by
    /// ready() with this generation, unless a later request comes first. Where more than
    /// `mostTrained` updates would have to be taken that this setup never saw, or whose numbers are
    /// no longer kept, the answer is the untrained network.
    void request(const Setup& setup, int update, std::uint64_t generation,
                 int mostTrained = std::numeric_limits<int>::max());
    /// Takes over an experiment as it stands, and answers as request() does.
    void open(std::shared_ptr<Experiment> experiment, int update, std::uint64_t generation);
    /// Trains from one update until so many are taken, with a ready() at most 30 times a second,
    /// each only once the one before was taken(). Closed by ended(), unless another request stops
    /// it.
    void train(const Setup& setup, int from, int until, std::uint64_t generation);
    /// Stops where training has come to, and answers with ready() for that update.
    void stop(std::uint64_t generation);
    /// Trains a setup that is likely to be asked for next, behind everything else that is asked, so
    /// that it is there by then. In place of what was prepared before; nothing answers.
    void prepare(const Setup& setup, int update);
    /// The last ready() has been shown.
    void taken() { taken_ = true; }

    /// What to work out after each snapshot from now on, and for the present one; answered by
    /// analysed(). Does not stop a training.
    void setAnalyses(const AnalysisRequest& request);
    /// Compares the gradient of the present snapshot with central differences; answered by
    /// checked() unless another request comes first.
    void checkGradient(std::uint64_t generation);
    void setBudget(std::size_t bytes);
    /// Updates a second that a training takes at the most.
    void setPace(double updatesPerSecond);

  signals:
    void ready(std::shared_ptr<const rnnscope::Snapshot> snapshot);
    void analysed(std::shared_ptr<const rnnscope::Analyses> analyses);
    void ended(rnnscope::TrainingEnd end, std::uint64_t generation);
    void checked(const rnnscope::GradientCheck& check, std::uint64_t generation);
    void checkProgress(double share, std::uint64_t generation);
    /// The setup could not be run after all, as when memory is short.
    void failed(const QString& message);

  private:
    template <class Work>
    void post(Work work);
    // All of these run on the thread.
    bool adopt(const Setup& setup);
    void putAside();
    void prepareSlice(int update, std::uint64_t preparation);
    void show(const Setup& setup, int update, std::uint64_t generation, int mostTrained);
    void trainSlice(int from, int until, std::uint64_t generation);
    bool isAhead(int from) const;
    bool hasDiverged(int from) const;
    void publish(std::uint64_t generation);
    void publishAnalyses();

    QThread thread_;
    Mailbox worker_;   // lives on the thread; is told what to do
    Mailbox answers_;  // lives where this does; emits what the thread found
    // The only things both threads touch.
    std::atomic<std::uint64_t> latest_{0};
    std::atomic<std::uint64_t> latestAnalyses_{0};
    std::atomic<std::uint64_t> latestPreparation_{0};
    std::atomic<bool> taken_{true};
    // The thread's own, and the destructor's once it is over. Held by whichever is at work, so that
    // ThreadSanitizer sees the one come after the other.
    std::mutex own_;
    std::optional<Experiment> experiment_;
    bool stays_ = false;     // the experiment was asked for again, not only passed by on a drag
    ExperimentShelf shelf_;  // of setups that were left
    std::optional<Experiment> prepared_;
    std::shared_ptr<const Snapshot> published_;
    AnalysisRequest wanted_;
    std::size_t budget_ = Checkpoints::standardBudget;
    std::optional<std::size_t> told_;  // of which divergence; from there training may go on
    double pace_ = std::numeric_limits<double>::infinity();
    QElapsedTimer sinceStarted_;  // of the present training
    QElapsedTimer sincePublished_;
};

}  // namespace rnnscope
