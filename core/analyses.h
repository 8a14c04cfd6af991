// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/contributions.h"
#include "core/analysis/field.h"
#include "core/analysis/flow.h"
#include "core/analysis/jacobian.h"
#include "core/analysis/paths.h"
#include "core/experiment.h"

namespace rnnscope {

/// Work that is done only for those who look at it; combined by |.
enum Analysis : unsigned {
    NoAnalysis = 0,
    FlowAnalysis = 1,
    SpectrumAnalysis = 2,
    PathsAnalysis = 4,
    ContributionsAnalysis = 8,
    FieldAnalysis = 16,
};

/// Times between which the Jacobians are multiplied, `from` the earlier in the order of
/// computation.
struct Span {
    std::size_t trace = 0;
    Index from = 0;
    Index to = 0;

    bool operator==(const Span&) const = default;
};

struct AnalysisRequest {
    unsigned wanted = NoAnalysis;
    std::optional<Span> span;  ///< wanted where present
    FieldChoice field;         ///< for FieldAnalysis

    bool operator==(const AnalysisRequest&) const = default;
};

/// What was worked out beyond a snapshot's own numbers. Never changed once published.
struct Analyses {
    std::shared_ptr<const Snapshot> of;
    AnalysisRequest request;
    std::optional<std::vector<Flow>> flow;         ///< a trace each
    std::optional<std::vector<Spectrum>> spectra;  ///< a trace each
    /// A trace each; of the whole loss, and of the last step's alone.
    std::optional<std::vector<GradientPaths>> paths, lastPaths;
    std::optional<std::vector<Contribution>> contributions, lastContributions;
    std::optional<SpanProduct> span;
    std::optional<GradientField> field;
};

/// Everything asked for that the snapshot allows (most need a loss). Null where `stale` says on the
/// way that nobody waits for it any more. The largest part runs on several threads.
std::shared_ptr<const Analyses> analyse(const std::shared_ptr<const Snapshot>& snapshot,
                                        const AnalysisRequest& request,
                                        const std::function<bool()>& stale = {});

/// Above this many bytes flow is left out, and `Analyses::flow` stays absent.
inline constexpr double mostFlowBytes = 4e8;

}  // namespace rnnscope
