// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <optional>

#include "core/experiment.h"

namespace rnnscope {

/// Trained networks whose setup was left, to be taken up again when it returns. Holds the last few,
/// in a limited memory; the least lately left goes first.
class ExperimentShelf {
  public:
    struct Kept {
        Experiment experiment;
        std::optional<std::size_t> told;  ///< the divergence that the user was told of
    };

    static constexpr std::size_t mostKept = 8;

    void put(Kept kept);
    /// The one of this setup, as it was left, or with fewer states kept; its number of updates may
    /// differ.
    std::optional<Kept> take(const Setup& setup);

    std::size_t count() const { return kept_.size(); }
    std::size_t bytes() const;
    /// For all together; takes effect at once.
    void setBudget(std::size_t bytes);
    void clear() { kept_.clear(); }

  private:
    void thin();

    std::size_t budget_ = Checkpoints::standardBudget;
    std::list<Kept> kept_;  // the last left first
};

}  // namespace rnnscope
