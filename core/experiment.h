// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/decay.h"
#include "core/analysis/overflow.h"
#include "core/checkpoints.h"
#include "core/clipping.h"
#include "core/generation.h"
#include "core/history.h"
#include "core/loss.h"
#include "core/network.h"
#include "core/run.h"
#include "core/setup.h"
#include "core/training_state.h"

namespace rnnscope {

/// Everything about one pass, computed before its first step is shown. Never changed once
/// published: shown, replayed and exported from here.
struct Snapshot {
    std::uint64_t generation = 0;  ///< number of the request that it answers
    int update = 0;                ///< updates taken before this pass
    Setup setup;
    /// Of the sequence that is shown. Where the network goes on by itself, of what it generated,
    /// which has no target; otherwise the same as `learnt`.
    std::shared_ptr<const Problem> problem;
    std::shared_ptr<const Problem> learnt;  ///< by updates; the same from one edit to the next
    std::optional<Generated> generated;     ///< where the network goes on by itself
    Parameters parameters;                  ///< of this pass
    OptimizerState optimizer;               ///< what it remembers by then
    Record record;                          ///< of the first sequence

    /// Absent without a target, so of a generated sequence, too. All of the first sequence, but for
    /// what says otherwise.
    struct Backward {
        LossResult loss;
        Gradients gradients;
        /// Per direction: states' gradients of one loss alone, the last that this direction
        /// reaches (forward: at T; reverse: at 1).
        std::vector<Gradients> lastLoss;
        std::vector<std::optional<Decay>> decay;  ///< per trace, from lastLoss
        /// What the next update uses: the mean of the gradients over the batch, after the setup's
        /// clipping. With one sequence, of that sequence.
        Parameters clipped;
        ClipReport clip;             ///< of the setup's clipping, of the batch
        ClipReport byValue, byNorm;  ///< of either, at the setup's threshold, of the batch
    };
    std::optional<Backward> backward;
    std::optional<Overflow> overflow;

    int known = 0;  ///< updates ever taken; may be more than `update` after a step back
    /// The passes of all updates known so far, and the next one's at index `update`. Empty where
    /// nothing is learnt. May reach beyond `update` after a step back.
    History history;
    std::optional<Divergence> divergence;  ///< where training broke down, if it is known to
    /// The network that was trained beside this one with the other clipping.
    struct Twin {
        Clipping clipping;
        History history;
        std::optional<Divergence> divergence;
        RunState state;  ///< from which it goes on
    };
    std::optional<Twin> twin;
    CheckpointFacts checkpoints;
    /// After as many updates, the networks that are compared with this one; as in Setup::lanes.
    std::vector<std::shared_ptr<const Snapshot>> others;

    const NetworkShape& shape() const { return problem->shape; }
    /// There is something to learn, though what is shown may be generated.
    bool learns() const { return learnt->target.has_value(); }
    Index steps() const { return record.steps(); }
    /// ‖∂L_last/∂state‖ over time for one trace; state counts within the cell's states.
    Eigen::VectorXd lastLossNorms(std::size_t trace, std::size_t state) const;
};

/// The networks that are compared, from left to right, this one included; this one alone where
/// there are no others.
std::vector<std::shared_ptr<const Snapshot>> lanesOf(
    const std::shared_ptr<const Snapshot>& snapshot);

/// One setup being trained: a pure function from setup and number of updates to numbers, so that
/// stepping back, and coming again, gives the same to the last digit.
class Experiment {
  public:
    /// The setup's files must have been read by loadFiles().
    static Result<Experiment> create(Setup setup);

    /// As it is at the present update.
    const Problem& problem() const { return *present().problem; }
    const Setup& setup() const { return setup_; }
    const Network& network() const { return run_.network(); }
    int update() const { return run_.update(); }
    /// Updates ever taken, set back since or not.
    int known() const { return run_.known(); }
    const History& history() const { return run_.history(); }
    const std::optional<Divergence>& divergence() const { return run_.divergence(); }
    /// The network with the other clipping; null without one. Stands still once it diverged.
    const Run* twin() const { return twin_ ? &*twin_ : nullptr; }

    /// Takes over a setup that differs in nothing but updates, lanes and what is generated, or that
    /// has one of the lanes as its own network; false, and nothing done, where more differs.
    bool extend(const Setup& setup);
    /// One pass and one clipped step of the optimizer; the twin's and the other lanes' too. Needs a
    /// target.
    void trainStep();
    /// Brings another lane one update nearer to this network's; false where all are there.
    bool catchUp();
    /// Goes to the nearest kept state at or before an update, if that is nearer than where it is.
    /// Then trainStep() leads there.
    void approach(int update);
    /// Takes up a training where it was left, at its update. An error, and nothing done, where it
    /// is not one of this setup: other networks, tensors or numbers of updates.
    Done restore(const TrainingState& state);
    /// Takes over what another has learnt, whose setup is the same until some update.
    void recall(const Experiment& other);
    /// Trains on, or goes back, until so many updates are taken.
    void runTo(int update);
    std::shared_ptr<const Snapshot> snapshot(std::uint64_t generation);

    /// Memory for kept states.
    void setBudget(std::size_t bytes);
    /// For one that is put aside: gives back the memory that only the next pass needs.
    void rest();
    /// Memory of one that rests, about; what is shared with others is counted in full.
    std::size_t bytes() const;

  private:
    /// What the network learns from, from one edit to the next.
    struct Chapter {
        int from;  ///< updates taken before it begins
        std::shared_ptr<const Problem> problem;
    };

    Experiment(Setup setup, std::vector<Chapter> chapters);
    const Chapter& present() const;
    void takeStep(Run& run);
    Done makeLanes();
    void recallRun(const Experiment& other);
    void fillGenerated(Snapshot& snapshot, const InitialState& start);
    void fillBackward(Snapshot& snapshot);
    void fillTraining(Snapshot& snapshot, const UpdateRecord& pass);
    void fillTwin(Snapshot::Twin& twin);

    Setup setup_;
    std::vector<Chapter> chapters_;  ///< the first begins at 0
    Run run_;
    std::optional<Run> twin_;
    Checkpoints checkpoints_;
    std::size_t budget_ = Checkpoints::standardBudget;  ///< of all lanes together
    std::vector<Experiment> lanes_;                     ///< as Setup::lanes has them
};

}  // namespace rnnscope
