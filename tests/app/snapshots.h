// SPDX-License-Identifier: GPL-3.0-or-later
// Passes to test with; without the window's libraries.
#pragma once

#include <QString>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/analyses.h"
#include "core/experiment.h"

namespace rnnscope {

using Options = std::vector<std::pair<std::string, std::string>>;
using SharedSnapshot = std::shared_ptr<const Snapshot>;
using SharedAnalyses = std::shared_ptr<const Analyses>;

/// The sine task, changed by options in their order.
inline Setup setupOf(const Options& options) {
    Setup setup;
    if (const Done set = setOption(setup, "task", "sine"); !set)
        qFatal("%s", set.error().text().c_str());
    for (const auto& [name, value] : options)
        if (const Done set = setOption(setup, name, value); !set)
            qFatal("%s: %s", name.c_str(), set.error().text().c_str());
    if (const Done read = loadFiles(setup); !read)
        qFatal("%s", read.error().text().c_str());
    return setup;
}

inline Experiment experimentOf(const Options& options) {
    Result<Experiment> experiment = Experiment::create(setupOf(options));
    if (!experiment)
        qFatal("%s", experiment.error().text().c_str());
    return *std::move(experiment);
}

/// The pass of an update.
inline SharedSnapshot pass(const Options& options, int update = 0) {
    Experiment experiment = experimentOf(options);
    experiment.runTo(update);
    return experiment.snapshot(1);
}

inline SharedAnalyses analysesOf(const SharedSnapshot& snapshot, unsigned wanted,
                                 const std::optional<Span>& span = {}) {
    AnalysisRequest request;
    request.wanted = wanted;
    request.span = span;
    return analyse(snapshot, request);
}

/// Clipped by norm from the first update on.
inline const Options clippedByNorm = {
    {"cell", "lstm"}, {"clip", "norm"}, {"clip-threshold", "0.1"}};

}  // namespace rnnscope
