// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analyses.h"

#include "core/carried.h"

namespace rnnscope {
namespace {

/// Works through what is asked for, one analysis after the other.
class Work {
  public:
    Work(const Snapshot& snapshot, const std::function<bool()>& stale)
        : snapshot_(snapshot), stale_(stale), network_(snapshot.shape(), snapshot.parameters) {}

    bool stale() const { return stale_ && stale_(); }

    void flow(Analyses& result) const {
        if (flowBytes(snapshot_.shape(), snapshot_.steps()) > mostFlowBytes)
            return;
        result.flow = gradientFlow(network_, snapshot_.record,
                                   snapshot_.backward->loss.outputGradient, stale_);
    }

    void spectra(Analyses& result) const {
        auto& spectra = result.spectra.emplace();
        for (std::size_t trace = 0; trace < snapshot_.shape().traces(); ++trace) {
            auto spectrum = spectrumOf(network_, snapshot_.record, trace, stale_);
            if (!spectrum)
                return;
            spectra.push_back(*std::move(spectrum));
        }
    }

    void paths(Analyses& result) const {
        const Snapshot::Backward& backward = *snapshot_.backward;
        auto& all = result.paths.emplace();
        auto& last = result.lastPaths.emplace();
        const std::size_t directions = snapshot_.shape().directions();
        for (std::size_t trace = 0; trace < snapshot_.shape().traces(); ++trace) {
            all.push_back(gradientPaths(network_, snapshot_.record, backward.gradients, trace));
            last.push_back(gradientPaths(network_, snapshot_.record,
                                         backward.lastLoss[trace % directions], trace));
        }
    }

    void contributions(Analyses& result) const {
        result.contributions =
            rnnscope::contributions(network_, snapshot_.record, snapshot_.backward->gradients);
        // The reverse direction's last loss is another one than the forward direction's.
        auto& last = result.lastContributions.emplace(rnnscope::contributions(
            network_, snapshot_.record, snapshot_.backward->lastLoss.front()));
        auto reverse = rnnscope::contributions(network_, snapshot_.record,
                                               snapshot_.backward->lastLoss.back());
        for (std::size_t k = 0; k < last.size(); ++k)
            if (last[k].parameter.ends_with("_reverse"))
                last[k] = std::move(reverse[k]);
    }

    void field(Analyses& result, const FieldChoice& choice) const {
        result.field = gradientField(network_, snapshot_.record.layerInput.front(),
                                     statesBefore(snapshot_.shape(), snapshot_.record),
                                     snapshot_.setup.loss, *snapshot_.problem->target,
                                     snapshot_.setup.clipping.threshold, choice, stale_);
    }

    void span(Analyses& result, const Span& span) const {
        const Index steps = snapshot_.steps();
        if (span.trace >= snapshot_.shape().traces() || span.from >= steps || span.to >= steps)
            return;  // asked of a longer or larger one
        result.span = spanProduct(network_, snapshot_.record, span.trace, span.from, span.to);
    }

  private:
    const Snapshot& snapshot_;
    const std::function<bool()>& stale_;
    Network network_;
};

}  // namespace

std::shared_ptr<const Analyses> analyse(const std::shared_ptr<const Snapshot>& snapshot,
                                        const AnalysisRequest& request,
                                        const std::function<bool()>& stale) {
    auto result = std::make_shared<Analyses>();
    result->of = snapshot;
    result->request = request;
    const Work work(*snapshot, stale);
    const bool learns = snapshot->backward.has_value();
    const auto asked = [&](Analysis analysis) {
        return (request.wanted & analysis) != 0 && !work.stale();
    };
    if (learns && asked(FlowAnalysis))
        work.flow(*result);
    if (learns && asked(PathsAnalysis))
        work.paths(*result);
    if (learns && asked(ContributionsAnalysis))
        work.contributions(*result);
    if (request.span && !work.stale())
        work.span(*result, *request.span);
    if (asked(SpectrumAnalysis))
        work.spectra(*result);
    if (learns && asked(FieldAnalysis))
        work.field(*result, request.field);
    if (work.stale())
        return nullptr;
    return result;
}

}  // namespace rnnscope
