// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/training_film.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/panels/table.h"

namespace rnnscope {

std::vector<int> filmUpdates(int last, int every) {
    std::vector<int> updates;
    for (int update = 0; update < last; update += every)
        updates.push_back(update);
    updates.push_back(last);
    return updates;
}

int filmEvery(int last, int pictures) {
    return std::max(1, (last + pictures - 2) / (pictures - 1));
}

TrainingReel::TrainingReel(Setup setup, std::vector<int> updates, GoOn goOn)
    : setup_(std::move(setup)), updates_(std::move(updates)), goOn_(std::move(goOn)) {}

TrainingReel::~TrainingReel() {
    stop_ = true;  // the task ends soon, and the future waits for it
}

/// In the thread of the task.
std::shared_ptr<const Snapshot> TrainingReel::compute(int frame) {
    const auto trainTo = [this](int update) {
        experiment_->approach(update);
        while (experiment_->update() < update && !stop_) {
            experiment_->trainStep();
            trained_ = std::max(trained_.load(), experiment_->known());
        }
        while (!stop_ && experiment_->catchUp())
            ;
    };
    if (!experiment_) {
        auto made = Experiment::create(setup_);
        if (!made)
            return nullptr;
        experiment_ = *std::move(made);
        trainTo(last());
        // The pass after the last update is part of what is known.
        if (!stop_)
            (void)experiment_->snapshot(0);
    }
    trainTo(updates_[std::size_t(frame)]);
    return stop_ ? nullptr : experiment_->snapshot(std::uint64_t(frame) + 1);
}

void TrainingReel::begin(int frame) {
    coming_ = frame;
    pending_ = std::async(std::launch::async, [this, frame] { return compute(frame); });
}

std::shared_ptr<const Snapshot> TrainingReel::take(int frame) {
    const auto finished = [this] {
        while (pending_.wait_for(std::chrono::milliseconds(30)) != std::future_status::ready)
            if (goOn_ && !goOn_(trained_))
                stop_ = true;
        return pending_.get();
    };
    if (pending_.valid() && coming_ != frame)
        (void)finished();
    if (!pending_.valid())
        begin(frame);
    auto snapshot = finished();
    // The next is computed while this one is drawn.
    if (!stop_ && frame + 1 < frames())
        begin(frame + 1);
    return snapshot;
}

View wholePass(View view, const Snapshot& snapshot) {
    // A generated sequence has no way back.
    view.position = snapshot.backward
                        ? Position{snapshot.update, Phase::Backward, 0}
                        : Position{snapshot.update, Phase::Forward, int(snapshot.steps()) - 1};
    return view;
}

Film trainingFilmOf(const FigureSheet& sheet, const FigureOptions& options, const Theme& theme,
                    const View& view, TrainingReel& reel) {
    Film film;
    film.frames = reel.frames();
    film.picture = [&sheet, &options, &theme, view, &reel](int frame) {
        const auto snapshot = reel.take(frame);
        if (!snapshot)
            return QImage();
        for (const auto& panel : sheet.panels)
            fillPanel(*panel, snapshot, wholePass(view, *snapshot));
        return figureImage(options, sheet, theme, options.dpi / 96.0);
    };
    return film;
}

}  // namespace rnnscope
