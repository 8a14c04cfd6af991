// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "app/dialogs/figure_sheet.h"
#include "app/plot/film.h"
#include "core/experiment.h"

namespace rnnscope {

/// Updates whose passes a training's film shows: 0, `every`, twice that, …, and the last.
std::vector<int> filmUpdates(int last, int every);
/// The least `every` that makes a film of at most so many pictures, 2 or more.
int filmEvery(int last, int pictures);

/// The passes after some updates of a training, computed in a thread of their own. The whole
/// training is known before the first of them is there, so that what is drawn over updates has the
/// same axes in all.
class TrainingReel {
  public:
    /// Asked while something is computed, some 30 times a second, with the updates trained so far;
    /// false gives up.
    using GoOn = std::function<bool(int trained)>;

    /// `setup` has been run before, so that it makes an experiment; `updates` rise.
    TrainingReel(Setup setup, std::vector<int> updates, GoOn goOn = {});
    ~TrainingReel();
    TrainingReel(const TrainingReel&) = delete;
    TrainingReel& operator=(const TrainingReel&) = delete;

    int frames() const { return int(updates_.size()); }
    int last() const { return updates_.back(); }
    /// The pass after updates[frame], of any frame, soonest in order; null where it was given up.
    std::shared_ptr<const Snapshot> take(int frame);

  private:
    void begin(int frame);
    std::shared_ptr<const Snapshot> compute(int frame);

    Setup setup_;
    std::vector<int> updates_;
    GoOn goOn_;
    std::optional<Experiment> experiment_;  ///< of the task in pending_, while there is one
    std::atomic<int> trained_ = 0;
    std::atomic<bool> stop_ = false;
    int coming_ = -1;  ///< frame that pending_ is of
    std::future<std::shared_ptr<const Snapshot>> pending_;
};

/// All of the pass has been played.
View wholePass(View view, const Snapshot& snapshot);

/// The whole pass after each of the reel's updates; what is drawn is the sheet's, whose panels keep
/// the last picture's. All that is given must outlive the film.
Film trainingFilmOf(const FigureSheet& sheet, const FigureOptions& options, const Theme& theme,
                    const View& view, TrainingReel& reel);

}  // namespace rnnscope
