// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/decay.h"
#include "core/analysis/overflow.h"
#include "core/clipping.h"
#include "core/loss.h"
#include "core/network.h"
#include "core/setup.h"

namespace rnnscope {

/// What one update leaves in the history: before its step is taken.
struct UpdateRecord {
    double loss = 0;
    double gradientNorm = 0;
    double clippedNorm = 0;
    bool clipped = false;
};

/// Everything about one pass, computed before its first step is shown. Never changed once
/// published: shown, replayed and exported from here.
struct Snapshot {
    std::uint64_t generation = 0;  ///< number of the request that it answers
    int update = 0;                ///< updates taken before this pass
    Setup setup;
    std::shared_ptr<const Problem> problem;  ///< the same for every update of a setup
    Parameters parameters;                   ///< of this pass
    Record record;

    /// Absent without a target.
    struct Backward {
        LossResult loss;
        Gradients gradients;
        /// Per direction: states' gradients of one loss alone, the last that this direction
        /// reaches (forward: at T; reverse: at 1).
        std::vector<Gradients> lastLoss;
        std::vector<std::optional<Decay>> decay;  ///< per trace, from lastLoss
        Parameters clipped;                       ///< gradients after the setup's clipping
        ClipReport clip;                          ///< of the setup's clipping
        ClipReport byValue, byNorm;               ///< of either, at the setup's threshold
    };
    std::optional<Backward> backward;
    std::optional<Overflow> overflow;
    std::vector<UpdateRecord> history;  ///< updates 0 … this pass

    const NetworkShape& shape() const { return problem->shape; }
    Index steps() const { return record.steps(); }
    /// ‖∂L_last/∂state‖ over time for one trace; state counts within the cell's states.
    Eigen::VectorXd lastLossNorms(std::size_t trace, std::size_t state) const;
};

/// One setup being trained: a pure function from setup and number of updates to numbers, so that
/// stepping back, and coming again, gives the same to the last digit.
class Experiment {
  public:
    /// The setup's files must have been read by loadFiles().
    static Result<Experiment> create(Setup setup);

    const Problem& problem() const { return *problem_; }
    const Setup& setup() const { return setup_; }
    int update() const { return update_; }

    /// One pass and one clipped step of gradient descent. Needs a target.
    void trainStep();
    /// Trains on, or starts anew, until so many updates are taken.
    void runTo(int update);
    std::shared_ptr<const Snapshot> snapshot(std::uint64_t generation);

  private:
    Experiment(Setup setup, Problem problem);
    void restart();
    UpdateRecord passAndClip();

    Setup setup_;
    std::shared_ptr<const Problem> problem_;
    Network network_;
    int update_ = 0;
    std::vector<UpdateRecord> history_;
    // Kept from update to update for their memory.
    Record record_;
    Gradients gradients_;
};

}  // namespace rnnscope
